"""Stable ids for addresses.

In: names in any script. Out: slugs of `a-z`, `0-9` and `-` that depend on the name alone; where two different names
give one slug, or a name has nothing to fold, a short hash of the name tells them apart.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 80


def slug(name: str) -> str:
    """The name folded to ASCII; with a hash where folding lost letters or the name is over-long."""
    plain = unicodedata.normalize("NFKD", name)
    folded = plain.encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    lost = sum(char.isalnum() for char in plain if ord(char) > 127)
    if not words or lost or len(words) > LONGEST:
        return f"{words[:LONGEST].strip('-')}-{_hash(name)}".strip("-")
    return words


class Ids:
    """Hands out each id once."""

    def __init__(self) -> None:
        """None is taken yet."""
        self._taken: dict[str, str] = {}

    def take(self, name: str, otherwise: str = "") -> str:
        """The slug of `name`; where another name has it, the slug with `otherwise`, else with a hash."""
        for candidate in (
            slug(name),
            slug(f"{name} {otherwise}") if otherwise else "",
            f"{slug(name)}-{_hash(name + otherwise)}",
        ):
            if candidate and candidate not in self._taken:
                self._taken[candidate] = name
                return candidate
        raise AssertionError(f"id of “{name}” taken three times")


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:6]
