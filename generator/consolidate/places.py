"""Where in the texts which actor stands: the bridge from actors to all that refers to them.

In: resolved mentions. Out: `Places`, which answers who is meant by a head word, who is named inside a span and who
stands in a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.article import Span
    from generator.model.corpus import Actor
    from generator.model.findings import Mention


class Resolved(NamedTuple):
    """A mention and the actor it was resolved to."""

    mention: Mention
    actor: str
    rule: str
    inferred: bool


class Places:
    """All resolved mentions, by article, in the order of the text."""

    def __init__(self, resolved: dict[str, list[Resolved]], actors: Sequence[Actor]) -> None:
        """`resolved` is by article."""
        self._by_article = {
            key: sorted(ones, key=lambda one: one.mention.span) for key, ones in resolved.items()
        }
        self._starts = {key: [one.mention.span[0] for one in ones] for key, ones in self._by_article.items()}
        self._heads = {
            (article, one.mention.head): one for article, ones in self._by_article.items() for one in ones
        }
        self.actors = {actor.id: actor for actor in actors}

    def articles(self) -> Iterator[str]:
        """Ids of the articles that have resolved mentions, in order."""
        return iter(self._by_article)

    def at_head(self, article: str, head: Span) -> Resolved | None:
        """The mention whose head word stands at `head`."""
        return self._heads.get((article, head))

    def within(self, article: str, span: Span) -> Iterator[Resolved]:
        """The mentions that begin inside `span`, in the order of the text."""
        starts = self._starts.get(article, [])
        for index in range(bisect_left(starts, span[0]), len(starts)):
            if starts[index] >= span[1]:
                return
            yield self._by_article[article][index]
