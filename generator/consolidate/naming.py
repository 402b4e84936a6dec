"""How names are compared: the parts of a person's name, the core of a body's name.

In: names as texts write them. Out: keys of lower-case words. Two names with one key are one name; nothing here looks
at who is meant.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
LEGAL = frozenset({"inc", "corp", "corporation", "ltd", "llc", "plc", "co", "gmbh", "ag", "sa", "nv", "spa"})
SMALL = frozenset(
    {"of", "for", "and", "the", "in", "on", "to", "de", "la", "du", "des", "del", "a", "an", "&"}
)
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "von", "van", "der", "den", "de", "di", "da", "dos", "du", "la", "le", "ter"}
)


class PersonName(NamedTuple):
    """A person's name in comparable parts; `first` is empty for a surname alone."""

    first: str
    last: str

    @property
    def full(self) -> bool:
        """True where both parts are known and the first is no mere initial."""
        return len(self.first) > 1


@lru_cache(maxsize=65_536)
def words_of(name: str) -> tuple[str, ...]:
    """Lower-case words without diacritics, points and apostrophes; a hyphen ends a word."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"[.’'`]", "", plain)
    return tuple(re.findall(r"[^\W_]+|&", plain))


@lru_cache(maxsize=65_536)
def person_name(name: str) -> PersonName:
    """First and last part; middle names, initials between and suffixes say nothing about who it is."""
    # A hyphen joins parts of one surname, or two persons ("the Lee-Nash debate"), never a first and a last name.
    joined = ["-".join(words_of(part)) for part in name.split()]
    words = [word for word in joined if word and word not in SUFFIXES]
    if not words:
        return PersonName("", name.casefold())
    if len(words) == 1 or words[0] in PARTICLES:
        return PersonName("", words[-1])
    return PersonName(words[0], words[-1])


@lru_cache(maxsize=65_536)
def body_name(name: str, demonyms: frozenset[str] = frozenset()) -> str:
    """A body's name without article, owner's adjective and legal form."""
    words = list(words_of(name))
    if words and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in demonyms:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    return " ".join(words)


def is_acronym_of(short: str, name: str) -> bool:
    """Whether the capitals of `short` are the initials of `name`, with or without its small words.

    The test of Schwartz and Hearst (2003, "A simple algorithm for identifying abbreviation definitions"), kept to
    first letters, which is stricter and enough for names of bodies.
    """
    letters = "".join(char for char in short.casefold() if char.isalnum())
    if not 2 <= len(letters) <= 10 or sum(map(str.isupper, short)) < 2:
        return False
    for words in (words_of(name), words_of(name.replace("-", ""))):
        every = "".join(word[0] for word in words)
        large = "".join(word[0] for word in words if word not in SMALL)
        if len(words) > 1 and letters in {every, large}:
            return True
    return False
