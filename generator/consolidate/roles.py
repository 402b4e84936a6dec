"""Gathers the offices and functions of actors.

In: roles as the texts state them. Out: `ActorRole` records by actor, equal wordings joined with all their evidence.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.model.corpus import ActorRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.model.article import Span
    from generator.model.corpus import Evidence
    from generator.model.findings import Findings


def gather_roles(
    findings: Sequence[Findings],
    sources: Sources,
    holders: Mapping[tuple[str, Span], str],
    owners: Mapping[str, str],
) -> dict[str, tuple[ActorRole, ...]]:
    """Actor id -> roles, most often stated first."""
    found: dict[str, dict[str, list[tuple[Evidence, str | None, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in findings:
        for role in one.roles:
            holder = holders.get((one.article, role.holder))
            if holder is not None:
                evidence = sources.evidence(one.article, role.text)
                owner = owners.get(role.affiliation or "")
                found[holder][" ".join(evidence.quote.casefold().split())].append(
                    (evidence, owner, role.rule)
                )
    return {holder: _joined(wordings) for holder, wordings in found.items()}


def _joined(wordings: Mapping[str, list[tuple[Evidence, str | None, str]]]) -> tuple[ActorRole, ...]:
    roles = [
        ActorRole(
            text=" ".join(uses[0][0].quote.split()),
            evidence=tuple(evidence for evidence, _, _ in uses),
            affiliation=next((owner for _, owner, _ in uses if owner), None),
            rule=uses[0][2],
        )
        for uses in wordings.values()
    ]
    return tuple(sorted(roles, key=lambda role: (-len(role.evidence), role.text)))
