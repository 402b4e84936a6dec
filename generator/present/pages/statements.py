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
from generator.present.ledger import PATH, published_date
from generator.present.silence import Silence, draw_words, read_silence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.present.twins import Figure

NOBODY = "-"
"""Stands for an unknown speaker among the choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The view of `statements.md.j2`."""

    lines: tuple[StatementLine, ...]
    dates: tuple[str, ...]
    """Date of publication of each line's article, empty where it has none."""
    total: int
    told_again: int
    """Statements that repeat an earlier quotation and stand with it."""
    more_url: str | None
    """The script that holds the other lines; `None` where there are none."""
    left_out: int
    unspoken: int
    filters: tuple[Filter, ...]
    nobody: str
    figure: Figure
    words: Figure
    silence: Silence
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place = briefing.place(STATEMENTS)
    statements = first_told(briefing.corpus)
    lines = tuple(
        line_statement(one, briefing, place) for one in statements[: briefing.settings.sentences_per_page]
    )
    left_out = len(statements) - len(lines)
    speakers = {actor.id: actor.name for actor in briefing.corpus.actors}
    titles = {article.id: name_article(article) for article in briefing.corpus.articles}
    view = Ledger(
        lines=lines,
        dates=tuple(published_date(line, briefing) for line in lines),
        total=len(statements),
        told_again=len(briefing.corpus.statements) - len(statements),
        more_url=place.to(PATH) if left_out else None,
        left_out=left_out,
        unspoken=sum(one.speaker is None for one in statements),
        filters=(
            Filter(
                key="speaker",
                label="Speaker",
                choices=list_choices(
                    (one.speaker or NOBODY for one in statements), {**speakers, NOBODY: "not known"}
                ),
            ),
            Filter(key="kind", label="Kind", choices=list_choices((one.kind for one in statements), {})),
            Filter(
                key="article",
                label="Article",
                choices=list_choices((one.article for one in statements), titles),
            ),
            Filter(
                key="mode", label="Speech", choices=list_choices((one.mode.value for one in statements), {})
            ),
        ),
        nobody=NOBODY,
        figure=draw_voices(briefing.corpus, briefing.settings, place),
        words=draw_words(briefing, place),
        silence=read_silence(briefing, place),
        data_url=place.to(DATA),
    )
    yield Draft(path=STATEMENTS, title="Statements", view=view, template="statements.md.j2", hub=True)


PAGE = PageType(noun="statements", build=build)
