"""The lists of actors: the main ones by kind, and all of a kind.

In: all actors. Out: one page of who is who, with role or affiliation and how much each appears and speaks; where a
kind has more actors than that page can hold, further pages that list every one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.present.addresses import ACTORS, DATA, Place, actor_list_path
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import FEW, Chip, cite, shorten
from generator.present.figures import draw_mentions
from generator.present.items import PLURALS, ActorName, Pages, name_actor
from generator.present.render import counted
from generator.present.wordings import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.corpus import Actor
    from generator.present.tallies import Tally
    from generator.present.twins import Figure

NAMES = 4
"""Most other wordings in a row."""
MAIN = 40
"""Most actors of a kind on the first page, the most mentioned ones."""
LIST = 500
"""Most actors on a page of the list of all."""
SORTLESS = "other"
"""Heading of organisations whose name does not say what they are, where others' names do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One actor."""

    actor: ActorName
    role: str | None
    affiliation: ActorName | None
    aliases: tuple[str, ...]
    """Wordings that say more than the name and the office do."""
    mentions: int
    articles: Tally
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Actors of one sort."""

    sort: str | None
    """`None` where the kind knows no sorts."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Actors of one kind."""

    kind: str
    heading: str
    total: int
    blocks: tuple[Block, ...]
    all_url: str | None
    """The list of all of them, where some are not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A name that is no actor."""

    name: str
    sort: str | None
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """The view of `actors.md.j2`."""

    total: int
    independent: bool
    """True where copies, or articles that draw on another one, are not counted."""
    mentions: int
    inferred: int
    groups: tuple[Group, ...]
    things: tuple[Thing, ...]
    """The most mentioned names that are no actors."""
    things_left: int
    data_url: str
    complete: bool
    """True where every actor stands on this page."""
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Everyone:
    """The view of `actors_all.md.j2`."""

    kind: str
    heading: str
    total: int
    rows: tuple[Row, ...]
    pages: Pages
    hub_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """The main page, and the lists of kinds that do not fit on it."""
    place = briefing.place(ACTORS)
    kinds = {
        kind.value: [actor for actor in briefing.corpus.actors if actor.kind is kind] for kind in PLURALS
    }
    headings = {kind.value: heading for kind, heading in PLURALS.items()}
    view = Actors(
        independent=briefing.comparing.apart,
        total=len(briefing.corpus.actors),
        mentions=sum(len(actor.mentions) for actor in briefing.corpus.actors),
        inferred=sum(mention.inferred for actor in briefing.corpus.actors for mention in actor.mentions),
        groups=tuple(
            Group(
                kind=kind,
                heading=headings[kind],
                total=len(held),
                blocks=_blocks(held[:MAIN], briefing, place),
                all_url=place.to(actor_list_path(kind)) if len(held) > MAIN else None,
            )
            for kind, held in kinds.items()
            if held
        ),
        things=tuple(_thing(thing, briefing, place) for thing in briefing.corpus.things[:MAIN]),
        things_left=max(0, len(briefing.corpus.things) - MAIN),
        data_url=place.to(DATA),
        complete=all(len(held) <= MAIN for held in kinds.values()),
        figure=draw_mentions(briefing.corpus, briefing.settings, place),
    )
    yield Draft(
        path=ACTORS,
        title="Actors",
        view=view,
        template="actors.md.j2",
        hub=True,
        description=f"{counted(len(briefing.actors), 'actor')} by kind, with mentions and statements.",
    )
    for kind, held in kinds.items():
        if len(held) > MAIN:
            yield from _lists(kind, headings[kind], held, briefing)


def _thing(thing: Actor, briefing: Briefing, place: Place) -> Thing:
    return Thing(
        name=shorten(thing.name, LONGEST),
        sort=thing.sort,
        chip=cite([one.evidence for one in thing.mentions], briefing, place, most=FEW),
    )


def _blocks(actors: Sequence[Actor], briefing: Briefing, place: Place) -> tuple[Block, ...]:
    """By sort where any is known: alphabetical, those without one last; most mentioned first within each."""
    if not any(actor.sort for actor in actors):
        return (Block(sort=None, rows=tuple(_row(actor, briefing, place) for actor in actors)),)
    order = sorted(actors, key=lambda actor: (actor.sort is None, actor.sort or ""))
    return tuple(
        Block(sort=sort or SORTLESS, rows=tuple(_row(actor, briefing, place) for actor in held))
        for sort, held in groupby(order, key=lambda actor: actor.sort)
    )


def _lists(kind: str, heading: str, actors: Sequence[Actor], briefing: Briefing) -> Iterator[Draft]:
    """All actors of a kind by name, page by page."""
    order = sorted(actors, key=lambda actor: (actor.name.casefold(), actor.id))
    numbers = range(1, -(-len(order) // LIST) + 1)
    for number in numbers:
        place = briefing.place(actor_list_path(kind, number))
        view = Everyone(
            kind=kind,
            heading=heading,
            total=len(order),
            rows=tuple(
                _row(actor, briefing, place, aliases=0)
                for actor in order[LIST * (number - 1) : LIST * number]
            ),
            pages=Pages(number=number, urls=tuple(place.to(actor_list_path(kind, one)) for one in numbers)),
            hub_url=place.to(ACTORS),
        )
        title = f"All {heading.lower()}" + (f", page {number}" if number > 1 else "")
        yield Draft(
            path=place.path,
            title=title,
            view=view,
            template="actors_all.md.j2",
            searchable=False,
            description=f"{title}, by the alphabet.",
        )


def _row(actor: Actor, briefing: Briefing, place: Place, aliases: int = NAMES) -> Row:
    owner = briefing.actors.get(actor.affiliation) if actor.affiliation else None
    office = actor.roles[0].text if actor.roles else ""
    told = {*_words(actor.name), *_words(office)}
    others = (alias.text for alias in actor.aliases if not told >= {*_words(alias.text)})
    return Row(
        actor=name_actor(actor, place),
        role=shorten(office, LONGEST) or None,
        affiliation=(
            name_actor(owner, place) if owner and owner.name.casefold() not in actor.name.casefold() else None
        ),
        aliases=tuple(shorten(text, LONGEST) for text in others)[:aliases],
        mentions=len(actor.mentions),
        articles=briefing.reach[actor.id],
        statements=len(briefing.statements_by.get(actor.id, ())),
    )


def _words(text: str) -> list[str]:
    return text.casefold().split()


PAGE = PageType(noun="actors", build=build)
