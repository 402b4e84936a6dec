"""Places that can be put on a map, and the map.

In: mentions with keys of the gazetteer. Out: located places and a drawing of faint land and a net of degrees with points
on it. No border is drawn, so that no dispute is decided; a name that several places bear has no point.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sqrt
from typing import TYPE_CHECKING

from generator.lexicons.gazetteer import load_gazetteer
from generator.model.findings import ActorKind
from generator.present.evidence import FEW, Chip, cite
from generator.present.items import ActorName, name_actor
from generator.present.land import draw_land
from generator.present.widths import cut, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.corpus import Actor
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing
    from generator.present.tallies import Tally

LEAST = 5
"""Fewest located places worth a map."""
MOST = 40
"""Most places on the map; the table has more."""
SIZES = (760.0, 336.0)
"""Pixels across: on a desk and on a telephone."""
LETTER = 11.5
NAME = 130.0
"""Most pixels of a name on the map."""
TALLEST = 1.15
"""Most height of the map, as a share of its width."""
MARGIN = 34.0
LEAST_SPAN = 2.0
"""Fewest degrees that a map shows."""
STEPS = (0.5, 1, 2, 5, 10, 20, 30, 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A place with its coordinates."""

    actor: ActorName
    lat: float
    lon: float
    where: str
    """`40.2° N, 44.5° E`."""
    count: int
    """Sentences that name it."""
    articles: Tally
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on the map."""

    x: float
    y: float
    radius: float
    label: str | None
    """`None` where no room was left; the table has the name."""
    label_x: float
    label_y: float
    anchor: str
    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line of the net of degrees."""

    path: str
    label: str
    x: float
    y: float
    upright: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The drawing."""

    width: float
    height: float
    land: str
    """Path of the land; its area is drawn."""
    rules: tuple[Rule, ...]
    dots: tuple[Dot, ...]


def locate(briefing: Briefing, place: Place) -> tuple[Located, ...]:
    """Places whose name alone says where they are, most named first."""
    keys = _keys(briefing)
    found = []
    for actor in briefing.corpus.actors:
        if actor.kind is not ActorKind.PLACE:
            continue
        spot = _spot(actor, keys)
        if spot is None:
            continue
        evidence = [mention.evidence for mention in actor.mentions]
        sentences = {(one.article, one.sentence) for one in evidence}
        found.append(
            Located(
                actor=name_actor(actor, place),
                lat=spot[0],
                lon=spot[1],
                where=f"{_degrees(spot[0], 'NS')}, {_degrees(spot[1], 'EW')}",
                count=len(sentences),
                articles=briefing.reach[actor.id],
                chip=cite(evidence, briefing, place, most=FEW),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.count, one.actor.id)))


def _keys(briefing: Briefing) -> dict[str, dict[tuple[int, int], str]]:
    """Keys of the gazetteer by article and span."""
    keys: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for findings in briefing.corpus.findings:
        for mention in findings.mentions:
            if mention.gazetteer:
                keys[findings.article][mention.span] = mention.gazetteer
    return keys


def _spot(actor: Actor, keys: dict[str, dict[tuple[int, int], str]]) -> tuple[float, float] | None:
    """Where it is, if all its mentions that the gazetteer knows mean one entry."""
    spans = ((one.evidence.article, one.evidence.span) for one in actor.mentions)
    meant = {key for article, span in spans if (key := keys.get(article, {}).get(span))}
    if len(meant) != 1:
        return None
    entry = load_gazetteer().by_key.get(meant.pop())
    return entry.spot if entry else None


def _degrees(value: float, signs: str) -> str:
    return f"{abs(value):.1f}° {signs[value < 0]}"


def draw_maps(places: Sequence[Located]) -> tuple[Map, ...]:
    """The map for each width; nothing where there are too few places."""
    return tuple(_draw(places[:MOST], across) for across in SIZES) if len(places) >= LEAST else ()


@dataclass(frozen=True, slots=True)
class _View:
    """Which degrees lie where on the paper."""

    west: float
    north: float
    scale: float
    """Pixels a degree of latitude."""
    squeeze: float
    """Pixels a degree of longitude, as a share of these."""
    shift: float
    """Longitudes below this one lie on the far side of the date line."""

    def x(self, lon: float) -> float:
        """Pixels from the left edge."""
        return MARGIN + ((lon + 360 if lon < self.shift else lon) - self.west) * self.scale * self.squeeze

    def spot(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a longitude that is not turned to this side of the date line."""
        return MARGIN + (lon - self.west) * self.scale * self.squeeze, self.y(lat)

    def y(self, lat: float) -> float:
        """Pixels from the upper edge."""
        return MARGIN + (self.north - lat) * self.scale


