"""Networks of actors, drawn when the site is built.

In: bonds between actors. Out: `Drawing`, the places and paths of one picture, and `Network`, the same in two widths and
two amounts. A picture that stands in the page needs no script, can be printed, and each of its lines is a link.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from generator.present.curves import ICON, curve, headed, outside, path, point_at, second_half
from generator.present.layout import Box, Frame, arrange, push_apart
from generator.present.render import counted
from generator.present.widths import break_lines, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.present.curves import Curve
    from generator.present.items import ActorName
    from generator.present.layout import Point

SIZE = 12.0
"""Pixels of a letter."""
LINE = 14.0
UNDER = 22.0
"""From the middle of an icon to the base line of its name."""
LABEL, LABEL_LINES = 118.0, 3
"""Most pixels of a line of a name, and most lines."""
EDGE = 8.0
"""Pixels of paper around the picture."""
BESIDE = 16.0
"""Pixels between two lines that join the same actors."""
WIDE, NARROW, LOCAL = 760.0, 336.0, 420.0
"""Pixels across: on a desk, on a telephone, and beside a profile."""
MORE = 2
"""How many times the ties of the first picture the second one holds."""
NUMBERED = 32
"""Most lines with numbers on them; above it their thickness and the table say the same."""
ON_PHONES = 10
"""Most ties of the first picture on a telephone."""

SHARED = "shared"
"""The sort of a bond that says no more than that two actors stand in the same sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What a line of the picture stands for."""

    source: str
    """Actor id."""
    target: str
    """Actor id."""
    sort: str
    """cooperation, conflict, or `SHARED`, which has no direction."""
    count: int
    url: str
    """Where its sentences are."""
    words: str
    """What it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor in the picture."""

    actor: ActorName
    x: float
    y: float
    lines: tuple[tuple[float, str], ...]
    """The name, broken, each line with its own distance from the middle."""
    main: bool = False
    """True for the actor whose network it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A tie in the picture."""

    path: str
    head: str | None
    """Corners of the arrow's head; `None` where there is no direction."""
    sort: str
    thickness: float
    x: float
    y: float
    """Where its number stands."""
    count: int
    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One picture."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    title: str
    ties: int
    """Pairs of actors that are tied in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The same network with more or fewer ties."""

    label: str
    wide: Drawing
    narrow: Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The network of the dossier."""

    levels: tuple[Level, ...]
    total: int
    """Pairs of actors that are tied."""
    shared: bool
    """True where the lines mean sentences and not deeds."""


def draw_network(ties: Sequence[Sequence[Bond]], actors: dict[str, ActorName], first: int) -> Network:
    """The network of `ties`, strongest first; each holds the bonds of one pair. The first picture has `first` ties."""
    amounts = [first] if len(ties) <= first else [first, first * MORE]
    levels = []
    for number, most in enumerate(amounts):
        held = ties[:most]
        label = "all" if len(held) == len(ties) else "more" if number else "the strongest"
        levels.append(
            Level(
                label=label,
                wide=_draw(held, actors, WIDE),
                narrow=_draw(ties[: min(most, ON_PHONES * (number + 1))], actors, NARROW),
            )
        )
    shared = any(bond.sort == SHARED for tie in ties for bond in tie)
    return Network(levels=tuple(levels), total=len(ties), shared=shared)


def _draw(ties: Sequence[Sequence[Bond]], actors: dict[str, ActorName], across: float) -> Drawing:
    """One picture of these ties."""
    bonds = [bond for tie in ties for bond in tie]
    keys = list(dict.fromkeys(key for bond in bonds for key in (bond.source, bond.target)))
    order = {key: number for number, key in enumerate(keys)}
    names = [break_lines(actors[key].name, SIZE, LABEL, LABEL_LINES) for key in keys]
    boxes = [_box(lines) for lines in names]
    upright = across < WIDE
    reach, few = (96.0, 8.0) if upright else (116.0, 18.0)
    frame = Frame(width=across - 2 * EDGE, reach=reach, few=few, upright=upright)
    links = {(order[bond.source], order[bond.target]) for bond in bonds}
    points, height = arrange(boxes, sorted(links), frame)
    points = [(x + EDGE, y + EDGE) for x, y in points]
    return _picture(points, boxes, [actors[key] for key in keys], names, bonds, (across, height))


def draw_ring(
    middle: str, bonds: Sequence[Bond], actors: dict[str, ActorName], across: float = LOCAL
) -> Drawing:
    """One actor and those around it, in the order of the bonds from the top."""
    keys = [middle, *dict.fromkeys(k for bond in bonds for k in (bond.source, bond.target) if k != middle)]
    names = [break_lines(actors[key].name, SIZE, LABEL, LABEL_LINES) for key in keys]
    boxes = [_box(lines) for lines in names]
    others = len(keys) - 1
    wide = across / 2 - EDGE - max(box.half for box in boxes)
    high = 84.0 + 8.0 * others
    points: list[Point] = [(0.0, 0.0)]
    for number in range(others):
        angle = 2 * pi * number / others - pi / 2 + (pi / 2 if others <= 2 else 0.0)
        points.append((round(wide * cos(angle), 1), round(high * sin(angle), 1)))
    apart = push_apart(points, boxes, across - 2 * EDGE)
    top = min(y - box.above for (_, y), box in zip(apart, boxes, strict=True))
    end = max(y + box.below for (_, y), box in zip(apart, boxes, strict=True))
    west = min(x - box.half for (x, _), box in zip(apart, boxes, strict=True))
    east = max(x + box.half for (x, _), box in zip(apart, boxes, strict=True))
    shift = (across - west - east) / 2
    placed = [(round(x + shift, 1), round(y - top + EDGE, 1)) for x, y in apart]
    shown = [actors[key] for key in keys]
    return _picture(placed, boxes, shown, names, bonds, (across, end - top), main=middle)


def _box(lines: Sequence[str]) -> Box:
    half = max([ICON, *(width(line, SIZE) / 2 + 2 for line in lines)])
    return Box(half=half, above=ICON - 2, below=UNDER + LINE * (len(lines) - 1) + 4)


def _picture(
    points: Sequence[Point],
    boxes: Sequence[Box],
    actors: Sequence[ActorName],
    names: Sequence[tuple[str, ...]],
    bonds: Sequence[Bond],
    size: tuple[float, float],
    *,
    main: str | None = None,
) -> Drawing:
    order = {actor.id: number for number, actor in enumerate(actors)}
    between: dict[tuple[int, int], dict[str, list[Bond]]] = {}
    for bond in bonds:
        one, other = sorted((order[bond.source], order[bond.target]))
        between.setdefault((one, other), {}).setdefault(bond.sort, []).append(bond)
    numbered = sum(map(len, between.values())) <= NUMBERED
    lines = []
    for (one, _), sorts in between.items():
        for number, held in enumerate(sorts.values()):
            side = (number - (len(sorts) - 1) / 2) * BESIDE
            for bond in held:
                ends = (order[bond.source], order[bond.target])
                bent = curve(points[ends[0]], points[ends[1]], side if ends[0] == one else -side)
                free = outside(bent, boxes[ends[0]], boxes[ends[1]])
                # Two that do the same to each other share a line: each one's half of it ends in its arrow.
                line = _line(bond, second_half(free) if len(held) > 1 else free, actors, ends)
                lines.append(line if numbered and _clear(line, points, boxes) else replace(line, count=1))
    nodes = tuple(
        Node(
            actor=actor,
            x=round(x, 1),
            y=round(y, 1),
            lines=tuple((UNDER + LINE * row, text) for row, text in enumerate(text_lines)),
            main=actor.id == main,
        )
        for actor, (x, y), text_lines in zip(actors, points, names, strict=True)
    )
    title = f"Network of {counted(len(actors), 'actor')} with {counted(len(between), 'tie')}"
    height = round(size[1] + 2 * EDGE)
    return Drawing(
        width=round(size[0]), height=height, nodes=nodes, lines=tuple(lines), title=title, ties=len(between)
    )


def _clear(line: Line, points: Sequence[Point], boxes: Sequence[Box]) -> bool:
    """Whether the number of a line stands on no icon, and on no name below one."""
    room, name = SIZE / 2, UNDER - SIZE
    return not any(
        (abs(line.x - x) < ICON + room and -box.above - room < line.y - y < name)
        or (abs(line.x - x) < box.half + room and name - room < line.y - y < box.below + room)
        for (x, y), box in zip(points, boxes, strict=True)
    )


def _line(bond: Bond, line: Curve, actors: Sequence[ActorName], ends: tuple[int, int]) -> Line:
    x, y = point_at(line, 0.5)
    source, target = (actors[end].name for end in ends)
    head = None
    if bond.sort != SHARED:
        line, head = headed(line)
    return Line(
        path=path(line),
        head=head,
        sort=bond.sort,
        thickness=round(min(5.0, 0.9 + 0.6 * sqrt(bond.count)), 1),
        x=round(x, 1),
        y=round(y, 1),
        count=bond.count,
        url=bond.url,
        title=f"{source} {'and' if bond.sort == SHARED else '→'} {target}: {bond.words}",
    )
