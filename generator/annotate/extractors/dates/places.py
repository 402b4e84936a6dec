"""Where in a text a rule can match at all.

In: the text and the words that a rule cannot do without. Out: stretches around them. Patterns that begin with something
optional are slow to fail; most texts have few of their words, so that searching for these first saves nine tenths.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Span

FOUR_DIGITS = "0000"
"""Stands for any four digits among the hints of a rule."""
REACH = 90
"""Characters before and after a hint; longer than any match."""
DIGITS = re.compile(r"\d{4}")


class Places:
    """Finds and remembers the stretches of one text."""

    def __init__(self, text: str) -> None:
        """Lower-cases the text once."""
        self._text = text
        self._lower = text.lower()
        self._known: dict[tuple[str, ...], tuple[Span, ...]] = {}

    def around(self, hints: tuple[str, ...]) -> tuple[Span, ...]:
        """Stretches, not overlapping, that hold all places of the hints with room for a match."""
        if hints not in self._known:
            self._known[hints] = tuple(self._merged(hints))
        return self._known[hints]

    def _merged(self, hints: tuple[str, ...]) -> Iterator[Span]:
        length = len(self._text)
        if not hints or len(self._lower) != length:
            # A few letters change their length with their case; then every place counts.
            yield 0, length
            return
        start = end = -1
        for position in sorted(position for hint in hints for position in self._positions(hint)):
            if start >= 0 and position - REACH <= end:
                end = min(length, position + REACH)
                continue
            if start >= 0:
                yield start, end
            start, end = max(0, position - REACH), min(length, position + REACH)
        if start >= 0:
            yield start, end

    def _positions(self, hint: str) -> Iterator[int]:
        if hint == FOUR_DIGITS:
            yield from (match.start() for match in DIGITS.finditer(self._text))
            return
        position = self._lower.find(hint)
        while position >= 0:
            yield position
            position = self._lower.find(hint, position + len(hint))
