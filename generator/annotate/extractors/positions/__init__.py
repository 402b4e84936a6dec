"""Positions: what is demanded, offered, promised, conceded, rejected, warned of or made a condition.

In: the doc, statements with their addressees, shifts and dates. Out: `Position` records in the order of the text. What
somebody says belongs to the speaker; what stands outside every statement is the article's own voice and is read
more strictly. What an article calls somebody's former position is left to its shift.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.extractors.positions.conditions import find_conditions
from generator.annotate.extractors.positions.lexicon import Words, load_words
from generator.annotate.extractors.positions.needs import Draft, find_needs
from generator.annotate.extractors.positions.said import find_said
from generator.annotate.phrases import Ground, heads_of, noun_phrase, span_over
from generator.annotate.reading import Extractor
from generator.model.findings import Form, Position, Stand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.reading import Reading
    from generator.model.article import Span
    from generator.model.findings import Address, Mention, Statement

QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|«[^»\n]*(?:»|$)", re.MULTILINE)
LONGEST = 80
"""Characters; a longer "addressee" is a parser's mistake."""
PEOPLE = frozenset({"we", "us", "you", "they", "them", "he", "him", "she", "her"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """One article and what was found in it before."""

    reading: Reading
    ground: Ground
    words: Words
    heads: dict[int, Mention]
    addresses: dict[str, Address]


def find_positions(reading: Reading) -> tuple[Position, ...]:
    """All positions, each word of modality used once."""
    scene = _Scene(
        reading,
        Ground(reading.article, reading.doc, reading.sentences),
        load_words(reading.language),
        heads_of(reading.found["mentions"]),
        {one.statement: one for one in reading.found["addresses"]},
    )
    statements: tuple[Statement, ...] = reading.found["statements"]
    # What is said inside somebody's words is that inner speaker's: the shortest statement comes first.
    order = sorted(statements, key=lambda one: (sum(end - start for start, end in one.content), one.content))
    former = [one.before for one in reading.found["shifts"] if one.before is not None]
    used: set[int] = set()
    found: list[tuple[Draft, Statement | None]] = []
    for statement in order:
        if any(_overlap(span, other) for span in statement.content for other in former):
            continue
        for draft in find_said(statement, scene.ground, scene.words):
            if draft.cue[0].i not in used and not _without_whom(draft, statement, scene):
                used.update(one.i for one in draft.cue)
                found.append((draft, statement))
    for draft in _own(scene, statements):
        if draft.cue[0].i not in used:
            used.update(one.i for one in draft.cue)
            found.append((draft, None))
    return _numbered(scene, found)


def _without_whom(draft: Draft, statement: Statement, scene: _Scene) -> bool:
    """True where nobody is pressed or encouraged, or nobody known is ready: then it tells what things do."""
    if not _is_cue(draft, statement):
        return False
    cue = draft.cue[0]
    if cue.lemma_.lower() in scene.words.towards:
        return len(draft.cue) == 1 and statement.id not in scene.addresses
    if cue.pos_ == "ADJ" and statement.speaker_head is not None:
        speaker = scene.heads.get(statement.speaker_head[0])
        return speaker is None or (speaker.form is Form.PRONOUN and speaker.antecedent is None)
    return False


def _own(scene: _Scene, statements: tuple[Statement, ...]) -> Iterator[Draft]:
    """Positions of the article's own voice, sentence by sentence, outside all statements and quotations."""
    interview = any(one.rule == "interview" or "turn" in one.rule for one in statements)
    text = scene.reading.article.text
    covered = bytearray(len(text))
    spans = [span for one in statements for span in one.content]
    for start, end in [*spans, *(match.span() for match in QUOTED.finditer(text))]:
        covered[start:end] = b"\1" * (end - start)
    for sentence in scene.reading.sentences:
        tokens = [token for token in scene.ground.words(sentence) if not covered[token.idx]]
        if not tokens or tokens[-1].text == "?" or any(_speaks(one, interview) for one in tokens):
            continue
        if tokens[0].tag_ in {"WP", "WDT", "WRB"} and tokens[0].head.dep_ == "ROOT":
            continue
        inside = {one.i for one in tokens}
        drafts = [*find_needs(tokens, scene.words, own=True), *find_conditions(tokens, scene.words, own=True)]
        for number, draft in enumerate(drafts):
            draft.tokens &= inside
            wider = any(draft.tokens < other.tokens for other in drafts[:number] + drafts[number + 1 :])
            if draft.tokens and not (wider and draft.kind is Stand.DEMAND):
                yield draft


def _speaks(token: Token, interview: bool) -> bool:  # noqa: FBT001 - one call
    """True for words of somebody who speaks: then it is not the article's voice, though no mark says whose it is."""
    return token.text == "I" or (interview and token.lower_ in {"we", "you", "my", "our"})


def _numbered(scene: _Scene, found: list[tuple[Draft, Statement | None]]) -> tuple[Position, ...]:
    article = scene.reading.article
    seen: Counter[str] = Counter()
    positions = []
    for draft, statement in sorted(found, key=lambda one: (one[0].cue[0].i, one[0].kind)):
        content = _content(scene, draft, statement)
        if not content:
            continue
        key = "\x1f".join([article.id, draft.kind, *(article.quote(span) for span in content)])
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()
        addressee = _addressee(scene, draft, statement)
        first, last = draft.cue[0], draft.cue[-1]
        positions.append(
            Position(
                id=f"po-{digest[:10]}",
                kind=draft.kind,
                statement=statement.id if statement else None,
                holder=statement.speaker if statement else None,
                holder_head=statement.speaker_head if statement else None,
                addressee=addressee[0] if addressee else None,
                addressee_head=addressee[1] if addressee else None,
                content=content,
                cue=(first.idx, last.idx + len(last)),
                date=_date(scene, first),
                rule=draft.rule,
            )
        )
    return tuple(positions)


def _content(scene: _Scene, draft: Draft, statement: Statement | None) -> tuple[Span, ...]:
    """The draft's words: the statement's own spans where it is the whole of it, else one span a sentence."""
    text = scene.reading.article.text
    if statement is not None and draft.cue[0].idx < statement.content[0][0] and _is_cue(draft, statement):
        return statement.content
    sentence = scene.ground.sentence_of(draft.cue[0].idx)
    if sentence is None:
        return ()
    bounds = statement.content if statement is not None else (sentence.span,)
    spans = []
    for start, end in bounds:
        held = [i for i in draft.tokens if start <= scene.reading.doc[i].idx < end]
        span = span_over(scene.reading.doc, held, sentence, text)
        if span is not None:
            spans.append((max(span[0], start), min(span[1], end)))
    return tuple(span for span in spans if span[0] < span[1])


def _is_cue(draft: Draft, statement: Statement) -> bool:
    return statement.cue is not None and draft.cue[0].idx == statement.cue[0]


def _addressee(scene: _Scene, draft: Draft, statement: Statement | None) -> tuple[Span, Span] | None:
    """Whoever the sentence addresses, if the whole statement is the position; else who is to act."""
    if statement is not None and _is_cue(draft, statement):
        address = scene.addresses.get(statement.id)
        if address is not None:
            return address.span, address.head
    token: Token | None = draft.addressee
    if token is None or (token.idx not in scene.heads and token.lower_ not in PEOPLE):
        return None
    phrase = noun_phrase(token)
    if phrase.span[1] - phrase.span[0] > LONGEST:
        return None
    if statement is not None and phrase.head == statement.speaker_head:
        return None
    return phrase


def _date(scene: _Scene, token: Token) -> Span | None:
    sentence = scene.ground.sentence_of(token.idx)
    if sentence is None:
        return None
    dates = scene.reading.found["dates"]
    first = bisect_left(dates, sentence.span[0], key=lambda one: one.span[0])
    return dates[first].span if first < len(dates) and dates[first].span[0] < sentence.span[1] else None


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


EXTRACTOR = Extractor(
    field="positions",
    find=find_positions,
    needs=("mentions", "statements", "addresses", "shifts", "dates"),
)
