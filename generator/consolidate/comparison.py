"""The steps of comparing, in order.

In: what consolidation made of all articles. Out: `Comparison`. Copies and citations come first, because everything that is
counted afterwards counts independent articles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.consolidate.citations import gather_citations
from generator.consolidate.copies import gather_copies
from generator.consolidate.coverage import gather_coverage
from generator.consolidate.differences import gather_differences
from generator.consolidate.emphasis import gather_openings, gather_themes, gather_voices
from generator.consolidate.namings import gather_namings
from generator.consolidate.nearness import gather_nearness
from generator.consolidate.numbers import gather_numbers
from generator.consolidate.quantities import gather_quantities
from generator.consolidate.runs import runs_of
from generator.model.comparison import Comparison
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.actors import Actor
    from generator.model.article import Article, Span
    from generator.model.corpus import ActorStatement, Corpus
    from generator.settings import CompareSettings

PLACES = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.PLACE})
"""Kinds whose names an outlet may bear too without being meant."""


def gather_dependence(
    articles: Sequence[Article],
    actors: Sequence[Actor],
    statements: Sequence[ActorStatement],
    sources: Sources,
    settings: CompareSettings,
) -> Comparison:
    """Who repeats or draws on whom: a comparison that can count independent articles, and nothing more."""
    runs = [runs_of(article.text) for article in articles]
    copies = gather_copies(articles, runs, settings.copy_percent / 100)
    stands_for = {pair.b: pair.a for group in copies for pair in group.pairs}
    mentioned: dict[str, list[tuple[Span, str]]] = {}
    located: dict[str, set[Span]] = {}
    for actor in actors:
        for mention in actor.mentions:
            mentioned.setdefault(mention.evidence.article, []).append((mention.evidence.span, actor.id))
            if actor.kind in PLACES:
                located.setdefault(mention.evidence.article, set()).add(mention.evidence.span)
    named = {article: frozenset(spans) for article, spans in located.items()}
    citations = gather_citations(articles, statements, stands_for, mentioned, named, runs, sources)
    cites: dict[str, tuple[str, ...]] = {}
    for one in citations:
        first, cited = stands_for.get(one.article, one.article), stands_for.get(one.cited, one.cited)
        cites[first] = tuple(dict.fromkeys((*cites.get(first, ()), cited)))
    return Comparison(copies=copies, citations=citations, stands_for=stands_for, cites=cites)


def gather_comparison(
    corpus: Corpus, dependence: Comparison, places: Places, sources: Sources, settings: CompareSettings
) -> Comparison:
    """Everything in which the articles of a corpus differ; of one article alone, its emphasis and numbers."""
    quantities = gather_quantities(corpus, places, sources)
    numbers = gather_numbers(quantities, corpus)
    pairs, related = gather_nearness(corpus, dependence, settings)
    namings = gather_namings(corpus.findings, corpus.actors, corpus.happenings, places, sources)
    return replace(
        dependence,
        namings=namings,
        coverage=gather_coverage(corpus, dependence, namings),
        quantities=quantities,
        numbers=numbers,
        differences=gather_differences(corpus, quantities, numbers, namings, pairs, places, sources),
        themes=gather_themes(corpus.findings, sources),
        voices=gather_voices(corpus),
        openings=gather_openings(corpus, sources),
        pairs=pairs,
        related=related,
    )
