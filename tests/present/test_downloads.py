"""The data files hold the corpus whole, explain themselves and are harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.corpus import Corpus, Evidence
from generator.present.columns import TABLES
from generator.present.downloads import Download, extract_document, extract_json, files, state_of, to_csv
from generator.present.fields import FIELDS
from generator.settings import Links, PresentSettings
from tests.present.compared import compared
from tests.present.harbour import UNTAKEN, make_corpus

SETTINGS = PresentSettings()
SIGNS = "=+-@\t\r\n"
Rows = list[dict[str, str]]


def read(download: Download) -> Rows:
    text = download.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def tables_of(corpus: Corpus) -> dict[str, Rows]:
    return {
        one.path.removeprefix("data/").removesuffix(".csv"): read(one)
        for one in files(corpus, SETTINGS)
        if one.path.endswith(".csv")
    }


def whole_corpus(articles: int = 2) -> Corpus:
    """With a comparison that has one of everything."""
    corpus = make_corpus(articles=articles)
    first, second = (
        Evidence(
            article=text.id,
            span=found.sentences[0].span,
            quote=text.quote(found.sentences[0].span),
            sentence="s1",
        )
        for text, found in list(zip(corpus.articles, corpus.findings, strict=True))[:2]
    )
    return replace(corpus, comparison=compared(first, second))


def paths_in(value: Any, path: str = "") -> set[str]:
    """Every path of a document that ends in a plain value, as the field list writes it."""
    if isinstance(value, dict):
        return {
            found for key, entry in value.items() for found in paths_in(entry, f"{path}.{key}".strip("."))
        }
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return {found for entry in value for found in paths_in(entry, f"{path}[]")}
    return {path}


def is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(place) is int for place in value)


def test_the_document_has_the_shape_that_was_promised() -> None:
    """Every field of the contract is there, with its type, in every entry."""
    document = json.loads(extract_json(make_corpus()))
    assert document["schema"] == "dossier/1"
    for article in document["articles"]:
        assert all(type(article[key]) is str for key in ("id", "path", "title", "language", "text"))
        assert all(
            article[key] is None or type(article[key]) is str for key in ("outlet", "published", "url")
        )
        assert article["copy_group"] is None
        for event in article["events"]:
            assert type(event["id"]) is type(event["class"]) is type(event["modality"]) is str
            assert is_span(event["trigger"]["span"])
            assert {"span", "actor"} <= set(event["agent"]) & set(event["patient"])
        assert article["sentences"]
        assert all(type(one["id"]) is str and is_span(one["span"]) for one in article["sentences"])
        for keyword in article["keywords"]:
            assert (type(keyword["term"]), type(keyword["score"]), type(keyword["rank"])) == (str, float, int)
            assert all(is_span(span) for span in keyword["spans"])
        for mention in article["mentions"]:
            assert mention["actor"] is None or type(mention["actor"]) is str
            assert is_span(mention["span"])
            assert mention["form"] in {"name", "description", "pronoun"}
        for statement in article["statements"]:
            assert type(statement["id"]) is type(statement["kind"]) is str
            assert statement["mode"] in {"direct", "mixed", "indirect"}
            assert statement["speaker"]["span"] is None or is_span(statement["speaker"]["span"])
            assert statement["speaker"]["actor"] is None or type(statement["speaker"]["actor"]) is str
            assert statement["cue"]["span"] is None or is_span(statement["cue"]["span"])
            assert all(is_span(span) for span in statement["content"]["spans"])
        for found in article["dates"]:
            assert is_span(found["span"])
            assert {"value", "edtf", "anchor", "rule"} <= set(found)
    for actor in document["actors"]:
        assert all(type(actor[key]) is str for key in ("id", "name", "kind"))
        assert all(type(text) is str for text in [*actor["aliases"], *actor["roles"]])


def test_quotes_in_the_document_stand_at_their_spans() -> None:
    """Whoever cuts an article's text at a span finds the words that the document quotes."""
    for article in extract_document(make_corpus())["articles"]:
        for found in [*article["mentions"], *article["dates"]]:
            start, end = found["span"]
            assert article["text"][start:end] == found["quote"]
        for statement in article["statements"]:
            pieces = [article["text"][start:end] for start, end in statement["content"]["spans"]]
            assert pieces == statement["content"]["quotes"]


