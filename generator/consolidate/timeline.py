"""Puts the dates of all articles in order.

In: date references. Out: `TimelineEntry` records: dated ones by their first day, undated ones after them in the
order of the texts, since leaving them out would hide them.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

from generator.model.corpus import TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.evidence import Sources
    from generator.model.findings import Findings


def gather_timeline(findings: Sequence[Findings], sources: Sources) -> tuple[TimelineEntry, ...]:
    """Every date of every article."""
    entries = []
    for one in findings:
        seen: dict[str, int] = {}
        for found in one.dates:
            words = sources.articles[one.article].quote(found.span)
            # The same words twice in one article are told apart by their order among themselves.
            seen[words] = seen.get(words, 0) + 1
            digest = hashlib.sha256(f"{one.article}\0{words}\0{seen[words]}".encode()).hexdigest()
            evidence = sources.evidence(one.article, found.span)
            entries.append(TimelineEntry(id=f"dt-{digest[:10]}", date=found, evidence=evidence))
    return tuple(sorted(entries, key=lambda entry: (entry.date.lo is None, entry.date.lo or date.max)))
