"""Statements marked by a noun: "their claim that ...", "a call by unions for ...", "voiced hope that ...".

In: a `Ground`. Out: drafts. The holder stands before the noun, after it, or is the subject of a light verb. A claim
in a that-clause is kept without holder; with other constructions a noun without holder is too often no utterance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.clauses import is_finite, is_infinitive
from generator.annotate.extractors.statements.drafts import Draft
from generator.annotate.extractors.statements.fronted import has_child
from generator.annotate.extractors.statements.spans import runs, subtree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.statements.ground import Ground
    from generator.annotate.extractors.statements.lexicon import Cue
    from generator.model.article import Span

OWNERS = ("by", "from", "of", "among")


def find_noun_statements(ground: Ground) -> Iterator[Draft]:
    """One draft for each cue noun with content."""
    for token in ground.doc:
        if token.pos_ != "NOUN":
            continue
        for cue in ground.cues.nouns.get(ground.cues.lemma(token), ()):
            draft = _draft(ground, token, cue)
            if draft is not None:
                yield draft


def _draft(ground: Ground, noun: Token, cue: Cue) -> Draft | None:
    found = _content(ground, noun, cue)
    if found is None:
        return None
    rule, content, used = found
    holder, relative, light = _holder(ground, noun, used)
    speaker = ground.speakers.speaker(holder, relative)
    if speaker is None and rule != "noun with clause":
        return None
    if speaker is None and not any(c.dep_ == "det" and c.lower_ == "the" for c in noun.children):
        return None
    return Draft(
        anchor=noun.i,
        cue=(noun.idx, noun.idx + len(noun)),
        speaker=speaker,
        content=content,
        kind=cue.kind,
        rule=rule,
        negated=light is not None and has_child(light, "neg"),
        region=(noun.idx, noun.idx + len(noun)),
    )


def _content(ground: Ground, noun: Token, cue: Cue) -> tuple[str, list[Span], str] | None:
    """Construction, content and the preposition it used up."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if (
            "clause" in cue.takes
            and child.dep_ in {"acl", "ccomp", "relcl"}
            and _that(child)
            and is_finite(child)
        ):
            return "noun with clause", runs(ground.doc, subtree(child)), ""
        if "infinitive" in cue.takes and child.dep_ in {"acl", "xcomp", "relcl"} and is_infinitive(child):
            return "noun with infinitive", runs(ground.doc, subtree(child)), ""
    head = noun.head
    if "clause" in cue.takes and noun.dep_ == "nsubj" and head.lemma_ == "be":
        clause = next(
            (c for c in head.children if c.dep_ in {"ccomp", "attr"} and _that(c) and c.i > head.i), None
        )
        if clause is not None:
            return "noun with clause", runs(ground.doc, subtree(clause)), ""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in cue.takes and child.i > noun.i:
            inner = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None:
                return "noun with preposition", runs(ground.doc, subtree(inner)), child.lower_
    return None


def _that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in {"that", "whether"} for c in clause.children)


def _holder(ground: Ground, noun: Token, used: str) -> tuple[Token | None, Token | None, Token | None]:
    """The holder's head word, the relative pronoun for it, and the light verb."""
    owner = ground.speakers.owner(noun, tuple(word for word in OWNERS if word != used))
    verb = noun.head.head if noun.dep_ == "conj" else noun.head
    base = ground.cues.lemma(verb)
    lends = base in ground.cues.light or (owner is None and base in ground.cues.verbs)
    if (owner is None or owner.pos_ == "PRON") and noun.dep_ in {"dobj", "conj", "attr"} and lends:
        # "she repeated her claim": the subject says more than the pronoun does.
        voice = ground.speakers.voice(verb)
        if voice is not None and not voice.passive and ground.speakers.is_known(voice.subject):
            return voice.subject, voice.relative, verb
    if owner is not None:
        return owner, None, None
    for child in noun.children:
        if (
            child.dep_ in {"amod", "compound"}
            and child.ent_type_ in {"NORP", "PERSON", "ORG", "GPE"}
            and (ground.speakers.is_actor(child) or child.ent_type_ == "NORP")
        ):
            return child, None, None
    return None, None, None