def test_events_carry_words_and_actors() -> None:
    """A side that no actor took keeps the words of the text; the event and its table say the same."""
    corpus = make_corpus()
    event = extract_document(corpus)["articles"][0]["events"][0]
    row = tables_of(corpus)["events"][0]
    assert (event["class"], event["agent"]["actor"], event["patient"]["actor"]) == (
        "CONSULT",
        "actor-0",
        None,
    )
    assert event["patient"]["quote"] == row["patient_words"] == UNTAKEN
    assert (row["class"], row["agent"], row["edtf"]) == ("CONSULT", "actor-0", "2019")


def test_mentions_that_no_actor_took_are_kept() -> None:
    """A description that became no actor is in the document and in the table, without an actor."""
    corpus = make_corpus()
    article = extract_document(corpus)["articles"][0]
    assert [one["quote"] for one in article["mentions"] if one["actor"] is None] == [UNTAKEN]
    assert [one["quote"] for one in tables_of(corpus)["mentions"] if not one["actor"]] == [UNTAKEN] * 2


def test_what_is_known_of_an_actor_is_in_the_data() -> None:
    """Sort, doubtful merges, further addresses and the number of inferred mentions, in document and table alike."""
    corpus = make_corpus()
    entry, row = extract_document(corpus)["actors"][0], tables_of(corpus)["actors"][0]
    assert entry["sort"] == row["sort"] == "company"
    assert entry["suggestions"] == [{"actor": "actor-1", "reason": "names alike"}]
    assert row["maybe_same"] == "actor-1"
    assert entry["other_ids"] == ["harbour-board", "board"]
    assert row["other_ids"] == "harbour-board; board"
    assert (entry["mentions"], entry["inferred"]) == (int(row["mentions"]), int(row["inferred"]))
    assert 0 < entry["inferred"] < entry["mentions"]


def test_every_field_of_the_document_is_explained() -> None:
    """The field list and a full document name the same paths."""
    found = paths_in(extract_document(whole_corpus()))
    empty = {path for path in found if any(other.startswith(f"{path}[]") for other in found)}
    assert found - empty == {path for path, _ in FIELDS}
    assert all(meaning for _, meaning in FIELDS)


def test_every_column_is_explained() -> None:
    """The dictionary has one line for every column of every file and every field of the document."""
    made = files(make_corpus(), SETTINGS)
    entries = {(row["file"], row["field"]): row["meaning"] for row in read(made[-1])}
    expected = {("dossier.json", path) for path, _ in FIELDS}
    for one in made[1:-1]:
        if not one.path.endswith(".csv"):
            expected |= {(one.path.removeprefix("data/"), field.name) for field in one.fields}
            continue
        heads = one.content.decode("utf-8-sig").splitlines()[0].split(",")
        assert heads == [field.name for field in one.fields]
        expected |= {(one.path.removeprefix("data/"), head) for head in heads}
    assert set(entries) == expected
    assert all(entries.values())


def test_every_row_carries_its_sentence() -> None:
    """Each finding stands beside the sentence it rests on, with its place and an address that leads there."""
    corpus = make_corpus()
    texts = {article.id: article.text for article in corpus.articles}
    tables = tables_of(corpus)
    for name in (
        "sentences",
        "actors",
        "mentions",
        "statements",
        "positions",
        "shifts",
        "keywords",
        "events",
        "happenings",
        "ties",
    ):
        assert tables[name], name
        for row in tables[name]:
            start, end = int(row["start"]), int(row["end"])
            assert row["sentence_text"] in texts[row["article"]]
            assert row.get("quote", row["sentence_text"]) == texts[row["article"]][start:end]
            assert row["address"] == f"articles/{row['article']}/#{row['sentence']}"


