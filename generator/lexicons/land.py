"""The outlines of land.

In: `general/land.txt`, which `outlines.py` makes. Out: rings of points in degrees. They hold coasts and no borders.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "general" / "land.txt"
UNITS = 20
"""Parts of a degree in which the file counts: about five kilometres."""

Ring = tuple[tuple[float, float], ...]
"""Longitude and latitude of each corner."""


@cache
def load_land() -> tuple[Ring, ...]:
    """All rings; land is what an odd number of them surrounds."""
    return tuple(
        _ring(line) for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )


def _ring(line: str) -> Ring:
    x = y = 0
    points = []
    for pair in line.split():
        across, up = pair.split(",")
        x, y = x + int(across), y + int(up)
        points.append((x / UNITS, y / UNITS))
    return tuple(points)
