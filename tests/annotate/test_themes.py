"""Theme words are found in any form; phrases win, names and neutral phrases are told apart, and the list can be replaced."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.annotate.articles import annotate_article
from generator.errors import LexiconError
from generator.settings import AnnotateSettings
from tests import themes
from tests.annotate.reading import read

if TYPE_CHECKING:
    from pathlib import Path


def found(text: str, path: str = "") -> list[tuple[str, str]]:
    """Theme and words."""
    article, _ = read(text)
    findings = annotate_article(article, AnnotateSettings(themes=path))
    return [(one.theme, article.quote(one.span)) for one in findings.themes]


def test_words_count_in_any_form_and_the_longer_phrase_wins() -> None:
    """“Soldiers”, "vaccinated" and "World Health Organization" each name one theme."""
    assert found("The soldiers were vaccinated.") == [("security", "soldiers"), ("health", "vaccinated")]
    assert found("The World Health Organization replied.") == [("health", "World Health Organization")]


def test_words_that_name_no_theme_here_are_left_out() -> None:
    """A part of speech, a part of a name, a pronoun in small letters and a neutral phrase keep entries off."""
    assert found("According to both parties, he took charge.") == []
    assert found("They met at the Museum.") == []
    assert found("They who came stormed out.") == []


def test_a_list_of_the_users_own_takes_its_place(tmp_path: Path) -> None:
    """Its sections are the themes, with stars and phrases; nothing of the program's own list is left."""
    own = tmp_path / "themes.txt"
    own.write_text("# ferries\n[on the water]\nferr*\nlow tide\n", encoding="utf-8")
    assert found("Ferries waited for soldiers at low tide.", str(own)) == [
        ("on the water", "Ferries"),
        ("on the water", "low tide"),
    ]
    with pytest.raises(LexiconError, match="cannot be read"):
        found("Ferries waited.", str(tmp_path / "missing.txt"))


def test_measured_quality_does_not_fall() -> None:
    """The labelled sentences of tests/themes.tsv: precision and recall stay where docs/quality.md has them."""
    total = sum(themes.counts(themes.labelled("2")).values(), start=Counter[str]())
    assert total["right"] >= 58
    assert total["false"] <= 13
