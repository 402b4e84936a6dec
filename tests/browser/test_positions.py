"""The board of positions and the ledger in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.present import present
from generator.settings import Links, PresentSettings
from tests.browser.conftest import wait_in_sight
from tests.present.river import river, to_html

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


@pytest.fixture
def cut(tmp_path: Path) -> str:
    """Address, on the disk, of a ledger whose page holds one of four statements."""
    site = present(river("<b>weir</b>"), PresentSettings(sentences_per_page=1, links=Links.FILE), "River")
    body = next(page.body for page in site.pages if page.path == "statements/index.md")
    scripts = [path for path in site.scripts if path.endswith(("dossier.js", "ledger.js"))]
    for asset in site.assets:
        if asset.path in scripts or asset.path.endswith("rest.js"):
            (tmp_path / asset.path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / asset.path).write_bytes(asset.content)
    tags = "".join(f"<script src='../{path}'></script>" for path in scripts)
    page = tmp_path / "statements" / "index.html"
    page.write_text(f"<meta charset=utf-8><body>{to_html(body)}{tags}", encoding="utf-8")
    return page.as_uri()


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


def test_a_view_of_the_ledger_can_be_sent(watch: Watch, cut: str) -> None:
    """Choices in the address narrow the whole ledger."""
    page = watch().page
    page.goto(f"{cut}?kind=claims")
    page.wait_for_function("document.querySelector('.ds-shown').textContent.startsWith('1 of 4')")
    assert page.locator(".ds-ledger > li").get_attribute("id") == "st-fell"
