"""Normalising: the text that every offset refers to."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.normalise import clean, normalise, normalise_line

WILD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\r\n\t \x85\u2028\u00a0\u200b\u202e\u2066\ufeff\u00ad\u0301\u0316\u200d.a-éΩ\u2126"),
    ),
    max_size=120,
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\f", "\v"])
def test_line_ends(end: str) -> None:
    """Every kind of line end separates paragraphs in the same way."""
    assert normalise(f"One.{end}Two.") == "One.\n\nTwo."


def test_accents_are_composed() -> None:
    """A letter and its accent are one character, so that a search finds the word however it was typed."""
    assert normalise("Cafe\u0301") == "Café"


@pytest.mark.parametrize(
    "hidden",
    [
        *("\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u2060", "\ufeff", "\u00ad"),
        *("\x07", "\x1b", "\x00", "\ue000", "\ud800", "\ufffe", "\U000e0041", "\ufffc"),
    ],
)
def test_hidden_characters_go(hidden: str) -> None:
    """Characters that cannot be seen, or that turn the order of others around, are gone."""
    assert normalise(f"har{hidden}bour") == "harbour"


@pytest.mark.parametrize("kept", ["می\u200cخواهم", "👩\u200d🌾", "क्\u200dष", "“Quotes” – and — dashes…"])
def test_spelling_is_kept(kept: str) -> None:
    """Joiners that spell words and emoji stay, and so does punctuation."""
    assert normalise(kept) == kept


@pytest.mark.parametrize("blank", ["\t", "\u00a0", "\u202f", "\u2009", "\u3000", "   "])
def test_blanks(blank: str) -> None:
    """Every blank between words is one blank."""
    assert normalise(f"ten{blank}boats") == "ten boats"


def test_blanks_around_lines_and_blank_lines() -> None:
    """Indentation, trailing blanks and runs of blank lines leave nothing behind."""
    assert normalise("\n\n  One.  \n \n\t\n\n  Two. \n\n") == "One.\n\nTwo."


def test_one_line() -> None:
    """A value for one line holds no line end."""
    assert normalise_line(" Two\nlines\tof\u00a0it ") == "Two lines of it"


@given(WILD)
def test_normalising_twice_changes_nothing(text: str) -> None:
    """The text of an article is final."""
    once = normalise(text)
    assert normalise(once) == once


@given(WILD)
def test_what_a_normalised_text_never_holds(text: str) -> None:
    """Whatever comes in, the text is composed, can be written as UTF-8, and has paragraphs without white space."""
    once = normalise(text)
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
    for paragraph in once.split("\n\n") if once else ():
        assert paragraph
        assert "\n" not in paragraph
        assert paragraph == paragraph.strip(" ")
        assert "  " not in paragraph


def test_heaps_of_accents_do_not_hang() -> None:
    """A letter under a million accents, which costs the square of their number to sort, is cut short."""
    start = time.process_time()
    text = normalise("a" + "\u0301\u0316" * 500_000 + " end")
    assert time.process_time() - start < 5
    assert len(text) < 50
    assert text.endswith(" end")


def test_every_character_at_once_is_quick() -> None:
    """A text of all characters of many scripts takes no longer than its length warrants."""
    start = time.process_time()
    normalise("".join(map(chr, range(0x20000))))
    assert time.process_time() - start < 5


def test_cleaning_keeps_the_lines() -> None:
    """Readers see lines, tabs and indentation as they stand in the file."""
    assert clean("a\tb  c\r\n  d") == "a\tb  c\n  d"
