"""Which articles are alike, and which get a side-by-side page.

In: actors, keywords, texts. Out: `ArticlePair` and `Related` records. Few articles are compared all with all. Of many,
candidates share some of the rarest features of an article, found by one product of sparse tables, and only these are
compared; a feature that very many articles have finds nobody.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator.consolidate.matches import Told, match_sentences, spelled, telling_words
from generator.model.comparison import ArticlePair, Related

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.comparison import Comparison
    from generator.model.corpus import Corpus
    from generator.settings import CompareSettings

    Vector = dict[str, float]

RARE = 30
"""Rarest features of an article by which candidates are found."""
CROWD = 200
"""Most articles that one feature may bring together."""
CANDIDATES = 30
"""Most candidates of one article that are compared."""
LEAST = 0.05
"""Least likeness worth a name."""
PAGE = 0.15
"""Least likeness worth a side-by-side page where there are many articles."""
SHOWN = 12
"""Most actors and keywords listed for a pair."""


class Views(NamedTuple):
    """An article as three lists of weighted features."""

    actors: Vector
    topics: Vector
    words: Vector


class Alike(NamedTuple):
    """Cosines of two articles."""

    actors: float
    topics: float
    words: float

    @property
    def mean(self) -> float:
        """Likeness."""
        return round((self.actors + self.topics + self.words) / 3, 4)


def gather_nearness(
    corpus: Corpus, dependence: Comparison, settings: CompareSettings
) -> tuple[tuple[ArticlePair, ...], tuple[Related, ...]]:
    """Pairs in the order of articles, and the nearest others of each."""
    number = len(corpus.articles)
    if number < 2:
        return (), ()
    spoken = [telling_words(article.text) for article in corpus.articles]
    weights = _weights(spoken)
    views = _views(corpus, spoken, weights)
    few = number <= settings.all_pairs
    pairs = list(combinations(range(number), 2)) if few else _candidates(views)
    alike = {pair: _alike(views[pair[0]], views[pair[1]]) for pair in pairs}
    related = _related(corpus, alike, dependence, settings.related)
    kept = pairs
    if not few:
        ranked = sorted(
            (pair for pair in pairs if alike[pair].mean >= PAGE), key=lambda pair: (-alike[pair].mean, pair)
        )
        kept = sorted(ranked[: settings.most_pairs])
    sentences = _sentences(corpus, {one for pair in kept for one in pair})
    shared = _same_statements(corpus)
    groups = {one: group.id for group in dependence.copies for one in group.articles}
    made = []
    for a, b in kept:
        one, other = corpus.articles[a].id, corpus.articles[b].id
        near = alike[a, b]
        made.append(
            ArticlePair(
                a=one,
                b=other,
                score=near.mean,
                by_actors=near.actors,
                by_topics=near.topics,
                by_content=near.words,
                actors=_common(views[a].actors, views[b].actors),
                topics=_common(views[a].topics, views[b].topics),
                statements=tuple(shared.get((one, other), ())),
                matches=match_sentences(sentences[a], sentences[b], weights),
                copies=groups[one]
                if groups.get(one) is not None and groups.get(one) == groups.get(other)
                else None,
            )
        )
    return tuple(made), related


def _weights(texts: Sequence[Sequence[str]]) -> dict[str, float]:
    """Rarer words weigh more: the usual inverse document frequency, never nothing."""
    counts = Counter(word for words in texts for word in set(words))
    return {word: math.log((1 + len(texts)) / (1 + count)) + 1 for word, count in counts.items()}


def _views(corpus: Corpus, spoken: Sequence[Sequence[str]], weights: Mapping[str, float]) -> list[Views]:
    total = len(corpus.articles)
    actors: dict[str, Vector] = defaultdict(dict)
    topics: dict[str, Vector] = defaultdict(dict)
    for actor in corpus.actors:
        counts = Counter(mention.evidence.article for mention in actor.mentions)
        weight = math.log((1 + total) / (1 + len(counts))) + 1
        for article, count in counts.items():
            actors[article][actor.id] = (1 + math.log(count)) * weight
    for topic in corpus.topics:
        weight = math.log((1 + total) / (1 + len(topic.uses))) + 1
        for use in topic.uses:
            topics[use.article][topic.id] = weight
    views = []
    for text, words in zip(corpus.articles, spoken, strict=True):
        counted = Counter(words)
        content = {word: (1 + math.log(count)) * weights[word] for word, count in counted.items()}
        views.append(Views(_unit(actors[text.id]), _unit(topics[text.id]), _unit(content)))
    return views


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {key: value / length for key, value in vector.items()} if length else {}


def _alike(one: Views, other: Views) -> Alike:
    return Alike(*(_cosine(a, b) for a, b in zip(one, other, strict=True)))


def _cosine(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return round(min(1.0, sum(value * other[key] for key, value in one.items() if key in other)), 4)


def _candidates(views: Sequence[Views]) -> list[tuple[int, int]]:
    """Pairs that share many of each other's rarest features."""
    import numpy as np
    from scipy.sparse import csr_matrix

    having: Counter[tuple[int, str]] = Counter()
    for view in views:
        having.update((kind, key) for kind, vector in enumerate(view) for key in vector)
    columns: dict[tuple[int, str], int] = {}
    rows, places, values = [], [], []
    for row, view in enumerate(views):
        rare = sorted(
            (
                (-value, kind, key)
                for kind, vector in enumerate(view)
                for key, value in vector.items()
                if 1 < having[kind, key] <= CROWD
            )
        )[:RARE]
        for value, kind, key in rare:
            rows.append(row)
            places.append(columns.setdefault((kind, key), len(columns)))
            values.append(-value)
    if not columns:
        return []
    table = csr_matrix((values, (rows, places)), shape=(len(views), len(columns)))
    turned = table.T.tocsr()
    pairs: set[tuple[int, int]] = set()
    for start in range(0, len(views), 500):
        products = table[start : start + 500] @ turned
        for offset in range(products.shape[0]):
            begin, end = products.indptr[offset], products.indptr[offset + 1]
            others, scores = products.indices[begin:end], products.data[begin:end].round(9)
            # By score, then by number, so that equal scores give one answer everywhere.
            best = np.lexsort((others, -scores))[: CANDIDATES + 1]
            row = start + offset
            pairs.update(
                (min(row, other), max(row, other)) for other in others[best].tolist() if other != row
            )
    return sorted(pairs)


