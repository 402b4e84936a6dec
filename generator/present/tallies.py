"""How many articles: those that count, and all of them.

In: ids of articles, and who repeats or draws on whom. Out: `Tally`, a number with the words that say what it counts: where the
dossier holds copies, independent articles and how many there are in all; elsewhere plain articles. `count_all` makes a corpus
in which each article counts, for dossiers that choose so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.comparison import Share
from generator.present.render import counted, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.comparison import Comparison, Covered
    from generator.model.corpus import Corpus, Happening, Relation

ARTICLES = "articles"
"""The value of `present.count` by which copies count too."""
_NOUNS = {False: ("article", "articles"), True: ("independent article", "independent articles")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A number of articles."""

    number: int
    """Those that count."""
    every: int
    """Copies and those that draw on another one included."""
    apart: bool
    """True where the dossier holds such articles and leaves them out of its counts."""

    @property
    def words(self) -> str:
        """`3 articles`; `3 independent articles (5 in all)`."""
        return counted(self.number, *_NOUNS[self.told]) + self.rest

    @property
    def noun(self) -> str:
        """The words behind the number, where it stands by itself."""
        return named(self.number, *_NOUNS[self.told]) + self.rest

    @property
    def told(self) -> bool:
        """True where the words say that independent ones are meant: one article needs no such word."""
        return self.apart and self.every > 1

    @property
    def rest(self) -> str:
        """How many there are in all, where more than count."""
        return f" ({self.every:,} in all)" if self.apart and self.every > self.number else ""

    def others(self) -> str:
        """The articles beside one of them: `2 other articles`; empty where there is no other."""
        number, every = max(0, self.number - 1), self.every - 1
        if every < 1:
            return ""
        if not self.apart:
            return counted(number, "other article")
        if not number:
            return f"{counted(every, 'other article')}, {'not' if every == 1 else 'none of them'} independent"
        return counted(number, "other independent article") + (
            f" ({every:,} in all)" if every > number else ""
        )

    def out_of(self, total: Tally) -> str:
        """`the article`, `both articles`, `3 of 5 articles`; independent ones are no part of a sum, and stand without it."""
        if self.apart:
            return self.words
        if self.number == total.number == 1:
            return "the article"
        if self.number == total.number > 1:
            return "both articles" if self.number == 2 else f"all {counted(self.number, 'article')}"
        return f"{self.number:,} of {counted(total.number, 'article')}"


def tally(made: Comparison, articles: Iterable[str], number: int | None = None) -> Tally:
    """How many of the articles count; `number` where that is known already."""
    ids = set(articles)
    return Tally(
        number=made.independent(ids) if number is None else number,
        every=len(ids),
        apart=bool(made.stands_for or made.cites),
    )


def dossier_of(total: Tally) -> str:
    """`98 articles`; `98 articles, 90 of them independent`."""
    independent = f", {total.number:,} of them independent" if total.apart else ""
    return counted(total.every, "article") + independent


def count_all(corpus: Corpus) -> Corpus:
    """The same corpus, nothing of which is left out of a count for being a copy or drawing on another article."""
    made = corpus.comparison
    texts = {one.article for one in corpus.findings if one.analysed}
    happenings = {one.id: _happening(one) for one in corpus.happenings}
    return replace(
        corpus,
        topics=tuple(sorted(corpus.topics, key=lambda one: -len({use.article for use in one.uses}))),
        happenings=tuple(happenings.values()),
        relations=tuple(_relation(one, happenings) for one in corpus.relations),
        comparison=replace(
            made,
            coverage=tuple(_covered(one, texts) for one in made.coverage),
            stands_for={},
            cites={},
        ),
    )


def _happening(one: Happening) -> Happening:
    return replace(one, articles=len({report.article for report in one.reports}))


def _relation(one: Relation, happenings: dict[str, Happening]) -> Relation:
    told = {report.article for key in one.happenings for report in happenings[key].reports}
    return replace(one, articles=len(told))


def _covered(one: Covered, texts: set[str]) -> Covered:
    share = Share.ONE if len(one.articles) == 1 else Share.SEVERAL
    if share is Share.SEVERAL and texts <= set(one.articles):
        share = Share.ALL
    return replace(one, share=share, independent=len(one.articles))
