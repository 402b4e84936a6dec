"""Dates that lack a part: a month or day without its year, and weekdays.

In: matches. Out: answers completed from the date of publication or from a year in the same sentence; without either the
year stays unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.dates import moments
from generator.annotate.extractors.dates.rule import Answer, Context, Rule, placed
from generator.annotate.extractors.dates.tense import FUTURE, PAST
from generator.annotate.extractors.dates.vocabulary import (
    BARE_MONTH,
    DAY,
    LEFT,
    MONTH,
    MONTH_HINTS,
    ON_WEEKDAY,
    SEASON,
    SEASON_HINTS,
    THIRD,
    THIRD_NAMES,
    TO,
    WEEKDAY,
    S,
    day_number,
    listed,
    month_number,
    pattern,
    season_number,
    third_number,
    weekday_number,
)
from generator.model.findings import Anchor

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from datetime import date

    from generator.annotate.extractors.dates.moments import Moment

MOST_OF_A_YEAR = 335
"""Days. A date farther off than this is rather the other one: verbs mislead more often than writers."""
UNKNOWN_YEAR = "year not stated"
FROM_SENTENCE = "year taken from the same sentence"
FROM_PUBLICATION = "year taken from the date of publication"


def complete(
    make: Callable[[int | None], Moment | None], what: str, match: re.Match[str], context: Context
) -> Answer | None:
    """A moment whose year is looked for: in the sentence, else by the date of publication and the tense."""
    stated = context.sentence_year(match.start())
    if stated is not None:
        moment = make(stated)
        return placed(moment, f"{what} without a year; {FROM_SENTENCE}", Anchor.NARRATIVE)
    published = context.published
    if published is None:
        moment = make(None)
        return placed(moment, f"{what} without a year", Anchor.NONE)
    tense = _tense(match, context)
    found = [make(year) for year in (published.year - 1, published.year, published.year + 1)]
    # A leap day may exist in none of them.
    choice = [
        moment for moment in found if moment is not None and moment.lo is not None and moment.hi is not None
    ]
    past = [moment for moment in choice if moment.lo is not None and moment.lo <= published]
    coming = [moment for moment in choice if moment.hi is not None and moment.hi >= published]
    if tense == PAST and past and _distance(past[-1], published) <= MOST_OF_A_YEAR:
        chosen = past[-1]
    elif tense == FUTURE and coming and _distance(coming[0], published) <= MOST_OF_A_YEAR:
        chosen = coming[0]
    elif choice:
        chosen = min(choice, key=lambda moment: _distance(moment, published))
    else:
        return None
    return Answer(moment=chosen, rule=f"{what} without a year; {FROM_PUBLICATION}", anchor=Anchor.DOCUMENT)


def _distance(moment: Moment, published: date) -> int:
    """Days between a moment and the publication."""
    if moment.lo is None or moment.hi is None:
        return 0
    return max((moment.lo - published).days, (published - moment.hi).days, 0)


def _tense(match: re.Match[str], context: Context) -> int:
    before = context.text[max(0, match.start() - 10) : match.start()].split()
    if before and before[-1].lower() == "since":
        return PAST
    tense = context.tenses.at(match.start())
    return FUTURE if not tense and before and before[-1].lower() in listed("side by") else tense


def _day(match: re.Match[str], context: Context) -> Answer | None:
    month, day = month_number(match["m"]), day_number(match["d"])
    return complete(lambda year: moments.day_of(year, month, day), "day and month", match, context)


def _days(match: re.Match[str], context: Context) -> Answer | None:
    groups = match.groupdict()
    month = month_number(groups.get("m") or match["m2"])
    month2 = month_number(groups.get("m2") or match["m"])
    day, day2 = day_number(match["d"]), day_number(match["d2"])

    def make(year: int | None) -> Moment | None:
        later = year if year is None or month <= month2 else year + 1
        return moments.span_of_moments(moments.day_of(year, month, day), moments.day_of(later, month2, day2))

    return complete(make, "range of days", match, context)


def _months(match: re.Match[str], context: Context) -> Answer | None:
    month, month2 = month_number(match["m"]), month_number(match["m2"])

    def make(year: int | None) -> Moment | None:
        later = year if year is None or month <= month2 else year + 1
        return moments.span_of_moments(moments.month_of(year, month), moments.month_of(later, month2))

    return complete(make, "range of months", match, context)


def _month(match: re.Match[str], context: Context) -> Answer | None:
    if not _is_month(match, context):
        return None
    month, third = month_number(match["m"]), third_number(match)
    which = (match["which"] or "").lower()
    if which in {"last", "past"}:
        return _directed(match, context, month, -1)
    if which in {"next", "coming"}:
        return _directed(match, context, month, 1)
    answer = complete(lambda year: moments.month_of(year, month), "month", match, context)
    if answer is None or third is None:
        return answer
    name = THIRD_NAMES[third]
    return Answer(
        moment=moments.third_of(answer.moment, third),
        rule=answer.rule.replace("month", f"{name} part of a month", 1),
        anchor=answer.anchor,
        qualifier=name,
    )


def _month_of_year(match: re.Match[str], context: Context) -> Answer | None:
    """January of last year."""
    month, word = month_number(match["m"]), match["which"].lower()
    if context.published is None:
        moment = moments.month_of(None, month)
        return placed(moment, "month without a year", Anchor.NONE)
    year = context.published.year + {"last": -1, "this": 0, "next": 1}[word]
    moment = moments.month_of(year, month)
    rule = f"month of “{word} year”, counted from the date of publication"
    return placed(moment, rule, Anchor.DOCUMENT)


def _directed(match: re.Match[str], context: Context, month: int, direction: int) -> Answer | None:
    published = context.published
    if published is None:
        moment = moments.month_of(None, month)
        return placed(moment, "month without a year", Anchor.NONE)
    year = published.year
    if direction < 0 and month >= published.month:
        year -= 1
    if direction > 0 and month <= published.month:
        year += 1
    moment = moments.month_of(year, month)
    word = match["which"].lower()
    return placed(moment, f"“{word}” month, counted from the date of publication", Anchor.DOCUMENT)


def _is_month(match: re.Match[str], context: Context) -> bool:
    """Whether a name without day and year means the month."""
    if match["which"] or third_number(match) is not None:
        return True
    token = context.tenses.token(match.start("m"))
    if token is None or token.ent_type_ in {"PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC", "PRODUCT"}:
        return False
    if token.pos_ in {"VERB", "AUX"}:
        return False
    before = context.text[max(0, match.start() - 14) : match.start()].split()
    word = before[-1].lower() if before else ""
    cued = word in listed("month cue") or any(word in listed(f"side {side}") for side in SIDES)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.pos_ == "PROPN" and following.ent_type_ != "DATE":
        return False
    if match["m"].title() in listed_months():
        # "May" and "March" are believed after a preposition, and only where the model sees a date and no such person.
        return cued and token.ent_type_ == "DATE" and match["m"] not in context.tenses.surnames
    return cued or token.ent_type_ == "DATE"


def listed_months() -> frozenset[str]:
    """Months whose names mean other things as well, as spelled."""
    return frozenset(name.title() for name in listed("doubtful month"))


SIDES = ("since", "until", "by", "before", "after", "about")


def _weekday(match: re.Match[str], context: Context) -> Answer | None:
    before = context.text[max(0, match.start() - 16) : match.start()].split()
    token = context.tenses.token(match.start("w"))
    named = token is not None and token.ent_type_ in {
        "ORG",
        "WORK_OF_ART",
        "PERSON",
        "EVENT",
        "FAC",
        "PRODUCT",
    }
    if named or (before and before[-1].lower() in listed("no weekday")):
        return None
    weekday, which = weekday_number(match["w"]), (match["which"] or "").lower()
    published = context.published
    if published is None:
        return Answer(
            moment=moments.UNKNOWN, rule="weekday without a date of publication", anchor=Anchor.NONE
        )
    back, ahead = (published.weekday() - weekday) % 7, (weekday - published.weekday()) % 7
    if which in {"last", "this past"}:
        days, rule = -(back or 7), "last such weekday before the date of publication"
    elif which in {"next", "coming", "this coming"}:
        days, rule = ahead or 7, "next such weekday after the date of publication"
    elif _tense(match, context) == FUTURE:
        days, rule = ahead, "next such weekday from the date of publication, by the tense"
    else:
        days, rule = -back, "last such weekday up to the date of publication"
    day = moments.add_days(published, days)
    return Answer(moment=moments.on(day), rule=rule, anchor=Anchor.DOCUMENT) if day else None


def _season(match: re.Match[str], context: Context) -> Answer | None:
    season, which = season_number(match["s"]), match["which"].lower()
    published = context.published
    if published is None:
        return Answer(moment=moments.UNKNOWN, rule="season without a date of publication", anchor=Anchor.NONE)
    now = [
        moment
        for offset in (-1, 0)
        if (moment := moments.season_of(published.year + offset, season)) and moment.lo and moment.hi
    ]
    found = [moments.season_of(published.year + offset, season) for offset in (-1, 0, 1)]
    choice = [moment for moment in found if moment is not None]
    past = [moment for moment in choice if moment.hi and moment.hi < published]
    coming = [moment for moment in choice if moment.lo and moment.lo > published]
    if which in {"last", "this past"}:
        chosen = past[-1] if past else None
    elif which in {"next", "coming"}:
        chosen = coming[0] if coming else None
    else:
        around = [one for one in now if one.lo and one.hi and one.lo <= published <= one.hi]
        chosen = around[0] if around else _this_season(match, context, now)
    rule = f"“{which}” season, counted from the date of publication; northern seasons"
    return Answer(moment=chosen, rule=rule, anchor=Anchor.DOCUMENT) if chosen else None


def _this_season(match: re.Match[str], context: Context, found: list[Moment]) -> Moment | None:
    """That of the year of publication; a winter that is told of as past began the year before."""
    published = context.published
    over = [one for one in found if published and one.hi and one.hi < published]
    return over[-1] if over and _tense(match, context) == PAST else found[-1] if found else None


NO_YEAR = r"(?!,?\s?\d{4})"
"""A year that no rule of full dates has taken is one that no calendar has."""
WHICH = rf"(?:(?P<which>[Tt]his{S}past|[Tt]his{S}coming|[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming){S})"

EARLY_RULES = (
    Rule(
        pattern(rf"\b(?P<m>{BARE_MONTH})(?:{S}of)?{S}(?P<which>last|this|next){S}year\b"),
        _month_of_year,
        MONTH_HINTS,
    ),
)
"""Tried before "last year" is taken."""

RULES = (
    Rule(
        pattern(rf"{LEFT}(?P<d>{DAY})(?:{S}(?P<m>{MONTH}))?{TO}(?P<d2>{DAY}){S}(?:of{S})?(?P<m2>{MONTH})"),
        _days,
        MONTH_HINTS,
    ),
    Rule(
        pattern(rf"\b(?P<m>{MONTH}){S}(?P<d>{DAY}){TO}(?:(?P<m2>{MONTH}){S})?(?P<d2>{DAY})"),
        _days,
        MONTH_HINTS,
    ),
    Rule(pattern(rf"{ON_WEEKDAY}{LEFT}(?P<d>{DAY}){S}(?:of{S})?(?P<m>{MONTH}){NO_YEAR}"), _day, MONTH_HINTS),
    Rule(pattern(rf"{ON_WEEKDAY}\b(?P<m>{MONTH}){S}(?P<d>{DAY}){NO_YEAR}"), _day, MONTH_HINTS),
    Rule(pattern(rf"(?<=\bfrom )(?P<m>{BARE_MONTH}){TO}(?P<m2>{BARE_MONTH})"), _months, MONTH_HINTS),
    Rule(pattern(rf"(?<=\bbetween )(?P<m>{BARE_MONTH}){S}and{S}(?P<m2>{BARE_MONTH})"), _months, MONTH_HINTS),
    Rule(
        pattern(rf"(?:\b{THIRD}|\b{WHICH})?\b(?<!\d )(?P<m>{BARE_MONTH})(?!\.?,?{S}\d)"), _month, MONTH_HINTS
    ),
    Rule(pattern(rf"\b{WHICH}?(?P<w>{WEEKDAY})"), _weekday, ("day",)),
    Rule(pattern(rf"\b{WHICH}(?P<s>{SEASON})"), _season, SEASON_HINTS),
)
