"""Which sentences of two articles tell the same.

In: the telling words of the sentences. Out: `Match` records, each sentence in one at most. Words weigh more the fewer
articles have them; a sentence is compared only with those that share a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.comparison import Match

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST = 0.1
"""Least weighted share of common words."""
WORDS = 3
"""Fewest common words."""
MOST = 400
"""Most sentences of an article that are compared."""
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
EMPTY = frozenset(
    "about above after again against also although among another because been before being between both could down "
    "during each even ever every from further have having here however into itself just less like made make many might "
    "more most much must never only other ours over said same says shall should since some still such than that their "
    "theirs them then there these they this those through under until upon very well were what when where which while "
    "whom whose will with within without would your".split()
)
"""Words that are in every text."""


def telling_words(text: str) -> tuple[str, ...]:
    """Base-like forms of the words that carry content, in the order of the text."""
    return tuple(stem(word) for word in _content(text.casefold()))


def spelled(text: str) -> dict[str, str]:
    """Base-like form -> the word as it is first written."""
    found: dict[str, str] = {}
    for word in _content(text):
        found.setdefault(stem(word.casefold()), word)
    return found


def _content(text: str) -> list[str]:
    return [
        word
        for word in WORD.findall(text)
        if word.casefold() not in EMPTY and (len(word) > 3 or word.isdigit())
    ]


@lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """A word without its commonest English endings; the same for "talks" and "talk", "agreed" and "agree"."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


class Told(NamedTuple):
    """A sentence and its telling words."""

    id: str
    words: dict[str, str]
    """Base-like form -> the word as it is first written."""


def match_sentences(
    ones: Sequence[Told], others: Sequence[Told], weights: Mapping[str, float]
) -> tuple[Match, ...]:
    """Best pairs first come into it; the matches are in the order of the first text."""
    having: dict[str, list[int]] = defaultdict(list)
    sums = []
    for number, one in enumerate(others[:MOST]):
        for word in one.words:
            having[word].append(number)
        sums.append(sum(weights.get(word, 0.0) for word in one.words))
    scored = []
    for a, one in enumerate(ones[:MOST]):
        total = sum(weights.get(word, 0.0) for word in one.words)
        weight: dict[int, float] = defaultdict(float)
        count: dict[int, int] = defaultdict(int)
        for word in one.words:
            value = weights.get(word, 0.0)
            for b in having.get(word, ()):
                weight[b] += value
                count[b] += 1
        least = min(WORDS, len(one.words))
        for b, common in weight.items():
            union = total + sums[b] - common
            if count[b] >= least and union > 0 and common / union >= LEAST:
                scored.append((-round(common / union, 4), a, b))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for score, a, b in sorted(scored):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            words = tuple(spelt for word, spelt in ones[a].words.items() if word in others[b].words)
            found.append((a, Match(a=ones[a].id, b=others[b].id, score=-score, words=words)))
    return tuple(match for _, match in sorted(found, key=lambda pair: pair[0]))
