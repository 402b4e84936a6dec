"""Who speaks for a state or a body.

In: an actor. Out: the officials, leaders, ministries and office-holders that belong to it, each with its own
statements. They are kept apart from each other and from the state: that officials say something does not mean that the
state does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.present.evidence import Chip, cite
from generator.present.items import ActorName, StatementLine, line_statement, name_actor

if TYPE_CHECKING:
    from generator.model.corpus import Actor, ActorRole, ActorStatement
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

FIRST = 12
"""Most voices whose statements stand there; of the others their number."""
LINES = 3
"""Most statements of one voice that stand on the page of what it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One that belongs to the actor."""

    actor: ActorName
    role: str | None
    """The office by which it belongs there; `None` where its own name or description says so."""
    role_chip: Chip | None
    total: int
    """All its statements."""
    lines: tuple[StatementLine, ...]


def read_voices(actor: Actor, briefing: Briefing, place: Place) -> tuple[Voice, ...]:
    """Those with most statements first; the silent ones come last."""
    voices = []
    for one in briefing.voices_of.get(actor.id, ()):
        said = briefing.statements_by.get(one.id, ())
        role = _office(one, actor.id)
        voices.append(
            Voice(
                actor=name_actor(one, place),
                role=role.text if role else None,
                role_chip=cite(role.evidence, briefing, place) if role else None,
                total=len(said),
                lines=tuple(line_statement(line, briefing, place) for line in said[:LINES]),
            )
        )
    order = sorted(voices, key=lambda voice: -voice.total)
    return (*order[:FIRST], *(replace(one, lines=()) for one in order[FIRST:]))


def speaks_for(actor: Actor, briefing: Briefing) -> tuple[Actor, tuple[ActorStatement, ...]] | None:
    """The voice of the actor with most statements, and these; `None` where none of them speaks."""
    speaking = [
        (one, briefing.statements_by[one.id])
        for one in briefing.voices_of.get(actor.id, ())
        if briefing.statements_by.get(one.id)
    ]
    return min(speaking, key=lambda pair: (-len(pair[1]), pair[0].id)) if speaking else None


def _office(one: Actor, owner: str) -> ActorRole | None:
    return (
        next((role for role in one.roles if role.affiliation == owner), None)
        if one.affiliation != owner
        else None
    )
