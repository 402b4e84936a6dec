"""In how many articles each thing stands: in all, in several, in one.

In: actors, happenings, statements, keywords, dates, namings. Out: `Covered` records. Bins are over independent texts: what only
one text and its copies say stands in one. An event that another article calls by other words stands in both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.consolidate.same_events import join_events
from generator.model.comparison import Covered, Share, Thing
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.comparison import Comparison, Naming
    from generator.model.corpus import Corpus


def gather_coverage(
    corpus: Corpus, dependence: Comparison, namings: Sequence[Naming] = ()
) -> tuple[Covered, ...]:
    """By kind, then as the corpus lists them; empty where fewer than two articles could be analysed."""
    texts = {dependence.stands_for.get(one.article, one.article) for one in corpus.findings if one.analysed}
    if len(texts) < 2:
        return ()
    places = {article.id: place for place, article in enumerate(corpus.articles)}
    joined = join_events(namings, corpus.happenings)
    members = {key for one in joined.values() for key in one.others}
    found = []
    for kind, key, articles in _things(corpus):
        if kind is Thing.EVENT and key in members:
            continue
        held = set(articles)
        event = joined.get(key) if kind is Thing.EVENT else None
        if event:
            held |= event.articles
        ordered = tuple(sorted(held, key=lambda one: places[one]))
        firsts = {dependence.stands_for.get(one, one) for one in ordered}
        share = Share.ONE if len(firsts) == 1 else Share.ALL if texts <= firsts else Share.SEVERAL
        thing = Covered(
            kind=kind, id=key, share=share, articles=ordered, independent=dependence.independent(ordered)
        )
        if event:
            thing = replace(thing, naming=event.naming, joined=event.others, doubtful=event.doubtful)
        found.append(thing)
    order = list(Thing)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _things(corpus: Corpus) -> Iterator[tuple[Thing, str, Iterable[str]]]:
    for actor in corpus.actors:
        kind = Thing.PLACE if actor.kind is ActorKind.PLACE else Thing.ACTOR
        yield kind, actor.id, {mention.evidence.article for mention in actor.mentions}
    for happening in corpus.happenings:
        yield Thing.EVENT, happening.id, {report.article for report in happening.reports}
    told = {statement.id: statement.article for statement in corpus.statements}
    for statement in corpus.statements:
        if statement.same_as is None:
            yield (
                Thing.STATEMENT,
                statement.id,
                {statement.article, *(told[one] for one in statement.repeats)},
            )
    for topic in corpus.topics:
        yield Thing.KEYWORD, topic.id, {use.article for use in topic.uses}
    dates: dict[str, tuple[str, set[str]]] = {}
    for entry in corpus.timeline:
        if entry.date.lo is not None:
            key = entry.date.edtf or f"{entry.date.lo}/{entry.date.hi}"
            dates.setdefault(key, (entry.id, set()))[1].add(entry.evidence.article)
    for first, articles in dates.values():
        yield Thing.DATE, first, articles
