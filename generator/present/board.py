"""The board of positions: who holds how many of which kind, in a few words.

In: all positions. Out: rows of holders and columns of kinds for the positions page, the main holders of each kind for
the overview, and groups by subject, in which different holders stand side by side. What is chosen follows from counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import Stand
from generator.present.addresses import POSITIONS
from generator.present.evidence import Chip, cite, shorten
from generator.present.items import ActorName, name_actor, name_topic
from generator.present.stands import PLURALS, StandLine, line_position, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.corpus import ActorPosition, Evidence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

ROWS = 12
"""Most holders on a board; all of them stand below it."""
SUBJECTS = 8
"""Most subjects under which positions are set side by side."""
FEWEST = 2
"""Fewest holders that make a subject."""
SHORTEST, FITTING = 5, 64
"""Fewest words that say something by themselves, and most characters that stand beside a holder on the overview."""
HOLDERS = 3
"""Most holders of a kind on the overview."""
GLANCE: tuple[tuple[str, tuple[Stand, ...]], ...] = (
    ("Demand", (Stand.DEMAND, Stand.CONDITION)),
    ("Offer", (Stand.PROPOSAL, Stand.OFFER, Stand.COMMITMENT)),
    ("Accept", (Stand.ACCEPTANCE, Stand.CONCESSION)),
    ("Reject", (Stand.REJECTION,)),
    ("Warn", (Stand.WARNING,)),
)
"""The kinds of the overview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCell:
    """The positions of one kind that one actor holds."""

    count: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One holder."""

    holder: ActorName
    cells: tuple[BoardCell | None, ...]
    """One entry a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTable:
    """Holders and kinds."""

    columns: tuple[str, ...]
    rows: tuple[BoardRow, ...]
    more: int
    """Holders that are not on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A holder and its words."""

    holder: ActorName
    words: str | None
    """Of its positions of the kind the one that fits and names most actors and keywords; `None` where no words were cut out."""
    evidence: Evidence
    """Where these words stand; the sentence where there are none."""
    chip: Chip | None
    count: int
    """Its positions of the kind."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldKind:
    """The main holders of positions of one kind."""

    label: str
    held: tuple[Held, ...]
    more: int
    """Further holders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What several holders take a position on."""

    name: str
    url: str
    lines: tuple[StandLine, ...]


def board_table(briefing: Briefing, place: Place) -> BoardTable:
    """Every kind that occurs, a column each."""
    positions = shown(briefing.corpus.positions, briefing)
    kinds = [kind for kind in PLURALS if any(one.kind is kind and one.holder for one in positions)]
    held = _by_holder(positions, briefing)
    order = main_holders(positions, briefing)
    return BoardTable(
        columns=tuple(PLURALS[kind] for kind in kinds),
        rows=tuple(
            BoardRow(
                holder=name_actor(briefing.actors[holder], place),
                cells=tuple(_cell(holder, held[holder], kind, place) for kind in kinds),
            )
            for holder in order[:ROWS]
        ),
        more=max(0, len(order) - ROWS),
    )


def positions_at_a_glance(briefing: Briefing, place: Place) -> tuple[HeldKind, ...]:
    """Up to five kinds, each with its main holders; none where nobody we know holds a position."""
    positions = shown(briefing.corpus.positions, briefing)
    held = _by_holder(positions, briefing)
    # Whom many articles mention comes first: one interview can hold more positions than all else.
    order = sorted(main_holders(positions, briefing), key=lambda key: -briefing.reach[key].number)
    glance = []
    for label, kinds in GLANCE:
        fitting = {key: [one for one in held[key] if one.kind in kinds] for key in order}
        holders = [key for key in order if fitting[key]]
        if holders:
            lines = tuple(_held(key, fitting[key], briefing, place) for key in holders[:HOLDERS])
            glance.append(HeldKind(label=label, held=lines, more=len(holders) - len(lines)))
    return tuple(glance)


def _by_holder(positions: Sequence[ActorPosition], briefing: Briefing) -> Mapping[str, list[ActorPosition]]:
    held: defaultdict[str, list[ActorPosition]] = defaultdict(list)
    for one in positions:
        if one.holder is not None and one.holder in briefing.actors:
            held[one.holder].append(one)
    return held


def main_holders(positions: Sequence[ActorPosition], briefing: Briefing) -> list[str]:
    """Ids of the holders, those with most positions first, then those most mentioned."""
    counts = Counter(one.holder for one in positions if one.holder in briefing.actors)
    rank = {actor.id: number for number, actor in enumerate(briefing.corpus.actors)}
    return sorted((one for one in counts if one), key=lambda one: (-counts[one], rank[one]))


def _cell(holder: str, positions: Sequence[ActorPosition], kind: Stand, place: Place) -> BoardCell | None:
    count = sum(one.kind is kind for one in positions)
    return BoardCell(count=count, url=place.to(POSITIONS, anchor(holder, kind))) if count else None


def _held(holder: str, positions: Sequence[ActorPosition], briefing: Briefing, place: Place) -> Held:
    best = min(
        positions,
        key=lambda one: (
            len(one.content) != 1,
            _words(one) < SHORTEST,
            _length(one) > FITTING,
            -len(one.topics) - len(one.actors),
            _length(one),
        ),
    )
    evidence = best.content[0] if best.content else best.sentence
    return Held(
        holder=name_actor(briefing.actors[holder], place),
        words=shorten(best.content[0].quote, FITTING) if best.content else None,
        evidence=evidence,
        chip=cite((evidence,), briefing, place),
        count=len(positions),
        url=place.to(POSITIONS, anchor(holder, positions[0].kind)),
    )


def _length(position: ActorPosition) -> int:
    return sum(len(one.quote) for one in position.content)


def _words(position: ActorPosition) -> int:
    return sum(len(one.quote.split()) for one in position.content)


def anchor(holder: str | None, kind: Stand) -> str:
    """The place of one holder's positions of one kind on the positions page."""
    return f"by-{holder or 'nobody'}-{kind.value}"


