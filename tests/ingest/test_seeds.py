"""Seeds: a folder of files becomes articles, and every file that does not is explained."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path

import pytest

from generator.errors import GeneratorError, Problem, Severity
from generator.ingest import read_seeds
from generator.model.article import Article, TitleOrigin
from generator.settings import IngestSettings

TEXT = "The night ferry sails again from Monday."
OTHER = "The council met twice and decided nothing."


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(folder: Path, **settings: int) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    return read_seeds(folder, IngestSettings(**settings))


def only(problems: tuple[Problem, ...], name: str) -> Problem:
    """The one problem there is: it must name the file and a remedy."""
    (problem,) = problems
    assert Path(problem.path or "").name == name
    assert problem.hint
    return problem


def test_an_article(tmp_path: Path) -> None:
    """Text, title, paragraphs and metadata of a file, with spans that fit the text."""
    front = "---\noutlet: Harbour Post\ndate: 2023-09-29\n---\n\n"
    articles, problems = read(
        write(tmp_path, {"000_ferry.txt": f"{front}Ferry sails again\r\n{TEXT}\n\n{OTHER}\n"})
    )
    (article,) = articles
    assert not problems
    assert (article.id, article.path) == ("000-ferry", "000_ferry.txt")
    assert (article.title, article.title_origin) == ("Ferry sails again", TitleOrigin.HEADING)
    assert (article.outlet, article.published) == ("Harbour Post", date(2023, 9, 29))
    assert [article.quote(one.span) for one in article.paragraphs] == ["Ferry sails again", TEXT, OTHER]
    assert [one.heading for one in article.paragraphs] == [True, False, False]
    assert "\n\n".join(article.quote(one.span) for one in article.paragraphs) == article.text


def test_no_date_is_no_date(tmp_path: Path) -> None:
    """Without a stated date there is none, whatever the file's own date."""
    (article,), _ = read(write(tmp_path, {"2023-09-29.txt": TEXT}))
    assert article.published is None


def test_order_and_subfolders(tmp_path: Path) -> None:
    """Articles come from subfolders too, sorted by path."""
    names = ["b/z.txt", "a.txt", "b/a.md", "c.txt"]
    articles, problems = read(write(tmp_path, {name: f"{TEXT} {name}" for name in names}))
    assert [article.path for article in articles] == ["a.txt", "b/a.md", "b/z.txt", "c.txt"]
    assert len({article.id for article in articles}) == 4
    assert not problems


def test_the_same_text_twice(tmp_path: Path) -> None:
    """Files with the same text are one article; the warning names both."""
    files: dict[str, str | bytes] = {"a.txt": f"{TEXT}\n", "b.md": f"---\noutlet: Post\n---\n{TEXT}\r\n"}
    articles, problems = read(write(tmp_path, files))
    assert [article.path for article in articles] == ["a.txt"]
    assert "a.txt" in only(problems, "b.md").message


@pytest.mark.parametrize(
    "content",
    [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"---\ntitle: x\n---\n", "\u200b\u202e".encode(), b"\x89PNG\0\0\1"],
)
@pytest.mark.parametrize("name", ["bad.txt", "bad.md"])
def test_files_without_a_text(tmp_path: Path, name: str, content: bytes) -> None:
    """An empty or binary file is one warning, and the rest is read."""
    articles, problems = read(write(tmp_path, {name: content, "good.txt": TEXT}))
    assert [article.path for article in articles] == ["good.txt"]
    assert only(problems, name).severity is Severity.WARNING


def test_over_long_files(tmp_path: Path) -> None:
    """The limit is an option; a file of just that size is read."""
    files = {"a.txt": "a" * 100, "b.txt": "b" * 101}
    articles, problems = read(write(tmp_path, files), max_bytes=100)  # type: ignore[arg-type]
    assert [article.path for article in articles] == ["a.txt"]
    assert "max_bytes" in (only(problems, "b.txt").hint or "")


