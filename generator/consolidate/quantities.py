"""The number ledger: every number with what it counts, who says it and as of when, and those that can be compared.

In: amounts, statements, dates, resolved mentions. Out: `Quantity` and `NumberGroup` records. Two numbers are comparable where
noun, unit and verb agree, an actor stands beside both, and no article gives two values that exclude each other: then there is
more than one thing to count.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.lexicons import read_sections
from generator.model.comparison import NumberGroup, Quantity
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.article import Span
    from generator.model.corpus import ActorStatement, Corpus
    from generator.model.findings import Amount

APART = dt.timedelta(days=14)
"""Articles published further apart count at other times."""
MAIN = 3
"""Actors of an article that stand for its subject where the sentence of a number names none."""
CROWD = 200
"""Most quantities of one kind beside one actor that are compared."""


def gather_quantities(corpus: Corpus, places: Places, sources: Sources) -> tuple[Quantity, ...]:
    """All amounts in the order of articles and text."""
    said: dict[str, list[tuple[Span, ActorStatement]]] = defaultdict(list)
    for statement in corpus.statements:
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
        speaker=statement.speaker if statement else None,
        actors=tuple(dict.fromkeys(one.actor for one in places.within(article, sentence.span))),
        rule=amount.rule,
    )


def statement_at(said: Sequence[tuple[Span, ActorStatement]], offset: int) -> ActorStatement | None:
    """The statement in whose content a character lies; `said` is sorted by span."""
    number = bisect_right(said, offset, key=lambda pair: pair[0][0]) - 1
    for (start, end), statement in reversed(said[max(0, number - 3) : number + 1]):
        if start <= offset < end:
            return statement
    return None


def gather_numbers(quantities: Sequence[Quantity], corpus: Corpus) -> tuple[NumberGroup, ...]:
    """Groups of at least two articles; those that differ first, then by number of articles."""
    places = {article.id: number for number, article in enumerate(corpus.articles)}
    published = {article.id: article.published for article in corpus.articles}
    main = _main_actors(corpus)
    # Unnamed groups are most often what is counted: "delegates" do not tell which election it was.
    unnamed = {
        actor.id for actor in corpus.actors if actor.kind is ActorKind.GROUP and actor.affiliation is None
    }
    blocks: dict[tuple[str | None, str | None, str | None, str], list[Quantity]] = defaultdict(list)
    for one in quantities:
        key = (one.counted, one.unit, same_deed(one.done))
        if one.counted is None or (one.unit is None and one.done is None):
            continue
        named = [actor for actor in one.actors if actor not in unnamed]
        for actor in named or main.get(one.article, ()):
            blocks[(*key, actor)].append(one)
    found: dict[tuple[str, ...], tuple[list[Quantity], list[str]]] = {}
    for (*_, actor), ones in blocks.items():
        for group in _near(ones[:CROWD], published):
            if len({one.article for one in group}) > 1 and _one_subject(group):
                ids = tuple(one.id for one in group)
                found.setdefault(ids, (group, []))[1].append(actor)
    groups = [_group(group, actors) for group, actors in _largest(found)]
    return tuple(
        sorted(
            groups,
            key=lambda one: (
                not one.differ,
                -len(one.quantities),
                min(places[each.article] for each in quantities if each.id == one.quantities[0]),
                one.id,
            ),
        )
    )


def same_deed(verb: str | None) -> str | None:
    """One word for verbs that say the same of those who are counted ("die", "dead", "kill")."""
    section = read_sections("en", "outcomes").get(verb or "")
    return section if section is not None else verb


def _main_actors(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in corpus.actors:
        for mention in actor.mentions:
            counts[mention.evidence.article][actor.id] += 1
    return {
        article: tuple(actor for actor, _ in count.most_common(MAIN)) for article, count in counts.items()
    }


def _near(ones: Sequence[Quantity], published: Mapping[str, dt.date | None]) -> Iterator[list[Quantity]]:
    """Parts of a block whose articles were published close to each other; undated articles stay together."""
    dated = sorted(
        (day, place) for place, one in enumerate(ones) if (day := published[one.article]) is not None
    )
    rest = [one for one in ones if published[one.article] is None]
    part: list[int] = []
    last: dt.date | None = None
    for day, place in dated:
        if last is not None and day - last > APART:
            yield [ones[number] for number in sorted(part)]
            part = []
        part.append(place)
        last = day
    first = [ones[number] for number in sorted(part)]
    yield (
        [one for one in ones if one in first or one in rest]
        if not dated or len(part) == len(dated)
        else first
    )
    if rest and len(part) != len(dated):
        yield rest


def _one_subject(group: Sequence[Quantity]) -> bool:
    """False where one article gives values that exclude each other."""
    by_article: dict[str, list[Quantity]] = defaultdict(list)
    for one in group:
        by_article[one.article].append(one)
    return all(_fit(ones) for ones in by_article.values())


def _fit(ones: Sequence[Quantity]) -> bool:
    """Whether one value fits all of them."""
    low = max((one.lo for one in ones if one.lo is not None), default=None)
    high = min((one.hi for one in ones if one.hi is not None), default=None)
    return low is None or high is None or low <= high


def _largest(
    found: Mapping[tuple[str, ...], tuple[list[Quantity], list[str]]],
) -> Iterator[tuple[list[Quantity], list[str]]]:
    """Each quantity in one group only: the one with most articles."""
    taken: set[str] = set()
    order = sorted(found.items(), key=lambda item: (-len({one.article for one in item[1][0]}), item[0]))
    for ids, group in order:
        if not taken & set(ids):
            taken |= set(ids)
            yield group


def _group(group: Sequence[Quantity], actors: Sequence[str]) -> NumberGroup:
    first = group[0]
    digest = hashlib.sha256(first.id.encode()).hexdigest()
    said = f", “{first.done}”" if first.done else ""
    return NumberGroup(
        id=f"ng-{digest[:10]}",
        counted=first.counted,
        unit=first.unit,
        done=first.done,
        actors=tuple(actors),
        quantities=tuple(one.id for one in group),
        differ=not _fit(group),
        rule=f"same noun “{first.counted}”{said}, an actor in common",
    )
