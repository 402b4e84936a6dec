"""Reads the numbers themselves: figures, words, both together, vague ones and fractions.

In: the tokens of a sentence. Out: `Number`: where one begins and ends, and its value or bounds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.extractors.amounts.words import values_in, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

FIGURE = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
DIGITS = re.compile(FIGURE)
SHORT = re.compile(rf"({FIGURE})(k|m|mn|bn|tn)", re.IGNORECASE)
RANGE = re.compile(rf"({FIGURE})[–-]({FIGURE})")
ARTICLES = frozenset({"a", "an"})
TAGS = frozenset({"CD", "NN", "NNS", "JJ", "NNP", "PDT", "DT"})
HUNDRED = 100.0


class Number(NamedTuple):
    """A number in the text."""

    end: int
    """Place after its last token."""
    lo: float
    hi: float | None
    plain: bool
    """True for a figure without "thousand" or "million", which may borrow them from the other end of a range."""
    share: bool = False
    """True for "half of", "a third of"."""


def read_number(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that begins at a token."""
    word = tokens[at].lower_
    if word in values_in("many"):
        return _vague(tokens, at)
    return _share(tokens, at) or _of_scale(tokens, at) or _figures(tokens, at) or _in_words(tokens, at)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower_ if at < len(tokens) else ""


def _vague(tokens: Sequence[Token], at: int) -> Number | None:
    """“hundreds of”, "tens of thousands"; a lone "hundreds" where it is a part of the clause."""
    many = values_in("many")
    value, end = many[_word(tokens, at)], at + 1
    while _word(tokens, end) == "of" and _word(tokens, end + 1) in many:
        # "tens of thousands" is at least twice ten thousand.
        value *= many[_word(tokens, end + 1)] / 2
        end += 2
    told = _word(tokens, end) in {"of", "more"} or tokens[end - 1].dep_ in {
        "nsubj",
        "nsubjpass",
        "dobj",
        "conj",
    }
    return Number(end, value, None, plain=False) if told and tokens[at].tag_ != "NNP" else None


def _share(tokens: Sequence[Token], at: int) -> Number | None:
    """“half of the”, "a third of", "two-thirds of": parts of a hundred."""
    first, end, times = _word(tokens, at), at + 1, 1.0
    if first in ARTICLES:
        first, end = _word(tokens, end), end + 1
    elif first in values_in("number") and first != "zero":
        times = values_in("number")[first]
        end += _word(tokens, end) == "-"
        first, end = _word(tokens, end), end + 1
    elif first != "half":
        return None
    parts = values_in("fraction").get(first) or (
        values_in("fraction").get(first[:-1]) if first.endswith("s") else None
    )
    if parts is None or times >= parts or _word(tokens, end) != "of" or _word(tokens, end + 1) in {"a", "an"}:
        return None
    value = HUNDRED * times / parts
    # "a third" is said of 33 as of 34 in a hundred.
    return Number(end, float(int(value)), float(-int(-value // 1)), plain=False, share=True)


def _of_scale(tokens: Sequence[Token], at: int) -> Number | None:
    """“a million”, "half a million", "a quarter of a million", "several hundred", "a few dozen"."""
    scale = values_in("scale")
    words = [_word(tokens, at + step) for step in range(4)]
    match words:
        case ["half", "a" | "an", one, _] if one in scale:
            return Number(at + 3, scale[one] / 2, scale[one] / 2, plain=False)
        case ["quarter", "of", "a", one] if one in scale:
            return Number(at + 4, scale[one] / 4, scale[one] / 4, plain=False)
        case ["a" | "an", "few", one, _] if one in scale:
            return Number(at + 3, 2 * scale[one], None, plain=False)
        case ["several" | "few", one, *_] if one in scale:
            return Number(at + 2, 2 * scale[one], None, plain=False)
        case ["a" | "an", one, *_] if one in scale:
            end, value = _scaled(tokens, at + 1, 1.0)
            return Number(end, value, value, plain=False)
        case _:
            return None


def _figures(tokens: Sequence[Token], at: int) -> Number | None:
    token = tokens[at]
    if token.tag_ not in TAGS:
        return None
    ends = RANGE.fullmatch(token.text)
    if ends is not None:
        low, high = _value(ends[1]), _value(ends[2])
        end, factor = _scaled(tokens, at + 1, 1.0)
        years = low.is_integer() and 1500 <= low <= 2100 and factor == 1.0
        return Number(end, low * factor, high * factor, plain=False) if low < high and not years else None
    glued = SHORT.fullmatch(token.text)
    money = at > 0 and tokens[at - 1].lower_ in words_in("sign")
    if glued is not None and (money or glued[2].lower() not in {"k", "m"}):
        value = round(_value(glued[1]) * values_in("short")[glued[2].lower()], 6)
        return Number(at + 1, value, value, plain=False)
    if DIGITS.fullmatch(token.text) is None or (
        token.text[0] == "0" and token.text.isdigit() and token.text != "0"
    ):
        return None
    value = _value(token.text)
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    letters = behind.lower_ if behind is not None and not token.whitespace_ else ""
    if letters in values_in("short") and (money or letters not in {"k", "m"}):
        value = round(value * values_in("short")[letters], 6)
        return Number(at + 2, value, value, plain=False)
    end, scaled = _scaled(tokens, at + 1, value)
    return Number(end, scaled, scaled, plain=end == at + 1)


def _value(figure: str) -> float:
    return float(figure.replace(",", ""))


def _scaled(tokens: Sequence[Token], at: int, value: float) -> tuple[int, float]:
    """With the "hundred", "thousand", "million" behind it."""
    scale = values_in("scale")
    while _word(tokens, at) in scale:
        value *= scale[_word(tokens, at)]
        at += 1
    return at, round(value, 6)


def _in_words(tokens: Sequence[Token], at: int) -> Number | None:
    """“twenty-two”, "one hundred and five", "two thousand five hundred", "one and a half million"."""
    number, scale = values_in("number"), values_in("scale")
    if _word(tokens, at) not in number or tokens[at].tag_ not in TAGS:
        return None
    total, group, end, last = 0.0, 0.0, at, at
    while end < len(tokens):
        word = _word(tokens, end)
        if word in number:
            value = number[word]
            # "five hundred twenty": smaller ones only; "ten twelve" are two numbers.
            if group and (group % HUNDRED and not (value < 10 and group % 10 == 0)):
                break
            group += value
        elif word in scale and end > at:
            if scale[word] > HUNDRED:
                total, group = total + (group or 1) * scale[word], 0.0
            else:
                group = (group or 1) * scale[word]
        elif word == "-" or (
            word == "and" and (group >= HUNDRED or total) and _word(tokens, end + 1) in number
        ):
            if word == "-" and _word(tokens, end + 1) not in number and _word(tokens, end + 1) not in scale:
                break
            end += 1
            continue
        elif word == "and" and [_word(tokens, end + step) for step in (1, 2)] == ["a", "half"]:
            group += 0.5
            last = end + 2
            end += 3
            continue
        else:
            break
        last = end
        end += 1
    value = total + group
    return Number(last + 1, value, value, plain=not total and group < HUNDRED and last == at)
