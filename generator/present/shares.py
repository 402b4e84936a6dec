"""In how many articles things stand: in all, in several, in one, and where they differ.

In: coverage of the corpus. Out: for each kind of thing the four numbers, and the things themselves: those of all and of
several articles together, those of one article under its name while the articles are few.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.comparison import Contrast, Referent, Share, Thing
from generator.present.comparing import KINDS
from generator.present.covered import Item, list_kinds, telling
from generator.present.evidence import name_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.comparison import Covered
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

LISTED = 24
"""Most things of one kind in one bin."""
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
    differ: int | None
    """Things on which articles differ; `None` where that is not asked."""
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
                differ=differ.get(kind),
                bins=bins,
            )
        )
    return tuple(blocks)


def _differing(briefing: Briefing) -> dict[Thing, int]:
    """Things told differently: by number, date, doer, modality or attribution; actors and places by their names."""
    made = briefing.comparing.made
    events = {one.thing for one in made.differences if one.thing in briefing.deeds.by_id}
    names = Counter(one.kind for one in briefing.comparing.contrasts())
    return {
        Thing.EVENT: len(events),
        Thing.STATEMENT: sum(one.kind is Contrast.ATTRIBUTION for one in made.differences),
        Thing.ACTOR: names[Referent.ACTOR],
        Thing.PLACE: names[Referent.PLACE],
        Thing.DATE: sum(one.kind is Contrast.DATE for one in made.differences),
    }


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
