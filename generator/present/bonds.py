"""What the lines of a network stand for.

In: relations and ties of the corpus, looked up. Out: the network of the dossier and that of one actor. Deeds are drawn
where there are any; else shared sentences are, which look different and are called what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.present.dyads import address_relation, count_sorts, list_classes, pair_id
from generator.present.items import name_actor
from generator.present.networks import SHARED, Bond, Drawing, Network, draw_network, draw_ring
from generator.present.render import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.corpus import Actor, Relation, Tie
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

AROUND = 8
"""Most others in the network of one actor."""
LEAST = 3
"""Fewest tied pairs worth a picture of the dossier."""
LEAST_AROUND = 2
"""Fewest others worth a picture of one actor."""


def network_of(
    briefing: Briefing, place: Place, relations: Iterable[Relation], ties: Iterable[Tie]
) -> Network | None:
    """The network of deeds, else of shared sentences; `None` where there is too little for a picture."""
    pairs: dict[tuple[str, str], list[Bond]] = {}
    for one in relations:
        if one.happenings:
            pair = (min(one.agent, one.patient), max(one.agent, one.patient))
            pairs.setdefault(pair, []).extend(_deeds(one, briefing, place))
    if not pairs:
        pairs = {(tie.a, tie.b): [_shared(tie, f"#{pair_id(tie)}")] for tie in ties}
    if len(pairs) < LEAST:
        return None
    order = sorted(pairs, key=lambda key: (-sum(bond.count for bond in pairs[key]), key))
    actors = {key: name_actor(briefing.actors[key], place) for pair in order for key in pair}
    return draw_network([pairs[key] for key in order], actors, briefing.settings.network_ties)


def local_network(actor: Actor, briefing: Briefing, place: Place) -> Drawing | None:
    """One actor and those with whom it has to do; `None` where these are fewer than two.

    Shared sentences are no picture here: the list beside it has them all, each with its proof.
    """
    bonds: dict[str, list[Bond]] = {}
    for one in briefing.deeds.relations_of.get(actor.id, ()):
        if one.happenings and one.agent in briefing.actors and one.patient in briefing.actors:
            other = one.patient if one.agent == actor.id else one.agent
            bonds.setdefault(other, []).extend(_deeds(one, briefing, place))
    if len(bonds) < LEAST_AROUND:
        return None
    order = sorted(bonds, key=lambda key: (-sum(bond.count for bond in bonds[key]), key))[:AROUND]
    actors = {key: name_actor(briefing.actors[key], place) for key in (actor.id, *order)}
    return draw_ring(actor.id, [bond for key in order for bond in bonds[key]], actors)


def _deeds(one: Relation, briefing: Briefing, place: Place) -> list[Bond]:
    url = address_relation(one, place)
    return [
        Bond(
            source=one.agent,
            target=one.patient,
            sort=sort,
            count=number,
            url=url,
            words=f"{sort}, {list_classes(one, briefing, sort)}",
        )
        for sort, number in count_sorts(one).items()
    ]


def _shared(tie: Tie, url: str) -> Bond:
    number = len(tie.evidence)
    words = f"named in {counted(number, 'shared sentence')}"
    return Bond(source=tie.a, target=tie.b, sort=SHARED, count=number, url=url, words=words)
