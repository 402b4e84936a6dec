"""The ledger of statements.

In: all statements. Out: one page, one line each, in the order of articles and text; a quotation that several articles
repeat stands once. Each line bears the id of its statement, so that its address lasts as long as the statement. The
page holds the first lines; its script asks for the others, and narrows and orders all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, STATEMENTS
from generator.present.briefing import Briefing, Draft, PageType, first_told
from generator.present.evidence import name_article
from generator.present.figures import draw_voices
from generator.present.filters import Filter, list_choices
from generator.present.items import StatementLine, line_statement
from generator.present.lists import LongList, Row, long_list, rest_asset
from generator.present.render import counted, render_macro
from generator.present.silence import Silence, draw_words, read_silence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.corpus import ActorStatement
    from generator.present.twins import Figure

NOBODY = "-"
"""Stands for an unknown speaker among the choices."""
BRIEF = True
"""In the data, a single sentence stands in no card: its link leads to it."""
ORDERS = (("speaker", "speaker"), ("kind", "kind"), ("date", "date of publication"))
COLUMNS = (
    ("Speaker", "=speaker"),
    ("Cue", ".ds-cue"),
    ("Statement", ".ds-content"),
    ("Kind", "@data-kind"),
    ("Speech", "@data-mode"),
    ("Article", "=article"),
    ("Date of publication", "@data-date"),
    ("Sentence", ".ds-count@href"),
    ("Id", "@id"),
)
"""Of the CSV of what is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The view of `statements.md.j2`."""

    listing: LongList
    orders: tuple[tuple[str, str], ...]
    lines: tuple[StatementLine, ...]
    dates: tuple[str, ...]
    """Date of publication of each line's article, empty where it has none."""
    total: int
    told_again: int
    """Statements that repeat an earlier quotation and stand with it."""
    unspoken: int
    nobody: str
    figure: Figure
    words: Figure
    silence: Silence
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place = briefing.place(STATEMENTS)
    statements = first_told(briefing.corpus)
    most = briefing.settings.sentences_per_page
    lines = [line_statement(one, briefing, place) for one in statements]
    dates = [_published(line, briefing) for line in lines]
    filters = _filters(statements, briefing)
    view = Ledger(
        listing=long_list(
            "statements",
            len(lines),
            len(lines[most:]),
            place,
            columns=COLUMNS,
            filters=filters,
        ),
        orders=ORDERS,
        lines=tuple(lines[:most]),
        dates=tuple(dates[:most]),
        total=len(lines),
        told_again=len(briefing.corpus.statements) - len(lines),
        unspoken=sum(one.speaker is None for one in statements),
        nobody=NOBODY,
        figure=draw_voices(briefing.corpus, briefing.settings, place),
        words=draw_words(briefing, place),
        silence=read_silence(briefing, place),
        data_url=place.to(DATA),
    )
    rows = (
        Row(part=0, html=render_macro("rows.md.j2", "told", line, day, NOBODY, BRIEF))
        if number >= most
        else None
        for number, (line, day) in enumerate(zip(lines, dates, strict=True))
    )
    yield Draft(
        path=STATEMENTS,
        title="Statements",
        view=view,
        template="statements.md.j2",
        hub=True,
        description=f"{counted(len(lines), 'statement')} with speaker, words and sentence.",
        assets=rest_asset("statements", place, rows, filters=filters),
    )


def _published(line: StatementLine, briefing: Briefing) -> str:
    """Date of publication of the statement's article; empty where it has none."""
    day = briefing.articles[line.article_id].published
    return day.isoformat() if day else ""


def _filters(statements: Sequence[ActorStatement], briefing: Briefing) -> tuple[Filter, ...]:
    speakers = {actor.id: actor.name for actor in briefing.corpus.actors}
    titles = {article.id: name_article(article) for article in briefing.corpus.articles}
    return (
        Filter(
            key="speaker",
            label="Speaker",
            choices=list_choices(
                (one.speaker or NOBODY for one in statements), {**speakers, NOBODY: "not resolved"}
            ),
        ),
        Filter(key="kind", label="Kind", choices=list_choices((one.kind for one in statements), {})),
        Filter(
            key="article", label="Article", choices=list_choices((one.article for one in statements), titles)
        ),
        Filter(key="mode", label="Speech", choices=list_choices((one.mode.value for one in statements), {})),
    )


PAGE = PageType(noun="statements", build=build)
