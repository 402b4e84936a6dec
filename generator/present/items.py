"""What several pages show in the same form: the name of an actor, a statement, a date.

In: records of the corpus. Out: plain values for the macros of `items.md.j2`. They stand apart from the pages, since
pages do not import each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.findings import ActorKind, Anchor, Granularity, Mode
from generator.present.chains import Teller, address_statement, read_chain
from generator.present.evidence import Chip, cite, name_article, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from generator.model.corpus import Actor, ActorStatement, TimelineEntry, Topic
    from generator.model.findings import DateRef
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

LONGEST = 600
"""Most characters of a statement that are shown in a list."""
NAME = 160
"""Most characters of an actor's name."""
OPEN = ("about", "before", "after", "since", "until", "by")
"""Qualifiers that a date does not hold without being named; the others have narrowed it already."""
KINDS = (
    "demands", "proposes", "promises", "agrees", "concedes", "rejects", "warns", "accuses", "criticises", "denies",
    "claims", "praises", "supports", "asks", "predicts", "intends", "believes",
)  # fmt: skip
"""Order of the kinds of statements: positions, judgements, beliefs; plain saying, the most frequent one, comes last."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PLURALS: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "Persons",
    ActorKind.STATE: "States",
    ActorKind.TERRITORY: "Territories",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.GROUP: "Groups",
    ActorKind.PLACE: "Places",
    ActorKind.DOCUMENT: "Documents",
}
"""Headings of the kinds, in the order in which they are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorName:
    """An actor, as it is named wherever it appears."""

    id: str
    name: str
    kind: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicName:
    """A keyword, as it is named wherever it appears."""

    term: str
    url: str
    """Its page; where it has none, the first sentence with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where the parts of a long list are."""

    number: int
    """Of this page."""
    urls: tuple[str, ...]
    """Of all pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One statement as a line: who, by which words, what, and the proof."""

    id: str
    url: str
    """Where it stands in the ledger."""
    speaker: ActorName | None
    words: str | None
    """The words for the speaker, where they hold none of the actor's own names."""
    cue: str | None
    content: tuple[str, ...]
    direct: bool
    mode: str
    kind: str
    negated: bool
    chip: Chip | None
    addressee: ActorName | None
    """To whom it is made, or against whom, where the sentence names an actor."""
    via: tuple[Teller, ...]
    """Who tells of it, where it stands inside other statements: the nearest one first."""
    also: tuple[tuple[str, str], ...]
    """Title and address of the other articles that hold the same quotation."""
    article: str
    """Title of the article."""
    article_id: str
    article_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidGroup:
    """Statements of one kind, in the order of the texts."""

    kind: str
    lines: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """One date as the text gives it and as it is understood."""

    label: str
    """As far as it is known: a day, a month, an interval, or the words of the text."""
    known: bool
    """False where no calendar date follows from the text."""
    yearless: bool
    """True where a month or a day is known and no year."""
    words: str
    counted: bool
    """True where it follows from another date and not from its own words."""
    rule: str
    """How it was read."""
    chip: Chip | None
    article: str
    article_url: str


def name_actor(actor: Actor, place: Place) -> ActorName:
    """The actor's name with a link to its profile."""
    return ActorName(
        id=actor.id, name=shorten(actor.name, NAME), kind=actor.kind.value, url=place.actor(actor.id)
    )


def name_topic(topic: Topic, briefing: Briefing, place: Place) -> TopicName:
    """The keyword with a link to its page, or to where it stands."""
    first = next((one for use in topic.uses for one in use.evidence), None)
    if topic.id in briefing.topics_paged or first is None:
        return TopicName(term=topic.term, url=place.keyword(topic.id))
    return TopicName(term=topic.term, url=place.article(first.article, first.sentence))


def shorten_line(line: StatementLine, most: int) -> StatementLine:
    """The line with its first words only, where it has more than `most` characters."""
    whole = sum(map(len, line.content)) <= most
    return line if whole else replace(line, content=(shorten(line.content[0], most),))


