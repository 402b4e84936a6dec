"""Long lists: what stands on the first page, where the rest is, and that nothing is lost between them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.model.findings import ActorKind
from generator.present import present
from generator.present.pages.actors import LIST, MAIN
from generator.settings import PresentSettings
from tests.builders import make_actor, make_corpus, make_topic, write
from tests.present.river import Element, read_html, read_page, river
from tests.present.test_hostile_text import HOSTILE
from tests.present.views import read, rest_of, section

if TYPE_CHECKING:
    from generator.model.corpus import Corpus

MANY = LIST + 3


def crowd(number: int = MANY) -> Corpus:
    """A corpus of many persons, each mentioned once."""
    names = [f"Ann L{count:04}e" for count in range(number)]
    text = write("a", [[f"{name} left." for name in names]])
    actors = tuple(
        make_actor(f"p{count}", name, ActorKind.PERSON, text.point(name)) for count, name in enumerate(names)
    )
    return make_corpus(text, actors=actors)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Bodies of the pages of a crowd, by path."""
    return {page.path: page.body for page in present(crowd(), PresentSettings(), "Crowd").pages}


def names_on(page: Element) -> set[str]:
    return {
        row.all("a")[0].attributes["href"]
        for row in page.all("table", class_="ds-found")[0].all("tr")[1:]
        if row.all("a")
    }


def test_the_first_page_holds_the_main_actors_and_leads_to_all(pages: dict[str, str]) -> None:
    """Beyond forty of a kind, the rest is on further pages."""
    page = read_page(pages["actors/index.md"])
    assert len(names_on(page)) == MAIN
    link = section(page, "Persons").all("p", class_="ds-note")[0].all("a")[0]
    assert link.text() == f"All {MANY} persons"
    assert link.attributes["href"] == "../actors/all/person/"


def test_every_actor_stands_on_some_list(pages: dict[str, str]) -> None:
    """The lists hold each actor once, by name, and lead to each other."""
    first, second = (read_page(pages[path]) for path in ("actors/all/person.md", "actors/all/person-2.md"))
    assert len(names_on(first)) == LIST
    assert len(names_on(second)) == MANY - LIST
    ends = {link.rstrip("/").rpartition("/")[2] for link in names_on(first) | names_on(second)}
    assert ends == {f"p{number}" for number in range(MANY)}
    assert (
        first.all("nav", class_="ds-pager")[0].all("a")[0].attributes["href"]
        == "../../../actors/all/person-2/"
    )


def test_the_first_page_of_many_actors_stays_small(pages: dict[str, str]) -> None:
    """It can be read on a telephone."""
    assert len(pages["actors/index.md"].encode()) < 60_000


def test_a_small_dossier_has_no_further_lists() -> None:
    """Where everything fits on the first page, there is one."""
    assert not [
        page.path for page in present(river(), PresentSettings(), "River").pages if "/all/" in page.path
    ]


def test_organisations_stand_by_their_sort() -> None:
    """Government bodies, companies and media under headings of their own; those of no known sort last."""
    text = write("a", [["Kelp, Harbour Ministry and Tide Press met."]])
    actors = tuple(
        make_actor(name.lower().replace(" ", "-"), name, ActorKind.ORGANISATION, text.point(name), sort=sort)
        for name, sort in (("Kelp", None), ("Tide Press", "media"), ("Harbour Ministry", "government body"))
    )
    rows = section(read("actors/index.md", make_corpus(text, actors=actors)), "Organisations").all("tbody")
    assert [row.all("tr")[0].text() for row in rows] == ["government body", "media", "other"]
    assert "Kelp" in rows[2].text()


def test_the_list_of_actors_says_how_much_is_inferred() -> None:
    """Mentions that only a rule gives to somebody are counted where all are counted."""
    assert "9 mentions, 1 of them inferred" in read("actors/index.md").text()


def keywords() -> Corpus:
    """A hundred and more keywords: one high, one low in two articles, the others low in one."""
    terms = [f"term{count:03}" for count in range(103)]
    text = write("a", [[f"The {term} fell." for term in terms]])
    other = write("b", [["The term001 rose."]])
    return make_corpus(
        text,
        other,
        topics=(
            make_topic("term000", "term000", text.point("term000"), rank=10),
            make_topic("term001", "term001", text.point("term001"), other.point("term001"), rank=20),
            *(make_topic(term, term, text.point(term), rank=11) for term in terms[2:]),
        ),
    )


def test_keywords_of_weight_have_pages() -> None:
    """Those of several articles and those among the first ten of one; the list says so."""
    site = present(keywords(), PresentSettings(), "Terms")
    own = {page.path for page in site.pages if page.path.startswith("keywords/")}
    assert own == {"keywords/index.md", "keywords/all/1.md", "keywords/term000.md", "keywords/term001.md"}
    text = read("keywords/index.md", keywords()).text()
    assert "2 have a page: those of several articles, and those that rank among the first 10 of one." in text


def test_other_keywords_lead_to_their_sentence() -> None:
    """On the first page, in the list of all, and on the article's own page."""
    for path, start in (("keywords/index.md", "../"), ("keywords/all/1.md", "../../../")):
        links = {one.text(): one.attributes["href"] for one in read(path, keywords()).all("a")}
        assert links["term000"] == ("../" if path.endswith("index.md") else "../../../") + "keywords/term000/"
        assert links["term002"] == f"{start}articles/a/#s3"
    assert "term102" in read("keywords/all/1.md", keywords()).text()


@pytest.mark.parametrize("word", HOSTILE)
def test_no_text_acts_in_an_old_address_or_a_further_page(word: str) -> None:
    """A hostile word stands in them as text: the elements are those of a harmless one."""

    def skeletons(with_word: str) -> dict[str, list[tuple[str, ...]]]:
        site = present(river(with_word), PresentSettings(sentences_per_page=1), with_word)
        files = {
            one.path: read_html(one.content.decode()) for one in site.assets if one.path.endswith(".html")
        }
        rest = {
            f"{asset.path} {number}": read_html(row[1])
            for asset in site.assets
            if asset.path.endswith("-rest.js")
            for number, row in enumerate(rest_of(asset)["rows"])
            if row
        }
        further = {page.path: read_page(page.body) for page in site.pages if "/page-" in page.path}
        return {path: page.skeleton() for path, page in {**files, **rest, **further}.items()}

    assert skeletons(word) == skeletons("weir")


def test_articles_stand_latest_first() -> None:
    """By day of publication, undated ones last."""
    days = {"a": date(2021, 3, 1), "b": None, "c": date(2022, 1, 5)}
    texts = [write(key, [[f"The {key} bridge closed."]], published=day) for key, day in days.items()]
    pages = {
        page.path: page.body for page in present(make_corpus(*texts), PresentSettings(), "Bridges").pages
    }
    rows = read_page(pages["articles/index.md"]).all("table")[0].all("tr")[1:]
    assert [row.all("a")[0].text() for row in rows] == ["c", "a", "b"]
