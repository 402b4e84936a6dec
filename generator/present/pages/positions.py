"""The board of positions: who demands, offers, accepts and rejects what.

In: positions, shifts and open matters. Out: one page: a table of holders and kinds, the positions actor by actor and
subject by subject, changes of position with both halves, the articles' own voice apart, and what is uncertain.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, METHOD, POSITIONS, STATEMENTS
from generator.present.board import BoardTable, Subject, board_table, subjects
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import name_article
from generator.present.filters import Filter, list_choices
from generator.present.holdings import (
    DoubtGroup,
    HolderBlock,
    StandGroup,
    first_blocks,
    first_lines,
    gather_blocks,
    gather_doubts,
    gather_groups,
    rest_of_blocks,
    rest_of_groups,
)
from generator.present.lists import LongList, long_list
from generator.present.render import counted
from generator.present.stands import (
    PLURALS,
    ShiftLine,
    line_shift,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


FEWER = 2
"""The other lists of the page hold so many times fewer rows than that of the actors."""
NOBODY = "-"
COLUMNS = (
    ("Holder", "=holder"),
    ("Kind", "=kind"),
    ("Towards", "=towards"),
    ("Sentence", ".ds-content"),
    ("Words", ".ds-content mark:not(.ds-modal)"),
    ("Cue", ".ds-modal, .ds-cue"),
    ("Article", "=article"),
    ("Address", ".ds-count@href"),
    ("Id", "@id"),
)
"""Of the CSV of what is shown."""
OWN_COLUMNS = (
    ("Kind", "@data-kind"),
    ("Sentence", ".ds-content"),
    ("Cue", ".ds-modal, .ds-cue"),
    ("Article", ".ds-facts > a:last-child"),
    ("Address", ".ds-count@href"),
    ("Id", "@id"),
)
OPEN_COLUMNS = (
    ("Sentence", ".ds-content"),
    ("Said by", ".ds-facts .ds-name"),
    ("Article", ".ds-facts > a:last-child"),
    ("Address", ".ds-count@href"),
    ("Id", "@id"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The view of `positions.md.j2`."""

    total: int
    held: int
    """Those of a known actor."""
    board: BoardTable
    listing: LongList
    blocks: tuple[HolderBlock, ...]
    subjects: tuple[Subject, ...]
    shifts: tuple[ShiftLine, ...]
    own: LongList
    own_groups: tuple[StandGroup, ...]
    open: LongList
    doubts: tuple[DoubtGroup, ...]
    shifts_left: int
    statements_url: str
    method_url: str
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, corpus = briefing.place(POSITIONS), briefing.corpus
    most = briefing.settings.sentences_per_page
    fewer = -(-most // FEWER)
    positions = shown(corpus.positions, briefing)
    blocks = gather_blocks(positions, briefing, place)
    own = gather_groups([one for one in positions if one.own_voice], "article", count(1), briefing, place)
    doubts = gather_doubts(corpus.open_matters, briefing, place)
    filters = _filters(blocks, briefing)
    held = sum(len(group.lines) for block in blocks for group in block.groups)
    voiced, unsure = (sum(len(group.lines) for group in groups) for groups in (own, doubts))
    view = Positions(
        total=len(positions),
        held=sum(one.holder is not None for one in positions),
        board=board_table(briefing, place),
        listing=long_list("positions", held, max(0, held - most), place, columns=COLUMNS, filters=filters),
        blocks=first_blocks(blocks, most),
        subjects=subjects(briefing, place),
        shifts=tuple(line_shift(one, briefing, place) for one in corpus.shifts[:most]),
        own=long_list("own", voiced, max(0, voiced - fewer), place, columns=OWN_COLUMNS),
        own_groups=first_lines(own, fewer),
        open=long_list("open", unsure, max(0, unsure - fewer), place, columns=OPEN_COLUMNS),
        doubts=first_lines(doubts, fewer),
        shifts_left=max(0, len(corpus.shifts) - most),
        statements_url=place.to(STATEMENTS),
        method_url=place.to(METHOD),
        data_url=place.to(DATA),
    )
    assets = (
        *rest_of_blocks(blocks, most, filters, place),
        *rest_of_groups("own", "kind", "stand", own, fewer, place),
        *rest_of_groups("open", "doubts", "doubt", doubts, fewer, place),
    )
    yield Draft(
        path=POSITIONS,
        title="Positions",
        view=view,
        template="positions.md.j2",
        hub=True,
        assets=assets,
        description=f"{counted(len(positions), 'position')} by actor and by subject: demands, conditions, offers, acceptance, rejections, warnings.",
    )


def _filters(blocks: Sequence[HolderBlock], briefing: Briefing) -> tuple[Filter, ...]:
    lines = [line for block in blocks for group in block.groups for line in group.lines]
    names = {actor.id: actor.name for actor in briefing.corpus.actors}
    titles = {article.id: name_article(article) for article in briefing.corpus.articles}
    holders = [line.holder.actor.id if line.holder and line.holder.actor else NOBODY for line in lines]
    towards = [line.addressee.actor.id for line in lines if line.addressee and line.addressee.actor]
    kinds = {kind.value: label for kind, label in PLURALS.items()}
    return (
        Filter(
            key="holder", label="Holder", choices=list_choices(holders, {**names, NOBODY: "not resolved"})
        ),
        Filter(key="kind", label="Kind", choices=list_choices((line.kind for line in lines), kinds)),
        Filter(key="towards", label="Towards", choices=list_choices(towards, names)),
        Filter(
            key="article", label="Article", choices=list_choices((line.article_id for line in lines), titles)
        ),
    )


PAGE = PageType(noun="positions", build=build)
