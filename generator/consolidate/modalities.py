"""Deeds that one article tells as done, and another as denied or as no more than a plan.

In: happenings with their reports. Out: `Difference` records of modality. Denied and done stand as two happenings, since they
are two reports of the world; they are held against each other where the same doer, the same other side and the same class
or verb speak for one deed, no day keeps them apart, and the sentences share further words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.consolidate.happenings import ALIKE, PUBLISHED_APART, alike
from generator.consolidate.matches import stem
from generator.consolidate.reported import (
    apart_in_time,
    event_difference,
    other_side,
    other_words,
    overtaken,
    tells_same,
)
from generator.consolidate.sides import sides_of
from generator.model.comparison import Contrast
from generator.model.findings import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.consolidate.reported import Told
    from generator.model.comparison import Difference
    from generator.model.corpus import Corpus, Happening

DONE = frozenset({Modality.ASSERTED, Modality.REPORTED})
NOT_DONE = frozenset({Modality.NEGATED, Modality.PLANNED})
UNDATED = 0.34
"""Least share of common words of two sentences (`SAME_DEED`) where one of them has no day."""
COMPARED = 30
"""Most happenings of one deed and its sides that one is compared with."""


def told_otherwise(
    corpus: Corpus, told: Mapping[str, Sequence[Told]], places: Places, sources: Sources
) -> Iterator[Difference]:
    """One difference for each deed that is told as done here and otherwise there."""
    blocks: dict[tuple[str, str, str], list[Happening]] = defaultdict(list)
    for one in corpus.happenings:
        side = other_side(one)
        if one.agent is not None and side is not None and one.modality in DONE | NOT_DONE:
            verbs = {stem(report.trigger.quote.casefold()) for report in one.reports}
            for key in sorted({one.kind, *verbs}):
                blocks[one.agent, side, key].append(one)
    seen: set[tuple[str, str]] = set()
    for ones in blocks.values():
        done = [one for one in ones if one.modality in DONE]
        for other in (one for one in ones if one.modality in NOT_DONE):
            for one in done[:COMPARED]:
                if (one.id, other.id) not in seen:
                    seen.add((one.id, other.id))
                    yield from _two(told[one.id], told[other.id], places, sources)


def _two(
    done: Sequence[Told], otherwise: Sequence[Told], places: Places, sources: Sources
) -> Iterator[Difference]:
    one, other = done[0].happening, otherwise[0].happening
    # An article that states the deed itself and adds that it is denied takes no other side than one that states it.
    stating = {each.report.article for each in done if each.report.modality is Modality.ASSERTED}
    kept = [
        each
        for each in otherwise
        if each.report.article not in stating and not overtaken(each, done, sources)
    ]
    against = {each.report.article for each in kept}
    if not kept or not {each.report.article for each in done} - against:
        return
    apart = apart_in_time(one.date, other.date)
    words, others = (other_words(each[0], places, sources) for each in (done, kept))
    common = alike(words, others)
    if apart is None:
        if common < UNDATED or _published_apart(done[0], kept[0], sources):
            return
    elif apart or not tells_same(done[0], kept[0], places, sources):
        return
    sides = sides_of(
        (each.report.modality.value, each.report.modality.value, each.report.trigger)
        for each in (*done, *kept)
    )
    found = event_difference(
        Contrast.MODALITY, one, sides, "same doer, same other side, same deed, sentences alike"
    )
    yield replace(found, doubtful=apart is None or common < ALIKE)


def _published_apart(one: Told, other: Told, sources: Sources) -> bool:
    first, second = (sources.articles[each.report.article].published for each in (one, other))
    return first is not None and second is not None and abs(first - second) > PUBLISHED_APART
