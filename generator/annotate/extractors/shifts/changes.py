"""The constructions that tell of a change of position.

In: the tokens of a sentence and the lexicon. Out: drafts with the tokens of both halves, as far as the sentence has
them. What somebody would or should change is no change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.phrases import below, child_of, is_negated, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

PEOPLE = frozenset({"he", "she", "they", "it", "who", "we"})


@dataclass(slots=True)
class Draft:
    """A shift under construction."""

    actor: Token | None
    cue: tuple[Token, Token]
    before: set[int] | None
    after: set[int] | None
    rule: str


def find_drafts(tokens: Sequence[Token], words: dict[str, frozenset[str]]) -> Iterator[Draft]:
    """Changes told among the tokens of one sentence; the same words may be found twice."""
    for token in tokens:
        if token.pos_ not in {"VERB", "AUX"} or is_negated(token) or _unreal(token):
            continue
        yield from _changed(token, words)
        yield from _no_longer(token, words)
        yield from _turned(token, words)
    for token in tokens:
        if token.pos_ == "VERB" and token.lemma_.lower() in words["holding"]:
            yield from _then_and_now(token, words)


def _unreal(verb: Token) -> bool:
    """True for what would, could or should be, or is only supposed: it has not changed."""
    opening = {one.lower_ for one in verb.children if one.dep_ in {"aux", "mark", "advmod"}}
    if opening & {"would", "could", "might", "may", "should", "must", "can", "if", "unless", "will"}:
        return True
    return "to" in opening and verb.head.lemma_ not in {
        "seem",
        "appear",
        "happen",
        "say",
        "believe",
        "report",
    }


def _changed(verb: Token, words: dict[str, frozenset[str]]) -> Iterator[Draft]:
    """“seems to have shifted its stance”, “dropped its demand for talks”."""
    base = verb.lemma_.lower()
    if base not in words["change"]:
        return
    thing = child_of(verb, "dobj", "nsubjpass")
    course = thing is None and base in {"shift", "reverse", "soften", "harden"}
    if course:
        about = next(
            (one for one in verb.children if one.dep_ == "prep" and one.lower_ in {"on", "in"}), None
        )
        thing = child_of(about, "pobj") if about is not None else None
    if thing is None or thing.lemma_.lower() not in words["stances"]:
        return
    own = any(one.dep_ == "poss" and one.tag_ == "PRP$" for one in thing.children)
    if not own and (thing.lemma_.lower() in words["own_things"] or base not in words["giving_up"]):
        owner = child_of(thing, "poss")
        if owner is None or thing.lemma_.lower() in words["own_things"]:
            return
    subject = subject_of(verb)
    passive = child_of(verb, "nsubjpass") is not None
    if passive:
        subject = child_of(thing, "poss")
    before = below(thing) if base in words["giving_up"] else _earlier(verb, subject, words)
    yield Draft(
        subject, (verb, thing if thing.i > verb.i else verb), before, _later(verb), "a stance changed"
    )


def _no_longer(verb: Token, words: dict[str, frozenset[str]]) -> Iterator[Draft]:
    """“no longer supports the plan”."""
    longer = next(
        (one for one in verb.children if one.lower_ == "longer" and one.i and one.nbor(-1).lower_ == "no"),
        None,
    )
    if longer is not None and verb.lemma_.lower() in words["no_longer"]:
        if child_of(verb, "nsubjpass") is not None:
            return
        held = {i for i in below(verb) if i >= longer.i - 1}
        yield Draft(subject_of(verb), (longer.nbor(-1), longer), None, held, "no longer")


def _turned(verb: Token, words: dict[str, frozenset[str]]) -> Iterator[Draft]:
    """“backed down”, “relented”."""
    base = verb.lemma_.lower()
    particle = next(
        (one for one in verb.children if one.i == verb.i + 1 and one.dep_ in {"prt", "advmod"}), None
    )
    entry = f"{base} {particle.lower_}" if particle is not None else base
    if entry not in words["turns"]:
        return
    about = next(
        (one for one in verb.children if one.dep_ == "prep" and one.lower_ in {"from", "on", "over"}), None
    )
    before = below(about) - {about.i} if about is not None else _earlier(verb, subject_of(verb), words)
    yield Draft(subject_of(verb), (verb, particle or verb), before or None, _later(verb), "a verb of turning")


def _then_and_now(verb: Token, words: dict[str, frozenset[str]]) -> Iterator[Draft]:
    """“initially refused, but later agreed”; “agreed after first refusing”; “now accepts what it had rejected”."""
    subject = subject_of(verb)
    early = _adverb(verb, words["before"])
    if early is None or verb.tag_ not in {"VBD", "VBN", "VBG"} or subject is None:
        return
    for other in _companions(verb):
        late = _adverb(other, words["after"])
        contrast = other.dep_ == "conj" and child_of(verb, "cc") is not None
        but = contrast and any(one.dep_ == "cc" and one.lower_ in {"but", "yet"} for one in verb.children)
        if other.lemma_.lower() not in words["holding"] or other.lemma_ == verb.lemma_:
            continue
        if late is None and not but and verb.dep_ not in {"pcomp", "advcl"}:
            continue
        linked = _linked_after(verb) or late is not None or but
        actor = subject_of(other) or subject
        if not linked or (subject_of(other) is not None and not _same(subject, actor, verb)):
            continue
        yield Draft(
            actor,
            (late or other, late or other),
            {i for i in below(verb, [other]) if min(early.i, verb.i) <= i < _edge(verb, other, late)},
            {
                i
                for i in below(other, [verb, *_linkers(verb)])
                if i >= min(other.i, late.i if late else other.i)
            },
            "earlier and later",
        )
        return


def _edge(verb: Token, other: Token, late: Token | None) -> int:
    """Where the earlier half ends, if the later one follows it."""
    if other.i < verb.i:
        return len(verb.doc)
    links = [one.i for one in verb.children if one.dep_ == "cc" and verb.i < one.i < other.i]
    return min([other.i, *links, *([late.i] if late is not None and late.i > verb.i else [])])


def _companions(verb: Token) -> Iterator[Token]:
    """The verbs that a clause about the past can be set against."""
    yield from (one for one in verb.children if one.dep_ == "conj")
    if verb.dep_ in {"conj", "advcl"}:
        yield verb.head
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
        yield verb.head.head


def _linkers(verb: Token) -> list[Token]:
    return [verb.head] if verb.dep_ == "pcomp" else []


def _linked_after(verb: Token) -> bool:
    """True for "after refusing", "having refused", "although it had refused"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in {"after", "despite"}
    if verb.dep_ != "advcl":
        return False
    opening = {one.lower_ for one in verb.children if one.dep_ in {"mark", "aux", "advmod"}}
    return bool(opening & {"after", "having", "although", "though", "despite"})


