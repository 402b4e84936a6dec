"""Land on the map, drawn faintly behind the places.

In: the outlines of land and where degrees lie on the paper. Out: one path for SVG, cut at the edges of the paper, whose
area and not whose line is drawn: where Natural Earth cuts a continent at the date line, no line appears.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from generator.lexicons.land import load_land

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.lexicons.land import Ring

Spot = tuple[float, float]
UNSEEN = 0.9
"""Pixels by which an outline may be off."""
TURNS = (-360.0, 0.0, 360.0)
"""A map around the date line shows places of the next turn of the globe."""


def draw_land(place: Callable[[float, float], Spot], across: float, height: float) -> str:
    """The path; `place` gives the pixels of a longitude and latitude, however often the globe was turned."""
    pieces = []
    for ring in load_land():
        for turn in TURNS:
            corners = _corners(ring, place, turn)
            if _outside(corners, across, height):
                continue
            drawn = _path(_cut(corners, across, height))
            if drawn:
                pieces.append(drawn)
    return "".join(pieces)


def _corners(ring: Ring, place: Callable[[float, float], Spot], turn: float) -> list[Spot]:
    return [place(lon + turn, lat) for lon, lat in ring]


def _outside(corners: Sequence[Spot], across: float, height: float) -> bool:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return max(xs) < 0 or min(xs) > across or max(ys) < 0 or min(ys) > height


def _cut(corners: list[Spot], across: float, height: float) -> list[Spot]:
    """The part on the paper (Sutherland and Hodgman, 1974): one edge after the other."""
    for axis, edge, sign in ((0, 0.0, 1), (0, across, -1), (1, 0.0, 1), (1, height, -1)):
        kept: list[Spot] = []
        for number, corner in enumerate(corners):
            before = corners[number - 1]
            inside = sign * (corner[axis] - edge) >= 0
            if inside != (sign * (before[axis] - edge) >= 0):
                share = (edge - before[axis]) / (corner[axis] - before[axis])
                kept.append(
                    (
                        before[0] + share * (corner[0] - before[0]),
                        before[1] + share * (corner[1] - before[1]),
                    )
                )
            if inside:
                kept.append(corner)
        corners = kept
    return corners


def _path(corners: Sequence[Spot]) -> str:
    """Whole pixels, each once, without what nobody could see; nothing for what shrinks to a line."""
    whole: list[tuple[int, int]] = []
    for x, y in corners:
        spot = (round(x), round(y))
        if not whole or whole[-1] != spot:
            whole.append(spot)
    if len(set(whole)) < 3:
        return ""
    far = max(range(len(whole)), key=lambda at: hypot(whole[at][0] - whole[0][0], whole[at][1] - whole[0][1]))
    spots = [*_simple(whole[: far + 1])[:-1], *_simple(whole[far:])]
    if len(set(spots)) < 3:
        return ""
    first, *others = spots
    steps = "".join(f"l{x - a} {y - b}" for (a, b), (x, y) in zip(spots, others, strict=False))
    return f"M{first[0]} {first[1]}{steps}z"


def _simple(line: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The line without corners that lie within `UNSEEN` of it (Douglas and Peucker, 1973)."""
    kept, open_parts = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        long = hypot(bx - ax, by - ay) or 1.0
        best, off = first, UNSEEN
        for at in range(first + 1, last):
            x, y = line[at]
            apart = abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / long
            if apart > off:
                best, off = at, apart
        if best != first:
            kept.add(best)
            open_parts += [(first, best), (best, last)]
    return [line[at] for at in sorted(kept)]
