"""The event lexicon as the rules use it.

In: `lexicons/<language>/events.yaml`. Out: `EventLexicon`, which answers which class a verb or noun can have and where
the other side stands. Entries are checked once, so that a slip in the data is found at the first article.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.errors import LexiconError
from generator.lexicons import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CLASSES = frozenset(
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE SANCTION COERCE "
    "ASSAULT".split()
)
PREPOSITIONS = frozenset(
    "to with against on at from in for of about over toward towards by among between into near along along outside "
    "as out up".split()
)
FLAGS = frozenset("weak bare claim urged".split())
ROLES = frozenset("object person tail clause inner each none".split()) | FLAGS | PREPOSITIONS
OPERATORS = frozenset(
    "commit ready refuse threaten plan try carry demand deny stop allow permit needed unreal".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sense of a verb or noun."""

    base: str
    tail: tuple[str, ...]
    """Words that follow a verb, or that stand before a noun."""
    objects: frozenset[tuple[str, ...]]
    """Nouns one of which the object must be; none where anything will do."""
    kind: str
    roles: tuple[str, ...]
    """Where the other side stands, in the order in which it is looked for."""
    weak: bool = False
    person: bool = False
    bare: bool = False
    """For verbs without an object."""
    urged: bool = False
    """For verbs behind which an infinitive follows."""
    claim: bool = False
    """Doubtful where a clause tells of somebody else: "warned that the river rises"."""

    @property
    def weight(self) -> int:
        """How closely an entry describes what it fits."""
        return 4 * bool(self.objects) + 2 * len(self.tail) + self.person


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """All entries by base form, those that describe most closely first."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    operators: Mapping[str, frozenset[str]]
    """Base form -> how it changes what the next verb means."""
    light: frozenset[str]
    """Verbs that lend their subject to an event noun."""
    ending: frozenset[str]
    """Verbs that end what an event noun names."""
    stative: frozenset[str]
    """Participles that tell of an attitude: "is opposed to"."""
    partitives: frozenset[str]
    """Nouns that stand for those they are followed by."""


@cache
def load_events(language: str) -> EventLexicon:
    """The lexicon of a language; raises `LexiconError` for an unknown class, role or operator."""
    data = read_yaml(language, "events")
    try:
        groups = {name: frozenset(map(_words, members)) for name, members in data["groups"].items()}
        operators: dict[str, set[str]] = {}
        for name, bases in data["operators"].items():
            if name not in OPERATORS:
                raise LexiconError(f"events.yaml: there is no operator “{name}”.")
            for base in bases:
                operators.setdefault(str(base), set()).add(name)
        return EventLexicon(
            verbs=_by_base(data["verbs"], groups, last=False),
            nouns=_by_base(data["nouns"], groups, last=True),
            operators=MappingProxyType({base: frozenset(names) for base, names in operators.items()}),
            light=frozenset(data["light"]),
            ending=frozenset(data["ending"]),
            stative=frozenset(data["stative"]),
            partitives=frozenset(data["partitives"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"events.yaml: {error!r} is missing or has the wrong form.") from error


def _words(member: Any) -> tuple[str, ...]:
    return tuple(str(member).split())


def _by_base(
    table: Mapping[str, Mapping[str, str]], groups: Mapping[str, frozenset[tuple[str, ...]]], *, last: bool
) -> Mapping[str, tuple[Entry, ...]]:
    entries: dict[str, list[Entry]] = {}
    for kind, words_of_kind in table.items():
        for entry in _entries(kind, words_of_kind, groups, last=last):
            entries.setdefault(entry.base, []).append(entry)
    return MappingProxyType(
        {base: tuple(sorted(ones, key=lambda one: -one.weight)) for base, ones in entries.items()}
    )


def _entries(
    kind: str, table: Mapping[str, str], groups: Mapping[str, frozenset[tuple[str, ...]]], *, last: bool
) -> Iterator[Entry]:
    for key, value in table.items():
        # YAML takes a bare "on" for true.
        roles = value.split() if isinstance(value, str) else [repr(value)]
        if kind not in CLASSES or not ROLES.issuperset(roles):
            raise LexiconError(f"events.yaml: “{key}: {value}” under {kind} has an unknown class or role.")
        words = [word for word in key.split() if not word.startswith("+")]
        group = next((word[1:] for word in key.split() if word.startswith("+")), None)
        base, tail = (words[-1], words[:-1]) if last else (words[0], words[1:])
        yield Entry(
            base=base,
            tail=tuple(tail),
            objects=groups.get(group, frozenset({(group,)})) if group else frozenset(),
            kind=kind,
            roles=tuple(role for role in roles if role not in FLAGS),
            weak="weak" in roles,
            person="person" in roles,
            bare="bare" in roles,
            urged="urged" in roles,
            claim="claim" in roles,
        )
