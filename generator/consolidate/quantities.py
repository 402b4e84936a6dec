"""The number ledger: every number with what it counts, who says it and as of when.

In: amounts, statements, dates, resolved mentions. Out: `Quantity` records. Which of them can be held against each other is
another matter, in `numbers`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.model.comparison import Quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.article import Span
    from generator.model.corpus import ActorStatement, Corpus
    from generator.model.findings import Amount
INTENT = frozenset({"infinitive", "gerund"})
"""Constructions that tell what somebody means to do ("agreed to leave"): the words are the article's."""


def gather_quantities(corpus: Corpus, places: Places, sources: Sources) -> tuple[Quantity, ...]:
    """All amounts in the order of articles and text."""
    said: dict[str, list[tuple[Span, ActorStatement]]] = defaultdict(list)
    for statement in corpus.statements:
        if statement.rule not in INTENT:
            said[statement.article] += [(one.span, statement) for one in statement.content]
    for spans in said.values():
        spans.sort(key=lambda pair: pair[0])
    entries = {(one.evidence.article, one.evidence.span): one.id for one in corpus.timeline}
    return tuple(
        _quantity(one.article, amount, said.get(one.article, []), entries, places, sources)
        for one in corpus.findings
        for amount in one.amounts
    )


def _quantity(
    article: str,
    amount: Amount,
    said: Sequence[tuple[Span, ActorStatement]],
    entries: Mapping[tuple[str, Span], str],
    places: Places,
    sources: Sources,
) -> Quantity:
    statement = statement_at(said, amount.span[0])
    sentence = sources.whole_sentence(article, amount.span[0])
    given = places.at_head(article, amount.source) if amount.source is not None else None
    return Quantity(
        id=amount.id,
        article=article,
        lo=amount.lo,
        hi=amount.hi,
        unit=amount.unit,
        counted=amount.counted,
        done=amount.done,
        bound=amount.bound,
        evidence=sources.evidence(article, amount.span),
        counted_evidence=sources.evidence(article, amount.counted_span) if amount.counted_span else None,
        sentence=sentence,
        date_evidence=sources.evidence(article, amount.date) if amount.date else None,
        date=entries.get((article, amount.date)) if amount.date else None,
        statement=statement.id if statement else None,
        speaker=statement.speaker if statement else given.actor if given else None,
        actors=tuple(dict.fromkeys(one.actor for one in places.within(article, sentence.span))),
        rule=amount.rule,
        source_evidence=sources.evidence(article, amount.source) if amount.source else None,
        holder=amount.holder,
    )


def statement_at(said: Sequence[tuple[Span, ActorStatement]], offset: int) -> ActorStatement | None:
    """The statement in whose content a character lies; `said` is sorted by span."""
    number = bisect_right(said, offset, key=lambda pair: pair[0][0]) - 1
    for (start, end), statement in reversed(said[max(0, number - 3) : number + 1]):
        if start <= offset < end:
            return statement
    return None
