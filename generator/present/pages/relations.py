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
from generator.present.maps import Located, Map, draw_maps, locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Tie
    from generator.present.networks import Network

PAIRS = 40
"""Most pairs listed where only shared sentences tie actors."""
PLACES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The view of `relations.md.j2`."""

    matrix: Matrix | None
    network: Network | None
    dyads: tuple[Dyad, ...]
    total: int
    """Pairs of which one does something to the other."""
    counted: int
    """Those with a happening that counts."""
    happenings: int
    left_out: int
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
    listed = [one for one in relations if one.id in deeds.listed]
    shared = () if relations else _ties(briefing)
    places = locate(briefing, place)
    view = Relations(
        matrix=make_matrix(briefing, place),
        network=network_of(briefing, place, relations, shared[:PAIRS]),
        dyads=list_dyads(listed, briefing, place),
        total=len(relations),
        counted=sum(bool(one.happenings) for one in relations),
        happenings=sum(len(one.happenings) for one in relations),
        left_out=len(relations) - len(listed),
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
    yield Draft(path=RELATIONS, title="Relations", view=view, template="relations.md.j2", hub=True)


def _ties(briefing: Briefing) -> tuple[Tie, ...]:
    return tuple(tie for tie in briefing.corpus.ties if tie.a in briefing.actors and tie.b in briefing.actors)


PAGE = PageType(noun="relations", build=build)
