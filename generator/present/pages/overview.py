"""The overview: what a reader needs for the first two minutes.

In: the whole corpus. Out: one page. Nothing on it is written by the program: it counts, it quotes, and it says what
is missing. Which statements and actors stand here follows from plain rules, named in the functions below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import ActorKind, Mode
from generator.present import addresses
from generator.present.addresses import OVERVIEW, Place
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import Chip, Passage, cite, read_passage
from generator.present.items import (
    ActorName,
    DateLine,
    StatementLine,
    line_date,
    line_statement,
    name_actor,
    write_day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.model.corpus import Actor, ActorStatement

WORDS = 6
"""Key statements shown."""
WHO = 8
"""Actors shown."""
DATES = 5
TERMS = 10
SILENT = 12
SENTENCES_UNHEARD = 2
"""In how many sentences an actor must appear before its silence is worth a word."""
COLUMNS = 24
"""Most articles drawn as columns of an actor's strip."""
VOICES = (ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP)
"""Kinds that can speak."""
SHORT, LONG = 40, 260
"""Characters of a statement that can stand alone and is still read at a glance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A way into the dossier."""

    count: int
    noun: str
    """In the singular."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A keyword with its page."""

    term: str
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
    line: StatementLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date and the sentence it stands in."""

    date: DateLine
    passage: Passage


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
    terms: tuple[Term, ...]
    words: tuple[StatementLine, ...]
    who: tuple[Who, ...]
    dates: tuple[When, ...]
    dates_unknown: int
    unspoken: int
    """Statements whose speaker is not known."""
    silent: tuple[ActorName, ...]
    silent_more: int
    method_url: str
    statements_url: str
    actors_url: str
    timeline_url: str
    keywords_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, corpus = briefing.place(OVERVIEW), briefing.corpus
    days = sorted(article.published for article in corpus.articles if article.published)
    silent = silent_actors(briefing)
    dated = sorted(
        (entry for entry in corpus.timeline if entry.date.lo is not None),
        key=lambda entry: (str(entry.date.lo), str(entry.date.hi), entry.id),
    )
    view = Overview(
        doors=tuple(
            Door(count=count, noun=noun, url=place.to(path))
            for noun, path, count in (
                ("article", addresses.ARTICLES, len(corpus.articles)),
                ("actor", addresses.ACTORS, len(corpus.actors)),
                ("statement", addresses.STATEMENTS, len(corpus.statements)),
                ("keyword", addresses.KEYWORDS, len(corpus.topics)),
                ("date", addresses.TIMELINE, len(corpus.timeline)),
            )
        ),
        span=_span_of(days),
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
        terms=tuple(Term(term=topic.term, url=place.keyword(topic.id)) for topic in corpus.topics[:TERMS]),
        words=tuple(line_statement(one, briefing, place) for one in key_statements(briefing)),
        who=_who(briefing, place),
        dates=tuple(
            When(
                date=line_date(entry, briefing, place),
                passage=read_passage(entry.evidence, briefing, place),
            )
            for entry in dated[:DATES]
        ),
        dates_unknown=len(corpus.timeline) - len(dated),
        unspoken=sum(one.speaker is None for one in corpus.statements),
        silent=tuple(name_actor(actor, place) for actor in silent[:SILENT]),
        silent_more=max(0, len(silent) - SILENT),
        method_url=place.to(addresses.METHOD),
        statements_url=place.to(addresses.STATEMENTS),
        actors_url=place.to(addresses.ACTORS),
        timeline_url=place.to(addresses.TIMELINE),
        keywords_url=place.to(addresses.KEYWORDS),
    )
    yield Draft(path=OVERVIEW, title=briefing.title, view=view, template="overview.md.j2", hub=True)


def key_statements(briefing: Briefing) -> tuple[ActorStatement, ...]:
    """The statements of *In their words*.

    Candidates have a known speaker, are not negated and have 40 to 260 characters. Weightiest first: words in
    quotation marks before reported ones, then the more of the article's ten best keywords and of other actors
    they hold, then the earlier one. Every speaker is heard once before any is heard twice, and no article gives
    two in a row while another one has something left for that round.
    """
    candidates = [
        one
        for one in briefing.corpus.statements
        if one.speaker in briefing.actors
        and one.content
        and not one.negated
        and SHORT <= sum(len(part.quote) for part in one.content) <= LONG
    ]
    order = {one.id: number for number, one in enumerate(candidates)}
    weights = {one.id: _weight(one, briefing) for one in candidates}
    left = sorted(candidates, key=lambda one: (-weights[one.id], order[one.id]))[: WORDS * 50]
    chosen: list[ActorStatement] = []
    heard: dict[str | None, int] = {}
    while left and len(chosen) < WORDS:
        last = chosen[-1].article if chosen else None
        best = min(left, key=lambda one: (heard.get(one.speaker, 0), one.article == last))
        chosen.append(best)
        left.remove(best)
        heard[best.speaker] = heard.get(best.speaker, 0) + 1
    return tuple(chosen)


def _weight(statement: ActorStatement, briefing: Briefing) -> int:
    text = " ".join(part.quote for part in statement.content).casefold()
    terms = [topic.term.casefold() for topic, _ in briefing.topics_in.get(statement.article, ())[:10]]
    quoted = 0 if statement.mode is Mode.INDIRECT else 100
    return quoted + sum(term in text for term in terms) + len(statement.about)


def silent_actors(briefing: Briefing) -> tuple[Actor, ...]:
    """Those who could speak, appear in several sentences, and are given no statement."""
    return tuple(
        actor
        for actor in briefing.corpus.actors
        if actor.kind in VOICES
        and actor.id not in briefing.statements_by
        and len({(one.evidence.article, one.evidence.sentence) for one in actor.mentions})
        >= SENTENCES_UNHEARD
    )


def _who(briefing: Briefing, place: Place) -> tuple[Who, ...]:
    """The most mentioned actors that are neither mere places nor documents."""
    main = [
        actor
        for actor in briefing.corpus.actors
        if actor.kind not in (ActorKind.PLACE, ActorKind.DOCUMENT) and actor.mentions
    ][:WHO]
    counts = {actor.id: _by_article(actor) for actor in main}
    highest = max((count for one in counts.values() for count in one.values()), default=1)
    shown = briefing.corpus.articles if len(briefing.corpus.articles) <= COLUMNS else ()
    cards = []
    for actor in main:
        said = sorted(
            briefing.statements_by.get(actor.id, ()),
            key=lambda one: (one.negated, -_weight(one, briefing)),
        )
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
                line=line_statement(said[0], briefing, place) if said else None,
            )
        )
    return tuple(cards)


def _by_article(actor: Actor) -> dict[str, int]:
    counts: dict[str, int] = {}
    for mention in actor.mentions:
        counts[mention.evidence.article] = counts.get(mention.evidence.article, 0) + 1
    return counts


def _span_of(days: list[date]) -> str | None:
    if not days:
        return None
    first, last = write_day(days[0]), write_day(days[-1])
    return first if first == last else f"{first} to {last}"


PAGE = PageType(noun="overview", build=build)
