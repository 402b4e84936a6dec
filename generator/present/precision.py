"""How well a date is known, in words and as a bar.

In: a date of the corpus. Out: its label where the year is not given, the month under which it is listed, and the part of
a year that it can mean. What is not known is said and drawn as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import Granularity
from generator.present.items import MONTHS

if TYPE_CHECKING:
    from datetime import date

    from generator.model.findings import DateRef

LONG = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
"""What has no month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How well a date is known: the part of its year that it can mean."""

    start: float
    length: float
    """Both in hundredths of the year."""
    before: bool
    """True where it reaches back beyond the year."""
    after: bool
    year_known: bool


def month_of(when: DateRef) -> int | None:
    """The month under whose heading a date stands; `None` where it is known by the year alone."""
    low = when.lo or when.hi
    if low is None or when.granularity in LONG:
        return None
    if when.lo and when.hi and (when.lo.month, when.lo.day, when.hi.month, when.hi.day) == (1, 1, 12, 31):
        return None
    return low.month


def name_without_year(found: DateRef) -> str | None:
    """`15 September, year not given`."""
    parts = (found.edtf or "").split("-")
    if parts[0] != "XXXX" or len(parts) not in (2, 3) or not all(part.isdigit() for part in parts[1:]):
        return None
    if not 1 <= int(parts[1]) <= 12:
        return None
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 3:
        return f"{int(parts[2])} {month}, year not given"
    thirds = {"early": "early ", "mid": "mid-", "late": "late "}
    return f"{thirds.get(found.qualifier or '', '')}{month}, year not given"


def draw_bar(found: DateRef) -> Bar | None:
    """The part of the year that the date can mean; a date without a year has its month."""
    low, high = found.lo or found.hi, found.hi or found.lo
    if low is None or high is None:
        parts = (found.edtf or "").split("-")
        if len(parts) < 2 or parts[0] != "XXXX" or not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
            return None
        start = (int(parts[1]) - 1) * 100 / 12
        return Bar(start=round(start, 1), length=8.3, before=False, after=False, year_known=False)
    start = _share(low)
    end = 100.0 if high.year > low.year else _share(high) + 100 / 366
    return Bar(
        start=round(start, 1),
        length=round(max(1.0, end - start), 1),
        before=found.lo is None,
        after=found.hi is None or high.year > low.year,
        year_known=True,
    )


def _share(day: date) -> float:
    return (day.timetuple().tm_yday - 1) * 100 / 366
