"""What a rule of dates is, and what it may look at.

In: a match in the text. Out: `Answer`. Rules are tried in order; what one has taken, later ones cannot see, so that
the most explicit reading of a place wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.annotate.extractors.dates.moments import Moment, third_of
from generator.annotate.extractors.dates.tense import FUTURE, Tenses
from generator.annotate.extractors.dates.vocabulary import THIRD_NAMES
from generator.model.findings import Anchor, Granularity

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from datetime import date

PRECISE = frozenset({Granularity.DAY, Granularity.MONTH})
OPENING = 12
"""Characters from the start of a sentence within which a year sets the scene for all of it."""
MONTH_LONG, YEAR_LONG = 31, 366
NEAR = 1_500
"""Characters over which an earlier date still anchors "the following day"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a match means."""

    moment: Moment
    rule: str
    """In plain words, for the reader."""
    anchor: Anchor = Anchor.EXPLICIT
    qualifier: str | None = None
    side: bool = True
    """Whether a "since" or "until" before it belongs to it."""


@dataclass(slots=True)
class Context:
    """What rules may look at besides their match."""

    text: str
    tenses: Tenses
    published: date | None
    earlier: list[tuple[int, Answer]] = field(default_factory=list)
    """Offsets and answers of the dates before this one, in the order of the text."""

    def last(self, offset: int, *, days: int = MONTH_LONG) -> Moment | None:
        """The closest date before `offset` that an event can be counted from, no longer than some days.

        What lies after the publication is passed over, unless the words look ahead themselves.
        """
        ahead = self.published is None or self.tenses.at(offset) == FUTURE
        for start, answer in reversed(self.earlier):
            moment = answer.moment
            if offset - start > NEAR:
                return None
            if moment.granularity is Granularity.UNKNOWN or not (answer.side or days == YEAR_LONG):
                continue
            if moment.lo is None or moment.hi is None:
                if moment.granularity in PRECISE:
                    return moment
            elif (moment.hi - moment.lo).days <= days and (
                ahead or self.published is None or moment.lo <= self.published
            ):
                return moment
        return None

    def sentence_year(self, offset: int) -> int | None:
        """A year stated earlier in the same sentence: in a date, or alone at its start ("In 2014, ...")."""
        begin = self.tenses.sentence_start(offset)
        for start, answer in reversed(self.earlier):
            if start < begin:
                return None
            moment = answer.moment
            if answer.anchor is not Anchor.EXPLICIT or moment.lo is None or not answer.side:
                continue
            if moment.granularity in PRECISE or (start - begin <= OPENING and _in_one_year(moment)):
                return moment.lo.year
        return None


def _in_one_year(moment: Moment) -> bool:
    return moment.lo is not None and moment.hi is not None and moment.lo.year == moment.hi.year


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction."""

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Context], Answer | None]
    """Gives nothing where the words only look like a date."""
    hints: tuple[str, ...]
    """Pieces of words in lower case, one of which every match holds; or `FOUR_DIGITS`."""


def explicit(
    moment: Moment | None, rule: str, third: int | None = None, *, side: bool = True
) -> Answer | None:
    """The answer for words that state a date in full."""
    if moment is None:
        return None
    if third is None:
        return Answer(moment=moment, rule=rule, side=side)
    name = THIRD_NAMES[third]
    return Answer(
        moment=third_of(moment, third), rule=f"{rule}; {name} part of it", qualifier=name, side=side
    )


def placed(moment: Moment | None, rule: str, anchor: Anchor, qualifier: str | None = None) -> Answer | None:
    """The answer for words that were completed from elsewhere; none where no calendar has such a date."""
    return None if moment is None else Answer(moment=moment, rule=rule, anchor=anchor, qualifier=qualifier)
