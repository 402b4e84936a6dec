"""The word diff of two texts.

In: two texts. Out: `Change` records: the places where they differ, in the order of the texts. Words are compared as they
are written, punctuation included; single equal words between two changes are drawn into one, since a reader sees one change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from generator.model.comparison import Change

if TYPE_CHECKING:
    from generator.model.article import Span

LONGEST = 20_000
"""Words; of longer texts no diff is made, since its table grows with the square."""
BETWEEN = 2
"""Equal words that do not part two changes."""
WORD = re.compile(r"\S+")


def word_diff(a: str, b: str) -> tuple[Change, ...]:
    """Where the words differ; empty for texts that are too long to be compared."""
    ones = [(match.start(), match.end()) for match in WORD.finditer(a)]
    others = [(match.start(), match.end()) for match in WORD.finditer(b)]
    if max(len(ones), len(others)) > LONGEST:
        return ()
    edits = Indel.opcodes([a[start:end] for start, end in ones], [b[start:end] for start, end in others])
    blocks: list[list[int]] = []
    for edit in edits:
        if edit.tag == "equal":
            continue
        if (
            blocks
            and edit.src_start - blocks[-1][1] <= BETWEEN
            and edit.dest_start - blocks[-1][3] <= BETWEEN
        ):
            blocks[-1][1], blocks[-1][3] = edit.src_end, edit.dest_end
        else:
            blocks.append([edit.src_start, edit.src_end, edit.dest_start, edit.dest_end])
    return tuple(
        Change(a=_span(ones, block[0], block[1], len(a)), b=_span(others, block[2], block[3], len(b)))
        for block in blocks
    )


def _span(words: list[Span], first: int, end: int, length: int) -> Span:
    """Characters of the words from `first` up to `end`; where there are none, the place between."""
    if first < end:
        return words[first][0], words[end - 1][1]
    place = words[first][0] if first < len(words) else length
    return place, place
