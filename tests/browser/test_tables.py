"""Tables in a real browser: ordered, narrowed and saved as they are shown, with all that in the address."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from tests.browser.conftest import Watched

    Watch = Callable[..., Watched]


def column(page: Page, at: int) -> list[str]:
    return page.locator(f".ds-found tbody td:nth-child({at})").all_inner_texts()


def test_a_head_orders_its_column_and_the_address_keeps_it(watch: Watch, host: str) -> None:
    """By keyboard: figures from the highest, then from the lowest, then as given; a copied address shows the same."""
    watched = watch()
    page = watched.page
    page.goto(f"{host}/keywords/", wait_until="networkidle")
    given = column(page, 1)
    head = page.locator("th", has_text="Sentences")
    head.locator("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    counts = [int(text) for text in column(page, 4)]
    assert counts == sorted(counts, reverse=True)
    ordered = column(page, 1)
    page.goto(page.url, wait_until="networkidle")
    assert column(page, 1) == ordered
    head.locator("button").press("Enter")
    head.locator("button").press("Enter")
    assert head.get_attribute("aria-sort") is None
    assert column(page, 1) == given
    assert page.url == f"{host}/keywords/"
    assert watched.said == []


def test_what_is_shown_is_saved(watch: Watch, host: str) -> None:
    """A filter and a hidden column count for the file; the choices of the ledger stay in the address beside them."""
    page = watch().page
    page.goto(f"{host}/statements/?mode=indirect&figure-words-words=azerb", wait_until="networkidle")
    figure = page.locator("#figure-words")
    figure.locator("summary", has_text="table").click()
    assert figure.locator(".ds-tools input[type=search]").input_value() == "azerb"
    rows = figure.locator("tbody tr:visible")
    figure.locator("summary", has_text="Columns").click()
    figure.get_by_label("Words", exact=True).uncheck()
    assert "mode=indirect" in page.url
    assert "figure-words-without=words" in page.url
    with page.expect_download() as saved:
        figure.locator("button", has_text="CSV").click()
    lines = Path(saved.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == rows.count() + 1
    assert lines[0].startswith('"Speaker"')
    assert "Words" not in lines[0]
    assert all("Azerb" in line for line in lines[1:])


def test_small_tables_have_no_tools(watch: Watch, host: str) -> None:
    """Two articles can be ordered, and nothing more is said about it."""
    page = watch(360).page
    page.goto(f"{host}/articles/", wait_until="networkidle")
    assert page.locator(".ds-tools").count() == 0
    assert page.locator(".ds-sorter").count() > 0


def test_a_long_list_of_names_is_narrowed_by_kind_and_words(watch: Watch, host: str) -> None:
    """What actors, events and places are called is filtered like other tables, and the address keeps the choice."""
    page = watch().page

    def longer(route: Route) -> None:
        """The page with its rows of names twice: those of this dossier alone are too few for tools."""
        html = route.fetch().text()
        rows = "".join(re.findall(r'<tr id="nm-.*?</tr>', html, re.DOTALL))
        route.fulfill(body=html.replace(rows[-200:], f"{rows[-200:]}{rows}", 1), content_type="text/html")

    page.route("**/comparison/*", longer)
    page.goto(f"{host}/comparison/", wait_until="networkidle")
    table = page.locator("table[data-dressed=named-differently]")
    total = table.locator("tbody tr[id]").count()
    tools = page.locator(".ds-tools", has=page.get_by_label("Kind")).first
    tools.get_by_label("Kind").select_option("event")
    events = table.locator("tbody tr[id]:visible")
    assert 0 < events.count() < total
    assert set(events.evaluate_all("rows => rows.map((row) => row.dataset.kind)")) == {"event"}
    assert f"of {total} shown" in tools.inner_text()
    tools.get_by_label("Filter").fill("nothing has this name")
    assert events.count() == 0
    assert "named-differently-kind=event" in page.url


def test_heads_stay_in_sight_on_a_phone(watch: Watch, host: str) -> None:
    """A long table scrolls in its frame, both ways; its heads stay on top, and the page is no wider than the window."""
    page = watch(360).page
    page.goto(f"{host}/statements/", wait_until="networkidle")
    figure = page.locator("#figure-words")
    figure.locator("summary", has_text="table").click()
    frame = figure.locator(".ds-scroll")
    frame.evaluate("node => node.scrollTo(0, 200)")
    assert frame.evaluate("node => node.scrollTop") > 0
    # Both at one time: what stands above may still be drawn.
    apart = (
        "(head) => head.getBoundingClientRect().top - head.closest('.ds-scroll').getBoundingClientRect().top"
    )
    assert abs(figure.locator("thead th").first.evaluate(apart)) <= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
