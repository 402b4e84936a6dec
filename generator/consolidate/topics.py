"""Keywords of all articles, joined by their base form.

In: keywords and resolved mentions. Out: `Topic` records, each with its uses and the actors that stand near it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.consolidate.ids import Ids
from generator.model.corpus import Topic, TopicUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.comparison import Comparison
    from generator.model.findings import Findings, Keyword


def gather_topics(findings: Sequence[Findings], places: Places, sources: Sources) -> tuple[Topic, ...]:
    """Topics sorted by number of articles, best rank, base form."""
    by_lemma: dict[str, list[tuple[str, Keyword]]] = defaultdict(list)
    for one in findings:
        for keyword in one.keywords:
            by_lemma[keyword.lemma].append((one.article, keyword))
    ids = Ids()
    order = sorted(
        by_lemma.items(),
        key=lambda item: (-len(item[1]), min(keyword.rank for _, keyword in item[1]), item[0]),
    )
    return tuple(_topic(ids, lemma, uses, places, sources) for lemma, uses in order)


def order_topics(topics: Sequence[Topic], dependence: Comparison) -> tuple[Topic, ...]:
    """The same, sorted by number of independent articles first: a text does not weigh more for being copied."""
    return tuple(
        sorted(topics, key=lambda one: (-dependence.independent(use.article for use in one.uses), _best(one)))
    )


def _best(topic: Topic) -> int:
    return min(use.rank for use in topic.uses)


def _topic(ids: Ids, lemma: str, uses: list[tuple[str, Keyword]], places: Places, sources: Sources) -> Topic:
    spellings = Counter(keyword.term for _, keyword in uses)
    near: Counter[str] = Counter()
    for article, keyword in uses:
        sentences = {sources.sentence(article, span[0]).span for span in keyword.spans}
        for sentence in sentences:
            near.update({one.actor for one in places.within(article, sentence)})
    return Topic(
        id=ids.take(lemma),
        # Where equal, not in capitals: those open a dateline or shout in a headline.
        term=min(spellings, key=lambda term: (-spellings[term], term.isupper(), term)),
        uses=tuple(
            TopicUse(
                article=article,
                rank=keyword.rank,
                score=keyword.score,
                evidence=tuple(sources.evidence(article, span) for span in keyword.spans),
            )
            for article, keyword in uses
        ),
        actors=tuple(sorted(near.items(), key=lambda item: (-item[1], item[0]))),
    )
