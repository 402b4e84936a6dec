"""The profile of one actor.

In: an actor and what refers to it. Out: one page an actor: what it is called, what it says, what is said about it,
who speaks for it, with whom and where it appears, and every sentence that mentions it; those beyond the first page on
further pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from generator.model.findings import ActorKind
from generator.present.addresses import DATA, STATEMENTS, Place, actor_more_path, actor_path
from generator.present.backlinks import Backlink, of_actor
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.courses import Course, read_course
from generator.present.evidence import FEW, Chip, cite, shorten
from generator.present.figures import draw_actor
from generator.present.items import (
    ActorName,
    Pages,
    SaidGroup,
    StatementLine,
    TopicName,
    group_statements,
    line_statement,
    name_actor,
    name_topic,
)
from generator.present.portrait import (
    ROLES,
    AliasLine,
    RoleLine,
    When,
    name_known,
    read_aliases,
    read_dated,
    read_roles,
)
from generator.present.render import counted
from generator.present.sightings import Scene, further_pages, read_scenes, sentences_of
from generator.present.subjects import Subject, group_subjects
from generator.present.voices import Voice, read_voices
from generator.present.wordings import LONGEST, Wordings, read_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.corpus import Actor, Tie
    from generator.present.sightings import Sentences
    from generator.present.tallies import Tally
    from generator.present.twins import Figure

LISTS = 2
"""Its statements, and those about it: each list holds so many times fewer than the page sentences."""
PARTNERS = 30
"""Most actors listed as appearing with this one, and as places of it."""
TERMS = 12
"""Most keywords listed near it."""
SPOKEN = 10
"""Most statements about it that stand open; a click opens the others."""
CALLED = 8
"""Most articles whose words stand open."""
GROUND = (ActorKind.STATE, ActorKind.TERRITORY, ActorKind.PLACE)
"""Kinds that say where something is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Another actor and the sentences shared."""

    actor: ActorName
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A keyword and the sentences shared."""

    topic: TopicName
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """Another actor that may be the same."""

    actor: ActorName
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The view of `actor.md.j2`."""

    name: str
    kind: str
    sort: str | None
    """What sort of organisation or group, where the words say so."""
    affiliation: ActorName | None
    roles: tuple[RoleLine, ...]
    roles_left: int
    aliases: tuple[AliasLine, ...]
    mentions: int
    inferred: int
    articles: Tally
    first: When | None
    """First dated mention."""
    last: When | None
    undated: int
    """Articles without a date among those that mention it."""
    rule: str
    says: tuple[SaidGroup, ...]
    subjects: tuple[Subject, ...]
    """The same statements by subject; empty where there are too few."""
    says_total: int
    says_left: int
    about: tuple[StatementLine, ...]
    about_total: int
    about_first: int
    """How many of them stand open."""
    voices: tuple[Voice, ...]
    wordings: Wordings
    called_first: int
    """How many articles' words stand open."""
    terms: tuple[Near, ...]
    partners: tuple[Partner, ...]
    partners_left: int
    ground: tuple[Partner, ...]
    ground_left: int
    course: Course
    scenes: tuple[Scene, ...]
    pages: Pages
    figure: Figure
    doubles: tuple[Double, ...]
    elsewhere: tuple[Backlink, ...]
    ledger_url: str
    data_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """The view of `actor_more.md.j2`."""

    actor: ActorName
    scenes: tuple[Scene, ...]
    pages: Pages


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page an actor, and further ones for the sentences of those that have many."""
    for actor in briefing.corpus.actors:
        place = briefing.place(actor_path(actor.id))
        sentences = sentences_of(actor, briefing)
        yield Draft(
            path=place.path,
            title=shorten(actor.name, LONGEST),
            view=_view(actor, sentences, briefing, place),
            template="actor.md.j2",
            boost=2.0,
            description=_description(actor, briefing),
        )
        for number in further_pages(sentences, briefing):
            place = briefing.place(actor_more_path(actor.id, number))
            view = Further(
                actor=name_actor(actor, place),
                scenes=read_scenes(sentences, number, briefing, place),
                pages=_pages(actor, sentences, number, briefing, place),
            )
            title = f"{shorten(actor.name, LONGEST)}, page {number}"
            yield Draft(
                path=place.path,
                title=title,
                view=view,
                template="actor_more.md.j2",
                searchable=False,
                description=_description(actor, briefing),
            )


def _description(actor: Actor, briefing: Briefing) -> str:
    what = ", ".join(
        part for part in (actor.kind.value, actor.roles[0].text if actor.roles else None) if part
    )
    said = counted(len(briefing.statements_by.get(actor.id, ())), "statement")
    articles = briefing.reach[actor.id].out_of(briefing.comparing.every)
    return f"{shorten(actor.name, LONGEST)}: {what}. {counted(len(actor.mentions), 'mention')} in {articles}, {said}."


def _view(actor: Actor, sentences: Sentences, briefing: Briefing, place: Place) -> Profile:
    most = -(-briefing.settings.sentences_per_page // LISTS)
    says = briefing.statements_by.get(actor.id, ())
    about = briefing.statements_about.get(actor.id, ())
    ties = briefing.ties_of.get(actor.id, ())
    ground = [tie for tie in ties if tie[0].kind in GROUND]
    partners = [tie for tie in ties if tie[0].kind not in GROUND]
    first, last, undated = read_dated(actor, briefing, place)
    return Profile(
        name=shorten(actor.name, LONGEST),
        kind=actor.kind.value,
        sort=actor.sort,
        affiliation=name_known(actor.affiliation, briefing, place),
        roles=read_roles(actor, briefing, place),
        roles_left=max(0, len(actor.roles) - ROLES),
        aliases=read_aliases(actor, most, briefing, place),
        mentions=len(actor.mentions),
        inferred=sum(mention.inferred for mention in actor.mentions),
        articles=briefing.reach[actor.id],
        first=first,
        last=last,
        undated=undated,
        rule=actor.rule,
        says=group_statements(says[:most], briefing, place),
        subjects=group_subjects(actor, says[:most], briefing, place),
        says_total=len(says),
        says_left=max(0, len(says) - most),
        about=tuple(line_statement(one, briefing, place) for one in about[:most]),
        about_total=len(about),
        about_first=SPOKEN,
        voices=read_voices(actor, briefing, place),
        wordings=read_wordings(actor, briefing, place),
        called_first=CALLED,
        terms=_terms(actor, briefing, place),
        partners=_partners(partners, briefing, place),
        partners_left=max(0, len(partners) - PARTNERS),
        ground=_partners(ground, briefing, place),
        ground_left=max(0, len(ground) - PARTNERS),
        course=read_course(actor, briefing, place),
        scenes=read_scenes(sentences, 1, briefing, place),
        pages=_pages(actor, sentences, 1, briefing, place),
        figure=draw_actor(actor, briefing.articles, briefing.settings, place, briefing.comparing.made),
        doubles=tuple(
            Double(actor=name_actor(briefing.actors[one.actor], place), reason=one.reason)
            for one in actor.suggestions
            if one.actor in briefing.actors
        ),
        elsewhere=of_actor(actor, briefing, place),
        ledger_url=f"{place.to(STATEMENTS)}?speaker={actor.id}",
        data_url=place.to(DATA),
    )


def _terms(actor: Actor, briefing: Briefing, place: Place) -> tuple[Near, ...]:
    """Keywords that are not its own names."""
    own = {actor.name.casefold(), *(alias.text.casefold() for alias in actor.aliases)}
    there = {(one.evidence.article, one.evidence.sentence) for one in actor.mentions}
    others = (pair for pair in briefing.topics_near.get(actor.id, ()) if pair[0].term.casefold() not in own)
    return tuple(
        Near(
            topic=name_topic(topic, briefing, place),
            chip=cite(
                (one for use in topic.uses for one in use.evidence if (one.article, one.sentence) in there),
                briefing,
                place,
                most=FEW,
            ),
        )
        for topic, _ in islice(others, TERMS)
    )


def _partners(ties: Sequence[tuple[Actor, Tie]], briefing: Briefing, place: Place) -> tuple[Partner, ...]:
    return tuple(
        Partner(
            actor=name_actor(other, place), chip=cite(tie.evidence, briefing, place, words=False, most=FEW)
        )
        for other, tie in ties[:PARTNERS]
    )


def _pages(actor: Actor, sentences: Sentences, number: int, briefing: Briefing, place: Place) -> Pages:
    further = (place.to(actor_more_path(actor.id, one)) for one in further_pages(sentences, briefing))
    return Pages(number=number, urls=(place.actor(actor.id), *further))


PAGE = PageType(noun="actor", build=build)
