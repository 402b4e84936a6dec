"""What the search is given: everything once, by kind, with the sentence it leads to."""

from __future__ import annotations

import json
from typing import Any

from generator.present import present
from generator.present.sections import read_sections
from generator.settings import PresentSettings
from tests.present.harbour import make_corpus


def index(**options: Any) -> dict[str, Any]:
    site = present(make_corpus(), PresentSettings(**options), "Harbour")
    script = next(one.content for one in site.assets if one.path.endswith("search-index.js")).decode()
    made: dict[str, Any] = json.loads(script.removeprefix("window.dossierIndex=").removesuffix(";\n"))
    return made


def test_every_kind_is_found() -> None:
    """Actors, articles, statements, events and keywords stand in it; what is said leads to its sentence."""
    made = index()
    names = [one[0] for one in made["actors"]]
    assert names[0] == "Port Authority"
    assert [one[0] for one in made["articles"]] == ["Harbour plan", "Harbour plan"]
    assert made["articles"][1][1] == "Coast Daily, 2 May 2019"
    assert {one[0] for one in made["keywords"]} == set(names)
    event = made["events"][0]
    assert event[0] == "talks"
    assert (names[event[1]], event[2]) == ("Port Authority", "nobody in particular")
    for *_, article, sentence in (*made["statements"], event):
        assert sentence in dict(made["articles"][article][3])


def test_a_large_dossier_is_searched_by_light_entries() -> None:
    """Above the option's number of articles: first sentences, keywords and actors, and no statements."""
    full, light = index(search_articles=2), index(search_articles=1)
    assert light["full"] is False
    assert light["statements"] == light["events"] == []
    assert len(full["articles"][0][3]) > len(light["articles"][0][3]) == 2
    assert [light["actors"][number][0] for number in light["articles"][0][5]][:1] == ["Port Authority"]
    assert light["articles"][0][4]


def test_links_fit_how_pages_are_addressed() -> None:
    """From a disk every address ends in a file."""
    from generator.settings import Links

    urls = [one[2] for one in index(links=Links.FILE)["articles"]]
    assert urls == ["articles/harbour-0.html", "articles/harbour-1.html"]


def test_pages_that_people_wrote_are_read_by_section() -> None:
    """Headings part a page; what is marked to stay out stays out."""
    html = (
        '<h1 id="x">Our <b>work</b><a class="headerlink" href="#x">¶</a></h1><p>Who<br>we are &amp; why.</p>'
        '<h2 id="how">How</h2><ul><li>Slowly</li><li>Well</li></ul><div data-search-exclude><p>Not this</p></div>'
        "<script>nor(this)</script>"
    )
    assert read_sections("Work", "work/", html) == [
        ["Work", "", "work/", "Who we are & why."],
        ["Work", "How", "work/#how", "Slowly Well"],
    ]
