"""Quarters, halves and seasons without their year: the third quarter, Q3, the first half of last year, in the summer.

In: matches. Out: answers completed from the sentence or the date of publication, as months are. A quarter of a match is
none, nor is a season in general ("in winter").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.extractors.dates import moments
from generator.annotate.extractors.dates.partial import complete
from generator.annotate.extractors.dates.rule import Answer, Context, Rule, placed
from generator.annotate.extractors.dates.vocabulary import (
    LEFT,
    ORDINAL,
    SEASON,
    SEASON_HINTS,
    S,
    listed,
    ordinal_number,
    pattern,
    season_number,
)
from generator.model.findings import Anchor

if TYPE_CHECKING:
    import re

    from generator.annotate.extractors.dates.moments import Moment

LAST_QUARTER = 4


def _part(match: re.Match[str], context: Context) -> Answer | None:
    """A quarter or half whose year is said beside it or not at all."""
    groups = match.groupdict()
    half = groups.get("unit") == "half"
    word = match["o"]
    last = word.lower() in {"last", "final"} if word else False
    number = (
        int(match["q"]) if match["q"] else (2 if half else LAST_QUARTER) if last else ordinal_number(word)
    )
    which = (match["which"] or match["whose"] or "").lower().removesuffix(" year").removesuffix("'s")

    def make(year: int | None) -> Moment | None:
        if year is None:
            return moments.UNKNOWN
        return moments.half_of(year, number) if half else moments.quarter_of(year, number)

    if (half or last) and not (which or match["year"]):
        return None  # the first half of a match; the last quarter of whatever
    if _plays(match, context):
        return None
    what = "half of a year" if half else "quarter of the calendar year"
    if which in {"last", "this", "next"} and context.published is not None:
        moment = make(context.published.year + {"last": -1, "this": 0, "next": 1}[which])
        return placed(moment, f"{what}; year counted from the date of publication", Anchor.DOCUMENT)
    return complete(make, what, match, context)


def _plays(match: re.Match[str], context: Context) -> bool:
    """True in a sentence about a match, whose quarters are no quarters of a year."""
    token = context.tenses.token(match.start())
    return token is not None and any(one.lemma_.lower() in listed("match") for one in token.sent)


def _quarter(match: re.Match[str], context: Context) -> Answer | None:
    """Last, this, next quarter."""
    published = context.published
    words = " ".join(match.group().lower().split())
    if published is None:
        return placed(moments.UNKNOWN, f"“{words}”; nothing to count from", Anchor.NONE)
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["which"].lower(), 0)
    number = published.year * 4 + (published.month - 1) // 3 + step
    moment = moments.quarter_of(number // 4, number % 4 + 1)
    return placed(moment, f"“{words}”, counted from the date of publication", Anchor.DOCUMENT)


def _season(match: re.Match[str], context: Context) -> Answer | None:
    """In the summer: the one that the tense and the date of publication point to."""
    token = context.tenses.token(match.start("s"))
    following = token.nbor(1) if token is not None and token.i + 1 < len(token.doc) else None
    if (
        token is None
        or token.pos_ == "VERB"
        or (following is not None and following.pos_ in {"NOUN", "PROPN"})
    ):
        return None  # "in the fall elections", "the spring water"
    if following is not None and following.lower_ in {"of", "in", "from"}:
        return None  # "the fall of the minister"
    before = context.text[: match.start("s")].rstrip()[-4:].split()
    if not match["part"] and (not before or before[-1].lower() != "the"):
        return None  # "in winter", whichever
    season = season_number(match["s"])
    answer = complete(
        lambda year: moments.UNKNOWN if year is None else moments.season_of(year, season),
        "season of the northern half",
        match,
        context,
    )
    part = (match["part"] or "").strip().lower() or None
    return replace(answer, qualifier=part) if answer else None


WHOSE = rf"(?:(?P<whose>last{S}year|this{S}year|next{S}year)['’]s{S}|\bthe{S})"
OF = rf"(?:{S}of{S}(?:(?P<which>last|this|next){S}year\b|(?P<year>the{S}year\b)))"
WITH_SEASON = ("in", "over", "during", "since", "by", "until", "before", "after", "through", "for")
"""Words before a season that is one in the calendar."""
BEHIND = "|".join(rf"(?<=\b{word} )" for word in WITH_SEASON)

RULES = (
    Rule(
        pattern(
            rf"(?:{WHOSE}(?P<o>{ORDINAL}|last|final)(?:{S}|-)(?P<unit>quarter|half)|{LEFT}\bQ(?P<q>[1-4]))\b(?!{S}of{S}(?!last\b|this\b|next\b|the{S}year\b))"
            rf"{OF}?",
            ignore_case=True,
        ),
        _part,
        ("quarter", "half", "q1", "q2", "q3", "q4"),
    ),
    Rule(
        pattern(rf"\b(?P<which>last|previous|this|next|coming){S}quarter\b(?!{S}of\b|-)", ignore_case=True),
        _quarter,
        ("quarter",),
    ),
    Rule(
        pattern(
            rf"(?:{BEHIND})(?:the{S})?(?P<part>(?:early|mid|late){S})?"
            rf"(?P<s>{SEASON})",
            ignore_case=True,
        ),
        _season,
        SEASON_HINTS,
    ),
)
