"""Capitals and seats that speak or act: read as the state whose government sits there.

In: a doc and its names. Out: the same names, some with `stands_for`. A capital stands for a government where it is
the subject of a verb that only people can do, or the source of such an act ("a signal from Oslo"); elsewhere it
stays a place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import Form, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ACTS = frozenset({"nsubj", "agent"})


def read_metonyms(doc: Doc, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names, with what they stand for where they act."""
    return tuple(_read(doc, name) for name in names)


def _read(doc: Doc, name: Mention) -> Mention:
    place = load_gazetteer().by_key.get(name.gazetteer or "")
    if (
        name.form is not Form.NAME
        or place is None
        or place.kind not in {"capital", "seat"}
        or not place.part_of
    ):
        return name
    span = doc.char_span(*name.span, alignment_mode="expand")
    if span is not None and (_acts(span.root) or _is_source(span.root)):
        return replace(name, stands_for=place.part_of)
    return name


def _acts(root: Token) -> bool:
    """Subject of a deed, also behind "by" and in a row of subjects."""
    while root.dep_ == "conj":
        root = root.head
    verb = root.head
    if root.dep_ == "pobj" and verb.lower_ == "by" and verb.dep_ == "agent":
        return True
    return root.dep_ in ACTS and verb.pos_ == "VERB" and verb.lemma_.lower() in read_sections("en", "deeds")


def _is_source(root: Token) -> bool:
    """“reciprocal engagement from Oslo”, “between Oslo and Lima”: an act that has this place as its doer."""
    while root.dep_ == "conj":
        root = root.head
    prep = root.head
    if root.dep_ != "pobj" or prep.lower_ not in {"from", "between", "with"}:
        return False
    noun = prep.head
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in read_sections("en", "deeds")
