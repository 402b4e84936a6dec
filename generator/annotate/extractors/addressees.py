"""To whom a statement is made, or against whom it is directed.

In: statements, the doc and the mentions. Out: `Address` records for those whose sentence names somebody: the object
of the cue ("told reporters", "urged the council to"), or the object of its preposition ("called on the mayor to").
The statements stay as they are, since an addressee is a fact of its own with words of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.phrases import Ground, heads_of, noun_phrase
from generator.annotate.reading import Extractor, span_of
from generator.lexicons import read_sections
from generator.model.findings import Address, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.reading import Reading
    from generator.model.findings import Mention

PEOPLE = frozenset({"us", "me", "them", "him", "her", "you", "it", "those", "everyone", "others"})


def find_addresses(reading: Reading) -> tuple[Address, ...]:
    """One address a statement at most, in the order of the statements."""
    ground = Ground(reading.article, reading.doc, reading.sentences)
    heads = heads_of(reading.found["mentions"])
    found = []
    for statement in reading.found["statements"]:
        address = _address(statement, ground, heads)
        if address is not None:
            found.append(address)
    return tuple(found)


def _address(statement: Statement, ground: Ground, heads: dict[int, Mention]) -> Address | None:
    if statement.cue is None:
        return None
    cue = next(iter(ground.tokens(statement.cue)), None)
    if cue is None:
        return None
    for token, rule in _candidates(cue):
        if _can_be_addressed(token, heads, rule):
            phrase = noun_phrase(token)
            if phrase.head == statement.speaker_head:
                continue
            return Address(statement=statement.id, span=phrase.span, head=span_of(token), rule=rule)
    return None


def _candidates(cue: Token) -> Iterator[tuple[Token, str]]:
    """Tokens that may be addressed, best first, with the construction."""
    lexicon = read_sections("en", "addressing")
    base = cue.lemma_.lower()
    for child in cue.children:
        if child.dep_ == "nsubjpass" and lexicon.get(base) == "object":
            yield child, "subject of the passive"
        if child.dep_ in {"dative", "dobj", "iobj"} and child.i > cue.i and child.pos_ != "ADP":
            if lexicon.get(base) == "object":
                yield child, "object of the cue"
        elif child.dep_ == "ccomp" and lexicon.get(base) == "object" and child.i > cue.i:
            # "urged the mayor to act": parsers make the mayor the subject of what is urged.
            infinitive = any(inner.dep_ == "aux" and inner.tag_ == "TO" for inner in child.children)
            if infinitive:
                yield from ((one, "object of the cue") for one in child.children if one.dep_ == "nsubj")
    for child in cue.children:
        if child.i < cue.i or lexicon.get(f"{base} {child.lower_}") != "preposition":
            continue
        yield from ((inner, f"{base} {child.lower_}") for inner in child.children if inner.dep_ == "pobj")


def _can_be_addressed(token: Token, heads: dict[int, Mention], rule: str) -> bool:
    """Somebody: an actor, a pronoun for people, or a person by office."""
    if token.idx in heads or token.lower_ in PEOPLE:
        return True
    listed = any(
        child.dep_ in {"conj", "appos", "compound"} and child.idx in heads for child in token.children
    )
    people = read_sections("en", "agents").get(token.lemma_.lower())
    return listed or (people is not None and people != "document" and bool(rule))


EXTRACTOR = Extractor(field="addresses", find=find_addresses, needs=("mentions", "statements"))
