"""Which actors stand together in sentences.

In: resolved mentions. Out: `Tie` records with the shared sentences. Long lists of names tie everybody to everybody
and say nothing, so sentences with more than `MOST` actors are left out.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from generator.model.corpus import Tie

if TYPE_CHECKING:
    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.corpus import Evidence

MOST = 12


def gather_ties(places: Places, sources: Sources) -> tuple[Tie, ...]:
    """Ties sorted by number of shared sentences, most first, then by ids."""
    shared: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for article in places.articles():
        sentences: dict[str, tuple[int, set[str]]] = {}
        for one in places.within(article, (0, len(sources.articles[article].text))):
            start = one.mention.span[0]
            sentences.setdefault(sources.sentence(article, start).id, (start, set()))[1].add(one.actor)
        for start, actors in sentences.values():
            if 1 < len(actors) <= MOST:
                evidence = sources.whole_sentence(article, start)
                for pair in combinations(sorted(actors), 2):
                    shared[pair].append(evidence)
    ties = [Tie(a=a, b=b, evidence=tuple(evidence)) for (a, b), evidence in shared.items()]
    return tuple(sorted(ties, key=lambda tie: (-len(tie.evidence), tie.a, tie.b)))
