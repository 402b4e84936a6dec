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

PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”"}
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
            following = article.paragraphs[number + 1].span[0] if number + 1 < len(article.paragraphs) else None
            if following is not None and _width(text, following) and text[following] not in CLOSING:
                quotations.append(Quotation((dangling, end), number, closed=False))
    return tuple(quotations)


def _pair(text: str, start: int, end: int) -> tuple[list[Span], int | None]:
    """Pairs of marks between two offsets, and the offset of a last opening mark without partner."""
    spans: list[Span] = []
    opened: int | None = None
    wanted = ""
    i = start
    while i < end:
        width = _width(text, i)
        if not width:
            i += 1
            continue
        mark = text[i]
        if opened is None:
            if _opens(text, i, width, start):
                opened = i
                wanted = PAIRS.get(mark, mark)
        elif mark in wanted and (mark in CLOSING or _closes(text, i, width, end)):
            if i > opened + 1:
                spans.append((opened, i + width))
            opened = None
        elif mark in PAIRS and mark == text[opened]:
            opened = i  # the first one was never closed
        i += width
    return spans, opened


def _width(text: str, i: int) -> int:
    """Length of the quotation mark at `i`; 0 where there is none. Two single marks count as one double mark."""
    character = text[i]
    if character in "\"“”«»„‟":
        return 1
    if character in "'‘’`":
        return 2 if text[i + 1 : i + 2] == character else 1
    return 0


def _opens(text: str, i: int, width: int, start: int) -> bool:
    mark = text[i]
    if mark in CLOSING or (mark == "’" and width == 1):
        return False
    before = text[i - 1] if i > start else " "
    after = text[i + width : i + width + 1]
    if mark in PAIRS:
        return True
    spaced = not after.isspace() and after != ""
    if mark in "'‘`" and width == 1:
        return spaced and (before.isspace() or before in "([—–“\"") and not after.isdigit()
    return spaced and not (before.isalnum() or before in ",.?!")


def _closes(text: str, i: int, width: int, end: int) -> bool:
    before = text[i - 1]
    after = text[i + width] if i + width < end else " "
    if text[i] in "'’" and width == 1:
        # An apostrophe ends a word too; a mark follows punctuation or precedes it.
        return not after.isalnum() and not before.isspace() and (before in ",.?!" or not before == "s" or not after.isspace())
    return not after.isalnum() or before.isspace() or before in ",.?!"
