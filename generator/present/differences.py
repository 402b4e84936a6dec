"""One subject, told differently; and the numbers of the articles.

In: differences, quantities and groups of these. Out: lines whose sides stand beside each other, each with its articles and
its proof; and a ledger of numbers: the words, what is counted, as of when, who says it. Nothing says who is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.comparison import Contrast
from generator.model.findings import Modality
from generator.present.evidence import Chip, cite, name_article, shorten
from generator.present.happenings import MODALITIES
from generator.present.items import ActorName, name_actor, name_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.model.comparison import Difference, NumberGroup, Quantity, Side
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

CONTRASTS: Mapping[Contrast, str] = {
    Contrast.NUMBER: "different numbers",
    Contrast.DATE: "different dates",
    Contrast.AGENT: "different doers",
    Contrast.MODALITY: "told as done or as something else",
    Contrast.ATTRIBUTION: "in whose words",
}
"""Kinds of differences in words, in the order in which they are listed."""
SUBJECT = 120
"""Most characters of a subject or a side."""
TITLES = 3
"""Most articles named for one side."""
CARD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number, a date, a doer, or whose word it is."""

    label: str
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLine:
    """What some articles say; one value, or several where they say more than one thing."""

    values: tuple[Value, ...]
    articles: tuple[tuple[str, str], ...]
    """Title and address."""
    more: int
    """Articles that are not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """One subject and its sides."""

    id: str
    kind: str
    subject: str
    actors: tuple[ActorName, ...]
    sides: tuple[SideLine, ...]
    doubtful: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """One number."""

    words: str
    counted: str | None
    done: str | None
    date: str | None
    speaker: ActorName | None
    reported: bool
    """True where it stands in somebody's statement."""
    article: str
    url: str
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBlock:
    """Numbers that can be held against each other."""

    id: str
    subject: str
    actors: tuple[ActorName, ...]
    differ: bool
    rule: str
    lines: tuple[NumberLine, ...]


def line_difference(
    one: Difference, briefing: Briefing, place: Place, within: Collection[str] | None = None
) -> DifferenceLine:
    """The difference as a line; its sides are kept to the articles `within`, values of the same articles are one side."""
    held: dict[tuple[str, ...], list[Value]] = {}
    for side in one.sides:
        if shown := tuple(key for key in side.articles if within is None or key in within):
            held.setdefault(shown, []).append(_value(side, one, briefing, place, within))
    return DifferenceLine(
        id=one.id,
        kind=CONTRASTS[one.kind],
        subject=shorten(one.subject, SUBJECT),
        actors=tuple(name_actor(briefing.actors[key], place) for key in one.actors if key in briefing.actors),
        sides=tuple(
            _side(shown, values, briefing, place, every=within is not None) for shown, values in held.items()
        ),
        doubtful=one.doubtful,
        rule=one.rule,
    )


def between(one: Difference, first: str, other: str) -> bool:
    """Whether the two articles stand on different sides of it."""
    held = [set(side.articles) for side in one.sides]
    return any(first in side and other not in side for side in held) and any(
        other in side and first not in side for side in held
    )


def _side(
    shown: tuple[str, ...], values: list[Value], briefing: Briefing, place: Place, *, every: bool
) -> SideLine:
    firsts = shown if every else briefing.comparing.made.witnesses(shown)
    return SideLine(
        values=tuple(values),
        articles=tuple((name_article(briefing.articles[key]), place.article(key)) for key in firsts[:TITLES]),
        more=max(0, len(firsts) - TITLES),
    )


def _value(
    side: Side, one: Difference, briefing: Briefing, place: Place, within: Collection[str] | None
) -> Value:
    chip = cite(
        (held for held in side.evidence if within is None or held.article in within),
        briefing,
        place,
        rule=one.rule if one.doubtful else None,
        most=CARD,
    )
    label = _modality(side.value) if one.kind is Contrast.MODALITY else shorten(side.label, SUBJECT)
    return Value(label=label, chip=chip)


def _modality(value: str) -> str:
    try:
        return MODALITIES.get(Modality(value), "told as done")
    except ValueError:
        return value


def line_number(one: Quantity, briefing: Briefing, place: Place) -> NumberLine:
    """The number as a row of the ledger."""
    entry = briefing.comparing.entries.get(one.date or "")
    speaker = briefing.actors.get(one.speaker or "")
    stated = one.date_evidence.quote if one.date_evidence else None
    return NumberLine(
        words=shorten(one.evidence.quote, SUBJECT),
        counted=shorten(one.counted_evidence.quote, SUBJECT) if one.counted_evidence else one.counted,
        done=one.done,
        date=(name_date(entry.date) if entry else None) or stated,
        speaker=name_actor(speaker, place) if speaker else None,
        reported=one.statement is not None or one.source_evidence is not None,
        article=name_article(briefing.articles[one.article]),
        url=place.article(one.article),
        chip=cite((one.evidence,), briefing, place),
    )


def block_numbers(
    group: NumberGroup, briefing: Briefing, place: Place, within: Collection[str] | None = None
) -> NumberBlock:
    """Comparable numbers beside each other; those of copies are left out."""
    held = [briefing.comparing.quantities[key] for key in group.quantities]
    shown = briefing.comparing.originals if within is None else within
    words = (" ".join(filter(None, (group.counted, group.done))), f"in {group.unit}" if group.unit else None)
    return NumberBlock(
        id=group.id,
        subject=", ".join(word for word in words if word) or "number",
        actors=tuple(
            name_actor(briefing.actors[key], place) for key in group.actors if key in briefing.actors
        ),
        differ=group.differ,
        rule=group.rule,
        lines=tuple(line_number(one, briefing, place) for one in held if one.article in shown),
    )


def others(briefing: Briefing) -> list[Quantity]:
    """Numbers that no other article has anything to hold against; those of copies are left out."""
    grouped = {key for group in briefing.comparing.made.numbers for key in group.quantities}
    return [
        one
        for one in briefing.comparing.made.quantities
        if one.id not in grouped
        and one.article in briefing.comparing.order
        and one.article not in briefing.comparing.made.stands_for
    ]