def _same(one: Token, other: Token, verb: Token) -> bool:
    return one == other or one.lower_ in PEOPLE or one.lower_ == other.lower_ or verb.dep_ == "pcomp"


def _earlier(verb: Token, subject: Token | None, words: dict[str, frozenset[str]]) -> set[int] | None:
    """What the same sentence calls the former position: a clause with "previously", "once", "had"."""
    for token in verb.sent:
        if token.pos_ != "VERB" or token.i >= verb.i or token.lemma_.lower() not in words["holding"]:
            continue
        early = _adverb(token, words["before"])
        had = any(one.dep_ == "aux" and one.lower_ == "had" for one in token.children)
        if early is None and not had:
            continue
        holder = subject_of(token)
        if subject is not None and holder is not None and holder.lower_ not in PEOPLE and holder != subject:
            continue
        first = min([token.i, *([early.i] if early is not None else [])])
        return {i for i in below(token) if first <= i < verb.i}
    return None


def _later(verb: Token) -> set[int] | None:
    """What the sentence gives as the later position: "... and now accepts it", "in favour of talks"."""
    for one in verb.children:
        if one.dep_ == "conj" and one.i > verb.i and one.pos_ == "VERB":
            return below(one)
        if one.dep_ in {"xcomp", "advcl"} and one.i > verb.i and (one.tag_ == "VBG" or _to(one)):
            return below(one)
        if one.dep_ == "prep" and one.lower_ in {"to", "toward", "towards"} and one.i > verb.i:
            return below(one)
    return None


def _to(verb: Token) -> bool:
    return any(one.dep_ == "aux" and one.tag_ == "TO" for one in verb.children)


def _adverb(verb: Token, adverbs: frozenset[str]) -> Token | None:
    return next((one for one in verb.children if one.lower_ in adverbs and one.dep_ == "advmod"), None)
