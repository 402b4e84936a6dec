"""Articles that are near copies of one text: wire copies, reprints, cuts, updates.

In: articles. Out: `CopyGroup` records. Candidates come from MinHash and locality-sensitive hashing over runs of words,
which finds texts that are alike as a whole, and from rare runs that two texts share, which finds a part in a whole; each
candidate is then verified by how much of one text stands in the other. Everything is held against the longest text of its
group, never against any other member, so that a short text that stands in two different ones does not join them.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from generator.consolidate.changes import word_diff
from generator.consolidate.runs import SAMPLE, pairs_with_common_runs, sampled, shared
from generator.model.comparison import CopyGroup, CopyKind, CopyPair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from datasketch import MinHashLSH

    from generator.consolidate.runs import Runs
    from generator.model.article import Article

CROWD = 24
"""Most texts that one run may bring together; larger crowds are found by their MinHash."""
COMMON = 3
"""Fewest sampled runs in common of two texts that are worth verifying."""
BANDS, ROWS = 32, 2
"""Two texts with half of their runs in common become candidates in 9,999 of 10,000 cases, with a fifth in 7 of 10."""
SHORT = 12
"""Texts of fewer words are no copies of anything: headlines repeat."""
CUT, EVEN = 0.3, 0.6
"""A text shorter than the first share of the other must be contained in it almost whole; from the second share on the
least one will do, and between them what is asked for falls evenly."""
ALMOST = 0.85
NEARLY_ALL = 0.9
"""From this share on, nothing worth the name was cut or added."""


class Likeness(NamedTuple):
    """How much two texts have in common, 0 to 1."""

    jaccard: float
    a_in_b: float
    b_in_a: float


def gather_copies(articles: Sequence[Article], runs: Sequence[Runs], least: float) -> tuple[CopyGroup, ...]:
    """Groups in the order of the articles that stand for them.

    `runs` are in the order of articles; `least` is the share of the shorter text's words that must stand in the longer one, in runs of four.
    """
    order = sorted(range(len(articles)), key=lambda number: (-runs[number].words, articles[number].path))
    partners = _partners(runs)
    lsh = _Index()
    heads: dict[int, int] = {}
    for number in order:
        if runs[number].words < SHORT:
            continue
        near = {other for other in partners.get(number, ()) if heads.get(other) == other}
        near.update(lsh.near(runs[number]))
        best: tuple[float, int, int] | None = None
        for other in sorted(near):
            alike = likeness(runs[other], runs[number])
            if is_copy(runs[other].words, runs[number].words, alike.b_in_a, least):
                found = (-alike.b_in_a, -runs[other].words, other)
                best = found if best is None or found < best else best
        heads[number] = best[2] if best is not None else number
        if best is None:
            lsh.add(number, runs[number])
    members: dict[int, list[int]] = {}
    for number, head in sorted(heads.items()):
        members.setdefault(head, []).append(number)
    groups = [_group(ones, articles, runs) for ones in members.values() if len(ones) > 1]
    places = {article.id: place for place, article in enumerate(articles)}
    return tuple(sorted(groups, key=lambda group: places[group.articles[0]]))


def is_copy(longer: int, shorter: int, contained: float, least: float) -> bool:
    """Whether so much of the shorter text stands in the longer one that it says nothing of its own."""
    ratio = shorter / longer
    strict = min(1.0, max(0.0, (EVEN - ratio) / (EVEN - CUT)))
    return contained >= least + strict * max(0.0, ALMOST - least)


def likeness(a: Runs, b: Runs) -> Likeness:
    """How much of each text stands in the other."""
    common = shared(a, b)
    union = len(a.distinct) + len(b.distinct) - len(common)
    if not len(common):
        return Likeness(0.0, 0.0, 0.0)
    return Likeness(len(common) / union, float(a.covered(common).mean()), float(b.covered(common).mean()))


def _partners(runs: Sequence[Runs]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for a, b in pairs_with_common_runs([sampled(one) for one in runs], CROWD, COMMON):
        found.setdefault(a, []).append(b)
        found.setdefault(b, []).append(a)
    return found


class _Index:
    """MinHashes of the longest texts of all groups."""

    def __init__(self) -> None:
        """Nothing is in it; the library is loaded with the first text."""
        self._lsh: MinHashLSH | None = None

    def near(self, runs: Runs) -> list[int]:
        """Numbers of texts that may be alike."""
        return list(self._lsh.query(_minhash(runs))) if self._lsh is not None else []

    def add(self, number: int, runs: Runs) -> None:
        """Takes in a text."""
        if self._lsh is None:
            from datasketch import MinHashLSH

            self._lsh = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
        self._lsh.insert(number, _minhash(runs))


def _minhash(runs: Runs) -> object:
    from datasketch import MinHash

    made = MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=int)
    # The library mixes numbers of 32 bits.
    made.update_batch((runs.distinct[runs.distinct % np.uint64(SAMPLE) == 0] >> np.uint64(32)).tolist())
    return made


def _group(members: Sequence[int], articles: Sequence[Article], runs: Sequence[Runs]) -> CopyGroup:
    """The earliest stands for all; where no date is known, the longest."""
    first = min(
        members,
        key=lambda number: (
            articles[number].published or dt.date.max,
            -runs[number].words,
            articles[number].path,
        ),
    )
    others = [number for number in members if number != first]
    return CopyGroup(
        id=f"cg-{articles[first].id}",
        articles=tuple(articles[number].id for number in (first, *others)),
        pairs=tuple(
            _pair(articles[first], articles[other], likeness(runs[first], runs[other])) for other in others
        ),
    )


def _pair(a: Article, b: Article, alike: Likeness) -> CopyPair:
    if alike.a_in_b >= NEARLY_ALL and alike.b_in_a >= NEARLY_ALL:
        kind = CopyKind.REPRINT
    elif alike.b_in_a >= NEARLY_ALL or (
        alike.b_in_a > alike.a_in_b and len(b.text) < len(a.text) * NEARLY_ALL
    ):
        kind = CopyKind.CUT
    else:
        kind = CopyKind.UPDATE
    return CopyPair(
        a=a.id,
        b=b.id,
        kind=kind,
        jaccard=round(alike.jaccard, 4),
        a_in_b=round(alike.a_in_b, 4),
        b_in_a=round(alike.b_in_a, 4),
        changes=word_diff(a.text, b.text),
    )
