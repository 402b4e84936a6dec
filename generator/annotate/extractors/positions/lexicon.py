"""The lexicon of positions as the rules use it.

In: `lexicons/<language>/positions.yaml`. Out: `Words`, checked once, so that a slip in the data is found at the first
article.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors import LexiconError
from generator.lexicons import read_yaml
from generator.model.findings import Stand

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

Sequences = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All entries; sequences of words stand with the longest first."""

    kinds: Mapping[str, Stand]
    """By the kind of a statement."""
    cues: Mapping[str, Stand]
    """By a cue's base form; stronger than the kind."""
    none: frozenset[str]
    wishes: frozenset[str]
    towards: frozenset[str]
    """Cues that are demands only where somebody is addressed."""
    empty: frozenset[str]
    performatives: Mapping[str, Stand]
    """Verbs that carry a position in the first person."""
    modals: frozenset[str]
    duties: frozenset[str]
    """Verbs with "to" that state a necessity where somebody says them."""
    requires: Mapping[str, tuple[str, ...]]
    """Verb -> prepositions with which it requires something; an empty one stands for an object."""
    includes: Mapping[str, tuple[str, ...]]
    aims: frozenset[str]
    necessary: frozenset[str]
    need: frozenset[str]
    stressing: frozenset[str]
    openings: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Words that open a condition, with the construction, by the first of them; the longest ones first."""
    own_conditions: frozenset[tuple[str, ...]]
    passive_future: frozenset[str]
    refusals: frozenset[str]
    first: frozenset[str]

    def of_cue(self, words: tuple[str, ...], kind: str) -> Stand | None:
        """The position of a whole statement by its cue, given in base forms, and its kind."""
        for entry in (" ".join(words), words[0] if words else ""):
            if entry in self.none:
                return None
            if entry in self.cues:
                return self.cues[entry]
        return self.kinds.get(kind)


@cache
def load_words(language: str) -> Words:
    """The entries of a language; raises `LexiconError` for a missing list or an unknown kind of position."""
    data = read_yaml(language, "positions")
    try:
        return Words(
            kinds=MappingProxyType({key: Stand(value) for key, value in data["kinds"].items()}),
            cues=MappingProxyType({key: Stand(value) for key, value in data["cues"].items()}),
            none=frozenset(data["none"]),
            wishes=frozenset(data["wishes"]),
            towards=frozenset(data["towards"]),
            empty=frozenset(data["empty"]),
            performatives=MappingProxyType(
                {verb: Stand(kind) for kind, verbs in data["performatives"].items() for verb in verbs}
            ),
            modals=frozenset(data["modals"]["anywhere"]),
            duties=frozenset(data["modals"]["said"]),
            requires=_tails(data["requires"]),
            includes=_tails(data["includes"]),
            aims=frozenset(data["aims"]),
            necessary=frozenset(data["necessary"]),
            need=frozenset(data["need"]),
            stressing=frozenset(data["stressing"]),
            openings=_openings(data["conditions"]),
            own_conditions=frozenset(_sequences(data["own_conditions"])),
            passive_future=frozenset(data["passive_future"]),
            refusals=frozenset(data["refusals"]),
            first=frozenset(data["first"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LexiconError(f"positions.yaml: {error!r} is missing or has the wrong form.") from error


def _sequences(phrases: Iterable[str]) -> Sequences:
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=lambda one: (-len(one), one)))


def _openings(
    conditions: Mapping[str, Iterable[str]],
) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for construction in ("clause", "phrase"):
        for sequence in _sequences(conditions[construction]):
            found.setdefault(sequence[0], []).append((sequence, f"condition {construction}"))
    return MappingProxyType(
        {first: tuple(sorted(ones, key=lambda one: -len(one[0]))) for first, ones in found.items()}
    )


def _tails(entries: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """“depend on” -> depend: (on,); “be based on” -> base: (on,)."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        words = entry.removeprefix("be ").split()
        base = {"based": "base"}.get(words[0], words[0])
        found.setdefault(base, []).append(words[1] if len(words) > 1 else "")
    return MappingProxyType({verb: tuple(tails) for verb, tails in found.items()})


def requires(verb: Token, table: Mapping[str, tuple[str, ...]]) -> Token | None:
    """What a verb of a table has as its object, or as the object of its preposition; `None` where nothing."""
    for tail in table.get(verb.lemma_.lower(), ()):
        for child in verb.children:
            if child.i < verb.i:
                continue
            if not tail and child.dep_ in {"dobj", "xcomp", "ccomp"} and child.pos_ != "AUX":
                return child
            if tail and child.dep_ in {"prep", "prt"} and child.lower_ == tail:
                found = next((one for one in child.children if one.dep_ in {"pobj", "pcomp"}), None)
                if found is not None:
                    return found
    return None
