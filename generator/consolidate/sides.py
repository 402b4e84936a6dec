"""The sides of a difference.

In: values with their evidence. Out: `Side` and `Difference` records, equal values joined.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.model.comparison import Contrast, Difference, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.corpus import Evidence

OWN = "own words"
"""What stands for a speaker where the article itself says so."""
COMPARED = 30
"""Most articles whose values are held against each other."""


def disjoint(values: Sequence[tuple[str, str, Evidence]]) -> bool:
    """Whether two articles have no value in common."""
    by_article: dict[str, set[str]] = defaultdict(set)
    for value, _, evidence in values:
        by_article[evidence.article].add(value)
    sets = list(by_article.values())[:COMPARED]
    return any(not a & b for number, a in enumerate(sets) for b in sets[number + 1 :])


def sides_of(values: Iterable[tuple[str, str, Evidence]]) -> tuple[Side, ...]:
    """Sides of (value, label, evidence), in the order in which the values come."""
    found: dict[str, tuple[str, list[Evidence]]] = {}
    for value, label, evidence in values:
        found.setdefault(value, (label, []))[1].append(evidence)
    return tuple(
        Side(
            value=value,
            label=label,
            articles=tuple(dict.fromkeys(one.article for one in ones)),
            evidence=tuple(ones),
        )
        for value, (label, ones) in found.items()
    )


def make_difference(
    kind: Contrast, thing: str, subject: str, actors: Sequence[str], sides: tuple[Side, ...], rule: str
) -> Difference:
    """A difference whose id is made of its kind and what it is about."""
    digest = hashlib.sha256(f"{kind}\0{thing}".encode()).hexdigest()
    return Difference(
        id=f"df-{digest[:10]}",
        kind=kind,
        thing=thing,
        subject=subject,
        actors=tuple(actors),
        sides=sides,
        rule=rule,
    )
