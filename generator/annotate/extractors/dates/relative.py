"""Dates counted from the date of publication: yesterday, two weeks ago, last month, in recent days, in two years.

In: matches. Out: answers anchored in the document; without a date of publication they stay unknown, since counting from
the day of the build would state what nobody wrote.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.extractors.dates import moments
from generator.annotate.extractors.dates.rule import Answer, Context, Rule
from generator.annotate.extractors.dates.tense import FUTURE
from generator.annotate.extractors.dates.vocabulary import (
    NUMBER,
    THIRD,
    THIRD_NAMES,
    UNIT_HINTS,
    S,
    listed,
    number_of,
    pattern,
    third_number,
)
from generator.model.findings import Anchor

if TYPE_CHECKING:
    from datetime import date

    from generator.annotate.extractors.dates.moments import Moment

RECORD = re.compile(r"\b(?:[a-z]{2,}est|first|most|least|only|worst|best)\b[^.!?]*$")
"""Before "in ten years" these speak of a record, not of a date."""
COUNTED = ", counted from the date of publication"
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
A_FEW = 9
"""Most days, weeks, ... that "a few" and "recent" are taken to mean."""
UNITS = r"(?:days?|weeks?|fortnights?|months?|years?|decades?|centuries|century)"
VAGUE = rf"(?:a{S}few|a{S}couple{S}of|several|some|many|recent)"
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def unit_of(word: str) -> str:
    """The unit in the singular."""
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def shifted(start: date, unit: str, count: int) -> date | None:
    """The day that lies `count` units after `start`, before it where negative."""
    if unit in DAYS_IN:
        return moments.add_days(start, count * DAYS_IN[unit])
    return moments.add_months(start, count * MONTHS_IN[unit])


def calendar_unit(day: date, unit: str) -> Moment | None:
    """The day, week, month, ... in which a day lies."""
    if unit == "day":
        return moments.on(day)
    if unit in {"week", "fortnight"}:
        return moments.week_of(day)
    if unit == "month":
        return moments.month_of(day.year, day.month)
    if unit == "year":
        return moments.year_of(day.year)
    return (
        moments.decade_of(day.year // 10 * 10)
        if unit == "decade"
        else moments.century_of(day.year // 100 + 1)
    )


def counted(moment: Moment | None, rule: str, qualifier: str | None = None) -> Answer | None:
    """An answer anchored in the date of publication."""
    if moment is None:
        return None
    return Answer(moment=moment, rule=rule + COUNTED, anchor=Anchor.DOCUMENT, qualifier=qualifier)


def unanchored(rule: str, qualifier: str | None = None) -> Answer:
    """An answer for words whose starting point is not known."""
    return Answer(
        moment=moments.UNKNOWN, rule=f"{rule}; nothing to count from", anchor=Anchor.NONE, qualifier=qualifier
    )


def _day(match: re.Match[str], context: Context) -> Answer | None:
    word = match["day"].lower()
    token = context.tenses.token(match.start("day"))
    if token is not None and token.ent_type_ in {"ORG", "WORK_OF_ART", "PRODUCT"}:
        return None  # the name of a newspaper
    after = context.text[match.end() : match.end() + 24]
    if after[:1] in {"'", "\u2019"}:
        possessed = after[2:].split()
        if match["beyond"] or (possessed and possessed[0].strip(".,;:").lower() in listed("age")):
            return None
    offset = DAYS[word] + (0 if not match["beyond"] else 1 if word == "tomorrow" else -1)
    rule = " ".join(match.group().lower().split())
    if context.published is None:
        return unanchored(f"“{rule}”")
    day = moments.add_days(context.published, offset)
    return counted(moments.on(day), f"“{rule}”") if day else None


def _part_of_day(match: re.Match[str], context: Context) -> Answer | None:
    rule = " ".join(match.group().lower().split())
    if context.published is None:
        return unanchored(f"“{rule}”")
    day = moments.add_days(context.published, -1 if match["which"].lower() == "last" else 0)
    return counted(moments.on(day), f"“{rule}”") if day else None


def _ago(match: re.Match[str], context: Context) -> Answer | None:
    unit = unit_of(match["unit"])
    if context.published is None:
        return unanchored("time “ago”")
    if match["number"] is None:
        latest = shifted(context.published, unit, -1)
        earliest = shifted(context.published, unit, -A_FEW) if match["vague"] else None
        return counted(moments.between(earliest, latest), "rough time “ago”", "about")
    count = number_of(match["number"])
    day = shifted(context.published, unit, -count)
    if day is None:
        return None
    return counted(_around(day, unit), f"{match['unit'].lower()} “ago”", None if unit == "day" else "about")


def _around(day: date, unit: str) -> Moment | None:
    """How exact a count is: of days to the day, of weeks to half a week, of longer units to the unit."""
    if unit in {"week", "fortnight"}:
        return moments.between(moments.add_days(day, -3), moments.add_days(day, 3))
    if unit in {"decade", "century"}:
        return moments.between(moments.add_months(day, -24), moments.add_months(day, 24))
    return calendar_unit(day, unit)


def _unit(match: re.Match[str], context: Context) -> Answer | None:
    unit, which, third = unit_of(match["unit"]), match["which"].lower(), third_number(match)
    words = " ".join(match.group().lower().split())
    if match["unit"].istitle() and match["which"].istitle():
        return None  # a title: "This Week"
    if context.published is None:
        return unanchored(f"“{words}”")
    step = {"last": -1, "this": 0, "next": 1, "the current": 0, "the coming": 1}[" ".join(which.split())]
    if unit in {"weekend", "quarter"}:
        return counted(_weekend(context.published, step) if unit == "weekend" else None, f"“{words}”")
    day = shifted(context.published, unit, step)
    moment = calendar_unit(day, unit) if day else None
    if moment is None:
        return None
    part = (match["part"] or "").lower()
    if part and moment.lo and moment.hi:
        earlier = part == "earlier"
        narrowed = (
            moments.between(moment.lo, min(context.published, moment.hi), about=False)
            if earlier
            else moments.between(max(context.published, moment.lo), moment.hi, about=False)
        )
        value = moment.value
        moment = replace(moment, lo=narrowed.lo, hi=narrowed.hi, edtf=narrowed.edtf, value=value)
        return counted(moment, f"“{words}”", "early" if earlier else "late")
    if third is not None:
        return counted(moments.third_of(moment, third), f"“{words}”", THIRD_NAMES[third])
    return counted(moment, f"“{words}”")


def _weekend(published: date, step: int) -> Moment | None:
    week = moments.week_of(published, step)
    saturday = moments.add_days(week.lo, 5) if week and week.lo else None
    sunday = moments.add_days(saturday, 1) if saturday else None
    return moments.between(saturday, sunday, about=False) if saturday and sunday else None


def _stretch(match: re.Match[str], context: Context) -> Answer | None:
    """In the past two weeks, over the last few years, in the next ten days."""
    unit, published = unit_of(match["unit"]), context.published
    words = " ".join(match.group().lower().split())
    if published is None:
        return unanchored(f"“{words}”")
    count = number_of(match["number"]) if match["number"] else None
    forward = match["which"].lower() in {"next", "coming", "following"}
    if count is None and not match["vague"] and not match["unit"].lower().endswith("s"):
        count = 1
    if count is None:
        reach = shifted(published, unit, A_FEW if forward else -A_FEW)
    else:
        reach = shifted(published, unit, count if forward else -count)
    moment = moments.between(published, reach) if forward else moments.between(reach, published)
    return counted(moment, f"“{words}”", "within")


def _ahead(match: re.Match[str], context: Context) -> Answer | None:
    """In two weeks: a date only where the verb looks ahead; else it is how long something took."""
    before = context.text[max(0, match.start() - 60) : match.start()]
    if context.tenses.at(match.start()) != FUTURE or RECORD.search(before):
        return None
    unit = unit_of(match["unit"])
    if context.published is None:
        return unanchored("time to come")
    day = shifted(context.published, unit, number_of(match["number"]))
    return counted(_around(day, unit), f"{match['unit'].lower()} to come", "about") if day else None


WHICH = rf"(?P<which>last|this|next|the{S}current|the{S}coming)"

RULES = (
    Rule(
        pattern(
            rf"\b(?P<beyond>the{S}day{S}(?:before|after){S})?(?P<day>yesterday|today|tomorrow|tonight)\b",
            ignore_case=True,
        ),
        _day,
        ("yesterday", "today", "tomorrow", "tonight"),
    ),
    Rule(
        pattern(rf"\b(?P<which>last|this){S}(?:night|morning|afternoon|evening)\b", ignore_case=True),
        _part_of_day,
        ("night", "morning", "afternoon", "evening"),
    ),
    Rule(
        pattern(
            rf"\b(?:(?P<number>{NUMBER}){S}|(?P<vague>{VAGUE}){S})?(?P<unit>{UNITS}){S}ago\b",
            ignore_case=True,
        ),
        _ago,
        ("ago",),
    ),
    Rule(
        pattern(
            rf"\b(?:(?P<part>earlier|later){S}|{THIRD})?{WHICH}{S}(?P<unit>week|month|year|decade|century|weekend)\b"
            rf"(?!-|['\u2019]s{S}[a-z]+-old)",
            ignore_case=True,
        ),
        _unit,
        UNIT_HINTS,
    ),
    Rule(
        pattern(
            rf"\b(?:(?<=the )|(?<=in )|(?<=over )|(?<=this ))(?P<which>past|last|next|coming|recent)"
            rf"{S}(?:(?P<number>{NUMBER}){S}|(?P<vague>few|couple{S}of|several){S})?(?P<unit>{UNITS})\b",
            ignore_case=True,
        ),
        _stretch,
        UNIT_HINTS,
    ),
    Rule(
        pattern(
            rf"\bin{S}(?P<number>{NUMBER}){S}(?P<unit>days|weeks?|months?|years?|decades?)\b(?!['\u2019])",
            ignore_case=True,
        ),
        _ahead,
        UNIT_HINTS,
    ),
)
