"""Events that articles call by different words.

In: rows of the naming matrix and happenings. Out: `Joined`, by the event that stands for several: the others, and the articles
that tell of it or name it. A row says that words mean one deed; its happenings are taken for one where nothing known of them
speaks against it: doer, other side, day, sort and whether it came about at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.comparison import Referent
from generator.model.findings import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.comparison import Naming
    from generator.model.corpus import Happening

MOST = 40
"""Most groups of one row that a happening is held against."""


class Joined(NamedTuple):
    """What one event is taken to be besides itself."""

    naming: str
    others: tuple[str, ...]
    articles: frozenset[str]
    doubtful: bool


def join_events(namings: Iterable[Naming], happenings: Sequence[Happening]) -> dict[str, Joined]:
    """By id of the happening that says most; only where a further article has it by a row of names."""
    by_id = {one.id: one for one in happenings}
    found: dict[str, Joined] = {}
    taken: set[str] = set()
    for row in namings:
        if row.kind is not Referent.EVENT:
            continue
        held = [by_id[key] for key in row.happenings if key in by_id and key not in taken]
        groups = _groups(held)
        for group in groups:
            first = min(group, key=_rank)
            reported = {report.article for one in group for report in one.reports}
            # Words alone are given to a happening only where the row has no other that they could mean.
            named = {one.article for one in row.wordings} if len(groups) == 1 else set()
            if len(reported | named) > len({report.article for report in first.reports}):
                others = tuple(one.id for one in group if one is not first)
                found[first.id] = Joined(row.id, others, frozenset(reported | named), row.doubtful)
                taken.update(one.id for one in group)
    return found


def _groups(held: Sequence[Happening]) -> list[list[Happening]]:
    groups: list[list[Happening]] = []
    for one in held:
        group = next((ones for ones in groups[-MOST:] if all(_agree(one, other) for other in ones)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _agree(one: Happening, other: Happening) -> bool:
    """Whether nothing that is known of both speaks against one deed."""
    sides = ((one.agent, other.agent), (one.patient, other.patient))
    if any(a and b and a != b for a, b in sides) or one.quad != other.quad:
        return False
    if (one.modality is Modality.NEGATED) is not (other.modality is Modality.NEGATED):
        return False
    if one.date is None or other.date is None or not one.date.lo or not other.date.lo:
        return True
    return one.date.lo <= (other.date.hi or other.date.lo) and other.date.lo <= (one.date.hi or one.date.lo)


def _rank(one: Happening) -> tuple[bool, bool, int, str]:
    """Certain ones first, then those told as done, then those whose sides are known."""
    told = one.modality in (Modality.ASSERTED, Modality.REPORTED)
    return not one.confident, not told, -sum(side is not None for side in (one.agent, one.patient)), one.id
