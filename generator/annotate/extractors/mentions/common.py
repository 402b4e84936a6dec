"""Common words that capitals make look like names: at the front of a sentence, before a noun, in an office.

In: a single word that a model takes for a name, with all its uses in an article. Out: whether every use is that of a
common word. The model's own list of base forms says what a word may be, the sentence what it is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.words import ADJECTIVE, ADVERB, NOUN, VERB, is_plural, is_word
from generator.lexicons import read_sections
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

    from generator.annotate.extractors.mentions.candidates import Name

BESIDE = frozenset({"amod", "compound", "nmod"})
STANDING = frozenset({"nsubj", "nsubjpass", "poss", "conj", "appos"})
OPENING = frozenset(":-–—~•*|[(/#")
HELD = frozenset({"minister", "secretary"})
"""Offices before and behind which the name of a department stands."""


def is_common(doc: Doc, names: list[Name], kind: ActorKind) -> bool:
    """Whether all uses of a single word are those of a common word or of a part of an office."""
    token = doc[names[0].start]
    if token.lower_ in read_sections("en", "bodies") or token.lower_ in read_sections(
        "general", "given_names"
    ):
        return False
    tests: tuple[Callable[[Token, ActorKind], bool], ...] = (_describes, _is_department, _opens_as_word)
    return all(any(test(doc[name.start], kind) for test in tests) for name in names)


def _describes(token: Token, kind: ActorKind) -> bool:
    """An adjective before a noun in small letters: "**Overcast** weather", "**Electoral** votes"."""
    return (
        kind is not ActorKind.PLACE and not token.is_upper and is_word(token, ADJECTIVE) and _modifies(token)
    )


def _modifies(token: Token) -> bool:
    head = token.head
    return token.dep_ in BESIDE and head.i > token.i and head.pos_ == "NOUN" and head.is_lower


def _is_department(token: Token, kind: ActorKind) -> bool:
    """“**Defence** Secretary Ann Lee”, “the Secretary of **Transportation**”."""
    if kind is not ActorKind.ORGANISATION or token.is_upper:
        return False
    head = token.head
    if token.dep_ == "compound" and head.i == token.i + 1:
        return head.lemma_.lower() in HELD
    return token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in HELD


def _opens_as_word(token: Token, kind: ActorKind) -> bool:
    """The first word of a sentence, heading or quotation, where any word has its capital."""
    before = token.nbor(-1) if token.i else None
    opens = token.is_sent_start or (before is not None and (before.is_quote or before.text[-1] in OPENING))
    if not opens or token.is_upper or kind not in {ActorKind.PERSON, ActorKind.ORGANISATION}:
        return False
    verb = token.head if token.dep_ in STANDING else None
    if is_plural(token):
        # "Scholars have", "Protests followed"; but "Sanders has" is somebody.
        return verb is None or verb.pos_ not in {"VERB", "AUX"} or not _is_singular(verb)
    if token.lower_ in read_sections("en", "agents") or token.lower_ in read_sections("en", "titles"):
        return True
    if token.dep_ == "nsubj":
        speaks = read_sections("en", "deeds").get(token.head.lemma_.lower()) == "speech"
        return kind is ActorKind.ORGANISATION and is_word(token, NOUN) and not speaks
    if token.dep_ in BESIDE:
        return _modifies(token) and is_word(token, VERB)
    return verb is None and is_word(token, ADJECTIVE, ADVERB, NOUN, VERB)


def _is_singular(verb: Token) -> bool:
    """“says”, “has said”, “was”."""
    parts = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    return any(part.tag_ == "VBZ" or part.lower_ == "was" for part in parts)
