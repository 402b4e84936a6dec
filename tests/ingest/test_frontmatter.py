"""Front matter: what a source states about its text, and what is said when it cannot be used."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.draft import Metadata
from generator.ingest.frontmatter import split_front_matter
from generator.ingest.metadata import read_date
from generator.model.article import Extent

BODY = "\nThe ferry sails again.\n"


def test_all_keys() -> None:
    """Every key is read, in any order, with or without quotation marks."""
    front = split_front_matter(
        "---\n"
        "title: Ferry sails again\n"
        'outlet: "The \\"Harbour\\" Post"\n'
        "date: 2023-09-29\n"
        "url: https://post.example/ferry?id=1\n"
        "author: 'Ada Stone'\n"
        "language: en-GB\n"
        "publish: excerpt\n"
        "---\n" + BODY
    )
    assert front.metadata == Metadata(
        title="Ferry sails again",
        outlet='The "Harbour" Post',
        published=date(2023, 9, 29),
        url="https://post.example/ferry?id=1",
        author="Ada Stone",
        language="en",
        publish=Extent.EXCERPT,
    )
    assert front.body == BODY
    assert not front.problems


def test_a_misspelt_wish_for_restraint_publishes_nothing() -> None:
    """Whoever writes `publish` wants less than everything: a word that is none is reported and shows the least."""
    front = split_front_matter("---\npublish: exerpt\n---\n" + BODY)
    assert front.metadata.publish is Extent.LINK
    assert [problem.line for problem in front.problems] == [2]


@pytest.mark.parametrize(
    "text", ["The ferry sails.\n---\ntitle: x\n---\n", "", "----\na: b\n----\n", "title: x\n\nText."]
)
def test_text_without_front_matter(text: str) -> None:
    """Only a fence on the first line opens front matter."""
    front = split_front_matter(text)
    assert front.body == text
    assert not front.problems


@pytest.mark.parametrize(
    "text", ["---\n---\n", "---\n\n---\n", "---\n# nothing yet\n---\n", "---\ntitle:\ndate: ~\n---\n"]
)
def test_empty_front_matter(text: str) -> None:
    """Front matter without values is none, and no mistake."""
    front = split_front_matter(text + BODY)
    assert front.metadata == Metadata()
    assert front.body == BODY
    assert not front.problems


@pytest.mark.parametrize(
    "value",
    [
        "2023-09-29",
        '"2023-09-29"',
        "20230929",
        "2023-09-29T10:30:00Z",
        "2023-09-29 10:30:00 +04:00",
        "2023-09-29T10:30:00.123-0500",
        "!!timestamp 2023-09-29",
    ],
)
def test_dates(value: str) -> None:
    """ISO dates and dates with a time are read as the day they state."""
    front = split_front_matter(f"---\ndate: {value}\n---\n{BODY}")
    assert front.metadata.published == date(2023, 9, 29)
    assert not front.problems


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "2023-13-01",
        "2023-02-30",
        "2023-09",
        "29/09/2023",
        "[2023, 9]",
        "2023-09-29 or so",
    ],
)
def test_dates_that_are_none(value: str) -> None:
    """What is no date is said with its line, and the article has no date."""
    front = split_front_matter(f"---\ntitle: Ferry\ndate: {value}\n---\n{BODY}")
    assert front.metadata.published is None
    assert front.metadata.title == "Ferry"
    (problem,) = front.problems
    assert problem.line == 3
    assert "date" in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    "value",
    [
        "post.example/ferry",
        "javascript:alert(1)",
        "ftp://post.example",
        "https://",
        "http://[",
        "'https://a b.example'",
    ],
)
def test_addresses_that_are_none(value: str) -> None:
    """An address that is not http or https is dropped with a warning."""
    front = split_front_matter(f"---\nurl: {value}\n---\n{BODY}")
    assert front.metadata.url is None
    assert len(front.problems) == 1


@pytest.mark.parametrize(
    ("value", "code"), [("en", "en"), ("EN_us", "en"), ("no", "no"), ("English", None), ("e", None)]
)
def test_languages(value: str, code: str | None) -> None:
    """Two letters are a language, even those that YAML takes for a yes or no; a name is not."""
    front = split_front_matter(f"---\nlanguage: {value}\n---\n{BODY}")
    assert front.metadata.language == code
    assert bool(front.problems) is (code is None)


@pytest.mark.parametrize(
    ("key", "advice"),
    [
        ("titel", "title"),
        ("published", "date"),
        ("link", "url"),
        ("lang", "language"),
        ("colour", "title, outlet"),
    ],
)
def test_unknown_keys(key: str, advice: str) -> None:
    """An unknown key is named with its line and the key that was probably meant."""
    front = split_front_matter(f"---\noutlet: Harbour Post\n{key}: x\n---\n{BODY}")
    assert front.metadata.outlet == "Harbour Post"
    (problem,) = front.problems
    assert problem.line == 3
    assert f"“{key}”" in problem.message
    assert advice in (problem.hint or "")


def test_a_key_twice() -> None:
    """The first of two equal keys counts, and both lines are named."""
    front = split_front_matter(f"---\ntitle: One\nTitle: Two\n---\n{BODY}")
    assert front.metadata.title == "One"
    (problem,) = front.problems
    assert problem.line == 3
    assert "line 2" in problem.message


def test_several_authors() -> None:
    """A list of texts is one text with commas."""
    front = split_front_matter(f"---\nauthor: [Ada Stone, Ben Reed]\noutlet:\n  - Harbour Post\n---\n{BODY}")
    assert front.metadata.author == "Ada Stone, Ben Reed"
    assert front.metadata.outlet == "Harbour Post"


def test_values_are_normalised() -> None:
    """Values hold no line ends and nothing that cannot be seen; JSON's escapes are read."""
    front = split_front_matter(
        '---\ntitle: "Ferry\\u202e \\n sails \\ud83d\\udea2 cafe\\u0301"\n---\n' + BODY
    )
    assert front.metadata.title == "Ferry sails 🚢 café"


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("title: Ferry: it sails", 2),
        ("outlet: Post\ntitle: [Video] Ferry", 3),
        ('title: "Ferry', 2),
        ("title: Ferry\n\tdate: 2023-09-29", 3),
        ("outlet: Post\ntitle: {a: b}", 3),
        ("outlet: *post\ntitle: Ferry", 2),
        ("outlet: &post Post\ntitle: *post", 2),
        ("? [a, b]\n: c\ntitle: Ferry", 2),
        ("title: @ferry", 2),
    ],
)
def test_broken_front_matter(block: str, line: int) -> None:
    """Front matter that cannot be read is one warning with line and remedy, and no part of the text."""
    front = split_front_matter(f"---\n{block}\n---\n{BODY}")
    assert front.metadata == Metadata()
    assert front.body == BODY
    (problem,) = front.problems
    assert problem.line is not None
    assert line <= problem.line <= line + 2
    assert problem.hint


