"""Ids: safe, stable and unique names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.ids import LONGEST, article_id, article_ids

SAFE = re.compile(r"[a-z0-9]+(?:-{1,2}[a-z0-9]+)*")
PATHS = st.lists(
    st.one_of(
        st.text(
            st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1, max_size=20
        ),
        st.text("aAbé_- .x0", min_size=1, max_size=6),
    ).filter(lambda part: part not in (".", "..")),
    min_size=1,
    max_size=3,
).map("/".join)
FILES = st.tuples(PATHS, st.sampled_from([".txt", ".md", ".TXT", ".markdown"])).map("".join)


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("000_0f8e761e9276ed0f.txt", "000-0f8e761e9276ed0f"),
        ("2023-09-29-ferry.txt", "2023-09-29-ferry"),
        ("ferry.md", "ferry-md"),
        ("2023/may/ferry.txt", "2023--may--ferry"),
    ],
)
def test_plain_names_are_readable(path: str, own: str) -> None:
    """A plain file name is its id."""
    assert article_id(path) == own


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("The Ferry.txt", "the-ferry"),
        ("ferry (2).txt", "ferry-2"),
        ("fähre.txt", "fahre"),
        ("Паром.txt", "article"),
        ("--help.txt", "help"),
        ("a..b.txt", "a-b"),
        ("con.txt", "con"),
        ("index.txt", "index"),
        ("FERRY.txt", "ferry"),
        ("ferry.TXT", "ferry-txt"),
        ("a-md.txt", "a-md"),
        ("a--b.txt", "a-b"),
    ],
)
def test_other_names_say_what_they_can(path: str, words: str) -> None:
    """A name that loses something on the way keeps its words and gets a hash."""
    assert re.fullmatch(re.escape(words) + r"-x[0-9a-f]{8}", article_id(path))


def test_names_as_long_as_a_disk_allows() -> None:
    """A name of 255 bytes becomes an id of bounded length, and its last letter still counts."""
    one, two = article_id("b" * 250 + "1.txt"), article_id("b" * 250 + "2.txt")
    assert len(one) <= LONGEST
    assert one != two


def test_hyphen_and_underscore() -> None:
    """Where two names spell one id, the one that spells it literally keeps it."""
    ids = article_ids(["a_b.txt", "a-b.txt"])
    assert ids["a-b.txt"] == "a-b"
    assert ids["a_b.txt"].startswith("a-b-x")
    assert article_ids(["a_b.txt"])["a_b.txt"] == "a-b"


def test_accents_stored_in_two_ways() -> None:
    """A name has one id on systems that store accents apart; both forms in one folder still differ."""
    assert article_id("caf\u00e9.txt") == article_id("cafe\u0301.txt")
    ids = article_ids(["caf\u00e9.txt", "cafe\u0301.txt"])
    assert len(set(ids.values())) == 2
    assert ids["caf\u00e9.txt"] == article_id("caf\u00e9.txt")


@given(FILES)
def test_ids_are_safe(path: str) -> None:
    """Any name makes an id of small letters, digits and hyphens that fits into an address and a file name."""
    own = article_id(path)
    assert SAFE.fullmatch(own)
    assert len(own) <= LONGEST


@given(st.lists(FILES, unique=True, max_size=12))
def test_ids_are_unique(paths: list[str]) -> None:
    """No two files share an id, and their order does not matter."""
    ids = article_ids(paths)
    assert len(set(ids.values())) == len(paths)
    assert article_ids(reversed(paths)) == ids


@given(st.lists(FILES.map(lambda path: path.replace("_", "-")), unique=True, max_size=8), FILES)
def test_a_new_file_renames_no_other(paths: list[str], new: str) -> None:
    """Ids depend on their own file alone."""
    before = article_ids(paths)
    after = article_ids([*paths, new])
    same = [path for path in paths if path.isascii()]
    assert {path: after[path] for path in same} == {path: before[path] for path in same}