def test_tables_count_what_the_corpus_counts() -> None:
    """No row is lost or doubled on the way into a file."""
    corpus = make_corpus(articles=3)
    made = {one.path: one for one in files(corpus, SETTINGS)}
    expected = {
        "articles": 3,
        "sentences": sum(len(found.sentences) for found in corpus.findings),
        "actors": len(corpus.actors),
        "mentions": sum(len(found.mentions) for found in corpus.findings),
        "statements": len(corpus.statements),
        "positions": len(corpus.positions),
        "shifts": len(corpus.shifts),
        "uncertainties": len(corpus.open_matters),
        "keywords": sum(len(found.keywords) for found in corpus.findings),
        "dates": sum(len(found.dates) for found in corpus.findings),
        "events": sum(len(found.events) for found in corpus.findings),
        "happenings": len(corpus.happenings),
        "relations": len(corpus.relations),
        "ties": sum(len(tie.evidence) for tie in corpus.ties),
        **dict.fromkeys(
            ("names", "coverage", "numbers", "differences", "copies", "themes", "voices", "pairs"), 0
        ),
    }
    assert {table.name for table in TABLES} == set(expected)
    for name, number in expected.items():
        assert made[f"data/{name}.csv"].rows == number == len(read(made[f"data/{name}.csv"]))


def test_near_copies_share_a_group() -> None:
    """Articles of one group of copies bear its id; who joins by `copy_group` finds them."""
    corpus = whole_corpus(articles=3)
    groups = [article["copy_group"] for article in extract_document(corpus)["articles"]]
    assert groups == [corpus.comparison.copies[0].id] * 2 + [None]


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1))
def test_tables_read_back_as_they_were_written(cells: list[str]) -> None:
    """Any text survives a CSV file, but for the apostrophe in front of what a spreadsheet would run."""
    text = to_csv(["cell"] * len(cells), [cells]).decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(text, newline=""))
    for before, after in zip(cells, row, strict=True):
        assert after in (before, f"'{before}")
        assert not after.lstrip().startswith(tuple(SIGNS.strip()))
        assert not after.startswith(tuple(SIGNS))


@pytest.mark.parametrize("sign", [*SIGNS, "＝", " =", "\N{NO-BREAK SPACE}+"])
def test_formulas_are_neutralised(sign: str) -> None:
    """A name that begins like a formula arrives in the file with an apostrophe in front."""
    corpus = make_corpus((f"{sign}HYPERLINK(1)", "Maria Lund"))
    hostile = corpus.actors[0].name
    assert tables_of(corpus)["actors"][0]["name"] == f"'{hostile}"


def test_numbers_stay_numbers() -> None:
    """Our own figures are written bare, negative ones too; dates and truth values in one fixed form."""
    assert (
        to_csv(["a", "b", "c", "d"], [[-3, -0.5, True, None]]) == b"\xef\xbb\xbfa,b,c,d\r\n-3,-0.5,true,\r\n"
    )


def test_files_know_their_size_and_checksum() -> None:
    """What the data page says of a file is true of the bytes it offers."""
    for one in files(make_corpus(), SETTINGS):
        assert (one.size, one.sha256) == (len(one.content), sha256(one.content).hexdigest())
        assert one.content.endswith(b"\n")
        assert one.opening
        assert one.fields


def test_addresses_follow_the_links_of_the_site() -> None:
    """A site meant for opening from a disk gets addresses of files."""
    made = files(make_corpus(), PresentSettings(links=Links.FILE))
    dates = next(one for one in made if one.path == "data/dates.csv")
    assert read(dates)[0]["address"] == "articles/harbour-0.html#s1"


def test_the_same_corpus_gives_the_same_bytes() -> None:
    """Two builds differ in no byte, and another corpus in its checksum."""
    first, second = files(make_corpus(), SETTINGS), files(make_corpus(), SETTINGS)
    assert [one.content for one in first] == [one.content for one in second]
    assert state_of(make_corpus(), first) != state_of(make_corpus(), files(make_corpus(articles=3), SETTINGS))


def test_an_empty_corpus_gives_empty_tables() -> None:
    """Without articles every file is there, with its heads."""
    empty = Corpus(articles=(), findings=())
    assert all(one.rows == 0 for one in files(empty, SETTINGS)[1:-1] if one.path.endswith(".csv"))
    assert extract_document(empty)["articles"] == []


def test_statements_without_a_place_do_not_stop_the_files() -> None:
    """A statement whose content is missing leaves its place empty instead of failing."""
    corpus = make_corpus()
    broken = replace(corpus, statements=(replace(corpus.statements[0], content=()),))
    row = tables_of(broken)["statements"][0]
    assert (row["start"], row["sentence_text"], row["address"]) == ("", "", "")
