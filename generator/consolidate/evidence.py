"""Makes evidence and checks it.

In: articles with their sentences. Out: `Evidence` for any span, in the time of a binary search; and the check that
every quoted text stands verbatim where it is said to stand, without which no site is built.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.errors import EvidenceError
from generator.model.corpus import Evidence
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.article import Article, Span
    from generator.model.comparison import Comparison
    from generator.model.corpus import Corpus
    from generator.model.findings import Findings, Sentence


class Sources:
    """The articles, their sentences and the way from a span to its evidence."""

    def __init__(self, articles: Sequence[Article], findings: Sequence[Findings]) -> None:
        """Both sequences are in the same order."""
        self.articles = {article.id: article for article in articles}
        self._sentences = {one.article: one.sentences for one in findings}
        self._starts = {one.article: [sentence.span[0] for sentence in one.sentences] for one in findings}

    def sentence(self, article: str, offset: int) -> Sentence:
        """The sentence in which `offset` lies, or the last one before it; raises `EvidenceError` where there is none."""
        number = bisect_right(self._starts[article], offset) - 1
        if number < 0:
            raise EvidenceError(f"{article}: no sentence at character {offset}")
        return self._sentences[article][number]

    def evidence(self, article: str, span: Span) -> Evidence:
        """Evidence for the words at `span`."""
        return Evidence(
            article=article,
            span=span,
            quote=self.articles[article].quote(span),
            sentence=self.sentence(article, span[0]).id,
        )

    def whole_sentence(self, article: str, offset: int) -> Evidence:
        """Evidence for the sentence at `offset`."""
        return self.evidence(article, self.sentence(article, offset).span)


def verify(corpus: Corpus) -> None:
    """Checks each piece of evidence against its article.

    Raises `EvidenceError` naming the item whose quotation does not stand in its article word for word.
    """
    articles = {article.id: article for article in corpus.articles}
    sentences = {(one.article, item.id): item.span for one in corpus.findings for item in one.sentences}
    for item, evidence in _all_evidence(corpus):
        article = articles.get(evidence.article)
        if article is None:
            raise EvidenceError(f"{item}: there is no article “{evidence.article}”")
        start, end = evidence.span
        if not 0 <= start < end <= len(article.text):
            raise EvidenceError(f"{item}: characters {start} to {end} lie outside {article.path}")
        if article.text[start:end] != evidence.quote:
            raise EvidenceError(
                f"{item}: “{evidence.quote[:80]}” does not stand in {article.path} at {start}"
            )
        sentence = sentences.get((evidence.article, evidence.sentence))
        if sentence is None or not sentence[0] <= start < sentence[1]:
            raise EvidenceError(f"{item}: {evidence.sentence} is not the sentence of character {start}")


def _all_evidence(corpus: Corpus) -> Iterator[tuple[str, Evidence]]:
    """Every piece of evidence with a name for the item that rests on it."""
    for actor in (*corpus.actors, *corpus.things):
        name = f"{'thing' if actor.kind is ActorKind.THING else 'actor'} {actor.id}"
        for mention in (*actor.mentions, *actor.adjectives):
            yield name, mention.evidence
        for alias in actor.aliases:
            yield from ((f"{name}, alias “{alias.text}”", one) for one in alias.evidence)
        for role in actor.roles:
            yield from ((f"{name}, role “{role.text}”", one) for one in role.evidence)
    for statement in corpus.statements:
        name = f"statement {statement.id}"
        parts = (statement.speaker_evidence, statement.cue_evidence, statement.addressee_evidence)
        yield from ((name, one) for one in (*parts, *statement.content) if one is not None)
    yield from _stands(corpus)
    for topic in corpus.topics:
        yield from ((f"keyword {topic.id}", one) for use in topic.uses for one in use.evidence)
    for entry in corpus.timeline:
        yield f"date {entry.id}", entry.evidence
    for number, key in enumerate(corpus.key_sentences, 1):
        yield from ((f"key sentence {number}", one) for one in (key.evidence, *key.support))
    yield from _contrasts(corpus.comparison)
    for tie in corpus.ties:
        yield from ((f"tie {tie.a} and {tie.b}", one) for one in tie.evidence)


def _contrasts(comparison: Comparison) -> Iterator[tuple[str, Evidence]]:
    for citation in comparison.citations:
        yield from ((f"citation of {citation.cited}", one) for one in citation.evidence)
    for naming in comparison.namings:
        yield from ((f"naming {naming.id}", one) for words in naming.wordings for one in words.evidence)
    for quantity in comparison.quantities:
        parts = (quantity.evidence, quantity.counted_evidence, quantity.sentence, quantity.date_evidence)
        yield from ((f"number {quantity.id}", one) for one in parts if one is not None)
    for found in comparison.differences:
        yield from ((f"difference {found.id}", one) for side in found.sides for one in side.evidence)
    for use in comparison.themes:
        yield from ((f"theme {use.theme}", one) for one in (*use.sentences, *use.words))
    for opening in comparison.openings:
        yield from ((f"opening of {opening.article}", one) for one in opening.sentences)


def _stands(corpus: Corpus) -> Iterator[tuple[str, Evidence]]:
    for position in corpus.positions:
        parts = (position.holder_evidence, position.addressee_evidence, position.date_evidence)
        kept = (*parts, position.cue_evidence, position.sentence, *position.content)
        yield from ((f"position {position.id}", one) for one in kept if one is not None)
    for shift in corpus.shifts:
        halves = (shift.actor_evidence, shift.before, shift.after, shift.cue_evidence, shift.sentence)
        yield from ((f"shift {shift.id}", one) for one in halves if one is not None)
    for matter in corpus.open_matters:
        yield from ((f"open matter {matter.id}", one) for one in (matter.cue_evidence, matter.sentence))
    for happening in corpus.happenings:
        for report in happening.reports:
            sides = (report.trigger, report.agent, report.patient)
            yield from ((f"event {report.event}", one) for one in sides if one is not None)
