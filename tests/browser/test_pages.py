"""Pages in a real browser: quiet, self-contained, readable at every width, and each item one step from its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import box_of, wait_in_sight

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Watched
    from tests.conftest import Dossier

    Watch = Callable[..., Watched]

KINDS = (
    "overview",
    "articles",
    "article",
    "actors",
    "actor",
    "statements",
    "timeline",
    "keywords",
    "keyword",
    "data",
    "method",
)
FOLDERS = {"article": "articles", "actor": "actors", "keyword": "keywords", "pair": "comparison"}
LIT = ".ds-s.ds-here"


def address(dossier: Dossier, kind: str) -> str:
    """Address of one page of a kind: of many, the one that holds most."""
    if kind == "overview":
        return ""
    if kind not in FOLDERS:
        return f"{kind}/"
    pages = (dossier.site / FOLDERS[kind]).glob("*/index.html")
    largest = max(pages, key=lambda page: (page.stat().st_size, page.parent.name))
    return f"{FOLDERS[kind]}/{largest.parent.name}/"


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_page_is_quiet_and_fits(
    watch: Watch, host: str, built: Dossier, kind: str, scheme: str, width: int
) -> None:
    """No message, no request to another host, nothing wider than the window, one level-one heading, the right colours."""
    watched = watch(width, color_scheme=scheme)
    page = watched.page
    page.goto(f"{host}/{address(built, kind)}", wait_until="networkidle")
    page.evaluate("document.querySelectorAll('.ds-fold').forEach(one => (one.open = true))")
    for chart in page.locator(".ds-plot").all():
        chart.scroll_into_view_if_needed()
        chart.locator(".main-svg").first.wait_for(state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("article h1").count() == 1
    red, green, blue = map(
        int, re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3]
    )
    assert (red + green + blue < 3 * 128) == (scheme == "dark")
    assert watched.said == []
    assert [url for url in watched.asked if not url.startswith((host, "data:", "blob:"))] == []


def test_the_overview_of_two_articles_fits_two_screens(watch: Watch, host: str) -> None:
    """Down to where to go next, it is no higher than two windows of 900 pixels."""
    page = watch(1440).page
    page.goto(host, wait_until="networkidle")
    last = box_of(page.locator(".ds-brief-next"))
    assert last["y"] + last["height"] <= 2 * 900


def test_a_chip_leads_to_its_lit_sentence(watch: Watch, host: str, built: Dossier) -> None:
    """A click on the evidence of an item opens the article at the sentence, lit and in sight."""
    page = watch().page
    page.goto(f"{host}/{address(built, 'actor')}", wait_until="networkidle")
    chip = page.locator(".ds-count[href*='articles/']").first
    wanted = (chip.get_attribute("href") or "").partition("#")[2]
    chip.click()
    page.wait_for_url(re.compile(rf"/articles/.+#{wanted}$"))
    page.locator(LIT).wait_for()
    assert page.locator(LIT).get_attribute("id") == wanted
    wait_in_sight(page.locator(LIT))


def test_a_chip_works_by_keyboard(watch: Watch, host: str) -> None:
    """Tab reaches the evidence, which shows its card; Escape hides it; Enter opens the sentence."""
    page = watch().page
    page.goto(f"{host}/statements/", wait_until="networkidle")
    chip = page.locator(".ds-ledger .ds-count").first
    page.locator(".ds-ledger a").first.focus()
    for _ in range(8):
        if chip.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    card = page.locator("ds-chip:focus-within ds-card").first
    card.wait_for(state="visible")
    assert card.locator("mark").count() > 0
    page.keyboard.press("Escape")
    page.locator(".ds-ledger ds-card").first.wait_for(state="hidden")
    page.keyboard.press("Enter")
    page.locator(LIT).wait_for()


def test_a_card_opens_under_the_pointer(watch: Watch, host: str) -> None:
    """Pointing at the evidence shows the sentence without leaving the page, inside the window."""
    page = watch().page
    page.goto(f"{host}/statements/", wait_until="networkidle")
    chip = page.locator(".ds-ledger .ds-count").first
    chip.hover()
    card = page.locator(".ds-ledger ds-card").first
    card.wait_for(state="visible")
    box = box_of(card)
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280


def test_a_mark_leads_to_the_actor(watch: Watch, host: str, built: Dossier) -> None:
    """A marked name in an article opens the actor's profile; each mark says what it is."""
    page = watch().page
    page.goto(f"{host}/{address(built, 'article')}", wait_until="networkidle")
    mark = page.locator("a.ds-mark").first
    named = (mark.get_attribute("title") or "").partition(",")[0]
    assert named
    mark.click()
    page.wait_for_url(re.compile(r"/actors/[^/]+/"))
    page.get_by_role("heading", level=1, name=named).wait_for()


def test_marks_can_be_switched_off(watch: Watch, host: str, built: Dossier) -> None:
    """One control shows the bare text, and is remembered on the next article."""
    page = watch().page
    page.goto(f"{host}/{address(built, 'article')}", wait_until="networkidle")
    page.locator("[data-ds-marks]").click()
    assert page.locator(".ds-text").get_attribute("data-marks") == "off"
    page.reload(wait_until="networkidle")
    assert page.locator("[data-ds-marks]").get_attribute("aria-pressed") == "false"


def test_the_ledger_is_narrowed_and_its_address_keeps_it(watch: Watch, host: str) -> None:
    """Words narrow the statements to those that hold them, and the address gives the same view to somebody else."""
    page = watch().page
    page.goto(f"{host}/statements/", wait_until="networkidle")
    rows = page.locator(".ds-ledger > li:visible")
    before = rows.count()
    page.locator(".ds-filters [type=search]").fill("framework")
    page.wait_for_url(re.compile(r"[?&]\w+=framework"))
    narrowed = rows.count()
    assert 0 < narrowed < before
    assert all("framework" in text.lower() for text in rows.all_inner_texts())
    page.goto(page.url, wait_until="networkidle")
    assert rows.count() == narrowed


@pytest.mark.parametrize("kind", ["article", "actor", "statements"])
def test_pages_are_whole_without_scripts(watch: Watch, host: str, built: Dossier, kind: str) -> None:
    """With scripts off, every word and every link to evidence is there."""
    page = watch(java_script_enabled=False).page
    page.goto(f"{host}/{address(built, kind)}")
    assert page.locator("article h1").inner_text()
    assert page.locator("article a[href*='#s']").count() > 0
