"""Curved lines between boxes.

In: two points, their boxes and how far the line swings out. Out: quadratic curves cut off where the boxes begin, and the
arrow's head at their end, as plain numbers.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.present.layout import Box, Point

ICON = 13.0
"""Radius kept free around the middle of a node."""
HEAD, HALF_HEAD = 8.0, 3.6
"""Length and half the width of an arrow's head."""
STEPS = 48
"""Points at which a line is tried for where it leaves a box."""

Curve = tuple["Point", "Point", "Point"]
"""Start, control point and end."""


def curve(start: Point, end: Point, side: float) -> Curve:
    """A curve that passes its middle at `side` pixels from the straight line."""
    east, south = end[0] - start[0], end[1] - start[1]
    long = hypot(east, south) or 1.0
    across, down = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return start, (across - 2 * side * south / long, down + 2 * side * east / long), end


def point_at(line: Curve, share: float) -> Point:
    """The point after a share of the way."""
    return _blend(line, share, share)


def _blend(line: Curve, one: float, other: float) -> Point:
    """The blossom of the curve: a point of it where both are equal, the control point of the part between them else."""
    left, right = (1 - one) * (1 - other), one * other
    both = 1 - left - right
    (ax, ay), (bx, by), (cx, cy) = line
    return left * ax + both * bx + right * cx, left * ay + both * by + right * cy


def outside(line: Curve, source: Box, target: Box) -> Curve:
    """The part of the curve outside the boxes at its ends; the whole where they leave nothing."""
    shares = [step / STEPS for step in range(STEPS + 1)]
    first = next((one for one in shares if not _inside(point_at(line, one), line[0], source)), 0.0)
    last = next((one for one in reversed(shares) if not _inside(point_at(line, one), line[2], target)), 1.0)
    if last <= first:
        return line
    return point_at(line, first), _blend(line, first, last), point_at(line, last)


def second_half(line: Curve) -> Curve:
    """From the middle to the end."""
    return point_at(line, 0.5), _blend(line, 0.5, 1.0), line[2]


def _inside(point: Point, middle: Point, box: Box) -> bool:
    east, south = point[0] - middle[0], point[1] - middle[1]
    return hypot(east, south) < ICON + 1 or (abs(east) < box.half + 3 and 5 < south < box.below + 2)


def headed(line: Curve) -> tuple[Curve, str]:
    """The curve shortened by its arrow's head, and the corners of the head."""
    start, control, (x, y) = line
    east, south = x - control[0], y - control[1]
    long = hypot(east, south) or 1.0
    east, south = east / long, south / long
    foot = (x - HEAD * east, y - HEAD * south)
    corners = (
        (x, y),
        (foot[0] - HALF_HEAD * south, foot[1] + HALF_HEAD * east),
        (foot[0] + HALF_HEAD * south, foot[1] - HALF_HEAD * east),
    )
    return (start, control, foot), " ".join(_pair(corner) for corner in corners)


def path(line: Curve) -> str:
    """The curve as SVG writes it."""
    return f"M{_pair(line[0])}Q{_pair(line[1])} {_pair(line[2])}"


def _pair(point: Point) -> str:
    """A point in as few signs as it takes."""
    return ",".join(f"{round(value, 1):g}" for value in point)