def test_text_between_two_rules() -> None:
    """Lines between two rules that hold no keys are text, and stay in it."""
    front = split_front_matter(f"---\nEvening edition\n---\n{BODY}")
    assert front.body.split() == ["Evening", "edition", *BODY.split()]
    assert "keys" in front.problems[0].message


def test_front_matter_without_end() -> None:
    """Keys that no fence closes are left out of the text, which begins after them; one warning says so."""
    front = split_front_matter(f"---\ntitle: Ferry\ndate: 2023-09-29\n{BODY}")
    assert front.body == BODY
    (problem,) = front.problems
    assert problem.line == 4


def test_a_rule_above_a_text() -> None:
    """A single rule on top is dropped without a word."""
    front = split_front_matter(f"---\n{BODY}")
    assert front.body == BODY
    assert not front.problems


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "block",
    [
        BOMB,
        "[" * 19_000,
        "{a: " * 4_000,
        "- " * 9_000,
        "a:\n" * 180,
        "? " * 9_000,
        "title: !!python/object:os.system x",
        "%YAML 9.9",
    ],
)
def test_hostile_front_matter(block: str) -> None:
    """References that multiply, deep nesting and foreign types are refused at once, and the text is read."""
    start = time.process_time()
    front = split_front_matter(f"---\n{block}\n---\n{BODY}")
    assert time.process_time() - start < 2
    assert front.body.endswith(BODY)


@given(st.text(st.sampled_from("title:- \n\"'[]{}&*!|>%@#,?\\x0\t~"), max_size=80))
def test_nothing_in_front_matter_raises(block: str) -> None:
    """Whatever stands between the fences, the text after them is read."""
    assert split_front_matter(f"---\n{block}\n---\n{BODY}").body.endswith(BODY)


@given(st.dates())
def test_every_iso_date_is_read(day: date) -> None:
    """Reading a date gives back the day that was written."""
    assert read_date(day.isoformat()) == day
