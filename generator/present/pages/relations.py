"""Who does what to whom.

In: relations, and where there are none the ties of the corpus. Out: one page: the matrix, the network, a row a pair with
its sentences, and the places that can be located. Where there is too little for one of these, a sentence says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, METHOD, RELATIONS, TIMELINE
from generator.present.bonds import network_of
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.dyads import Dyad, Matrix, Pair, list_dyads, list_pairs, make_matrix
from generator.present.filters import Filter, list_choices
from generator.present.lists import LongList, Row, long_list, rest_asset
from generator.present.maps import Located, Map, draw_maps, locate
from generator.present.render import counted, render_macro

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.corpus import Tie
    from generator.present.networks import Network

PAIRS = 40
"""Most pairs listed where only shared sentences tie actors."""
PLACES = 25
SENTENCES = 2
"""A pair holds about so many: the page holds so many times fewer pairs than sentences elsewhere."""
COLUMNS = (
    ("Who", "=agent"),
    ("To whom", "=patient"),
    ("Counted", ".ds-side-sum"),
    ("Not counted", ".ds-dyad-what > .ds-modality"),
    ("First sentence", ".ds-count@href"),
    ("Id", "@id"),
)
"""Of the CSV of what is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The view of `relations.md.j2`."""

    matrix: Matrix | None
    network: Network | None
    listing: LongList
    dyads: tuple[Dyad, ...]
    total: int
    """Pairs of which one does something to the other."""
    counted: int
    """Those with a happening that counts."""
    happenings: int
    pairs: tuple[Pair, ...]
    pairs_left: int
    places: tuple[Located, ...]
    places_left: int
    maps: tuple[Map, ...]
    actors: int
    data_url: str
    method_url: str
    timeline_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, deeds = briefing.place(RELATIONS), briefing.deeds
    relations = deeds.relations
    most = -(-briefing.settings.sentences_per_page // SENTENCES)
    dyads = list_dyads(relations, briefing, place)
    filters = _filters(dyads)
    shared = () if relations else _ties(briefing)
    places = locate(briefing, place)
    view = Relations(
        matrix=make_matrix(briefing, place),
        network=network_of(briefing, place, relations, shared[:PAIRS]),
        listing=long_list(
            "relations", len(dyads), len(dyads[most:]), place, columns=COLUMNS, filters=filters
        ),
        dyads=dyads[:most],
        total=len(relations),
        counted=sum(bool(one.happenings) for one in relations),
        happenings=sum(len(one.happenings) for one in relations),
        pairs=list_pairs(shared[:PAIRS], briefing, place),
        pairs_left=max(0, len(shared) - PAIRS),
        places=places[:PLACES],
        places_left=max(0, len(places) - PLACES),
        maps=draw_maps(places),
        actors=len(briefing.actors),
        data_url=place.to(DATA),
        method_url=place.to(METHOD),
        timeline_url=place.to(TIMELINE),
    )
    rows = (
        Row(part=0, html=render_macro("rows.md.j2", "dyad", one, view.timeline_url)) if at >= most else None
        for at, one in enumerate(dyads)
    )
    yield Draft(
        path=RELATIONS,
        title="Relations",
        view=view,
        template="relations.md.j2",
        hub=True,
        description=f"Who does what to whom: {counted(len(dyads), 'pair')} of actors with the sentences that tell it.",
        assets=rest_asset("relations", place, rows, filters=filters),
    )


def _filters(dyads: Sequence[Dyad]) -> tuple[Filter, ...]:
    names = {party.id: party.name for one in dyads for party in (one.agent, one.patient)}
    sorts = [side.sort for one in dyads for side in one.sides]
    return (
        Filter(key="agent", label="Who", choices=list_choices((one.agent.id for one in dyads), names)),
        Filter(
            key="patient", label="To whom", choices=list_choices((one.patient.id for one in dyads), names)
        ),
        Filter(key="deed", label="Kind", choices=list_choices(sorts, {})),
    )


def _ties(briefing: Briefing) -> tuple[Tie, ...]:
    return tuple(tie for tie in briefing.corpus.ties if tie.a in briefing.actors and tie.b in briefing.actors)


PAGE = PageType(noun="relations", build=build)
