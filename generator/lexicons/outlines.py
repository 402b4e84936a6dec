"""Makes `general/land.txt`, the outlines of land for the map.

In: `land-50m.json` of the npm package `world-atlas` 2.0.2, which holds Natural Earth's land in TopoJSON (public domain).
Out: one ring a line. Run by hand (`python -m generator.lexicons.outlines FILE`), so that a build needs no such package.
Land alone is taken: it has coasts and no borders, so that the map takes no side in any dispute.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.lexicons.land import FILE, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[int, int]
NEAR = 2
"""Points nearer to the last one than this many units in both directions are left out."""
SMALL = 4
"""Rings smaller than this many units in both directions are left out: they are a dot on any map."""
HEAD = f"""# Outlines of land and of inland waters, one ring a line, in 1/{UNITS} degree: "longitude,latitude" of the first point, then
# the way from each point to the next. Made by outlines.py from Natural Earth's 1:50m land (public domain, naturalearthdata.com)
# as packed by world-atlas 2.0.2. Land only: there are no borders in it.
"""


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """All rings in whole units, thinned."""
    (scale_x, scale_y), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for across, up in arc:
            x, y = x + across, y + up
            points.append((round((x * scale_x + left) * UNITS), round((y * scale_y + low) * UNITS)))
        arcs.append(points)
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"]:
            for numbers in polygon:
                yield thinned(
                    [point for one in numbers for point in (arcs[one] if one >= 0 else arcs[~one][::-1])]
                )


def thinned(points: Sequence[Point]) -> list[Point]:
    """Without points that no reader could tell from the one before."""
    kept = [points[0]]
    for x, y in points[1:]:
        if max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) >= NEAR:
            kept.append((x, y))
    return kept


def line(points: Sequence[Point]) -> str:
    """The ring as the file has it."""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    return " ".join(f"{x},{y}" for x, y in [points[0], *steps])


def main() -> None:
    """Writes the file."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    kept = [
        points
        for points in rings(topology)
        if max(max(axis) - min(axis) for axis in zip(*points, strict=True)) >= SMALL
    ]
    FILE.write_text(HEAD + "".join(f"{line(points)}\n" for points in kept), encoding="utf-8")


if __name__ == "__main__":
    main()
