"""Encodings: which bytes become which text, and which become none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.errors import Severity
from generator.ingest.decode import decode
from generator.ingest.draft import UnreadableError

CYRILLIC = "Капитан сообщил, что «паром» опоздал — волны были высоки."
WESTERN = "The café owner said “naïve” guests don’t pay – they sang."


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_with_and_without_mark(mark: bytes) -> None:
    """UTF-8 is read as it is, and a byte order mark is no part of the text."""
    decoded = decode(mark + CYRILLIC.encode())
    assert decoded.text == CYRILLIC
    assert not decoded.problems


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_with_mark(encoding: str) -> None:
    """UTF-16 and UTF-32 that declare themselves are read in either byte order."""
    assert decode(("\ufeff" + CYRILLIC).encode(encoding)).text == CYRILLIC


@pytest.mark.parametrize("text", [WESTERN, CYRILLIC])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(encoding: str, text: str) -> None:
    """UTF-16 is recognised by where its zero bytes stand."""
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "text",
    [
        WESTERN,
        "Café fermé",
        "Été",
        "À l’École, l’État",
        "Señor Peña habló de la situación económica.",
        "Über größere Öfen",
        "It’s “fine”",
    ],
)
def test_western_letters(text: str) -> None:
    """Accented letters and curly quotation marks of Windows-1252 come out right, in short texts too."""
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert "cp1252" in decoded.problems[0].message


@pytest.mark.parametrize("text", [CYRILLIC, "Погода: дождь", "Дождь", "Завод Nokia и Ford: рост на 5 %."])
def test_cyrillic_letters(text: str) -> None:
    """Cyrillic of Windows-1251 comes out right, in short texts too."""
    assert decode(text.encode("cp1251")).text == text


def test_an_inferred_encoding_is_said_but_no_failure() -> None:
    """What was inferred is told to the analyst without failing a strict build."""
    (problem,) = decode(WESTERN.encode("cp1252")).problems
    assert problem.severity is Severity.INFO
    assert problem.hint


def test_damaged_utf8_stays_utf8() -> None:
    """One broken byte in UTF-8 costs one character, not every accent of the file; the warning names its line."""
    content = "First line.\nThe café’s “old” owner".encode() + b"\xff" + b" came back."
    decoded = decode(content)
    assert decoded.text == "First line.\nThe café’s “old” owner\ufffd came back."
    (problem,) = decoded.problems
    assert problem.severity is Severity.WARNING
    assert problem.line == 2


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        b"PK\x03\x04\x14\x00\x06\x00",
        b"a few words and \x00 a zero",
        b"\x01\x02\x03\x04 text",
        b"\xff\xfea",
        b"\xff\xfe\x00\xd8 lone half",
        b"ab\x00\x00",
    ],
)
def test_binary_is_refused(content: bytes) -> None:
    """Contents that are no text are refused with a reason and a remedy."""
    with pytest.raises(UnreadableError) as caught:
        decode(content)
    assert caught.value.message
    assert caught.value.hint


@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
def test_any_bytes_are_a_text_or_refused(content: bytes) -> None:
    """No bytes make decoding fail in any other way, and no text holds zero characters."""
    try:
        text = decode(content).text
    except UnreadableError:
        return
    assert "\0" not in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200))
def test_every_utf8_text_survives(text: str) -> None:
    """Valid UTF-8 is never taken for anything else."""
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text
