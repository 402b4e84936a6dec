"""Positions as pages show them: a sentence with the exact words marked, who holds it, towards whom.

In: positions, shifts and open matters of the corpus. Out: plain values for the macros of `stands.md.j2`. They stand
apart from the pages, since the board, the overview and the profiles show the same things.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.findings import Doubt, Stand
from generator.present.addresses import POSITIONS, STATEMENTS
from generator.present.evidence import SIDE, TITLE, Chip, cite, name_article, shorten
from generator.present.items import ActorName, name_actor
from generator.present.marks import Mark, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.corpus import ActorPosition, ActorShift, ActorStatement, Evidence, OpenMatter
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

PLURALS: Mapping[Stand, str] = {
    Stand.DEMAND: "Demands",
    Stand.CONDITION: "Conditions",
    Stand.PROPOSAL: "Proposals",
    Stand.OFFER: "Offers",
    Stand.COMMITMENT: "Commitments",
    Stand.ACCEPTANCE: "Accepts",
    Stand.CONCESSION: "Concessions",
    Stand.REJECTION: "Rejections",
    Stand.WARNING: "Warnings",
}
"""Headings of the kinds, in the order in which they are listed."""
DOUBTS: Mapping[Doubt, str] = {
    Doubt.UNKNOWN: "Not known",
    Doubt.UNCONFIRMED: "Not confirmed",
    Doubt.DISPUTED: "Disputed",
    Doubt.UNLIKELY: "Called unlikely",
}
LONGEST = 420
"""Most characters of a position's own words in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a sentence."""

    text: str
    marked: bool
    """True for the words that say what is demanded, offered, ..."""
    cue: bool
    """True for the word that makes it a position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who holds a position, or to whom it is directed: an actor, or the words of the text."""

    actor: ActorName | None
    words: str | None
    """The text's words where no actor was found for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandLine:
    """One position."""

    id: str
    url: str
    """Where it stands on the positions page."""
    kind: str
    holder: Party | None
    """`None` for the article's own voice, and where nobody is named."""
    own_voice: bool
    addressee: Party | None
    stretches: tuple[Stretch, ...]
    """The sentence of the cue, shortened far from it."""
    words: tuple[str, ...]
    """What is demanded, offered, ... alone."""
    modality: str
    """The word that makes it a position."""
    date: str | None
    """As the sentence has it."""
    statement_url: str | None
    article: str
    article_id: str
    article_url: str
    chip: Chip | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfLine:
    """One half of a shift."""

    words: str
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLine:
    """A change of position."""

    id: str
    actor: Party | None
    before: HalfLine | None
    after: HalfLine | None
    stretches: tuple[Stretch, ...]
    chip: Chip | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtLine:
    """Something that is called uncertain."""

    id: str
    stretches: tuple[Stretch, ...]
    speaker: Party | None
    """Who says so; `None` where it is the article."""
    article: str
    article_url: str
    chip: Chip | None


def line_position(position: ActorPosition, briefing: Briefing, place: Place) -> StandLine:
    """The position as a line."""
    statement = briefing.statements.get(position.statement or "")
    article = briefing.articles[position.article]
    proof = (
        (position.content[0], *_repeated(statement, briefing)) if position.content else (position.sentence,)
    )
    return StandLine(
        id=position.id,
        url=place.to(POSITIONS, position.id),
        kind=position.kind.value,
        holder=name_party(position.holder, position.holder_evidence, briefing, place),
        own_voice=position.own_voice,
        addressee=name_party(position.addressee, position.addressee_evidence, briefing, place),
        stretches=_stretches(position.sentence, position.content, position.cue_evidence, briefing),
        words=tuple(shorten(one.quote, LONGEST) for one in position.content),
        modality=position.cue_evidence.quote,
        date=position.date_evidence.quote if position.date_evidence else None,
        statement_url=place.to(STATEMENTS, statement.same_as or statement.id) if statement else None,
        article=name_article(article),
        article_id=article.id,
        article_url=place.article(article.id),
        chip=cite(proof, briefing, place),
        rule=position.rule,
    )


def _repeated(statement: ActorStatement | None, briefing: Briefing) -> Iterator[Evidence]:
    """The same words in other articles."""
    for other in statement.repeats if statement is not None else ():
        yield from briefing.statements[other].content[:1]


