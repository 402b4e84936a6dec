"""Numbers of several articles that can be held against each other.

In: quantities, actors, dates of publication. Out: `NumberGroup` records. Two numbers are comparable where what is counted,
unit, deed and owner agree, an actor stands beside both, no date and no place keeps them apart, and no article gives two
values that exclude each other: then there is more than one thing to count.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.lexicons import read_sections
from generator.model.comparison import NumberGroup
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.article import Span
    from generator.model.comparison import Quantity
    from generator.model.corpus import Corpus
    from generator.model.findings import DateRef

APART = dt.timedelta(days=14)
"""Articles published further apart count at other times; so do numbers whose own dates are further apart."""
MAIN = 3
"""Actors of an article that stand for its subject where the sentence of a number names none."""
CROWD = 200
"""Most quantities of one kind beside one actor that are compared."""
LOCATED = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.PLACE})


class _Scene(NamedTuple):
    """What is known of the articles of the numbers."""

    published: Mapping[str, dt.date | None]
    main: Mapping[str, tuple[str, ...]]
    opening: Mapping[str, frozenset[str]]
    """Places and states in headline and first sentence."""
    dates: Mapping[tuple[str, Span], DateRef]
    unnamed: frozenset[str]
    located: frozenset[str]


def gather_numbers(quantities: Sequence[Quantity], corpus: Corpus) -> tuple[NumberGroup, ...]:
    """Groups of at least two articles; those that differ first, then by number of articles."""
    order = {one.id: number for number, one in enumerate(quantities)}
    scene = _scene(corpus)
    blocks: dict[tuple[str | None, str | None, str | None, str], list[Quantity]] = defaultdict(list)
    for one in quantities:
        if one.counted is None or (one.unit is None and one.done is None):
            continue
        key = (one.counted, one.unit, same_deed(one.done))
        named = [actor for actor in one.actors if actor not in scene.unnamed]
        for actor in named or scene.main.get(one.article, ()):
            blocks[(*key, actor)].append(one)
    found: dict[tuple[str, ...], tuple[list[Quantity], list[str]]] = {}
    for (*_, actor), ones in blocks.items():
        for group in _comparable(ones[:CROWD], scene):
            if len({one.article for one in group}) > 1 and _one_subject(group):
                ids = tuple(one.id for one in group)
                found.setdefault(ids, (group, []))[1].append(actor)
    groups = [_group(group, actors) for group, actors in _largest(found)]
    return tuple(
        sorted(
            groups, key=lambda one: (not one.differ, -len(one.quantities), order[one.quantities[0]], one.id)
        )
    )


def same_deed(verb: str | None) -> str | None:
    """One word for verbs that say the same of those who are counted ("die", "dead", "kill")."""
    section = read_sections("en", "outcomes").get(verb or "")
    return section if section is not None else verb


def _outcome(verb: str | None) -> str | None:
    return read_sections("en", "outcomes").get(verb or "")


def _scene(corpus: Corpus) -> _Scene:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    ends = {
        one.article: one.sentences[min(1, len(one.sentences) - 1)].span[1]
        for one in corpus.findings
        if one.sentences
    }
    titles = {article.id: article.title.casefold() for article in corpus.articles}
    opening: dict[str, set[str]] = defaultdict(set)
    for actor in corpus.actors:
        for mention in actor.mentions:
            article = mention.evidence.article
            counts[article][actor.id] += 1
            if actor.kind in LOCATED and (
                mention.evidence.span[0] < ends.get(article, 0)
                or mention.evidence.quote.casefold() in titles[article]
            ):
                opening[article].add(actor.id)
    return _Scene(
        published={article.id: article.published for article in corpus.articles},
        main={
            article: tuple(actor for actor, _ in count.most_common(MAIN)) for article, count in counts.items()
        },
        opening={article: frozenset(ids) for article, ids in opening.items()},
        dates={(one.article, date.span): date for one in corpus.findings for date in one.dates},
        # Unnamed groups are most often what is counted: "delegates" do not tell which election it was.
        unnamed=frozenset(
            one.id for one in corpus.actors if one.kind is ActorKind.GROUP and one.affiliation is None
        ),
        located=frozenset(one.id for one in corpus.actors if one.kind in LOCATED),
    )


def _comparable(ones: Iterable[Quantity], scene: _Scene) -> Iterator[list[Quantity]]:
    """Parts of a block in which everything fits everything; the first one that a number fits takes it."""
    parts: list[list[Quantity]] = []
    for one in ones:
        part = next((part for part in parts if all(_fits(one, other, scene) for other in part)), None)
        if part is None:
            parts.append([one])
        else:
            part.append(one)
    yield from parts


def _fits(one: Quantity, other: Quantity, scene: _Scene) -> bool:
    """Whether nothing says that two numbers belong to two subjects."""
    if one.holder and other.holder and one.holder != other.holder:
        return False
    first, second = scene.published[one.article], scene.published[other.article]
    if first is not None and second is not None and abs(first - second) > APART:
        return False
    if _dated_apart(_date(one, scene), _date(other, scene)):
        return False
    if one.article == other.article or (one.lo, one.hi) == (other.lo, other.hi):
        return True
    here, there = (scene.located & set(each.actors) for each in (one, other))
    return not _elsewhere(here, there) and not _elsewhere(
        scene.opening.get(one.article, frozenset()), scene.opening.get(other.article, frozenset())
    )


def _elsewhere(here: frozenset[str], there: frozenset[str]) -> bool:
    """True where each names a place that the other does not: two counties are two counts."""
    return bool(here - there) and bool(there - here)


def _date(one: Quantity, scene: _Scene) -> DateRef | None:
    return scene.dates.get((one.article, one.date_evidence.span)) if one.date_evidence is not None else None


def _dated_apart(one: DateRef | None, other: DateRef | None) -> bool:
    if one is None or other is None or one.lo is None or other.lo is None:
        return False
    return max(one.lo - (other.hi or other.lo), other.lo - (one.hi or one.lo)) > APART


def _one_subject(group: Sequence[Quantity]) -> bool:
    """False where one article gives values that exclude each other."""
    by_article: dict[str, list[Quantity]] = defaultdict(list)
    for one in group:
        by_article[one.article].append(one)
    return all(_one_value(ones) for ones in by_article.values())


def _one_value(ones: Sequence[Quantity]) -> bool:
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
        done=_outcome(first.done),
        actors=tuple(actors),
        quantities=tuple(one.id for one in group),
        differ=not _one_value(group),
        rule=f"same noun “{first.counted}”{said}, an actor in common",
    )
