"""How wide a label is, without a browser.

In: text and a size in pixels. Out: a width that no common sans-serif face exceeds, and labels broken into lines. Pictures
are drawn at build time and the reader's face is unknown, so every letter counts as its widest common form.
"""

from __future__ import annotations

import unicodedata

NARROW, SLIM, WIDE = frozenset("fijltI.,:;'|!()[]’‘ -"), frozenset('rst/"“”'), frozenset("mwMWOQ%@—…&")
SHARES = ((NARROW, 0.36), (SLIM, 0.5), (WIDE, 0.98))
"""Width of a letter as a share of the size."""
CAPITAL, SMALL, FULL = 0.74, 0.62, 1.05
ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """Pixels that `text` takes at most."""
    return size * sum(map(_share, text))


def _share(letter: str) -> float:
    for letters, share in SHARES:
        if letter in letters:
            return share
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return FULL
    if ord(letter) > 0x24F:
        return 0.8
    return CAPITAL if letter.isupper() else SMALL


def break_lines(text: str, size: float, most: float, lines: int = 2) -> tuple[str, ...]:
    """The text in at most `lines` lines of at most `most` pixels, at words, with an ellipsis where it was cut."""
    words = " ".join(text.split()).split(" ")
    made: list[str] = []
    for number in range(lines):
        if not words:
            break
        line, words = _fill(words, size, most)
        if words and number == lines - 1:
            line = cut(" ".join([line, *words]), size, most)
        made.append(line)
    return tuple(made)


def _fill(words: list[str], size: float, most: float) -> tuple[str, list[str]]:
    """As many words as fit on a line, and the rest; a word that is too long is cut."""
    count = 1
    while count < len(words) and width(" ".join(words[: count + 1]), size) <= most:
        count += 1
    return cut(" ".join(words[:count]), size, most), words[count:]


def cut(text: str, size: float, most: float) -> str:
    """The text, shortened to fit."""
    if width(text, size) <= most:
        return text
    while text and width(text + ELLIPSIS, size) > most:
        text = text[:-1]
    return text.rstrip(" ,;:.-") + ELLIPSIS
