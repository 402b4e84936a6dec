"""Looks up who speaks, to whom, and about whom and what.

In: statements and their addressees as the texts have them. Out: `ActorStatement` records; a speaker or addressee who
is no known actor stays unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.consolidate.positions import find_actor
from generator.model.corpus import ActorStatement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.keywords import KeywordPlaces
    from generator.consolidate.places import Places, Resolved
    from generator.model.findings import Address, Findings, Statement


def gather_statements(
    findings: Sequence[Findings], places: Places, keywords: KeywordPlaces, sources: Sources
) -> tuple[ActorStatement, ...]:
    """All statements in the order of articles and text."""
    found = []
    for one in findings:
        addresses = {address.statement: address for address in one.addresses}
        found += [
            _resolved(one.article, statement, addresses.get(statement.id), places, keywords, sources)
            for statement in one.statements
        ]
    return tuple(found)


def _resolved(
    article: str,
    statement: Statement,
    address: Address | None,
    places: Places,
    keywords: KeywordPlaces,
    sources: Sources,
) -> ActorStatement:
    speaker = _speaker(article, statement, places)
    about = dict.fromkeys(one.actor for span in statement.content for one in places.within(article, span))
    return ActorStatement(
        id=statement.id,
        article=article,
        speaker=speaker.actor if speaker else None,
        speaker_rule=speaker.rule if speaker else None,
        speaker_evidence=sources.evidence(article, statement.speaker) if statement.speaker else None,
        cue_evidence=sources.evidence(article, statement.cue) if statement.cue else None,
        content=tuple(sources.evidence(article, span) for span in statement.content),
        about=tuple(about),
        mode=statement.mode,
        kind=statement.kind,
        rule=statement.rule,
        negated=statement.negated,
        addressee=find_actor(article, address.span, address.head, places) if address else None,
        addressee_evidence=sources.evidence(article, address.span) if address else None,
        topics=keywords.within(article, statement.content),
        inside=statement.inside,
    )


def _speaker(article: str, statement: Statement, places: Places) -> Resolved | None:
    """The actor at the speaker's head word; "spokesman Ann Lee" has its head in the name or beside it."""
    if statement.speaker is None:
        return None
    if statement.speaker_head is not None:
        return places.at_head(article, statement.speaker_head)
    inside = list(places.within(article, statement.speaker))
    return inside[0] if len({one.actor for one in inside}) == 1 else None