def line_shift(shift: ActorShift, briefing: Briefing, place: Place) -> ShiftLine:
    """The shift as two halves and the sentence that tells of it."""
    return ShiftLine(
        id=shift.id,
        actor=name_party(shift.actor, shift.actor_evidence, briefing, place),
        before=_half(shift.before, briefing, place),
        after=_half(shift.after, briefing, place),
        stretches=_stretches(shift.sentence, (), shift.cue_evidence, briefing),
        chip=cite((shift.cue_evidence,), briefing, place),
        rule=shift.rule,
    )


def _half(evidence: Evidence | None, briefing: Briefing, place: Place) -> HalfLine | None:
    if evidence is None:
        return None
    return HalfLine(words=shorten(evidence.quote, LONGEST), chip=cite((evidence,), briefing, place))


def line_doubt(matter: OpenMatter, briefing: Briefing, place: Place) -> DoubtLine:
    """The sentence, with who says so where it is not the article."""
    statement = briefing.statements.get(matter.statement or "")
    article = briefing.articles[matter.article]
    speaker = None
    if statement is not None:
        speaker = name_party(statement.speaker, statement.speaker_evidence, briefing, place)
        speaker = speaker or Party(actor=None, words=None)
    return DoubtLine(
        id=matter.id,
        stretches=_stretches(matter.sentence, (matter.cue_evidence,), matter.cue_evidence, briefing),
        speaker=speaker,
        article=name_article(article),
        article_url=place.article(article.id),
        chip=cite((matter.cue_evidence,), briefing, place),
    )


def name_party(
    actor: str | None, evidence: Evidence | None, briefing: Briefing, place: Place
) -> Party | None:
    """The actor where one is known, else the words of the text; `None` where there are none."""
    if actor in briefing.actors and actor is not None:
        return Party(actor=name_actor(briefing.actors[actor], place), words=None)
    return Party(actor=None, words=shorten(evidence.quote, TITLE)) if evidence is not None else None


def shown(positions: Iterable[ActorPosition], briefing: Briefing) -> tuple[ActorPosition, ...]:
    """Positions without those that a repeated quotation would show twice."""
    return tuple(
        one
        for one in positions
        if not (statement := briefing.statements.get(one.statement or "")) or statement.same_as is None
    )


def _stretches(
    sentence: Evidence, content: Sequence[Evidence], cue: Evidence, briefing: Briefing
) -> tuple[Stretch, ...]:
    """The sentence in pieces; what stands far from the marked words is left out."""
    article = briefing.articles[sentence.article]
    start, end = sentence.span
    spans = [one.span for one in (*content, cue) if one.span[0] < end and one.span[1] > start]
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    marks = [Mark(one.span, "content") for one in content] + [Mark(cue.span, "cue")]
    left, right = _edge(article.text, start, low), _edge_after(article.text, high, end)
    pieces = cut((left, right), marks)
    found = [
        Stretch(
            text=shorten(article.quote(piece.span), 3 * SIDE),
            marked=any(mark.value == "content" for mark in piece.marks),
            cue=any(mark.value == "cue" for mark in piece.marks),
        )
        for piece in pieces
    ]
    found = _closed(found)
    if left > start:
        found.insert(0, Stretch(text="… ", marked=False, cue=False))
    if right < end:
        found.append(Stretch(text=" …", marked=False, cue=False))
    return tuple(found)


def _closed(pieces: Sequence[Stretch]) -> list[Stretch]:
    """The blank between the word of a position and what is demanded belongs to what is demanded: one mark, no gap."""
    made: list[Stretch] = []
    blank = ""
    for number, one in enumerate(pieces):
        between = not (one.marked or one.cue) and one.text.isspace() and 0 < number < len(pieces) - 1
        after = pieces[number + 1] if between else one
        if between and after.marked:
            blank = one.text
        elif between and after.cue and made[-1].marked:
            made[-1] = replace(made[-1], text=made[-1].text + one.text)
        else:
            made.append(replace(one, text=blank + one.text))
            blank = ""
    return made


def _edge(text: str, start: int, low: int) -> int:
    """Where a sentence is taken up before its first marked word."""
    if low - start <= SIDE:
        return start
    cut_at = text.find(" ", low - SIDE, low)
    return cut_at + 1 if cut_at >= 0 else low - SIDE


def _edge_after(text: str, high: int, end: int) -> int:
    if end - high <= SIDE:
        return max(end, min(high, end))
    cut_at = text.rfind(" ", high, high + SIDE)
    return cut_at if cut_at > high else high + SIDE
