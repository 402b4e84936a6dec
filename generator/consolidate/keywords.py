"""Where the keywords of each article stand: the bridge from spans to topics.

In: topics with their uses. Out: `KeywordPlaces`, which answers which of an article's keywords stand inside a span.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.article import Span
    from generator.model.corpus import Topic


class KeywordPlaces:
    """All places of all keywords, by article, in the order of the text."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        """Each use of a topic gives its rank in its article."""
        found: defaultdict[str, list[tuple[Span, int, str]]] = defaultdict(list)
        for topic in topics:
            for use in topic.uses:
                found[use.article] += [(one.span, use.rank, topic.id) for one in use.evidence]
        self._places = {article: sorted(places) for article, places in found.items()}
        self._starts = {
            article: [span[0] for span, _, _ in places] for article, places in self._places.items()
        }

    def within(self, article: str, spans: Iterable[Span]) -> tuple[str, ...]:
        """Ids of the keywords inside the spans, best rank first."""
        ranked: dict[str, int] = {}
        places, starts = self._places.get(article, []), self._starts.get(article, [])
        for start, end in spans:
            for index in range(bisect_left(starts, start), len(places)):
                span, rank, topic = places[index]
                if span[0] >= end:
                    break
                if span[1] <= end:
                    ranked[topic] = rank
        return tuple(sorted(ranked, key=lambda topic: (ranked[topic], topic)))
