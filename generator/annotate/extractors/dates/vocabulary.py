"""The words of dates as pieces of regular expressions, and what they mean.

In: the lexicons. Out: alternations and look-up functions. Every piece is bounded, so that no pattern made of them can
take more than linear time on a hostile text.
"""

from __future__ import annotations

import re
from functools import cache

from generator.lexicons import read_sections

S = r"\s{1,3}"
"""White space between the words of one date, a line end at most."""
DASH = r"\s?[-\u2010-\u2015]\s?"
TO = rf"(?:{DASH}|{S}(?:to|till|until|through|and){S})"
"""Between the ends of a range."""
LEFT = r"(?<![\w.,:/$\u00a3\u20ac\u2013-])"
"""Before a number that stands for itself."""
RIGHT = r"(?![\w%])(?!\s?(?:per\s?cent|%))(?![.,:/-]\d)"
"""After a number that stands for itself."""


@cache
def _words(name: str, kind: str) -> dict[str, int]:
    """Word -> number of the lexicon's sections "kind number"."""
    return {
        entry: int(section.split()[-1])
        for entry, section in read_sections("en", name).items()
        if section.split()[0] == kind and section.split()[-1].isdigit()
    }


@cache
def listed(kind: str) -> frozenset[str]:
    """The entries of one section of `dates.txt`, in lower case."""
    return frozenset(
        entry.lower() for entry, section in read_sections("en", "dates").items() if section == kind
    )


def either(words: list[str]) -> str:
    """An alternation of words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _cased(words: list[str]) -> list[str]:
    return [*words, *(word.upper() for word in words if word.upper() != word)]


MONTHS = _words("calendar", "month")
WEEKDAYS = _words("calendar", "weekday")
NUMBERS = _words("dates", "number")
ORDINALS = _words("dates", "ordinal")
SEASONS = _words("dates", "season")
DECADES = _words("dates", "decade")
SHORT = 4
"""Letters up to which a month's or weekday's name is a short form; "May", "June" and "July" are both."""

FULL_MONTHS = [name for name in MONTHS if len(name) > SHORT or name in {"May", "June", "July"}]
MONTH = rf"(?:(?:{either(_cased(FULL_MONTHS))})(?![A-Za-z])|(?:{either(_cased(list(MONTHS)))})\b\.?)"
"""A month in full or shortened, "Sept." with its full stop."""
BARE_MONTH = rf"(?:{either(_cased(FULL_MONTHS))})(?![A-Za-z])"
FULL_WEEKDAYS = [name for name in WEEKDAYS if name.endswith("day")]
WEEKDAY = rf"(?:{either(_cased(FULL_WEEKDAYS))})(?![A-Za-z])"
ON_WEEKDAY = rf"(?:(?:{either(_cased(list(WEEKDAYS)))})\b\.?,?{S}(?:the{S})?)?"
"""A weekday before a full date says nothing more; it is taken into the span."""
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w:]|[.,]\d)"
YEAR = r"[12]\d{3}(?![\w%])(?![.,:/-]\d)"
NUMBER = rf"(?:(?:{either(list(NUMBERS))})\b|(?<![\d.,])\d{{1,3}}(?![\d.,:%]))"
ORDINAL = rf"(?:(?:{either(list(ORDINALS))})\b|\d{{1,2}}(?:st|nd|rd|th)\b)"
SEASON = rf"(?:{either(_cased([*SEASONS, *(word.title() for word in SEASONS)]))})\b"
DECADE_WORD = rf"(?:{either(list(DECADES))})\b"
THIRDS = _words("dates", "third")
THIRD = (
    rf"(?:(?P<third>(?i:early|mid|late))(?:{S}in{S}(?:the{S})?|{S}|-|\u2010)"
    rf"|(?:the{S})?(?P<third_of>{either([word for word in THIRDS if word.endswith(' of')])}){S}(?:the{S})?)"
)
"""Early, middle or late part of what follows."""

MONTH_HINTS = tuple(sorted({name[:3].lower() for name in MONTHS}))
SEASON_HINTS = tuple(sorted(SEASONS))
UNIT_HINTS = ("day", "week", "fortnight", "month", "year", "decade", "centur", "quarter")
"""What a text must hold for rules of months, seasons and units to be tried."""


def month_number(word: str) -> int:
    """1 to 12."""
    return MONTHS[word.rstrip(".").title()]


def weekday_number(word: str) -> int:
    """Monday is 0, as in Python's calendar."""
    return WEEKDAYS[word.rstrip(".").title()]


def day_number(word: str) -> int:
    """The number in "3rd"."""
    return int(word.rstrip("stndrh"))


def number_of(word: str) -> int:
    """The value of a cardinal, in words or digits."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def ordinal_number(word: str) -> int:
    """The value of an ordinal, in words or digits."""
    return ORDINALS[word.lower()] if word.lower() in ORDINALS else int(word[:-2])


def season_number(word: str) -> int:
    """21 to 24, as EDTF numbers the seasons."""
    return SEASONS[word.lower()]


def third_number(match: re.Match[str]) -> int | None:
    """1 to 3 where the pattern had `THIRD` and the text uses it."""
    groups = match.groupdict()
    word = groups.get("third") or groups.get("third_of")
    return THIRDS[word.lower()] if word else None


THIRD_NAMES = {1: "early", 2: "mid", 3: "late"}


def pattern(expression: str, *, ignore_case: bool = False) -> re.Pattern[str]:
    """Compiles one rule's expression; names keep their capitals unless told otherwise."""
    return re.compile(expression, re.IGNORECASE if ignore_case else 0)
