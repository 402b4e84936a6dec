"""What a published table is made of.

In: items of the corpus and the columns of `columns.py`. Out: rows of plain values. A column's name, meaning
and value stand together, so that the files and the data dictionary cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from generator.present.addresses import article_path, published
from generator.present.publishing import may_be_read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model.article import Article, Span
    from generator.model.corpus import Evidence
    from generator.present.sources import Sources
    from generator.settings import Links

Value = str | int | float | bool | date | None
"""What a cell can hold; `None` is not known and leaves the cell empty."""
Item = TypeVar("Item")
SEPARATOR = "; "
"""Between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """One column: its name, what it means in one line, and how to get its value."""

    name: str
    meaning: str
    value: Callable[[Item], Value]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row's item stands."""

    article: Article
    span: Span
    quote: str
    sentence: str
    """Id of the sentence in which the span begins."""
    sentence_text: str
    address: str
    """Relative to the root of the site."""


WHERE: tuple[Column[Spot], ...] = (
    Column("article", "id of the article", lambda spot: spot.article.id),
    Column("path", "file of the article, below the folder of seeds", lambda spot: spot.article.path),
    Column("sentence", "id of the sentence in which the item begins", lambda spot: spot.sentence),
    Column("start", "first character of the item in the article's text, from 0", lambda spot: spot.span[0]),
    Column("end", "the character after the last one of the item", lambda spot: spot.span[1]),
    Column("quote", "the words from start to end, verbatim", lambda spot: spot.quote),
    Column("sentence_text", "the whole sentence, verbatim", lambda spot: spot.sentence_text),
    Column("address", "address of the sentence, below the root of the site", lambda spot: spot.address),
)
"""Where an item stands: the last columns of most tables."""
WHOLE_SENTENCE = tuple(column for column in WHERE if column.name != "quote")
"""The same where the item is the sentence itself."""
PAGE: tuple[Column[Spot], ...] = (
    Column("address", "address of the article's page, below the root of the site", lambda spot: spot.address),
)
"""The same where the item is an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Item]):
    """One kind of thing as a table."""

    name: str
    """File name without ending, and the word of the address."""
    title: str
    description: str
    own: tuple[Column[Item], ...]
    where: tuple[Column[Spot], ...]
    """Columns that say where the item stands; the last ones of every row."""
    rows: Callable[[Sources], Iterator[tuple[Item, Evidence | None]]]

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Name and meaning of every column, in order."""
        return tuple((c.name, c.meaning) for c in self.own) + tuple((c.name, c.meaning) for c in self.where)

    def values(self, sources: Sources, links: Links) -> Iterator[tuple[Value, ...]]:
        """The rows, cell by cell."""
        for item, evidence in self.rows(sources):
            spot = _spot(evidence, sources, links) if evidence else None
            own = tuple(column.value(item) for column in self.own)
            yield own + tuple(column.value(spot) if spot else None for column in self.where)


def _spot(evidence: Evidence, sources: Sources, links: Links) -> Spot:
    article = sources.articles[evidence.article]
    sentence = sources.sentence(evidence.article, evidence.span) if evidence.sentence else None
    page = published(article_path(article.id), links)
    return Spot(
        article=article,
        span=evidence.span,
        quote=evidence.quote,
        sentence=evidence.sentence,
        sentence_text=article.quote(sentence.span).strip() if sentence else "",
        address=f"{page}#{evidence.sentence}" if evidence.sentence and may_be_read(article) else page,
    )
