"""The part of the ledger that its page does not hold: data that the page's script asks for.

In: the statements as lines. Out: a script that assigns one value, since a page opened from a disk may load scripts and
nothing else. Names and titles stand once; a row refers to them by number.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.model.site import Asset
from generator.present.addresses import STATEMENTS
from generator.present.briefing import first_told
from generator.present.items import ActorName, StatementLine, line_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.present.briefing import Briefing

PATH = "statements/rest.js"
"""Source path of the script."""
VARIABLE = "dossierLedger"


def ledger_assets(briefing: Briefing) -> Iterator[Asset]:
    """The script, where the page was cut."""
    rest = first_told(briefing.corpus)[briefing.settings.sentences_per_page :]
    if rest:
        place = briefing.place(STATEMENTS)
        lines = [line_statement(one, briefing, place) for one in rest]
        text = json.dumps(_document(lines, briefing), ensure_ascii=True, separators=(",", ":"))
        yield Asset(path=PATH, content=f"window.{VARIABLE}={text};\n".encode())


def published_date(line: StatementLine, briefing: Briefing) -> str:
    """Date of publication of the statement's article; empty where it has none."""
    day = briefing.articles[line.article_id].published
    return day.isoformat() if day else ""


def _document(lines: list[StatementLine], briefing: Briefing) -> dict[str, Any]:
    actors: dict[str, int] = {}
    names: list[list[str]] = []
    articles: dict[str, int] = {}
    titles: list[list[str]] = []

    def actor(one: ActorName | None) -> int:
        if one is None:
            return -1
        if one.id not in actors:
            actors[one.id] = len(names)
            names.append([one.id, one.name, one.kind, one.url])
        return actors[one.id]

    def article(line: StatementLine) -> int:
        if line.article_id not in articles:
            articles[line.article_id] = len(titles)
            titles.append([line.article_id, line.article, line.article_url, published_date(line, briefing)])
        return articles[line.article_id]

    rows = [
        [
            line.id,
            actor(line.speaker),
            line.words or "",
            line.cue or "",
            list(line.content),
            line.mode,
            line.kind,
            int(line.negated),
            article(line),
            line.chip.url if line.chip else "",
            line.chip.count if line.chip else 0,
            actor(line.addressee),
            [list(pair) for pair in line.also],
            [[teller.name, teller.url] for teller in line.via],
        ]
        for line in lines
    ]
    return {"actors": names, "articles": titles, "rows": rows}
