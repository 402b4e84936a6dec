"""Reads lexicon files: sectioned word lists and YAML tables.

In: file names under this folder. Out: mappings that callers must not change. A word list holds one entry a line,
`#` comments and `[section]` headings, so that it can be edited and compared line by line.
"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

from generator.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have lexicons."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if len(path.name) == 2 and path.is_dir()))


@cache
def read_sections(language: str, name: str) -> Mapping[str, str]:
    """Entry -> section of `<language>/<name>.txt`, in the order of the file.

    Raises `LexiconError` for a missing file, an entry before the first section or one that stands twice.
    """
    path = FOLDER / language / f"{name}.txt"
    return _sections(path.name, _text(path))


def read_list(path: str) -> Mapping[str, str]:
    """The same of a word list outside of the program, named by a user; read anew each time, since it may be edited.

    Raises `LexiconError` for a file that cannot be read too.
    """
    try:
        return _sections(Path(path).name, Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"The word list “{path}” cannot be read: {error}.") from error


@lru_cache(maxsize=64)
def _sections(name: str, text: str) -> Mapping[str, str]:
    entries: dict[str, str] = {}
    section = None
    for number, line in enumerate(text.splitlines(), 1):
        entry = line.partition("#")[0].strip()
        if not entry:
            continue
        if entry.startswith("[") and entry.endswith("]"):
            section = entry[1:-1].strip()
            continue
        if section is None:
            raise LexiconError(f"{name}:{number}: “{entry}” stands before the first [section].")
        if entry in entries:
            raise LexiconError(f"{name}:{number}: “{entry}” stands already under [{entries[entry]}].")
        entries[entry] = section
    return MappingProxyType(entries)


@cache
def read_yaml(language: str, name: str) -> Any:
    """What `<language>/<name>.yaml` holds; raises `LexiconError` where it is missing or broken."""
    path = FOLDER / language / f"{name}.yaml"
    try:
        return yaml.load(_text(path), Loader=LOADER)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.YAMLError as error:
        raise LexiconError(f"{path.name}: {error}") from error


@cache
def language_names() -> Mapping[str, str]:
    """ISO 639-1 code -> English name of the language."""
    rows = _text(FOLDER / "general" / "languages.tsv").splitlines()[1:]
    return MappingProxyType(dict(row.split("\t", 1) for row in rows))


@cache
def lexicon_digest() -> str:
    """SHA-256 over the names and bytes of all lexicon files: part of every cache key."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in {".txt", ".yaml", ".tsv"}:
            digest.update(path.relative_to(FOLDER).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"{path.name}: {error.strerror}.") from error
