"""One actor's part in what happened: its own timeline and its own network.

In: an actor, its happenings, the dates in its sentences, its relations. Out: `Course`, for its profile. Happenings come
before mere dates where not all of them fit; the page of the whole timeline has the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.present.addresses import RELATIONS, TIMELINE
from generator.present.bonds import local_network
from generator.present.chronicle import Entry, gather_entries, weightiest, write_entry

if TYPE_CHECKING:
    from generator.model.corpus import Actor
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing
    from generator.present.networks import Drawing

MOST = 20
"""Most entries on a profile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What an actor takes part in."""

    entries: tuple[Entry, ...]
    left: int
    network: Drawing | None
    timeline_url: str
    relations_url: str


def read_course(actor: Actor, briefing: Briefing, place: Place) -> Course:
    """Its happenings and the calendar dates in its sentences, in order, and those nearest to it."""
    dates = [one for one in briefing.deeds.dates_of.get(actor.id, ()) if one.date.lo or one.date.hi]
    drafts = gather_entries(briefing, briefing.deeds.of.get(actor.id, ()), dates)
    kept = weightiest(drafts, MOST)
    network = local_network(actor, briefing, place)
    return Course(
        entries=tuple(
            write_entry(draft, briefing, place, above)
            for above, draft in pairwise([None, *kept])
            if draft is not None
        ),
        left=len(drafts) - len(kept),
        network=network,
        timeline_url=f"{place.to(TIMELINE)}?actor={actor.id}",
        relations_url=place.to(RELATIONS),
    )