def subjects(briefing: Briefing, place: Place) -> tuple[Subject, ...]:
    """Keywords and actors on which several holders take positions; each position stands under one of them.

    Keywords come before actors, since most positions name one; among them the subject with most holders comes first,
    where equal the one with most positions.
    """
    positions = shown(briefing.corpus.positions, briefing)
    topics = briefing.topics
    # A keyword that is an actor's name is that actor.
    names = {alias.text.casefold() for actor in briefing.corpus.actors for alias in actor.aliases}
    under: defaultdict[tuple[int, str], list[ActorPosition]] = defaultdict(list)
    for one in positions:
        for topic in one.topics:
            if topic in topics and topics[topic].term.casefold() not in names:
                under[0, topic].append(one)
        for actor in one.actors:
            if actor != one.holder and actor in briefing.actors:
                under[1, actor].append(one)
    left = {one.id for one in positions}
    chosen: list[Subject] = []
    while under and len(chosen) < SUBJECTS:
        several = [key for key, members in under.items() if _holders(members) >= FEWEST]
        if not several:
            break
        best = min(several, key=lambda key: (key[0], -_holders(under[key]), -len(under[key]), key))
        members = under.pop(best)
        kind, key = best
        if kind == 0:
            called = name_topic(topics[key], briefing, place)
            name, url = called.term, called.url
        else:
            name, url = briefing.actors[key].name, place.actor(key)
        lines = tuple(line_position(one, briefing, place) for one in members)
        chosen.append(Subject(name=name, url=url, lines=lines))
        left -= {one.id for one in members}
        under = defaultdict(
            list,
            {
                other: kept
                for other, found in under.items()
                if (kept := [one for one in found if one.id in left])
            },
        )
    return tuple(chosen)


def _holders(positions: Sequence[ActorPosition]) -> int:
    """Different holders; the article's own voice is one of them."""
    return len({one.holder or one.article for one in positions if one.holder or one.own_voice})
