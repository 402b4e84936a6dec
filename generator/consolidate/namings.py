"""The naming matrix: one thing a row, the words of each article for it.

In: actors, designations, happenings. Out: `Naming` records. An actor's wordings are those that consolidation joined, so
that the matrix and the profile cannot disagree; deeds and contested bodies come from `designated`.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.consolidate.designated import contrasts, gather_designated, plain, spelling
from generator.model.comparison import Naming, Referent, Wording
from generator.model.findings import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.actors import Actor, ActorMention
    from generator.model.corpus import Happening
    from generator.model.findings import Findings


def gather_namings(
    findings: Sequence[Findings],
    actors: Sequence[Actor],
    happenings: Sequence[Happening],
    places: Places,
    sources: Sources,
) -> tuple[Naming, ...]:
    """Things that at least two articles name; contrasts first, then by number of uses."""
    reports = {(one.article, one.trigger.span[1]): found.id for found in happenings for one in found.reports}
    rows = [row for actor in actors if (row := _actor(actor)) is not None]
    rows += gather_designated(findings, places, reports, sources)
    return tuple(sorted(rows, key=_rank))


def _rank(row: Naming) -> tuple[bool, int, str]:
    return not row.contrast, -sum(len(one.evidence) for one in row.wordings), row.id


def _actor(actor: Actor) -> Naming | None:
    uses: dict[str, dict[str, list[ActorMention]]] = defaultdict(lambda: defaultdict(list))
    for mention in actor.mentions:
        if mention.form is not Form.PRONOUN:
            uses[mention.evidence.article][plain(mention.evidence.quote)].append(mention)
    if len(uses) < 2:
        return None
    wordings = tuple(
        _wording(article, ones)
        for article, words in uses.items()
        for ones in sorted(words.values(), key=lambda ones: (-len(ones), ones[0].evidence.span))
    )
    return Naming(
        id=f"nm-{hashlib.sha256(f'actor:{actor.id}'.encode()).hexdigest()[:10]}",
        kind=Referent.PLACE if actor.kind is ActorKind.PLACE else Referent.ACTOR,
        name=actor.name,
        actors=(actor.id,),
        place=None,
        happenings=(),
        wordings=wordings,
        rule=actor.rule,
        doubtful=any(one.doubtful for one in wordings),
        contrast=contrasts(one for one in wordings if not one.doubtful),
    )


def _wording(article: str, mentions: list[ActorMention]) -> Wording:
    rules = Counter((one.rule, one.inferred) for one in mentions)
    rule, inferred = min(rules, key=lambda pair: (-rules[pair], pair))
    return Wording(
        article=article,
        text=spelling(one.evidence for one in mentions),
        evidence=tuple(one.evidence for one in mentions),
        rule=rule,
        doubtful=inferred,
    )
