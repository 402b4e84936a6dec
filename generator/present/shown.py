"""The sentences of each article that stay.

In: the whole corpus and which of its articles are cut. Out: `Shown`, which says of any words whether they are published,
and what is left of a record without the others. Evidence is found by the shape of the records, so that a new kind of item
cannot be forgotten.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import fields, is_dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from generator.model.article import TitleOrigin
from generator.model.corpus import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.article import Article, Span
    from generator.model.corpus import Actor, Corpus

Record = TypeVar("Record")
LOOSE = ("mentions", "roles", "addresses", "themes", "designations", "amounts")
"""Findings that alone are no reason to show a sentence: nearly every sentence has a name, many a number."""
APART = ("articles", "findings", "actors", "topics", "ties", "comparison", "key_sentences", "versions")
"""Parts of the corpus of which the same holds, and those that are no items."""


class Shown:
    """The sentences that stay."""

    def __init__(self, corpus: Corpus, cut: frozenset[str]) -> None:
        """Those of articles in `cut` that an item rests on; what is not in `cut` stays whole."""
        self._cut = cut
        self._sentences = {one.article: one.sentences for one in corpus.findings}
        self._starts = {key: [one.span[0] for one in held] for key, held in self._sentences.items()}
        self._numbers: defaultdict[str, set[int]] = defaultdict(set)
        for article, span in chain(_titles(corpus), _items(corpus)):
            self._show(article, span)
        for actor in corpus.actors:
            self._introduce(actor)

    def has(self, article: str, span: Span) -> bool:
        """True where all the words at `span` stay."""
        return article not in self._cut or self._numbers[article].issuperset(self._touched(article, span))

    def has_sentence(self, article: str, sentence: str) -> bool:
        """The same for a sentence by its id."""
        return article not in self._cut or int(sentence.removeprefix("s")) - 1 in self._numbers[article]

    def among(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """Those whose words stay."""
        return tuple(one for one in evidence if self.has(one.article, one.span))

    def left(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """What is left of records: evidence that does not stay is taken out, and whoever has none left goes."""
        return tuple(one for one in map(self._left, records) if one is not None)

    def text(self, article: Article) -> str:
        """The text, blank where it does not stay; line ends stay, since paragraphs are no secret."""
        if article.id not in self._cut:
            return article.text
        blank = ["\n" if character == "\n" else " " for character in article.text]
        for number in self._numbers[article.id]:
            start, end = self._sentences[article.id][number].span
            blank[start:end] = article.text[start:end]
        return "".join(blank)

    def _left(self, record: Any) -> Any:
        if isinstance(record, Evidence):
            return record if self.has(record.article, record.span) else None
        if not is_dataclass(record) or isinstance(record, type):
            return record
        changes: dict[str, Any] = {}
        for field in fields(record):
            value = getattr(record, field.name)
            if isinstance(value, Evidence):
                kept = self._left(value)
                if kept is None and "None" not in str(field.type):
                    return None
            elif isinstance(value, tuple):
                kept = self.left(value)
                if value and not kept:
                    return None
            else:
                continue
            if kept != value:
                changes[field.name] = kept
        return replace(record, **changes) if changes else record

    def _show(self, article: str, span: Span) -> None:
        if article in self._cut:
            self._numbers[article].update(self._touched(article, span))

    def _introduce(self, actor: Actor) -> None:
        """Nobody is named without a sentence: an actor of elided ones alone keeps the first."""
        if actor.mentions and not any(
            self.has(one.evidence.article, one.evidence.span) for one in actor.mentions
        ):
            first = actor.mentions[0].evidence
            self._show(first.article, first.span)

    def _touched(self, article: str, span: Span) -> range:
        starts = self._starts[article]
        return range(max(0, bisect_right(starts, span[0]) - 1), bisect_right(starts, span[1] - 1))


def _titles(corpus: Corpus) -> Iterator[tuple[str, Span]]:
    """Headlines, and first sentences that serve as one: the title of an article is always shown."""
    for article, findings in zip(corpus.articles, corpus.findings, strict=True):
        for paragraph in article.paragraphs:
            if paragraph.heading:
                yield article.id, paragraph.span
        if article.title_origin is TitleOrigin.FIRST_SENTENCE and findings.sentences:
            yield article.id, findings.sentences[0].span


def _items(corpus: Corpus) -> Iterator[tuple[str, Span]]:
    """Every place on which an item of a page rests, found by the shape of the records: no new kind can be forgotten."""
    for field in fields(corpus):
        if field.name not in APART:
            for evidence in _within(getattr(corpus, field.name)):
                yield evidence.article, evidence.span
    for findings in corpus.findings:
        for field in fields(findings):
            if field.name not in ("sentences", "keywords", *LOOSE):
                for span in spans_of(getattr(findings, field.name)):
                    yield findings.article, span


def _within(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _within(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name))


def spans_of(value: object) -> Iterator[Span]:
    """Every span in a finding."""
    if isinstance(value, tuple):
        if len(value) == 2 and all(isinstance(one, int) for one in value):
            yield value
        else:
            for one in value:
                yield from spans_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))
