"""Safe names for articles.

In: file paths relative to the seeds folder. Out: ids of `a-z`, `0-9` and `-`, which become addresses. A path that
spells its id one to one keeps it plain; one that loses something on the way (capitals, blanks, other scripts,
length) gets a hash of itself, so that an id depends on its own path alone and a new file does not rename another.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 80
"""Most characters of an id."""
FORMAT_NAMES = frozenset(
    [
        *("doc", "docx", "eml", "epub", "htm", "html", "json", "markdown"),
        *("md", "odt", "pdf", "rst", "rtf", "tex", "xml"),
    ]
)
"""Endings that become part of an id: `a.txt` is `a`, `a.md` is `a-md`."""
RESERVED = frozenset(
    ["index", "readme", "con", "prn", "aux", "nul"]
    + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)
"""Names that a site or Windows takes for something else."""

_PLAIN = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_HASHED = re.compile(r"-x[0-9a-f]{8,}$")
_OTHER = re.compile(r"[^a-z0-9]+")


def article_ids(paths: Iterable[str]) -> dict[str, str]:
    """The id of every path.

    `a_b.txt` and `a-b.txt` both spell `a-b`, which is the one case where files matter to each other: where both
    are there, the one with an underscore gets a hash. So does the second of two names that differ only in how
    their accents are stored.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths, key=lambda path: ("_" in path, path != _composed(path), path)):
        own, salted = article_id(path), path
        while own in taken:
            salted += "/"
            own = _with_hash(own, salted)
        taken.add(own)
        ids[path] = own
    return ids


def article_id(path: str) -> str:
    """The id of one path, as far as it depends on that path alone."""
    folders, name = PurePosixPath(path).parts[:-1], PurePosixPath(path)
    stem, ending = name.stem, name.suffix[1:]
    parts = [*folders, stem]
    slug = "--".join(filter(None, map(_folded, parts)))
    if ending != "txt":
        slug = f"{slug}-{_folded(ending)}"
    plain = (
        all(_PLAIN.fullmatch(part) for part in parts)
        and (ending == "txt" or ending in FORMAT_NAMES)
        and stem.replace("_", "-").rpartition("-")[2] not in FORMAT_NAMES
        and not _HASHED.search(slug)
        and slug not in RESERVED
        and len(slug) <= LONGEST
    )
    return slug if plain else _with_hash(slug, path)


def _folded(name: str) -> str:
    """A name in plain small letters, accents gone, with single hyphens for everything else."""
    ascii_only = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return _OTHER.sub("-", ascii_only).strip("-")


def _with_hash(slug: str, path: str) -> str:
    digest = hashlib.sha256(_composed(path).encode()).hexdigest()[:8]
    words = slug[: LONGEST - len(digest) - 2].strip("-") or "article"
    return f"{words}-x{digest}"


def _composed(path: str) -> str:
    """A path in the form that does not depend on the system: some take accents apart."""
    return unicodedata.normalize("NFC", path)
