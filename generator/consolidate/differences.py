"""Where articles that tell of one subject say different things.

In: happenings, statements, numbers. Out: `Difference` records: other numbers, dates, doers, another modality, and what one
text asserts and another attributes. A subject is one because consolidation joined it; where only kind, other side and words
speak for it, the difference is doubtful.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.consolidate.claims import name_claims, sentence_claims
from generator.consolidate.happenings import alike
from generator.consolidate.modalities import told_otherwise
from generator.consolidate.quantities import INTENT, statement_at
from generator.consolidate.reported import (
    SAME_DEED,
    Told,
    apart_in_time,
    event_difference,
    other_side,
    other_words,
    overtaken,
    tells_same,
)
from generator.consolidate.sides import OWN, disjoint, make_difference, sides_of
from generator.model.comparison import Contrast, Difference
from generator.model.findings import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.article import Span
    from generator.model.comparison import ArticlePair, Naming, NumberGroup, Quantity
    from generator.model.corpus import ActorStatement, Corpus, Happening

CLOSE = dt.timedelta(days=7)
"""Days further apart are two deeds and not one that is dated differently."""
COMPARED = 30
"""Most happenings of one kind and side that one is compared with."""


def gather_differences(
    corpus: Corpus,
    quantities: Sequence[Quantity],
    numbers: Sequence[NumberGroup],
    namings: Sequence[Naming],
    pairs: Sequence[ArticlePair],
    places: Places,
    sources: Sources,
) -> tuple[Difference, ...]:
    """By kind, certain ones first."""
    said: dict[str, list[tuple[Span, ActorStatement]]] = defaultdict(list)
    for statement in corpus.statements:
        if statement.rule in INTENT:
            continue
        said[statement.article] += [(one.span, statement) for one in statement.content]
    for spans in said.values():
        spans.sort(key=lambda pair: pair[0])
    dates = {
        (one.article, event.id): found
        for one in corpus.findings
        for event in one.events
        for found in one.dates
        if event.date is not None and found.span == event.date
    }
    told = {
        happening.id: [
            Told(
                report,
                happening,
                dates.get((report.article, report.event)),
                statement_at(said[report.article], report.trigger.span[0]),
            )
            for report in happening.reports
        ]
        for happening in corpus.happenings
    }
    found = [
        *_numbers(quantities, numbers),
        *_inside(told.values(), places, sources),
        *_between(corpus.happenings, told, places, sources),
        *told_otherwise(corpus, told, places, sources),
        *name_claims(namings, said, places),
        *sentence_claims(corpus, pairs, places, sources),
    ]
    order = list(Contrast)
    single = {_place(one): one for one in reversed(found)}
    unique = {one.id: one for one in single.values()}
    return tuple(sorted(unique.values(), key=lambda one: (order.index(one.kind), one.doubtful, one.id)))


def _place(one: Difference) -> tuple[object, ...]:
    """Where it stands: what two sides do to each other, or a deed and the sentences that tell it, are one difference."""
    if one.kind not in {Contrast.ATTRIBUTION, Contrast.MODALITY}:
        return one.kind, one.id
    return one.kind, frozenset((held.article, held.sentence) for side in one.sides for held in side.evidence)


def _numbers(quantities: Sequence[Quantity], numbers: Sequence[NumberGroup]) -> Iterator[Difference]:
    by_id = {one.id: one for one in quantities}
    for group in numbers:
        if not group.differ:
            continue
        ones = [by_id[key] for key in group.quantities]
        sides = sides_of((one.evidence.quote, one.evidence.quote, one.evidence) for one in ones)
        if len(sides) > 1:
            made = make_difference(
                Contrast.NUMBER,
                group.id,
                " ".join(filter(None, (_plural(ones[0]), group.done))),
                group.actors,
                sides,
                group.rule,
            )
            # An actor in common does not make two counts of one thing: no text says that they are.
            yield replace(made, doubtful=True)


def _plural(one: Quantity) -> str:
    """What is counted, in the words of the text where they are a noun of its own ("12 soldiers")."""
    return one.counted_evidence.quote if one.counted_evidence is not None else one.counted or ""


def _inside(groups: Iterable[Sequence[Told]], places: Places, sources: Sources) -> Iterator[Difference]:
    """Reports that were joined to one happening and differ in modality, date or whose word it is."""
    for told in groups:
        if len({one.report.article for one in told}) < 2:
            continue
        rule = "one event: same class and actors, sentences alike"
        attributed = [(*_whose(one, places), one.report.trigger) for one in told]
        values = {value for value, _, _ in attributed}
        # What one article attributes and asserts itself is no difference between articles.
        own = [one for one, (value, *_) in zip(told, attributed, strict=True) if value == OWN]
        others = [one for one, (value, *_) in zip(told, attributed, strict=True) if value != OWN]
        if (
            OWN in values
            and len(values) > 1
            and disjoint(attributed)
            and any(tells_same(one, other, places, sources) for one in own for other in others)
        ):
            yield event_difference(Contrast.ATTRIBUTION, told[0].happening, sides_of(attributed), rule)
        weights = [
            (one.report.modality.value, one.report.modality.value, one.report.trigger)
            for one in told
            if one.report.modality is not Modality.REPORTED and not overtaken(one, told, sources)
        ]
        if len({value for value, _, _ in weights}) > 1 and disjoint(weights):
            yield event_difference(Contrast.MODALITY, told[0].happening, sides_of(weights), rule)


def _whose(told: Told, places: Places) -> tuple[str, str]:
    """Whose word it is that a deed was done: an actor's id and name, or the article's own words."""
    if told.statement is None:
        return (OWN, OWN) if told.report.modality is not Modality.REPORTED else ("reported", "reported")
    speaker = told.statement.speaker
    if speaker is not None:
        return speaker, places.actors[speaker].name
    words = told.statement.speaker_evidence
    return (words.quote, words.quote) if words is not None else ("reported", "reported")


def _between(
    happenings: Sequence[Happening], told: Mapping[str, Sequence[Told]], places: Places, sources: Sources
) -> Iterator[Difference]:
    """Happenings of one class against one side that differ in the doer, or in the day, and in nothing else."""
    blocks: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for one in happenings:
        side = other_side(one)
        if side is not None and one.modality in {Modality.ASSERTED, Modality.REPORTED}:
            blocks[one.kind, side].append(one)
    for ones in blocks.values():
        for number, one in enumerate(ones):
            for other in ones[max(0, number - COMPARED) : number]:
                yield from _two(other, one, told, places, sources)


def _two(
    one: Happening, other: Happening, told: Mapping[str, Sequence[Told]], places: Places, sources: Sources
) -> Iterator[Difference]:
    first, second = told[one.id][0], told[other.id][0]
    articles = {each.report.article for each in told[one.id]}
    if articles & {each.report.article for each in told[other.id]} or not (one.confident and other.confident):
        return
    apart = apart_in_time(one.date, other.date)
    same = one.agent == other.agent
    if (
        apart is None
        or (same and not dt.timedelta() < apart <= CLOSE)
        or (not same and (apart or not (one.agent and other.agent)))
    ):
        return
    if alike(other_words(first, places, sources), other_words(second, places, sources)) < SAME_DEED:
        return
    rule = "same class of event, same other side, sentences alike"
    if not same:
        sides = sides_of(
            (
                happening.agent or "",
                places.actors[happening.agent or ""].name,
                each.report.agent or each.report.trigger,
            )
            for happening in (one, other)
            for each in told[happening.id]
        )
        yield replace(event_difference(Contrast.AGENT, one, sides, rule), doubtful=True)
    else:
        sides = sides_of(
            (
                each.date.edtf or each.date.value or "",
                each.date.edtf or each.date.value or "",
                sources.evidence(each.report.article, each.date.span),
            )
            for happening, against in ((one, other.date), (other, one.date))
            for each in told[happening.id]
            if each.date is not None and apart_in_time(each.date, against)
        )
        if len(sides) > 1:
            yield replace(event_difference(Contrast.DATE, one, sides, f"{rule}, same doer"), doubtful=True)
