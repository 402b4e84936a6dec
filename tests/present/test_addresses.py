"""Links fit the addresses that a site engine gives to pages."""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import pytest

from generator.present import present
from generator.present.addresses import actor_path, address, article_path, published, web_address
from generator.settings import Links, PresentSettings
from tests.present.river import Element, read_page, river

if TYPE_CHECKING:
    from generator.model.site import Site


@pytest.mark.parametrize(
    ("source", "target", "links", "expected"),
    [
        ("index.md", "actors/x.md", Links.DIRECTORY, "actors/x/"),
        ("actors/x.md", "index.md", Links.DIRECTORY, "../../"),
        ("actors/x.md", "articles/y.md", Links.DIRECTORY, "../../articles/y/"),
        ("actors/index.md", "actors/x.md", Links.DIRECTORY, "../actors/x/"),
        ("actors/x.md", "actors/index.md", Links.DIRECTORY, "../../actors/"),
        ("index.md", "index.md", Links.DIRECTORY, "./"),
        ("data/index.md", "data/dossier.json", Links.DIRECTORY, "../data/dossier.json"),
        ("method.md", "data/index.md", Links.DIRECTORY, "../data/"),
        ("actors/x.md", "articles/y.md", Links.FILE, "../articles/y.html"),
        ("actors/x.md", "index.md", Links.FILE, "../index.html"),
        ("actors/x.md", "articles/y.md", Links.SOURCE, "../articles/y.md"),
        ("actors/x.md", "articles/東 京.md", Links.FILE, "../articles/%E6%9D%B1%20%E4%BA%AC.html"),
    ],
)
def test_a_link_leads_from_page_to_page(source: str, target: str, links: Links, expected: str) -> None:
    """Relative to the page's own address, whichever form addresses have."""
    assert address(source, target, links) == expected


def test_no_article_or_actor_takes_the_page_of_its_list() -> None:
    """A text called "index" has a page, and it is not the list of articles."""
    assert article_path("index") != "articles/index.md"
    assert actor_path("readme") != "actors/readme.md"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//other.example/x",
        "/etc/passwd",
        "https:///nowhere",
        "http://[broken",
        "https://a.example/x y",
        "https://a.example/\u202ex",
        "",
    ],
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    """Every other scheme and every broken address is left out."""
    assert web_address(url) is None


@pytest.mark.parametrize("links", list(Links))
def test_every_link_has_its_target(links: Links) -> None:
    """No page links to a page, file or anchor that is not there."""
    site = present(river(), PresentSettings(links=links), "River")
    pages = {published(page.path, links): read_page(page.body) for page in site.pages}
    files = {asset.path for asset in site.assets}
    for here, page in pages.items():
        for link in page.all("a"):
            address = link.attributes.get("href") or link.attributes["xlink:href"]
            target = urlsplit(urljoin(f"https://site.example/{here}", address))
            if target.netloc != "site.example":
                continue
            there = target.path.removeprefix("/")
            if there in files:
                continue
            assert there in pages, (here, address)
            if target.fragment:
                assert pages[there].all(id=target.fragment), (here, address)


def test_a_cut_ledger_leaves_no_link_without_target() -> None:
    """A statement that the page of the ledger does not hold is in the data that its script asks for."""
    site = present(river(), PresentSettings(sentences_per_page=1), "River")
    pages = {published(page.path, Links.DIRECTORY): read_page(page.body) for page in site.pages}
    ledger = pages["statements/"]
    (rest,) = (one.content.decode() for one in site.assets if one.path.endswith("statements-rest.js"))
    assert len(ledger.all("li", class_="ds-entry")) == 1
    for link in pages["articles/flood/"].all("a", class_="ds-end"):
        target = urlsplit(link.attributes["href"])
        page = (
            pages[normpath(f"articles/flood/{target.path}") + "/"]
            if target.path
            else pages["articles/flood/"]
        )
        assert page.all(id=target.fragment) or f'id=\\"{target.fragment}\\"' in rest


def test_ids_are_unique_on_a_page() -> None:
    """No anchor is given twice."""
    site: Site = present(river(), PresentSettings(), "River")
    for page in site.pages:
        root: Element = read_page(page.body)
        ids = [one.attributes["id"] for one in root.all() if "id" in one.attributes]
        assert len(ids) == len(set(ids)), page.path
