"""Look-ups over a whole corpus.

In: the corpus. Out: articles by id, sentences by place, and every mention with the actor that took it. Made
once, because reading through the tuples of a corpus for each of many thousand items would be quadratic.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from generator.model.corpus import Actor, ActorMention, ActorStatement, Corpus, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model.article import Article, Span
    from generator.model.corpus import ActorPosition, ActorShift, Happening, OpenMatter
    from generator.model.findings import Findings, Form, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMention:
    """A mention as the text has it, and the actor it was given to."""

    span: Span
    form: Form
    actor: str | None
    """Actor id; `None` where no actor took it."""
    rule: str
    inferred: bool


Placed = TypeVar("Placed", bound="ActorPosition | ActorShift | OpenMatter")


def _by_article(records: Iterable[Placed]) -> dict[str, list[Placed]]:
    held: dict[str, list[Placed]] = {}
    for record in records:
        held.setdefault(record.article, []).append(record)
    return held


class Sources:
    """Articles, their findings and what the corpus made of them, by article."""

    def __init__(self, corpus: Corpus) -> None:
        """Keeps the corpus and its articles, findings and actors by id."""
        self.corpus = corpus
        self.articles: dict[str, Article] = {article.id: article for article in corpus.articles}
        self.findings: dict[str, Findings] = {findings.article: findings for findings in corpus.findings}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in (*corpus.actors, *corpus.things)}
        """Things included: mentions name them too."""

    @cached_property
    def happenings(self) -> dict[tuple[str, str], Happening]:
        """What each event tells, by article and event."""
        return {
            (report.article, report.event): one for one in self.corpus.happenings for report in one.reports
        }

    @cached_property
    def statements(self) -> dict[str, list[ActorStatement]]:
        """The statements of each article, in the order of the corpus."""
        held: dict[str, list[ActorStatement]] = {}
        for statement in self.corpus.statements:
            held.setdefault(statement.article, []).append(statement)
        return held

    @cached_property
    def positions(self) -> dict[str, list[ActorPosition]]:
        """The positions of each article."""
        return _by_article(self.corpus.positions)

    @cached_property
    def shifts(self) -> dict[str, list[ActorShift]]:
        """The changes of position of each article."""
        return _by_article(self.corpus.shifts)

    @cached_property
    def matters(self) -> dict[str, list[OpenMatter]]:
        """What each article calls uncertain."""
        return _by_article(self.corpus.open_matters)

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {
            article: [sentence.span[0] for sentence in findings.sentences]
            for article, findings in self.findings.items()
        }

    @cached_property
    def _taken(self) -> dict[str, dict[Span, list[tuple[str, ActorMention]]]]:
        taken: dict[str, dict[Span, list[tuple[str, ActorMention]]]] = {}
        for actor in self.actors.values():
            for mention in (*actor.mentions, *actor.adjectives):
                spans = taken.setdefault(mention.evidence.article, {})
                spans.setdefault(mention.evidence.span, []).append((actor.id, mention))
        return taken

    def mentions(self, article: str) -> list[PlacedMention]:
        """Every mention of an article in the order of its text, those that no actor took included."""
        taken = self._taken.get(article, {})
        placed = [
            PlacedMention(
                span=span, form=mention.form, actor=actor, rule=mention.rule, inferred=mention.inferred
            )
            for span, held in taken.items()
            for actor, mention in held
        ]
        placed.extend(
            PlacedMention(span=found.span, form=found.form, actor=None, rule=found.rule, inferred=False)
            for found in self.findings[article].mentions
            if found.span not in taken
        )
        return sorted(placed, key=lambda mention: (mention.span, mention.actor or "", mention.form))

    def sentence(self, article: str, span: Span) -> Sentence | None:
        """The sentence in which the span begins."""
        place = bisect_right(self._starts[article], span[0]) - 1
        return self.findings[article].sentences[place] if place >= 0 else None

    def evidence(self, article: str, span: Span) -> Evidence:
        """Evidence for a finding that carries a span alone; its sentence is empty where none was found."""
        sentence = self.sentence(article, span)
        quote = self.articles[article].quote(span)
        return Evidence(article=article, span=span, quote=quote, sentence=sentence.id if sentence else "")

    def name(self, actor: str) -> str:
        """The actor's name; its id where it is not in the corpus."""
        return self.actors[actor].name if actor in self.actors else actor

    def pairs(self) -> Iterator[tuple[Article, Findings]]:
        """Each article with its findings."""
        return zip(self.corpus.articles, self.corpus.findings, strict=True)
