"""What may not be published is nowhere on the site."""

from __future__ import annotations

import gzip
import html
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.consolidate import verify
from generator.model.article import Extent
from generator.present.publishing import publish
from generator.settings import PresentSettings
from tests.present.river import river
from tests.present.views import read
from tests.reading import read_html

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Dossier

HALL = """---
publish: excerpt
url: https://post.example/hall
---

Market hall to close

Mayor Anna Berg said on 3 May 2019 that the market hall would close in winter. {one}

{two} {three}

The traders' union rejected the plan. “We will stay,” Jonas Lind told reporters.
"""
LAKE = """---
title: Lake falls again
publish: link
url: https://post.example/lake
---

Governor Ole Dahl said that the lake had fallen by two metres. Old boots and bottles came to light along the shore.
"""
LEFT_OUT = (
    "Its painted ceiling smells of oranges and wet wool.",
    "Nothing there has been polished since the brass band left.",
    "Pigeons doze under the clock all day.",
)
COPY = ("Its painted ceiling smells of lemons and wet wool.", *LEFT_OUT[1:])
BOOTS = "Old boots and bottles came to light along the shore."


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory, built: Dossier, shared_cache: Path) -> Dossier:
    """A dossier of an excerpt, a near copy of it and an article that is a link alone."""
    from tests.conftest import ROOT, Dossier

    folder = tmp_path_factory.mktemp("cut")
    made = Dossier(folder)
    (folder / "docs").mkdir()
    made.seeds.mkdir()
    (folder / "mkdocs.yml").write_text(
        (ROOT / "mkdocs.yml").read_text().replace("  - Method: method.md\n", "")
    )
    made.change_config("cache: .cache/dossier", f"cache: {shared_cache}")
    for name, (one, two, three) in (("hall", LEFT_OUT), ("copy", COPY)):
        (made.seeds / f"{name}.txt").write_text(HALL.format(one=one, two=two, three=three))
    (made.seeds / "lake.txt").write_text(LAKE)
    result = made.build()
    assert result.returncode == 0, result.stderr
    return made


def words_of(content: bytes, name: str) -> str:
    """A file's words, however it encodes them: entities, JSON, tags between them."""
    text = (gzip.decompress(content) if name.endswith(".gz") else content).decode("utf-8", "ignore")
    text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    text = re.sub(r"<[^>]*>", "", html.unescape(text))
    return " ".join(re.sub(r"[\W_]+", " ", text).split()).lower()


def test_no_file_holds_what_is_left_out(cut: Dossier) -> None:
    """Neither pages nor search, data, diffs, cards or feeds hold a run of three words of it."""
    told = [*LEFT_OUT, COPY[0], BOOTS]
    runs = set()
    for sentence in told:
        words = words_of(sentence.encode(), "").split()
        runs |= {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}
    for path in sorted(cut.site.rglob("*")):
        if path.is_file() and path.name != "plotly.min.js":
            text = f" {words_of(path.read_bytes(), path.name)} "
            held = [run for run in runs if f" {run} " in text]
            assert not held, f"{path.relative_to(cut.site)}: {held}"


def test_an_excerpt_says_what_is_missing(cut: Dossier) -> None:
    """Sentences with evidence stand under their anchors; between them gaps count what is left out."""
    page = cut.page("articles/hall")
    seen = read_html(page)
    assert "We will stay" in seen.text
    assert "An excerpt: 4 of 7 sentences" in seen.text
    assert "2 sentences left out" in seen.text
    assert "https://post.example/hall" in seen.links
    assert "s1" in seen.ids
    assert "s3" not in seen.ids


def test_a_link_shows_no_text_and_is_still_quoted(cut: Dossier) -> None:
    """The page of the article has no sentence; what others quote of it leads to that page."""
    page = read_html(cut.page("articles/lake"))
    assert "The text is not published here" in page.text
    assert "https://post.example/lake" in page.links
    assert not [one for one in page.ids if re.fullmatch(r"s\d+", one)]
    told = cut.page("statements")
    assert "the lake had fallen by two metres" in read_html(told).text
    assert 'href="../articles/lake/"' in told
    assert "articles/lake/#s" not in told


def test_the_data_says_how_much_it_holds(cut: Dossier) -> None:
    """Blanks keep every span in its place, and each article says that it is cut."""
    document: dict[str, Any] = json.loads((cut.site / "data" / "dossier.json").read_bytes())
    extents = {one["id"]: one["extent"] for one in document["articles"]}
    assert extents == {"hall": "excerpt", "copy": "excerpt", "lake": "link"}
    for article in document["articles"]:
        for said in article["statements"]:
            for (start, end), quote in zip(said["content"]["spans"], said["content"]["quotes"], strict=True):
                assert article["text"][start:end] == quote


@pytest.mark.parametrize("extent", [Extent.EXCERPT, Extent.LINK])
def test_what_stays_still_has_its_evidence(extent: Extent) -> None:
    """After the cut every quotation stands where it is said to stand; without one nothing is changed."""
    whole = river()
    made = publish(whole, PresentSettings(publish=extent))
    verify(made)
    assert made.statements == whole.statements
    assert {actor.id for actor in made.actors} == {actor.id for actor in whole.actors}
    assert all(actor.mentions for actor in made.actors)
    assert publish(whole, PresentSettings()) is whole


def test_pages_of_a_cut_dossier_are_whole() -> None:
    """Profiles and keywords are made of what stays."""
    corpus = publish(river(), PresentSettings(publish=Extent.LINK))
    for path in ("actors/ada-holm.md", "keywords/index.md", "articles/index.md"):
        assert read(path, corpus).text()
