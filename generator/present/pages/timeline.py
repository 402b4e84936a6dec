"""Dates, in their order.

In: the timeline. Out: one page: dated entries by their first day, with the precision the text gives; then those of
which no calendar date is known, in the order of the texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, TIMELINE
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import Passage, read_passage
from generator.present.items import DateLine, line_date

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A date in its sentence."""

    id: str
    date: DateLine
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The view of `timeline.md.j2`."""

    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    left_out: int
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, timeline = briefing.place(TIMELINE), briefing.corpus.timeline
    order = sorted(
        timeline,
        key=lambda entry: (
            entry.date.lo is None and entry.date.hi is None,
            entry.date.lo or entry.date.hi or date.min,
            entry.date.hi or date.max,
        ),
    )
    shown = order[: briefing.settings.sentences_per_page]
    entries = [
        Entry(
            id=entry.id,
            date=line_date(entry, briefing, place),
            passage=read_passage(entry.evidence, briefing, place),
        )
        for entry in shown
    ]
    view = Timeline(
        dated=tuple(entry for entry in entries if entry.date.known),
        undated=tuple(entry for entry in entries if not entry.date.known),
        left_out=len(order) - len(shown),
        data_url=place.to(DATA),
    )
    yield Draft(path=TIMELINE, title="Dates", view=view, template="timeline.md.j2", hub=True)


PAGE = PageType(noun="timeline", build=build)
