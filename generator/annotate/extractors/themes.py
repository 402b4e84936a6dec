"""Finds the words that name a theme.

In: the doc. Out: `ThemeWord` records by the theme lexicon, longer phrases first. Which sentences they make belong to a theme,
and how large a share that is, is counted later.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.reading import Extractor
from generator.lexicons import read_list, read_sections
from generator.model.findings import ThemeWord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from generator.annotate.reading import Reading

CLASSES = {
    "noun": frozenset({"NOUN", "PROPN"}),
    "verb": frozenset({"VERB", "AUX"}),
    "common": frozenset({"NOUN"}),
}
ANY = "*"
NONE = "-"
"""The section of phrases that name no theme, though a word in them does ("both parties")."""
SHORTEST = 3
"""Fewest letters before a star."""


class _Entry(NamedTuple):
    """What a word or phrase stands for."""

    theme: str
    classes: frozenset[str]
    """Parts of speech of the first word; empty where any will do."""


class _Entries(NamedTuple):
    """The lexicon, by how an entry is looked up."""

    words: dict[str, _Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], _Entry]]]
    """First word -> the words behind it, longer phrases first."""
    prefixes: dict[str, _Entry]


def _lexicon(path: str) -> _Entries:
    """The program's own, or the one that the user has named."""
    entries = read_list(path) if path else read_sections("en", "themes")
    return _entries(tuple(entries.items()))


@lru_cache(maxsize=4)
def _entries(lines: tuple[tuple[str, str], ...]) -> _Entries:
    found = _Entries({}, {}, {})
    for line, theme in lines:
        words, _, kind = line.partition("/")
        entry = _Entry(theme, CLASSES.get(kind, frozenset()))
        first, *rest = (words if words.isupper() else words.casefold()).split()
        if rest:
            found.phrases.setdefault(first, []).append((tuple(rest), entry))
        elif first.endswith(ANY):
            found.prefixes[first[:-1]] = entry
        else:
            found.words[first] = entry
    for phrases in found.phrases.values():
        phrases.sort(key=lambda one: -len(one[0]))
    return found


def _by_prefix(word: str, prefixes: Mapping[str, _Entry]) -> _Entry | None:
    """The entry with a star that a word begins with; the longest of several."""
    return next(
        (prefixes[word[:size]] for size in range(len(word), SHORTEST - 1, -1) if word[:size] in prefixes),
        None,
    )


def find_themes(reading: Reading) -> tuple[ThemeWord, ...]:
    """Theme words in the order of the text; none overlaps another."""
    entries = _lexicon(reading.settings.themes)
    tokens = [token for token in reading.doc if not token.is_space]
    found = []
    at = 0
    while at < len(tokens):
        theme, length = _theme(tokens, at, entries)
        if theme is not None and theme != NONE:
            last = tokens[at + length - 1]
            found.append(ThemeWord(theme=theme, span=(tokens[at].idx, last.idx + len(last))))
        at += length
    return tuple(found)


def _theme(tokens: Sequence[Token], at: int, entries: _Entries) -> tuple[str | None, int]:
    """The theme of the longest entry that begins here, and how many tokens it takes."""
    token = tokens[at]
    for first in dict.fromkeys((token.lower_, token.lemma_.lower())):
        for rest, entry in entries.phrases.get(first, ()):
            if _follows(tokens, at + 1, rest) and _fits(token, entry):
                return entry.theme, len(rest) + 1
    for form in (token.text, token.lower_, token.lemma_.lower()):
        single = entries.words.get(form)
        if single is not None and _fits(token, single):
            return single.theme, 1
    begun = _by_prefix(token.lower_, entries.prefixes) if token.is_alpha or "-" in token.text else None
    return (begun.theme if begun is not None and _fits(token, begun) else None), 1


def _follows(tokens: Sequence[Token], at: int, rest: Sequence[str]) -> bool:
    """Whether the words stand here, the last one in any form."""
    if at + len(rest) > len(tokens):
        return False
    *before, last = tokens[at : at + len(rest)]
    if any(token.lower_ != word for token, word in zip(before, rest, strict=False)):
        return False
    return rest[-1] in {last.lower_, last.lemma_.lower()}


def _fits(token: Token, entry: _Entry) -> bool:
    return not entry.classes or token.pos_ in entry.classes


EXTRACTOR = Extractor(field="themes", find=find_themes)
