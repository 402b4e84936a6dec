"""A chart and its table, made from the same lines.

In: lines of counts, the fixed words of a kind of chart and the names of its series. Out: `Figure`. Chart and
table cannot disagree; where there is too little for a chart, the table and the reason stand alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.plots import Bar, Part, bars
from generator.present.render import counted
from generator.present.sketches import Sketch, sketch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.settings import PresentSettings

BARS = 12
"""Most bars in a chart; the table holds more."""
TABLE_ROWS = 50
"""Most rows of a table; the data files hold all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table twin."""

    text: str
    """Plain text, not escaped."""
    href: str | None = None
    """Address of the evidence, or of the page about it."""
    number: bool = False
    """True for figures, which stand at the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart, or the reason why there is none, and the same as a table."""

    id: str
    """Unique on a page; names the saved picture."""
    title: str
    says: str
    """What the chart shows, in one or two sentences with the numbers; plain text, not escaped."""
    plot: str | None
    """Plotly figure as one line of JSON; `None` where the chart is withheld."""
    withheld: str | None
    """Why there is no chart and what would change that; `None` where there is one."""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """The table twin; empty where there is nothing to show."""
    left_out: int
    """Rows that the table does not hold because there are too many; the data files hold them."""
    sketch: Sketch | None = None
    """The same bars without a library, until the chart is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a bar and a row of the table have in common."""

    lead: tuple[Cell, ...]
    """The cells before the counts; the last one names the line."""
    counts: tuple[int, ...]
    """One entry a series."""
    targets: tuple[str | None, ...]
    """Where each count leads."""
    target: str | None
    """Where the sum leads."""
    cards: tuple[tuple[str, ...], ...]
    """Hover cards, one a series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The fixed words of one kind of chart."""

    id: str
    title: str
    lead: tuple[str, ...]
    """Table heads before the counts."""
    total: str
    """Table head of the sum."""
    things: str
    """What a bar stands for, in the plural."""
    remedy: str
    """What would give a chart where there is too little."""


def twin(
    kind: Kind,
    says: str,
    series: Sequence[str],
    lines: Sequence[Line],
    settings: PresentSettings,
    *,
    rest: bool = False,
) -> Figure:
    """The figure of these lines: a chart where there are enough of them, and the table always.

    `rest` says that the last line is none of the things that are compared, as unknown speakers are; it is drawn
    and listed however many lines there are.
    """
    several = len(series) > 1
    rows = []
    for line in _first(lines, TABLE_ROWS, rest=rest):
        pairs = zip(line.counts, line.targets, strict=True) if several else ()
        parts = tuple(Cell(text=str(count), href=target, number=True) for count, target in pairs)
        rows.append((*line.lead, *parts, Cell(text=str(sum(line.counts)), href=line.target, number=True)))
    withheld = None
    if len(lines) < settings.chart_minimum:
        things = counted(len(lines), kind.things.removesuffix("s"))
        verb = "is" if len(lines) == 1 else "are"
        least = settings.chart_minimum
        withheld = f"No chart: there {verb} {things} to compare, and it takes {least}. {kind.remedy}"
    elif len(lines) > BARS:
        says += f" The chart shows {BARS - rest} of {len(lines) - rest:,} {kind.things}."
    drawn = [] if withheld else [_bar(line) for line in _first(lines, BARS, rest=rest)]
    return Figure(
        id=kind.id,
        title=kind.title,
        says=says,
        plot=None if withheld else bars(drawn, series),
        withheld=withheld,
        columns=(*kind.lead, *(series if several else ()), kind.total),
        rows=tuple(rows),
        left_out=max(0, len(lines) - TABLE_ROWS),
        sketch=sketch(drawn, series) if drawn else None,
    )


def _bar(line: Line) -> Bar:
    parts = tuple(
        Part(count=count, address=target or "", card=card) if count else None
        for count, target, card in zip(line.counts, line.targets, line.cards, strict=True)
    )
    return Bar(label=line.lead[-1].text, parts=parts)


def _first(lines: Sequence[Line], most: int, *, rest: bool) -> Sequence[Line]:
    """The first lines, and in place of one of them the last where that one is the rest."""
    if len(lines) <= most or not rest:
        return lines[:most]
    return (*lines[: most - 1], lines[-1])
