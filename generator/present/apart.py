"""What one article has that others lack, what it lacks, and which articles are near it.

In: coverage, pairs and related articles. Out: what stands on an article's page, and three facts for the overview. With many
articles only those near to one say what it leaves out: what far ones tell is another subject.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.comparison import Share, Thing
from generator.present.addresses import COMPARISON, DATA
from generator.present.covered import Item, Kind, list_kinds, read_item, telling
from generator.present.differences import DifferenceLine, line_difference
from generator.present.emphasis import Beginning, read_beginning
from generator.present.evidence import name_article
from generator.present.happenings import told_in
from generator.present.items import shorten_line
from generator.present.namings import NamingRow, telling_contrasts

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.model.comparison import Covered
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

LISTED = 10
"""Most things of a kind on an article's page."""
TWO = 2
"""Articles that are held against each other whatever they share."""
NEAR = 5
"""Nearest articles that say what one leaves out."""
TOLD = 2
"""Subjects told differently, at a glance."""
SHOWN = 3
"""Names, and facts, at a glance."""
BRIEF = 110
"""Most characters of a statement at a glance."""
FACTS = (Thing.EVENT, Thing.STATEMENT)
"""What counts as a fact that only one article has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """An article near to another one."""

    title: str
    url: str
    beside: str | None
    """Address of the page on which both stand side by side."""
    shared: tuple[tuple[int, str], ...]
    """How many actors, keywords and quotations both have, with the word in the singular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """An article among the others."""

    others: int
    """Number of other articles that are no copies of it."""
    compared: bool
    """False where nothing was found in any article that could be compared."""
    copies: tuple[Nearby, ...]
    """Near copies of it."""
    beginning: Beginning | None
    only: tuple[Kind, ...]
    missing: tuple[Kind, ...]
    among: int
    """Number of articles in which `missing` was looked for."""
    independent: bool
    """True where numbers of articles leave out copies."""
    related: tuple[Nearby, ...]
    comparison_url: str
    data_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that one article alone tells."""

    item: Item
    article: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """Where the articles differ, in a few lines."""

    differences: tuple[DifferenceLine, ...]
    """Subjects of which they tell different things."""
    contrasts: tuple[NamingRow, ...]
    columns: tuple[tuple[str, str], ...]
    """Title and address of each article, where all contrasts are between the same ones; each has its cells in this order."""
    facts: tuple[Fact, ...]
    url: str


def read_apart(article: str, briefing: Briefing, place: Place) -> Apart:
    """The article's part of the comparison."""
    known = briefing.comparing
    first = known.made.stands_for.get(article, article)
    group = known.groups.get(article)
    near = [other for other, _ in known.related.get(first, ()) if other in known.order]
    others = [one for one in known.originals if one != first]
    among = others if len(known.originals) == TWO else near[:NEAR]
    own = {(thing.kind, thing.id) for thing in known.covered_in.get(article, ())}
    alone = [thing for thing in known.covered_in.get(article, ()) if thing.share is Share.ONE]
    missing = _missing(among, own, briefing)
    return Apart(
        others=len(others),
        compared=bool(known.made.coverage),
        copies=tuple(
            _nearby(article, other, briefing, place)
            for other in (group.articles if group else ())
            if other != article
        ),
        beginning=read_beginning(article, briefing, place),
        only=list_kinds(_ranked(alone, briefing), briefing, place, most=LISTED, within=(article,)),
        missing=list_kinds(missing, briefing, place, most=LISTED, within=among),
        among=len(among),
        independent=known.apart,
        related=tuple(_nearby(first, other, briefing, place) for other in near[:NEAR]),
        comparison_url=place.to(COMPARISON),
        data_url=place.to(DATA),
    )


def only_here(article: str, other: str, briefing: Briefing, place: Place, most: int) -> tuple[Kind, ...]:
    """What stands in one of two articles and not in the other."""
    theirs = {(thing.kind, thing.id) for thing in briefing.comparing.covered_in.get(other, ())}
    found = [
        thing
        for thing in briefing.comparing.covered_in.get(article, ())
        if (thing.kind, thing.id) not in theirs
    ]
    return list_kinds(_ranked(found, briefing), briefing, place, most=most, within=(article,))


