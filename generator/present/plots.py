"""Bar charts as Plotly JSON.

In: rows of labels, counts and addresses. Out: the text of one Plotly figure. It is made of plain
dictionaries: plotly's Python classes cost 2 ms a figure and 0.3 s to begin with, so tests alone use them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LABEL_LENGTH = 30
"""Most characters of a label beside a bar; the whole text stands in the hover card and in the table."""
SHORT_LENGTH = 17
"""The same on narrow screens."""
KEY_LENGTH = 34
"""Most characters of a series' name on narrow screens."""
CARD_WIDTH = 48
"""Characters in a line of a hover card."""
CARD_LENGTH = 240
"""Most characters of one part of a hover card."""
BAR_HEIGHT = 26
"""Pixels from one bar to the next."""
EDGE = 6
"""Pixels above and below the bars; the script makes room for the legend, whose height depends on the width."""

CLEAR = "rgba(0,0,0,0)"
PATTERNS = ("", "/", ".", "x", "-", "\\", "+", "|")
"""Fill patterns, one a series, so that no series is told by its colour alone."""

CONFIG = {
    "displayModeBar": False,
    "displaylogo": False,
    "doubleClick": False,
    "plotlyServerURL": "",
    "responsive": False,
    "scrollZoom": False,
    "showSendToCloud": False,
    "typesetMath": False,
}
"""Nothing that sends data away, nothing that covers the chart."""

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "%": "&#37;", "$": "&#36;"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a bar: one series' share of a row."""

    count: float
    address: str
    """Where a click goes."""
    card: tuple[str, ...]
    """Lines of the hover card, plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of a chart."""

    label: str
    """Plain text."""
    parts: tuple[Part | None, ...]
    """One entry a series, `None` where the series has nothing here."""


def shorten(text: str, length: int) -> str:
    """The text on one line, cut at a word where one ends near, with an ellipsis where it was cut.

    Names that begin alike are told apart by what little of the next word there is room for.
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    space = cut.rfind(" ")
    if space >= length * 4 // 5:
        cut = cut[:space]
    return cut.rstrip(" ,;:.-") + "…"


def literal(text: str) -> str:
    """Text that Plotly shows as it is: without tags, entities, templates or formulas of its own."""
    return text.translate(_MARKUP)


def label(text: str, length: int = LABEL_LENGTH) -> str:
    """A label of at most `length` characters, shown by Plotly as it is."""
    return literal(shorten(text, length))


def card(lines: Sequence[str]) -> str:
    """The text of a hover card, its long lines broken at words."""
    out: list[str] = []
    for line in lines:
        current = ""
        for word in shorten(line, CARD_LENGTH).split(" "):
            piece = shorten(word, CARD_WIDTH)
            if current and len(current) + 1 + len(piece) > CARD_WIDTH:
                out.append(current)
                current = piece
            else:
                current = f"{current} {piece}" if current else piece
        out.append(current)
    return "<br>".join(literal(line) for line in out)


def bars(rows: Sequence[Bar], series: Sequence[str]) -> str:
    """Horizontal bars, stacked by series, the first row on top and the sum written at the end of each.

    Rows are placed by number and not by label, so that equal labels stay apart and a year is no number.
    """
    data: list[dict[str, Any]] = []
    for tone, name in enumerate(series):
        held = [(place, part) for place, row in enumerate(rows) if (part := row.parts[tone]) is not None]
        data.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": label(name, CARD_WIDTH),
                "y": [place for place, _ in held],
                "x": [_rounded(part.count) for _, part in held],
                "customdata": [part.address for _, part in held],
                "hovertext": [card(part.card) for _, part in held],
                "hoverinfo": "text",
                "textposition": "none",
                "marker": {"pattern": {"shape": PATTERNS[tone % len(PATTERNS)]}},
                "meta": {"tone": tone, "short": label(name, KEY_LENGTH)},
            }
        )
    totals = [_rounded(sum(part.count for part in row.parts if part)) for row in rows]
    data.append(
        {
            "type": "scatter",
            "mode": "text",
            "y": list(range(len(rows))),
            "x": totals,
            "text": [f"\N{NO-BREAK SPACE}{total:,}" for total in totals],
            "textposition": "middle right",
            "hoverinfo": "skip",
            "showlegend": False,
            "cliponaxis": False,
        }
    )
    layout = {
        **row_layout([row.label for row in rows], several=len(series) > 1),
        "barmode": "stack",
        "bargap": 0.34,
        "height": BAR_HEIGHT * len(rows) + 2 * EDGE,
        "margin": {"l": 0, "r": 40, "t": EDGE, "b": EDGE},
        "xaxis": {"visible": False, "fixedrange": True, "rangemode": "tozero"},
    }
    return to_json({"data": data, "layout": layout, "config": CONFIG})


def row_layout(names: Sequence[str], *, several: bool) -> dict[str, Any]:
    """What charts of horizontal bars share: rows from top to bottom with their names, and a key above `several` series."""
    return {
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": several,
        "legend": {
            "orientation": "h",
            "traceorder": "normal",
            "xref": "container",
            "yref": "container",
            "x": 0,
            "y": 1,
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        "yaxis": {
            "autorange": "reversed",
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "ticklen": 8,
            "tickcolor": CLEAR,
            "tickmode": "array",
            "tickvals": list(range(len(names))),
            "ticktext": [label(name) for name in names],
        },
        "plot_bgcolor": CLEAR,
        "meta": {"short": [label(name, SHORT_LENGTH) for name in names]},
    }


def to_json(plot: Mapping[str, Any]) -> str:
    """JSON of one line, the same in every build."""
    return json.dumps(plot, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _rounded(number: float) -> float:
    """Whole numbers as such, others to four decimals: the same text on every machine."""
    near = round(float(number), 4)
    return int(near) if near == int(near) else near
