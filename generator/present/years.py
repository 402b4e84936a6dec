"""The years of the timeline.

In: entries with a place in the calendar. Out: them under headings of years, long ones divided by month, and the years that
are a click away while there are many.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.present.items import MONTHS
from generator.present.precision import month_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.present import chronicle
    from generator.present.chronicle import Entry

ANCHORS = 12
"""Fewest entries of a year that are divided by month."""
DOORS = 12
"""Years whose links stand open; of more, those with most entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The entries under one heading of a year."""

    number: int
    """Of the part of the list."""
    anchor: str | None
    """`None` for what comes before the months, and in a year that is not divided."""
    label: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The entries of one year."""

    number: int
    anchor: str
    label: str
    count: int
    months: tuple[Month, ...]

    @property
    def held(self) -> int:
        """Entries that stand on the page; the script of the list has the others."""
        return sum(len(month.entries) for month in self.months)


def gather_years(dated: Sequence[tuple[chronicle.Draft, Entry]], numbers: Iterator[int]) -> Iterator[Year]:
    """Each year once, in order; `numbers` are those of the parts of the list."""

    def year_of(pair: tuple[chronicle.Draft, Entry]) -> int:
        day = pair[1].low or pair[1].high
        return day.year if day else 0

    for year, found in groupby(dated, key=year_of):
        pairs = list(found)
        divided = len(pairs) >= ANCHORS
        number = next(numbers)
        months = []
        for month, held in groupby(
            pairs, key=lambda pair: divided and pair[0].when and month_of(pair[0].when)
        ):
            months.append(
                Month(
                    number=next(numbers),
                    anchor=f"y{year}-{month:02}" if month else None,
                    label=f"{MONTHS[month - 1]} {year}" if month else None,
                    entries=tuple(entry for _, entry in held),
                )
            )
        yield Year(number=number, anchor=f"y{year}", label=str(year), count=len(pairs), months=tuple(months))


def main_years(years: Sequence[Year]) -> tuple[Year, ...]:
    """The years with most entries, in order; all of them where few are left."""
    if len(years) <= DOORS + DOORS // 2:
        return tuple(years)
    most = {one.anchor for one in sorted(years, key=lambda one: -one.count)[:DOORS]}
    return tuple(one for one in years if one.anchor in most)


def other_years(years: Sequence[Year]) -> tuple[Year, ...]:
    """Those that are not among the main ones, in order."""
    main = {one.anchor for one in main_years(years)}
    return tuple(one for one in years if one.anchor not in main)
