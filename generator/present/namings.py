"""What each article calls one and the same thing.

In: namings of the corpus. Out: rows whose cells hold the exact words, how often they stand there and where. Words stand
beside each other and are not weighed; where no text says that two wordings mean one thing, the row says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.comparison import Referent
from generator.present.evidence import Chip, cite, name_article, shorten
from generator.present.items import ActorName, name_actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.comparison import Naming, Wording
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

LONGEST = 120
"""Most characters of a wording."""
WORDS = 6
"""Most wordings in a cell."""
CARD = 2
"""Most sentences in the card of a wording."""
BRIEF, SHORT = 3, 48
"""Most wordings of an article in a short view, and most characters of one."""
BESIDE = 3
"""Most articles in a short view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One wording."""

    text: str
    count: int
    """How often it stands there; over several articles, in how many independent ones."""
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One article's words."""

    article: str
    url: str
    words: tuple[Word, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingRow:
    """One thing and its names."""

    id: str
    kind: str
    actor: ActorName | None
    """The thing itself where it is an actor or a place; for an event the one who acts."""
    name: str
    cells: tuple[Cell, ...]
    """One for each column; without columns one that holds the words of all articles."""
    doubtful: bool
    rule: str


def read_naming(row: Naming, columns: Sequence[str], briefing: Briefing, place: Place) -> NamingRow:
    """The row; without columns the words of all articles stand together, those of most articles first."""
    known = [briefing.actors[key] for key in row.actors if key in briefing.actors]
    cells = tuple(_cell(row, article, briefing, place) for article in columns)
    doubt = _doubt(row)
    return NamingRow(
        id=row.id,
        kind=row.kind.value,
        actor=name_actor(known[0], place) if known else None,
        name=shorten(row.name, LONGEST),
        cells=cells or (_together(row, briefing, place),),
        doubtful=doubt is not None,
        rule=doubt or row.rule,
    )


def _doubt(row: Naming) -> str | None:
    """What speaks for the identity where an article has no certain word for the thing; `None` where all have one."""
    certain = {one.article for one in row.wordings if not one.doubtful}
    return next((one.rule for one in row.wordings if one.article not in certain), None)


def short_naming(row: Naming, briefing: Briefing, place: Place) -> NamingRow:
    """The row in the words of a few articles, each with those it uses most, the shorter ones; no two alike."""
    cells: list[Cell] = []
    told: set[str] = set()
    for article in dict.fromkeys(one.article for one in row.wordings):
        cell = _cell(row, article, briefing, place)
        brief = [one for one in cell.words if len(one.text) <= SHORT] or cell.words
        words = tuple(one for one in brief if one.text.casefold() not in told)[:BRIEF]
        if article in briefing.comparing.originals and words:
            told.update(one.text.casefold() for one in words)
            cells.append(Cell(article=cell.article, url=cell.url, words=words, more=0))
    made = read_naming(row, (), briefing, place)
    return NamingRow(
        id=made.id,
        kind=made.kind,
        actor=made.actor,
        name=made.name,
        cells=tuple(cells[:BESIDE]),
        doubtful=made.doubtful,
        rule=made.rule,
    )


def telling_contrasts(briefing: Briefing, most: int) -> list[Naming]:
    """The first contrasts, of each kind of thing one before any is shown twice."""
    taken: dict[Referent, int] = dict.fromkeys(Referent, 0)
    ranked = []
    for number, one in enumerate(briefing.comparing.contrasts()):
        ranked.append((taken[one.kind], number, one))
        taken[one.kind] += 1
    return [one for _, _, one in sorted(ranked, key=lambda item: item[:2])[:most]]


def _cell(row: Naming, article: str, briefing: Briefing, place: Place) -> Cell:
    used = sorted(row.used_in(article), key=lambda one: -len(one.evidence))
    return Cell(
        article=name_article(briefing.articles[article]),
        url=place.article(article),
        words=tuple(
            Word(
                text=shorten(one.text, LONGEST),
                count=len(one.evidence),
                chip=_chip((one,), briefing, place),
            )
            for one in used[:WORDS]
        ),
        more=max(0, len(used) - WORDS),
    )


def _together(row: Naming, briefing: Briefing, place: Place) -> Cell:
    groups: dict[str, list[Wording]] = {}
    for one in row.wordings:
        groups.setdefault(one.text.casefold(), []).append(one)
    counts = {key: briefing.comparing.count(one.article for one in uses) for key, uses in groups.items()}
    order = sorted(groups, key=lambda key: -counts[key])
    return Cell(
        article="",
        url="",
        words=tuple(
            Word(
                text=shorten(groups[key][0].text, LONGEST),
                count=counts[key],
                chip=_chip(groups[key], briefing, place),
            )
            for key in order[: 2 * WORDS]
        ),
        more=max(0, len(order) - 2 * WORDS),
    )


def _chip(uses: Iterable[Wording], briefing: Briefing, place: Place) -> Chip | None:
    held = tuple(uses)
    doubt = next((one.rule for one in held if one.doubtful), None)
    return cite(
        (evidence for one in held for evidence in one.evidence), briefing, place, rule=doubt, most=CARD
    )
