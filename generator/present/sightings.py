"""Every sentence that mentions an actor, page by page.

In: an actor. Out: its sentences by article, the words that mean it told apart, and those in which it is only inferred
with the rule. An actor of many sentences has further pages: nothing is left out, and no page grows without end.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from generator.present.evidence import name_article
from generator.present.marks import Mark, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.corpus import Actor, ActorMention
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

    Sentences = tuple[tuple[str, tuple[ActorMention, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a sentence."""

    text: str
    meant: bool
    """True where these words mean the actor."""
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A sentence that mentions the actor."""

    stretches: tuple[Stretch, ...]
    paragraph: int | None
    url: str
    rules: tuple[str, ...]
    """How it was inferred; empty where the words say it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The sentences of one article on one page."""

    article: str
    url: str
    count: int
    """All of the article."""
    sightings: tuple[Sighting, ...]


def sentences_of(actor: Actor, briefing: Briefing) -> Sentences:
    """Article id and mentions of each sentence that has any, or the adjective, in the order of articles and text."""
    order = {article: number for number, article in enumerate(briefing.articles)}
    found: defaultdict[tuple[str, str], list[ActorMention]] = defaultdict(list)
    for mention in sorted(
        (*actor.mentions, *actor.adjectives),
        key=lambda one: (order[one.evidence.article], one.evidence.span),
    ):
        found[mention.evidence.article, mention.evidence.sentence].append(mention)
    return tuple((article, tuple(mentions)) for (article, _), mentions in found.items())


def read_scenes(sentences: Sentences, number: int, briefing: Briefing, place: Place) -> tuple[Scene, ...]:
    """Those of one page; `number` counts pages from 1."""
    size = briefing.settings.sentences_per_page
    counts: defaultdict[str, int] = defaultdict(int)
    for article, _ in sentences:
        counts[article] += 1
    shown: dict[str, list[Sighting]] = {}
    for article, mentions in islice(sentences, size * (number - 1), size * number):
        shown.setdefault(article, []).append(_sighting(mentions, briefing, place))
    return tuple(
        Scene(
            article=name_article(briefing.articles[article]),
            url=place.article(article),
            count=counts[article],
            sightings=tuple(sightings),
        )
        for article, sightings in shown.items()
    )


def further_pages(sentences: Sentences, briefing: Briefing) -> Iterator[int]:
    """Numbers of the pages after the first."""
    yield from range(2, -(-len(sentences) // briefing.settings.sentences_per_page) + 1)


def _sighting(mentions: Sequence[ActorMention], briefing: Briefing, place: Place) -> Sighting:
    first = mentions[0].evidence
    article = briefing.articles[first.article]
    sentence = briefing.sentence(first.article, first.sentence)
    span = sentence.span if sentence else first.span
    pieces = cut(span, [Mark(mention.evidence.span, mention) for mention in mentions])
    certain = any(not mention.inferred for mention in mentions)
    return Sighting(
        stretches=tuple(
            Stretch(
                text=article.quote(piece.span),
                meant=bool(piece.marks),
                inferred=all(mark.value.inferred for mark in piece.marks),
            )
            for piece in pieces
        ),
        paragraph=briefing.paragraphs[article.id][sentence.paragraph] if sentence else None,
        url=place.article(first.article, first.sentence),
        rules=() if certain else tuple(sorted({mention.rule for mention in mentions})),
    )
