r"""One form for every text.

In: decoded text. Out: the text that all offsets of the program refer to: NFC, `\n` line ends, no characters that
cannot be seen or that hide others, one blank between words, `\n\n` between paragraphs. Normalising a normalised
text changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LINE_ENDS = frozenset("\n\v\f\r\x85\u2028\u2029")
KEPT_FORMATS = frozenset(
    "\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Format characters that spell something: joiners, and number signs of Arabic, Syriac and Kaithi."""
MOST_MARKS = 30
"""Most combining marks on one letter (the limit of Unicode's stream-safe format): sorting more costs their square."""

PARAGRAPH_BREAK = "\n\n"

_BLANKS = re.compile(r" {2,}")


def normalise(text: str) -> str:
    """The one form of a text; every line that holds something is a paragraph."""
    text = _BLANKS.sub(" ", clean(text).replace("\t", " "))
    lines = (line.strip(" ") for line in text.split("\n"))
    return PARAGRAPH_BREAK.join(filter(None, lines))


def normalise_line(text: str) -> str:
    """The one form of a text that stands on one line, such as a title."""
    return normalise(text).replace(PARAGRAPH_BREAK, " ")


def clean(text: str) -> str:
    """The text with its characters put right, and its lines, tabs and blanks as they were."""
    text = text.replace("\r\n", "\n")
    if text.isascii() and text.isprintable():
        return text
    characters = set(text)
    changes = {ord(char): new for char in characters if (new := _put_right(char)) != char}
    if changes:
        text = text.translate(changes)
    marks = "".join(
        sorted(char for char in characters if ord(char) not in changes and unicodedata.combining(char))
    )
    if marks:
        text = re.sub(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+", r"\1", text)
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=10_000)
def _put_right(char: str) -> str:
    """What stands for a character: itself, a blank, a line end or nothing."""
    if char in "\t\n":
        return char
    if char in LINE_ENDS:
        return "\n"
    category = unicodedata.category(char)
    if category == "Zs":
        return " "
    if char == "\ufffc" or (category[0] == "C" and char not in KEPT_FORMATS):
        return ""
    return char
