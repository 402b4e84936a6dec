"""What stands around pages and what machines are told: the way up, references, cards, feed, head, robots."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256
from html import unescape
from typing import Any

import pytest

from generator.present import present
from generator.present.citations import cite_article
from generator.present.head import Head
from generator.settings import Links, PresentSettings
from tests.present.river import river
from tests.present.views import read, section

ROOT = "https://river.example/d/"


def asset(path: str, settings: PresentSettings) -> bytes:
    """One file of the river dossier."""
    return next(one.content for one in present(river(), settings, "River").assets if one.path == path)


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("actors/ada-holm.md", ["Overview", "Actors"]),
        ("articles/flood.md", ["Overview", "Articles"]),
        ("actors/index.md", []),
        ("index.md", []),
    ],
)
def test_a_page_shows_the_way_to_it(path: str, way: list[str]) -> None:
    """Pages below those of the menu name what stands above them."""
    trails = read(path).all("nav", class_="ds-trail")
    assert [link.text() for trail in trails for link in trail.all("a")] == way


def test_an_article_is_cited_as_its_outlet_published_it() -> None:
    """Author, title, outlet, day and address, in three forms; what is not known is left out."""
    flood, drought = river().articles
    made = cite_article(flood)
    assert (
        made.plain == "Staff weir. “Flood at the weir.” Valley weir, 4 May 2019. https://valley.example/flood"
    )
    (record,) = json.loads("\n".join(made.csl))
    assert record["issued"] == {"date-parts": [[2019, 5, 4]]}
    assert record["author"] == [{"literal": "Staff weir"}]
    assert "  year = {2019}," in made.bibtex
    bare = cite_article(drought)
    assert "issued" not in "".join(bare.csl)
    assert "javascript" not in bare.plain


def test_every_page_can_be_cited() -> None:
    """Each page has one reference in three forms, without a day of access, and with its address where that is known."""
    site = present(river(), PresentSettings(address=ROOT), "River")
    for page in site.pages:
        assert page.body.count('class="ds-cite"') == 1, page.path
        assert "accessed" not in page.body.lower()
    body = next(page.body for page in site.pages if page.path == "actors/ada-holm.md")
    assert "https&#58;//river.example/d/actors/ada-holm/" in body


def test_the_data_are_cited_by_their_checksum() -> None:
    """The box of the page of data names the data, in lines that keep their indentation."""
    site = present(river(), PresentSettings(), "River")
    body = next(page.body for page in site.pages if page.path == "data/index.md").partition("ds-cite")[2]
    assert "Cite the data" in body
    assert sha256(asset("data/dossier.json", PresentSettings())).hexdigest() in body
    lines = [unescape(line) for line in body.splitlines()]
    assert "  title = {{River}}," in lines
    assert '    "type": "dataset",' in lines


def test_cards_know_every_actor() -> None:
    """Each actor has a card, in the file that its id names, with an address from the root of the site."""
    for actor in river().actors:
        number = sum(map(ord, actor.id)) % 16
        text = asset(f"assets/dossier/cards/{number}.js", PresentSettings()).decode()
        cards: dict[str, Any] = json.loads(text.removeprefix(f"dossierCards({number},").strip()[:-2])
        card = cards[actor.id]
        assert card["name"] == actor.name
        assert card["facts"][0].startswith(f"{len(actor.mentions)} mention")
        assert re.fullmatch(r"articles/(flood|drought)/#s\d", card["url"])


def test_the_feed_lists_articles_newest_first() -> None:
    """JSON Feed 1.1: the required fields, full addresses where the site's is known, no time of the build."""
    feed = json.loads(asset("feed.json", PresentSettings(address=ROOT)))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{ROOT}feed.json"
    assert [item["title"] for item in feed["items"]] == ["Flood at the weir", "Drought below the weir"]
    flood, drought = feed["items"]
    assert flood["id"] == flood["url"] == f"{ROOT}articles/flood/"
    assert flood["date_published"] == "2019-05-04T00:00:00Z"
    assert flood["content_text"].startswith("Ada Holm, head of the weir board, said")
    assert "date_published" not in drought
    assert "external_url" not in drought
    files = json.loads(asset("feed.json", PresentSettings(links=Links.FILE)))
    assert files["items"][0]["id"] == "articles/flood.html"
    assert "url" not in files["items"][0]


def test_robots_are_told() -> None:
    """Pages that must not be listed say so; robots may fetch them, or they could not read that."""
    assert f"Sitemap: {ROOT}sitemap.xml" in asset("robots.txt", PresentSettings(address=ROOT)).decode()
    hidden = asset("robots.txt", PresentSettings(address=ROOT, robots="noindex")).decode()
    assert "Sitemap" not in hidden
    assert "Disallow" not in hidden
    shared = {
        "title": 'A "flood"',
        "site": "River",
        "description": "",
        "kind": "article",
        "feed": "../feed.json",
    }
    lines = Head(url="", robots="noindex", **shared).lines()
    assert '<meta name="robots" content="noindex">' in lines
    assert 'content="A &#34;flood&#34;"' in lines
    assert "og:url" not in lines
    assert "og:description" not in lines
    assert '<link rel="alternate feed" type="application/feed+json"' in lines
    assert "noindex" not in Head(url=ROOT, robots="index", **shared).lines()


def test_every_page_says_what_it_is() -> None:
    """All but the first page, which has the site's own, have a line of their own; no two kinds share one."""
    pages = {
        page.path: page.description
        for page in present(river(), PresentSettings(), "River").pages
        if page.path != "index.md"
    }
    assert all(pages.values()), [path for path, text in pages.items() if not text]
    assert len({text for path, text in pages.items() if path.endswith("index.md")}) == sum(
        path.endswith("index.md") for path in pages
    )
    assert pages["actors/ada-holm.md"].startswith("Ada Holm: person, head of the weir board. ")


def test_pages_lead_back_to_what_refers_to_them() -> None:
    """A profile counts the positions, pairs and happenings with it elsewhere; a keyword names who speaks of it."""
    links = {one.text(): one.attributes["href"] for one in read("actors/ada-holm.md").all("a")}
    assert links["holds 1 position"] == "../../positions/?holder=ada-holm#by-actor"
    corpus = river()
    topic = corpus.topics[0]
    said = replace(corpus.statements[0], topics=(topic.id,))
    corpus = replace(corpus, statements=(said, *corpus.statements[1:]), positions=())
    page = section(read(f"keywords/{topic.id}.md", corpus), "Who speaks of it")
    assert [one.attributes["href"] for one in page.all("a")][-1] == f"../../statements/#{said.id}"
