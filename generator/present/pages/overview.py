"""The overview: what a reader needs for the first two minutes.

In: the whole corpus. Out: one page. Nothing on it is written by the program: it counts, it quotes, and it says what
is missing. Which statements and actors stand here follows from plain rules, named in the functions below.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.lexicons import language_names
from generator.present import addresses
from generator.present.addresses import OVERVIEW, Place
from generator.present.apart import Glance, differ_at_a_glance
from generator.present.board import HeldKind, positions_at_a_glance
from generator.present.briefing import Briefing, Draft, PageType, first_told
from generator.present.choices import SILENT, TERMS, Spot, main_happenings
from generator.present.chronicle import Entry, near_the_words, write_entry
from generator.present.evidence import Chip, cite, name_article
from generator.present.items import ActorName, TopicName, name_actor, name_topic, write_day
from generator.present.people import Who, introduce
from generator.present.silence import silent_actors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.model.corpus import KeySentence
    from generator.present.tallies import Tally

SCENE = 100
"""Most characters of the sentence of a happening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A way into the dossier."""

    count: int
    noun: str
    """In the singular."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """A key sentence."""

    text: str
    speaker: ActorName | None
    """Who makes the first statement in it."""
    cue: str | None
    article: str
    article_url: str
    articles: Tally
    """Those that say it, each in words of its own."""
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
    independent: int | None
    """Articles that are no copies and draw on no other one; `None` where all are, and where all count."""
    languages: tuple[str, ...]
    """Names, the most frequent first."""
    outlets: tuple[str, ...]
    terms: tuple[TopicName, ...]
    keys: tuple[KeyLine, ...]
    who: tuple[Who, ...]
    glance: tuple[HeldKind, ...]
    """Main holders of positions, by kind."""
    happenings: tuple[Entry, ...]
    contrasts: Glance | None
    """Names and facts in which articles differ; `None` where there are none."""
    dates_unknown: int
    unspoken: int
    """Statements whose speaker is not known."""
    unsigned: int
    """Those of them that name nobody at all."""
    silent: tuple[ActorName, ...]
    silent_more: int
    files: int
    """Number of data files."""
    method_url: str
    data_url: str
    articles_url: str
    copies_url: str
    statements_url: str
    positions_url: str
    actors_url: str
    timeline_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, corpus = briefing.place(OVERVIEW), briefing.corpus
    days = sorted(article.published for article in corpus.articles if article.published)
    silent = silent_actors(briefing)
    spots = [(one.evidence.article, one.evidence.sentence) for one in corpus.key_sentences]
    # A sentence stands in one section only; the short phrases of the positions may repeat one.
    glance = positions_at_a_glance(briefing, place)
    held = [one.evidence for kind in glance for one in kind.held]
    drafts = main_happenings(briefing, spots)
    taken: set[Spot] = {
        *spots,
        *((first.article, first.sentence) for draft in drafts if (first := draft.first)),
    }
    who = introduce(briefing, place, taken, held)
    taken.update((one.article, one.sentence) for one in held)
    view = Overview(
        doors=tuple(
            Door(count=count, noun=noun, url=place.to(path))
            for noun, path, count in (
                ("article", addresses.ARTICLES, len(corpus.articles)),
                ("actor", addresses.ACTORS, len(corpus.actors)),
                ("statement", addresses.STATEMENTS, len(first_told(corpus))),
                ("happening", addresses.TIMELINE, len(corpus.happenings)),
                ("keyword", addresses.KEYWORDS, len(corpus.topics)),
                ("date", addresses.TIMELINE, len(corpus.timeline)),
            )
        ),
        span=_period(days),
        undated=tuple(
            Untold(title=name_article(article), url=place.article(article.id))
            for article in corpus.articles
            if article.published is None
        ),
        unread=tuple(
            Untold(title=name_article(briefing.articles[one.article]), url=place.article(one.article))
            for one in corpus.findings
            if not one.analysed
        ),
        articles=len(corpus.articles),
        independent=briefing.comparing.every.number if briefing.comparing.apart else None,
        languages=tuple(
            language_names().get(code, code)
            for code, _ in Counter(one.language for one in corpus.findings).most_common()
        ),
        outlets=tuple(dict.fromkeys(one.outlet for one in corpus.articles if one.outlet)),
        terms=tuple(name_topic(topic, briefing, place) for topic in corpus.topics[:TERMS]),
        keys=tuple(_key_line(one, briefing, place) for one in corpus.key_sentences),
        who=who,
        glance=glance,
        happenings=tuple(
            _scene(write_entry(draft, briefing, place, above))
            for above, draft in pairwise([None, *drafts])
            if draft is not None
        ),
        contrasts=differ_at_a_glance(briefing, place, taken),
        dates_unknown=sum(entry.date.lo is None for entry in corpus.timeline),
        unspoken=sum(one.speaker is None for one in corpus.statements),
        unsigned=sum(one.speaker is None and not one.speaker_evidence for one in corpus.statements),
        silent=tuple(name_actor(actor, place) for actor in silent[:SILENT]),
        silent_more=max(0, len(silent) - SILENT),
        files=len(briefing.downloads),
        method_url=place.to(addresses.METHOD),
        data_url=place.to(addresses.DATA),
        articles_url=place.to(addresses.ARTICLES),
        copies_url=place.to(addresses.COMPARISON, "copies"),
        statements_url=place.to(addresses.STATEMENTS),
        positions_url=place.to(addresses.POSITIONS),
        actors_url=place.to(addresses.ACTORS),
        timeline_url=place.to(addresses.TIMELINE),
    )
    yield Draft(path=OVERVIEW, title=briefing.title, view=view, template="overview.md.j2", hub=True)


def _scene(entry: Entry) -> Entry:
    return replace(entry, stretches=near_the_words(entry.stretches, SCENE))


def _key_line(key: KeySentence, briefing: Briefing, place: Place) -> KeyLine:
    statement = briefing.statements.get(key.statement or "")
    speaker = briefing.actors.get(statement.speaker or "") if statement else None
    return KeyLine(
        text=key.evidence.quote,
        speaker=name_actor(speaker, place) if speaker else None,
        cue=statement.cue_evidence.quote if statement and statement.cue_evidence else None,
        article=name_article(briefing.articles[key.evidence.article]),
        article_url=place.article(key.evidence.article),
        articles=briefing.comparing.tally(one.article for one in (key.evidence, *key.support)),
        chip=cite((key.evidence, *key.support), briefing, place, words=False),
    )


def _period(days: list[date]) -> str | None:
    if not days:
        return None
    first, last = write_day(days[0]), write_day(days[-1])
    return first if first == last else f"{first} to {last}"


PAGE = PageType(noun="overview", build=build)
