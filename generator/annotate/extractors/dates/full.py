"""Dates that the text states in full: days, months, years, seasons, decades, centuries, and ranges of them.

In: matches. Out: answers anchored in nothing but the words. "29/9/2023" is read only where one order is possible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.dates import moments
from generator.annotate.extractors.dates.places import FOUR_DIGITS
from generator.annotate.extractors.dates.rule import Answer, Context, Rule, explicit
from generator.annotate.extractors.dates.vocabulary import (
    DASH,
    DAY,
    DECADE_WORD,
    DECADES,
    LEFT,
    MONTH,
    ON_WEEKDAY,
    ORDINAL,
    RIGHT,
    SEASON,
    THIRD,
    TO,
    YEAR,
    S,
    day_number,
    month_number,
    ordinal_number,
    pattern,
    season_number,
    third_number,
)

if TYPE_CHECKING:
    import re


def _iso(match: re.Match[str], _: Context) -> Answer | None:
    return explicit(moments.day_of(int(match["y"]), int(match["m"]), int(match["d"])), "full date")


def _numeric(match: re.Match[str], _: Context) -> Answer | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    orders = {(second, first), (first, second)}
    days = [found for found in (moments.day_of(year, month, day) for month, day in sorted(orders)) if found]
    return explicit(days[0], "full date in numbers, in the only possible order") if len(days) == 1 else None


def _day(match: re.Match[str], _: Context) -> Answer | None:
    return explicit(
        moments.day_of(int(match["y"]), month_number(match["m"]), day_number(match["d"])), "full date"
    )


def _days(match: re.Match[str], _: Context) -> Answer | None:
    """Both ends may have a month and a year; the first takes what it lacks from the second."""
    groups = match.groupdict()
    month2 = month_number(match["m2"] if groups.get("m2") else match["m"])
    month = month_number(match["m"] if groups.get("m") else match["m2"])
    year2 = int(match["y2"])
    year = int(groups["y"]) if groups.get("y") else year2 - (month > month2)
    start = moments.day_of(year, month, day_number(match["d"]))
    end = moments.day_of(year2, month2, day_number(match["d2"]))
    return explicit(moments.span_of_moments(start, end), "range of full dates")


def _months(match: re.Match[str], _: Context) -> Answer | None:
    month, month2, year2 = month_number(match["m"]), month_number(match["m2"]), int(match["y2"])
    year = int(match["y"]) if match["y"] else year2 - (month > month2)
    found = moments.span_of_moments(moments.month_of(year, month), moments.month_of(year2, month2))
    return explicit(found, "range of months")


def _month(match: re.Match[str], _: Context) -> Answer | None:
    moment = moments.month_of(int(match["y"]), month_number(match["m"]))
    return explicit(moment, "month and year", third_number(match))


def _season(match: re.Match[str], _: Context) -> Answer | None:
    return explicit(
        moments.season_of(int(match["y"]), season_number(match["s"])), "season and year, of the northern half"
    )


def _part(match: re.Match[str], _: Context) -> Answer | None:
    number = int(match["q"]) if match["q"] else ordinal_number(match["o"])
    year = int(match["y"])
    if match["unit"] == "half":
        return explicit(moments.half_of(year, number), "half of a year")
    return explicit(moments.quarter_of(year, number), "quarter of the calendar year")


def _decade(match: re.Match[str], _: Context) -> Answer | None:
    if match["short"]:
        return explicit(moments.decade_of(1900 + int(match["short"])), ASSUMED_CENTURY, third_number(match))
    first = int(match["full"])
    if first % 100 == 0 and first < 2000:
        return explicit(moments.century_of(first // 100 + 1), "century", third_number(match))
    return explicit(moments.decade_of(first), "decade", third_number(match))


def _worded_decade(match: re.Match[str], context: Context) -> Answer | None:
    before = context.text[max(0, match.start() - 12) : match.start()].split()
    if before and before[-1].lower() in {"his", "her", "their", "my", "our", "your", "its"}:
        return None  # an age
    return explicit(moments.decade_of(1900 + DECADES[match["word"]]), ASSUMED_CENTURY, third_number(match))


def _century(match: re.Match[str], _: Context) -> Answer | None:
    return explicit(moments.century_of(ordinal_number(match["o"])), "century", third_number(match))


def _years(match: re.Match[str], _: Context) -> Answer | None:
    year, last = int(match["y"]), match["y2"]
    year2 = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
    if year2 <= year or not 1000 < year < 2200:
        return None
    return explicit(moments.span_of_moments(moments.year_of(year), moments.year_of(year2)), "range of years")


ASSUMED_CENTURY = "decade; century taken as the twentieth"
FULL_DAY_MONTH = rf"(?P<d>{DAY}){S}(?:of{S})?(?P<m>{MONTH})"
NO_ERA = r"(?!\s?(?:B\.?C|BC))"

YEARS = (FOUR_DIGITS,)

RULES = (
    Rule(
        pattern(
            r"(?<![\w/.-])(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])"
            r"(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])(?!\.\d)"
        ),
        _iso,
        YEARS,
    ),
    Rule(
        pattern(
            rf"{LEFT}(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark)(?P<y>(?:1[89]|20)\d\d){RIGHT}"
        ),
        _numeric,
        YEARS,
    ),
    Rule(
        pattern(
            rf"{LEFT}(?P<d>{DAY})(?:{S}(?P<m>{MONTH})(?:,?{S}(?P<y>{YEAR}))?)?{TO}"
            rf"(?P<d2>{DAY}){S}(?:of{S})?(?P<m2>{MONTH}),?{S}(?P<y2>{YEAR})"
        ),
        _days,
        YEARS,
    ),
    Rule(
        pattern(
            rf"(?P<m>\b{MONTH}){S}(?P<d>{DAY})(?:,{S}(?P<y>{YEAR}))?{TO}"
            rf"(?:(?P<m2>{MONTH}){S})?(?P<d2>{DAY}),?{S}(?P<y2>{YEAR})"
        ),
        _days,
        YEARS,
    ),
    Rule(pattern(rf"{ON_WEEKDAY}{LEFT}{FULL_DAY_MONTH},?{S}(?P<y>{YEAR})"), _day, YEARS),
    Rule(
        pattern(rf"{ON_WEEKDAY}\b(?P<m>{MONTH}){S}(?P<d>{DAY})(?:,{S}|{S})(?P<y>{YEAR})"),
        _day,
        YEARS,
    ),
    Rule(
        pattern(rf"\b(?P<m>{MONTH})(?:,?{S}(?P<y>{YEAR}))?{TO}(?P<m2>{MONTH}),?{S}(?:of{S})?(?P<y2>{YEAR})"),
        _months,
        YEARS,
    ),
    Rule(pattern(rf"(?:\b{THIRD})?\b(?P<m>{MONTH}),?{S}(?:of{S})?(?P<y>{YEAR})"), _month, YEARS),
    Rule(pattern(rf"\b(?P<s>{SEASON})(?:{S}of)?{S}(?P<y>{YEAR})"), _season, YEARS),
    Rule(
        pattern(
            rf"\b(?:Q(?P<q>[1-4])|(?P<o>{ORDINAL})(?:{S}|-)(?P<unit>quarter|half))(?:{S}of)?,?{S}(?P<y>{YEAR})"
        ),
        _part,
        YEARS,
    ),
    Rule(
        pattern(
            rf"(?:\b{THIRD})?(?:{LEFT}(?P<full>[12]\d\d0)['\u2019]?s\b|['\u2018\u2019](?P<short>[2-9]0)s\b)"
        ),
        _decade,
        ("0s", "0's", "0\u2019s"),
    ),
    Rule(
        pattern(rf"(?:\b{THIRD}|(?<=\bthe )|(?<=\bThe ))(?P<word>{DECADE_WORD})(?!-)"),
        _worded_decade,
        ("ties",),
    ),
    Rule(
        pattern(rf"(?:\b{THIRD})?\b(?P<o>{ORDINAL})(?:{S}|-)century\b{NO_ERA}", ignore_case=True),
        _century,
        ("century",),
    ),
    Rule(
        pattern(rf"{LEFT}(?P<y>[12]\d{{3}}){DASH}(?P<y2>[12]\d{{3}}|\d\d){RIGHT}"),
        _years,
        YEARS,
    ),
    Rule(
        pattern(
            rf"(?:(?<=\bfrom )|(?<=\bbetween )|(?<=\bFrom )|(?<=\bBetween ))(?P<y>[12]\d{{3}}){S}(?:to|and|until|till|through){S}(?P<y2>[12]\d{{3}}){RIGHT}"
        ),
        _years,
        YEARS,
    ),
)
