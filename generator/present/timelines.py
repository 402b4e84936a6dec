"""The timeline as a chart.

In: entries with a place in the calendar. Out: `Figure`: one bar an entry while they are few, from the first to the last
day it can mean; entries by month, year or span of years where they are many. A click opens the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING, Any

from generator.model.findings import Modality
from generator.present.happenings import CONFLICT, COOPERATION, MODALITIES
from generator.present.items import MONTHS
from generator.present.plots import (
    BAR_HEIGHT,
    CARD_WIDTH,
    CONFIG,
    EDGE,
    KEY_LENGTH,
    PATTERNS,
    Bar,
    Part,
    bars,
    card,
    label,
    row_layout,
    to_json,
)
from generator.present.render import counted
from generator.present.sketches import Sketch, Span, sketch, sketch_spans
from generator.present.twins import TABLE_ROWS, Cell, Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.present.chronicle import Entry
    from generator.present.happenings import HappeningLine
    from generator.settings import PresentSettings

DATED = 5
"""Fewest dated entries for a chart, whatever the option says."""
SINGLE = 24
"""Most entries that have a bar each."""
ROWS = 24
"""Most bars of a chart that counts."""
BARE = "date alone"
REPORTED = MODALITIES[Modality.REPORTED]
SERIES = (COOPERATION, CONFLICT, BARE)
MOST, NEARLY_ALL = 0.7, 0.9
"""Shares of the entries that must lie within the periods: within months, which say more, and within years."""
SPANS = (1, 5, 10, 25, 50, 100, 250, 500)
"""Numbers of years that can be counted together."""
THINNEST = 160
"""The thinnest bar is this part of the whole, so that a day of a long time can be seen and hit."""
AXIS_ROOM = 28
"""Pixels for the years below the bars."""
DAY = 86_400_000
"""Milliseconds: the measure of Plotly's calendar."""


@dataclass(frozen=True, slots=True)
class _Period:
    name: str
    entries: list[Entry]


def draw_timeline(entries: Sequence[Entry], settings: PresentSettings) -> Figure:
    """The chart of what is dated and told as done; the others are in the list alone."""
    held = [one for one in entries if _charted(one)]
    least = max(DATED, settings.chart_minimum)
    says = f"{counted(len(held), 'entry', 'entries')} with a place in the calendar."
    plot = withheld = simple = None
    if len(held) < least:
        verb = "is" if len(held) == 1 else "are"
        number = counted(len(held), "dated entry", "dated entries")
        withheld = (
            f"No chart: there {verb} {number}, and it takes {least}. Articles with dates would change that."
        )
    elif len(held) <= SINGLE:
        plot, simple = _each(held), _sketch(held)
        says += " A bar reaches from the first to the last day that an entry can mean."
    else:
        rows, names, unit = _counted(held)
        plot, simple = bars(rows, names), sketch(rows, names)
        says += f" Counted by {unit}, by the first day that an entry can mean."
    return Figure(
        id="timeline",
        title="When",
        says=says,
        plot=plot,
        withheld=withheld,
        columns=("Date", "What", "First day", "Last day"),
        rows=tuple(_row(one) for one in held[:TABLE_ROWS]) if plot else (),
        left_out=max(0, len(held) - TABLE_ROWS) if plot else 0,
        sketch=simple,
    )


def _charted(one: Entry) -> bool:
    plain = any(not line.doubtful and line.told in (None, REPORTED) for line in one.deeds)
    return bool(one.low and one.high) and (plain or not one.deeds)


def _series(one: Entry) -> str:
    return _first(one).sort if one.deeds else BARE


def _first(one: Entry) -> HappeningLine:
    """The deed by which an entry is called."""
    return next((line for line in one.deeds if not line.doubtful), one.deeds[0])


def _name(one: Entry) -> str:
    """What a bar is called: the class and who takes part, or the words of the date."""
    if not one.deeds:
        return one.label or ""
    line = _first(one)
    parties = [
        party.actor.name if party.actor else party.words or ""
        for party in (line.agent, line.patient)
        if party
    ]
    return f"{line.what}: {' → '.join(parties)}" if parties else line.what


def _card(one: Entry) -> tuple[str, ...]:
    passage = one.passage
    return one.label or "", _name(one), f"{passage.before}{passage.quote}{passage.after}"


def _row(one: Entry) -> tuple[Cell, ...]:
    low, high = (day.isoformat() if day else "" for day in (one.low, one.high))
    return (
        Cell(text=one.label or ""),
        Cell(text=_name(one), href=one.passage.url),
        Cell(text=low),
        Cell(text=high),
    )


def _counted(held: Sequence[Entry]) -> tuple[list[Bar], list[str], str]:
    """Bars and series that count entries by period, and what the periods are; empty ones between others stay."""
    names = [name for name in SERIES if any(_series(one) == name for one in held)]
    periods, unit = _periods(held)
    rows = []
    for period in periods:
        parts: list[Part | None] = []
        for name in names:
            found = [one for one in period.entries if _series(one) == name]
            what = counted(len(found), "entry", "entries")
            parts.append(
                Part(
                    count=len(found),
                    address=found[0].passage.url,
                    card=(period.name, f"{name}: {what}", f"First: {_name(found[0])}"),
                )
                if found
                else None
            )
        rows.append(Bar(label=period.name, parts=tuple(parts)))
    return rows, names, unit


