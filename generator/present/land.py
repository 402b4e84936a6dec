"""Land on the map, drawn faintly behind the places.

In: the outlines of land and where degrees lie on the paper. Out: one path for SVG, cut at the edges of the paper, whose
area and not whose line is drawn: where Natural Earth cuts a continent at the date line, no line appears.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lexicons.land import load_land

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.lexicons.land import Ring

Spot = tuple[float, float]
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
    """Whole pixels, each once; nothing for what shrinks to a line."""
    spots: list[tuple[int, int]] = []
    for x, y in corners:
        spot = (round(x), round(y))
        if not spots or spots[-1] != spot:
            spots.append(spot)
    if len(set(spots)) < 3:
        return ""
    first, *others = spots
    steps = "".join(f"l{x - a} {y - b}" for (a, b), (x, y) in zip(spots, others, strict=False))
    return f"M{first[0]} {first[1]}{steps}z"