def _related(
    corpus: Corpus, alike: Mapping[tuple[int, int], Alike], dependence: Comparison, most: int
) -> tuple[Related, ...]:
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    ids = [article.id for article in corpus.articles]
    firsts = [dependence.stands_for.get(one, one) for one in ids]
    for (a, b), found in alike.items():
        if found.mean >= LEAST and firsts[a] != firsts[b]:
            near[a].append((-found.mean, b))
            near[b].append((-found.mean, a))
    related = []
    for number, key in enumerate(ids):
        others: dict[str, tuple[str, float]] = {}
        for score, other in sorted(near[number]):
            # Of copies of one text the nearest is named, not all.
            others.setdefault(firsts[other], (ids[other], -score))
            if len(others) == most:
                break
        if others:
            related.append(Related(article=key, others=tuple(others.values())))
    return tuple(related)


def _sentences(corpus: Corpus, wanted: set[int]) -> dict[int, list[Told]]:
    return {
        number: [
            Told(sentence.id, spelled(corpus.articles[number].quote(sentence.span)))
            for sentence in corpus.findings[number].sentences
        ]
        for number in sorted(wanted)
    }


def _common(one: Vector, other: Vector) -> tuple[str, ...]:
    """Most telling first."""
    both = [(-value * other[key], key) for key, value in one.items() if key in other]
    return tuple(key for _, key in sorted(both)[:SHOWN])


def _same_statements(corpus: Corpus) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """(article, article) -> ids of statements that are the same quotation; groups of very many copies are left out."""
    told = {statement.id: statement.article for statement in corpus.statements}
    order = {article.id: place for place, article in enumerate(corpus.articles)}
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for statement in corpus.statements:
        members = (statement.id, *statement.repeats)[:SHOWN]
        for a, b in combinations(members, 2):
            one, other = sorted((a, b), key=lambda key: order[told[key]])
            if told[one] != told[other]:
                found[told[one], told[other]].append((one, other))
    return found