def lone_facts(
    briefing: Briefing, place: Place, most: int, taken: Collection[tuple[str, str]] = ()
) -> tuple[Fact, ...]:
    """Events and statements of one article alone, the most telling of each article in turn.

    What stands in a sentence (article, id) that is taken is left out.
    """
    known = briefing.comparing
    found = [
        thing
        for thing in known.made.coverage
        if thing.kind in FACTS
        and thing.share is Share.ONE
        and telling(thing, briefing)[0]
        and _spot(thing, briefing) not in taken
    ]
    ranked: list[tuple[int, int, int, Covered, str]] = []
    seen: Counter[str] = Counter()
    of_kind: Counter[Thing] = Counter()
    for thing in sorted(found, key=lambda one: -telling(one, briefing)[1]):
        article = next(iter(known.made.witnesses(thing.articles)))
        ranked.append((seen[article], of_kind[thing.kind], len(ranked), thing, article))
        seen[article] += 1
        of_kind[thing.kind] += 1
    facts = []
    for _, _, _, thing, article in sorted(ranked, key=lambda one: one[:3])[:most]:
        item = read_item(thing, briefing, place)
        if item:
            if item.said:
                item = replace(item, said=shorten_line(item.said, BRIEF))
            title = name_article(briefing.articles[article])
            facts.append(Fact(item=item, article=title, url=place.article(article)))
    return tuple(facts)


def _spot(thing: Covered, briefing: Briefing) -> tuple[str, str] | None:
    """Article and sentence of a statement or an event."""
    if thing.kind is Thing.STATEMENT:
        said = briefing.statements.get(thing.id)
        return (said.article, said.content[0].sentence) if said and said.content else None
    happening = briefing.deeds.by_id.get(thing.id)
    trigger = told_in(happening).trigger if happening else None
    return (trigger.article, trigger.sentence) if trigger else None


def differ_at_a_glance(briefing: Briefing, place: Place, taken: Collection[tuple[str, str]]) -> Glance | None:
    """Two subjects told differently, three things named so, three facts of one article; `None` where there are none.

    What stands on the page already, in a sentence that is taken, is no fact here.
    """
    contrasts = telling_contrasts(briefing, place, SHOWN)
    facts = lone_facts(briefing, place, SHOWN, taken)
    told = sorted(briefing.comparing.made.differences, key=lambda one: one.doubtful)[:TOLD]
    if not told and not contrasts and not facts:
        return None
    rows, columns = _line_up(contrasts)
    differences = tuple(line_difference(one, briefing, place) for one in told)
    return Glance(
        differences=differences, contrasts=rows, columns=columns, facts=facts, url=place.to(COMPARISON)
    )


def _line_up(rows: tuple[NamingRow, ...]) -> tuple[tuple[NamingRow, ...], tuple[tuple[str, str], ...]]:
    """The rows with their cells in one order and the articles of these, where several are about the same; else as they were."""
    lined = tuple(replace(row, cells=tuple(sorted(row.cells, key=lambda cell: cell.url))) for row in rows)
    heads = {tuple((cell.article, cell.url) for cell in row.cells) for row in lined}
    return (lined, heads.pop()) if len(heads) == 1 and len(rows) > 1 else (rows, ())


def _missing(among: list[str], own: set[tuple[Thing, str]], briefing: Briefing) -> list[Covered]:
    """What the others tell, most widely told first; doubtful events and what nobody says are no gaps."""
    told: Counter[tuple[Thing, str]] = Counter()
    things: dict[tuple[Thing, str], Covered] = {}
    for other in among:
        for thing in briefing.comparing.covered_in.get(other, ()):
            key = thing.kind, thing.id
            if key not in own:
                told[key] += 1
                things[key] = thing
    firm = {key: telling(thing, briefing) for key, thing in things.items()}
    order = sorted(
        (key for key in things if firm[key][0]),
        key=lambda key: (-told[key], -firm[key][1]),
    )
    return [things[key] for key in order]


def _ranked(things: list[Covered], briefing: Briefing) -> list[Covered]:
    """What says most by itself first; where equal, in the order given."""
    weights = {id(one): telling(one, briefing) for one in things}
    return sorted(things, key=lambda one: (not weights[id(one)][0], -weights[id(one)][1]))


def _nearby(article: str, other: str, briefing: Briefing, place: Place) -> Nearby:
    pair = briefing.comparing.pair(article, other)
    shared = (
        ((len(pair.actors), "actor"), (len(pair.topics), "keyword"), (len(pair.statements), "quotation"))
        if pair
        else ()
    )
    return Nearby(
        title=name_article(briefing.articles[other]),
        url=place.article(other),
        beside=place.pair(pair.a, pair.b) if pair else None,
        shared=tuple(one for one in shared if one[0]),
    )
