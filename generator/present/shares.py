"""In how many articles things stand: in all, in several, in one, and where they differ.

In: coverage of the corpus. Out: for each kind of thing the four numbers, and the things themselves: those of all and of
several articles together, those of one article under its name while the articles are few.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.comparison import Contrast, Referent, Share, Thing
from generator.present.comparing import KINDS
from generator.present.covered import Item, list_kinds, telling
from generator.present.differences import others
from generator.present.evidence import name_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.comparison import Covered
    from generator.model.corpus import Evidence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

LISTED = 24
"""Most things of one kind in one bin."""
TOLD, NAMED = "told-differently", "named-differently"
"""Sections of the page that list what differs."""
ALONE = 8
"""The same of one article alone; its own page and the data files have more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Things of one kind that stand in so many articles."""

    share: str
    article: str | None
    """Title of the one article that has them; `None` for several."""
    url: str | None
    total: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBlock:
    """One kind of thing."""

    key: str
    heading: str
    everywhere: int
    several: int
    one: int
    differ: int
    """Things on which articles differ."""
    url: str | None
    """Where they are listed, on the same page."""
    differ_url: str | None
    bins: tuple[Bin, ...]


def share_blocks(briefing: Briefing, place: Place) -> tuple[ShareBlock, ...]:
    """Every kind of which there is anything."""
    known = briefing.comparing
    held: dict[Thing, list[Covered]] = {kind: [] for kind in KINDS}
    for thing in known.made.coverage:
        held[thing.kind].append(thing)
    differ = _differing(briefing)
    blocks = []
    for kind, things in held.items():
        if not things:
            continue
        counts = Counter(thing.share for thing in things)
        bins = _bins(things, briefing, place)
        blocks.append(
            ShareBlock(
                key=kind.value,
                heading=KINDS[kind],
                everywhere=counts[Share.ALL],
                several=counts[Share.SEVERAL],
                one=counts[Share.ONE],
                differ=len(differ[kind]),
                url=f"#covered-{kind.value}" if bins else None,
                differ_url=f"#{TOLD if kind in (Thing.EVENT, Thing.STATEMENT, Thing.DATE) else NAMED}"
                if differ[kind]
                else None,
                bins=bins,
            )
        )
    numbers = _numbers(briefing) if blocks else None
    return (*blocks, numbers) if numbers else tuple(blocks)


def _differing(briefing: Briefing) -> defaultdict[Thing, set[str]]:
    """Ids of things told differently; actors and places, of those named differently. Keywords are the same words."""
    known, differ = briefing.comparing, defaultdict[Thing, set[str]](set)
    events = {key: one.id for one in known.made.coverage for key in (one.id, one.naming, *one.joined) if key}
    for one in known.made.differences:
        if one.thing in events:
            differ[Thing.EVENT].add(events[one.thing])
        for held in (evidence for side in one.sides for evidence in side.evidence):
            if one.kind is Contrast.ATTRIBUTION:
                differ[Thing.STATEMENT].update(_statements_at(held, briefing))
            elif one.kind is Contrast.DATE:
                entries = (e for e in briefing.dates_in.get(held.article, ()) if e.evidence.span == held.span)
                differ[Thing.DATE].update(known.same_date(entry.id)[0].id for entry in entries)
    for row in known.contrasts():
        if row.kind is not Referent.EVENT:
            differ[Thing.PLACE if row.kind is Referent.PLACE else Thing.ACTOR].add(row.id)
    return differ


def _statements_at(held: Evidence, briefing: Briefing) -> Iterator[str]:
    """Ids of the statements in which the words stand; a quotation that several articles repeat is one."""
    for one in briefing.statements_in.get(held.article, ()):
        if any(part.span[0] <= held.span[0] and held.span[1] <= part.span[1] for part in one.content):
            yield one.same_as or one.id


def _numbers(briefing: Briefing) -> ShareBlock | None:
    """The numbers: comparable ones are one thing, any other stands in one article."""
    made, originals = briefing.comparing.made, set(briefing.comparing.originals)
    alone = len(others(briefing))
    if not made.numbers and not alone:
        return None
    held = briefing.comparing.quantities
    spread = [{held[key].article for key in group.quantities} & originals for group in made.numbers]
    return ShareBlock(
        key="number",
        heading="Numbers",
        everywhere=sum(originals <= found for found in spread),
        several=sum(len(found) > 1 and not originals <= found for found in spread),
        one=alone + sum(len(found) < 2 for found in spread),
        differ=sum(group.differ for group in made.numbers),
        url="#numbers",
        differ_url=f"#{TOLD}" if any(group.differ for group in made.numbers) else None,
        bins=(),
    )


def _bins(things: Sequence[Covered], briefing: Briefing, place: Place) -> tuple[Bin, ...]:
    known = briefing.comparing
    bins = []
    for share in (Share.ALL, Share.SEVERAL):
        found = [thing for thing in things if thing.share is share]
        bins.append(_bin(share, None, found, briefing, place))
    for article in known.columns:
        found = [
            thing
            for thing in things
            if thing.share is Share.ONE and article in known.made.witnesses(thing.articles)
        ]
        bins.append(_bin(Share.ONE, article, found, briefing, place))
    return tuple(one for one in bins if one.items)


def _bin(share: Share, article: str | None, found: list[Covered], briefing: Briefing, place: Place) -> Bin:
    weights = {one.id: telling(one, briefing) for one in found}
    order = sorted(found, key=lambda one: (-one.independent, not weights[one.id][0], -weights[one.id][1]))
    within = (article,) if article else None
    most = ALONE if article else LISTED
    kinds = list_kinds(order[: 2 * most], briefing, place, most=most, within=within)
    return Bin(
        share=share.value,
        article=name_article(briefing.articles[article]) if article else None,
        url=place.article(article, "only-here") if article else None,
        total=len(found),
        items=kinds[0].items if kinds else (),
    )
