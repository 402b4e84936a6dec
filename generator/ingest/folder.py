"""Which files of the seeds folder are articles.

In: the folder. Out: the files that a reader knows, sorted, and a problem for each thing that is none. Only regular
files inside the folder are ever opened: links that lead out of it are refused, and links to folders not followed,
so that nothing outside is published and no circle of links is walked.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError, Problem, Severity
from generator.ingest.readers import reader_for, readers

SILENT = frozenset(["thumbs.db", "desktop.ini"])
"""What systems leave in folders."""
RULINGS = frozenset(["curation.yml", "curation.yaml"])
"""The analyst's rulings, read by another stage."""


@dataclass(frozen=True, slots=True)
class SeedFile:
    """One file that a reader knows."""

    file: Path
    """Where it is."""
    path: str
    """Relative to the seeds folder, with forward slashes, fit to be shown."""


def find_files(folder: Path) -> tuple[list[SeedFile], list[Problem]]:
    """The readable files below a folder, by path; raises `GeneratorError` where there is no such folder."""
    if not folder.is_dir():
        what = "is no folder" if os.path.lexists(folder) else "does not exist"
        raise GeneratorError(f"The seeds folder “{folder}” {what}. Create it and put articles into it.")
    found: list[SeedFile] = []
    problems: list[Problem] = []
    root = folder.resolve()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            if current == folder:
                raise GeneratorError(
                    f"The seeds folder “{folder}” cannot be read: {reason(error)}."
                ) from error
            problems.append(
                _problem(current, f"The folder cannot be read: {reason(error)}.", "Check its rights.")
            )
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name.lower() in SILENT:
                continue
            if current == folder and entry.name.lower() in RULINGS:
                continue
            file = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(file)
                continue
            flaw = _flaw(entry, root)
            if flaw:
                problems.append(_problem(file, *flaw))
            else:
                found.append(SeedFile(file, shown(file.relative_to(folder))))
    found.sort(key=lambda seed: seed.path)
    return found, problems


def _flaw(entry: os.DirEntry[str], root: Path) -> tuple[str, str] | None:
    """Why an entry is no article, with the remedy; `None` where it may be one."""
    try:
        if entry.is_symlink():
            target = Path(entry.path).resolve(strict=True)
            if not target.is_relative_to(root):
                return "It is a link that leads out of the seeds folder.", "Copy the file here instead."
            if target.is_dir():
                return "It is a link to a folder, which is not followed.", "Remove it."
        mode = entry.stat().st_mode
    except FileNotFoundError:
        return "It is a link to a file that does not exist.", "Remove it."
    except (OSError, RuntimeError) as error:
        return f"It cannot be read: {reason(error)}.", "Check its rights, or remove it."
    if not stat.S_ISREG(mode):
        return "It is no regular file.", "Remove it."
    if reader_for(entry.name) is None:
        return "Its format cannot be read.", f"Formats that can are {', '.join(sorted(readers()))}."
    return None


def shown(path: Path) -> str:
    """A path as text: forward slashes, bytes that are no characters and control characters as escapes."""
    text = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _problem(file: Path, message: str, hint: str) -> Problem:
    return Problem(severity=Severity.WARNING, message=message, path=shown(file), hint=hint)


def reason(error: Exception) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
