"""The comparison, looked up by what pages ask for.

In: the corpus. Out: `Comparing`: what each article covers, which pages stand side by side, who stands for whom. Copies are
no columns and no rows of their own: they are shown with the article that stands for them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from generator.model.comparison import Thing
from generator.present.tallies import Tally, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.model.comparison import (
        ArticlePair,
        Comparison,
        CopyGroup,
        Covered,
        Difference,
        Naming,
        NumberGroup,
        Opening,
        Quantity,
        ThemeUse,
        Voice,
    )
    from generator.model.corpus import Corpus, Evidence, Happening, Relation, TimelineEntry

Held = TypeVar("Held", bound="Naming | Difference | NumberGroup")
COLUMNS = 4
"""Most articles that stand beside each other as columns of a table."""


class Comparing:
    """All of it by article, by id and by pair."""

    def __init__(self, corpus: Corpus) -> None:
        """Looks everything up once."""
        made = corpus.comparison
        self.made: Comparison = made
        self.order = {article.id: number for number, article in enumerate(corpus.articles)}
        """The order of the articles."""
        self.originals = tuple(one for one in self.order if one not in made.stands_for)
        """Ids of the articles that are no copy of another one."""
        self.columns = self.originals if len(self.originals) <= COLUMNS else ()
        """The same where they fit beside each other, else nothing."""
        self.every = tally(made, self.order)
        """The articles of the dossier."""
        self.apart = self.every.apart
        """True where copies, or articles that draw on another one, are not counted."""
        self.repeated = bool(made.copies or made.citations)
        """True where there are such, counted or not."""
        self.pairs: Mapping[tuple[str, str], ArticlePair] = {(one.a, one.b): one for one in made.pairs}
        self.related = {one.article: one.others for one in made.related}
        self.groups: dict[str, CopyGroup] = {one: group for group in made.copies for one in group.articles}
        """By article: its copies and itself."""
        cited: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for one in made.citations:
            cited[one.article][one.cited] = None
        self._cited = {article: tuple(found) for article, found in cited.items()}
        self.namings: dict[str, Naming] = {one.id: one for one in made.namings}
        self.quantities: dict[str, Quantity] = {one.id: one for one in made.quantities}
        # Pages of two articles are many, and none of them may read through all of these.
        self._namings_in = _by_article((row, (one.article for one in row.wordings)) for row in made.namings)
        self._differences_in = _by_article(
            (one, (key for side in one.sides for key in side.articles)) for one in made.differences
        )
        self._numbers_in = _by_article(
            (group, (self.quantities[key].article for key in group.quantities)) for group in made.numbers
        )
        self.openings: dict[str, Opening] = {one.article: one for one in made.openings}
        self.entries: dict[str, TimelineEntry] = {one.id: one for one in corpus.timeline}
        covered: defaultdict[str, list[Covered]] = defaultdict(list)
        for thing in made.coverage:
            for article in thing.articles:
                covered[article].append(thing)
        self.covered_in: Mapping[str, list[Covered]] = covered
        """By article: what stands in it."""
        themes: defaultdict[str, list[ThemeUse]] = defaultdict(list)
        for use in made.themes:
            themes[use.article].append(use)
        self.themes_in: Mapping[str, list[ThemeUse]] = themes
        voices: defaultdict[str, list[Voice]] = defaultdict(list)
        for voice in made.voices:
            voices[voice.article].append(voice)
        self.voices_in: Mapping[str, list[Voice]] = voices
        dates: defaultdict[tuple[date | None, date | None], list[TimelineEntry]] = defaultdict(list)
        for entry in corpus.timeline:
            if entry.date.lo:
                dates[entry.date.lo, entry.date.hi].append(entry)
        self._dates = dates
        self._corpus = corpus
        self.topics = {one.id: one for one in corpus.topics}

    def pair(self, one: str, other: str) -> ArticlePair | None:
        """The pair of two articles, in whichever order they are given."""
        return self.pairs.get((one, other)) or self.pairs.get((other, one))

    def first_of(self, article: str) -> str | None:
        """The article that stands for the group of copies to which one belongs; `None` for that one and for others."""
        group = self.groups.get(article)
        return group.articles[0] if group and group.articles[0] != article else None

    def cited_by(self, article: str) -> tuple[str, ...]:
        """The articles on which one draws itself."""
        return self._cited.get(article, ())

    def namings_of(self, one: str, other: str) -> list[Naming]:
        """Rows of names in which both articles have words."""
        return _shared(self._namings_in, one, other)

    def differences_of(self, one: str, other: str) -> list[Difference]:
        """Differences on which both articles stand."""
        return _shared(self._differences_in, one, other)

    def numbers_of(self, one: str, other: str) -> list[NumberGroup]:
        """Groups of numbers of which both articles have some."""
        return _shared(self._numbers_in, one, other)

    def contrasts(self) -> list[Naming]:
        """Things that two articles name in different words."""
        return [one for one in self.made.namings if one.contrast]

    def count(self, articles: Iterable[str]) -> int:
        """Number of articles that count: independent ones, unless the dossier counts all."""
        return self.made.independent(articles)

    def tally(self, articles: Iterable[str]) -> Tally:
        """The same with the number of all of them, and in words."""
        return tally(self.made, articles)

    def tellers(self, one: Happening) -> Tally:
        """Who tells of a happening in words of their own, and all who tell of it."""
        return tally(self.made, (report.article for report in one.reports), one.articles)

    def tellers_of(self, one: Relation) -> Tally:
        """The same of what counts between two actors."""
        return tally(self.made, (held.article for held in one.evidence), one.articles)

    def same_date(self, key: str) -> list[TimelineEntry]:
        """The entries that mean the same days as one of them."""
        entry = self.entries[key]
        return self._dates[entry.date.lo, entry.date.hi] if entry.date.lo else [entry]

    def topic_evidence(self, key: str) -> list[Evidence]:
        """All places of a keyword."""
        topic = self.topics.get(key)
        return [one for use in topic.uses for one in use.evidence] if topic else []

    def sentences(self, article: str) -> int:
        """Number of sentences of an article."""
        return len(self._corpus.findings[self.order[article]].sentences)


def _by_article(records: Iterable[tuple[Held, Iterable[str]]]) -> dict[str, dict[str, Held]]:
    """By article: its records by id, in their order."""
    found: defaultdict[str, dict[str, Held]] = defaultdict(dict)
    for record, articles in records:
        for article in articles:
            found[article][record.id] = record
    return found


def _shared(found: Mapping[str, Mapping[str, Held]], one: str, other: str) -> list[Held]:
    theirs = found.get(other, {})
    return [record for key, record in found.get(one, {}).items() if key in theirs]


KINDS: Mapping[Thing, str] = {
    Thing.EVENT: "Events",
    Thing.STATEMENT: "Statements",
    Thing.ACTOR: "Actors",
    Thing.PLACE: "Places",
    Thing.DATE: "Dates",
    Thing.KEYWORD: "Keywords",
}
"""Headings of what is covered, in the order in which they are listed."""
