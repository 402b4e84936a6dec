"""The lists of the board: positions by holder and kind, and what is uncertain by kind.

In: positions and open matters. Out: groups of lines, cut to what the page holds, and the rest as data for its script.
The main holders come first, so that a page that is cut keeps them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from generator.present.board import anchor, main_holders
from generator.present.items import ActorName, name_actor
from generator.present.lists import Part, Row, rest_asset
from generator.present.render import render_macro
from generator.present.stands import DOUBTS, PLURALS, DoubtLine, StandLine, line_doubt, line_position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.corpus import ActorPosition, OpenMatter
    from generator.model.findings import Stand
    from generator.model.site import Asset
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing
    from generator.present.filters import Filter

MACROS = "stands.md.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandGroup:
    """Positions of one kind."""

    number: int
    """Of the part of the list."""
    anchor: str
    label: str
    lines: tuple[StandLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderBlock:
    """All that one actor takes positions on."""

    number: int
    holder: ActorName | None
    """`None` for those whose holder is not known."""
    groups: tuple[StandGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtGroup:
    """Uncertainties of one kind."""

    number: int
    label: str
    lines: tuple[DoubtLine, ...]


Group = TypeVar("Group", StandGroup, DoubtGroup)


def gather_blocks(
    positions: Sequence[ActorPosition], briefing: Briefing, place: Place
) -> tuple[HolderBlock, ...]:
    """The main holders first, since a page that is cut keeps the first ones; an article's own voice is no actor's."""
    by_holder: defaultdict[str | None, list[ActorPosition]] = defaultdict(list)
    for one in positions:
        if not one.own_voice:
            by_holder[one.holder if one.holder in briefing.actors else None].append(one)
    order = [*main_holders(positions, briefing), None]
    numbers = count(1)
    return tuple(
        HolderBlock(
            number=next(numbers),
            holder=name_actor(briefing.actors[holder], place) if holder else None,
            groups=gather_groups(by_holder[holder], holder, numbers, briefing, place),
        )
        for holder in order
        if holder in by_holder
    )


def gather_groups(
    positions: Sequence[ActorPosition],
    holder: str | None,
    numbers: Iterator[int],
    briefing: Briefing,
    place: Place,
) -> tuple[StandGroup, ...]:
    """By kind, in the order of kinds; `numbers` gives each its number among the parts of the list."""
    by_kind: defaultdict[Stand, list[ActorPosition]] = defaultdict(list)
    for one in positions:
        by_kind[one.kind].append(one)
    return tuple(
        StandGroup(
            number=next(numbers),
            anchor=anchor(holder, kind),
            label=label,
            lines=tuple(line_position(one, briefing, place) for one in by_kind[kind]),
        )
        for kind, label in PLURALS.items()
        if by_kind[kind]
    )


def gather_doubts(matters: Sequence[OpenMatter], briefing: Briefing, place: Place) -> tuple[DoubtGroup, ...]:
    """By how uncertain they are called."""
    numbers = count(1)
    return tuple(
        DoubtGroup(
            number=next(numbers),
            label=label,
            lines=tuple(line_doubt(one, briefing, place) for one in matters if one.kind is kind),
        )
        for kind, label in DOUBTS.items()
        if any(one.kind is kind for one in matters)
    )


def first_lines(groups: Sequence[Group], most: int) -> tuple[Group, ...]:
    """The groups with their first lines, `most` in all."""
    kept = []
    for group in groups:
        if most > 0:
            kept.append(replace(group, lines=group.lines[:most]))
            most -= len(group.lines)
    return tuple(kept)


def first_blocks(blocks: Sequence[HolderBlock], most: int) -> tuple[HolderBlock, ...]:
    """The blocks with their first lines, `most` in all."""
    kept = []
    for block in blocks:
        if most > 0:
            kept.append(replace(block, groups=first_lines(block.groups, most)))
            most -= sum(len(group.lines) for group in block.groups)
    return tuple(kept)


def rest_of_groups(
    name: str, part: str, row: str, groups: Sequence[Group], most: int, place: Place
) -> tuple[Asset, ...]:
    """The lines that the page does not hold; `part` and `row` are the macros of a group and of a line."""
    lines = [(group.number, line) for group in groups for line in group.lines]
    if len(lines) <= most:
        return ()
    single = (False, True) if part == "kind" else ()
    parts: list[Part | None] = [None]
    for group in groups:
        head = render_macro(MACROS, part, replace(group, lines=()), *single)
        parts += [Part(html=head, over=0)]
    rows = (
        Row(part=number, html=render_macro(MACROS, row, line)) if at >= most else None
        for at, (number, line) in enumerate(lines)
    )
    return rest_asset(name, place, rows, parts=parts)


def rest_of_blocks(
    blocks: Sequence[HolderBlock], most: int, filters: Sequence[Filter], place: Place
) -> tuple[Asset, ...]:
    """The same for the positions of the actors, under their holders."""
    parts: list[Part | None] = [None]
    lines = []
    for block in blocks:
        parts.append(Part(html=render_macro(MACROS, "holding", replace(block, groups=())), over=0))
        for group in block.groups:
            html = render_macro(MACROS, "kind", replace(group, lines=()))
            parts.append(Part(html=html, over=block.number))
            lines += [(group.number, line, not block.holder) for line in group.lines]
    if len(lines) <= most:
        return ()
    rows = (
        Row(part=number, html=render_macro(MACROS, "stand", line, named)) if at >= most else None
        for at, (number, line, named) in enumerate(lines)
    )
    return rest_asset("positions", place, rows, parts=parts, filters=filters)
