"""Where the nodes of a network stand.

In: the sizes of labelled nodes and the links between them. Out: places that depend on nothing but these, without two
labels on the same spot. Stress majorization (Gansner, Koren and North, 2004) starts from a circle instead of from
chance and uses plain arithmetic, so that the same input gives the same picture on every machine.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

ROUNDS = 160
PUSHES = 240
GROWTH = 1.8
"""How many times longer links become at most."""
DODGES = 14
CLEAR = 6.0
"""Pixels kept free between a box and a line that passes it."""
APART = 18.0
"""Pixels kept free between two boxes."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """The room a node takes: half its width, and what it needs above and below its centre."""

    half: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper."""

    width: float
    reach: float
    """Length of a link."""
    few: float
    """Above so many links in a group they become longer."""
    upright: bool
    """True where the longer side of a group of nodes is to run from top to bottom."""


def arrange(
    boxes: Sequence[Box], links: Collection[tuple[int, int]], frame: Frame
) -> tuple[list[Point], float]:
    """A place for each node, and the height of the paper; groups without a link between them stand apart."""
    neighbours: list[set[int]] = [set() for _ in boxes]
    for one, other in links:
        if one != other:
            neighbours[one].add(other)
            neighbours[other].add(one)
    groups = sorted(_groups(neighbours), key=lambda group: (-len(group), group))
    places: list[Point] = [(0.0, 0.0)] * len(boxes)
    waiting = [_sheet(group, neighbours, boxes, frame) for group in groups]
    top = 0.0
    while waiting:
        left, row = 0.0, waiting[0].height
        for sheet in tuple(waiting):
            # The largest group that is left opens a row; smaller ones fill it as far as they fit.
            if left and (left + sheet.width > frame.width or sheet.height > row):
                continue
            for node, (x, y) in sheet.places:
                places[node] = (left + x, top + y)
            left += sheet.width + 2 * APART
            waiting.remove(sheet)
        top += row + APART
    height = max(0.0, top - APART)
    return [(round(x, 1), round(y, 1)) for x, y in _centred(places, boxes, frame.width)], round(height, 1)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A group of nodes on paper of its own."""

    places: list[tuple[int, Point]]
    width: float
    height: float


def _sheet(group: list[int], neighbours: Sequence[set[int]], boxes: Sequence[Box], frame: Frame) -> _Sheet:
    held = [boxes[node] for node in group]
    points = _settle(group, neighbours, held, frame)
    west = min(x - box.half for (x, _), box in zip(points, held, strict=True))
    east = max(x + box.half for (x, _), box in zip(points, held, strict=True))
    north = min(y - box.above for (_, y), box in zip(points, held, strict=True))
    south = max(y + box.below for (_, y), box in zip(points, held, strict=True))
    places = [(node, (x - west, y - north)) for node, (x, y) in zip(group, points, strict=True)]
    return _Sheet(places, east - west, south - north)


def _centred(places: list[Point], boxes: Sequence[Box], width: float) -> list[Point]:
    if not places:
        return []
    west = min(x - box.half for (x, _), box in zip(places, boxes, strict=True))
    east = max(x + box.half for (x, _), box in zip(places, boxes, strict=True))
    shift = (width - east - west) / 2
    return [(x + shift, y) for x, y in places]


def _groups(neighbours: Sequence[set[int]]) -> Iterable[list[int]]:
    seen: set[int] = set()
    for start in range(len(neighbours)):
        if start not in seen:
            group = sorted(_distances(start, neighbours))
            seen.update(group)
            yield group


def _distances(start: int, neighbours: Sequence[set[int]]) -> dict[int, int]:
    """Number of links from one node to each that can be reached."""
    found, queue = {start: 0}, deque([start])
    while queue:
        node = queue.popleft()
        for other in sorted(neighbours[node]):
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def _settle(
    group: list[int], neighbours: Sequence[set[int]], boxes: Sequence[Box], frame: Frame
) -> list[Point]:
    """One group around its middle, turned to fit the paper, its labels apart."""
    if len(group) == 1:
        return [(0.0, 0.0)]
    points = _turned(_stress(group, neighbours), upright=frame.upright)
    room = max(1.0, frame.width - 2 * max(box.half for box in boxes))
    span = max(x for x, _ in points) - min(x for x, _ in points)
    order = {node: number for number, node in enumerate(group)}
    links = [(order[node], order[other]) for node in group for other in neighbours[node] if node < other]
    reach = frame.reach * min(GROWTH, max(1.0, sqrt(len(links) / frame.few)))
    across = min(reach, room / span) if span else reach
    spread = [(x * across, y * reach) for x, y in points]
    for _ in range(DODGES):
        apart = push_apart(spread, boxes, frame.width)
        spread = _dodged(apart, boxes, sorted(links))
        if spread == apart:
            break
    return push_apart(spread, boxes, frame.width)


def _dodged(points: list[Point], boxes: Sequence[Box], links: Iterable[tuple[int, int]]) -> list[Point]:
    """The same points, each moved off the straight lines that run through its box."""
    moved = list(points)
    for one, other in links:
        (ax, ay), (bx, by) = points[one], points[other]
        east, south = bx - ax, by - ay
        long = hypot(east, south) or 1.0
        east, south = east / long, south / long
        for node, box in enumerate(boxes):
            if node in (one, other):
                continue
            x, y = points[node][0], points[node][1] + (box.below - box.above) / 2
            along, beside = (x - ax) * east + (y - ay) * south, (y - ay) * east - (x - ax) * south
            room = box.half * abs(south) + (box.above + box.below) / 2 * abs(east) + CLEAR
            if 0 < along < long and abs(beside) < room:
                push = (room - abs(beside)) * (1 if beside >= 0 else -1) / 2
                moved[node] = (moved[node][0] - south * push, moved[node][1] + east * push)
    return moved


def _stress(group: list[int], neighbours: Sequence[set[int]]) -> list[Point]:
    """Places whose distances come close to the numbers of links between the nodes."""
    size = len(group)
    order = {node: number for number, node in enumerate(group)}
    far = [[0.0] * size for _ in group]
    for node in group:
        for other, steps in _distances(node, neighbours).items():
            far[order[node]][order[other]] = float(steps)
    hub = max(range(size), key=lambda one: (len(neighbours[group[one]]), -one))
    ring = sorted(range(size), key=lambda one: (far[hub][one], one))
    points: list[Point] = [(0.0, 0.0)] * size
    for number, one in enumerate(ring):
        angle = 2 * pi * number / size
        points[one] = (far[hub][one] * cos(angle), far[hub][one] * sin(angle))
    for _ in range(ROUNDS):
        moved = []
        for one in range(size):
            total = x = y = 0.0
            for other in range(size):
                if one == other:
                    continue
                weight = far[one][other] ** -2
                east, south = points[one][0] - points[other][0], points[one][1] - points[other][1]
                pull = far[one][other] / (hypot(east, south) or 0.01)
                x += weight * (points[other][0] + east * pull)
                y += weight * (points[other][1] + south * pull)
                total += weight
            moved.append((x / total, y / total))
        points = moved
    return points


def _turned(points: list[Point], *, upright: bool) -> list[Point]:
    """The same with its longest side along the paper's."""
    x0 = sum(x for x, _ in points) / len(points)
    y0 = sum(y for _, y in points) / len(points)
    xx = sum((x - x0) ** 2 for x, _ in points)
    yy = sum((y - y0) ** 2 for _, y in points)
    xy = sum((x - x0) * (y - y0) for x, y in points)
    angle = -atan2(2 * xy, xx - yy) / 2 + (pi / 2 if upright else 0.0)
    turn, lift = cos(angle), sin(angle)
    return [((x - x0) * turn - (y - y0) * lift, (x - x0) * lift + (y - y0) * turn) for x, y in points]


