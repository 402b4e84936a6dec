"""The columns of relations.

In: `Sources`. Out: their table, made like those of `columns.py`: a row for each happening between two actors, so that
every row has its sentence; what is not counted says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.findings import Modality
from generator.present.tables import WHERE, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Evidence, Happening, Relation
    from generator.present.sources import Sources


class _Between(NamedTuple):
    """A happening between two actors."""

    relation: Relation
    happening: Happening
    agent: str
    patient: str
    """Names."""

    @property
    def counted(self) -> bool:
        """Whether it is told as done and rests on no weak rule."""
        return self.happening.id in self.relation.happenings


def _relations(sources: Sources) -> Iterator[tuple[_Between, Evidence | None]]:
    happenings = {one.id: one for one in sources.corpus.happenings}
    for relation in sources.corpus.relations:
        agent, patient = sources.name(relation.agent), sources.name(relation.patient)
        for key in (*relation.happenings, *relation.doubtful, *relation.open):
            one = happenings[key]
            yield _Between(relation, one, agent, patient), one.reports[0].trigger


def _why_not(row: _Between) -> str | None:
    if row.counted:
        return None
    told = row.happening.modality
    return "doubtful" if told in (Modality.ASSERTED, Modality.REPORTED) else told.value


RELATIONS: Table[_Between] = Table(
    name="relations",
    title="Relations",
    description="One row for each happening between two actors, the strongest pair first.",
    own=(
        Column("relation", "id of the pair, the one who acts first", lambda row: row.relation.id),
        Column("agent", "id of the actor who acts", lambda row: row.relation.agent),
        Column("agent_name", "its name", lambda row: row.agent),
        Column("patient", "id of the actor it is done to", lambda row: row.relation.patient),
        Column("patient_name", "its name", lambda row: row.patient),
        Column("happening", "id of the happening", lambda row: row.happening.id),
        Column("class", "PLOVER class", lambda row: row.happening.kind),
        Column("quad", "verbal or material, cooperation or conflict", lambda row: row.happening.quad),
        Column("counted", "true where it counts in matrix and network", lambda row: row.counted),
        Column("why_not", "why it does not count: doubtful, planned, demanded, ...", _why_not),
        Column(
            "weight", "number of happenings of the pair that count", lambda row: len(row.relation.happenings)
        ),
        Column(
            "articles",
            "number of articles that tell it, copies among them",
            lambda row: len({report.article for report in row.happening.reports}),
        ),
        Column(
            "independent",
            "number of independent articles that tell it in their own words",
            lambda row: row.happening.articles,
        ),
    ),
    where=WHERE,
    rows=_relations,
)
