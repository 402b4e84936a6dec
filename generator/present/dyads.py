"""Who does what to whom, as a matrix and as a table.

In: relations and, where there are none, ties of the corpus. Out: plain values in which every cell and row leads to the
sentences behind it. Only what is told as done and rests on no weak rule is counted; the rest is listed beside it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import Modality
from generator.present.addresses import RELATIONS
from generator.present.evidence import FEW, Chip, cite
from generator.present.happenings import (
    CONFLICT,
    COOPERATION,
    HappeningLine,
    line_happening,
    name_class,
    sort_of,
)
from generator.present.items import ActorName, name_actor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.corpus import Relation, Tie
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing
    from generator.present.tallies import Tally

MATRIX = 12
"""Most rows and columns of the matrix."""
SENTENCES = 3
"""Most happenings written out in a row of the table; the timeline has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One sort of deed in a cell."""

    sort: str
    count: int
    words: str
    """For those who do not see the mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What the actor of the row does to that of the column."""

    marks: tuple[Mark, ...]
    url: str | None
    same: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One actor's deeds."""

    actor: ActorName
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who does something, by row; to whom, by column."""

    columns: tuple[ActorName, ...]
    rows: tuple[Row, ...]
    left_out: int
    """Pairs whose actors have no row or column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One sort of deed in a row of the table."""

    sort: str
    count: int
    classes: str
    """`2 attacks, 1 threat`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """One row of the table: a pair, and the happenings behind it."""

    id: str
    agent: ActorName
    patient: ActorName
    count: int
    sides: tuple[Side, ...]
    uncounted: tuple[str, ...]
    """`2 doubtful`, `1 demanded`."""
    articles: Tally
    chip: Chip | None
    deeds: tuple[HappeningLine, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two actors in the same sentences: a row of the table where nothing more is known."""

    id: str
    a: ActorName
    b: ActorName
    count: int
    chip: Chip | None


def count_sorts(relation: Relation) -> dict[str, int]:
    """Number of deeds that are cooperation, and of those that are conflict."""
    sorts: Counter[str] = Counter()
    for quad, number in relation.quads:
        sorts[sort_of(quad)] += number
    return {sort: sorts[sort] for sort in (COOPERATION, CONFLICT) if sorts[sort]}


def list_classes(relation: Relation, briefing: Briefing, sort: str) -> str:
    """The classes of one sort with their numbers."""
    kinds = Counter(
        briefing.deeds.by_id[key].kind
        for key in relation.happenings
        if sort_of(briefing.deeds.by_id[key].quad) == sort
    )
    return ", ".join(f"{number} {name_class(kind, number)}" for kind, number in kinds.most_common())


def make_matrix(briefing: Briefing, place: Place) -> Matrix | None:
    """The matrix of the actors with most deeds; `None` where fewer than two pairs have any."""
    relations = [one for one in briefing.deeds.relations if one.happenings]
    if len(relations) < 2:
        return None
    counts: Counter[str] = Counter()
    for one in relations:
        counts.update({one.agent: len(one.happenings), one.patient: len(one.happenings)})
    # The same actors in the same order on both sides, so that deed and answer mirror each other; no empty lines.
    taken: dict[str, None] = {}
    for one in relations:
        if len(taken.keys() | {one.agent, one.patient}) <= MATRIX:
            taken |= {one.agent: None, one.patient: None}
    chosen = sorted(taken, key=lambda key: (-counts[key], key))
    shown = [one for one in relations if one.agent in chosen and one.patient in chosen]
    rows = [key for key in chosen if any(one.agent == key for one in shown)]
    columns = [key for key in chosen if any(one.patient == key for one in shown)]
    held = {(one.agent, one.patient): one for one in shown}
    return Matrix(
        columns=tuple(name_actor(briefing.actors[key], place) for key in columns),
        rows=tuple(
            Row(
                actor=name_actor(briefing.actors[row], place),
                cells=tuple(
                    _cell(held.get((row, column)), briefing, place, same=row == column) for column in columns
                ),
            )
            for row in rows
        ),
        left_out=len(relations) - len(shown),
    )


def _cell(relation: Relation | None, briefing: Briefing, place: Place, *, same: bool) -> Cell:
    if relation is None:
        return Cell(marks=(), url=None, same=same)
    marks = tuple(
        Mark(sort=sort, count=number, words=f"{sort}: {list_classes(relation, briefing, sort)}")
        for sort, number in count_sorts(relation).items()
    )
    return Cell(marks=marks, url=address_relation(relation, place))


def list_dyads(relations: Iterable[Relation], briefing: Briefing, place: Place) -> tuple[Dyad, ...]:
    """The rows of the table."""
    return tuple(_dyad(one, briefing, place) for one in relations)


def _dyad(one: Relation, briefing: Briefing, place: Place) -> Dyad:
    deeds = [briefing.deeds.by_id[key] for key in (*one.happenings, *one.doubtful, *one.open)]
    told = Counter(briefing.deeds.by_id[key].modality for key in one.open)
    uncounted = [f"{len(one.doubtful)} doubtful"] if one.doubtful else []
    uncounted += [f"{told[modality]} {_TOLD[modality]}" for modality in Modality if told[modality]]
    triggers = [report.trigger for deed in deeds for report in deed.reports]
    return Dyad(
        id=one.id,
        agent=name_actor(briefing.actors[one.agent], place),
        patient=name_actor(briefing.actors[one.patient], place),
        count=len(one.happenings),
        sides=tuple(
            Side(sort=sort, count=number, classes=list_classes(one, briefing, sort))
            for sort, number in count_sorts(one).items()
        ),
        uncounted=tuple(uncounted),
        articles=briefing.comparing.tellers_of(one),
        chip=cite(triggers, briefing, place, most=FEW),
        deeds=tuple(line_happening(deed, briefing, place) for deed in deeds[:SENTENCES]),
        more=max(0, len(deeds) - SENTENCES),
    )


_TOLD = {
    Modality.PLANNED: "planned",
    Modality.DEMANDED: "demanded",
    Modality.NEGATED: "denied",
    Modality.CONDITIONAL: "on a condition",
    Modality.ASSERTED: "stated",
    Modality.REPORTED: "reported",
}


def list_pairs(ties: Iterable[Tie], briefing: Briefing, place: Place) -> tuple[Pair, ...]:
    """The rows of the table where no deed ties anybody."""
    return tuple(
        Pair(
            id=pair_id(tie),
            a=name_actor(briefing.actors[tie.a], place),
            b=name_actor(briefing.actors[tie.b], place),
            count=len(tie.evidence),
            chip=cite(tie.evidence, briefing, place, words=False),
        )
        for tie in ties
    )


def pair_id(tie: Tie) -> str:
    """Anchor of a pair's row."""
    return f"ti-{tie.a}--{tie.b}"


def address_relation(one: Relation, place: Place) -> str:
    """The row of the pair; the page's script brings one that the page does not hold."""
    return place.to(RELATIONS, one.id)
