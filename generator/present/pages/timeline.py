"""What happened when.

In: happenings and dates. Out: one page: in the order of time with the precision the texts give, then what has no place
in the calendar in the order of the texts, then when the articles appeared, which is no event. Of a long list the page holds
what weighs most, and its script asks for the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, groupby
from typing import TYPE_CHECKING, TypeVar

from generator.present.addresses import DATA, METHOD, TIMELINE
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.chronicle import Entry, gather_entries, weightiest, write_entry
from generator.present.evidence import name_article
from generator.present.filters import Filter, list_choices
from generator.present.items import write_day
from generator.present.lists import LongList, Part, Row, long_list, rest_asset
from generator.present.render import counted, render_macro
from generator.present.timelines import draw_timeline
from generator.present.years import Month, Year, gather_years, main_years, other_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.site import Asset
    from generator.present.addresses import Place
    from generator.present.twins import Figure

BARE = "date"
"""Stands for dates without a happening among the choices."""
DOUBTFUL = "doubtful"
STATED = "stated"
"""Stands for what an article says in its own voice."""
COLUMNS = (
    ("Date", ".ds-day"),
    ("What", ".ds-deed"),
    ("Sentence", ".ds-scene-words"),
    ("Where", ".ds-where"),
    ("Articles", "=article"),
    ("Address", ".ds-where@href"),
    ("Id", "@id"),
)
"""Of the CSV of what is shown."""
ROOTS = 3
"""Parts that the page always has: what is dated, what is not, and what of that is doubtful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one article tells without a date, in its order."""

    number: int
    article: str
    url: str
    count: int
    entries: tuple[Entry, ...]

    @property
    def held(self) -> int:
        """Entries that stand here; the script of the list has the others."""
        return len(self.entries)


Held = TypeVar("Held", Month, Telling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The articles of one day of publication."""

    day: str
    articles: tuple[tuple[str, str, str | None], ...]
    """Address, title and outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The view of `timeline.md.j2`."""

    listing: LongList
    years: tuple[Year, ...]
    doors: tuple[Year, ...]
    """Years with a link above the list, and those that a click opens."""
    folded: tuple[Year, ...]
    tellings: tuple[Telling, ...]
    weak: tuple[Telling, ...]
    """Undated happenings whose class or sides rest on a weak rule: apart, so that they do not bury the rest."""
    untimed: int
    """Entries without a place in the calendar, and those of them that are doubtful."""
    weak_total: int
    total: int
    happenings: int
    doubtful: int
    bare: str
    stated: str
    figure: Figure
    issues: tuple[Issue, ...]
    undated: int
    data_url: str
    method_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, corpus = briefing.place(TIMELINE), briefing.corpus
    drafts = gather_entries(briefing, corpus.happenings, corpus.timeline)
    kept = {id(one) for one in weightiest(drafts, briefing.settings.sentences_per_page)}
    entries, above = [], None
    for draft in drafts:
        entries.append(write_entry(draft, briefing, place, above))
        # The page leaves some out, and a date may be counted from the entry above alone.
        above = draft if id(draft) in kept else None
    held = frozenset(entry.id for draft, entry in zip(drafts, entries, strict=True) if id(draft) in kept)
    dated = [(draft, entry) for draft, entry in zip(drafts, entries, strict=True) if entry.low or entry.high]
    others = [entry for entry in entries if not (entry.low or entry.high)]
    numbers = count(ROOTS)
    years = tuple(gather_years(dated, numbers))
    plain, weak = (
        tuple(_tellings([one for one in others if _is_weak(one) is doubtful], briefing, place, numbers))
        for doubtful in (False, True)
    )
    filters = _filters(entries, briefing)
    view = Timeline(
        listing=long_list(
            "timeline", len(drafts), len(drafts) - len(kept), place, columns=COLUMNS, filters=filters
        ),
        years=tuple(replace(year, months=_shown(year.months, held)) for year in years),
        doors=main_years(years),
        folded=other_years(years),
        tellings=_shown(plain, held),
        weak=_shown(weak, held),
        untimed=sum(one.count for one in plain),
        weak_total=sum(one.count for one in weak),
        total=len(drafts),
        happenings=len(corpus.happenings),
        doubtful=sum(not one.confident for one in corpus.happenings),
        bare=BARE,
        stated=STATED,
        figure=draw_timeline(entries, briefing.settings),
        issues=tuple(_issues(briefing, place)),
        undated=sum(article.published is None for article in corpus.articles),
        data_url=place.to(DATA),
        method_url=place.to(METHOD),
    )
    assets = _rest(years, plain, weak, held, filters, place) if len(kept) < len(drafts) else ()
    yield Draft(
        path=TIMELINE,
        title="Timeline",
        view=view,
        template="timeline.md.j2",
        hub=True,
        assets=assets,
        description=f"{counted(len(corpus.happenings), 'happening')} and {counted(len(corpus.timeline), 'date')} in order, with the sentences that tell them.",
    )


