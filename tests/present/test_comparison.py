"""What a reader finds about how articles differ: their own words, side by side, each with its proof."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.article import Extent
from generator.model.comparison import (
    Comparison,
    Contrast,
    Covered,
    Match,
    Naming,
    Referent,
    Share,
    Side,
    Thing,
    Wording,
)
from generator.model.findings import ActorKind
from generator.present import present, publish
from generator.present.apart import lone_facts
from generator.present.briefing import brief
from generator.present.downloads import files
from generator.present.namings import akin
from generator.settings import PresentSettings
from tests.builders import make_actor, make_corpus, write
from tests.present.ferry import ferry
from tests.present.river import Element, to_html
from tests.present.test_hostile_text import HOSTILE
from tests.present.views import read, section

if TYPE_CHECKING:
    from generator.model.corpus import Corpus

HUB = "comparison/index.md"
PAIR = "comparison/coast---inland.md"


def cells(row: Element) -> list[str]:
    return [one.text("ds-chip") for one in row.all("td")]


def test_each_article_is_a_column_of_its_own_words() -> None:
    """A cell holds the words of one article, with a chip that leads to them; a copy has no column."""
    table = section(read(HUB, ferry()), "Named differently").all("table")[0]
    assert [one.text() for one in table.all("thead")[0].all("th")[1:]] == [
        "Raid on the Weir ferry",
        "Operation of the Weir Guard",
        "What the papers say",
    ]
    row = table.all("tr", id="nm-raid")[0]
    assert [one.split("\xa0")[0].strip() for one in cells(row)[1:]] == [
        "“raid”",
        "“police operation”",
        "not named",
    ]
    assert row.all("a", class_="ds-count")[0].attributes["href"] == "../articles/coast/#s2"


def test_a_doubtful_identity_is_said_to_be_one() -> None:
    """The row says so, and the card of the words says what speaks for it."""
    row = section(read(HUB, ferry()), "Named differently").all("tr", id="nm-raid")[0]
    assert "doubtful" in row.text()
    (chip,) = row.all("ds-chip", class_="ds-inferred")
    assert "Inferred: military action, same agent" in chip.text()


def test_both_sides_of_a_difference_stand_beside_each_other() -> None:
    """What one asserts another attributes: both are named with their article."""
    (line,) = section(read(HUB, ferry()), "Told differently").all("li", id="df-attribution-ev-fired")
    sides = [one.text("ds-chip") for one in line.all("ul", class_="ds-sides")[0].all("li")]
    assert "Ida Brekke" in sides[0]
    assert "Raid on the Weir ferry" in sides[0]
    assert "own words" in sides[1]
    assert "Operation of the Weir Guard" in sides[1]


def test_things_are_counted_by_how_many_articles_have_them() -> None:
    """In all, in several, in one; and on how many the articles differ."""
    table = section(read(HUB, ferry()), "Who covers what").all("table")[0]
    rows = {row[0]: row[1:] for row in map(cells, table.all("tr")[1:])}
    assert rows["Events"] == ["0", "1", "1", "1"]
    assert rows["Actors"] == ["1", "0", "1", "0"]


def test_an_event_by_two_names_shows_both() -> None:
    """It stands in several articles, with the words of each, their places and why they are taken for one."""
    corpus = ferry()
    made = corpus.comparison
    raid = next(one for one in made.coverage if one.id == "ev-raid")
    both = replace(
        raid,
        share=Share.SEVERAL,
        articles=("coast", "inland"),
        independent=2,
        naming="nm-raid",
        doubtful=True,
    )
    coverage = tuple(both if one is raid else one for one in made.coverage)
    corpus = replace(corpus, comparison=replace(made, coverage=coverage))
    page = section(read(HUB, corpus), "Who covers what")
    (line,) = [one for one in page.all("li", class_="ds-item") if "called" in one.text()]
    assert "doubtful called “raided”, “police operation”" in line.text("ds-chip")
    assert "military action, same agent" in line.text("ds-chip")
    proofs = [one.attributes["href"] for one in line.all("a", class_="ds-where")]
    assert proofs == ["../articles/coast/#s1", "../articles/inland/#s1"]
    missing = section(read("articles/inland.md", corpus), "Not here, but reported by others")
    assert "raided" not in missing.text("ds-chip")
    rows = {one.path: one.content.decode() for one in files(corpus, PresentSettings())}["data/coverage.csv"]
    assert sum("ev-raid" in row and "nm-raid,true" in row for row in rows.splitlines()) == 2


def test_what_differs_is_counted_in_things() -> None:
    """Two differences of one event are one event; a date or a statement counts once; a keyword cannot differ."""
    corpus = ferry()
    made = corpus.comparison
    attributed = next(one for one in made.differences if one.kind is Contrast.ATTRIBUTION)
    days = {one.evidence.article: one.evidence for one in corpus.timeline}
    sides = tuple(
        Side(value=key, label=key, articles=(key,), evidence=(days[key],)) for key in ("coast", "inland")
    )
    more = (
        replace(attributed, id="df-1", kind=Contrast.MODALITY),
        replace(attributed, id="df-2"),
        replace(attributed, id="df-3", kind=Contrast.DATE, sides=sides),
        replace(attributed, id="df-4", kind=Contrast.DATE, sides=sides),
    )
    corpus = replace(corpus, comparison=replace(made, differences=(*made.differences, *more)))
    table = section(read(HUB, corpus), "Who covers what").all("table")[0]
    differ = {row[0]: row[-1] for row in map(cells, table.all("tr")[1:])}
    assert (differ["Events"], differ["Statements"], differ["Dates"]) == ("1", "1", "2")
    assert (differ["Keywords"], differ["Numbers"]) == ("0", "1")


def test_comparable_numbers_stand_in_one_block() -> None:
    """Value, what is counted and the article; numbers of a copy are not listed twice."""
    (table,) = section(read(HUB, ferry()), "Numbers").all("table", class_="ds-numbers")
    assert "differ" in table.all("tr", id="ng-dead")[0].text()
    rows = [cells(row) for row in table.all("tr", class_="ds-item")]
    assert [row[1] for row in rows] == ["passengers", "passengers"]
    assert "at least 12" in rows[0][0]
    assert "9" in rows[1][0]


def test_a_copy_shows_the_words_that_changed() -> None:
    """Taken away and added are told apart by elements, not by colour; who draws on whom is said."""
    page = section(read(HUB, ferry()), "Copies")
    (change,) = page.all("ol", class_="ds-changes")[0].all("li")
    assert change.all("del")[0].text() == "taken away: 12"
    assert change.all("ins")[0].text() == "added: 13"
    assert "names the outlet as its source" in page.text()
    assert "2 independent" in read(HUB, ferry()).all("p", class_="ds-coverage")[0].text()


def test_a_speaker_who_is_only_mentioned_elsewhere_is_shown_as_that() -> None:
    """No word in one article is not the same as not being there."""
    corpus = ferry()
    guard = next(one for one in corpus.actors if one.id == "guard")
    voice = replace(corpus.comparison.voices[0], speaker=guard.id)
    made = replace(corpus, comparison=replace(corpus.comparison, voices=(voice,)))
    row = section(read(HUB, made), "Voices").all("tr")[1]
    assert "mentioned, no word" in cells(row)[2]


def test_two_articles_stand_side_by_side() -> None:
    """Matching sentences are level and their shared words marked; the others stand where only one has them."""
    rows = section(read(PAIR, ferry()), "Sentence by sentence").all("div", class_="ds-beside-row")[1:]
    level = ["ds-same-row" in row.attributes["class"] for row in rows]
    assert level == [True, False, True, False]
    left, right = (one.text() for one in rows[2].children if isinstance(one, Element))
    assert "Mayor Ida Brekke said the Weir Guard fired first." in left
    assert right.endswith("The Weir Guard fired first.")
    assert [one.text() for one in rows[2].all("b")][:3] == ["Guard", "fired", "first"]
    assert rows[1].all("a")[0].attributes["href"] == "../../articles/coast/#s2"


def test_matches_that_cross_are_named_by_a_link() -> None:
    """A sentence that the other tells at another place leads there; no row is out of the order of its text."""
    corpus = ferry()
    crossing = (
        Match(a="s1", b="s3", score=0.9),
        Match(a="s2", b="s1", score=0.9),
        Match(a="s3", b="s2", score=0.9),
    )
    first, *others = corpus.comparison.pairs
    made = replace(corpus.comparison, pairs=(replace(first, matches=crossing), *others))
    page = section(read(PAIR, replace(corpus, comparison=made)), "Sentence by sentence")
    links = [one.attributes["href"] for one in page.all("a", class_="ds-across-link")]
    assert links == ["../../articles/inland/#s3", "../../articles/coast/#s1"]
    pins = [one.attributes["href"] for one in page.all("a", class_="ds-pin")]
    for article in ("coast", "inland"):
        own = [one for one in pins if f"/{article}/" in one]
        assert own == sorted(own)
        assert len(own) == 4


def test_what_is_not_published_does_not_stand_side_by_side() -> None:
    """A text that is only linked, or a sentence that is left out, cannot be read on the page of two articles."""
    corpus = ferry()
    linked = tuple(
        replace(one, publish=Extent.LINK if one.id == "inland" else None) for one in corpus.articles
    )
    page = present(publish(replace(corpus, articles=linked), PresentSettings()), PresentSettings(), "F")
    bodies = {one.path: one.body for one in page.pages}
    assert "The court opens" not in "".join(bodies.values())
    assert "cannot stand side by side" in bodies[PAIR]


def test_an_article_says_what_it_has_alone_and_what_it_lacks() -> None:
    """What only this one tells, what others tell, and which are near, with the way to both side by side."""
    page = read("articles/coast.md", ferry())
    assert "Ida Brekke" in section(page, "Only in this article").text()
    missing = section(page, "Not here, but reported by others").text("ds-chip")
    assert "4 May 2019" in missing
    assert "3 May 2019" not in missing
    related = section(page, "Related articles")
    assert (
        related.all("a", class_="ds-beside-link")[0].attributes["href"] == "../../comparison/coast---inland/"
    )


@pytest.mark.parametrize("path", ["comparison/index.md", "articles/lone.md"])
def test_one_article_has_nothing_to_compare(path: str) -> None:
    """A sentence says so and what would change that."""
    text = read(path, make_corpus(write("lone", [["Nothing happened."]]))).text()
    assert "seeds folder would" in text
    assert "<table" not in text


def test_the_overview_shows_where_the_articles_differ() -> None:
    """A name, and no fact that stands on the page already; nothing where there is nothing."""
    page = section(read("index.md", ferry()), "Where the articles differ")
    assert "“police operation”" in page.text("ds-chip")
    assert "only in" not in page.text("ds-chip")
    (told, *_) = page.all("li", class_="ds-difference")
    assert len(told.all("li")) > 1
    assert all(side.all("a", class_="ds-count") for side in told.all("li"))
    briefing = brief(ferry(), PresentSettings(), "Ferry")
    (fact, *_) = lone_facts(briefing, briefing.place("index.md"), 3)
    assert fact.article == "Raid on the Weir ferry"
    assert "Only in one article" not in read("index.md", ferry()).text()
    bare = replace(ferry(), comparison=Comparison())
    assert "Where the articles differ" not in read("index.md", bare).text()


def crowd(number: int) -> Corpus:
    """Many articles: each has a person of its own, and all have one."""
    texts = [
        write(f"a{one}", [[f"Ada Holm met guest Lund{one}."]], title=f"Meeting {one}")
        for one in range(number)
    ]
    keys = tuple(text.article.id for text in texts)
    corpus = make_corpus(
        *texts,
        actors=(
            make_actor("ada", "Ada Holm", ActorKind.PERSON, *(text.point("Ada Holm") for text in texts)),
            *(
                make_actor(f"g{one}", f"Lund{one}", ActorKind.PERSON, text.point(f"Lund{one}"))
                for one, text in enumerate(texts)
            ),
        ),
    )
    names = tuple(
        Naming(
            id=f"nm-{one}",
            kind=Referent.ACTOR,
            name=f"thing {one}",
            actors=("ada",),
            place=None,
            happenings=(),
            wordings=tuple(
                Wording(article=text.article.id, text=words, evidence=(text.point(words),), rule="same")
                for text, words in ((texts[0], "Ada Holm"), (texts[1], "Ada"))
            ),
            rule="same",
            contrast=True,
        )
        for one in range(30)
    )
    coverage = (
        Covered(kind=Thing.ACTOR, id="ada", share=Share.ALL, articles=keys, independent=number),
        *(
            Covered(kind=Thing.ACTOR, id=f"g{one}", share=Share.ONE, articles=(key,), independent=1)
            for one, key in enumerate(keys)
        ),
    )
    return replace(corpus, comparison=Comparison(namings=names, coverage=coverage))


def test_many_articles_are_no_columns() -> None:
    """A row says how many articles use a wording; articles are listed with what only they have."""
    page = read(HUB, crowd(9))
    table = section(page, "Named differently").all("table")[0]
    assert len(table.all("th")) == 2
    assert "“Ada Holm” 1" in table.all("tr")[1].text("ds-chip")
    lone = section(page, "Who covers what").all("ul", class_="ds-lone")[0]
    assert lone.all("a")[0].attributes["href"] == "../articles/a0/#only-here"
    assert len(lone.all("li")) == 9


def test_a_long_naming_matrix_goes_on_on_further_pages() -> None:
    """No page holds more than 25 rows; each leads to the others."""
    first, second = read(HUB, crowd(9)), read("comparison/names/2.md", crowd(9))
    rows = [len(page.all("table", class_="ds-called")[0].all("tr")) - 1 for page in (first, second)]
    assert rows == [25, 5]
    assert first.all("nav", class_="ds-pager")[0].all("a")[0].attributes["href"] == "../comparison/names/2/"


def test_the_comparison_can_be_downloaded() -> None:
    """Names, coverage, numbers and differences are tables whose every row has its sentence."""
    made = {one.path: one for one in files(ferry(), PresentSettings())}
    expected = {"names": 6, "coverage": 15, "numbers": 2, "differences": 4}
    for name, number in expected.items():
        text = made[f"data/{name}.csv"].content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(rows) == number, name
        assert all(row["quote"] and row["quote"] in row["sentence_text"] for row in rows)
    numbers = made["data/numbers.csv"].content.decode("utf-8-sig")
    assert "qu-coast,12,," in numbers


def test_hostile_words_stay_words() -> None:
    """Whatever stands in titles, names and sentences, each page keeps its elements."""
    plain = {page.path: to_html(page.body) for page in present(ferry(), PresentSettings(), "F").pages}
    for word in HOSTILE[::4]:
        for page in present(ferry(word), PresentSettings(), "F").pages:
            if page.path.startswith("comparison/"):
                html = to_html(page.body)
                assert html.count("<table") == plain[page.path].count("<table"), (word, page.path)
                assert html.count("<script") == 0
                assert html.count("<li") == plain[page.path].count("<li"), (word, page.path)


def test_copies_are_counted_once_and_the_word_says_so() -> None:
    """A list counts independent articles and says so; without copies it says articles."""
    heads = [one.text() for one in read("actors/index.md", ferry()).all("th")]
    assert "Independent articles" in heads
    assert "2 independent articles (4 in all)" in read("actors/guard.md", ferry()).text()
    bare = replace(ferry(), comparison=Comparison())
    assert "Independent articles" not in [one.text() for one in read("actors/index.md", bare).all("th")]


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Florida", "Fla.", True),
        ("Anna Lund", "Lund", True),
        ("armed police", "the police", True),
        ("U.N.", "United Nations", True),
        ("World Health Organization", "World Health Organisation", True),
        ("de facto entity", "de facto government", False),
        ("offensive", "military actions", False),
        ("the", "police", False),
    ],
)
def test_longer_and_shorter_forms_are_no_contrast(a: str, b: str, *, alike: bool) -> None:
    """The overview shows where articles choose other words, not where they cut them."""
    assert akin(a, b) is alike
    assert akin(b, a) is alike
