"""Quotation marks of a text, paired.

In: an article. Out: its quotations as spans with their marks. Marks are paired within a paragraph; an opening mark
without its partner reaches to the end of the paragraph where the next one opens again, as long quotations are
printed. Marks that do not pair are left alone: nothing here may fail on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.article import Article, Span

DOUBLE = '"“”«»„‟'
OPENING = "“„‟«"
CLOSING = "”»"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    span: Span
    """With the marks."""
    paragraph: int
    closed: bool = True
    """False where the mark at the end is missing, since the quotation goes on in the next paragraph."""

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Offset after the closing mark."""
        return self.span[1]


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """All quotations in the order of the text, the outer ones only."""
    text = article.text
    quotations: list[Quotation] = []
    for number, paragraph in enumerate(article.paragraphs):
        start, end = paragraph.span
        spans, dangling = _pair(text, start, end)
        quotations += [Quotation(span, number) for span in spans]
        if dangling is not None:
            following = (
                article.paragraphs[number + 1].span[0] if number + 1 < len(article.paragraphs) else None
            )
            if (
                following is not None
                and _width(text, following)
                and _same(text[dangling], text[following], 1)
            ):
                quotations.append(Quotation((dangling, end), number, closed=False))
    return tuple(quotations)


def _pair(text: str, start: int, end: int) -> tuple[list[Span], int | None]:
    """Pairs of marks between two offsets, and the offset of a last opening mark without partner."""
    spans: list[Span] = []
    opened: int | None = None
    i = start
    while i < end:
        width = _width(text, i)
        if not width:
            i += 1
            continue
        if opened is None:
            if _opens(text, i, width, start, end):
                opened = i
        elif _same(text[opened], text[i], width) and _closes(text, i, width, end):
            if i > opened + width:
                spans.append((opened, i + width))
            opened = None
        elif text[i] in DOUBLE and text[i] == text[opened] and _opens(text, i, width, start, end):
            opened = i  # the first one was never closed
        i += width
    return spans, opened


def _same(first: str, second: str, width: int) -> bool:
    """True where the second mark can close what the first one opened."""
    if first in DOUBLE:
        return second in DOUBLE or (width == 2 and first == '"')
    return second not in DOUBLE


def _width(text: str, i: int) -> int:
    """Length of the quotation mark at `i`; 0 where there is none. Two single marks count as one double mark."""
    character = text[i]
    if character in DOUBLE:
        return 1
    if character in "'‘’`":
        return 2 if text[i + 1 : i + 2] == character else 1
    return 0


def _opens(text: str, i: int, width: int, start: int, end: int) -> bool:
    """True for an opening mark: its form counts, unless the blanks around it say the contrary."""
    mark = text[i]
    before = text[i - 1] if i > start else " "
    after = text[i + width] if i + width < end else " "
    if after.isspace():
        return False
    free = before.isspace() or before in "([{—–-/“‘\"'…>"
    if mark in OPENING:
        return True
    if mark in CLOSING or (mark == "’" and width == 2):
        return free and after.isalnum()
    if mark == "’":
        return False
    if width == 1 and mark in "'‘`":
        return free and not after.isdigit()
    return free or not (before.isalnum() or before in ",.?!;:")


def _closes(text: str, i: int, width: int, end: int) -> bool:
    before = text[i - 1]
    after = text[i + width] if i + width < end else " "
    mark = text[i]
    if mark in CLOSING:
        return True
    if mark in OPENING:
        return not after.isalnum() and not before.isspace()
    if width == 1 and mark in "'’‘`":
        # An apostrophe ends a word too; a mark follows punctuation or a word that is no plural.
        return not after.isalnum() and not before.isspace() and (before in ",.?!" or before != "s")
    return not after.isalnum() or before.isspace() or before in ",.?!"
