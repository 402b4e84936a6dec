"""Looks up who holds which position, towards whom, on what.

In: positions, shifts and uncertainties as the texts have them, and the resolved statements. Out: records with actors,
evidence and keywords. A holder is the speaker of the statement as it was resolved there, so that the ledger and the
board cannot disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.corpus import ActorPosition, ActorShift, OpenMatter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.keywords import KeywordPlaces
    from generator.consolidate.places import Places
    from generator.model.article import Span
    from generator.model.corpus import ActorStatement, Evidence
    from generator.model.findings import Findings, Position, Shift, Uncertainty


def gather_positions(
    findings: Sequence[Findings],
    statements: Mapping[str, ActorStatement],
    places: Places,
    keywords: KeywordPlaces,
    sources: Sources,
) -> tuple[ActorPosition, ...]:
    """All positions in the order of articles and text; `statements` are by id."""
    return tuple(
        _position(one.article, position, statements, places, keywords, sources)
        for one in findings
        for position in one.positions
    )


def _position(
    article: str,
    found: Position,
    statements: Mapping[str, ActorStatement],
    places: Places,
    keywords: KeywordPlaces,
    sources: Sources,
) -> ActorPosition:
    statement = statements.get(found.statement or "")
    sentence = sources.whole_sentence(article, found.cue[0])
    content = tuple(sources.evidence(article, span) for span in found.content)
    actors = dict.fromkeys(one.actor for one in places.within(article, sentence.span))
    return ActorPosition(
        id=found.id,
        article=article,
        kind=found.kind,
        statement=found.statement,
        holder=statement.speaker if statement else None,
        holder_rule=statement.speaker_rule if statement else None,
        holder_evidence=statement.speaker_evidence if statement else None,
        addressee=find_actor(article, found.addressee, found.addressee_head, places),
        addressee_evidence=_optional(article, found.addressee, sources),
        content=content,
        cue_evidence=sources.evidence(article, found.cue),
        sentence=sentence,
        date_evidence=_optional(article, found.date, sources),
        topics=keywords.within(article, [sentence.span]),
        actors=tuple(actors),
        rule=found.rule,
    )


def gather_shifts(findings: Sequence[Findings], places: Places, sources: Sources) -> tuple[ActorShift, ...]:
    """All shifts in the order of articles and text."""
    return tuple(_shift(one.article, shift, places, sources) for one in findings for shift in one.shifts)


def _shift(article: str, found: Shift, places: Places, sources: Sources) -> ActorShift:
    return ActorShift(
        id=found.id,
        article=article,
        actor=find_actor(article, found.actor, found.actor_head, places),
        actor_evidence=_optional(article, found.actor, sources),
        before=_optional(article, found.before, sources),
        after=_optional(article, found.after, sources),
        cue_evidence=sources.evidence(article, found.cue),
        sentence=sources.whole_sentence(article, found.cue[0]),
        rule=found.rule,
    )


def gather_open_matters(findings: Sequence[Findings], sources: Sources) -> tuple[OpenMatter, ...]:
    """All uncertainties in the order of articles and text."""
    return tuple(_matter(one.article, found, sources) for one in findings for found in one.uncertainties)


def _matter(article: str, found: Uncertainty, sources: Sources) -> OpenMatter:
    return OpenMatter(
        id=found.id,
        article=article,
        kind=found.kind,
        statement=found.statement,
        cue_evidence=sources.evidence(article, found.cue),
        sentence=sources.whole_sentence(article, found.cue[0]),
    )


def find_actor(article: str, span: Span | None, head: Span | None, places: Places) -> str | None:
    """The actor whose mention has this head, else the only actor named inside the span."""
    if span is None:
        return None
    resolved = places.at_head(article, head) if head is not None else None
    if resolved is not None:
        return resolved.actor
    inside = {one.actor for one in places.within(article, span)}
    return next(iter(inside)) if len(inside) == 1 and head is None else None


def _optional(article: str, span: Span | None, sources: Sources) -> Evidence | None:
    return sources.evidence(article, span) if span is not None else None
