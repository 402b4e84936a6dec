"""The board of positions and the ledger in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.present import present
from generator.settings import Links, PresentSettings
from tests.browser.conftest import wait_in_sight
from tests.present.river import river, to_html
from tests.present.strait import strait

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.corpus import Corpus
    from tests.browser.conftest import Watched

    Watch = Callable[..., Watched]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_board_fits_its_window(watch: Watch, host: str, width: int) -> None:
    """Nothing is wider than the window, and the browser has nothing to complain about."""
    watched = watch(width=width)
    watched.page.goto(f"{host}/positions/", wait_until="networkidle")
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.said == []
    assert watched.page.locator(".ds-stand mark").count() > 0


def test_a_cell_leads_to_its_positions(watch: Watch, host: str) -> None:
    """A click on a count brings the positions behind it into sight."""
    page = watch().page
    page.goto(f"{host}/positions/", wait_until="networkidle")
    cell = page.locator(".ds-board-count").last
    target = (cell.get_attribute("href") or "").partition("#")[2]
    cell.click()
    wait_in_sight(page.locator(f"[id='{target}']"))


def write_cut(corpus: Corpus, noun: str, folder: Path) -> str:
    """Address, on the disk, of a page that holds one row of its list."""
    site = present(corpus, PresentSettings(sentences_per_page=1, links=Links.FILE), "River")
    body = next(page.body for page in site.pages if page.path == f"{noun}/index.md")
    scripts = [path for path in site.scripts if path.endswith(("dossier.js", "cells.js", "lists.js"))]
    for asset in site.assets:
        if asset.path in scripts or asset.path.endswith("-rest.js"):
            (folder / asset.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / asset.path).write_bytes(asset.content)
    tags = "".join(f"<script src='../{path}'></script>" for path in scripts)
    page = folder / noun / "index.html"
    page.write_text(f"<meta charset=utf-8><body>{to_html(body)}{tags}", encoding="utf-8")
    return page.as_uri()


@pytest.fixture
def cut(tmp_path: Path) -> str:
    """A ledger whose page holds one of four statements."""
    return write_cut(river("<b>weir</b>"), "statements", tmp_path)


def test_a_cut_timeline_brings_the_heading_with_the_entry(watch: Watch, tmp_path: Path) -> None:
    """An address of an entry that the page does not hold shows it under its year, and the filters find it."""
    address = write_cut(strait(), "timeline", tmp_path)
    watched = watch()
    page = watched.page
    page.goto(address)
    rows = page.locator(".ds-timeline > li[data-class]")
    assert rows.count() == 1
    held = rows.first.get_attribute("id")
    page.locator(".ds-more-line button").click()
    page.wait_for_function("document.querySelectorAll('.ds-timeline > li[data-class]').length > 5")
    other = next(key for row in rows.all() if (key := row.get_attribute("id")) != held)
    text = page.locator(f"[id='{other}'] .ds-scene-words").inner_text()
    page.goto("about:blank")
    page.goto(f"{address}#{other}")
    row = page.locator(f".ds-year li.ds-here[id='{other}']")
    row.wait_for()
    assert row.locator("xpath=ancestor::*[contains(@class, 'ds-year')]//h3").inner_text()
    page.locator(".ds-filters [name=words]").fill(text[:40])
    page.wait_for_function("document.querySelector('.ds-shown').textContent.startsWith('1 of')")
    assert watched.said == []


def test_a_cut_ledger_searches_all_statements(watch: Watch, cut: str) -> None:
    """Words that stand in no row of the page are found in the rest, which is shown as text and not as markup."""
    watched = watch()
    page = watched.page
    page.goto(cut)
    rows = page.locator(".ds-ledger > li")
    assert rows.count() == 1
    page.locator(".ds-filters [name=words]").fill("keepers what they saw")
    page.wait_for_function("document.querySelector('.ds-shown').textContent.startsWith('1 of 4')")
    assert "<b>weir</b> keepers" in rows.inner_text()
    assert rows.locator("b").count() == 0
    page.locator(".ds-filters button[type=reset]").click()
    page.wait_for_function("document.querySelectorAll('.ds-ledger > li').length === 4")
    page.locator(".ds-filters [name=sort]").select_option("speaker")
    page.wait_for_function("document.querySelector('.ds-ledger > li').textContent.includes('Ada Holm')")
    assert watched.said == []


def test_the_address_of_a_statement_beyond_the_page_finds_it(watch: Watch, cut: str) -> None:
    """A link to a statement that the page does not hold brings it there, lit."""
    page = watch().page
    page.goto(f"{cut}#st-asked")
    page.locator("[id='st-asked'].ds-here").wait_for()


def test_what_fits_is_saved(watch: Watch, cut: str) -> None:
    """The file holds the rows that fit, also those that the page does not hold, under names of choices."""
    page = watch().page
    page.goto(f"{cut}?kind=says")
    page.wait_for_function("document.querySelector('.ds-shown').textContent.startsWith('2 of 4')")
    with page.expect_download() as saved:
        page.locator(".ds-filters button", has_text="CSV").click()
    head, *lines = Path(saved.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith('"Speaker","Cue","Statement","Kind"')
    assert len(lines) == 2
    assert all('"says"' in line for line in lines)
    assert '"Ada Holm"' in lines[0]


def test_a_view_of_the_ledger_can_be_sent(watch: Watch, cut: str) -> None:
    """Choices in the address narrow the whole ledger."""
    page = watch().page
    page.goto(f"{cut}?kind=claims")
    page.wait_for_function("document.querySelector('.ds-shown').textContent.startsWith('1 of 4')")
    assert page.locator(".ds-ledger > li").get_attribute("id") == "st-fell"
