"""Bytes into text.

In: the contents of a text file. Out: its text, and a note where the encoding had to be inferred. Encodings that
declare or prove themselves come first (byte order mark, valid UTF-8); only then are one-byte encodings weighed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

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
WESTERN = "cp1252"
OTHERS = [
    *("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"),
    *("cp1253", "cp1255", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
"""Encodings of scripts that share no letters with ours."""
CONTROL_SHARE = 0.01
"""Largest share of control characters in a text."""
ZERO_SHARE = 0.05
"""Least share of zero bytes in UTF-16 that no mark declares; every blank and line end adds to it."""
ALPHABETS_END = "\u3000"
"""Any bytes make characters above this one; letters of alphabets stand below it."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HIGH_RUN = re.compile(rb"[\xc0-\xff]+")
_BINARY = "It is not a text: it holds binary data."
_SAVE_AS = "Save it as UTF-8 text, or remove it."


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what should be known about its decoding."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(content: bytes) -> Decoded:
    """The text of some bytes; raises `UnreadableError` where they are none."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return Decoded(_marked(content[len(mark) :], encoding))
    if b"\0" in content:
        return Decoded(_unmarked_utf16(content))
    try:
        return Decoded(_checked(content.decode("utf-8")))
    except UnicodeDecodeError as error:
        return _damaged_utf8(content, error.start) or _undeclared(content)


def _marked(content: bytes, encoding: str) -> str:
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError as error:
        message = f"It starts as {encoding.upper()} and is damaged at byte {error.start}."
        raise UnreadableError(message, _SAVE_AS) from error


def _checked(text: str) -> str:
    """The text, unless so much of it is control characters that it is a file of another kind."""
    if "\0" in text or len(_CONTROLS.findall(text)) > CONTROL_SHARE * len(text):
        raise UnreadableError(_BINARY, _SAVE_AS)
    return text


def _unmarked_utf16(content: bytes) -> str:
    """UTF-16 without a mark: the zero bytes stand either all in even or all in odd places."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    if len(content) % 2 == 0 and min(even, odd) == 0 and even + odd > ZERO_SHARE * len(content):
        try:
            text = content.decode("utf-16-be" if even else "utf-16-le")
        except UnicodeDecodeError:
            text = ""
        if text and sum(char >= ALPHABETS_END for char in text) < CONTROL_SHARE * len(text):
            return _checked(text)
    raise UnreadableError(_BINARY, _SAVE_AS)


def _damaged_utf8(content: bytes, first: int) -> Decoded | None:
    """UTF-8 with a few broken bytes: by chance, no other encoding makes more whole characters than broken ones."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if len(text) - len(text.encode("ascii", "ignore")) <= 2 * broken:
        return None
    problem = Problem(
        severity=Severity.WARNING,
        message=f"It is damaged in {broken} places, the first here; each is shown as “\ufffd”.",
        line=content.count(b"\n", 0, first) + 1,
        hint="Put the right character there, and save the file as UTF-8.",
    )
    return Decoded(_checked(text), (problem,))


def _undeclared(content: bytes) -> Decoded:
    """An encoding by its letters.

    In Western words the letters beyond ASCII stand alone among others; in other scripts whole words are made of them,
    and `charset_normalizer` tells which script reads like a language.
    """
    runs = [len(run) for run in _HIGH_RUN.findall(content)]
    encoding = WESTERN
    if sum(length > 1 for length in runs) > runs.count(1):
        match = from_bytes(content, cp_isolation=OTHERS).best()
        encoding = match.encoding if match else "cp1251"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("Its encoding cannot be told.", _SAVE_AS) from error
    problem = Problem(
        severity=Severity.INFO,
        message=f"It does not state its encoding and was read as {encoding}.",
        hint="Save it as UTF-8 if letters look wrong.",
    )
    return Decoded(_checked(text), (problem,))
