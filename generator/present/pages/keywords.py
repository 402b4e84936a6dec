"""The lists of keywords.

In: all topics. Out: one page with those of most articles and best rank; where there are more, further pages that list
all of them by the alphabet. A keyword without a page of its own leads to its sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import KEYWORDS, keyword_list_path
from generator.present.briefing import HIGH, Briefing, Draft, PageType
from generator.present.items import ActorName, Pages, TopicName, name_actor, name_topic
from generator.present.render import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Topic
    from generator.present.addresses import Place
    from generator.present.tallies import Tally

NEAR = 3
"""Most actors named beside a keyword."""
MAIN = 100
"""Most keywords on the first page."""
LIST = 1000
"""Most keywords on a page of the list of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One keyword."""

    topic: TopicName
    articles: Tally
    rank: int
    """The best one."""
    sentences: int
    actors: tuple[ActorName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keywords:
    """The view of `keywords.md.j2`."""

    rows: tuple[Row, ...]
    total: int
    independent: bool
    """True where copies, or articles that draw on another one, are not counted."""
    paged: int
    """Keywords with a page of their own."""
    high: int
    """Lowest rank that gives one."""
    all_url: str | None
    """The list of all, where some are not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """The view of `keywords_all.md.j2`."""

    topics: tuple[TopicName, ...]
    total: int
    pages: Pages


def build(briefing: Briefing) -> Iterator[Draft]:
    """The main page, and the list of all where they do not fit on it."""
    place, topics = briefing.place(KEYWORDS), briefing.corpus.topics
    view = Keywords(
        independent=briefing.comparing.apart,
        rows=tuple(_row(topic, briefing, place) for topic in topics[:MAIN]),
        total=len(topics),
        paged=len(briefing.topics_paged),
        high=HIGH,
        all_url=place.to(keyword_list_path()) if len(topics) > MAIN else None,
    )
    yield Draft(
        path=KEYWORDS,
        title="Keywords",
        view=view,
        template="keywords.md.j2",
        hub=True,
        description=f"{counted(len(topics), 'keyword')} of {counted(len(briefing.articles), 'article')}, with rank, sentences and actors near.",
    )
    if len(topics) > MAIN:
        yield from _lists(briefing)


def _lists(briefing: Briefing) -> Iterator[Draft]:
    order = sorted(briefing.corpus.topics, key=lambda topic: (topic.term.casefold(), topic.id))
    numbers = range(1, -(-len(order) // LIST) + 1)
    for number in numbers:
        place = briefing.place(keyword_list_path(number))
        view = Everything(
            topics=tuple(
                name_topic(topic, briefing, place) for topic in order[LIST * (number - 1) : LIST * number]
            ),
            total=len(order),
            pages=Pages(number=number, urls=tuple(place.to(keyword_list_path(one)) for one in numbers)),
        )
        title = "All keywords" + (f", page {number}" if number > 1 else "")
        yield Draft(
            path=place.path,
            title=title,
            view=view,
            template="keywords_all.md.j2",
            searchable=False,
            description=f"{counted(len(order), 'keyword')} by the alphabet.",
        )


def _row(topic: Topic, briefing: Briefing, place: Place) -> Row:
    return Row(
        topic=name_topic(topic, briefing, place),
        articles=briefing.comparing.tally(use.article for use in topic.uses),
        rank=min((use.rank for use in topic.uses), default=0),
        sentences=len({(one.article, one.sentence) for use in topic.uses for one in use.evidence}),
        actors=tuple(
            name_actor(briefing.actors[key], place)
            for key, _ in topic.actors[:NEAR]
            if key in briefing.actors
        ),
    )


PAGE = PageType(noun="keywords", build=build)
