"""The list of keywords.

In: all topics. Out: one page, those of most articles and best rank first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, KEYWORDS
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.items import ActorName, name_actor

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 3
"""Most actors named beside a keyword."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One keyword."""

    term: str
    url: str
    articles: int
    rank: int
    """The best one."""
    sentences: int
    actors: tuple[ActorName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keywords:
    """The view of `keywords.md.j2`."""

    rows: tuple[Row, ...]
    total: int
    left_out: int
    articles: int
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, topics = briefing.place(KEYWORDS), briefing.corpus.topics
    rows = tuple(
        Row(
            term=topic.term,
            url=place.keyword(topic.id),
            articles=len(topic.uses),
            rank=min((use.rank for use in topic.uses), default=0),
            sentences=len({(one.article, one.sentence) for use in topic.uses for one in use.evidence}),
            actors=tuple(
                name_actor(briefing.actors[key], place)
                for key, _ in topic.actors[:NEAR]
                if key in briefing.actors
            ),
        )
        for topic in topics[: briefing.settings.sentences_per_page]
    )
    view = Keywords(
        rows=rows,
        total=len(topics),
        left_out=len(topics) - len(rows),
        articles=len(briefing.corpus.articles),
        data_url=place.to(DATA),
    )
    yield Draft(path=KEYWORDS, title="Keywords", view=view, template="keywords.md.j2", hub=True)


PAGE = PageType(noun="keywords", build=build)
