"""What sort of body or group an actor is, where its name or description says so.

In: the names of an organisation, the mentions of a group. Out: "government body", "company", "officials", ... or
`None`; lexicons decide by the last word of a name and by the head of a description, the gazetteer for international
bodies.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.consolidate.naming import words_of
from generator.lexicons import load_gazetteer, read_sections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.findings import Mention

UNSPECIFIC = "unspecific"
"""Section of last words that every kind of body may bear ("service", "office")."""
GROUPS = {
    "governing": "officials",
    "armed": "armed people",
    "expert": "experts",
    "people": "people",
    "generic": "people",
    "demonym": "people",
}
"""Section of the lexicon by which a description was found -> sort."""


def body_sort(base: str, names: Iterable[str]) -> str | None:
    """The sort most of the names show; `base` is a gazetteer key for bodies listed there."""
    place = load_gazetteer().by_key.get(base)
    if place is not None:
        return "international body" if place.kind == "body" else None
    lexicon = read_sections("en", "bodies")
    shown = Counter(
        lexicon[words[-1]] for name in names if (words := words_of(name)) and words[-1] in lexicon
    )
    del shown[UNSPECIFIC]
    return min(shown, key=lambda sort: (-shown[sort], sort)) if shown else None


def group_sort(mentions: Iterable[Mention]) -> str | None:
    """The sort most of the descriptions show; groups with a name of their own have none."""
    shown = Counter(GROUPS[one.rule] for one in mentions if one.rule in GROUPS)
    return min(shown, key=lambda sort: (-shown[sort], sort)) if shown else None
