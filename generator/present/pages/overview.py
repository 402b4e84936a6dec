"""The overview: what a reader needs for the first two minutes.

In: the whole corpus. Out: one page. Nothing on it is written by the program: it counts, it quotes, and it says what
is missing. Which statements and actors stand here follows from plain rules, named in the functions below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present import addresses
from generator.present.addresses import OVERVIEW, Place
from generator.present.board import BoardTable, positions_at_a_glance
from generator.present.briefing import Briefing, Draft, PageType, first_told
from generator.present.choices import (
    SILENT,
    TERMS,
    key_statements,
    main_actors,
    main_dates,
    weigh,
)
from generator.present.evidence import Chip, Passage, cite, read_passage
from generator.present.items import (
    ActorName,
    StatementLine,
    TopicName,
    line_statement,
    name_actor,
    name_date,
    name_topic,
    write_day,
)
from generator.present.silence import silent_actors
from generator.present.voices import speaks_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.model.corpus import Actor

COLUMNS = 24
"""Most articles drawn as columns of an actor's strip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A way into the dossier."""

    count: int
    noun: str
    """In the singular."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One article's mentions of an actor."""

    article: str
    count: int
    height: int
    """Per cent of the highest column on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor at a glance."""

    actor: ActorName
    role: str | None
    role_chip: Chip | None
    mentions: int
    articles: int
    columns: tuple[Column, ...]
    voice: ActorName | None
    """One of its voices, where it says nothing itself; the statement is then theirs."""
    line: StatementLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date, the first sentence that names it, and all of them as proof."""

    label: str
    passage: Passage
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """An article that lacks something."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The view of `overview.md.j2`."""

    doors: tuple[Door, ...]
    span: str | None
    """First and last day of publication."""
    undated: tuple[Untold, ...]
    unread: tuple[Untold, ...]
    """Articles in a language that no model serves."""
    articles: int
    terms: tuple[TopicName, ...]
    words: tuple[StatementLine, ...]
    who: tuple[Who, ...]
    glance: BoardTable | None
    """Main holders of positions; `None` where nobody we know holds one."""
    dates: tuple[When, ...]
    dates_unknown: int
    unspoken: int
    """Statements whose speaker is not known."""
    silent: tuple[ActorName, ...]
    silent_more: int
    method_url: str
    statements_url: str
    positions_url: str
    actors_url: str
    timeline_url: str
    keywords_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, corpus = briefing.place(OVERVIEW), briefing.corpus
    days = sorted(article.published for article in corpus.articles if article.published)
    silent = silent_actors(briefing)
    view = Overview(
        doors=tuple(
            Door(count=count, noun=noun, url=place.to(path))
            for noun, path, count in (
                ("article", addresses.ARTICLES, len(corpus.articles)),
                ("actor", addresses.ACTORS, len(corpus.actors)),
                ("statement", addresses.STATEMENTS, len(first_told(corpus))),
                ("keyword", addresses.KEYWORDS, len(corpus.topics)),
                ("date", addresses.TIMELINE, len(corpus.timeline)),
            )
        ),
        span=_period(days),
        undated=tuple(
            Untold(title=article.title, url=place.article(article.id))
            for article in corpus.articles
            if article.published is None
        ),
        unread=tuple(
            Untold(title=briefing.articles[one.article].title, url=place.article(one.article))
            for one in corpus.findings
            if not one.analysed
        ),
        articles=len(corpus.articles),
        terms=tuple(name_topic(topic, briefing, place) for topic in corpus.topics[:TERMS]),
        words=tuple(line_statement(one, briefing, place) for one in key_statements(briefing)),
        who=_who(briefing, place),
        glance=positions_at_a_glance(briefing, place),
        dates=_when(briefing, place),
        dates_unknown=sum(entry.date.lo is None for entry in corpus.timeline),
        unspoken=sum(one.speaker is None for one in corpus.statements),
        silent=tuple(name_actor(actor, place) for actor in silent[:SILENT]),
        silent_more=max(0, len(silent) - SILENT),
        method_url=place.to(addresses.METHOD),
        statements_url=place.to(addresses.STATEMENTS),
        positions_url=place.to(addresses.POSITIONS),
        actors_url=place.to(addresses.ACTORS),
        timeline_url=place.to(addresses.TIMELINE),
        keywords_url=place.to(addresses.KEYWORDS),
    )
    yield Draft(path=OVERVIEW, title=briefing.title, view=view, template="overview.md.j2", hub=True)


def _who(briefing: Briefing, place: Place) -> tuple[Who, ...]:
    main = main_actors(briefing)
    counts = {actor.id: _by_article(actor) for actor in main}
    highest = max((count for one in counts.values() for count in one.values()), default=1)
    shown = briefing.corpus.articles if len(briefing.corpus.articles) <= COLUMNS else ()
    cards = []
    for actor in main:
        own = briefing.statements_by.get(actor.id, ())
        # A state that says nothing itself is heard through those who speak for it, under their own name.
        voice = None if own else speaks_for(actor, briefing)
        said = sorted(voice[1] if voice else own, key=lambda one: (one.negated, -weigh(one, briefing)))
        role = actor.roles[0] if actor.roles else None
        cards.append(
            Who(
                actor=name_actor(actor, place),
                role=role.text if role else None,
                role_chip=cite(role.evidence, briefing, place) if role else None,
                mentions=len(actor.mentions),
                articles=len(counts[actor.id]),
                columns=tuple(
                    Column(
                        article=article.title,
                        count=counts[actor.id].get(article.id, 0),
                        height=round(100 * counts[actor.id].get(article.id, 0) / highest),
                    )
                    for article in shown
                ),
                voice=name_actor(voice[0], place) if voice else None,
                line=line_statement(said[0], briefing, place) if said else None,
            )
        )
    return tuple(cards)


def _when(briefing: Briefing, place: Place) -> tuple[When, ...]:
    return tuple(
        When(
            label=name_date(entries[0].date) or "",
            passage=read_passage(entries[0].evidence, briefing, place),
            chip=cite((entry.evidence for entry in entries), briefing, place),
        )
        for entries in main_dates(briefing)
    )


def _by_article(actor: Actor) -> dict[str, int]:
    counts: dict[str, int] = {}
    for mention in actor.mentions:
        counts[mention.evidence.article] = counts.get(mention.evidence.article, 0) + 1
    return counts


def _period(days: list[date]) -> str | None:
    if not days:
        return None
    first, last = write_day(days[0]), write_day(days[-1])
    return first if first == last else f"{first} to {last}"


PAGE = PageType(noun="overview", build=build)
