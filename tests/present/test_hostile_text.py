"""Text of articles is shown, never obeyed: whatever stands in it, pages keep their elements and show its words."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.present import present
from generator.present.citations import cite_page
from generator.present.render import encode, encode_heading
from generator.settings import PresentSettings
from tests.present.river import Element, read_page, river, to_html

if TYPE_CHECKING:
    from generator.model.site import Page

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></section></span></p>",
    "<ds-card data-search-exclude>",
    "<!-- dossier -->",
    "<!--",
    "]]>",
    "{{ 7 * 7 }}",
    "{% raw %}{% include 'x' %}",
    "{: #taken .wide onclick=alert(1) }",
    "*[weir]: a dam",
    '--8<-- "README.md"',
    ";--8<--",
    "[^1]: note [^1]",
    "$x^2$ $$y$$ \\(z\\)",
    ":smile: :material-home:",
    "[a](javascript:alert(1)) ![b](https://other.example/b.png)",
    "<https://other.example> www.other.example a@b.example",
    "```python",
    "~~~",
    "*bold* _it_ **b** __i__ `code` ~~gone~~ ^up^ ==lit==",
    "# no heading",
    '=== "tab"',
    "!!! note",
    "??? details",
    "| a | b |",
    "&lt;b&gt; &amp; &#60;",
    "\"><b>' onmouseover='x",
    "(c) 1/2 +/- 1st --> <-- ... -- ---",
    "{++added++}{--removed--}",
    "\u202egnp.exe",
    "\\*back\\slash\\",
    "wzxhzdk:0 \x02wzxhzdk:1\x03 klzzwxh:0003",
    "[TOC]",
    "- [ ] task",
    "++ctrl+alt++",
    "Ωmega ʻokina 東京",
)


def pages(word: str, title: str = "River") -> tuple[Page, ...]:
    return present(river(word), PresentSettings(), title).pages


@cache
def read(word: str) -> dict[str, Element]:
    return {page.path: read_page(page.body) for page in pages(word, word)}


def seen(word: str) -> str:
    """The word as a reader sees it: on one line, without what cannot be seen."""
    shown = "".join(character for character in word if character.isprintable() or character == "\n")
    return " ".join(shown.split())


@pytest.mark.parametrize("word", HOSTILE)
def test_no_text_changes_the_elements_of_a_page(word: str) -> None:
    """A page about a hostile word has the same elements and attributes as one about a harmless word."""
    harmless = {path: page.skeleton() for path, page in read("weir").items()}
    assert {path: page.skeleton() for path, page in read(word).items()} == harmless


@pytest.mark.parametrize("word", HOSTILE)
def test_every_text_is_shown_as_it_is(word: str) -> None:
    """The hostile word can be read, character for character, wherever a harmless one could.

    A text that is too long is cut with an ellipsis, and a concordance cuts every line. Where the overview cuts, the word
    may have stood twice.
    """
    harmless = read("weir")
    for path, page in read(word).items():
        # References are written in the forms of other programs, with escapes of their own.
        text, other = page.text("pre"), harmless[path].text("pre")
        cuts = text.count("…") - word.count("…") * text.count(seen(word)) - other.count("…")
        lost = 2 * cuts if path == "index.md" else cuts
        expected = 1 if path.startswith("keywords/") else other.count("weir") - lost
        assert text.count(seen(word)) >= min(expected, other.count("weir")), path


@pytest.mark.parametrize("word", HOSTILE)
def test_references_hold_every_text(word: str) -> None:
    """The JSON of a reference reads back as the very text; TeX is given nothing to act on."""
    made = cite_page("key", word, "River", "A dossier", None)
    (record,) = json.loads("\n".join(made.csl))
    assert record["title"] == word
    assert word in made.plain
    body = "".join(made.bibtex[1:-1])
    depth = [body[: at + 1].replace("\\{", "").replace("\\}", "") for at in range(len(body))]
    assert all(one.count("{") >= one.count("}") for one in depth)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("<>&\"'{}[]()`~$*_|^=+#!:\\@-./;% ab1"), st.characters(exclude_categories=["Cs"])
        ),
        min_size=1,
        max_size=30,
    ).filter(lambda word: seen(word) == word)
)
def test_no_invented_text_changes_the_elements_of_a_page(word: str) -> None:
    """The same for text that nobody thought of."""
    article = next(page for page in pages(word) if page.path == "articles/flood.md")
    page = read_page(article.body)
    assert page.skeleton() == read("weir")[article.path].skeleton()
    assert word in page.text()


@given(st.text(max_size=60))
def test_encoded_text_reads_back(text: str) -> None:
    """Encoding loses nothing but line ends, control characters and direction overrides."""
    block = read_page(f"<div><p>{encode(text)}</p></div>")
    kept = "".join(one if one.isprintable() or one.isspace() else "" for one in text)
    unseen = "".join(one for one in block.text() if one.isprintable())
    assert "".join(unseen.split()) == "".join(one for one in kept if not one.isspace())


@given(st.text(alphabet=st.sampled_from("ab 1.:/@-_*`[]<>#!&;(){}"), max_size=30))
def test_a_title_stays_a_title(text: str) -> None:
    """A level-one heading holds its text and nothing else."""
    page = read_page(f"# x{encode_heading(text)}\n")
    heading = page.children[0]
    assert isinstance(heading, Element)
    assert heading.tag == "h1"
    assert heading.all() == []
    assert heading.text() == " ".join(f"x{text.strip()}".split())


def test_no_script_is_ever_linked() -> None:
    """An address that is none of the web is not linked, and the one that is leads there without telling whence."""
    drought = read_page(next(one.body for one in pages("weir") if one.path == "articles/drought.md"))
    flood = read_page(next(one.body for one in pages("weir") if one.path == "articles/flood.md"))
    assert not [one for one in drought.all("a") if "script" in one.attributes["href"]]
    original = next(one for one in flood.all("a") if one.text() == "Original")
    assert original.attributes["href"] == "https://valley.example/flood"
    assert original.attributes["rel"] == "noopener noreferrer nofollow"


def test_a_file_name_that_no_text_can_hold_is_still_written() -> None:
    """Half of a surrogate pair, as broken file names have, becomes a visible replacement character."""
    assert (
        to_html(f"<p>{encode(chr(0xDCFF))}</p>").encode("utf-8").decode()
        == "<p>\N{REPLACEMENT CHARACTER}</p>"
    )
