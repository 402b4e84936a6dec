"""Bytes into text.

In: the contents of a text file. Out: its text, and a note where the encoding had to be inferred. Encodings that
declare or prove themselves come first (byte order mark, valid UTF-8); only then are one-byte encodings weighed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from generator.errors import Problem, Severity
from generator.ingest.draft import UnreadableError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; the longer ones first, since one begins like another."""
CONTROL_SHARE = 0.01
"""Largest share of control characters in a text."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
SAVE_AS = "Save it as UTF-8 text, or remove it."


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what should be known about its decoding."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(content: bytes) -> Decoded:
    """The text of some bytes; raises `UnreadableError` where they are none."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return Decoded(_strict(content[len(mark) :], encoding))
    if b"\0" in content:
        return Decoded(_without_mark(content))
    try:
        return Decoded(_checked(content.decode("utf-8")))
    except UnicodeDecodeError:
        return _one_byte(content)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError as error:
        name = encoding.upper()
        raise UnreadableError(f"It starts as {name} and is damaged at byte {error.start}.", SAVE_AS) from error


def _checked(text: str) -> str:
    """The text, unless so much of it is control characters that it is a file of another kind."""
    if text.isprintable():
        return text
    if "\0" in text or len(_CONTROLS.findall(text)) > CONTROL_SHARE * len(text):
        raise UnreadableError("It is not a text: it holds binary data.", SAVE_AS)
    return text


def _without_mark(content: bytes) -> str:
    """UTF-16 without a mark: the zero bytes all stand in even or all in odd places."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    if len(content) % 2 == 0 and min(even, odd) == 0 and max(even, odd) > len(content) // 40:
        try:
            text = content.decode("utf-16-be" if even else "utf-16-le")
            return _checked(text)
        except UnicodeDecodeError:
            pass
    raise UnreadableError("It is not a text: it holds binary data.", SAVE_AS)


NAMES = {"cp1252": "Windows-1252 (Western Europe)", "cp1251": "Windows-1251 (Cyrillic)"}


def _one_byte(content: bytes) -> Decoded:
    """cp1251 or cp1252, whichever makes words of the bytes."""
    cyrillic = len(re.findall(rb"[\xc0-\xff]{2}", content))
    single = len(re.findall(rb"(?<![\xc0-\xff])[\xc0-\xff](?![\xc0-\xff])", content))
    order = ("cp1251", "cp1252") if cyrillic > single else ("cp1252", "cp1251")
    for encoding in order:
        try:
            text = _checked(content.decode(encoding))
        except UnicodeDecodeError:
            continue
        return Decoded(
            text,
            (
                Problem(
                    severity=Severity.INFO,
                    message=f"Its encoding is not stated; it was read as {NAMES[encoding]}.",
                    hint="Save it as UTF-8 if letters look wrong.",
                ),
            ),
        )
    raise UnreadableError("Its encoding cannot be told.", SAVE_AS)
