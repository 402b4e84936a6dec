"""Names that are spelled in two ways.

In: the persons' names of a corpus. Out: which spellings are one person (same first name, surnames that differ only in
how they were brought into Latin letters) and which pairs are worth an analyst's look. Candidates come from blocks that
share a first name or a surname, so nothing is compared with everything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SHORT = 5
"""Surnames with fewer letters differ too easily by chance: their variants are suggested, not joined."""
ALIKE = 85.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of names worth a look."""
BLOCK = 60
"""Most names of a block that are compared; larger blocks are names like "John"."""


class Pair(NamedTuple):
    """Two names that may be one person, and why."""

    a: str
    b: str
    reason: str


@lru_cache(maxsize=65_536)
def skeleton(surname: str) -> str:
    """What different romanisations of a surname share: "aliyev" and "aliev", "yanukovych" and "ianukovich"."""
    letters = re.sub(r"[^a-z0-9]", "", surname)
    for pattern, kept in (
        (r"iy(?=[aeou])", "i"),
        ("y", "i"),
        (r"sch|shch", "sh"),
        ("kh", "h"),
        ("ph", "f"),
        (r"ck|q", "k"),
        ("w", "v"),
        (r"([a-z])\1+", r"\1"),
    ):
        letters = re.sub(pattern, kept, letters)
    return letters


def spelling_variants(uses: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], tuple[str, str]]:
    """(first, last) -> the spelling it is filed under: the one used most, for each that is not itself that one."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for name in uses:
        first, last = name
        if len(last) >= SHORT:
            groups[first, skeleton(last)].append(name)
    filed = {}
    for names in groups.values():
        head = min(names, key=lambda name: (-uses[name], name))
        filed.update({name: head for name in names if name != head})
    return filed


def doubtful_pairs(names: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    """Pairs that may be one person, each once, in order."""
    by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
    by_last: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(names):
        by_first[name[0]].append(name)
        by_last[name[1]].append(name)
    for block in by_first.values():
        for (first, one), (_, other) in _pairs(block):
            if fuzz.ratio(one, other) >= ALIKE or (skeleton(one) == skeleton(other)):
                yield Pair(f"{first} {one}", f"{first} {other}", "same first name, surnames spelled alike")
    for block in by_last.values():
        for (one, last), (other, _) in _pairs(block):
            shorter, longer = sorted((one, other), key=len)
            if longer.startswith(shorter) or fuzz.ratio(one, other) >= ALIKE:
                yield Pair(f"{one} {last}", f"{other} {last}", "same surname, first names alike")


def _pairs(block: list[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    if len(block) <= BLOCK:
        for number, one in enumerate(block):
            for other in block[number + 1 :]:
                yield one, other
