"""What stands on top of a profile: offices, other names, first and last mention.

In: an actor. Out: its offices with their proof and time, what else it is called, and the dated articles that name it first and
last. Nothing is told twice there: an office is no other name, and neither is the title of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import ActorKind
from generator.present.evidence import Chip, cite, shorten
from generator.present.items import ActorName, name_actor, write_day
from generator.present.wordings import LONGEST

if TYPE_CHECKING:
    from generator.model.corpus import Actor, ActorRole, Evidence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

ROLES = 5
"""Most offices above the text; all of them stand among the words of each article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """An office, with its proof and the time of the articles that state it."""

    text: str
    affiliation: ActorName | None
    time: str | None
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLine:
    """A wording, with its proof."""

    text: str
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day of publication and the first sentence of that day which mentions the actor."""

    day: str
    url: str


def name_known(key: str | None, briefing: Briefing, place: Place) -> ActorName | None:
    """Who it is, where that is known."""
    return name_actor(briefing.actors[key], place) if key and key in briefing.actors else None


def read_roles(actor: Actor, briefing: Briefing, place: Place) -> tuple[RoleLine, ...]:
    """The offices that stand above the text."""
    return tuple(_role(role, actor, briefing, place) for role in actor.roles[:ROLES])


def read_aliases(actor: Actor, most: int, briefing: Briefing, place: Place) -> tuple[AliasLine, ...]:
    """What else it is called, its offices apart; of a group, all the descriptions it rests on."""
    told = {actor.name.casefold(), *(role.text.casefold() for role in actor.roles[:ROLES])}
    return tuple(
        AliasLine(text=shorten(alias.text, LONGEST), chip=cite(alias.evidence, briefing, place))
        for alias in actor.aliases
        if actor.kind is ActorKind.GROUP or alias.text.casefold() not in told
    )[:most]


def read_dated(actor: Actor, briefing: Briefing, place: Place) -> tuple[When | None, When | None, int]:
    """First and last dated mention, and the number of articles without a date."""
    opening: dict[str, Evidence] = {}
    for mention in actor.mentions:
        opening.setdefault(mention.evidence.article, mention.evidence)
    dated = sorted(
        ((day, key) for key in opening if (day := briefing.articles[key].published) is not None),
        key=lambda pair: pair[0],
    )
    undated = len(opening) - len(dated)
    if not dated:
        return None, None, undated
    first, last = (
        When(day=write_day(day), url=place.article(key, opening[key].sentence))
        for day, key in (dated[0], dated[-1])
    )
    return first, last, undated


def _role(role: ActorRole, actor: Actor, briefing: Briefing, place: Place) -> RoleLine:
    """Its affiliation is named only where the words do not hold the name already."""
    owner = name_known(role.affiliation, briefing, place) if role.affiliation != actor.affiliation else None
    days = sorted(
        day for day in (briefing.articles[one.article].published for one in role.evidence) if day is not None
    )
    time = None
    if days:
        time = str(days[0].year) if days[0].year == days[-1].year else f"{days[0].year}–{days[-1].year}"
    return RoleLine(
        text=shorten(role.text, LONGEST),
        affiliation=owner if owner and owner.name.casefold() not in role.text.casefold() else None,
        time=time,
        chip=cite(role.evidence, briefing, place),
    )
