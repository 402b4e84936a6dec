"""Many articles are analysed as one is, however many processes do it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest

from generator.annotate import run as run_module
from generator.annotate.run import annotate, workers_for
from generator.errors import SettingsError, Severity
from generator.model.article import Article, Paragraph, TitleOrigin
from generator.settings import AnnotateSettings, RunSettings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = AnnotateSettings()


def article(name: str, text: str) -> Article:
    return Article(
        id=name,
        path=f"{name}.txt",
        title=name,
        title_origin=TitleOrigin.HEADING,
        text=text,
        paragraphs=(Paragraph(span=(0, len(text))),),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


ARTICLES = tuple(
    article(
        f"text-{number}", f"Mayor Anna Berg said on 3 May 2019 that {number} ferries would sail to Denmark."
    )
    for number in range(6)
)


def test_one_worker_and_two_agree(tmp_path: Path) -> None:
    """The number of processes changes nothing in what is found, nor its order."""
    alone, problems = annotate(ARTICLES, SETTINGS, RunSettings(workers=1))
    together, more = annotate(ARTICLES, SETTINGS, RunSettings(workers=2), tmp_path)
    assert [one.article for one in alone] == [one.id for one in ARTICLES]
    assert alone == together
    assert problems == more == ()
    assert annotate(ARTICLES, SETTINGS, RunSettings(workers=1), tmp_path)[0] == alone


def test_workers_are_started_only_where_they_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few articles are read in this process; many use every processor; a wish is followed."""
    monkeypatch.setattr(run_module, "_processors", lambda: 4)
    long = article("long", "word " * 10_000)
    assert workers_for(ARTICLES, 0) == 1
    assert workers_for([long] * 100, 0) == 4
    assert workers_for([long] * 100, 2) == 2
    assert workers_for(ARTICLES[:1], 2) == 1


def test_progress_counts_articles_to_analyse(tmp_path: Path) -> None:
    """Progress is told once an article, and not at all where everything is known."""
    told: list[tuple[int, int]] = []
    for _ in range(2):
        annotate(ARTICLES[:2], SETTINGS, RunSettings(), tmp_path, lambda *now: told.append(now))
    assert told == [(1, 2), (2, 2)]


def test_an_extractor_that_fails_costs_one_article(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The warning names file, extractor and error; the other articles are whole, and the failure is not kept."""
    from generator.annotate import articles as articles_module
    from generator.annotate.reading import Extractor, Reading

    def find_dates(reading: Reading) -> tuple[Any, ...]:
        if reading.article.id == "text-1":
            raise ZeroDivisionError("no such day")
        return ()

    with monkeypatch.context() as patch:
        patch.setattr(articles_module, "EXTRACTORS", (Extractor(field="dates", find=find_dates),))
        findings, (problem,) = annotate(ARTICLES[:3], SETTINGS, RunSettings(workers=1), tmp_path)
    assert [one.analysed for one in findings] == [True, False, True]
    assert findings[1].sentences
    assert problem.severity is Severity.WARNING
    assert problem.path == "text-1.txt"
    assert "dates" in problem.message
    assert "no such day" in problem.message
    assert annotate(ARTICLES[1:2], SETTINGS, RunSettings(workers=1), tmp_path)[0][0].analysed


def test_a_missing_model_stops_everything() -> None:
    """What would fail for every text is said once, with the command that mends it."""
    with pytest.raises(SettingsError, match="pip install"):
        annotate(ARTICLES, AnnotateSettings(model="no_such_model"), RunSettings())


def test_a_text_no_model_serves_is_kept_and_named() -> None:
    """A text in another language stays in the dossier without findings, and the analyst is told, not warned."""
    text = article(
        "avis", "Le conseil municipal a voté hier soir la rénovation du vieux marché aux poissons."
    )
    (found,), (problem,) = annotate([text], SETTINGS, RunSettings())
    assert found.language == "fr"
    assert found.sentences
    assert not found.analysed
    assert problem.severity is Severity.INFO
