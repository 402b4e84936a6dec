"""The lexicon of amounts, by section.

In: `lexicons/en/amounts.yaml`. Out: mappings by section, and the phrases that loosen a number.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.lexicons import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

PEOPLE = "people"
NUMBERS = ("unit", "short", "scale", "many", "number")
KINDS = ("about", "least", "more", "most", "fewer")


@cache
def words_in(section: str) -> Mapping[str, str]:
    """Entry -> value of one section; entries of a plain list stand for themselves."""
    entries = read_yaml("en", "amounts").get(section, ())
    pairs = entries.items() if isinstance(entries, dict) else ((one, one) for one in entries)
    return MappingProxyType({str(word): str(value) for word, value in pairs})


@cache
def values_in(section: str) -> Mapping[str, float]:
    """The same with numbers for values."""
    return MappingProxyType({word: float(value) for word, value in words_in(section).items()})


@cache
def bounds(where: str = "") -> Mapping[tuple[str, ...], str]:
    """Words -> about, least, more, most, fewer; `where` is "after " for those behind a number."""
    return MappingProxyType(
        {tuple(words.split()): kind for kind in KINDS for words in words_in(f"{where}{kind}")}
    )


def base(token: Token) -> str:
    """Base form in lower case."""
    return token.lemma_.lower()


def name_of(counted: Token) -> str:
    """Base form, with a compound before it: "aid worker" is not "worker"."""
    if base(counted) in words_in("people"):
        return PEOPLE
    words = [child.lower_ for child in counted.lefts if child.dep_ == "compound" and child.i == counted.i - 1]
    words = [word for word in words if word.isalpha() and not any(word in words_in(one) for one in NUMBERS)]
    return " ".join([*words, base(counted)])
