"""What stands in a chart's place until it is drawn, and where there are no scripts.

In: the bars of a chart. Out: `Sketch`, the same bars in shares of the width, so that the template draws them as SVG that fits
every screen with letters of one size. It has the height of the chart that replaces it, its patterns, and its links.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.plots import BAR_HEIGHT, EDGE, LABEL_LENGTH, SHORT_LENGTH, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.present.plots import Bar

START, WIDEST = 38.0, 54.0
"""Per cent of the width: where bars begin, and the length of the longest one."""
TONES = 4
"""Tones and patterns that are told apart."""
TICKS = 4
"""Most days written below bars of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One series' share of a bar, in per cent of the width."""

    x: float
    width: float
    tone: int
    """From 1; its pattern too."""
    url: str
    """Where the evidence is."""
    words: str
    """What it means, for those who do not see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day below the bars."""

    x: float
    label: str
    anchor: str
    """Which end of the words stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A bar of time."""

    label: str
    tone: int
    """Number of its series, from 0."""
    low: date
    high: date
    url: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One bar with its name and its sum."""

    y: int
    """Pixels from the top to the middle of the bar."""
    label: str
    short: str
    """The same for narrow screens."""
    pieces: tuple[Piece, ...]
    total: str
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A chart of bars without a library."""

    height: int
    rows: tuple[Row, ...]
    series: tuple[str, ...]
    """What the tones mean; empty where there is one only."""
    ticks: tuple[Tick, ...] = ()


def sketch(bars: Sequence[Bar], series: Sequence[str]) -> Sketch:
    """The bars, the longest one filling the width that there is."""
    sums = [sum(part.count for part in bar.parts if part) for bar in bars]
    scale = WIDEST / max((*sums, 1))
    rows = []
    for number, (bar, total) in enumerate(zip(bars, sums, strict=True)):
        pieces, x = [], START
        for tone, part in enumerate(bar.parts):
            if part:
                width = part.count * scale
                pieces.append(
                    Piece(
                        x=round(x, 2),
                        width=round(width, 2),
                        tone=tone % TONES + 1,
                        url=part.address,
                        words="; ".join(part.card),
                    )
                )
                x += width
        rows.append(
            Row(
                y=EDGE + BAR_HEIGHT * number + BAR_HEIGHT // 2,
                label=shorten(bar.label, LABEL_LENGTH),
                short=shorten(bar.label, SHORT_LENGTH),
                pieces=tuple(pieces),
                total=f"{total:,}",
                end=round(x + 1, 2),
            )
        )
    height = BAR_HEIGHT * len(bars) + 2 * EDGE
    return Sketch(height=height, rows=tuple(rows), series=tuple(series) if len(series) > 1 else ())


def sketch_spans(spans: Sequence[Span], series: Sequence[str], thinnest: float, room: int) -> Sketch:
    """A bar from the first to the last day of each; `thinnest` in days, `room` in pixels for the days below."""
    first, last = min(one.low for one in spans), max(one.high for one in spans)
    scale = WIDEST / max(1.0, (last - first).days + thinnest)

    def at(day: date) -> float:
        return START + (day - first).days * scale

    rows = []
    for number, one in enumerate(spans):
        width = max(thinnest, (one.high - one.low).days + 1) * scale
        piece = Piece(
            x=round(at(one.low), 2),
            width=round(width, 2),
            tone=one.tone % TONES + 1,
            url=one.url,
            words=one.words,
        )
        rows.append(
            Row(
                y=EDGE + BAR_HEIGHT * number + BAR_HEIGHT // 2,
                label=shorten(one.label, LABEL_LENGTH),
                short=shorten(one.label, SHORT_LENGTH),
                pieces=(piece,),
                total="",
                end=START,
            )
        )
    step = (last - first) / (TICKS - 1)
    days = dict.fromkeys((first, *(first + step * number for number in range(1, TICKS - 1)), last))
    ticks = tuple(
        Tick(
            x=round(at(day), 2),
            label=day.isoformat(),
            anchor="start" if day == first else "end" if day == last else "middle",
        )
        for day in days
    )
    height = BAR_HEIGHT * len(spans) + 2 * EDGE + room
    return Sketch(
        height=height, rows=tuple(rows), series=tuple(series) if len(series) > 1 else (), ticks=ticks
    )
