"""Who did what to whom, pair by pair.

In: happenings. Out: `Relation` records, one for each ordered pair of actors. What is only planned, demanded, denied or
doubtful is kept beside the count and never in it, so that a threat does not become an attack.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.model.comparison import Comparison
from generator.model.corpus import Relation
from generator.model.findings import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.corpus import Happening

TOLD = (Modality.ASSERTED, Modality.REPORTED)
"""What a text says of a deed that it tells as done, in its own words or in somebody's."""


def gather_relations(
    happenings: Iterable[Happening], dependence: Comparison | None = None
) -> tuple[Relation, ...]:
    """One relation for each pair of actors of which one does something to the other."""
    counting = dependence or Comparison()
    pairs: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for one in happenings:
        if one.agent and one.patient and one.agent != one.patient:
            pairs[one.agent, one.patient].append(one)
    relations = (_relation(agent, patient, found, counting) for (agent, patient), found in pairs.items())
    return tuple(sorted(relations, key=_rank))


def _relation(agent: str, patient: str, found: list[Happening], counting: Comparison) -> Relation:
    told = [one for one in found if one.modality in TOLD]
    counted = [one for one in told if one.confident]
    digest = hashlib.sha256(f"{agent}\0{patient}".encode()).hexdigest()
    reports = [report for one in counted for report in one.reports]
    return Relation(
        id=f"rl-{digest[:10]}",
        agent=agent,
        patient=patient,
        happenings=tuple(one.id for one in counted),
        classes=_numbers(one.kind for one in counted),
        quads=_numbers(one.quad for one in counted),
        doubtful=tuple(one.id for one in told if not one.confident),
        open=tuple(one.id for one in found if one.modality not in TOLD),
        articles=counting.independent(report.article for report in reports),
        evidence=tuple(report.trigger for report in reports),
    )


def _numbers(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Most frequent first, then by name."""
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))


def _rank(one: Relation) -> tuple[int, int, int, str, str]:
    return -len(one.happenings), -len(one.doubtful), -len(one.open), one.agent, one.patient
