"""What refers to an actor or a keyword elsewhere in the dossier.

In: the briefing. Out: links that say where and how much, each to the list that holds exactly that. What stands on the page
itself is left out, so that nothing is told twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import POSITIONS, RELATIONS, TIMELINE
from generator.present.chains import UNNAMED, address_statement
from generator.present.items import ActorName, name_actor
from generator.present.render import counted

if TYPE_CHECKING:
    from generator.model.corpus import Actor, Topic
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

LISTED = 24
"""Most statements and positions named on the page of a keyword."""
ANCHORS = {POSITIONS: "#by-actor", RELATIONS: "#pair-by-pair"}
"""Where the list stands on its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """A list elsewhere, and what it holds."""

    words: str
    """`holds 3 positions`."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whose statement or position holds a keyword."""

    actor: ActorName | None
    words: str | None
    """`None` where an actor is known."""
    links: tuple[tuple[str, str], ...]
    """Kind and address of each, in the order of the texts."""


def of_actor(actor: Actor, briefing: Briefing, place: Place) -> tuple[Backlink, ...]:
    """Lists that name the actor as holder, addressee, doer or other side."""
    relations = briefing.deeds.relations_of.get(actor.id, ())
    does = sum(one.agent == actor.id for one in relations)
    towards = briefing.positions_towards.get(actor.id, ())
    happening = len(briefing.deeds.of.get(actor.id, ()))
    found = (
        ("holds", len(briefing.positions_by.get(actor.id, ())), "position", "holder", POSITIONS),
        ("is addressed by", len(towards), "position", "towards", POSITIONS),
        ("acts on", does, "actor", "agent", RELATIONS),
        ("is acted on by", len(relations) - does, "actor", "patient", RELATIONS),
        ("has a part in", happening, "happening", "actor", TIMELINE),
    )
    return tuple(
        Backlink(
            words=f"{verb} {counted(number, noun)}",
            url=f"{place.to(path)}?{key}={actor.id}{ANCHORS.get(path, '')}",
        )
        for verb, number, noun, key, path in found
        if number
    )


def of_topic(topic: Topic, briefing: Briefing, place: Place) -> tuple[tuple[Bearer, ...], int]:
    """Statements and positions with the keyword by who makes them, and the number of those that are not listed."""
    links: dict[str, list[tuple[str, str]]] = {}
    parties: dict[str, tuple[ActorName | None, str | None]] = {}
    said = briefing.statements_on.get(topic.id, ())
    held = briefing.positions_on.get(topic.id, ())
    drawn = {one.statement for one in held}
    rows = [
        (one.speaker, one.speaker_evidence, one.kind, address_statement(one, place))
        for one in said
        if one.id not in drawn
    ]
    rows += [(one.holder, one.holder_evidence, one.kind.value, place.to(POSITIONS, one.id)) for one in held]
    for key, heard, kind, url in rows[:LISTED]:
        actor = briefing.actors.get(key or "")
        name = actor.id if actor else heard.quote if heard else UNNAMED
        words = None if actor else (f"“{heard.quote}”" if heard else UNNAMED)
        parties.setdefault(name, (name_actor(actor, place) if actor else None, words))
        links.setdefault(name, []).append((kind, url))
    bearers = tuple(
        Bearer(actor=parties[name][0], words=parties[name][1], links=tuple(found))
        for name, found in links.items()
    )
    return bearers, max(0, len(rows) - LISTED)
