"""What sort of body an organisation is, where its name says so.

In: the names and descriptions of an organisation. Out: "government body", "armed force", "company", ... or `None`; a
lexicon decides by the last word of the name, the gazetteer for international bodies.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.consolidate.naming import words_of
from generator.lexicons import load_gazetteer, read_sections

if TYPE_CHECKING:
    from collections.abc import Iterable


def body_sort(base: str, names: Iterable[str]) -> str | None:
    """The sort most of the names show; `base` is a gazetteer key for bodies listed there."""
    place = load_gazetteer().by_key.get(base)
    if place is not None:
        return "international body" if place.kind == "body" else None
    lexicon = read_sections("en", "bodies")
    shown = Counter(
        lexicon[words[-1]] for name in names if (words := words_of(name)) and words[-1] in lexicon
    )
    return min(shown, key=lambda sort: (-shown[sort], sort)) if shown else None
