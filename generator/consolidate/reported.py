"""What the differences between reports of deeds are made from.

In: reports with their happening, date and statement. Out: `Told`, what keeps two of them apart or together, and the difference
that several make.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from generator.consolidate.happenings import WIDE, alike, words_of_sentence
from generator.consolidate.sides import make_difference
from generator.model.findings import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.comparison import Contrast, Difference, Side
    from generator.model.corpus import ActorStatement, Happening, Report
    from generator.model.findings import DateRef

DENYING = words_of_sentence("deny denies denied denying denial never")
"""Words that say no more than the modality of the deed."""
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})


SAME_DEED = 0.2
"""Least share of common words (Jaccard) of two sentences about one deed whose doer or day differs, beside those that name
the deed, its sides and its day: these are the same, or differ, in every two that are compared."""
FEW = 3
"""Sentences with fewer such words say nothing but the deed."""


class Told(NamedTuple):
    """One report with its happening, date and who is made to say it."""

    report: Report
    happening: Happening
    date: DateRef | None
    statement: ActorStatement | None


def other_words(told: Told, places: Places, sources: Sources) -> frozenset[str]:
    """The words of a sentence that name neither the deed nor its sides nor its day."""
    trigger, article = told.report.trigger, told.report.article
    named = [trigger.quote]
    named += [places.actors[one].name for one in (told.happening.agent, told.happening.patient) if one]
    named += [sources.evidence(article, told.date.span).quote] if told.date is not None else []
    sentence = words_of_sentence(sources.whole_sentence(article, trigger.span[0]).quote)
    return sentence - words_of_sentence(" ".join(named)) - DENYING


def tells_same(one: Told, other: Told, places: Places, sources: Sources) -> bool:
    """Whether two sentences share words beside those that the deed itself asks for, or have none."""
    words, others = (other_words(each, places, sources) for each in (one, other))
    return alike(words, others) >= SAME_DEED or (len(words) < FEW and len(others) < FEW)


def other_side(happening: Happening) -> str | None:
    """To whom or what it was done: an actor, or the words for a thing; `None` where no side is named."""
    if happening.patient is not None:
        return happening.patient
    words = next((one.patient.quote for one in happening.reports if one.patient is not None), None)
    if words is None:
        return None
    kept = [word for word in words.casefold().split() if word not in ARTICLES]
    return " ".join(kept) or None


def apart_in_time(one: DateRef | None, other: DateRef | None) -> dt.timedelta | None:
    """Time between two dates, nothing for dates that overlap; `None` where one is not known well enough."""
    if one is None or other is None or one.lo is None or other.lo is None:
        return None
    one_end, other_end = one.hi or one.lo, other.hi or other.lo
    if max(one_end - one.lo, other_end - other.lo) > WIDE:
        return None
    return max(one.lo - other_end, other.lo - one_end, dt.timedelta())


def overtaken(one: Told, all_told: Iterable[Told], sources: Sources) -> bool:
    """Whether a plan is older than the news that it was carried out: then nobody tells it otherwise."""
    if one.report.modality is not Modality.PLANNED:
        return False
    published = sources.articles[one.report.article].published
    done = [
        day
        for other in all_told
        if other.report.modality in {Modality.ASSERTED, Modality.REPORTED}
        and (day := sources.articles[other.report.article].published) is not None
    ]
    return published is not None and bool(done) and published < min(done)


def event_difference(kind: Contrast, happening: Happening, sides: tuple[Side, ...], rule: str) -> Difference:
    """A difference between reports of one event."""
    actors = tuple(one for one in (happening.agent, happening.patient) if one is not None)
    return make_difference(kind, happening.id, happening.reports[0].trigger.quote, actors, sides, rule)
