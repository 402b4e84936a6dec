"""The list of articles.

In: all articles. Out: one page. What an article does not state about itself is said in its row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.article import TitleOrigin
from generator.present.addresses import ARTICLES
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import name_article
from generator.present.feed import FEED
from generator.present.items import write_day
from generator.present.render import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article
    from generator.present.addresses import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article."""

    title: str
    untitled: bool
    """True where the title is the first words of the text."""
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
    copy_of: tuple[str, str] | None
    """Title and address of the article of which it is a copy."""
    draws_on: tuple[tuple[str, str], ...]
    """The same of those on which it draws."""
    extent: str
    """full, excerpt or link: how much of it is published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """The view of `articles.md.j2`."""

    feed_url: str
    rows: tuple[Row, ...]
    independent: int | None
    """Articles that are no copies and draw on no other one; `None` where all are, and where all count."""
    words: int
    undated: int
    unnamed: int
    """Articles without an outlet."""


def _latest_first(article: Article) -> int:
    """By day of publication; those without one last, in the order of their files."""
    return -article.published.toordinal() if article.published else 0


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, known = briefing.place(ARTICLES), briefing.comparing
    rows = tuple(
        Row(
            title=article.title,
            untitled=article.title_origin is TitleOrigin.FIRST_SENTENCE,
            url=place.article(article.id),
            outlet=article.outlet,
            published=write_day(article.published) if article.published else None,
            day=article.published.isoformat() if article.published else "",
            words=len(article.text.split()),
            actors=len({actor.id for actor, _ in briefing.mentions_in.get(article.id, ())}),
            statements=len(briefing.statements_in.get(article.id, ())),
            analysed=briefing.findings[article.id].analysed,
            copy_of=_named(known.first_of(article.id), briefing, place),
            draws_on=tuple(
                named
                for one in known.cited_by(article.id)
                if (named := _named(one, briefing, place)) is not None
            ),
            extent=article.extent.value,
        )
        for article in sorted(briefing.corpus.articles, key=_latest_first)
    )
    view = Articles(
        feed_url=place.to(FEED),
        rows=rows,
        independent=known.every.number if known.apart else None,
        words=sum(row.words for row in rows),
        undated=sum(row.published is None for row in rows),
        unnamed=sum(row.outlet is None for row in rows),
    )
    yield Draft(
        path=ARTICLES,
        title="Articles",
        view=view,
        template="articles.md.j2",
        hub=True,
        description=f"{counted(len(briefing.articles), 'article')} with outlet, date, words, actors and statements.",
    )


def _named(article: str | None, briefing: Briefing, place: Place) -> tuple[str, str] | None:
    return (name_article(briefing.articles[article]), place.article(article)) if article else None


PAGE = PageType(noun="articles", build=build)
