"""The kinds of pages, in the order in which they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.present.pages import (
    actor,
    actors,
    article,
    articles,
    comparison,
    data,
    keyword,
    keywords,
    method,
    overview,
    pair,
    positions,
    relations,
    statements,
    timeline,
)

if TYPE_CHECKING:
    from generator.present.briefing import PageType

PAGES: tuple[PageType, ...] = (
    overview.PAGE,
    articles.PAGE,
    article.PAGE,
    actors.PAGE,
    actor.PAGE,
    statements.PAGE,
    positions.PAGE,
    keywords.PAGE,
    keyword.PAGE,
    timeline.PAGE,
    relations.PAGE,
    comparison.PAGE,
    pair.PAGE,
    data.PAGE,
    method.PAGE,
)
