"""What an article is called.

In: the paragraphs of a normalised text and what the source states. Out: a title, where it comes from, and whether
the first paragraph is the headline. Nothing is worded here: a title is always words of the source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.article import TitleOrigin

if TYPE_CHECKING:
    from collections.abc import Sequence

SENTENCE_ENDS = ".!?…。！？։؟۔।"
"""Marks that end a sentence, of several scripts."""
CLOSERS = "\"'”’»›)]』」"
"""Marks that may stand after them."""
LONGEST_HEADING = 150
"""Characters of the longest first line that is taken for a heading."""
LONGEST_CUT = 80
"""Characters of a first sentence after which it is cut."""
LONGEST_TITLE = 300
"""Characters of a stated title after which it is cut."""

_NO_HEADING_ENDS = ".…。։۔।:;,-–—"
_FIRST_SENTENCE = re.compile(rf"(\w*)[{SENTENCE_ENDS}]+[{re.escape(CLOSERS)}]*(?=\s+[^\w\s]*[^\W_a-z])")
_LETTERS = re.compile(r"\w+")


def ends_sentence(line: str) -> bool:
    """Whether a line ends with the end of a sentence."""
    return line.rstrip().rstrip(CLOSERS)[-1:] in tuple(SENTENCE_ENDS)


def find_title(
    paragraphs: Sequence[str], stated: str | None, marked: bool
) -> tuple[str, TitleOrigin, bool]:
    """Title, its origin, and whether the first paragraph is a heading.

    `stated` is the title that the source gives, `marked` says that the format marks the first paragraph as a
    heading. There is at least one paragraph.
    """
    first = paragraphs[0]
    marked = marked and len(paragraphs) > 1
    if stated:
        return cut(stated, LONGEST_TITLE), TitleOrigin.FRONT_MATTER, marked or _same(first, stated)
    if marked or looks_like_heading(paragraphs):
        return cut(first, LONGEST_TITLE), TitleOrigin.HEADING, True
    return cut(first_sentence(first), LONGEST_CUT), TitleOrigin.FIRST_SENTENCE, False


def looks_like_heading(paragraphs: Sequence[str]) -> bool:
    """Whether the first paragraph is short, does not end as a sentence does, and text follows that does."""
    first, rest = paragraphs[0], paragraphs[1:]
    end = first.rstrip(CLOSERS)[-1:]
    return (
        len(first) <= LONGEST_HEADING
        and any(map(str.isalpha, first))
        and end not in tuple(_NO_HEADING_ENDS)
        and any(ends_sentence(line) or len(line) > LONGEST_HEADING for line in rest)
    )


def first_sentence(paragraph: str) -> str:
    """The first sentence by its marks; rather too long than cut at an abbreviation such as "Gen." or "U.S."."""
    for match in _FIRST_SENTENCE.finditer(paragraph):
        word = match[1]
        if len(word) > 5 or (word and not word[0].isupper() and len(word) > 1) or not match[0].startswith(f"{word}."):
            return paragraph[: match.end()]
    return paragraph


def cut(text: str, length: int) -> str:
    """A text of at most `length` characters: cut after a word, with an ellipsis."""
    if len(text) <= length:
        return text
    head = text[:length]
    if " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(" ,;:.-–—") + "…"


def _same(line: str, title: str) -> bool:
    """Whether a line repeats a title, but for case and marks."""
    words = _LETTERS.findall(line.casefold())
    return bool(words) and words == _LETTERS.findall(title.casefold())
