"""Where articles that tell of one subject say different things.

In: happenings, statements, numbers. Out: `Difference` records: other numbers, dates, doers, another modality, and what one
text asserts and another attributes. A subject is one because consolidation joined it; where only kind, other side and words
speak for it, the difference is doubtful.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.consolidate.claims import name_claims, sentence_claims
from generator.consolidate.happenings import WIDE, alike, words_of_sentence
from generator.consolidate.quantities import INTENT, statement_at
from generator.consolidate.sides import OWN, disjoint, make_difference, sides_of
from generator.model.comparison import Contrast, Difference, Side
from generator.model.findings import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.article import Span
    from generator.model.comparison import ArticlePair, Naming, NumberGroup, Quantity
    from generator.model.corpus import ActorStatement, Corpus, Happening, Report
    from generator.model.findings import DateRef

CLOSE = dt.timedelta(days=7)
"""Days further apart are two deeds and not one that is dated differently."""
SAME_DEED = 0.2
"""Least share of common words (Jaccard) of two sentences about one deed whose doer or day differs, beside those that name
the deed, its sides and its day: these are the same, or differ, in every two that are compared."""
COMPARED = 30
"""Most happenings of one kind and side that one is compared with."""


class _Told(NamedTuple):
    """One report with its happening, date and who is made to say it."""

    report: Report
    happening: Happening
    date: DateRef | None
    statement: ActorStatement | None


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
            _Told(
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
        *_inside(told.values(), places),
        *_between(corpus.happenings, told, places, sources),
        *name_claims(namings, said, places),
        *sentence_claims(corpus, pairs, said, places, sources),
    ]
    order = list(Contrast)
    unique = {one.id: one for one in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (order.index(one.kind), one.doubtful, one.id)))


def _numbers(quantities: Sequence[Quantity], numbers: Sequence[NumberGroup]) -> Iterator[Difference]:
    by_id = {one.id: one for one in quantities}
    for group in numbers:
        if not group.differ:
            continue
        ones = [by_id[key] for key in group.quantities]
        sides = sides_of((one.evidence.quote, one.evidence.quote, one.evidence) for one in ones)
        if len(sides) > 1:
            counted = ones[0].counted_evidence
            made = make_difference(
                Contrast.NUMBER,
                group.id,
                counted.quote if counted is not None else group.counted or "",
                group.actors,
                sides,
                group.rule,
            )
            # An actor in common does not make two counts of one thing: no text says that they are.
            yield replace(made, doubtful=True)


def _inside(groups: Iterable[Sequence[_Told]], places: Places) -> Iterator[Difference]:
    """Reports that were joined to one happening and differ in modality, date or whose word it is."""
    for told in groups:
        if len({one.report.article for one in told}) < 2:
            continue
        rule = "one event: same class and actors, sentences alike"
        attributed = [(*_whose(one, places), one.report.trigger) for one in told]
        values = {value for value, _, _ in attributed}
        # What one article attributes and asserts itself is no difference between articles.
        if OWN in values and len(values) > 1 and disjoint(attributed):
            yield _event(Contrast.ATTRIBUTION, told[0].happening, sides_of(attributed), rule)
        weights = [
            (one.report.modality.value, one.report.modality.value, one.report.trigger)
            for one in told
            if one.report.modality is not Modality.REPORTED
        ]
        if len({value for value, _, _ in weights}) > 1 and disjoint(weights):
            yield _event(Contrast.MODALITY, told[0].happening, sides_of(weights), rule)


def _whose(told: _Told, places: Places) -> tuple[str, str]:
    """Whose word it is that a deed was done: an actor's id and name, or the article's own words."""
    if told.statement is None:
        return (OWN, OWN) if told.report.modality is not Modality.REPORTED else ("reported", "reported")
    speaker = told.statement.speaker
    if speaker is not None:
        return speaker, places.actors[speaker].name
    words = told.statement.speaker_evidence
    return (words.quote, words.quote) if words is not None else ("reported", "reported")


def _between(
    happenings: Sequence[Happening], told: Mapping[str, Sequence[_Told]], places: Places, sources: Sources
) -> Iterator[Difference]:
    """Happenings of one class against one side that differ in the doer, or in the day, and in nothing else."""
    blocks: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for one in happenings:
        if one.patient is not None and one.modality in {Modality.ASSERTED, Modality.REPORTED}:
            blocks[one.kind, one.patient].append(one)
    for ones in blocks.values():
        for number, one in enumerate(ones):
            for other in ones[max(0, number - COMPARED) : number]:
                yield from _two(other, one, told, places, sources)


def _two(
    one: Happening, other: Happening, told: Mapping[str, Sequence[_Told]], places: Places, sources: Sources
) -> Iterator[Difference]:
    first, second = told[one.id][0], told[other.id][0]
    articles = {each.report.article for each in told[one.id]}
    if articles & {each.report.article for each in told[other.id]} or not (one.confident and other.confident):
        return
    apart = _apart(one.date, other.date)
    same = one.agent == other.agent
    if (
        apart is None
        or (same and not dt.timedelta() < apart <= CLOSE)
        or (not same and (apart or not (one.agent and other.agent)))
    ):
        return
    if alike(_other_words(first, places, sources), _other_words(second, places, sources)) < SAME_DEED:
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
        yield replace(_event(Contrast.AGENT, one, sides, rule), doubtful=True)
    else:
        sides = sides_of(
            (
                each.date.edtf or each.date.value or "",
                each.date.edtf or each.date.value or "",
                sources.evidence(each.report.article, each.date.span),
            )
            for happening, against in ((one, other.date), (other, one.date))
            for each in told[happening.id]
            if each.date is not None and _apart(each.date, against)
        )
        if len(sides) > 1:
            yield replace(_event(Contrast.DATE, one, sides, f"{rule}, same doer"), doubtful=True)


def _other_words(told: _Told, places: Places, sources: Sources) -> frozenset[str]:
    """The words of a sentence that name neither the deed nor its sides nor its day."""
    trigger, article = told.report.trigger, told.report.article
    named = [trigger.quote]
    named += [places.actors[one].name for one in (told.happening.agent, told.happening.patient) if one]
    named += [sources.evidence(article, told.date.span).quote] if told.date is not None else []
    return words_of_sentence(sources.whole_sentence(article, trigger.span[0]).quote) - words_of_sentence(
        " ".join(named)
    )


def _apart(one: DateRef | None, other: DateRef | None) -> dt.timedelta | None:
    """Time between two dates, nothing for dates that overlap; `None` where one is not known well enough."""
    if one is None or other is None or one.lo is None or other.lo is None:
        return None
    one_end, other_end = one.hi or one.lo, other.hi or other.lo
    if max(one_end - one.lo, other_end - other.lo) > WIDE:
        return None
    return max(one.lo - other_end, other.lo - one_end, dt.timedelta())


def _event(kind: Contrast, happening: Happening, sides: tuple[Side, ...], rule: str) -> Difference:
    actors = tuple(one for one in (happening.agent, happening.patient) if one is not None)
    return make_difference(kind, happening.id, happening.reports[0].trigger.quote, actors, sides, rule)
