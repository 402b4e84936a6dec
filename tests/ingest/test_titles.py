"""Titles: what an article is called and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.titles import Title, cut, find_title, first_sentence, looks_like_heading
from generator.model.article import TitleOrigin

BODY = "The night ferry sails again from Monday."


@pytest.mark.parametrize(
    "line",
    [
        "Ferry sails again",
        "Who pays for the ferry?",
        "“We will sail,” captain says",
        "Паром снова в пути",
        "FERRY!",
    ],
)
def test_headings(line: str) -> None:
    """A short first line without a final full stop is the headline."""
    assert find_title([line, BODY], None, marked=False) == Title(line, TitleOrigin.HEADING, 0)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sails again.",
        "“The ferry sails again.”",
        "The captain said:",
        "PORT CITY, May 4 –",
        "* * *",
        "A first paragraph that lost its full stop " * 5,
        "Նավը կրկին մեկնում է։",
    ],
)
def test_no_headings(line: str) -> None:
    """Sentences, announcements of a quotation, datelines and rules are no headlines."""
    assert not looks_like_heading([line, BODY])


def test_a_heading_needs_a_text() -> None:
    """A line alone, or a list of lines without a sentence, has no headline."""
    assert find_title(["Ferry sails again"], None, marked=True).origin is TitleOrigin.FIRST_SENTENCE
    assert not looks_like_heading(["Ferry", "Harbour", "Engines"])


def test_stated_title_first() -> None:
    """What the source states comes before any line of the text."""
    title = find_title(["Ferry sails again", BODY], "A ferry returns", marked=False)
    assert title == Title("A ferry returns", TitleOrigin.FRONT_MATTER, None)


def test_a_first_line_that_repeats_the_stated_title() -> None:
    """Such a line is the headline, whatever its case and marks."""
    assert find_title(["FERRY SAILS AGAIN.", BODY], "Ferry sails again", marked=False).paragraph == 0


@pytest.mark.parametrize("line", ["Monday, 4 May 2020", "2020-05-04", "4. Mai 2020"])
def test_a_date_above_the_headline(line: str) -> None:
    """A date is no title; the line after it may be one."""
    assert find_title([line, "Ferry sails again", BODY], None, marked=False) == Title(
        "Ferry sails again", TitleOrigin.HEADING, 1
    )
    assert find_title([line, BODY], None, marked=False).text == BODY


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry sails again on Monday.",
        "Gen. Ada Stone and Dr. B. Reed sailed for the U.S. Navy yesterday.",
        "It cost 4.5 million, the yard said.",
        "“Who pays?” asked the council.",
        "渡轮星期一恢复航行。",
        "Will it sail?",
    ],
)
def test_first_sentences(sentence: str) -> None:
    """The first sentence ends at its own end, not at an abbreviation."""
    assert first_sentence(f"{sentence} Tickets went on sale at once.") == sentence


def test_long_first_sentences_are_cut_at_a_word() -> None:
    """A title from the text is about a line long and shows that it was cut."""
    words = "The harbour office said that the ferry would sail again from Monday, and then once more at noon"
    title = find_title([words + "."], None, marked=False)
    assert title.text == "The harbour office said that the ferry would sail again from Monday, and then…"
    assert title.origin is TitleOrigin.FIRST_SENTENCE


@given(st.text(max_size=200), st.integers(1, 100))
def test_cut_keeps_to_its_length(text: str, length: int) -> None:
    """A cut text is a beginning of the text, with an ellipsis, and no longer than allowed."""
    short = cut(text, length)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]) and len(short) <= length + 1)


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1), min_size=1, max_size=4))
def test_there_is_always_a_title(paragraphs: list[str]) -> None:
    """Every text is called something."""
    assert find_title(paragraphs, None, marked=False).text
