"""Holidays: Christmas Eve, Good Friday, New Year's Eve 2020.

In: matches of the names in `holidays.txt`. Out: days. Only holidays are listed that the calendar alone fixes, by the day
of the year or by Easter; one that each country keeps on a day of its own would be a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from generator.annotate.extractors.dates import moments
from generator.annotate.extractors.dates.partial import complete
from generator.annotate.extractors.dates.rule import Answer, Context, Rule, explicit, placed
from generator.annotate.extractors.dates.vocabulary import YEAR, S, either, pattern
from generator.lexicons import read_sections
from generator.model.findings import Anchor

if TYPE_CHECKING:
    import re

    from generator.annotate.extractors.dates.moments import Moment

FIRST_YEAR, LAST_YEAR = 1583, 4099
"""Years for which Easter can be computed."""
NAMES = read_sections("en", "holidays")
BARE = frozenset(name for name in NAMES if " " not in name)
"""Names of one word: they also name trees, islands and persons."""
BEFORE = frozenset(
    "at on before after by since until till over during last this next around of for from through and".split()
)
"""Words before a bare name that make it a time."""


def day_in(name: str, year: int | None) -> Moment | None:
    """The day of a holiday in a year; one that moves has none without it."""
    kind, number = NAMES[name].split()
    if kind == "fixed":
        month, day = map(int, number.split("-"))
        return moments.day_of(year, month, day)
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    method = EASTER_ORTHODOX if kind == "orthodox" else EASTER_WESTERN
    found = moments.add_days(easter(year, method), int(number))
    return moments.on(found) if found else None


def _day(match: re.Match[str], context: Context) -> Answer | None:
    name, year, which = match["h"], match["y"], (match["which"] or "").lower()
    if not _is_time(match, context):
        return None
    rule = "holiday" if NAMES[name].startswith("fixed") else "holiday, counted from Easter"
    if year:
        return explicit(day_in(name, int(year)), f"{rule}, and year")
    published = context.published
    if which and published is not None:
        return _directed(name, which, context, rule)
    if published is None and context.sentence_year(match.start()) is None and day_in(name, None) is None:
        return placed(moments.UNKNOWN, f"{rule} without a year", Anchor.NONE)
    return complete(lambda one: day_in(name, one), rule, match, context)


def _directed(name: str, which: str, context: Context, rule: str) -> Answer | None:
    """Last, this or next Christmas."""
    published = context.published
    if published is None:
        return None
    days = [moment for step in (-1, 0, 1) if (moment := day_in(name, published.year + step)) is not None]
    past = [one for one in days if one.lo is not None and one.lo < published]
    coming = [one for one in days if one.lo is not None and one.lo >= published]
    chosen = {"last": past[-1:], "next": coming[:1]}.get(which, days[1:2])
    told = f"“{which}” {rule}, counted from the date of publication"
    return placed(chosen[0], told, Anchor.DOCUMENT) if chosen else None


def _is_time(match: re.Match[str], context: Context) -> bool:
    """Whether the name tells when, and is no part of another name or thing."""
    if match["y"] or match["which"]:
        return True
    before = context.text[max(0, match.start() - 14) : match.start()].split()
    cued = bool(before) and before[-1].lower() in BEFORE
    token = context.tenses.token(match.end("h") - 1)
    following = token.nbor(1) if token is not None and token.i + 1 < len(token.doc) else None
    named = following is not None and following.pos_ in {"NOUN", "PROPN"} and following.ent_type_ != "DATE"
    return (cued or not named) if match["h"] not in BARE else (cued and not named)


RULES = (
    Rule(
        pattern(
            rf"\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext){S})?(?P<h>{either(list(NAMES))})\b(?!['’]s\b)"
            rf"(?:(?:,{S}|{S}|{S}of{S}|{S}in{S})(?P<y>{YEAR}))?"
        ),
        _day,
        tuple(sorted({name.split()[0].lower() for name in NAMES})),
    ),
)