def _draw(places: Sequence[Located], across: float) -> Map:
    shift = _widest_gap([one.lon for one in places])
    lons = [one.lon + 360 if one.lon < shift else one.lon for one in places]
    lats = [one.lat for one in places]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(0.2, cos(radians(middle)))
    wide, high = max(LEAST_SPAN, max(lons) - min(lons)), max(LEAST_SPAN, max(lats) - min(lats))
    room = across - 2 * MARGIN - (NAME / 2 if across > 500 else 30)
    scale = min(room / (wide * squeeze), (across * TALLEST - 2 * MARGIN) / high)
    left = min(lons) - (wide - (max(lons) - min(lons))) / 2
    top = max(lats) + (high - (max(lats) - min(lats))) / 2
    view = _View(left, top, scale, squeeze, shift)
    height = high * scale + 2 * MARGIN
    return Map(
        width=round(across),
        height=round(height),
        land=draw_land(view.spot, across, height),
        rules=_rules(view, across, height),
        dots=tuple(_dots(places, view, across)),
    )


def _widest_gap(lons: Iterable[float]) -> float:
    """The longitude with which a map begins that is to leave out the widest stretch without a place."""
    order = sorted(set(lons))
    gaps = [(order[0] + 360 - order[-1], order[0])]
    gaps += [(later - earlier, later) for earlier, later in pairwise(order)]
    return max(gaps)[1]


def _rules(view: _View, across: float, height: float) -> tuple[Rule, ...]:
    """Parallels and meridians at round degrees."""
    wide = (across - 2 * MARGIN) / (view.scale * view.squeeze)
    high = (height - 2 * MARGIN) / view.scale
    step = next((one for one in STEPS if max(wide, high) / one <= 6), STEPS[-1])
    edge_lon, edge_lat = MARGIN / (view.scale * view.squeeze), MARGIN / view.scale
    made = []
    for lon in _round_degrees(view.west - edge_lon, view.west + wide + edge_lon, step):
        x = MARGIN + (lon - view.west) * view.scale * view.squeeze
        label = _label(lon - 360 if lon > 180 else lon, "EW")
        made.append(
            Rule(path=f"M{x:.1f} 0V{height:.1f}", label=label, x=round(x + 3, 1), y=11.0, upright=True)
        )
    for lat in _round_degrees(view.north - high - edge_lat, view.north + edge_lat, step):
        y = view.y(lat)
        made.append(
            Rule(
                path=f"M0 {y:.1f}H{across:.1f}",
                label=_label(lat, "NS"),
                x=3.0,
                y=round(y - 3, 1),
                upright=False,
            )
        )
    return tuple(made)


def _round_degrees(first: float, last: float, step: float) -> list[float]:
    start = int(first // step) + 1
    return [number * step for number in range(start, int(last // step) + 1)]


def _label(value: float, signs: str) -> str:
    return f"{abs(value):g}°{signs[value < 0] if value % 180 else ''}"


def _dots(places: Sequence[Located], view: _View, across: float) -> list[Dot]:
    """Points, the most named first, each with its name on the first free side."""
    spots = [(view.x(one.lon), view.y(one.lat), round(2.6 + min(6.0, sqrt(one.count)), 1)) for one in places]
    taken = [(x - r, y - r, x + r, y + r) for x, y, r in spots]
    dots = []
    for one, (x, y, radius) in zip(places, spots, strict=True):
        text = cut(one.actor.name, LETTER, NAME)
        long = width(text, LETTER)
        sides = (
            ("start", x + radius + 3, y + 4),
            ("end", x - radius - 3, y + 4),
            ("middle", x, y - radius - 4),
            ("middle", x, y + radius + 12),
        )
        label, label_x, label_y, anchor = None, x, y, "start"
        for side, at_x, at_y in sides:
            left = at_x - {"start": 0.0, "end": long, "middle": long / 2}[side]
            room = (left, at_y - LETTER, left + long, at_y + 3)
            if left >= 0 and left + long <= across and not any(_meet(room, held) for held in taken):
                taken.append(room)
                label, label_x, label_y, anchor = text, at_x, at_y, side
                break
        dots.append(
            Dot(
                x=round(x, 1),
                y=round(y, 1),
                radius=radius,
                label=label,
                label_x=round(label_x, 1),
                label_y=round(label_y, 1),
                anchor=anchor,
                url=one.actor.url,
                title=f"{one.actor.name}, {one.where}",
            )
        )
    return dots


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
