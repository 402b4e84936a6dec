"""The record of one text.

In: nothing. Out: `Article`, made by `ingest` and read by every later stage. Its text is normalised once, so
that every span of the program is a pair of offsets into the same string.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Span = tuple[int, int]
"""Half-open character offsets `[start, end)` into `Article.text`."""


class TitleOrigin(StrEnum):
    """Where an article's title comes from."""

    FRONT_MATTER = "front matter"
    HEADING = "heading"
    FIRST_SENTENCE = "first sentence"


class Extent(StrEnum):
    """How much of a text is published."""

    FULL = "full"
    EXCERPT = "excerpt"
    """The sentences that something rests on; the others are left out, and the page says so."""
    LINK = "link"
    """Nothing on the article's own page but what names it and the way to the original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of an article's text."""

    span: Span
    """Without surrounding white space."""
    heading: bool = False
    """True for a first line that was taken as the article's headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A further file with the same text, which is no article of its own."""

    id: str
    """The id it would have as an article."""
    path: str
    """Relative to the seeds folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text and what is known about it; `None` means not known."""

    id: str
    """Stable slug of the file name: part of the article's address."""
    path: str
    """File path relative to the seeds folder, with forward slashes."""
    title: str
    title_origin: TitleOrigin
    text: str
    """NFC, `\\n` line ends, no control characters; never changed after ingest."""
    paragraphs: tuple[Paragraph, ...]
    digest: str
    """SHA-256 of `text` in UTF-8, hexadecimal."""
    outlet: str | None = None
    published: date | None = None
    """Publication date as the source states it; never a file's date, never today's."""
    url: str | None = None
    author: str | None = None
    language: str | None = None
    """ISO 639-1 code as the source states it."""
    copies: tuple[Copy, ...] = ()
    """Other files that hold exactly this text, by path."""
    publish: Extent | None = None
    """How much of it may be published, as its file states."""
    extent: Extent = Extent.FULL
    """How much of the text this record holds: what may not be published is blank, so that every span still fits."""

    def quote(self, span: Span) -> str:
        """The words at `span`, verbatim."""
        return self.text[span[0] : span[1]]
