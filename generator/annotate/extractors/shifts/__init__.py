"""Changes of position, as the text tells them: "has shifted its stance", "dropped its demand", "no longer supports".

In: the doc, mentions and statements. Out: `Shift` records with the words for the earlier and the later position where
the text gives them: in the same sentence, or in the one after it about the same actor. Nothing is compared here: a
shift is what an article calls one.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.annotate.extractors.shifts.changes import PEOPLE, Draft, find_drafts
from generator.annotate.phrases import Ground, heads_of, named_in, noun_phrase, span_over
from generator.annotate.reading import Extractor
from generator.lexicons import read_yaml
from generator.model.findings import Form, Mention, Shift, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.reading import Reading
    from generator.model.article import Span
    from generator.model.findings import Sentence


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    data: dict[str, Any] = read_yaml(language, "shifts")
    return {name: frozenset(entries) for name, entries in data.items()}


def find_shifts(reading: Reading) -> tuple[Shift, ...]:
    """One shift a verb, in the order of the text."""
    ground = Ground(reading.article, reading.doc, reading.sentences)
    heads = heads_of(reading.found["mentions"])
    words = _words(reading.language)
    shifts = []
    for sentence in reading.sentences:
        taken: set[int] = set()
        for draft in find_drafts(ground.words(sentence), words):
            actor = draft.actor
            if actor is None or not _acts(actor, heads) or draft.cue[0].i in taken:
                continue
            taken |= {one.i for one in draft.cue} | (draft.before or set()) | (draft.after or set())
            shifts.append(_shift(reading, ground, sentence, draft))
    return tuple(shifts)


def _acts(actor: Token, heads: dict[int, Mention]) -> bool:
    return actor.idx in heads or actor.lower_ in PEOPLE


def _shift(reading: Reading, ground: Ground, sentence: Sentence, draft: Draft) -> Shift:
    text = reading.article.text
    assert draft.actor is not None
    actor = noun_phrase(draft.actor)
    first, last = draft.cue
    before = span_over(reading.doc, draft.before or (), sentence, text)
    after = span_over(reading.doc, draft.after or (), sentence, text)
    rule = draft.rule
    if after is None:
        after = _next(reading, ground, sentence, actor.span)
        rule += ", the later position in the next sentence" if after else ""
    digest = hashlib.sha256(
        f"{reading.article.id}\x1f{reading.article.quote(sentence.span)}\x1f{first.idx - sentence.span[0]}".encode()
    )
    return Shift(
        id=f"sh-{digest.hexdigest()[:10]}",
        actor=actor.span,
        actor_head=actor.head,
        before=before,
        after=after,
        cue=(first.idx, last.idx + len(last)),
        rule=rule,
    )


def _next(reading: Reading, ground: Ground, sentence: Sentence, actor: Span) -> Span | None:
    """What the same actor, or somebody who belongs to it, says in the next sentence."""
    following = ground.next_sentence(sentence)
    if following is None:
        return None
    mentions: tuple[Mention, ...] = reading.found["mentions"]
    known = {key for one in named_in(mentions, actor) for key in _keys(one)}
    statements: tuple[Statement, ...] = reading.found["statements"]
    for one in statements:
        if one.speaker is None or not following.span[0] <= one.speaker[0] < following.span[1]:
            continue
        keys = {key for mention in named_in(mentions, one.speaker) for key in _keys(mention)}
        if keys & known and one.kind in {"concedes", "agrees", "rejects", "demands", "supports", "proposes"}:
            inside = [span for span in one.content if following.span[0] <= span[0] < following.span[1]]
            return inside[0] if inside else None
    return None


def _keys(mention: Mention) -> set[str]:
    """By what two mentions are known to be about the same: names and states, never a mere description."""
    name = mention.name if mention.form is Form.NAME else None
    return {key for key in (mention.gazetteer, mention.affiliation, mention.stands_for, name) if key}


EXTRACTOR = Extractor(field="shifts", find=find_shifts, needs=("mentions", "statements"))
