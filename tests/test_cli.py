"""The command `dossier`: what it writes, what it prints and how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import run
from tests.reading import read_html

if TYPE_CHECKING:
    from tests.conftest import Dossier

DOSSIER = Path(sys.executable).with_name("dossier")


def test_extract_writes_the_contract(dossier: Dossier, tmp_path: Path) -> None:
    """The document has the promised fields, and every span of it stands in its article."""
    result = run("dossier", "extract", "seeds", "--output", str(tmp_path / "out.json"), folder=dossier.folder)
    assert result.returncode == 0, result.stderr
    data = json.loads((tmp_path / "out.json").read_bytes())
    assert data["schema"] == "dossier/1"
    actors = {actor["id"] for actor in data["actors"]}
    for article in data["articles"]:
        fields = {"id", "path", "title", "outlet", "published", "url", "language", "text", "copy_group"}
        assert fields <= article.keys()
        for kind in ("sentences", "keywords", "mentions", "statements", "dates"):
            assert kind in article
        spans = [mention["span"] for mention in article["mentions"]]
        spans += [span for keyword in article["keywords"] for span in keyword["spans"]]
        spans += [span for statement in article["statements"] for span in statement["content"]["spans"]]
        assert spans
        assert all(0 <= start < end <= len(article["text"]) for start, end in spans)
        assert {mention["actor"] for mention in article["mentions"]} - {None} <= actors


def test_extract_is_the_same_for_site_pipe_and_file(dossier: Dossier, tmp_path: Path) -> None:
    """Standard output holds the document alone, byte for byte what a file gets, under the project's options too."""
    run("dossier", "extract", "seeds", "-o", str(tmp_path / "a.json"), folder=dossier.folder)
    command = (str(DOSSIER), "extract", "seeds", "-o", "-", "--project", ".")
    piped = subprocess.run(command, cwd=dossier.folder, capture_output=True, check=True).stdout
    assert piped == (tmp_path / "a.json").read_bytes()


def test_extract_keeps_nothing_without_a_project(dossier: Dossier, tmp_path: Path) -> None:
    """Measuring a folder leaves no trace beside the result."""
    run("dossier", "extract", str(dossier.seeds), "-o", "out/deep.json", folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir() if path != dossier.folder] == ["out"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["deep.json"]


def test_a_closed_pipe_is_no_error_message(dossier: Dossier) -> None:
    """`dossier extract seeds -o - | head` ends quietly."""
    command = f"'{DOSSIER}' --quiet extract seeds -o - --project . | head -c 10"
    shell = subprocess.run(
        ("sh", "-c", command), cwd=dossier.folder, capture_output=True, text=True, check=True
    )
    assert shell.stderr == ""
    assert len(shell.stdout) == 10


def test_an_interrupt_ends_cleanly(dossier: Dossier) -> None:
    """Ctrl-C gives exit code 130, no traceback and no half file."""
    (dossier.seeds / "long.txt").write_text("The mayor said that the pier of Oslo is closed. " * 20_000)
    process = subprocess.Popen(
        [DOSSIER, "extract", "seeds", "-o", "out.json"],
        cwd=dossier.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert not list(dossier.folder.glob("*out.json*"))


def test_check_builds_nothing(dossier: Dossier) -> None:
    """`check` says what is there and leaves no site behind; a good project passes strictly."""
    before = sorted(path for path in dossier.folder.rglob("*") if ".cache" not in path.parts)
    result = run("dossier", "check", "--strict", folder=dossier.folder)
    assert result.returncode == 0, result.stderr
    assert "2 articles" in result.stderr
    assert sorted(path for path in dossier.folder.rglob("*") if ".cache" not in path.parts) == before


def test_check_tells_warnings_from_errors(dossier: Dossier) -> None:
    """A bad file is a warning with its path as it lies from here; `--strict` makes it count; `--quiet` still tells."""
    (dossier.seeds / "empty.txt").write_text("")
    result = run("dossier", "--quiet", "check", folder=dossier.folder)
    assert result.returncode == 0
    assert "warning: seeds/empty.txt: " in result.stderr
    assert run("dossier", "check", "--strict", folder=dossier.folder).returncode == 1
    above = run("dossier", "check", dossier.folder.name, folder=dossier.folder.parent)
    assert f"{dossier.folder.name}/seeds/empty.txt" in above.stderr


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("keywords: 20", "keywords: many", "keywords"),
        ("- dossier:", "- dosser:", "dossier"),
        ("site_name:", "site_name: [", "mkdocs.yml"),
        ("seeds: seeds", "seeds: nowhere", "nowhere"),
    ],
)
def test_check_fails_on_errors(dossier: Dossier, old: str, new: str, named: str) -> None:
    """An option that cannot be used is one line and exit code 1."""
    dossier.change_config(old, new)
    result = run("dossier", "check", folder=dossier.folder)
    assert result.returncode == 1
    assert named in result.stderr
    assert "Traceback" not in result.stderr


