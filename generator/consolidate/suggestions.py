"""Merges that a rule does not dare: shown to the analyst, never made.

In: the keys of all actors. Out: for each actor the others that it may be, with the reason. Doubt is information too: a
reader sees that "Lee" may be either of two persons, and the analyst can decide.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.consolidate.naming import is_acronym_of
from generator.consolidate.variants import doubtful_pairs
from generator.model.corpus import Suggestion
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.consolidate.namebook import Key

MOST = 12
"""Most suggestions an actor; a surname that more persons bear says nothing."""


def gather_suggestions(ids: Mapping[Key, str]) -> dict[str, tuple[Suggestion, ...]]:
    """Actor id -> suggestions, sorted by the other's id."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one, other, reason in (*_persons(ids), *_bodies(ids)):
        found[one].setdefault(other, reason)
        found[other].setdefault(one, reason)
    return {
        actor: tuple(Suggestion(actor=other, reason=reason) for other, reason in sorted(others.items()))
        for actor, others in found.items()
        if len(others) <= MOST
    }


def _persons(ids: Mapping[Key, str]) -> Iterator[tuple[str, str, str]]:
    persons = {key.base: actor for key, actor in ids.items() if key.kind == ActorKind.PERSON}
    full = {(first, last) for first, _, last in (base.partition(" ") for base in persons) if last}
    for pair in doubtful_pairs(full):
        yield persons[pair.a], persons[pair.b], pair.reason
    bearers: dict[str, list[str]] = defaultdict(list)
    for first, last in sorted(full):
        bearers[last].append(persons[f"{first} {last}"])
    for base, actor in sorted(persons.items()):
        for bearer in bearers.get(base, ()) if " " not in base else ():
            yield actor, bearer, "the surname alone, which several bear"


def _bodies(ids: Mapping[Key, str]) -> Iterator[tuple[str, str, str]]:
    """Acronyms that no article introduces, and one name with two owners or none."""
    by_initials: dict[str, list[tuple[str, str]]] = defaultdict(list)
    owned: dict[str, list[str]] = defaultdict(list)
    bodies = sorted(
        ((key, actor) for key, actor in ids.items() if key.kind == ActorKind.ORGANISATION),
        key=lambda pair: pair[1],
    )
    for key, actor in bodies:
        if key.affiliation is not None:
            owned[key.base].append(actor)
        words = key.base.split()
        if len(words) > 1:
            by_initials[words[0][0]].append((key.base, actor))
    for key, actor in bodies:
        if " " not in key.base and 2 < len(key.base) <= 6:
            matches = [
                other
                for base, other in by_initials.get(key.base[0], ())
                if is_acronym_of(key.base.upper(), base)
            ]
            if len(matches) == 1:
                yield actor, matches[0], "the letters are its initials"
        # "Health Ministry", with no word of whose it is, beside "Peru's health ministry".
        others = owned[key.base] if key.affiliation is None else []
        for other in others if len(others) <= MOST else ():
            yield actor, other, "the same name, its owner stated only there"
