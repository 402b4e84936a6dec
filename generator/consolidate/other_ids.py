"""Addresses that an actor had, or may have had.

In: the mentions of all actors and their ids. Out: for each actor the further ids that lead to it. Nothing is
remembered from build to build: an id is made of a name, so every name of an actor tells an id that it bears in a
dossier where that name is all that is known ("Lee" before an article says "Ann Lee").
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.consolidate.ids import slug
from generator.consolidate.labels import owner_name
from generator.consolidate.naming import body_name, person_name
from generator.lexicons import load_gazetteer
from generator.model.findings import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.consolidate.namebook import Key, Resolution
    from generator.model.findings import Mention


def gather_other_ids(
    found: Mapping[Key, Sequence[tuple[str, Mention, Resolution]]], ids: Mapping[Key, str]
) -> dict[str, tuple[str, ...]]:
    """Actor id -> further ids, sorted; an id that several actors could claim leads nowhere."""
    claims: dict[str, set[str]] = defaultdict(set)
    for key, ones in found.items():
        names = {
            (mention.name, mention.affiliation)
            for _, mention, resolution in ones
            if mention.form is Form.NAME and not resolution.inferred
        }
        for form in _forms(key, names):
            claims[slug(form)].add(ids[key])
    taken = frozenset(ids.values())
    others: dict[str, list[str]] = defaultdict(list)
    for other, actors in sorted(claims.items()):
        if other not in taken and len(actors) == 1:
            others[next(iter(actors))].append(other)
    return {actor: tuple(ones) for actor, ones in others.items()}


def _forms(key: Key, names: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """What ids are made of: the names as they stand, and as the keys of actors have them."""
    for name, owner in names:
        yield name
        if key.kind == ActorKind.PERSON:
            parts = person_name(name)
            yield " ".join(filter(None, parts))
            yield parts.last
        elif key.kind == ActorKind.ORGANISATION:
            place = load_gazetteer().by_key.get(owner or "")
            demonyms = frozenset(one.casefold() for one in place.demonyms) if place else frozenset()
            yield f"{owner_name(owner)} {body_name(name, demonyms)}".strip()
