"""What a reader makes of one file, and what a reader is.

In: nothing. Out: `Draft` and `Metadata`, from which `seeds.py` makes an `Article`, and `Reader`, by which a format
is registered. A draft holds no spans: these are counted once, when its text has been normalised.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from generator.errors import Problem
    from generator.model.article import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the source states about its text; `None` means that it does not."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    """Two small letters, ISO 639-1."""
    publish: Extent | None = None
    """How much of the text may be published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The contents of one file."""

    text: str
    """One paragraph a line; it need not be normalised."""
    metadata: Metadata = field(default_factory=Metadata)
    heading: bool = False
    """True where the format itself marks the first paragraph as a heading."""
    problems: tuple[Problem, ...] = ()
    """What was odd about the file; their paths are filled in later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format."""

    suffixes: tuple[str, ...]
    """Endings of its file names, in small letters, with the dot."""
    read: Callable[[bytes], Draft]
    """Raises `UnreadableError` for contents that hold no text."""


class UnreadableError(Exception):
    """Contents of which no text can be made; says why, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        """Takes one sentence each, as a `Problem` does."""
        super().__init__(f"{message} {hint}")
        self.message = message
        self.hint = hint
