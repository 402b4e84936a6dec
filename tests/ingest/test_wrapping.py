"""Wrapped files: which line ends are paragraphs' ends."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.normalise import clean, normalise
from generator.ingest.wrapping import unwrap

FERRY = (
    "The harbour office said on Friday that the night ferry would sail again from next week, after engineers had "
    "replaced both of its engines and tested them for nine days in open water."
)
COUNCIL = (
    "Councillors had asked twice for a date. Their chair, a retired pilot, called the delay a lesson in patience "
    "and promised that the well-known timetable of the summer would stay in force until the end of October."
)


@pytest.mark.parametrize("width", [50, 60, 68, 72, 80, 95])
def test_wrapped_lines_are_joined(width: int) -> None:
    """Text broken at any usual width comes out as it was before."""
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in (FERRY, COUNCIL, FERRY))
    assert normalise(unwrap(wrapped)) == f"{FERRY}\n\n{COUNCIL}\n\n{FERRY}"


def test_a_line_a_paragraph_stays() -> None:
    """Long lines are paragraphs, with or without blank lines between them."""
    assert unwrap(f"{FERRY}\n{COUNCIL}\n{FERRY}") == f"{FERRY}\n{COUNCIL}\n{FERRY}"


def test_short_lines_that_are_sentences_stay() -> None:
    """A headline and short paragraphs are not run together."""
    text = "Ferry sails again\nThe night ferry sails again from Monday.\nIts engines are new.\nTickets cost more."
    assert unwrap(text) == text


def test_lists_and_verses_stay() -> None:
    """Lines that end where their author wanted, not where the width did, are kept apart."""
    text = "Present were\nthe harbour master\ntwo engineers of the yard\na pilot\nthe chair of the council\nnobody else"
    assert unwrap(text) == text


def test_paragraphs_by_indentation() -> None:
    """In a wrapped file without blank lines an indented line begins a paragraph."""
    wrapped = "\n".join(textwrap.fill(text, 60, initial_indent="    ") for text in (FERRY, COUNCIL))
    assert normalise(unwrap(wrapped)) == f"{FERRY}\n\n{COUNCIL}"


def test_items_of_a_list_in_a_wrapped_file() -> None:
    """The items of a list stay apart, each with its own continuation lines."""
    items = [f"- {FERRY}", f"- {COUNCIL}"]
    wrapped = (
        textwrap.fill(COUNCIL, 64)
        + "\n\n"
        + "\n".join(textwrap.fill(item, 64, subsequent_indent="  ") for item in items)
    )
    assert normalise(unwrap(wrapped)).split("\n\n") == [COUNCIL, *items]


def test_headline_directly_above_a_wrapped_text() -> None:
    """A short first line is not joined to the text below it."""
    wrapped = "Ferry sails again\n" + textwrap.fill(f"{FERRY} {COUNCIL}", 64)
    assert normalise(unwrap(wrapped)).split("\n\n") == ["Ferry sails again", f"{FERRY} {COUNCIL}"]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the engi-\nneers of the yard", "the engineers of the yard"),
        ("the well-\nknown timetable", "the well-known timetable"),
        ("the North-\nSouth line", "the North-South line"),
        ("an aside --\nsuch as this", "an aside -- such as this"),
    ],
)
def test_hyphens_at_line_ends(broken: str, whole: str) -> None:
    """A hyphen goes only where the text has the word without it elsewhere; compounds keep theirs."""
    first, second = broken.split("\n")
    filler = textwrap.fill(f"{FERRY} {COUNCIL}", 60)
    line = textwrap.fill(FERRY, 60).split("\n")[0]
    wrapped = f"{filler}\n\n{line[: 59 - len(first)]} {first}\n{second}"
    assert whole in normalise(unwrap(wrapped))


def test_a_huge_wrapped_block_is_quick() -> None:
    """Joining costs time in proportion to the text."""
    line = "the night ferry of the old harbour sails again from next week and"
    start = time.process_time()
    unwrap("\n".join([line] * 30_000))
    assert time.process_time() - start < 5


@given(st.text(st.sampled_from("ab -\n.1)\t*é"), max_size=400))
def test_joining_loses_no_letter(text: str) -> None:
    """Joining lines changes nothing but white space and hyphens at line ends, and doing it again nothing at all."""
    text = clean(text)
    joined = unwrap(text)
    assert "".join(joined.split()).replace("-", "") == "".join(text.split()).replace("-", "")
    assert normalise(unwrap(normalise(joined))) == normalise(joined)