def line_statement(statement: ActorStatement, briefing: Briefing, place: Place) -> StatementLine:
    """The statement as a line."""
    speaker = briefing.actors.get(statement.speaker) if statement.speaker else None
    heard = statement.speaker_evidence
    inferred = bool(speaker and heard and briefing.inferred(speaker.id, heard.article, heard.span))
    article = briefing.articles[statement.article]
    addressee = briefing.actors.get(statement.addressee) if statement.addressee else None
    repeats = [briefing.statements[key] for key in statement.repeats]
    quotes = tuple(shorten(_unquoted(one.quote), LONGEST) for one in statement.content)
    return StatementLine(
        id=statement.id,
        url=address_statement(statement, place),
        speaker=name_actor(speaker, place) if speaker else None,
        words=heard.quote if heard and not (speaker and _names(speaker, heard.quote)) else None,
        cue=statement.cue_evidence.quote if statement.cue_evidence else None,
        content=quotes,
        direct=statement.mode is Mode.DIRECT,
        mode=statement.mode.value,
        kind=statement.kind,
        negated=statement.negated,
        chip=cite(
            (*statement.content, *(one.content[0] for one in repeats if one.content)),
            briefing,
            place,
            rule=statement.speaker_rule if inferred else None,
        ),
        addressee=name_actor(addressee, place) if addressee else None,
        via=read_chain(statement, briefing, place),
        also=tuple(
            (name_article(briefing.articles[one.article]), place.article(one.article)) for one in repeats
        ),
        article=name_article(article),
        article_id=article.id,
        article_url=place.article(article.id),
    )


def group_statements(
    statements: Sequence[ActorStatement], briefing: Briefing, place: Place
) -> tuple[SaidGroup, ...]:
    """By kind, in the order of `KINDS`; within a kind in the order of the texts."""
    groups: dict[str, list[StatementLine]] = {}
    for one in statements:
        groups.setdefault(one.kind, []).append(line_statement(one, briefing, place))
    order = sorted(groups, key=lambda kind: (KINDS.index(kind) if kind in KINDS else len(KINDS), kind))
    return tuple(SaidGroup(kind=kind, lines=tuple(groups[kind])) for kind in order)


def _names(actor: Actor, words: str) -> bool:
    """True where the words hold the actor's name or a wording that is its own."""
    folded = words.casefold()
    return any(name.casefold() in folded for name in (actor.name, *(alias.text for alias in actor.aliases)))


def line_date(
    entry: TimelineEntry, briefing: Briefing, place: Place, again: Iterable[TimelineEntry] = ()
) -> DateLine:
    """The date as a line; `again`: further places that give it in the same words."""
    found = entry.date
    article = briefing.articles[entry.evidence.article]
    counted = found.anchor in (Anchor.DOCUMENT, Anchor.NARRATIVE)
    return DateLine(
        label=name_date(found) or entry.evidence.quote,
        known=found.lo is not None,
        yearless=found.lo is None and (found.edtf or "").startswith("XXXX-"),
        words=entry.evidence.quote,
        counted=counted,
        rule=found.rule,
        chip=cite(
            (entry.evidence, *(one.evidence for one in again)),
            briefing,
            place,
            rule=found.rule if counted else None,
        ),
        article=name_article(article),
        article_url=place.article(article.id),
    )


def name_date(found: DateRef) -> str | None:
    """`15 September 2023`, `about 1970`, `11–20 September 2023`; `None` where it has no calendar date."""
    low, high = found.lo, found.hi
    if low is None or high is None:
        only = low or high
        return None if only is None else f"{'from' if low else 'until'} {write_day(only)}"
    prefix = f"{found.qualifier} " if found.qualifier in OPEN else ""
    return prefix + _span_of(low, high, found.granularity)


def _span_of(low: date, high: date, granularity: Granularity) -> str:
    if low == high:
        return write_day(low)
    if granularity is Granularity.YEAR and low.year == high.year:
        return str(low.year)
    if granularity is Granularity.DECADE:
        return f"{low.year // 10 * 10}s"
    if granularity is Granularity.CENTURY:
        return f"{_ordinal(low.year // 100 + 1)} century"
    if granularity is Granularity.MONTH and (low.year, low.month) == (high.year, high.month):
        return f"{MONTHS[low.month - 1]} {low.year}"
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        return f"{low.year}–{high.year}" if low.year != high.year else str(low.year)
    if low.year != high.year:
        return f"{write_day(low)} – {write_day(high)}"
    if low.month != high.month:
        return f"{low.day} {MONTHS[low.month - 1]} – {write_day(high)}"
    return f"{low.day}–{write_day(high)}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def write_day(day: date) -> str:
    """`5 September 2023`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _unquoted(text: str) -> str:
    """Without the quotation marks around the whole, which the page sets itself."""
    if len(text) > 1 and text[0] in "\"“«„'‘" and text[-1] in "\"”»“'’":
        inner = text[1:-1]
        if not any(mark in inner for mark in '"“”«»„'):
            return inner
    return text
