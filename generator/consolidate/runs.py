"""The runs of words of a text, as numbers.

In: texts. Out: for each the positions of its words and the hash of each run of `RUN` words. Two texts that hold the same
words in the same order have the same hashes at these places, whatever the punctuation; the numbers are the same on every
machine, since they are made of the words alone.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from generator.model.article import Span

    Hashes = NDArray[np.uint64]

RUN = 4
"""Words in a run: shorter ones are phrases that everybody uses."""
SAMPLE = 4
"""One run of so many stands for all when candidates are looked for."""
SMALL = 240
"""Texts of fewer runs give all of theirs."""
FACTOR = np.uint64(0x9E3779B97F4A7C15)
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Runs:
    """One text as runs of words."""

    words: int
    """Number of words."""
    hashes: Hashes
    """One for each word that begins a run: `RUN - 1` fewer than words."""
    distinct: Hashes
    """The hashes, each once, in order of size."""

    def covered(self, by: Hashes) -> NDArray[np.bool_]:
        """For each word whether it is part of a run among `by`, which is in order of size."""
        marks = np.zeros(self.words, dtype=np.bool_)
        if len(self.hashes) and len(by):
            places = np.minimum(np.searchsorted(by, self.hashes), len(by) - 1)
            at = np.flatnonzero(by[places] == self.hashes)
            for offset in range(RUN):
                marks[at + offset] = True
        return marks


def runs_of(text: str) -> Runs:
    """The runs of a text; one of fewer than `RUN` words has none."""
    codes = np.array([_code(word) for word in WORD.findall(text.lower())], dtype=np.uint64)
    number = max(0, len(codes) - RUN + 1)
    hashes = np.zeros(number, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(RUN):
            hashes = (hashes ^ codes[offset : offset + number]) * FACTOR
        hashes ^= hashes >> np.uint64(29)
    return Runs(len(codes), hashes, np.unique(hashes))


def word_spans(text: str) -> list[Span]:
    """Where the words stand that the runs are made of."""
    return [match.span() for match in WORD.finditer(text.lower())]


def sampled(runs: Runs) -> Hashes:
    """The runs by which a text finds others: the same ones in every text that has them."""
    if len(runs.distinct) < SMALL:
        return runs.distinct
    few: Hashes = runs.distinct[runs.distinct % np.uint64(SAMPLE) == 0]
    return few


def shared(one: Runs, other: Runs) -> Hashes:
    """The runs that stand in both, in order of size."""
    return np.intersect1d(one.distinct, other.distinct, assume_unique=True)


def pairs_with_common_runs(texts: Iterable[Hashes], crowd: int, least: int) -> dict[tuple[int, int], int]:
    """(number, number) of texts that have at least `least` of the given hashes in common -> how many.

    A hash that more than `crowd` texts have finds nobody, so that the work grows with the number of texts.
    """
    lists = list(texts)
    if not any(len(one) for one in lists):
        return {}
    hashes = np.concatenate(lists)
    owners = np.repeat(np.arange(len(lists), dtype=np.int64), [len(one) for one in lists])
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    first = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    sizes = np.diff(np.r_[first, len(hashes)])
    keep = (sizes > 1) & (sizes <= crowd)
    found = []
    for size in np.unique(sizes[keep]):
        starts = first[keep & (sizes == size)]
        for a in range(size):
            found += [owners[starts + a] * len(lists) + owners[starts + b] for b in range(a + 1, size)]
    if not found:
        return {}
    codes, counts = np.unique(np.concatenate(found), return_counts=True)
    many = counts >= least
    return {
        (int(code) // len(lists), int(code) % len(lists)): int(count)
        for code, count in zip(codes[many], counts[many], strict=True)
    }


@lru_cache(maxsize=262_144)
def _code(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")
