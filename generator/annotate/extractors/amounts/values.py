"""Reads numbers, the words that loosen them and their units.

In: tokens. Out: how many of them make a number, its value or bounds, its unit. All words come from the lexicon of amounts.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generator.lexicons import read_sections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
RANGE = re.compile(r"(\d+(?:\.\d+)?)[–-](\d+(?:\.\d+)?)")
LONGEST_BOUND = 4
SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})


class Bound(NamedTuple):
    """Words before a number that loosen it."""

    words: str
    kind: str
    start: int
    """Character at which they begin."""


@cache
def words_in(section: str) -> Mapping[str, str]:
    """Entry -> value of one section of the lexicon; entries without a value stand for themselves."""
    found = {}
    for entry, name in read_sections("en", "amounts").items():
        if name == section:
            word, _, value = entry.partition("=")
            found[word.strip()] = value.strip() or word.strip()
    return MappingProxyType(found)


@cache
def _bounds() -> Mapping[tuple[str, ...], str]:
    """Words -> about, least, more, most, fewer."""
    kinds = ("about", "least", "more", "most", "fewer")
    return MappingProxyType({tuple(words.split()): kind for kind in kinds for words in words_in(kind)})


def number_length(tokens: Sequence[Token], at: int) -> int:
    """Number of tokens from `at` that make one number."""
    token = tokens[at]
    if token.lower_ in words_in("many") and at + 1 < len(tokens) and tokens[at + 1].lower_ == "of":
        return 1
    if (
        DIGITS.fullmatch(token.text) is None
        and token.lower_ not in words_in("number")
        and not _hyphened(token)
    ):
        return 0
    if token.lower_ in {"one", "half", "second"} or token.tag_ not in {"CD", "NN", "NNS"}:
        return 0
    length = 1
    while at + length < len(tokens) and tokens[at + length].lower_ in SCALES:
        length += 1
    return length


def _hyphened(token: Token) -> bool:
    return RANGE.fullmatch(token.text) is not None


def value_of(tokens: Sequence[Token]) -> tuple[float, float | None] | None:
    """(lo, hi) of the words; `hi` is `None` for vague ones."""
    first = tokens[0].lower_
    if first in words_in("many"):
        return float(words_in("many")[first]), None
    ends = RANGE.fullmatch(first)
    if ends is not None:
        low, high = float(ends[1]), float(ends[2])
        return (low, high) if low < high else None
    value = float(first.replace(",", "")) if DIGITS.fullmatch(first) else float(words_in("number")[first])
    for token in tokens[1:]:
        value *= float(words_in("number")[token.lower_])
    return value, value


def bound_before(tokens: Sequence[Token], at: int) -> Bound | None:
    """The words before a number that loosen it."""
    for size in range(min(LONGEST_BOUND, at), 0, -1):
        words = tuple(token.lower_ for token in tokens[at - size : at])
        kind = _bounds().get(words)
        if kind is not None:
            return Bound(" ".join(words), kind, tokens[at - size].idx)
    return None


def loosened(low: float, high: float | None, kind: str | None) -> tuple[float | None, float | None]:
    """The bounds that the words leave; "about" lets a tenth either way pass."""
    if kind == "about":
        return round(low * 0.9, 6), round(high * 1.1, 6) if high is not None else None
    if kind in {"least", "more"}:
        return low, None
    if kind in {"most", "fewer"}:
        return None, high
    return low, high


def unit_before(tokens: Sequence[Token], at: int) -> str | None:
    """The unit of a currency sign before the number."""
    return words_in("unit").get(tokens[at - 1].lower_) if at and tokens[at - 1].text[-1] in "$€£¥₹" else None


def unit_after(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The unit at a token and how many tokens it takes."""
    for size in (2, 1):
        words = tokens[at : at + size]
        if len(words) == size:
            start = " ".join(token.lower_ for token in words[:-1])
            for form in (words[-1].lower_, words[-1].lemma_.lower()):
                unit = words_in("unit").get(f"{start} {form}".strip())
                if unit is not None:
                    return unit, size
    return None, 0


def other_end(tokens: Sequence[Token], at: int, end: int) -> tuple[float, Token] | None:
    """“between 10 **and 20**”, “10 **to 20**”: the larger number and its last word."""
    if end + 1 >= len(tokens):
        return None
    between = at > 0 and tokens[at - 1].lower_ in {"between", "from"}
    joiner = tokens[end].lower_
    if not (joiner == "to" or (joiner == "and" and between)):
        return None
    length = number_length(tokens, end + 1)
    value = value_of(tokens[end + 1 : end + 1 + length]) if length else None
    first = value_of(tokens[at : at + 1])
    if value is None or value[1] is None or first is None or value[1] <= first[0]:
        return None
    return value[1], tokens[end + length]
