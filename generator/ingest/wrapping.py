"""Texts whose lines were broken at a fixed width.

In: cleaned text. Out: the text with one paragraph a line. In most files a line is a paragraph; mail, wire copy and
old archives break lines after 60 to 80 characters instead, and then no sentence would be whole. Which of the two a
file is, is decided once for the file, by whether its lines are as full as a fixed width makes them.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from generator.ingest.titles import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NARROWEST, WIDEST = 40, 100
"""Widths, in characters, at which people break lines."""
SLACK = 8
"""How many characters a line may fall short of being full: programs differ in what they count."""
FULL_SHARE = 0.7
"""Least share of full lines, among the lines that another follows directly, in a wrapped file."""
ENDING_SHARE = 0.5
"""Largest share of lines that end a sentence among these."""
LONG_LINES = 0.05
"""Largest share of lines above the width: a stray address or table row."""

_ITEM = re.compile(r"\s*([-*•–—]|\d{1,3}[.)])\s")
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"\w+(?=-$)")


def unwrap(text: str) -> str:
    """The text with the lines of each paragraph joined, where the file is wrapped; else as it is."""
    lines = text.split("\n")
    width = wrapping_width(lines)
    if width is None:
        return text
    words = {word.lower() for word in _WORD.findall(text)} if "-\n" in text else set()
    blocks = (list(block) for filled, block in groupby(lines, key=_is_filled) if filled)
    return "\n".join(_joined(paragraph, words) for block in blocks for paragraph in _paragraphs(block, width))


def wrapping_width(lines: Sequence[str]) -> int | None:
    """The width at which a file's lines were broken; `None` where a line is a paragraph."""
    filled = [line.rstrip() for line in lines if _is_filled(line)]
    inner = [
        (line.rstrip(), after) for line, after in pairwise(lines) if _is_filled(line) and _is_filled(after)
    ]
    if len(inner) < 2:
        return None
    lengths = sorted(len(line) for line, _ in inner)
    width = lengths[int(len(lengths) * (1 - LONG_LINES))]
    longer = sum(len(line) > width + SLACK and " " in line for line in filled)
    if not NARROWEST <= width <= WIDEST or longer > LONG_LINES * len(filled):
        return None
    full = sum(_is_full(line, after, width) for line, after in inner)
    ending = sum(ends_sentence(line) for line, _ in inner)
    return width if full >= FULL_SHARE * len(inner) and ending <= ENDING_SHARE * len(inner) else None


def _paragraphs(block: list[str], width: int) -> Iterator[list[str]]:
    """The lines of each paragraph of a block without blank lines."""
    marks = Counter(map(_mark, block))
    paragraph = block[:1]
    for before, line in pairwise(block):
        # One dash or number at a line's start may have got there by the breaking; several are a list.
        item = _mark(line) is not None and marks[_mark(line)] > 1
        deeper = _indent(line) > _indent(before) and _mark(before) is None
        if item or deeper or not _is_full(before.rstrip(), line, width):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _joined(lines: list[str], words: set[str]) -> str:
    """Lines as one; a hyphen at a line end goes where the text has the word without it as well."""
    parts = [lines[0].strip()]
    for line in map(str.strip, lines[1:]):
        hyphen = parts[-1].endswith("-")
        if hyphen and (first := _LAST_WORD.search(parts[-1][-WIDEST:])) and (second := _WORD.match(line)):
            if second[0].islower() and (first[0] + second[0]).lower() in words:
                parts[-1] = parts[-1][:-1]
            parts.append(line)
        else:
            parts.extend((" ", line))
    return "".join(parts)


def _is_filled(line: str) -> bool:
    return bool(line.strip())


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width - SLACK


def _mark(line: str) -> str | None:
    """What marks a line as the item of a list: a dash, a bullet, or "1" for any number."""
    match = _ITEM.match(line)
    return None if match is None else "1" if match[1][0].isdigit() else match[1]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
