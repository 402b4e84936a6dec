"""What stands in a chart's place until it is drawn, and where there are no scripts.

In: the bars of a chart. Out: `Sketch`, the same bars in shares of the width, so that the template draws them as SVG that fits
every screen with letters of one size. It has the height of the chart that replaces it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.plots import BAR_HEIGHT, EDGE, LABEL_LENGTH, SHORT_LENGTH, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.present.plots import Bar

START, WIDEST = 38.0, 54.0
"""Per cent of the width: where bars begin, and the length of the longest one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One series' share of a bar, in per cent of the width."""

    x: float
    width: float
    tone: int
    """From 1."""


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


def sketch(bars: Sequence[Bar], series: Sequence[str]) -> Sketch:
    """The bars, the longest one filling the width that there is."""
    sums = [sum(part.count for part in bar.parts if part) for bar in bars]
    scale = WIDEST / max((*sums, 1))
    rows = []
    for number, (bar, total) in enumerate(zip(bars, sums, strict=True)):
        pieces, x = [], START
        for tone, part in enumerate(bar.parts, 1):
            if part:
                width = part.count * scale
                pieces.append(Piece(x=round(x, 2), width=round(width, 2), tone=tone))
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
