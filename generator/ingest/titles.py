"""What an article is called.

In: the paragraphs of a normalised text and what the source states. Out: a title, where it comes from, and which
paragraph is the headline. Nothing is worded here: a title is always words of the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.article import TitleOrigin

if TYPE_CHECKING:
    from collections.abc import Sequence

SENTENCE_ENDS = ".!?…։؟۔।。！？"
"""Marks that end a sentence, of several scripts."""
UNSPACED_ENDS = "。！？"
"""Those after which no blank follows."""
CLOSERS = "\"'”’»›)]』」"
"""Marks that may stand after them."""
NOT_AFTER_HEADINGS = ".…։۔।。:;,-–—"
"""Marks with which a heading does not end."""
LONGEST_HEADING = 150
"""Characters of the longest first line that is taken for a heading."""
LONGEST_CUT = 80
"""Characters of a first sentence after which it is cut."""
LONGEST_TITLE = 300
"""Characters of any other title after which it is cut."""
LONGEST_ABBREVIATION = 5
"""Letters of a capitalised word whose full stop may belong to it ("Gen.", "Sept.")."""

_ENDS = re.compile(rf"[{SENTENCE_ENDS}]+[{re.escape(CLOSERS)}]*")
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"[\w.]*$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Title:
    """A title and how it was found."""

    text: str
    origin: TitleOrigin
    paragraph: int | None
    """Index of the paragraph that is the article's headline; `None` where none is."""


def find_title(paragraphs: Sequence[str], stated: str | None, *, marked: bool) -> Title:
    """The title of a text of at least one paragraph.

    `stated` is what the source says; `marked` says that the format marks the first paragraph as a heading. A line
    above that holds a date and nothing else is passed over.
    """
    start = next((index for index, line in enumerate(paragraphs) if not is_date_line(line)), 0)
    first, followed = paragraphs[start], start + 1 < len(paragraphs)
    marked = marked and start == 0 and followed
    if stated:
        heading = start if marked or (followed and _same(first, stated)) else None
        return Title(cut(stated, LONGEST_TITLE), TitleOrigin.FRONT_MATTER, heading)
    if marked or looks_like_heading(paragraphs[start:]):
        return Title(cut(first, LONGEST_TITLE), TitleOrigin.HEADING, start)
    return Title(cut(first_sentence(first), LONGEST_CUT), TitleOrigin.FIRST_SENTENCE, None)


def looks_like_heading(paragraphs: Sequence[str]) -> bool:
    """Whether the first paragraph is short and does not end as a sentence does, and one follows that does."""
    first, rest = paragraphs[0], paragraphs[1:]
    return (
        len(first) <= LONGEST_HEADING
        and any(map(str.isalpha, first))
        and not first.rstrip(CLOSERS).endswith(tuple(NOT_AFTER_HEADINGS))
        and any(ends_sentence(line) or len(line) > LONGEST_HEADING for line in rest)
    )


def is_date_line(line: str) -> bool:
    """Whether a line is a date: a year and a day, and at most as many words ("Monday, 4 May 2020", "2020-05-04")."""
    words = _WORD.findall(line[: LONGEST_HEADING + 1])
    numbers = [word for word in words if word.isdigit()]
    return (
        len(words) <= 6
        and 2 <= len(numbers) >= len(words) - len(numbers)
        and any(map(_YEAR.fullmatch, numbers))
    )


def ends_sentence(line: str) -> bool:
    """Whether a line ends with the end of a sentence."""
    return line.rstrip().rstrip(CLOSERS).endswith(tuple(SENTENCE_ENDS))


def first_sentence(paragraph: str) -> str:
    """The first sentence, by its marks; rather too long than cut at an abbreviation such as "Gen." or "U.S."."""
    head = paragraph[: 2 * LONGEST_TITLE]
    for end in _ENDS.finditer(head):
        after = head[end.end() :]
        if end[0][0] in UNSPACED_ENDS:
            return head[: end.end()]
        letter = next(filter(str.isalnum, after), "")
        if after[:1].isspace() and not letter.islower() and not _abbreviates(head[: end.start()], end[0]):
            return head[: end.end()]
    return head


def _abbreviates(before: str, marks: str) -> bool:
    """Whether a full stop may belong to the word before it."""
    word = _LAST_WORD.search(before)
    last = word[0] if word else ""
    short = len(last) <= LONGEST_ABBREVIATION and last[:1].isupper()
    return marks == "." and (short or len(last) == 1 or "." in last)


def cut(text: str, length: int) -> str:
    """A text of at most `length` characters and an ellipsis: cut after a word."""
    if len(text) <= length:
        return text
    head = text[: length + 1]
    head = head[: head.rindex(" ")] if " " in head else head[:length]
    return head.rstrip(" ,;:.-–—") + "…"


def _same(line: str, title: str) -> bool:
    """Whether a line repeats a title, but for case and marks."""
    words = _WORD.findall(line.casefold())
    return bool(words) and words == _WORD.findall(title.casefold())
