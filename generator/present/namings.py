"""What each article calls one and the same thing.

In: namings of the corpus. Out: rows whose cells hold the exact words, how often they stand there and where. Words stand
beside each other and are not weighed; where no text says that two wordings mean one thing, the row says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

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

SPELT_ALIKE = 85
"""Likeness of two spellings of one wording, in per cent."""

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?:the )?[^\Wa-z][\w.'’-]*(?: (?:of|the|and|[^\Wa-z][\w.'’-]*))*")


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


def telling_contrasts(briefing: Briefing, place: Place, most: int) -> tuple[NamingRow, ...]:
    """The first contrasts, of each kind of thing one before any is shown twice; "Fla." and "Florida" are none."""
    taken: dict[Referent, int] = dict.fromkeys(Referent, 0)
    ranked = []
    for number, one in enumerate(briefing.comparing.contrasts()):
        ranked.append((taken[one.kind], number, one))
        taken[one.kind] += 1
    rows = (short_naming(one, briefing, place) for _, _, one in sorted(ranked, key=lambda item: item[:2]))
    return tuple(islice(filter(_tells, rows), most))


def _tells(row: NamingRow) -> bool:
    """Whether two articles choose other words: none is a longer, shorter or abbreviated form of the other's.

    Two proper names of one thing, "Britain" and "the UK", are no choice of words that says anything, and "the country"
    after the country's name is none at all.
    """
    cells = [
        [one.text for one in cell.words if row.doubtful or not (one.chip and one.chip.inferred)]
        for cell in row.cells
    ]
    return any(
        not all(_NAME.fullmatch(one) for one in (*a, *b))
        and not any(akin(one, other) for one in a for other in b)
        for a, b in combinations(filter(None, cells), 2)
    )


def akin(a: str, b: str) -> bool:
    """Whether one wording is only another form of the other: "Fla." and "Florida", "the police" and "armed police"."""
    first, second = (
        [
            word.removesuffix("s") if len(word) > 3 else word
            for word in _WORD.findall(text.casefold().replace(".", ""))
            if word != "the"
        ]
        for text in (a, b)
    )
    if not first or not second:
        return False
    return (
        set(first) <= set(second)
        or set(second) <= set(first)
        or first[-1] == second[-1]
        or _is_short_for(first, second)
        or _is_short_for(second, first)
        or fuzz.ratio(" ".join(first), " ".join(second)) >= SPELT_ALIKE
    )


def _is_short_for(short: list[str], long: list[str]) -> bool:
    """Initials, or letters of one word in their order from the first one."""
    if len(short) > 1:
        return False
    if "".join(word[0] for word in long) == short[0]:
        return True
    rest = iter(long[0])
    return len(long) == 1 and long[0][0] == short[0][0] and all(letter in rest for letter in short[0])


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