def test_check_and_build_see_the_same_options(dossier: Dossier) -> None:
    """An option that is not known is a warning here as it is in a build."""
    dossier.change_config("keywords: 20", "keywrods: 20")
    result = run("dossier", "check", folder=dossier.folder)
    assert "keywrods" in result.stderr
    assert run("dossier", "check", "--strict", folder=dossier.folder).returncode == 1


def test_a_wrong_call_is_code_2(dossier: Dossier) -> None:
    """Calling it wrongly is told apart from failing."""
    for arguments in (
        ["extract", "nowhere", "-o", "x"],
        ["extract", "seeds"],
        ["frobnicate"],
        ["check", "--no-such"],
    ):
        assert run("dossier", *arguments, folder=dossier.folder).returncode == 2, arguments


def test_write_makes_real_files(dossier: Dossier) -> None:
    """Pages with front matter, assets and downloads, whose links lead to files that are there."""
    result = run("dossier", "write", "out", folder=dossier.folder)
    assert result.returncode == 0, result.stderr
    out = dossier.folder / "out"
    assert (out / "index.md").read_text().startswith("---\ntitle: ")
    assert list(out.rglob("*.csv"))
    linked = set()
    for page in out.rglob("*.md"):
        for link in read_html(page.read_text()).links:
            path = unquote(urlsplit(link).path)
            if path and not urlsplit(link).scheme:
                assert (page.parent / path).is_file(), f"{page.name} links to {link}"
                linked.add((page.parent / path).resolve().suffix)
    assert {".md", ".csv"} <= linked


def test_a_second_write_follows_the_seeds(dossier: Dossier) -> None:
    """Unchanged files are left alone, changed ones replaced, stale ones removed, a person's own kept."""
    out = dossier.folder / "out"
    run("dossier", "write", "out", folder=dossier.folder)
    (out / "notes.md").write_text("mine")
    again = run("dossier", "write", "out", folder=dossier.folder)
    assert " 0 of them new or changed, 0 removed" in again.stderr
    removed, *_ = sorted(dossier.seeds.glob("*.txt"))
    pages = len(list((out / "articles").glob("*.md")))
    removed.unlink()
    assert run("dossier", "write", "out", folder=dossier.folder).returncode == 0
    assert len(list((out / "articles").glob("*.md"))) == pages - 1
    assert (out / "notes.md").read_text() == "mine"


def test_write_never_replaces_a_persons_work(dossier: Dossier) -> None:
    """An edited file stops it before anything is written, and so does a folder of other things; `--force` goes on."""
    out = dossier.folder / "out"
    run("dossier", "write", "out", folder=dossier.folder)
    page = out / "index.md"
    generated = page.read_bytes()
    page.write_text("edited")
    refused = run("dossier", "write", "out", folder=dossier.folder)
    assert refused.returncode == 1
    assert "index.md" in refused.stderr
    assert page.read_text() == "edited"
    assert run("dossier", "write", "out", "--force", folder=dossier.folder).returncode == 0
    assert page.read_bytes() == generated
    foreign = run("dossier", "write", "docs", folder=dossier.folder)
    assert foreign.returncode == 1
    assert "--force" in foreign.stderr
    assert run("dossier", "write", "mkdocs.yml", folder=dossier.folder).returncode in {1, 2}


def test_write_stays_in_its_folder(dossier: Dossier, tmp_path: Path) -> None:
    """A link in the folder that leads out of it is not followed."""
    (tmp_path / "elsewhere").mkdir()
    out = dossier.folder / "out"
    out.mkdir()
    (out / "actors").symlink_to(tmp_path / "elsewhere")
    assert run("dossier", "write", "out", "--force", folder=dossier.folder).returncode == 1
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize(
    ("links", "wanted"), [("source", "{}.md"), ("directory", "{}/"), ("file", "{}.html")]
)
def test_write_links_as_told(dossier: Dossier, links: str, wanted: str) -> None:
    """Pages address each other as the engine that reads them expects."""
    run("dossier", "write", "out", "--links", links, folder=dossier.folder)
    found = read_html((dossier.folder / "out" / "articles" / "index.md").read_text()).links
    pages = [path.stem for path in (dossier.folder / "out" / "articles").glob("*.md") if path.stem != "index"]
    assert pages
    for page in pages:
        assert any(link.partition("#")[0].endswith(wanted.format(page)) for link in found)


def test_help_shows_examples_and_exit_codes() -> None:
    """Every command explains itself with an example and says how it ends."""
    for command in ([], ["extract"], ["check"], ["write"]):
        text = run("dossier", *command, "--help", folder=Path.cwd()).stdout
        assert "Examples:" in text, command
        assert "Exit codes:" in text, command
    assert "0." in run("dossier", "--version", folder=Path.cwd()).stdout
