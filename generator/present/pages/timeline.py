"""What happened when.

In: happenings and dates. Out: one page: in the order of time with the precision the texts give, then what has no place
in the calendar in the order of the texts, then when the articles appeared, which is no event.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, TIMELINE
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.chronicle import Entry, gather_entries, weightiest, write_entry
from generator.present.evidence import name_article
from generator.present.filters import Filter, list_choices
from generator.present.items import MONTHS, write_day
from generator.present.precision import month_of
from generator.present.timelines import draw_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.present import chronicle
    from generator.present.addresses import Place
    from generator.present.twins import Figure

BARE = "date"
"""Stands for dates without a happening among the choices."""
DOUBTFUL = "doubtful"
STATED = "stated"
"""Stands for what an article says in its own voice."""
ANCHORS = 12
"""Fewest entries of a year that are divided by month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The entries under one heading of a year."""

    anchor: str | None
    """`None` for what comes before the months, and in a year that is not divided."""
    label: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The entries of one year."""

    anchor: str
    label: str
    count: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one article tells without a date, in its order."""

    article: str
    url: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The articles of one day of publication."""

    day: str
    articles: tuple[tuple[str, str, str | None], ...]
    """Address, title and outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The view of `timeline.md.j2`."""

    years: tuple[Year, ...]
    tellings: tuple[Telling, ...]
    weak: tuple[Telling, ...]
    """Undated happenings whose class or sides rest on a weak rule: apart, so that they do not bury the rest."""
    total: int
    happenings: int
    doubtful: int
    shown: int
    left_out: int
    filters: tuple[Filter, ...]
    bare: str
    stated: str
    figure: Figure
    issues: tuple[Issue, ...]
    undated: int
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, corpus = briefing.place(TIMELINE), briefing.corpus
    drafts = gather_entries(briefing, corpus.happenings, corpus.timeline)
    kept = weightiest(drafts, briefing.settings.sentences_per_page)
    entries = [
        write_entry(draft, briefing, place, above)
        for above, draft in pairwise([None, *kept])
        if draft is not None
    ]
    dated = [(draft, entry) for draft, entry in zip(kept, entries, strict=True) if entry.low or entry.high]
    others = [entry for entry in entries if not (entry.low or entry.high)]
    everything = (
        entries if len(kept) == len(drafts) else [write_entry(one, briefing, place) for one in drafts]
    )
    undated = sum(article.published is None for article in corpus.articles)
    view = Timeline(
        years=tuple(_years(dated)),
        tellings=tuple(_tellings([one for one in others if not _is_weak(one)], briefing, place)),
        weak=tuple(_tellings([one for one in others if _is_weak(one)], briefing, place)),
        total=len(drafts),
        happenings=len(corpus.happenings),
        doubtful=sum(not one.confident for one in corpus.happenings),
        shown=len(kept),
        left_out=len(drafts) - len(kept),
        filters=_filters(entries, briefing),
        bare=BARE,
        stated=STATED,
        figure=draw_timeline(everything, briefing.settings),
        issues=tuple(_issues(briefing, place)),
        undated=undated,
        data_url=place.to(DATA),
    )
    yield Draft(path=TIMELINE, title="Timeline", view=view, template="timeline.md.j2", hub=True)


def _years(dated: Sequence[tuple[chronicle.Draft, Entry]]) -> Iterator[Year]:
    def year_of(pair: tuple[chronicle.Draft, Entry]) -> int:
        day = pair[1].low or pair[1].high
        return day.year if day else 0

    for year, found in groupby(dated, key=year_of):
        pairs = list(found)
        divided = len(pairs) >= ANCHORS
        months = []
        for month, held in groupby(
            pairs, key=lambda pair: divided and pair[0].when and month_of(pair[0].when)
        ):
            months.append(
                Month(
                    anchor=f"y{year}-{month:02}" if month else None,
                    label=f"{MONTHS[month - 1]} {year}" if month else None,
                    entries=tuple(entry for _, entry in held),
                )
            )
        yield Year(anchor=f"y{year}", label=str(year), count=len(pairs), months=tuple(months))


def _is_weak(entry: Entry) -> bool:
    return bool(entry.deeds) and all(line.doubtful for line in entry.deeds)


def _tellings(entries: Sequence[Entry], briefing: Briefing, place: Place) -> Iterator[Telling]:
    for key, held in groupby(entries, key=lambda entry: entry.articles[0]):
        article = briefing.articles[key]
        yield Telling(article=name_article(article), url=place.article(key), entries=tuple(held))


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
        Filter(key="class", label="Class", choices=list_choices(kinds, {**classes, BARE: "date alone"})),
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
