"""The list of articles.

In: all articles. Out: one page. What an article does not state about itself is said in its row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import ARTICLES
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.items import write_day

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article."""

    title: str
    url: str
    outlet: str | None
    published: str | None
    """As people write it."""
    day: str
    """As machines sort it; empty where it is not known."""
    words: int
    actors: int
    statements: int
    analysed: bool
    extent: str
    """full, excerpt or link: how much of it is published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """The view of `articles.md.j2`."""

    rows: tuple[Row, ...]
    words: int
    undated: int
    unnamed: int
    """Articles without an outlet."""


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place = briefing.place(ARTICLES)
    rows = tuple(
        Row(
            title=article.title,
            url=place.article(article.id),
            outlet=article.outlet,
            published=write_day(article.published) if article.published else None,
            day=article.published.isoformat() if article.published else "",
            words=len(article.text.split()),
            actors=len({actor.id for actor, _ in briefing.mentions_in.get(article.id, ())}),
            statements=len(briefing.statements_in.get(article.id, ())),
            analysed=briefing.findings[article.id].analysed,
            extent=article.extent.value,
        )
        for article in briefing.corpus.articles
    )
    view = Articles(
        rows=rows,
        words=sum(row.words for row in rows),
        undated=sum(row.published is None for row in rows),
        unnamed=sum(row.outlet is None for row in rows),
    )
    yield Draft(path=ARTICLES, title="Articles", view=view, template="articles.md.j2", hub=True)


PAGE = PageType(noun="articles", build=build)
