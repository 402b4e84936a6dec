"""Dates counted from an earlier date in the text: the following day, two weeks later, that year, within days.

In: matches and the dates before them. Out: answers anchored in the narrative; where no date came before, what they mean
stays unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.dates import moments
from generator.annotate.extractors.dates.relative import (
    A_FEW,
    UNITS,
    VAGUE,
    calendar_unit,
    shifted,
    unanchored,
    unit_of,
)
from generator.annotate.extractors.dates.rule import MONTH_LONG, YEAR_LONG, Answer, Context, Rule
from generator.annotate.extractors.dates.tense import FUTURE
from generator.annotate.extractors.dates.vocabulary import NUMBER, UNIT_HINTS, S, number_of, pattern
from generator.model.findings import Anchor, Granularity

if TYPE_CHECKING:
    import re

    from generator.annotate.extractors.dates.moments import Moment

COUNTED = ", counted from an earlier date in the text"
SIZES = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
AFTER = frozenset({"following", "next", "later", "after"})


def _from(anchor: Moment, unit: str, count: int) -> Moment | None:
    """`anchor` moved by some units, as fine as the unit and the anchor allow."""
    if anchor.lo is None or anchor.hi is None:
        return None
    lo, hi = shifted(anchor.lo, unit, count), shifted(anchor.hi, unit, count)
    if lo is None or hi is None:
        return None
    first, last = calendar_unit(lo, unit), calendar_unit(hi, unit)
    if first is None or last is None:
        return None
    return first if first == last else moments.between(first.lo, last.hi)


def _reach(unit: str) -> int:
    """How long an earlier date may be to count such units from it."""
    return MONTH_LONG if unit in {"day", "night", "week", "fortnight", "month"} else YEAR_LONG


def _told(moment: Moment | None, rule: str, qualifier: str | None = None) -> Answer:
    """An answer anchored in the narrative, unknown where the earlier date is not known itself."""
    return Answer(
        moment=moment or moments.UNKNOWN,
        rule=rule + COUNTED,
        anchor=Anchor.NARRATIVE,
        qualifier=qualifier,
    )


def _neighbour(match: re.Match[str], context: Context) -> Answer | None:
    """The following day, the previous year, the same month."""
    unit, which = unit_of(match["unit"]), match["which"].lower()
    words = " ".join(match.group().lower().split())
    anchor = context.last(match.start(), days=_reach(unit))
    if anchor is None:
        return unanchored(f"“{words}”")
    count = 1 if which in {"following", "next"} else 0 if which in {"same", "that"} else -1
    return _told(_from(anchor, "day" if unit == "night" else unit, count), f"“{words}”")


def _day_beside(match: re.Match[str], context: Context) -> Answer | None:
    anchor = context.last(match.start())
    words = " ".join(match.group().lower().split())
    if anchor is None:
        return unanchored(f"“{words}”")
    return _told(_from(anchor, "day", 1 if match["which"].lower() == "after" else -1), f"“{words}”")


def _counted(match: re.Match[str], context: Context) -> Answer | None:
    """Two days later, a year earlier, several months later."""
    unit, later = unit_of(match["unit"]), match["which"].lower() in AFTER
    anchor = context.last(match.start(), days=_reach(unit))
    rule = f"time “{match['which'].lower()}”"
    if anchor is None:
        return unanchored(rule)
    if match["number"]:
        count = number_of(match["number"])
        return _told(
            _from(anchor, unit, count if later else -count), rule, None if unit == "day" else "about"
        )
    if anchor.lo is None or anchor.hi is None:
        return _told(None, rule, "about")
    moment = (
        moments.between(anchor.lo, shifted(anchor.hi, unit, A_FEW))
        if later
        else moments.between(shifted(anchor.lo, unit, -A_FEW), anchor.hi)
    )
    return _told(moment, rule, "about")


def _within(match: re.Match[str], context: Context) -> Answer | None:
    """Within days: from the date before it, or from the publication where the verb looks ahead."""
    unit = unit_of(match["unit"])
    words = " ".join(match.group().lower().split())
    count = number_of(match["number"]) if match["number"] else A_FEW
    if context.published is not None and context.tenses.at(match.start()) == FUTURE:
        moment = moments.between(context.published, shifted(context.published, unit, count))
        rule = f"“{words}”, counted from the date of publication"
        return Answer(moment=moment, rule=rule, anchor=Anchor.DOCUMENT, qualifier="within")
    anchor = context.last(match.start())
    if anchor is None:
        return unanchored(f"“{words}”", "within")
    if anchor.lo is None or anchor.hi is None:
        return _told(None, f"“{words}”", "within")
    return _told(moments.between(anchor.lo, shifted(anchor.hi, unit, count)), f"“{words}”", "within")


RULES = (
    Rule(
        pattern(
            rf"\b(?:(?<=the )|(?<=that )|(?=that ))(?P<which>following|next|previous|preceding|same|that)"
            rf"{S}(?:very{S})?(?P<unit>day|night|week|month|year|decade)\b(?!-)",
            ignore_case=True,
        ),
        _neighbour,
        (*UNIT_HINTS, "night"),
    ),
    Rule(
        pattern(rf"\bthe{S}day{S}(?P<which>before|after)\b(?!{S}\w)", ignore_case=True),
        _day_beside,
        ("the day",),
    ),
    Rule(
        pattern(
            rf"\b(?:(?P<number>{NUMBER}){S}|{VAGUE}{S})?(?P<unit>{UNITS}){S}(?P<which>later|earlier)\b"
            rf"(?!{S}than\b)",
            ignore_case=True,
        ),
        _counted,
        ("later", "earlier"),
    ),
    Rule(
        pattern(
            rf"\bwithin{S}(?:the{S}next{S}|the{S}space{S}of{S})?(?:(?P<number>{NUMBER}){S}|{VAGUE}{S})?"
            rf"(?P<unit>days|weeks?|months?|years?)\b(?!{S}of\b)",
            ignore_case=True,
        ),
        _within,
        ("within",),
    ),
)
