"""Findings of earlier builds, one file an article.

In: an `Article` and what decides its analysis. Out: its `Findings`, or nothing where they must be made. An entry is
found by a hash over everything that could change it, and believed only if its own checksum holds: a wrong entry would
put words into somebody's mouth, a lost one costs a second.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import asdict, replace
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from generator.annotate.language import model_version
from generator.errors import Problem, Severity
from generator.lexicons import lexicon_digest, read_list
from generator.model.article import Article
from generator.model.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.settings import AnnotateSettings

FORMAT = "dossier-findings/1"
SPARE = 2_000
"""Entries that may lie unused, for articles taken out and put back and for settings tried out."""
LIBRARIES = ("spacy", "yake", "py3langid")
"""Distributions whose release can change a finding."""


@cache
def _articles() -> TypeAdapter[Article]:
    return TypeAdapter(Article)


@cache
def _findings() -> TypeAdapter[Findings]:
    return TypeAdapter(Findings)


@cache
def code_digest() -> str:
    """SHA-256 over the modules of this stage: no edit to an extractor can leave stale findings behind."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


class Cache:
    """The folder of cached findings for one group of settings; a folder of `None` keeps nothing."""

    def __init__(self, folder: Path | None, settings: AnnotateSettings) -> None:
        """Nothing is written until there is something to keep; raises `SettingsError` for a missing model."""
        self._folder = folder
        self._settings = settings
        self._used: set[str] = set()
        self._failure: OSError | None = None
        self._basis = "" if folder is None else self._conditions()

    def read(self, article: Article) -> Findings | None:
        """What is known about an article; `None` for an entry that is missing or damaged in any way."""
        if self._folder is None:
            return None
        key = self._key(article)
        self._used.add(key)
        try:
            head, _, body = (self._folder / f"{key}.json").read_bytes().partition(b"\n")
            if head.decode() != _head(key, body):
                return None
            findings = _findings().validate_json(body)
        except (OSError, UnicodeDecodeError, ValidationError):
            return None
        return findings if findings.article == article.id else None

    def write(self, article: Article, findings: Findings) -> None:
        """Keeps findings: written aside and renamed, so that a build that dies leaves no half entry."""
        if self._folder is None or self._failure is not None:
            return
        key = self._key(article)
        body = _findings().dump_json(findings)
        aside = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(dir=self._folder, prefix=".new-")
            with os.fdopen(handle, "wb") as file:
                file.write(_head(key, body).encode() + b"\n" + body)
            Path(aside).replace(self._folder / f"{key}.json")
        except OSError as error:
            self._failure = error
            if aside is not None:
                with contextlib.suppress(OSError):
                    Path(aside).unlink()

    def prune(self) -> None:
        """Drops entries that this run did not use, oldest first, where more than `SPARE` of them lie about."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            unused = [
                (entry.stat().st_mtime_ns, entry.name)
                for entry in os.scandir(self._folder)
                if entry.name.endswith(".json") and entry.name.removesuffix(".json") not in self._used
            ]
            for _, name in sorted(unused)[: max(0, len(unused) - SPARE)]:
                with contextlib.suppress(OSError):
                    (self._folder / name).unlink()

    def problems(self) -> Iterable[Problem]:
        """A warning where findings could not be kept."""
        if self._failure is not None:
            reason = self._failure.strerror or str(self._failure)
            yield Problem(
                severity=Severity.WARNING,
                path=str(self._folder),
                message=f"Findings cannot be kept between builds: {reason}.",
                hint="Make the folder writable, or name another one in the option run.cache.",
            )

    def _conditions(self) -> str:
        """Everything but the article that decides what is found."""
        package = self._settings.model
        return json.dumps(
            [
                FORMAT,
                # Of a list of the user's own its content counts, not where it lies.
                asdict(replace(self._settings, themes="")),
                [*read_list(self._settings.themes).items()] if self._settings.themes else None,
                [package, model_version(package)],
                [[name, metadata.version(name)] for name in LIBRARIES],
                lexicon_digest(),
                code_digest(),
                _findings().json_schema(),
            ],
            sort_keys=True,
        )

    def _key(self, article: Article) -> str:
        digest = hashlib.sha256(self._basis.encode())
        digest.update(b"\0" + _articles().dump_json(article))
        return digest.hexdigest()


def _head(key: str, body: bytes) -> str:
    return f"{FORMAT} {key} {hashlib.sha256(body).hexdigest()}"