def push_apart(points: Sequence[Point], boxes: Sequence[Box], width: float) -> list[Point]:
    """The same points, moved until no two boxes overlap and none is wider out than the paper."""
    spots = [list(point) for point in points]
    west, east = _edges(spots, boxes, width)
    pairs = [(one, other) for one in range(len(spots)) for other in range(one)]
    for _ in range(PUSHES):
        touched = False
        for one, other in pairs:
            across, down, right, lower = _overlap(spots[one], spots[other], boxes[one], boxes[other])
            if across <= 0 or down <= 0:
                continue
            touched = True
            axis, push = (0, across * right) if across < down else (1, down * lower)
            spots[one][axis] += push / 2
            spots[other][axis] -= push / 2
        for spot, box in zip(spots, boxes, strict=True):
            spot[0] = min(max(spot[0], west + box.half), max(east - box.half, west + box.half))
        if not touched:
            break
    return _stacked(spots, boxes)


def _edges(spots: list[list[float]], boxes: Sequence[Box], width: float) -> tuple[float, float]:
    """The paper's sides, with what is drawn in its middle."""
    west = min(spot[0] - box.half for spot, box in zip(spots, boxes, strict=True))
    east = max(spot[0] + box.half for spot, box in zip(spots, boxes, strict=True))
    middle = (west + east) / 2
    return middle - width / 2, middle + width / 2


def _overlap(
    one: Sequence[float], other: Sequence[float], mine: Box, its: Box
) -> tuple[float, float, float, float]:
    """How far two boxes overlap across and down, and on which side the first one lies."""
    across = mine.half + its.half + APART - abs(one[0] - other[0])
    right = 1.0 if one[0] >= other[0] else -1.0
    middle, its_middle = one[1] + (mine.below - mine.above) / 2, other[1] + (its.below - its.above) / 2
    tall = (mine.above + mine.below + its.above + its.below) / 2 + APART
    return across, tall - abs(middle - its_middle), right, 1.0 if middle >= its_middle else -1.0


def _stacked(spots: list[list[float]], boxes: Sequence[Box]) -> list[Point]:
    """Whatever still overlaps is moved down, from the top: the paper has no lower end."""
    done: list[int] = []
    for one in sorted(range(len(spots)), key=lambda number: (spots[number][1], number)):
        again = True
        while again:
            again = False
            for other in done:
                across, down, *_ = _overlap(spots[one], spots[other], boxes[one], boxes[other])
                if across > 0.5 and down > 0.5:
                    spots[one][1] = spots[other][1] + boxes[other].below + boxes[one].above + APART
                    again = True
        done.append(one)
    return [(x, y) for x, y in spots]