def _shown(parts: Sequence[Held], held: frozenset[str]) -> tuple[Held, ...]:
    """The parts that have entries on the page, with those alone."""
    cut = (
        replace(part, entries=tuple(entry for entry in part.entries if entry.id in held)) for part in parts
    )
    return tuple(part for part in cut if part.entries)


def _rest(
    years: Sequence[Year],
    plain: Sequence[Telling],
    weak: Sequence[Telling],
    held: frozenset[str],
    filters: Sequence[Filter],
    place: Place,
) -> tuple[Asset, ...]:
    """What the page does not hold, under the same headings."""
    parts: list[Part | None] = [None] * ROOTS
    rows: list[Row | None] = []

    def add(part: Month | Telling, macro: str, over: int, *ways: bool) -> None:
        heading = render_macro("happenings.md.j2", macro, replace(part, entries=()), BARE, STATED)
        parts.append(Part(html=heading, over=over))
        for entry in part.entries:
            html = render_macro("happenings.md.j2", "entry", entry, BARE, STATED, True, *ways)
            rows.append(None if entry.id in held else Row(part=part.number, html=html))

    for year in years:
        parts.append(
            Part(
                html=render_macro("happenings.md.j2", "year", replace(year, months=()), BARE, STATED), over=0
            )
        )
        for month in year.months:
            add(month, "month", year.number)
    for over, tellings in ((1, plain), (2, weak)):
        for telling in tellings:
            add(telling, "telling", over, True, tellings is plain)
    return rest_asset("timeline", place, rows, parts=parts, filters=filters)


def _is_weak(entry: Entry) -> bool:
    return bool(entry.deeds) and all(line.doubtful for line in entry.deeds)


def _tellings(
    entries: Sequence[Entry], briefing: Briefing, place: Place, numbers: Iterator[int]
) -> Iterator[Telling]:
    for key, held in groupby(entries, key=lambda entry: entry.articles[0]):
        article, told = briefing.articles[key], tuple(held)
        yield Telling(
            number=next(numbers),
            article=name_article(article),
            url=place.article(key),
            count=len(told),
            entries=told,
        )


def _issues(briefing: Briefing, place: Place) -> Iterator[Issue]:
    """The days on which articles appeared, first to last."""
    dated = sorted(
        (
            (article.published, number)
            for number, article in enumerate(briefing.corpus.articles)
            if article.published
        )
    )
    articles = briefing.corpus.articles
    for day, found in groupby(dated[: briefing.settings.sentences_per_page], key=lambda pair: pair[0]):
        held = [articles[number] for _, number in found]
        yield Issue(
            day=write_day(day),
            articles=tuple((place.article(one.id), name_article(one), one.outlet) for one in held),
        )


def _filters(entries: Sequence[Entry], briefing: Briefing) -> tuple[Filter, ...]:
    actors = {actor.id: actor.name for actor in briefing.corpus.actors}
    titles = {article.id: name_article(article) for article in briefing.corpus.articles}
    classes = {line.kind: line.what for entry in entries for line in entry.deeds}
    kinds = [kind for one in entries for kind in dict.fromkeys(line.kind for line in one.deeds) or (BARE,)]
    told = [word for one in entries for word in dict.fromkeys(line.told or STATED for line in one.deeds)]
    doubtful = [DOUBTFUL for one in entries if any(line.doubtful for line in one.deeds)]
    return (
        Filter(
            key="actor", label="Actor", choices=list_choices((k for e in entries for k in e.actors), actors)
        ),
        Filter(key="class", label="Kind", choices=list_choices(kinds, {**classes, BARE: "date alone"})),
        Filter(
            key="article",
            label="Article",
            choices=list_choices((k for e in entries for k in e.articles), titles),
        ),
        Filter(
            key="told",
            label="Told as",
            choices=list_choices((*told, *doubtful), {STATED: "stated by the article"}),
        ),
    )


PAGE = PageType(noun="timeline", build=build)
