"""The steps of consolidation, in order.

In: articles and their findings. Out: the `Corpus`. Each step is a module named after its noun; this one only says
what comes after what, since statements, topics and ties refer to actors.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.consolidate.actors import gather_actors
from generator.consolidate.comparison import gather_comparison, gather_dependence
from generator.consolidate.evidence import Sources
from generator.consolidate.happenings import gather_happenings
from generator.consolidate.keysentences import gather_key_sentences
from generator.consolidate.keywords import KeywordPlaces
from generator.consolidate.positions import gather_open_matters, gather_positions, gather_shifts
from generator.consolidate.relations import gather_relations
from generator.consolidate.repeats import mark_copied, mark_repeats
from generator.consolidate.statements import gather_statements
from generator.consolidate.ties import gather_ties
from generator.consolidate.timeline import gather_timeline
from generator.consolidate.topics import gather_topics, order_topics
from generator.model.corpus import Corpus
from generator.settings import CompareSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.article import Article
    from generator.model.findings import Findings


def consolidate(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    versions: Sequence[tuple[str, str]] = (),
    settings: CompareSettings | None = None,
) -> Corpus:
    """Joins the findings of all articles; both sequences are in the same order."""
    settings = settings or CompareSettings()
    sources = Sources(articles, findings)
    actors, things, places = gather_actors(findings, sources)
    topics = gather_topics(findings, places, sources)
    keywords = KeywordPlaces(topics)
    statements = mark_repeats(gather_statements(findings, places, keywords, sources))
    dependence = gather_dependence(articles, actors, statements, sources, settings)
    statements = mark_copied(statements, dependence.stands_for)
    by_id = {statement.id: statement for statement in statements}
    topics = order_topics(topics, dependence)
    happenings = gather_happenings(findings, places, sources, dependence)
    corpus = Corpus(
        articles=tuple(articles),
        findings=tuple(findings),
        actors=actors,
        things=things,
        statements=statements,
        topics=topics,
        timeline=gather_timeline(findings, sources),
        ties=gather_ties(places, sources),
        happenings=happenings,
        relations=gather_relations(happenings, dependence),
        positions=gather_positions(findings, by_id, places, keywords, sources),
        shifts=gather_shifts(findings, places, sources),
        open_matters=gather_open_matters(findings, sources),
        key_sentences=gather_key_sentences(findings, statements, happenings, sources, dependence),
        versions=tuple(versions),
    )
    return replace(corpus, comparison=gather_comparison(corpus, dependence, places, sources, settings))
