"""Two articles side by side.

In: a pair of articles. Out: one page a pair: the sentences of both, those that tell the same level with each other; the
numbers, dates and names in which they differ; what only one has; how much each dwells on what, and whom it lets speak.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from generator.present.addresses import COMPARISON, METHOD, pair_path
from generator.present.alignment import Alignment, align
from generator.present.apart import only_here
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.copied import CopyLine, line_copy
from generator.present.differences import (
    DifferenceLine,
    NumberBlock,
    between,
    block_numbers,
    line_difference,
)
from generator.present.emphasis import (
    Beginning,
    ThemeRow,
    VoiceRow,
    read_beginnings,
    theme_rows,
    voice_rows,
)
from generator.present.evidence import name_article, shorten
from generator.present.items import ActorName, TopicName, name_actor, name_topic, write_day
from generator.present.likeness import Near, near
from generator.present.namings import NamingRow, read_naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.comparison import ArticlePair, Naming
    from generator.present.addresses import Place
    from generator.present.covered import Kind

HEADING = 48
"""Most characters of an article's title in the page's own."""
LISTED = 8
"""Most things of a kind that only one article has."""
SHARED = 10
"""Most shared actors or keywords named."""
NAMES = 12
CHANGES = 300
"""Most words that changed; few copies have more, and such a page would be heavy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the two."""

    title: str
    url: str
    outlet: str | None
    published: str | None
    words: int
    only: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """The view of `pair.md.j2`."""

    columns: tuple[Part, ...]
    likeness: Near
    actors: tuple[ActorName, ...]
    topics: tuple[TopicName, ...]
    alignment: Alignment | None
    """`None` where the text of one of them is not published."""
    copy: CopyLine | None
    differences: tuple[DifferenceLine, ...]
    numbers: tuple[NumberBlock, ...]
    rows: tuple[NamingRow, ...]
    themes: tuple[ThemeRow, ...]
    beginnings: tuple[Beginning, ...]
    voices: tuple[VoiceRow, ...]
    comparison_url: str
    method_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page for each pair that the comparison names."""
    for pair in briefing.comparing.made.pairs:
        place = briefing.place(pair_path(pair.a, pair.b))
        titles = [shorten(briefing.articles[one].title, HEADING) for one in (pair.a, pair.b)]
        yield Draft(
            path=place.path,
            title=" / ".join(titles),
            heading="Two articles side by side",
            view=_view(pair, briefing, place),
            template="pair.md.j2",
            searchable=False,
            description="Two articles side by side, sentence by sentence: what both tell and what one tells alone.",
        )


def _view(pair: ArticlePair, briefing: Briefing, place: Place) -> PairView:
    both = (pair.a, pair.b)
    namings = briefing.comparing.namings_of(*both)
    topics = briefing.comparing.topics
    group = briefing.comparing.groups.get(pair.a) if pair.copies else None
    changed = next((one for one in group.pairs if {one.a, one.b} == set(both)), None) if group else None
    return PairView(
        columns=(_part(*both, briefing, place), _part(pair.b, pair.a, briefing, place)),
        likeness=near(pair, briefing, place),
        actors=tuple(
            name_actor(briefing.actors[key], place) for key in pair.actors[:SHARED] if key in briefing.actors
        ),
        topics=tuple(
            name_topic(topics[key], briefing, place) for key in pair.topics[:SHARED] if key in topics
        ),
        alignment=align(pair, briefing, place),
        copy=line_copy(changed, briefing, place, CHANGES) if changed else None,
        differences=tuple(
            line_difference(one, briefing, place, both)
            for one in briefing.comparing.differences_of(*both)
            if between(one, *both)
        ),
        numbers=tuple(
            block_numbers(one, briefing, place, both)
            for one in briefing.comparing.numbers_of(*both)
            # That a copy gives the same numbers says nothing.
            if one.differ or not pair.copies
        ),
        rows=tuple(
            read_naming(one, both, briefing, place)
            for one in islice((row for row in namings if _differs(row, *both)), NAMES)
        ),
        themes=theme_rows(both, briefing, place),
        beginnings=read_beginnings(both, briefing, place),
        voices=voice_rows(both, briefing, place)[0],
        comparison_url=place.to(COMPARISON),
        method_url=place.to(METHOD),
    )


def _part(article: str, other: str, briefing: Briefing, place: Place) -> Part:
    one = briefing.articles[article]
    return Part(
        title=name_article(one),
        url=place.article(article),
        outlet=one.outlet,
        published=write_day(one.published) if one.published else None,
        words=len(one.text.split()),
        only=only_here(article, other, briefing, place, LISTED),
    )


def _differs(row: Naming, first: str, other: str) -> bool:
    """Whether the two articles share no wording of it."""
    ours, theirs = ({one.text.casefold() for one in row.used_in(article)} for article in (first, other))
    return bool(ours and theirs) and not ours & theirs


PAGE = PageType(noun="pair", build=build)
