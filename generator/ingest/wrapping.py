"""Texts whose lines were broken at a fixed width.

In: cleaned text. Out: the text with one paragraph a line. In most files a line is a paragraph; mail, wire copy and
old archives break lines after 60 to 80 characters instead, and then no sentence would be whole. Which of the two a
file is, is decided once for the file, by whether its lines are as full as a fixed width makes them.
"""

from __future__ import annotations

import re

from generator.ingest.titles import ends_sentence

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

_ITEM = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s")
_WORD = re.compile(r"\w+")


def unwrap(text: str) -> str:
    """The text with the lines of each paragraph joined by blanks, where the file is wrapped; else as it is."""
    lines = text.split("\n")
    width = wrapping_width(lines)
    if width is None:
        return text
    words = {word.lower() for word in _WORD.findall(text)}
    out: list[str] = []
    for index, line in enumerate(lines):
        if index and _continues(lines[index - 1], line, width):
            out[-1] = _joined(out[-1], line.strip(), words)
        else:
            out.append(line.rstrip())
    return "\n".join(out)


def wrapping_width(lines: list[str]) -> int | None:
    """The width at which a file's lines were broken; `None` where a line is a paragraph."""
    filled = [line.rstrip() for line in lines if line.strip()]
    inner = [
        (line.rstrip(), after.split(maxsplit=1)[0])
        for line, after in zip(lines, lines[1:], strict=False)
        if line.strip() and after.strip()
    ]
    if len(inner) < 2:
        return None
    lengths = sorted(len(line) for line, _ in inner)
    width = lengths[int(len(lengths) * (1 - LONG_LINES))]
    if not NARROWEST <= width <= WIDEST:
        return None
    longer = sum(len(line) > width + SLACK and " " in line for line in filled)
    full = sum(_is_full(line, word, width) for line, word in inner)
    ending = sum(ends_sentence(line) for line, _ in inner)
    wrapped = (
        longer <= LONG_LINES * len(filled)
        and full >= FULL_SHARE * len(inner)
        and ending <= ENDING_SHARE * len(inner)
    )
    return width if wrapped else None


def _is_full(line: str, word: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return len(line) + 1 + len(word) > width - SLACK


def _continues(before: str, line: str, width: int) -> bool:
    """Whether a line of a wrapped file goes on with the paragraph of the line before."""
    if not before.strip() or not line.strip() or _ITEM.match(line.lstrip()):
        return False
    if _indent(line) > _indent(before) and not _ITEM.match(before.lstrip()):
        return False
    return _is_full(before.rstrip(), line.split(maxsplit=1)[0], width)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _joined(before: str, line: str, words: set[str]) -> str:
    """Two lines as one: a hyphen at the line end goes where the text has the word without it."""
    if before.endswith("-") and before[-2:-1].isalpha() and line[0].islower():
        first = _WORD.findall(before)[-1]
        second = _WORD.match(line)
        whole = first + second[0] if second else ""
        return (before[:-1] if whole.lower() in words else before) + line
    return f"{before} {line}"
