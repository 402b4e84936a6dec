"""Findings are kept between builds, and never believed when they should not be."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.annotate import cache as cache_module
from generator.annotate.cache import Cache
from generator.model.article import Article, Paragraph, TitleOrigin
from generator.model.findings import Findings, Keyword, Sentence
from generator.settings import AnnotateSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "The harbour master said the pier is closed."
ARTICLE = Article(
    id="pier",
    path="pier.txt",
    title="The pier",
    title_origin=TitleOrigin.HEADING,
    text=TEXT,
    paragraphs=(Paragraph(span=(0, len(TEXT))),),
    digest=hashlib.sha256(TEXT.encode()).hexdigest(),
)
FINDINGS = Findings(
    article="pier",
    language="en",
    analysed=True,
    sentences=(Sentence(id="s1", span=(0, len(TEXT)), paragraph=0),),
    keywords=(Keyword(term="pier", lemma="pier", score=0.5, rank=1, spans=((28, 32),)),),
)
SETTINGS = AnnotateSettings()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache that knows one article."""
    Cache(tmp_path / "cache", SETTINGS).write(ARTICLE, FINDINGS)
    return tmp_path / "cache"


def test_what_was_kept_comes_back(folder: Path) -> None:
    """The same article under the same settings gets equal findings from a new process's cache."""
    assert Cache(folder, SETTINGS).read(ARTICLE) == FINDINGS


@pytest.mark.parametrize(
    "changed",
    [
        replace(ARTICLE, language="de"),
        replace(ARTICLE, published=date(2020, 1, 2)),
        replace(ARTICLE, paragraphs=(Paragraph(span=(0, len(TEXT)), heading=True),)),
        replace(ARTICLE, text=TEXT + "!", digest=hashlib.sha256(b"other").hexdigest()),
        replace(ARTICLE, id="other-pier"),
    ],
)
def test_a_changed_article_is_not_known(folder: Path, changed: Article) -> None:
    """Whatever an extractor could read in an article decides whether its findings still hold."""
    assert Cache(folder, SETTINGS).read(changed) is None


def test_changed_conditions_are_not_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another setting, lexicon, extractor or library release makes every entry unknown."""
    assert Cache(folder, replace(SETTINGS, keywords=3)).read(ARTICLE) is None
    changes: list[tuple[str, Callable[..., str]]] = [
        ("lexicon_digest", lambda: "other words"),
        ("code_digest", lambda: "other rules"),
        ("model_version", lambda _: "9.9"),
    ]
    for name, value in changes:
        with monkeypatch.context() as patch:
            patch.setattr(cache_module, name, value)
            assert Cache(folder, SETTINGS).read(ARTICLE) is None, name
    assert Cache(folder, SETTINGS).read(ARTICLE) == FINDINGS


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: b"\xff\xfe" + data,
        lambda data: data.replace(b"pier", b"mole"),
        lambda data: data.replace(b"dossier-findings/1", b"dossier-findings/0"),
        lambda _: b"null",
        lambda data: data.partition(b"\n")[2],
    ],
)
def test_a_damaged_entry_is_made_anew(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    """An entry that is cut, edited, of another version or no entry at all is unknown, and can be written again."""
    (entry,) = folder.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))
    cache = Cache(folder, SETTINGS)
    assert cache.read(ARTICLE) is None
    cache.write(ARTICLE, FINDINGS)
    assert cache.read(ARTICLE) == FINDINGS
    assert not list(cache.problems())


def test_a_folder_in_the_place_of_an_entry_is_survived(folder: Path) -> None:
    """Nothing that lies in the cache folder can stop a build; it costs one warning."""
    (entry,) = folder.iterdir()
    entry.unlink()
    entry.mkdir()
    cache = Cache(folder, SETTINGS)
    assert cache.read(ARTICLE) is None
    cache.write(ARTICLE, FINDINGS)
    assert len(list(cache.problems())) == 1


def test_an_unusable_folder_warns_once(tmp_path: Path) -> None:
    """Where nothing can be kept the build goes on, and one warning names the folder and the option."""
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache", SETTINGS)
    cache.write(ARTICLE, FINDINGS)
    cache.write(ARTICLE, FINDINGS)
    (problem,) = cache.problems()
    assert "run.cache" in str(problem)
    assert str(tmp_path / "file") in str(problem)


def test_no_half_written_entry_is_left(folder: Path) -> None:
    """Writing leaves nothing but whole entries behind."""
    assert [path.suffix for path in folder.iterdir()] == [".json"]


def test_only_spare_entries_are_dropped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries in use stay whatever their number; of the others, only those beyond the spare ones go."""
    monkeypatch.setattr(cache_module, "SPARE", 1)
    cache = Cache(folder, SETTINGS)
    for number in range(3):
        cache.write(replace(ARTICLE, id=f"unused-{number}"), FINDINGS)
    assert cache.read(ARTICLE) == FINDINGS
    cache.prune()
    assert len(list(folder.iterdir())) == 2
    assert Cache(folder, SETTINGS).read(ARTICLE) == FINDINGS


def test_known_articles_load_no_language_model(tmp_path: Path) -> None:
    """A build that finds everything in its cache imports neither spaCy nor YAKE."""
    script = f"""
import sys
from pathlib import Path
from generator.annotate.run import annotate
from generator.ingest import read_seeds
from generator.settings import AnnotateSettings, IngestSettings, RunSettings

articles, _ = read_seeds(Path({str(tmp_path / "seeds")!r}), IngestSettings())
findings, problems = annotate(articles, AnnotateSettings(), RunSettings(), Path({str(tmp_path / "cache")!r}))
assert findings[0].analysed and not problems, problems
print(*sorted({{"spacy", "yake", "joblib"}} & set(sys.modules)))
"""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "pier.txt").write_text(TEXT)
    loaded = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert "spacy" in loaded[0]
    assert loaded[1].strip() == ""