def test_unreadable_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system refuses, or that vanishes meanwhile, is a warning with the system's reason."""
    write(tmp_path, {"a.txt": TEXT, "b.txt": OTHER})
    usual = Path.open

    def refuse(self: Path, mode: str) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return usual(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    articles, problems = read(tmp_path)
    assert [article.path for article in articles] == ["b.txt"]
    assert "Permission denied" in only(problems, "a.txt").message


def test_unreadable_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A subfolder that the system refuses is a warning; the seeds folder itself stops the build."""
    write(tmp_path, {"a.txt": TEXT, "closed/b.txt": OTHER})
    usual = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return usual(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    articles, problems = read(tmp_path)
    assert [article.path for article in articles] == ["a.txt"]
    assert "Permission denied" in only(problems, "closed").message
    with pytest.raises(GeneratorError, match="cannot be read"):
        read(tmp_path / "closed")


def test_other_files(tmp_path: Path) -> None:
    """Unknown formats are named with those that can be read; hidden files and rulings are passed over in silence."""
    files = dict.fromkeys((".hidden.txt", ".git/a.txt", "curation.yml", "Thumbs.db", "talk.pdf"), "x")
    articles, problems = read(write(tmp_path, {**files, "a.txt": TEXT}))
    assert len(articles) == 1
    assert ".md" in (only(problems, "talk.pdf").hint or "")


def test_links(tmp_path: Path) -> None:
    """Links inside the folder are read; those that lead out of it, nowhere, or in a circle are refused."""
    outside = write(tmp_path / "outside", {"secret.txt": OTHER})
    seeds = write(tmp_path / "seeds", {"real/a.txt": TEXT, "store/.kept": f"{TEXT} Twice."})
    (seeds / "in.txt").symlink_to("store/.kept")
    (seeds / "out.txt").symlink_to(outside / "secret.txt")
    (seeds / "out").symlink_to(outside)
    (seeds / "gone.txt").symlink_to("nowhere.txt")
    (seeds / "self.txt").symlink_to("self.txt")
    (seeds / "real" / "up").symlink_to("..")
    articles, problems = read(seeds)
    assert [article.path for article in articles] == ["in.txt", "real/a.txt"]
    assert sorted(Path(problem.path or "").name for problem in problems) == [
        "gone.txt",
        "out",
        "out.txt",
        "self.txt",
        "up",
    ]
    assert all(problem.severity is Severity.WARNING and problem.hint for problem in problems)


def test_a_seeds_folder_that_is_a_link(tmp_path: Path) -> None:
    """The folder itself may be a link."""
    write(tmp_path / "real", {"a.txt": TEXT})
    (tmp_path / "seeds").symlink_to("real")
    articles, problems = read(tmp_path / "seeds")
    assert len(articles) == 1
    assert not problems


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_are_not_opened(tmp_path: Path) -> None:
    """A pipe would wait for a writer for ever."""
    write(tmp_path, {"a.txt": TEXT})
    os.mkfifo(tmp_path / "pipe.txt")
    articles, problems = read(tmp_path)
    assert len(articles) == 1
    only(problems, "pipe.txt")


@pytest.mark.parametrize(
    "name",
    [
        "the ferry.txt",
        "a..b.txt",
        "..a.txt"[1:],
        "-rf.txt",
        "Паром 1.txt",
        "x" * 251 + ".txt",
        "con.txt",
        "a\nb.txt",
        "100%.txt",
    ],
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    """Any name that a disk takes is read, and its article has a safe id and a path that can be shown."""
    if name.startswith("."):
        name = "a" + name
    (article,), problems = read(write(tmp_path, {name: TEXT}))
    assert article.id.replace("-", "").isalnum()
    assert article.id.isascii()
    assert article.path.isprintable()
    assert not problems


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A name of bytes that are no characters is shown with escapes."""
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such names")
    (article,), _ = read(tmp_path)
    assert article.path == "caf\\xe9.txt"


def test_problems_of_readers_name_the_file(tmp_path: Path) -> None:
    """What a reader finds odd is reported with file and line."""
    (article,), problems = read(write(tmp_path, {"a.txt": f"---\ntitle: Ferry\nbyline: Ada\n---\n{TEXT}"}))
    problem = only(problems, "a.txt")
    assert problem.line == 3
    assert str(problem).startswith(f"{(tmp_path / 'a.txt').as_posix()}:3: ")
    assert article.title == "Ferry"


def test_missing_folder(tmp_path: Path) -> None:
    """Without a seeds folder nothing can be built; the message says what to do."""
    with pytest.raises(GeneratorError, match=r"does not exist.*Create it"):
        read(tmp_path / "seeds")
    (tmp_path / "seeds").write_text("x", encoding="utf-8")
    with pytest.raises(GeneratorError, match="no folder"):
        read(tmp_path / "seeds")


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without articles is a warning, not a failure."""
    articles, problems = read(tmp_path)
    assert not articles
    assert "no articles" in only(problems, tmp_path.name).message


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    """Articles and problems do not depend on time or on the order in which the disk lists files."""
    files: dict[str, str | bytes] = {
        f"{number % 7}/{number}.txt": f"{TEXT} {number % 40}" for number in range(60)
    }
    write(tmp_path, files)
    assert read(tmp_path) == read(tmp_path)


def test_many_files_are_quick(tmp_path: Path) -> None:
    """A thousand articles of 900 words are read in a few seconds."""
    body = "\n".join([f"{TEXT} {OTHER} “So it goes,” the captain’s mate said. " * 6] * 7)
    write(tmp_path, {f"{number:04}.txt": f"{number}\n{body}" for number in range(1000)})
    start = time.process_time()
    articles, _ = read(tmp_path)
    assert len(articles) == 1000
    assert time.process_time() - start < 8
