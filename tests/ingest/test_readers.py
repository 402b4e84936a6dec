"""Readers: what of a file of each format is text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.normalise import normalise
from generator.ingest.readers import reader_for, readers

if TYPE_CHECKING:
    from generator.ingest.draft import Draft


def read(name: str, text: str) -> Draft:
    reader = reader_for(name)
    assert reader is not None
    return reader.read(text.encode())


def plain(markdown: str) -> str:
    return normalise(read("a.md", markdown).text)


def test_formats_are_found_by_their_ending() -> None:
    """The ending of the file name decides, in any case; each format is one file of the folder."""
    assert {".txt", ".md"} <= set(readers())
    assert reader_for("A.TXT") is readers()[".txt"]
    assert reader_for("a.b.md") is readers()[".md"]
    assert reader_for("a.docm") is None
    assert reader_for("txt") is None


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("The *old* **ferry** ***sails*** ~~not~~ again.", "The old ferry sails not again."),
        (
            "See [the plan](https://post.example 'Plan') and <https://post.example>.",
            "See the plan and https://post.example.",
        ),
        ("See [the plan][1].\n\n[1]: https://post.example", "See the plan."),
        ("A picture: ![the *ferry* at sea](ferry.jpg)", "A picture: the ferry at sea"),
        ("Run `sail --now` at 5 * 3 knots.", "Run sail --now at 5 * 3 knots."),
        ("One line\ngoes on.\n\nNext.", "One line goes on.\n\nNext."),
        ("One line  \nbroken on purpose.", "One line\n\nbroken on purpose."),
        ("- first\n- second\n  - inner", "first\n\nsecond\n\ninner"),
        ("3. third\n4. fourth", "3. third\n\n4. fourth"),
        ("1991. It was a cold year.", "1991. It was a cold year."),
        ("> “We sail,”\n> she said.", "“We sail,” she said."),
        ("```python\nsail()\n\nland()\n```", "sail()\n\nland()"),
        ("Text.\n\n    An indented paragraph\n    goes on.", "Text.\n\nAn indented paragraph goes on."),
        ("One.\n\n***\n\nTwo.", "One.\n\nTwo."),
        ("| Ship | Year |\n|---|---|\n| Gull | 1991 |", "Ship | Year\n\nGull | 1991"),
        (r"Not \*marked\* &amp; done &copy;", "Not *marked* & done ©"),
    ],
)
def test_markdown_without_its_markup(markdown: str, text: str) -> None:
    """Markup goes, words stay, and each block is a paragraph."""
    assert plain(markdown) == text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "A <b>bold</b> claim <!-- not hidden -->",
        "{{ config.site_name }} {% raw %} {: .class }",
        "[click](javascript:alert(1))",
        ':smile: $x^2$ [^1] --8<-- "file"',
    ],
)
def test_what_is_no_markdown_stays_literal(text: str) -> None:
    """HTML, templates and the extensions of other programs are words like all others."""
    assert plain(text) == text


def test_characters_by_number_are_normalised_too() -> None:
    """A hidden character cannot come in under its number."""
    assert plain("har&#x202E;bour &#8239;office") == "harbour office"


@pytest.mark.parametrize("markdown", ["# Ferry *sails*\n\nIt does.", "Ferry sails\n===\n\nIt does."])
def test_markdown_headings(markdown: str) -> None:
    """A heading on top is marked as one."""
    draft = read("a.md", f"---\noutlet: Post\n---\n{markdown}")
    assert draft.heading
    assert normalise(draft.text) == "Ferry sails\n\nIt does."
    assert draft.metadata.outlet == "Post"
    assert not read("a.md", "It does.\n\n# Ferry").heading


def test_plain_text_is_not_markdown() -> None:
    """In a text file the signs of Markdown are signs, and front matter is read as well."""
    draft = read("a.txt", "---\noutlet: Post\n---\n# 1 is *not* a [link](x)\n")
    assert normalise(draft.text) == "# 1 is *not* a [link](x)"
    assert draft.metadata.outlet == "Post"


@pytest.mark.parametrize(
    "markdown",
    [
        "[" * 10_000,
        "*a " * 10_000,
        "> " * 20_000,
        "- " * 20_000,
        "![" * 10_000,
        "`" * 40_000,
        "|a" * 9_000 + "\n" + "|-" * 9_000,
    ],
)
def test_hostile_markdown_does_not_hang(markdown: str) -> None:
    """Markup that nests or never ends costs time in proportion to its length."""
    start = time.process_time()
    read("a.md", markdown)
    assert time.process_time() - start < 10


def test_more_markup_than_anybody_writes() -> None:
    """A file of nothing but signs is read as plain text and said to be."""
    draft = read("a.md", "[" * 200_000)
    assert draft.text == "[" * 200_000
    assert "markup" in draft.problems[0].message


def test_deep_lists_keep_their_words() -> None:
    """The items of a list within lists are all there."""
    items = [f"item {number}" for number in range(15)]
    markdown = "\n".join(f"{'  ' * depth}- {item}" for depth, item in enumerate(items))
    assert plain(markdown).split("\n\n") == items


@given(st.text(st.sampled_from("ab*_`[]()#>-+1. \n\\!|<&;:~\t"), max_size=120))
def test_no_markdown_raises(markdown: str) -> None:
    """Whatever the markup, a text comes out, and no letter is lost but in addresses and entities."""
    draft = read("a.md", markdown)
    if not set("[]<&;()") & set(markdown) and "```" not in markdown and "~~~" not in markdown:
        assert [char for char in draft.text if char in "ab"] == [char for char in markdown if char in "ab"]
