"""The text of an article, ready to be shown: paragraphs of sentences of marked runs.

In: an article with its statements and mentions. Out: blocks for the template. Sentences bear the anchors to which
all evidence leads; marks that cross are cut into runs, since elements cannot cross. Nothing of the text is left out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.present.chains import address_statement, read_chain
from generator.present.evidence import shorten
from generator.present.items import NAME, ActorName, name_actor
from generator.present.marks import Mark, cut, spread
from generator.present.publishing import is_withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model.article import Article, Span
    from generator.model.corpus import ActorStatement
    from generator.model.findings import Sentence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement in the text."""

    id: str
    number: int
    """Of the footnote that it has on paper."""
    url: str
    kind: str
    cue: str | None
    speaker: str
    """Name of the actor, or the words of the text, or that nobody is named."""
    tone: str
    """Kind of the speaker: its colour."""
    via: tuple[str, ...]
    """Names of those who tell of it, the nearest one first."""
    mode: str
    """direct, mixed or indirect."""
    addressee: str | None
    also: str
    """How many other articles hold the same quotation, in words; empty where none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor in the text."""

    actor: ActorName
    rule: str | None
    """How it was inferred; `None` where the words say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text under the same marks."""

    text: str
    named: Named | None
    said: Said | None
    deep: bool
    """True inside two statements or more."""
    starts: tuple[Said, ...]
    """Statements that begin here."""
    ends: tuple[Said, ...]
    """Statements that end here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A sentence, or text that belongs to none."""

    id: str | None
    runs: tuple[Run, ...]
    left_out: int = 0
    """Sentences that are not published and would stand here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph."""

    number: int | None
    """`None` for the headline."""
    sentences: tuple[Words, ...]
    notes: tuple[Said, ...]
    """Statements that stand in it, wholly or in part."""
    left_out: int = 0
    """Where it is a gap: sentences of the paragraphs that are not published."""


def read_blocks(article: Article, briefing: Briefing, place: Place) -> tuple[Block, ...]:
    """The text, paragraph by paragraph; what is not published is a gap that counts its sentences."""
    statements = [one for one in briefing.statements_in.get(article.id, ()) if one.content]
    said = {one.id: _said(one, number, briefing, place) for number, one in enumerate(statements, 1)}
    edges = {
        one.id: (
            min(part.span[0] for part in one.content),
            max(part.span[1] for part in one.content),
        )
        for one in statements
    }
    marks: list[Mark[Said | Named]] = [
        Mark(part.span, said[one.id]) for one in statements for part in one.content
    ]
    for actor, mention in briefing.mentions_in.get(article.id, ()):
        named = Named(actor=name_actor(actor, place), rule=mention.rule if mention.inferred else None)
        marks.append(Mark(mention.evidence.span, named))
    stretches = list(_stretches(article, briefing.findings[article.id].sentences))
    words: defaultdict[int, list[Words]] = defaultdict(list)
    touching = spread([span for span, _, _ in stretches], marks)
    for (span, paragraph, sentence), near in zip(stretches, touching, strict=True):
        if sentence and is_withheld(article, span):
            words[paragraph] = _with_gap(words[paragraph])
            continue
        words[paragraph].append(Words(id=sentence, runs=_runs(span, article, near, edges)))
    notes: defaultdict[int, list[Said]] = defaultdict(list)
    paragraphs = spread([paragraph.span for paragraph in article.paragraphs], marks)
    for index, near in enumerate(paragraphs):
        known = {mark.value.id: mark.value for mark in near if isinstance(mark.value, Said)}
        notes[index] = list(known.values())
    return _joined(
        Block(number=number, sentences=tuple(words[index]), notes=tuple(notes[index]))
        for index, number in enumerate(briefing.paragraphs[article.id])
    )


def _with_gap(before: list[Words]) -> list[Words]:
    """One more sentence left out; gaps that only a blank divides are one."""
    if (
        before
        and before[-1].id is None
        and not before[-1].left_out
        and len(before) > 1
        and before[-2].left_out
    ):
        before = before[:-1]
    if before and before[-1].left_out:
        return [*before[:-1], replace(before[-1], left_out=before[-1].left_out + 1)]
    return [*before, Words(id=None, runs=(), left_out=1)]


def _joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Paragraphs of which nothing is published become one gap with their neighbours."""
    made: list[Block] = []
    for block in blocks:
        gone = sum(one.left_out for one in block.sentences)
        if not gone or any(one.id for one in block.sentences):
            made.append(block)
        elif made and made[-1].left_out:
            made[-1] = replace(made[-1], left_out=made[-1].left_out + gone)
        else:
            made.append(Block(number=None, sentences=(), notes=(), left_out=gone))
    return tuple(made)


def _stretches(article: Article, sentences: Sequence[Sentence]) -> Iterator[tuple[Span, int, str | None]]:
    """Spans that tile every paragraph: its sentences, and what stands between them."""
    inside: defaultdict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        inside[sentence.paragraph].append(sentence)
    for index, paragraph in enumerate(article.paragraphs):
        position, end = paragraph.span
        for sentence in inside[index]:
            if position < sentence.span[0]:
                yield (position, sentence.span[0]), index, None
            yield sentence.span, index, sentence.id
            position = sentence.span[1]
        if position < end:
            yield (position, end), index, None


def _runs(
    span: Span, article: Article, marks: Sequence[Mark[Said | Named]], edges: Mapping[str, Span]
) -> tuple[Run, ...]:
    runs = []
    for piece in cut(span, marks):
        said = [mark.value for mark in piece.marks if isinstance(mark.value, Said)]
        named = [mark.value for mark in piece.marks if isinstance(mark.value, Named)]
        ending = (mark.value for mark in piece.ending if isinstance(mark.value, Said))
        text = article.quote(piece.span)
        blank = not text.strip()
        runs.append(
            Run(
                text=" " if blank else text,
                named=named[-1] if named and not blank else None,
                said=said[-1] if said else None,
                deep=len(said) > 1,
                starts=tuple(value for value in said if edges[value.id][0] == piece.span[0]),
                ends=tuple(value for value in ending if edges[value.id][1] == piece.span[1]),
            )
        )
    return tuple(runs)


def _others(statement: ActorStatement, briefing: Briefing) -> str:
    told = briefing.statements.get(statement.same_as or statement.id, statement)
    held = {told.article, *(briefing.statements[key].article for key in told.repeats), statement.article}
    return briefing.comparing.tally(held).others()


def _said(statement: ActorStatement, number: int, briefing: Briefing, place: Place) -> Said:
    actor = briefing.actors.get(statement.speaker) if statement.speaker else None
    heard = statement.speaker_evidence
    addressee = briefing.actors.get(statement.addressee or "")
    return Said(
        id=statement.id,
        number=number,
        url=address_statement(statement, place),
        kind=statement.kind,
        cue=statement.cue_evidence.quote if statement.cue_evidence else None,
        speaker=actor.name if actor else heard.quote if heard else "",
        via=tuple(teller.name for teller in read_chain(statement, briefing, place)),
        tone=actor.kind.value if actor else "unknown",
        mode=statement.mode.value,
        addressee=shorten(addressee.name, NAME) if addressee else None,
        also=_others(statement, briefing),
    )
