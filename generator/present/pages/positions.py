"""The board of positions: who demands, offers, accepts and rejects what.

In: positions, shifts and open matters. Out: one page: a table of holders and kinds, the positions actor by actor and
subject by subject, changes of position with both halves, the articles' own voice apart, and what is uncertain.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, METHOD, POSITIONS, STATEMENTS
from generator.present.board import BoardTable, Subject, anchor, board_table, main_holders, subjects
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.items import ActorName, name_actor
from generator.present.stands import (
    DOUBTS,
    PLURALS,
    DoubtLine,
    ShiftLine,
    StandLine,
    line_doubt,
    line_position,
    line_shift,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.corpus import ActorPosition
    from generator.model.findings import Stand
    from generator.present.addresses import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class StandGroup:
    """Positions of one kind."""

    anchor: str
    label: str
    lines: tuple[StandLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderBlock:
    """All that one actor takes positions on."""

    holder: ActorName | None
    """`None` for those whose holder is not known."""
    groups: tuple[StandGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtGroup:
    """Uncertainties of one kind."""

    label: str
    lines: tuple[DoubtLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The view of `positions.md.j2`."""

    total: int
    held: int
    """Those of a known actor."""
    board: BoardTable
    blocks: tuple[HolderBlock, ...]
    subjects: tuple[Subject, ...]
    shifts: tuple[ShiftLine, ...]
    own: tuple[StandGroup, ...]
    doubts: tuple[DoubtGroup, ...]
    left_out: int
    shifts_left: int
    doubts_left: int
    statements_url: str
    method_url: str
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, corpus = briefing.place(POSITIONS), briefing.corpus
    most = briefing.settings.sentences_per_page
    positions = shown(corpus.positions, briefing)
    listed = _listed(positions, briefing)[:most]
    matters = corpus.open_matters[:most]
    view = Positions(
        total=len(positions),
        held=sum(one.holder is not None for one in positions),
        board=board_table(briefing, place),
        blocks=_blocks(listed, briefing, place),
        subjects=subjects(briefing, place),
        shifts=tuple(line_shift(one, briefing, place) for one in corpus.shifts[:most]),
        own=_groups([one for one in listed if one.own_voice], "article", briefing, place),
        doubts=tuple(
            DoubtGroup(
                label=label,
                lines=tuple(line_doubt(one, briefing, place) for one in matters if one.kind is kind),
            )
            for kind, label in DOUBTS.items()
            if any(one.kind is kind for one in matters)
        ),
        left_out=len(positions) - len(listed),
        shifts_left=max(0, len(corpus.shifts) - most),
        doubts_left=len(corpus.open_matters) - len(matters),
        statements_url=place.to(STATEMENTS),
        method_url=place.to(METHOD),
        data_url=place.to(DATA),
    )
    yield Draft(path=POSITIONS, title="Positions", view=view, template="positions.md.j2", hub=True)


def _listed(positions: Sequence[ActorPosition], briefing: Briefing) -> list[ActorPosition]:
    """In the order of the page, so that a page that is cut keeps the main holders and the articles' own voice."""
    rank = {holder: number for number, holder in enumerate(main_holders(positions, briefing))}
    return sorted(positions, key=lambda one: -1 if one.own_voice else rank.get(one.holder or "", len(rank)))


def _blocks(positions: Sequence[ActorPosition], briefing: Briefing, place: Place) -> tuple[HolderBlock, ...]:
    by_holder: defaultdict[str | None, list[ActorPosition]] = defaultdict(list)
    for one in positions:
        if not one.own_voice:
            by_holder[one.holder if one.holder in briefing.actors else None].append(one)
    return tuple(
        HolderBlock(
            holder=name_actor(briefing.actors[holder], place) if holder else None,
            groups=_groups(members, holder, briefing, place),
        )
        for holder, members in by_holder.items()
    )


def _groups(
    positions: Sequence[ActorPosition], holder: str | None, briefing: Briefing, place: Place
) -> tuple[StandGroup, ...]:
    by_kind: defaultdict[Stand, list[ActorPosition]] = defaultdict(list)
    for one in positions:
        by_kind[one.kind].append(one)
    return tuple(
        StandGroup(
            anchor=anchor(holder, kind),
            label=label,
            lines=tuple(line_position(one, briefing, place) for one in by_kind[kind]),
        )
        for kind, label in PLURALS.items()
        if by_kind[kind]
    )


PAGE = PageType(noun="positions", build=build)
