"""The lines between `---` at the top of a file.

In: cleaned text. Out: the body, what the front matter states, and what is wrong with it. Whatever is wrong, the body
is kept: a text without its metadata is worth more than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.errors import Problem, Severity
from generator.ingest.draft import Metadata
from generator.ingest.flatyaml import FrontMatterError, read_entries
from generator.ingest.metadata import read_metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LINES = 200
MOST_CHARACTERS = 20_000
"""What is longer than this is no front matter."""

_FENCE = re.compile(r"---[ \t]*")
_KEY = re.compile(r"[A-Za-z_][\w -]{0,30}:(?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A file's text in two parts."""

    body: str
    metadata: Metadata = field(default_factory=Metadata)
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Body and metadata; a text that does not open with a fence is all body."""
    blank = len(text) - len(text.lstrip("\n"))
    lines = text[blank : blank + MOST_CHARACTERS].split("\n")[: MOST_LINES + 2]
    if not _FENCE.fullmatch(lines[0]):
        return FrontMatter(body=text)
    end = next((number for number, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
    first_line = blank + 2
    if end is None:
        return _unclosed(text[blank:], lines, first_line)
    inner, body = lines[1:end], _after(text[blank:], lines[: end + 1])
    try:
        entries = read_entries("\n".join(inner), first_line)
    except FrontMatterError as error:
        # Lines of which none looks like a key are somebody's text between two rules.
        if not any(map(_KEY.match, inner)):
            body = "\n".join([*inner, "", body])
        return FrontMatter(body=body, problems=(error.problem,))
    metadata, problems = read_metadata(entries)
    return FrontMatter(body=body, metadata=metadata, problems=problems)


def _unclosed(text: str, lines: Sequence[str], first_line: int) -> FrontMatter:
    """An opening fence alone: a rule above a text, or front matter whose end only its keys can tell."""
    keys = list(takewhile(_KEY.match, lines[1:]))
    body = _after(text, lines[: len(keys) + 1])
    if not keys:
        return FrontMatter(body=body)
    problem = Problem(
        severity=Severity.WARNING,
        message="The front matter has no end, so its keys were left out.",
        line=first_line + len(keys),
        hint="Put a line of three hyphens here.",
    )
    return FrontMatter(body=body, problems=(problem,))


def _after(text: str, lines: Sequence[str]) -> str:
    """The text after its first lines."""
    return text[sum(len(line) + 1 for line in lines) :]
