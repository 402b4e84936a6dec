"""Every kind of page before the judge of accessibility, and walked through by keyboard alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import axe_playwright_python
import pytest

from tests.browser.conftest import box_of
from tests.browser.test_pages import KINDS, address

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Watched
    from tests.conftest import Dossier

    Watch = Callable[..., Watched]

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
MORE = ("positions", "relations", "comparison", "pair")
"""Kinds of pages that other tests go through by themselves."""
JUDGE = """([rules, part]) => axe.run(part, {runOnly: rules, resultTypes: ["violations"]}).then(found =>
  found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 200)}`)))"""


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_no_kind_of_page_breaks_a_rule_of_accessibility(
    watch: Watch, host: str, built: Dossier, scheme: str, width: int
) -> None:
    """WCAG 2.2 AA and good practice, as axe-core judges, with charts drawn: on a phone in light, on a screen in dark colours."""
    page = watch(width, color_scheme=scheme, reduced_motion="reduce").page
    broken = {}
    for kind in dict.fromkeys((*KINDS, *MORE)):
        page.goto(f"{host}/{address(built, kind)}", wait_until="load")
        page.evaluate("document.querySelectorAll('.ds-fold').forEach(one => (one.open = true))")
        for chart in page.locator(".ds-plot").all():
            chart.scroll_into_view_if_needed()
            page.wait_for_function("node => node.tabIndex === 0", arg=chart.element_handle())
        # From the top: scrolled on, the bar of the site lies over a part of whatever target is under its edge.
        page.evaluate("scrollTo(0, 0)")
        page.evaluate(AXE)
        if found := page.evaluate(JUDGE, [list(RULES), "html"]):
            broken[kind] = found
    for asked, sign in (("armenia", "result"), ("zzzq", "nowhere")):
        page.goto(f"{host}/404.html?q={asked}", wait_until="load")
        page.locator(".ds-search-said", has_text=sign).wait_for()
        page.evaluate(AXE)
        if found := page.evaluate(JUDGE, [list(RULES), "dialog"]):
            broken[f"search: {asked}"] = found
    page.keyboard.press("Escape")
    if found := page.evaluate(JUDGE, [list(RULES), "html"]):
        broken["an address where nothing is"] = found
    assert broken == {}


def test_a_reader_without_a_mouse_gets_from_the_overview_to_a_sentence(watch: Watch, host: str) -> None:
    """Tab to the first chip of a key sentence, whose card then shows; Enter leads to the sentence, which is lit."""
    page = watch().page
    page.goto(f"{host}/", wait_until="load")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("md-skip")
    chip = page.locator(".ds-gist .ds-count").first
    chip.focus()
    page.locator(".ds-gist ds-card").first.wait_for(state="visible")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    page.locator(".ds-s.ds-here").wait_for(state="visible")


def test_the_menu_comes_into_sight_for_the_keyboard(watch: Watch, host: str) -> None:
    """In a narrow window its links stand beside the page; who tabs to them sees them, and nothing of them afterwards."""
    page = watch(800, reduced_motion="reduce").page
    page.goto(f"{host}/", wait_until="networkidle")
    menu = page.locator(".md-sidebar--primary")
    assert box_of(menu)["x"] < 0
    for _ in range(8):
        page.keyboard.press("Tab")
        if menu.locator(":focus").count():
            break
    assert box_of(menu)["x"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_function("!document.querySelector('.md-sidebar--primary :focus-visible')")
    assert box_of(menu)["x"] < 0
