"""What a date means: first and last day, and the same in EDTF.

In: numbers of years, months and days, sane or not. Out: `Moment`, or `None` where no calendar has such a day. All
arithmetic stays inside the years 1 to 9999, so that no rule needs to think of overflows.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from generator.model.findings import Granularity

SPRING, WINTER = 21, 24
FIRST_QUARTER, LAST_QUARTER = 33, 36
FIRST_HALF = 40
APPROXIMATE = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A stretch of days; `lo` and `hi` are `None` where the year is not known."""

    granularity: Granularity
    lo: date | None = None
    hi: date | None = None
    edtf: str | None = None
    value: str | None = None

    @property
    def known(self) -> bool:
        """True where its days are known."""
        return self.lo is not None and self.hi is not None


UNKNOWN = Moment(granularity=Granularity.UNKNOWN)


def day_of(year: int | None, month: int, day: int) -> Moment | None:
    """One day; without a year it is unspecified."""
    if year is None:
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2000, month)[1]:
            return None
        return Moment(granularity=Granularity.DAY, edtf=f"XXXX-{month:02}-{day:02}")
    try:
        return on(date(year, month, day))
    except (ValueError, OverflowError):
        return None


def on(day: date) -> Moment:
    """The moment of one day."""
    text = day.isoformat()
    return Moment(granularity=Granularity.DAY, lo=day, hi=day, edtf=text, value=text)


def month_of(year: int | None, month: int) -> Moment | None:
    """One month; without a year it is unspecified."""
    if not 1 <= month <= 12:
        return None
    if year is None:
        return Moment(granularity=Granularity.MONTH, edtf=f"XXXX-{month:02}")
    if not MINYEAR <= year <= MAXYEAR:
        return None
    text = f"{year:04}-{month:02}"
    return Moment(
        granularity=Granularity.MONTH,
        lo=date(year, month, 1),
        hi=date(year, month, calendar.monthrange(year, month)[1]),
        edtf=text,
        value=text,
    )


def year_of(year: int) -> Moment | None:
    """One calendar year."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    text = f"{year:04}"
    return Moment(
        granularity=Granularity.YEAR, lo=date(year, 1, 1), hi=date(year, 12, 31), edtf=text, value=text
    )


def decade_of(first: int) -> Moment | None:
    """Ten years, from one that ends in 0."""
    if not 10 <= first <= MAXYEAR - 9:
        return None
    text = f"{first // 10:03}X"
    return Moment(
        granularity=Granularity.DECADE,
        lo=date(first, 1, 1),
        hi=date(first + 9, 12, 31),
        edtf=text,
        value=text,
    )


def century_of(number: int) -> Moment | None:
    """The 20th century is taken as 1900 to 1999, as EDTF and most writers do."""
    if not 2 <= number <= 99:
        return None
    first = (number - 1) * 100
    text = f"{first // 100:02}XX"
    return Moment(
        granularity=Granularity.CENTURY,
        lo=date(first, 1, 1),
        hi=date(first + 99, 12, 31),
        edtf=text,
        value=text,
    )


def season_of(year: int, season: int) -> Moment | None:
    """A season of the northern year, spring from March; a winter begins in December of its year."""
    start = month_of(year, 3 * (season - SPRING) + 3)
    end = month_of(year + 1, 2) if season == WINTER else month_of(year, 3 * (season - SPRING) + 5)
    return _part_of_year(start, end, f"{year:04}-{season}", Granularity.SEASON)


def quarter_of(year: int, quarter: int) -> Moment | None:
    """A quarter of the calendar year."""
    if not 1 <= quarter <= 4:
        return None
    start, end = month_of(year, 3 * quarter - 2), month_of(year, 3 * quarter)
    return _part_of_year(start, end, f"{year:04}-{FIRST_QUARTER + quarter - 1}", Granularity.INTERVAL)


def half_of(year: int, half: int) -> Moment | None:
    """The first or second half of a calendar year."""
    if not 1 <= half <= 2:
        return None
    start, end = month_of(year, 6 * half - 5), month_of(year, 6 * half)
    return _part_of_year(start, end, f"{year:04}-{FIRST_HALF + half - 1}", Granularity.INTERVAL)


def _part_of_year(
    start: Moment | None, end: Moment | None, edtf: str, granularity: Granularity
) -> Moment | None:
    if start is None or end is None:
        return None
    return Moment(granularity=granularity, lo=start.lo, hi=end.hi, edtf=edtf, value=edtf)


def span_of_moments(start: Moment | None, end: Moment | None) -> Moment | None:
    """From the first day of one to the last day of the other; `None` where they stand in the wrong order."""
    if start is None or end is None or not start.edtf or not end.edtf:
        return None
    if start.lo and end.hi and start.lo > end.hi:
        return None
    edtf = f"{start.edtf}/{end.edtf}"
    return Moment(granularity=Granularity.INTERVAL, lo=start.lo, hi=end.hi, edtf=edtf, value=edtf)


def between(lo: date | None, hi: date | None, *, about: bool = True) -> Moment:
    """Days from `lo` to `hi`; an unknown end stays open. The bounds are approximate unless said otherwise."""
    mark = APPROXIMATE if about else ""
    edtf = None
    if lo or hi:
        edtf = f"{lo.isoformat() + mark if lo else ''}/{hi.isoformat() + mark if hi else ''}"
    return Moment(
        granularity=Granularity.INTERVAL if edtf else Granularity.UNKNOWN, lo=lo, hi=hi, edtf=edtf, value=edtf
    )


def third_of(moment: Moment, third: int) -> Moment:
    """The early, middle or late part of a month, year, decade or century.

    A third of a month is ten days, of a year four months. `value` still names the whole unit; the caller keeps the
    qualifier beside it.
    """
    if moment.lo is None or moment.hi is None:
        return moment
    year = moment.lo.year
    if moment.granularity is Granularity.MONTH:
        lo = moment.lo.replace(day=10 * third - 9)
        hi = moment.hi if third == 3 else moment.lo.replace(day=10 * third)
        return replace(moment, lo=lo, hi=hi, edtf=f"{lo.isoformat()}~/{hi.isoformat()}~")
    if moment.granularity is Granularity.YEAR:
        first, last = month_of(year, 4 * third - 3), month_of(year, 4 * third)
        assert first is not None
        assert last is not None
        return replace(moment, lo=first.lo, hi=last.hi, edtf=f"{first.edtf}~/{last.edtf}~")
    if moment.granularity in {Granularity.DECADE, Granularity.CENTURY}:
        step = 1 if moment.granularity is Granularity.DECADE else 10
        from_, to = ((0, 3), (4, 6), (7, 9))[third - 1]
        lo = date(year + from_ * step, 1, 1)
        hi = date(year + to * step + step - 1, 12, 31)
        return replace(moment, lo=lo, hi=hi, edtf=f"{lo.year:04}~/{hi.year:04}~")
    return moment


def add_days(day: date, days: int) -> date | None:
    """`None` beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of another month, or its last one; `None` beyond the calendar."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def week_of(day: date, offset: int = 0) -> Moment | None:
    """Monday to Sunday."""
    monday = add_days(day, 7 * offset - day.weekday())
    sunday = add_days(monday, 6) if monday else None
    return between(monday, sunday, about=False) if monday and sunday else None
