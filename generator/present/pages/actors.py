"""The list of actors, by kind.

In: all actors. Out: one page: who is who, with role or affiliation and how much each appears and speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import ACTORS, DATA, Place
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.figures import draw_mentions
from generator.present.items import PLURALS, ActorName, name_actor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Actor
    from generator.present.twins import Figure

NAMES = 4
"""Most other wordings in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One actor."""

    actor: ActorName
    role: str | None
    affiliation: ActorName | None
    aliases: tuple[str, ...]
    """Other wordings than the name."""
    mentions: int
    articles: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Actors of one kind."""

    kind: str
    heading: str
    rows: tuple[Row, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The view of `actors.md.j2`."""

    total: int
    groups: tuple[Group, ...]
    figure: Figure
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, most = briefing.place(ACTORS), briefing.settings.sentences_per_page
    groups = []
    for kind, heading in PLURALS.items():
        held = [actor for actor in briefing.corpus.actors if actor.kind is kind]
        if held:
            groups.append(
                Group(
                    kind=kind.value,
                    heading=heading,
                    rows=tuple(_row(actor, briefing, place) for actor in held[:most]),
                    left_out=max(0, len(held) - most),
                )
            )
    view = Actors(
        total=len(briefing.corpus.actors),
        groups=tuple(groups),
        figure=draw_mentions(briefing.corpus, briefing.settings, place),
        data_url=place.to(DATA),
    )
    yield Draft(path=ACTORS, title="Actors", view=view, template="actors.md.j2", hub=True)


def _row(actor: Actor, briefing: Briefing, place: Place) -> Row:
    owner = briefing.actors.get(actor.affiliation) if actor.affiliation else None
    return Row(
        actor=name_actor(actor, place),
        role=actor.roles[0].text if actor.roles else None,
        affiliation=name_actor(owner, place) if owner else None,
        aliases=tuple(
            alias.text for alias in actor.aliases if alias.text.casefold() != actor.name.casefold()
        )[:NAMES],
        mentions=len(actor.mentions),
        articles=briefing.reach[actor.id],
        statements=len(briefing.statements_by.get(actor.id, ())),
    )


PAGE = PageType(noun="actors", build=build)
