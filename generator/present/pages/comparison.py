"""How the articles differ: what they call things, what each covers, which numbers they give, whom they let speak.

In: the comparison of the corpus. Out: one page, and further ones where the naming matrix is long. With few articles each
is a column; with many, a row says in how many of them something stands, and the articles' own pages say the rest.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.comparison import Share
from generator.present.addresses import COMPARISON, DATA, METHOD, STATEMENTS, naming_list_path
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.copied import CitationLine, CopyBlock, block_copies, list_citations
from generator.present.differences import (
    DifferenceLine,
    NumberBlock,
    NumberLine,
    block_numbers,
    line_difference,
    line_number,
    others,
)
from generator.present.emphasis import (
    Beginning,
    ThemeRow,
    VoiceRow,
    read_beginnings,
    theme_rows,
    voice_rows,
)
from generator.present.evidence import name_article
from generator.present.items import ActorName, Pages, name_actor
from generator.present.likeness import Likeness, read_likeness
from generator.present.namings import NamingRow, read_naming
from generator.present.render import counted
from generator.present.shares import ShareBlock, share_blocks
from generator.present.silence import silent_actors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.comparison import Naming
    from generator.present.addresses import Place

NAMES, LONG = 25, 100
"""Rows of the naming matrix on the page, and on each further one."""
NAME_PAGES = 20
"""Most pages of it; the data files hold the rest."""
DIFFERENCES = 40
GROUPS = 30
"""Most groups of comparable numbers."""
NUMBERS = 40
"""Most numbers that nothing stands against."""
COPIES = 30
CHANGES = 6
"""Most changes shown of one copy; the page of the two has more."""
SILENT = 20
LONE = 100
"""Most articles listed with what only they have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """An article as the head of a column."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """An article and how many things stand in it alone."""

    title: str
    url: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingPage:
    """The view of `naming.md.j2`."""

    columns: tuple[Head, ...]
    rows: tuple[NamingRow, ...]
    apart: bool
    """True where copies, and articles that draw on another one, are not counted."""
    pages: Pages
    comparison_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """The view of `comparison.md.j2`."""

    articles: int
    independent: int
    apart: bool
    """True where copies, and articles that draw on another one, are not counted."""
    repeated: bool
    """True where there are such, counted or not."""
    compared: bool
    """False where nothing was found in any article that could be compared."""
    columns: tuple[Head, ...]
    """Empty where there are too many articles for columns."""
    contrasts: int
    differences: tuple[DifferenceLine, ...]
    differences_left: int
    rows: tuple[NamingRow, ...]
    alike: tuple[NamingRow, ...]
    """Of the matrix beside columns, what all call by the same words."""
    pages: Pages
    rows_left: int
    blocks: tuple[ShareBlock, ...]
    lone: tuple[Lone, ...]
    """By article, what only it has; empty where the columns say so."""
    numbers: tuple[NumberBlock, ...]
    numbers_left: int
    single: tuple[NumberLine, ...]
    single_left: int
    themes: tuple[ThemeRow, ...]
    beginnings: tuple[Beginning, ...]
    voices: tuple[VoiceRow, ...]
    voices_left: int
    silent: tuple[ActorName, ...]
    silent_left: int
    likeness: Likeness
    copies: tuple[CopyBlock, ...]
    copies_left: int
    citations: tuple[CitationLine, ...]
    citations_left: int
    data_url: str
    method_url: str
    statements_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """The page, and further pages of the naming matrix."""
    named = _named(briefing)
    paths = [COMPARISON, *(naming_list_path(number) for number in range(2, NAME_PAGES + 1))]
    paths = paths[: 1 + max(0, -(-(len(named) - NAMES) // LONG))]
    yield _hub(named, paths, briefing)
    for number, path in enumerate(paths[1:], 2):
        place = briefing.place(path)
        view = NamingPage(
            columns=_heads(briefing, place),
            rows=_rows(named[NAMES + (number - 2) * LONG : NAMES + (number - 1) * LONG], briefing, place),
            apart=briefing.comparing.apart,
            pages=Pages(number=number, urls=tuple(place.to(one) for one in paths)),
            comparison_url=place.to(COMPARISON),
        )
        title = f"What the articles call things, page {number}"
        yield Draft(
            path=path,
            title=title,
            view=view,
            template="naming.md.j2",
            searchable=False,
            description="What each article calls the same things.",
        )


def _hub(named: Sequence[Naming], paths: Sequence[str], briefing: Briefing) -> Draft:
    place, known = briefing.place(COMPARISON), briefing.comparing
    made, columns = known.made, known.columns
    single = others(briefing)
    silent = silent_actors(briefing)
    voices, voices_left = voice_rows(columns, briefing, place)
    themes = theme_rows(columns, briefing, place)
    view = ComparisonView(
        articles=len(known.order),
        independent=known.every.number,
        apart=known.apart,
        repeated=known.repeated,
        compared=bool(made.coverage),
        columns=_heads(briefing, place),
        contrasts=len(known.contrasts()),
        differences=tuple(line_difference(one, briefing, place) for one in made.differences[:DIFFERENCES]),
        differences_left=max(0, len(made.differences) - DIFFERENCES),
        rows=_rows([one for one in named[:NAMES] if one.contrast], briefing, place),
        alike=_rows([one for one in named[:NAMES] if not one.contrast], briefing, place),
        pages=Pages(number=1, urls=tuple(place.to(one) for one in paths)),
        rows_left=max(0, len(named) - NAMES - LONG * (NAME_PAGES - 1)),
        blocks=share_blocks(briefing, place),
        lone=() if columns else _lone(briefing, place),
        numbers=tuple(block_numbers(one, briefing, place) for one in made.numbers[:GROUPS]),
        numbers_left=max(0, len(made.numbers) - GROUPS),
        single=tuple(line_number(one, briefing, place) for one in single[:NUMBERS]),
        single_left=max(0, len(single) - NUMBERS),
        themes=themes,
        beginnings=read_beginnings(columns, briefing, place),
        voices=voices,
        voices_left=voices_left,
        silent=tuple(name_actor(one, place) for one in silent[:SILENT]),
        silent_left=max(0, len(silent) - SILENT),
        likeness=read_likeness(briefing, place),
        copies=tuple(block_copies(one, briefing, place, CHANGES) for one in made.copies[:COPIES]),
        copies_left=max(0, len(made.copies) - COPIES),
        citations=list_citations(made.citations[:COPIES], briefing, place),
        citations_left=max(0, len(made.citations) - COPIES),
        data_url=place.to(DATA),
        method_url=place.to(METHOD),
        statements_url=place.to(STATEMENTS),
    )
    return Draft(
        path=COMPARISON,
        title="Comparison",
        view=view,
        template="comparison.md.j2",
        hub=True,
        description=f"Where {counted(len(briefing.articles), 'article')} agree and differ: names, coverage, numbers, emphasis, voices.",
    )


def _named(briefing: Briefing) -> list[Naming]:
    """Rows of the naming matrix: those that differ, and beside columns the others after them."""
    known = briefing.comparing
    alike = [one for one in known.made.namings if not one.contrast]
    return [*known.contrasts(), *(alike if known.columns else ())]


def _rows(named: Sequence[Naming], briefing: Briefing, place: Place) -> tuple[NamingRow, ...]:
    return tuple(read_naming(one, briefing.comparing.columns, briefing, place) for one in named)


def _heads(briefing: Briefing, place: Place) -> tuple[Head, ...]:
    return tuple(
        Head(title=name_article(briefing.articles[one]), url=place.article(one))
        for one in briefing.comparing.columns
    )


def _lone(briefing: Briefing, place: Place) -> tuple[Lone, ...]:
    """Articles with most things of their own first."""
    counts: Counter[str] = Counter()
    for thing in briefing.comparing.made.coverage:
        if thing.share is Share.ONE:
            counts.update(briefing.comparing.made.witnesses(thing.articles))
    order = sorted(counts, key=lambda one: (-counts[one], briefing.comparing.order[one]))
    return tuple(
        Lone(
            title=name_article(briefing.articles[one]),
            url=place.article(one, "only-here"),
            count=counts[one],
        )
        for one in order[:LONE]
    )


PAGE = PageType(noun="comparison", build=build)
