"""Whether words speak of the past or of the future.

In: the doc and an offset. Out: -1, 0 or 1. A weekday or month without a year is one in the past or to come as the verb
says that governs it.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PAST, UNKNOWN, FUTURE = -1, 0, 1
MOST_STEPS = 12
"""Heads that are followed upwards before the search is given up."""


class Tenses:
    """Looks up tokens by offset and the tense that governs them."""

    def __init__(self, doc: Doc) -> None:
        """Reads the offsets of the tokens once."""
        self._doc = doc
        self._starts = [token.idx for token in doc]
        self.surnames = frozenset(
            token.text
            for before, token in pairwise(doc)
            if token.pos_ == before.pos_ == "PROPN" and "DATE" not in {token.ent_type_, before.ent_type_}
        )
        """Words that follow another word of a name, so that "May" can be told from a month."""

    def token(self, offset: int) -> Token | None:
        """The token at an offset."""
        position = bisect_right(self._starts, offset) - 1
        return self._doc[position] if position >= 0 else None

    def sentence_start(self, offset: int) -> int:
        """Offset at which the sentence around `offset` begins."""
        token = self.token(offset)
        return int(token.sent.start_char) if token is not None else 0

    def at(self, offset: int) -> int:
        """Tense of the verb that governs the word at an offset."""
        token = self.token(offset)
        for _ in range(MOST_STEPS):
            if token is None:
                return UNKNOWN
            if token.pos_ in {"VERB", "AUX"}:
                tense = _tense(token)
                if tense != UNKNOWN:
                    return tense
            if token.head is token:
                return UNKNOWN
            token = token.head
        return UNKNOWN


def _tense(verb: Token) -> int:
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"will", "'ll", "\u2019ll", "shall", "wo"}:
        return FUTURE
    if helpers & {"could", "can", "might", "may"}:
        return PAST if helpers & {"have", "'ve"} else UNKNOWN
    if helpers & {"would", "should", "must"}:
        return PAST if helpers & {"have", "'ve"} else FUTURE
    if helpers & {"had", "has", "have", "was", "were", "did", "been"}:
        return PAST
    if "to" in helpers:
        return FUTURE
    if verb.tag_ == "VBD":
        return PAST
    if verb.tag_ == "VBG" and helpers & {"is", "are", "am", "'s", "'re"}:
        return FUTURE
    return UNKNOWN
