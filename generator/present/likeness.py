"""How alike the articles are.

In: pairs of articles. Out: a matrix while the articles are few, else the nearest pairs. A cell leads to the page on which
the two stand side by side; its number is likeness in per cent and says nothing about quality.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.evidence import name_article
from generator.present.publishing import may_be_read

if TYPE_CHECKING:
    from generator.model.comparison import ArticlePair
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

MATRIX = 12
"""Most rows and columns of the matrix."""
NEAREST = 30
"""Most pairs in the list."""
SAME = "told-by-both"
"""Anchor of the first sentences of a pair's page that tell the same."""
STEPS = 5
"""Shades of a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Two articles in a cell or a row."""

    first: str
    other: str
    url: str
    """Of the page on which both stand side by side."""
    same_url: str | None
    """Of the first sentences there that tell the same, where they are published."""
    per_cent: int
    step: int
    """Shade, from 0."""
    actors: int
    topics: int
    statements: int
    sentences: int
    """Sentences that tell the same."""
    copies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NearRow:
    """One article's row of the matrix."""

    title: str
    url: str
    cells: tuple[Near | None, ...]
    """`None` for the article itself, and for a pair that has no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Both forms; the one that does not fit is empty."""

    titles: tuple[str, ...]
    rows: tuple[NearRow, ...]
    nearest: tuple[Near, ...]
    left_out: int
    pages: int
    """Pairs that have a page."""


def read_likeness(briefing: Briefing, place: Place) -> Likeness:
    """A matrix of few articles, the nearest pairs of many."""
    known = briefing.comparing
    pairs = known.made.pairs
    matrix = len(known.order) <= MATRIX
    ranked = sorted(pairs, key=lambda one: -one.score)
    titles = {one: name_article(briefing.articles[one]) for one in known.order}
    return Likeness(
        titles=tuple(titles.values()) if matrix else (),
        rows=tuple(
            NearRow(
                title=titles[row],
                url=place.article(row),
                cells=tuple(
                    near(pair, briefing, place) if (pair := known.pair(row, column)) else None
                    for column in known.order
                ),
            )
            for row in known.order
        )
        if matrix
        else (),
        nearest=tuple(near(one, briefing, place) for one in ranked[:NEAREST]),
        left_out=max(0, len(ranked) - NEAREST),
        pages=len(pairs),
    )


def near(pair: ArticlePair, briefing: Briefing, place: Place) -> Near:
    """The pair as a cell or a row."""
    read = all(may_be_read(briefing.articles[one]) for one in (pair.a, pair.b))
    return Near(
        first=name_article(briefing.articles[pair.a]),
        other=name_article(briefing.articles[pair.b]),
        url=place.pair(pair.a, pair.b),
        same_url=place.pair(pair.a, pair.b, SAME) if pair.matches and read else None,
        per_cent=round(100 * pair.score),
        step=min(STEPS - 1, int(pair.score * STEPS)),
        actors=len(pair.actors),
        topics=len(pair.topics),
        statements=len(pair.statements),
        sentences=len(pair.matches),
        copies=pair.copies is not None,
    )
