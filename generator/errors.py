"""What can go wrong, as data and as exceptions.

In: nothing. Out: `Problem` records, which stages return and the plugin and the command log, and
`GeneratorError`, which stops a build. A user's mistake is one clear line; a traceback is ours alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem costs: an error stops the command, a warning fails only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing the analyst should know about, with the remedy."""

    severity: Severity
    message: str
    """What is wrong, in one sentence."""
    path: str | None = None
    """The file concerned, relative to the project or as it was named on the command line."""
    line: int | None = None
    """One-based line in that file, where the trouble has one."""
    hint: str | None = None
    """What to do about it, in one sentence."""

    def __str__(self) -> str:
        where = self.path or ""
        if self.path and self.line is not None:
            where = f"{self.path}:{self.line}"
        text = f"{where}: {self.message}" if where else self.message
        return f"{text} {self.hint}" if self.hint else text


class GeneratorError(Exception):
    """A failure that the user can act on; its text is shown without a traceback."""


class EvidenceError(GeneratorError):
    """An item whose evidence does not stand in its article."""


class SettingsError(GeneratorError):
    """An option that cannot be used."""


class LexiconError(GeneratorError):
    """A lexicon file that does not hold what it should."""
