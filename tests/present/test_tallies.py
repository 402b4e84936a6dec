"""What a number of articles counts: independent ones where the dossier holds copies, and it says so."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from generator.model.corpus import Relation
from generator.present import present
from generator.present.downloads import files
from generator.settings import PresentSettings
from tests.builders import make_happening
from tests.present.ferry import ferry
from tests.present.river import read_page

if TYPE_CHECKING:
    from generator.model.corpus import Corpus


def twice() -> Corpus:
    """The ferry dossier, in which a reprint tells of the raid, of the ferry and of what the mayor said too."""
    corpus = ferry()
    guard = next(one for one in corpus.actors if one.id == "guard")
    again = {one.evidence.article: one.evidence for one in guard.mentions}
    (topic,) = corpus.topics
    (said,) = corpus.statements
    raid = make_happening(
        "raid", again["coast"], again["reprint"], agent="guard", patient="ida-brekke", kind="ASSAULT"
    )
    raid = replace(raid, quad="material conflict", articles=1)
    use = replace(topic.uses[0], article="reprint", evidence=(again["reprint"],))
    repeat = replace(
        said,
        id="st-again",
        article="reprint",
        content=(again["reprint"],),
        same_as="st-first",
        cue_evidence=None,
    )
    relation = Relation(
        id="rl-raid",
        agent="guard",
        patient="ida-brekke",
        happenings=("ev-raid",),
        classes=(("ASSAULT", 1),),
        quads=(("material conflict", 1),),
        doubtful=(),
        open=(),
        articles=1,
        evidence=tuple(one.trigger for one in raid.reports),
    )
    return replace(
        corpus,
        topics=(replace(topic, uses=(*topic.uses, use)),),
        statements=(replace(said, repeats=("st-again",)), repeat),
        happenings=(raid, *corpus.happenings[1:]),
        relations=(relation,),
    )


def words(corpus: Corpus, **options: str) -> dict[str, str]:
    """The text of every page and file of the site, by path."""
    site = present(corpus, PresentSettings(**options), "Ferry")  # type: ignore[arg-type]
    pages = {page.path: " ".join(read_page(page.body).text("ds-chip").split()) for page in site.pages}
    pages["marks"] = " ".join(page.body for page in site.pages if page.path == "articles/coast.md")
    files = {
        one.path: one.content.decode(errors="replace") for one in site.assets if one.path.endswith(".js")
    }
    pages["search"] = files["assets/dossier/search-index.js"]
    pages["cards"] = " ".join(text for path, text in files.items() if "/cards/" in path)
    return pages


PLACES = {
    "index.md": ("2 independent", "4 mentions in 2 independent articles (4 in all)"),
    "articles/index.md": (
        "2 independent",
        "copy of Raid on the Weir ferry",
        "draws on Raid on the Weir ferry",
    ),
    "actors/guard.md": ("2 independent articles (4 in all)",),
    "keywords/ferry.md": ("keyword of 2 independent articles (3 in all)",),
    "timeline/index.md": ("1 independent article (2 in all)",),
    "relations/index.md": ("1 happening in 1 independent article (2 in all)",),
    "actors/index.md": ("Independent articlesAll articles"),
    "keywords/index.md": ("Independent articlesAll articles",),
    "comparison/index.md": ("2 independent", "Copies of one text count as one article"),
    "search": ('"2 independent articles (3 in all)"',),
    "cards": ("4 mentions in 2 independent articles (4 in all)",),
    "marks": ('data-also="1 other article, not independent"',),
}
PLAIN = {
    "index.md": ("4 mentions in all 4 articles",),
    "actors/guard.md": ("4 mentions 4 articles",),
    "keywords/ferry.md": ("keyword of 3 of 4 articles",),
    "timeline/index.md": ("2 articles",),
    "relations/index.md": ("1 happening in 2 articles",),
    "comparison/index.md": ("are counted like all others",),
    "search": ('"3 articles"',),
    "cards": ("4 mentions in 4 articles",),
    "marks": ('data-also="1 other article"',),
}


def test_numbers_of_articles_are_those_of_independent_ones() -> None:
    """Wherever the site counts articles a copy adds nothing, and how many there are in all stands beside it."""
    found = words(twice())
    for path, expected in PLACES.items():
        for one in expected:
            assert one in found[path], path


def test_an_option_counts_every_article() -> None:
    """With `present.count: articles` the same places count copies as well, and nothing is called independent."""
    found = words(twice(), count="articles")
    for path, expected in PLAIN.items():
        for one in expected:
            assert one in found[path], path
    assert not [path for path, text in found.items() if "independent" in text and not path.startswith("data")]


def test_without_copies_no_word_is_lost_on_them() -> None:
    """Nothing is called independent where there is nothing to tell apart."""
    corpus = twice()
    found = words(
        replace(
            corpus, comparison=replace(corpus.comparison, copies=(), citations=(), stands_for={}, cites={})
        )
    )
    named = [path for path, text in found.items() if "ndependent" in text and not path.startswith("data")]
    assert not named


@pytest.mark.parametrize("count", ["independent", "articles"])
def test_the_data_holds_both_numbers(count: str) -> None:
    """Tables, document and graph give all articles and the independent ones, whatever the pages show."""
    made = {
        one.path.removeprefix("data/"): one.content for one in files(twice(), PresentSettings(count=count))
    }
    for name, thing, expected in (
        ("actors", "guard", ("4", "2")),
        ("keywords", "ferry", ("3", "2")),
        ("happenings", "ev-raid", ("2", "1")),
        ("relations", "rl-raid", ("2", "1")),
    ):
        rows = csv.DictReader(io.StringIO(made[f"{name}.csv"].decode("utf-8-sig"), newline=""))
        held = [row for row in rows if thing in row.values()]
        assert {(row["articles"], row["independent"]) for row in held} <= {expected}, name
    document = json.loads(made["dossier.json"])
    for kind, number, expected_pair in (
        ("actors", 0, (4, 2)),
        ("topics", 0, (3, 2)),
        ("happenings", 0, (2, 1)),
    ):
        one = document[kind][number]
        assert (one["articles"], one["independent"]) == expected_pair
    ((_, _, edge),) = nx.read_graphml(io.BytesIO(made["relations.graphml"])).edges(data=True)
    assert (edge["articles"], edge["independent"]) == (2, 1)
    articles = csv.DictReader(io.StringIO(made["articles.csv"].decode("utf-8-sig"), newline=""))
    told = {row["article"]: (row["copy_of"], row["draws_on"]) for row in articles}
    assert told["reprint"] == ("coast", "")
    assert told["review"] == ("", "coast")
