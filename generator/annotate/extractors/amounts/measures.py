"""Reads what stands around a number: words that loosen it, units, the other end of a range.

In: tokens and the number between them. Out: `Bound`, units with their length, `Reach` for a whole amount.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.extractors.amounts.numbers import Number, read_number
from generator.annotate.extractors.amounts.words import base, bounds, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

LONGEST_BOUND = 5
LARGE = 1000.0


class Bound(NamedTuple):
    """Words that loosen a number."""

    words: str
    kind: str
    start: int
    """Place of the first of them."""
    end: int


class Reach(NamedTuple):
    """A whole amount: from the words that loosen it to its unit."""

    first: int
    """Place of its first token."""
    end: int
    """Place after its last token."""
    core: tuple[int, int]
    """Places of number and unit, without the words that loosen it."""
    lo: float
    hi: float | None
    unit: str | None
    bound: Bound | None
    range: bool


def read_amount(tokens: Sequence[Token], at: int) -> Reach | None:
    """The amount whose number begins at a token."""
    number = read_number(tokens, at)
    if number is None:
        return None
    first, end = at, number.end
    unit, size = ("percent", 0) if number.share else unit_before(tokens, at)
    first -= size
    bound = bound_before(tokens, first)
    if unit is None:
        unit, size = unit_after(tokens, end)
        end += size
    elif not number.share:
        # "US$ 5 dollars", "$5 US": the sign has said it.
        end += unit_after(tokens, end)[1] if unit_after(tokens, end)[0] == unit else 0
    lo, hi, ranged = number.lo, number.hi, number.hi is not None and number.hi != number.lo
    other = _other_end(tokens, first, end, number)
    if other is not None:
        lo, hi, end, second_unit = other
        unit, ranged = unit or second_unit, True
    if unit is not None:
        rate = rate_after(tokens, end)
        if rate is not None:
            unit, end = f"{unit} per {rate[0]}", rate[1]
    elif (rate := rate_after(tokens, end)) is not None and tokens[end].lower_ == "per":
        unit, end = f"per {rate[0]}", rate[1]
    bound = bound or bound_after(tokens, end)
    start = first if bound is None or bound.start >= end else bound.start
    return Reach(start, max(end, bound.end if bound else end), (first, end), lo, hi, unit, bound, ranged)


def bound_before(tokens: Sequence[Token], at: int) -> Bound | None:
    """The words before a number that loosen it."""
    for size in range(min(LONGEST_BOUND, at), 0, -1):
        words = tuple(token.lower_ for token in tokens[at - size : at])
        kind = bounds().get(words)
        if kind is not None:
            return Bound(" ".join(words), kind, at - size, at)
    return None


def bound_after(tokens: Sequence[Token], at: int) -> Bound | None:
    """“12 or more”, "40 or so"."""
    for size in (2, 1):
        words = tuple(token.lower_ for token in tokens[at : at + size])
        kind = bounds("after ").get(words)
        if kind is not None and len(words) == size:
            return Bound(" ".join(words), kind, at, at + size)
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


def unit_before(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The unit of a currency sign, or of words such as "magnitude of", before the number, and how many tokens it takes."""
    for size in (2, 1):
        if at >= size:
            unit = words_in("sign").get(" ".join(token.lower_ for token in tokens[at - size : at]))
            if unit is not None:
                return unit, size
    return None, 0


def unit_after(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The unit at a place and how many tokens it takes, a hyphen before it among them ("a 40-million-euro deal")."""
    skip = 1 if at < len(tokens) and tokens[at].text == "-" and not _blank_before(tokens, at) else 0
    if at < len(tokens) and tokens[at].tag_ == "JJ" and tokens[at].text[0].isupper():
        # "Georgian lari": whose money it is.
        skip = 1
    for size in (3, 2, 1):
        words = tokens[at + skip : at + skip + size]
        if len(words) == size:
            start = " ".join(token.lower_ for token in words[:-1])
            for form in (words[-1].lower_, base(words[-1])):
                unit = words_in("unit").get(f"{start} {form}".strip())
                if unit is not None:
                    return unit, size + skip
    return None, 0


def _blank_before(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or bool(tokens[at - 1].whitespace_)


def rate_after(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """“a barrel”, "per person", "an hour": what it is told by, and the place behind it."""
    if at + 1 < len(tokens) and tokens[at].lower_ in {"a", "an", "per", "each"}:
        word = base(tokens[at + 1])
        if word in words_in("per") and (at + 2 >= len(tokens) or tokens[at + 2].text != "-"):
            return word, at + 2
    return None


def _other_end(
    tokens: Sequence[Token], first: int, end: int, number: Number
) -> tuple[float, float, int, str | None] | None:
    """“between 10 **and 20**”, “10 **to 20**”, "$5-$7 billion": both values, the place behind, and its unit."""
    if end + 1 >= len(tokens) or number.hi != number.lo or number.share:
        return None
    before = tokens[first - 1].lower_ if first else ""
    between = before == "between" or (
        before in {"about", "around"} and first > 1 and tokens[first - 2].lower_ == "between"
    )
    joiner = tokens[end].lower_
    if not (joiner in {"to", "-", "–", "or"} or (joiner == "and" and between)):
        return None
    if joiner == "or" and not number.plain:
        return None
    if before == "from" and any(base(tokens[first - 1].head) in words_in(way) for way in ("rise", "fall")):
        # "rose from 20 to 25" tells of two times.
        return None
    at = end + 1
    bound = next((one for one in range(at, min(at + 4, len(tokens))) if _ends_bound(tokens, at, one)), None)
    at = bound or at
    unit = None
    if at < len(tokens) and tokens[at].lower_ in words_in("sign"):
        unit, at = words_in("sign")[tokens[at].lower_], at + 1
    second = read_number(tokens, at) if at < len(tokens) else None
    if second is None or second.hi is None or second.hi != second.lo:
        return None
    lo, hi = number.lo, second.lo
    figure = _mantissa(tokens, at)
    if number.plain and not second.plain and lo < LARGE and figure and lo < figure:
        lo = round(lo * hi / figure, 6)
    if hi <= lo:
        return None
    found, size = unit_after(tokens, second.end)
    return lo, hi, second.end + size, unit or found


def _ends_bound(tokens: Sequence[Token], at: int, end: int) -> bool:
    return tuple(token.lower_ for token in tokens[at:end]) in bounds() if end > at else False


def _mantissa(tokens: Sequence[Token], at: int) -> float:
    """The figure alone: 7 of "7 billion"."""
    alone = read_number(tokens[at : at + 1], 0)
    return alone.lo if alone is not None and alone.plain else 0.0