def _periods(held: Sequence[Entry]) -> tuple[list[_Period], str]:
    """The shortest periods that hold most entries: months where nearly every date there has one, years, spans of years.

    Those that lie before and after them are counted together at both ends.
    """
    spans = [(one.low, one.high) for one in held if one.low and one.high]
    start, end, inside = _densest([_month(low) for low, _ in spans])
    coarse = sum(start <= _month(low) <= end and (high - low).days > 31 for low, high in spans)
    if inside >= MOST * len(spans) and coarse * 4 <= inside:
        names = {number: f"{MONTHS[number % 12]} {number // 12}" for number in range(start, end + 1)}
        return _filled(held, names, _month), "month"
    for step in SPANS:
        start, end = _shortest([low.year // step for low, _ in spans])
        if end - start < ROWS:
            break
    names = {
        number: str(number) if step == 1 else f"{number * step}–{number * step + step - 1}"
        for number in range(start, end + 1)
    }
    return _filled(held, names, lambda day: day.year // step), "year" if step == 1 else f"{step} years"


def _densest(numbers: Sequence[int]) -> tuple[int, int, int]:
    """First and last of as many periods in a row as a chart has bars for, where most entries lie, and how many do."""
    ordered = sorted(numbers)
    best = (0, 0, 0)
    for at, number in enumerate(ordered):
        after = bisect_left(ordered, number + ROWS)
        if after - at > best[2]:
            best = (number, ordered[after - 1], after - at)
    return best


def _shortest(numbers: Sequence[int]) -> tuple[int, int]:
    """First and last of the fewest periods in a row that hold nearly all entries."""
    ordered = sorted(numbers)
    held = ceil(NEARLY_ALL * len(ordered))
    ends = zip(ordered, ordered[held - 1 :], strict=False)
    return min(ends, key=lambda pair: pair[1] - pair[0])


def _filled(held: Sequence[Entry], names: dict[int, str], number_of: Callable[[date], int]) -> list[_Period]:
    """The entries by period, with what comes before and after at both ends."""
    start, end = min(names), max(names)
    made = {number: _Period(name, []) for number, name in names.items()}
    first, last = names[start].partition("–")[0], names[end].rpartition("–")[2]
    before, after = _Period(f"before {first}", []), _Period(f"after {last}", [])
    for one in held:
        if one.low:
            number = number_of(one.low)
            made.get(number, before if number < start else after).entries.append(one)
    return [
        period
        for period in (before, *made.values(), after)
        if period.entries or period.name in names.values()
    ]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _each(held: Sequence[Entry]) -> str:
    """One bar an entry, in the order of time."""
    names = [name for name in SERIES if any(_series(one) == name for one in held)]
    first = min(one.low for one in held if one.low)
    last = max(one.high for one in held if one.high)
    thinnest = max(1.0, ((last - first).days + 1) / THINNEST)
    data: list[dict[str, Any]] = []
    for tone, name in enumerate(names):
        found = [(row, one) for row, one in enumerate(held) if _series(one) == name]
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": label(name, CARD_WIDTH),
                "y": [row for row, _ in found],
                "base": [one.low.isoformat() for _, one in found if one.low],
                "x": [round(max(thinnest, _days(one)) * DAY) for _, one in found],
                "customdata": [one.passage.url for _, one in found],
                "hovertext": [card(_card(one)) for _, one in found],
                "hoverinfo": "text",
                "textposition": "none",
                "marker": {"pattern": {"shape": PATTERNS[tone]}},
                "meta": {"tone": tone, "short": label(name, KEY_LENGTH)},
            }
        )
    grid = "rgba(128,128,128,0.25)"
    margin = timedelta(days=round(max(2.0, (last - first).days * 0.03)))
    layout = {
        **row_layout([_name(one) for one in held], several=len(names) > 1),
        "barmode": "overlay",
        "bargap": 0.4,
        "height": BAR_HEIGHT * len(held) + 2 * EDGE + AXIS_ROOM,
        "margin": {"l": 0, "r": 20, "t": EDGE, "b": EDGE + AXIS_ROOM},
        "xaxis": {
            "type": "date",
            "range": [_moved(first, -margin).isoformat(), _moved(last, margin).isoformat()],
            "fixedrange": True,
            "gridcolor": grid,
            "nticks": 6,
            "zeroline": False,
            "hoverformat": "%Y-%m-%d",
        },
    }
    return to_json({"data": data, "layout": layout, "config": CONFIG})


def _sketch(held: Sequence[Entry]) -> Sketch:
    names = [name for name in SERIES if any(_series(one) == name for one in held)]
    spans = [
        Span(
            label=_name(one),
            tone=names.index(_series(one)),
            low=one.low,
            high=one.high,
            url=one.passage.url,
            words="; ".join(_card(one)[:2]),
        )
        for one in held
        if one.low and one.high
    ]
    days = (max(one.high for one in spans) - min(one.low for one in spans)).days + 1
    return sketch_spans(spans, names, max(1.0, days / THINNEST), AXIS_ROOM)


def _days(one: Entry) -> int:
    return (one.high - one.low).days + 1 if one.low and one.high else 1


def _moved(day: date, by: timedelta) -> date:
    """The calendar has a first and a last day."""
    try:
        return day + by
    except OverflowError:
        return day
