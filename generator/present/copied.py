"""Copies of one text, and the words in which they differ.

In: groups of near copies, citations. Out: blocks in which every change stands between the words around it, taken away and
added told apart by form and not by colour alone; and who draws on whom, in the words that say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.article import Extent
from generator.model.comparison import CopyKind
from generator.present.evidence import Chip, cite, name_article, shorten
from generator.present.marks import Mark, spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.article import Article, Span
    from generator.model.comparison import Change, Citation, CopyGroup, CopyPair
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

COPIES: Mapping[CopyKind, str] = {
    CopyKind.REPRINT: "the same text with small changes",
    CopyKind.CUT: "a part of the text",
    CopyKind.UPDATE: "the text with passages added or rewritten",
}
"""What a copy is to the text that stands for all, in words."""
SIDE = 50
"""Most characters before and after a change."""
CHANGED = 400
"""Most characters taken away or added that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change between the words around it."""

    before: str
    removed: str
    added: str
    after: str
    kind: str
    """added, left out or replaced."""
    words: int
    """Words taken away and added."""
    url: str
    """Where the change begins in the copy; in the first text where it only takes away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """One copy."""

    title: str
    url: str
    outlet: str | None
    kind: str
    shared: int
    """Per cent of its words that stand in the first text as well."""
    beside: str | None
    """Address of the page on which both stand side by side."""
    changes: tuple[ChangeLine, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyBlock:
    """A text and its copies."""

    id: str
    title: str
    url: str
    outlet: str | None
    copies: tuple[CopyLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationLine:
    """One article that draws on another."""

    article: str
    url: str
    cited: str
    cited_url: str
    rule: str
    chip: Chip | None


def block_copies(group: CopyGroup, briefing: Briefing, place: Place, most: int) -> CopyBlock:
    """The group, with the first changes of each copy."""
    first = briefing.articles[group.articles[0]]
    return CopyBlock(
        id=group.id,
        title=name_article(first),
        url=place.article(first.id),
        outlet=first.outlet,
        copies=tuple(line_copy(pair, briefing, place, most) for pair in group.pairs),
    )


def line_copy(pair: CopyPair, briefing: Briefing, place: Place, most: int) -> CopyLine:
    """The copy and its first changes."""
    a, b = briefing.articles[pair.a], briefing.articles[pair.b]
    beside = briefing.comparing.pair(pair.a, pair.b)
    # A change is shown among the words around it, which stand in texts that are published whole alone.
    whole = a.extent is Extent.FULL and b.extent is Extent.FULL
    return CopyLine(
        title=name_article(b),
        url=place.article(b.id),
        outlet=b.outlet,
        kind=COPIES[pair.kind],
        shared=round(100 * pair.b_in_a),
        beside=place.pair(beside.a, beside.b) if beside else None,
        changes=tuple(_change(one, a, b, briefing, place) for one in pair.changes[:most] if whole),
        more=max(0, len(pair.changes) - most) if whole else len(pair.changes),
    )


def _change(one: Change, a: Article, b: Article, briefing: Briefing, place: Place) -> ChangeLine:
    removed, added = a.quote(one.a), b.quote(one.b)
    text, span = (b, one.b) if one.b[0] < one.b[1] else (a, one.a)
    return ChangeLine(
        before=_tail(a.text[max(0, one.a[0] - SIDE) : one.a[0]], cut=one.a[0] > SIDE),
        removed=shorten(removed, CHANGED),
        added=shorten(added, CHANGED),
        kind="replaced" if removed and added else "added" if added else "left out",
        words=len(removed.split()) + len(added.split()),
        after=_head(a.text[one.a[1] : one.a[1] + SIDE], cut=one.a[1] + SIDE < len(a.text)),
        url=place.article(text.id, _sentence(text.id, span, briefing)),
    )


def _tail(text: str, *, cut: bool) -> str:
    return f"… {text.partition(' ')[2]}" if cut else text


def _head(text: str, *, cut: bool) -> str:
    return f"{text.rpartition(' ')[0]} …" if cut else text


def _sentence(article: str, span: Span, briefing: Briefing) -> str | None:
    """Id of the sentence at the span, or of the nearest one before it."""
    sentences = briefing.findings[article].sentences
    touched = spread([one.span for one in sentences], [Mark((span[0], max(span[1], span[0] + 1)), None)])
    return next((one.id for one, marks in zip(sentences, touched, strict=True) if marks), None)


def list_citations(found: Sequence[Citation], briefing: Briefing, place: Place) -> tuple[CitationLine, ...]:
    """Who draws on whom."""
    return tuple(
        CitationLine(
            article=name_article(briefing.articles[one.article]),
            url=place.article(one.article),
            cited=name_article(briefing.articles[one.cited]),
            cited_url=place.article(one.cited),
            rule=one.rule,
            chip=cite(one.evidence, briefing, place),
        )
        for one in found
    )
