"""Marks in running text: overlapping spans to a row of pieces.

In: a stretch of text and the spans to be marked in it. Out: pieces that tile the stretch, each with the marks that
cover it. Marks may nest and cross, HTML elements may not: so the text is cut wherever a mark begins or ends.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.article import Span

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Mark(Generic[Value]):
    """A span and what it is marked as."""

    span: Span
    value: Value


@dataclass(frozen=True, slots=True)
class Piece(Generic[Value]):
    """A stretch under the same marks throughout."""

    span: Span
    marks: tuple[Mark[Value], ...]
    """Longest first, so that the last one is the closest to the words."""
    ending: tuple[Mark[Value], ...]
    """Those of `marks` that end with this piece."""


def cut(stretch: Span, marks: Iterable[Mark[Value]]) -> tuple[Piece[Value], ...]:
    """Pieces that tile `stretch`; marks are clipped to it, and empty ones dropped."""
    start, end = stretch
    if start >= end:
        return ()
    inside = sorted(
        (mark for mark in marks if max(mark.span[0], start) < min(mark.span[1], end)),
        key=lambda mark: (mark.span[0], -mark.span[1]),
    )
    edges = {start, end}
    for mark in inside:
        edges.update((max(mark.span[0], start), min(mark.span[1], end)))
    borders = sorted(edges)
    pieces: list[Piece[Value]] = []
    active: list[Mark[Value]] = []
    waiting = iter(inside)
    upcoming = next(waiting, None)
    for left, right in itertools.pairwise(borders):
        active = [mark for mark in active if mark.span[1] > left]
        while upcoming is not None and upcoming.span[0] <= left:
            active.append(upcoming)
            upcoming = next(waiting, None)
        covering = tuple(sorted(active, key=lambda mark: mark.span[0] - mark.span[1]))
        ending = tuple(mark for mark in covering if mark.span[1] == right)
        pieces.append(Piece((left, right), covering, ending))
    return tuple(pieces)


def spread(stretches: Sequence[Span], marks: Iterable[Mark[Value]]) -> tuple[tuple[Mark[Value], ...], ...]:
    """For each stretch the marks that touch it; stretches are in order and do not overlap."""
    starts = [start for start, _ in stretches]
    touching: list[list[Mark[Value]]] = [[] for _ in stretches]
    for mark in marks:
        start, end = mark.span
        index = max(0, bisect_right(starts, start) - 1)
        while index < len(stretches) and stretches[index][0] < end:
            if start < min(end, stretches[index][1]):
                touching[index].append(mark)
            index += 1
    return tuple(tuple(one) for one in touching)
