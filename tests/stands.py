"""Positions, shifts and uncertainties made by hand, for tests that need no language model.

In: evidence. Out: records of the corpus; what is not said has a plain default.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.corpus import ActorPosition, ActorShift, OpenMatter
from generator.model.findings import Doubt, Stand

if TYPE_CHECKING:
    from generator.model.corpus import ActorStatement, Evidence


def make_position(  # noqa: PLR0913 - one argument a field
    key: str,
    sentence: Evidence,
    cue: Evidence,
    *content: Evidence,
    kind: Stand = Stand.DEMAND,
    statement: ActorStatement | None = None,
    addressee: str | None = None,
    addressed: Evidence | None = None,
    date: Evidence | None = None,
    topics: tuple[str, ...] = (),
    actors: tuple[str, ...] = (),
) -> ActorPosition:
    """A position of a statement's speaker; without a statement the article's own."""
    return ActorPosition(
        id=f"po-{key}",
        article=sentence.article,
        kind=kind,
        statement=statement.id if statement else None,
        holder=statement.speaker if statement else None,
        holder_rule=statement.speaker_rule if statement else None,
        holder_evidence=statement.speaker_evidence if statement else None,
        addressee=addressee,
        addressee_evidence=addressed,
        content=content,
        cue_evidence=cue,
        sentence=sentence,
        date_evidence=date,
        topics=topics,
        actors=actors,
        rule="modal of necessity",
    )


def make_shift(
    key: str,
    sentence: Evidence,
    cue: Evidence,
    *,
    actor: str | None = None,
    heard: Evidence | None = None,
    before: Evidence | None = None,
    after: Evidence | None = None,
) -> ActorShift:
    """A change of position; halves that are not given are not told."""
    return ActorShift(
        id=f"sh-{key}",
        article=sentence.article,
        actor=actor,
        actor_evidence=heard,
        before=before,
        after=after,
        cue_evidence=cue,
        sentence=sentence,
        rule="a stance changed",
    )


def make_matter(
    key: str,
    sentence: Evidence,
    cue: Evidence,
    kind: Doubt = Doubt.UNKNOWN,
    statement: ActorStatement | None = None,
) -> OpenMatter:
    """Something that the article, or a statement's speaker, calls uncertain."""
    return OpenMatter(
        id=f"un-{key}",
        article=sentence.article,
        kind=kind,
        statement=statement.id if statement else None,
        cue_evidence=cue,
        sentence=sentence,
    )
