"""Finds the words that name a theme.

In: the doc. Out: `ThemeWord` records by the theme lexicon, phrases before single words. Which sentences they make belong to
a theme, and how large a share that is, is counted later.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.reading import Extractor
from generator.lexicons import read_sections
from generator.model.findings import ThemeWord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from generator.annotate.reading import Reading

CLASSES = {"noun": frozenset({"NOUN", "PROPN"}), "verb": frozenset({"VERB", "AUX"})}


class Entry(NamedTuple):
    """What a word or phrase stands for."""

    theme: str
    classes: frozenset[str]
    """Parts of speech of the first word; empty where any will do."""


@cache
def _entries() -> dict[tuple[str, ...], Entry]:
    """Words of an entry -> its theme."""
    found = {}
    for entry, theme in read_sections("en", "themes").items():
        words, _, kind = entry.partition("/")
        found[tuple(words.casefold().split())] = Entry(theme, CLASSES.get(kind, frozenset()))
    return found


@cache
def _longest() -> int:
    return max(map(len, _entries()), default=0)


def find_themes(reading: Reading) -> tuple[ThemeWord, ...]:
    """Theme words in the order of the text; none overlaps another."""
    tokens = [token for token in reading.doc if not token.is_space]
    found = []
    at = 0
    while at < len(tokens):
        length = next(
            (
                size
                for size in range(min(_longest(), len(tokens) - at), 0, -1)
                if _theme(tokens[at : at + size])
            ),
            0,
        )
        if length:
            theme = _theme(tokens[at : at + length])
            last = tokens[at + length - 1]
            assert theme is not None
            found.append(ThemeWord(theme=theme, span=(tokens[at].idx, last.idx + len(last))))
        at += max(length, 1)
    return tuple(found)


def _theme(tokens: Sequence[Token]) -> str | None:
    """The theme of some words, the last in any form; names of several words are no themes."""
    if not tokens:
        return None
    *before, last = tokens
    start = tuple(token.lower_ for token in before)
    for form in (last.lemma_.lower(), last.lower_):
        entry = _entries().get((*start, form))
        if entry is not None and (not entry.classes or tokens[0].pos_ in entry.classes):
            return entry.theme
    return None


EXTRACTOR = Extractor(field="themes", find=find_themes)
