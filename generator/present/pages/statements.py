"""The ledger of statements.

In: all statements. Out: one page, one line each, in the order of articles and text. Each line bears the id of its
statement, so that its address lasts as long as the statement; filters work on what stands in the page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, STATEMENTS
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.figures import draw_voices
from generator.present.items import StatementLine, line_statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.present.twins import Figure

NOBODY = "-"
"""Stands for an unknown speaker among the choices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value by which the ledger can be narrowed."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One control above the ledger."""

    key: str
    """Part of the page's address."""
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The view of `statements.md.j2`."""

    lines: tuple[StatementLine, ...]
    total: int
    left_out: int
    unspoken: int
    filters: tuple[Filter, ...]
    nobody: str
    figure: Figure
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place = briefing.place(STATEMENTS)
    statements = briefing.corpus.statements
    lines = tuple(
        line_statement(one, briefing, place) for one in statements[: briefing.settings.sentences_per_page]
    )
    speakers = {line.speaker.id: line.speaker.name for line in lines if line.speaker}
    articles = {line.article_id: line.article for line in lines}
    view = Ledger(
        lines=lines,
        total=len(statements),
        left_out=len(statements) - len(lines),
        unspoken=sum(one.speaker is None for one in statements),
        filters=(
            Filter(
                key="speaker",
                label="Speaker",
                choices=_choices(
                    (line.speaker.id if line.speaker else NOBODY for line in lines),
                    {**speakers, NOBODY: "not known"},
                ),
            ),
            Filter(key="kind", label="Kind", choices=_choices((line.kind for line in lines), {})),
            Filter(
                key="article",
                label="Article",
                choices=_choices((line.article_id for line in lines), articles),
            ),
            Filter(key="mode", label="Speech", choices=_choices((line.mode for line in lines), {})),
        ),
        nobody=NOBODY,
        figure=draw_voices(briefing.corpus, briefing.settings, place),
        data_url=place.to(DATA),
    )
    yield Draft(path=STATEMENTS, title="Statements", view=view, template="statements.md.j2", hub=True)


def _choices(values: Iterable[str], labels: dict[str, str]) -> tuple[Choice, ...]:
    """Most frequent first."""
    counts = Counter(values)
    order = sorted(counts.items(), key=lambda item: (-item[1], labels.get(item[0], item[0])))
    return tuple(Choice(value=value, label=labels.get(value, value), count=count) for value, count in order)


PAGE = PageType(noun="statements", build=build)
