"""Article text is hostile: whatever it holds is shown as it stands, everywhere it can appear."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.reading import Seen, read_html, read_index

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Dossier

TITLE = '<script>alert(1)</script> & "Ferries" {{ 7*7 }} *stop* `now` [x](javascript:alert(2)) :smile:'
LINES = (
    "<img src=x onerror=alert(3)> Mayor Anna <b onmouseover=alert(4)>Berg</b> said that the ferries stop.",
    "</textarea></script></style><svg onload=alert(5)> Jonas Lind told reporters that {{ config.site_name }} fails.",
    "{% for x in range(9) %}{{ x }}{% endfor %} <!-- dossier --> <!-- a comment --> <?php echo 1 ?> <![CDATA[x]]>",
    "# Not a heading { #zz_9 .theirs onclick=alert(6) }",
    "[a link](javascript:alert(7)) ![an image](https://tracker.example/x.png) <https://tracker.example/auto>",
    '--8<-- "mkdocs.yml"',
    ";--8<--",
    "A note[^1] and $x^2$ and \\(y\\) and \\[z\\] and :fire: and ==mark== and ~~gone~~ and H~2~O and ^^up^^.",
    "[^1]: The note itself.",
    "*[ABC]: An abbreviation of alert(8)",
    "ABC stands here. [TOC] and [[wiki]] and {: .attribute } and { .attribute } and ::: admonition",
    '!!! danger "Boxed"',
    "    indented like code",
    "| a | b |",
    "|---|---|",
    "- a list\n1. a count\n> a quote",
    "=cmd|' /C calc'!A0 said the +1 mayor -2 of @SUM(A1).",
    '"=HYPERLINK(0)" said Maria Holm. &lt;b&gt; &amp;amp; &#60;i&#62; \u2028 \x1b[31m \u202egnirts',
    "The <iframe src='//tracker.example'></iframe> minister \"denied\" that 'everything' was <i>over</i>.",
)
NAME = "<img src=x onerror=alert(9)> & 'quotes' {{ 7*7 }}.md"


@pytest.fixture
def hostile(new_dossier: Callable[..., Dossier]) -> Dossier:
    """A dossier of articles that try to be something else than text, built strictly."""
    front = json.dumps(TITLE)
    return new_dossier(
        {
            NAME: f"---\ntitle: {front}\noutlet: {front}\nauthor: {front}\nurl: 'javascript:alert(10)'\n---\n\n"
            + "\n\n".join(LINES),
            "plain.txt": TITLE + "\n\n" + "\n\n".join(LINES),
        }
    )


def pages(dossier: Dossier) -> dict[str, Seen]:
    return {
        path.relative_to(dossier.site).as_posix(): read_html(path.read_text(encoding="utf-8"))
        for path in sorted(dossier.site.rglob("*.html"))
    }


def test_nothing_in_an_article_acts(hostile: Dossier) -> None:
    """No page gets an element, a handler, a script, a link or a request out of an article's text."""
    result = hostile.build()
    assert result.returncode == 0, result.stderr
    for path, seen in pages(hostile).items():
        assert not [handler for handler in seen.handlers if "alert" in handler], path
        assert not [script for script in seen.scripts if "alert(" in script], path
        assert not [link for link in seen.links if "tracker.example" in link or "alert(" in link], path
        assert not {"iframe", "img", "textarea"} & seen.tags, path
        assert "zz_9" not in seen.ids, path
        assert "49" not in seen.title, path


def test_everything_in_an_article_is_shown(hostile: Dossier) -> None:
    """Each line stands on the article's page as it was written, after the one normalisation."""
    from generator.ingest import read_seeds
    from generator.settings import IngestSettings

    assert hostile.build().returncode == 0
    articles, _ = read_seeds(hostile.seeds, IngestSettings())
    assert len(articles) >= 1
    for article in articles:
        seen = pages(hostile)[f"articles/{article.id}/index.html"]
        text = "".join(seen.text.split())
        for paragraph in article.paragraphs:
            if not paragraph.heading:
                assert "".join(article.quote(paragraph.span).split()) in text


def test_titles_are_plain_words_everywhere(hostile: Dossier) -> None:
    """A title with markup is shown as it is: in the window's title, in lists and in what search gives back."""
    assert hostile.build().returncode == 0
    found = pages(hostile)
    own = [seen for path, seen in found.items() if path.startswith("articles/") and path.count("/") == 2]
    assert own
    for seen in own:
        assert "<script>alert(1)</script> &" in seen.title
    assert "<script>alert(1)</script> &" in found["articles/index.html"].text
    # The search's own script sets what it shows as text; its index must be nothing but data.
    assert any("<script>alert(1)</script> &" in one[0] for one in read_index(hostile.site)["articles"])


def test_no_cell_of_a_table_is_a_formula(hostile: Dossier) -> None:
    """A cell that a spreadsheet would run is neutralised in every table that can be downloaded."""
    assert hostile.build().returncode == 0
    tables = list(hostile.site.rglob("*.csv"))
    assert tables
    for table in tables:
        for row in csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")):
            for cell in row:
                assert not cell.startswith(("=", "+", "@", "\t", "\r")), (table.name, cell)
                assert not cell.startswith("-") or cell[1:].replace(".", "").isdigit(), (table.name, cell)
