"""The columns of positions, shifts and uncertainties.

In: `Sources`. Out: their tables, made like those of `columns.py`, and their records in the JSON document: what a
table and the document say of a position stands together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.present.tables import SEPARATOR, WHERE, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import ActorPosition, ActorShift, Evidence, OpenMatter
    from generator.present.sources import Sources

Record = dict[str, Any]
_Named = tuple["ActorPosition", str | None, str | None]
"""A position with the names of its holder and its addressee."""


def _positions(sources: Sources) -> Iterator[tuple[_Named, Evidence | None]]:
    for one in sources.corpus.positions:
        names = tuple(sources.name(actor) if actor else None for actor in (one.holder, one.addressee))
        yield (one, names[0], names[1]), one.content[0] if one.content else one.sentence


def _shifts(sources: Sources) -> Iterator[tuple[tuple[ActorShift, str | None], Evidence | None]]:
    for one in sources.corpus.shifts:
        yield (one, sources.name(one.actor) if one.actor else None), one.cue_evidence


def _matters(sources: Sources) -> Iterator[tuple[OpenMatter, Evidence | None]]:
    for one in sources.corpus.open_matters:
        yield one, one.cue_evidence


POSITIONS: Table[_Named] = Table(
    name="positions",
    title="Positions",
    description="One row for each demand, condition, offer, acceptance, rejection, ...",
    own=(
        Column("position", "id of the position", lambda row: row[0].id),
        Column("kind", "demand, condition, proposal, offer, commitment, ...", lambda row: row[0].kind.value),
        Column(
            "voice",
            "speaker, or article where it stands outside every statement",
            lambda row: _voice(row[0]),
        ),
        Column("holder", "id of the actor who holds it, empty where not known", lambda row: row[0].holder),
        Column("holder_name", "its name", lambda row: row[1]),
        Column(
            "holder_words", "the words for the holder, verbatim", lambda row: _quote(row[0].holder_evidence)
        ),
        Column("addressee", "id of the actor who is to act or is addressed", lambda row: row[0].addressee),
        Column("addressee_name", "its name", lambda row: row[2]),
        Column(
            "addressee_words",
            "the words for the addressee, verbatim",
            lambda row: _quote(row[0].addressee_evidence),
        ),
        Column("modality", "the word that makes it a position", lambda row: row[0].cue_evidence.quote),
        Column("date_words", "the first date in its sentence", lambda row: _quote(row[0].date_evidence)),
        Column("statement", "id of the statement it is drawn from", lambda row: row[0].statement),
        Column(
            "keywords", "ids of keywords in its sentence", lambda row: SEPARATOR.join(row[0].topics) or None
        ),
        Column("rule", "the construction by which it was found", lambda row: row[0].rule),
    ),
    where=WHERE,
    rows=_positions,
)
SHIFTS: Table[tuple[ActorShift, str | None]] = Table(
    name="shifts",
    title="Shifts",
    description="One row for each change of position that an article tells of.",
    own=(
        Column("shift", "id of the shift", lambda row: row[0].id),
        Column("actor", "id of the actor, empty where not known", lambda row: row[0].actor),
        Column("actor_name", "its name", lambda row: row[1]),
        Column(
            "before",
            "the earlier position, verbatim; empty where not told",
            lambda row: _quote(row[0].before),
        ),
        Column(
            "after", "the later position, verbatim; empty where not told", lambda row: _quote(row[0].after)
        ),
        Column("rule", "the construction by which it was found", lambda row: row[0].rule),
    ),
    where=WHERE,
    rows=_shifts,
)
UNCERTAINTIES: Table[OpenMatter] = Table(
    name="uncertainties",
    title="Uncertainties",
    description="One row for each place that calls something unknown, unconfirmed, disputed or unlikely.",
    own=(
        Column("uncertainty", "id of the place", lambda row: row.id),
        Column("kind", "unknown, unconfirmed, disputed or unlikely", lambda row: row.kind.value),
        Column(
            "statement",
            "id of the statement whose speaker says so; empty where the article does",
            lambda row: row.statement,
        ),
    ),
    where=WHERE,
    rows=_matters,
)


def position_record(one: ActorPosition) -> Record:
    """The position in the JSON document."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "voice": _voice(one),
        "statement": one.statement,
        "holder": {"actor": one.holder, **_place(one.holder_evidence), "rule": one.holder_rule},
        "addressee": {"actor": one.addressee, **_place(one.addressee_evidence)},
        "content": [_place(piece) for piece in one.content],
        "modality": _place(one.cue_evidence),
        "date": _place(one.date_evidence),
        "sentence": one.sentence.sentence,
        "topics": list(one.topics),
        "rule": one.rule,
    }


def shift_record(one: ActorShift) -> Record:
    """The shift in the JSON document."""
    return {
        "id": one.id,
        "actor": {"actor": one.actor, **_place(one.actor_evidence)},
        "before": _place(one.before),
        "after": _place(one.after),
        "cue": _place(one.cue_evidence),
        "sentence": one.sentence.sentence,
        "rule": one.rule,
    }


def matter_record(one: OpenMatter) -> Record:
    """The uncertainty in the JSON document."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "statement": one.statement,
        "cue": _place(one.cue_evidence),
        "sentence": one.sentence.sentence,
    }


def _voice(position: ActorPosition) -> str:
    return "article" if position.own_voice else "speaker"


def _quote(evidence: Evidence | None) -> str | None:
    return evidence.quote if evidence else None


def _place(evidence: Evidence | None) -> Record:
    return {"span": list(evidence.span) if evidence else None, "quote": _quote(evidence)}
