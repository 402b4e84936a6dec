"""Looks up who speaks, and about whom.

In: statements as the texts have them. Out: `ActorStatement` records; a speaker who is no known actor stays unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.corpus import ActorStatement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places, Resolved
    from generator.model.findings import Findings, Statement


def gather_statements(
    findings: Sequence[Findings], places: Places, sources: Sources
) -> tuple[ActorStatement, ...]:
    """All statements in the order of articles and text."""
    return tuple(
        _resolved(one.article, statement, places, sources) for one in findings for statement in one.statements
    )


def _resolved(article: str, statement: Statement, places: Places, sources: Sources) -> ActorStatement:
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
    )


def _speaker(article: str, statement: Statement, places: Places) -> Resolved | None:
    """The actor at the speaker's head word; "spokesman Ann Lee" has its head in the name or beside it."""
    if statement.speaker is None:
        return None
    if statement.speaker_head is not None:
        return places.at_head(article, statement.speaker_head)
    inside = list(places.within(article, statement.speaker))
    return inside[0] if len({one.actor for one in inside}) == 1 else None
