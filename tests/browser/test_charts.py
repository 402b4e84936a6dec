"""Charts in a real browser: drawn in the page's colours, led by hand and keyboard to their evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.conftest import box_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

DRAWN = ".ds-plot .main-svg .point path"
INK = "getComputedStyle(document.querySelector('.ds-plot .ytick text')).fill"


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who has seen a chart before: pages share the cache, so that the library is fetched once."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    yield context
    context.close()


def open_chart(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".ds-plot").first.scroll_into_view_if_needed()
    page.wait_for_selector(DRAWN, state="attached")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_draw_in_light_and_dark(
    browser: Browser, host: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """A chart appears in readable colours, keeps inside a phone's width, says nothing and asks nobody else."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    open_chart(page, f"{host}/actors/")
    red, green, blue = map(int, re.findall(r"\d+", page.evaluate(INK))[:3])
    assert (red + green + blue > 3 * 128) == (scheme == "dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    assert [url for url in asked if not url.startswith(host)] == []
    page.close()


def test_bars_stand_without_scripts(browser: Browser, host: str) -> None:
    """The same bars with their names and sums, inside a phone's width."""
    page = browser.new_page(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page.goto(f"{host}/actors/")
    assert page.locator(".ds-sketch rect").first.is_visible()
    assert "Armenia" in (page.locator(".ds-sketch svg").first.text_content() or "")
    page.close()


def test_charts_follow_the_palette(visitor: BrowserContext, host: str) -> None:
    """Switching from light to dark redraws a chart in the new ink."""
    page = visitor.new_page()
    open_chart(page, f"{host}/actors/")
    before = page.evaluate(INK)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    page.wait_for_function(f"{INK} !== {before!r}")
    page.close()


def test_the_library_is_loaded_by_charts_alone(visitor: BrowserContext, host: str) -> None:
    """A page without a chart does not pay for one."""
    page = visitor.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host}/timeline/", wait_until="networkidle")
    assert page.locator(".ds-plot").count() == 0
    assert not [url for url in asked if "plotly" in url]
    page.close()


def test_the_keyboard_leads_from_a_bar_to_its_sentence(visitor: BrowserContext, host: str) -> None:
    """Arrow keys choose a bar and say what it is; Enter opens the sentence it counts."""
    page = visitor.new_page()
    open_chart(page, f"{host}/actors/")
    plot = page.locator(".ds-plot").first
    page.wait_for_selector(".ds-plot[tabindex]")
    plot.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.querySelector('.ds-plot-voice').textContent.includes('mention')")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/[^/]+/#s\d+$"))
    assert page.locator(f"[id='{page.url.rpartition('#')[2]}']").count() == 1
    page.close()


def test_a_click_leads_from_a_bar_to_its_sentence(visitor: BrowserContext, host: str) -> None:
    """A click on a bar opens the sentence it counts."""
    page = visitor.new_page()
    open_chart(page, f"{host}/statements/")
    page.wait_for_selector(".ds-plot[tabindex]")
    page.locator(".ds-plot .point path").first.scroll_into_view_if_needed()
    box = box_of(page.locator(".ds-plot .point path").first)
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2)
    page.wait_for_selector(".ds-plot--over")
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"/articles/[^/]+/#s\d+$"))
    page.close()


def test_charts_survive_the_sites_own_navigation(visitor: BrowserContext, host: str) -> None:
    """After a link that replaces the page in place, the next chart is drawn whole, its legend on top of it."""
    page = visitor.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if "plotly" in request.url else None)
    links = "".join(f"<url><loc>{host}/{name}/</loc></url>" for name in ("statements", "actors"))
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=f"<urlset>{links}</urlset>"))
    open_chart(page, f"{host}/statements/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stays = true")
    page.locator(".md-tabs__link", has_text="Actors").click()
    page.wait_for_url(re.compile(r"/actors/$"))
    chart = page.locator(".ds-plot[data-name=mentions]")
    chart.scroll_into_view_if_needed()
    chart.locator(".point path").first.wait_for(state="attached")
    assert page.evaluate("window.stays") is True
    assert len(loaded) == 1
    plot, legend = box_of(chart), box_of(chart.locator(".legend"))
    assert legend["y"] < plot["y"] + plot["height"] / 2
    page.close()


def test_every_part_comes_alive_when_pages_replace_each_other(visitor: BrowserContext, host: str) -> None:
    """By clicks from page to page without a full load: filters, tables, charts and search work, the console is silent."""
    page = visitor.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    names = ("", "actors/", "keywords/", "statements/", "timeline/")
    links = "".join(f"<url><loc>{host}/{name}</loc></url>" for name in names)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=f"<urlset>{links}</urlset>"))
    page.goto(host, wait_until="networkidle")
    page.evaluate("window.stays = true")

    def visit(name: str) -> None:
        page.locator(".md-tabs__link", has_text=name).click()
        page.wait_for_url(re.compile(rf"/{name.lower()}/$"))

    visit("Keywords")
    page.locator("th", has_text="Sentences").get_by_role("button").click()
    assert "keywords-sort=-sentences" in page.url
    visit("Statements")
    page.locator(".ds-filters [name=words]").fill("peace")
    page.wait_for_url(re.compile("words=peace"))
    visit("Timeline")
    page.locator(".ds-filters [name=words]").fill("peace")
    page.wait_for_url(re.compile("words=peace"))
    visit("Actors")
    chart = page.locator(".ds-plot[data-name=mentions]")
    chart.scroll_into_view_if_needed()
    chart.locator(".main-svg .point path").first.wait_for(state="attached")
    assert page.locator(".ds-sketch").count() == 0
    page.keyboard.press("/")
    page.keyboard.type("armenia")
    page.locator(".ds-search-list a").first.wait_for()
    assert page.evaluate("window.stays") is True
    assert said == []
    page.close()


def test_a_chart_can_be_saved(visitor: BrowserContext, host: str) -> None:
    """A button saves the chart as a picture named after it."""
    page = visitor.new_page()
    open_chart(page, f"{host}/actors/")
    with page.expect_download() as saved:
        page.locator(".ds-figure-save").first.click()
    assert saved.value.suggested_filename == "mentions.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as saved:
        page.locator(".ds-figure-save", has_text="SVG").first.click()
    assert saved.value.suggested_filename == "mentions.svg"
    page.close()


def test_without_the_library_the_table_stands_in(visitor: BrowserContext, host: str) -> None:
    """Where the library cannot be loaded, a sentence says so and the table is open."""
    page = visitor.new_page()
    page.route("**/plotly.min.js", lambda route: route.abort())
    page.goto(f"{host}/actors/")
    page.locator(".ds-figure").first.scroll_into_view_if_needed()
    page.wait_for_selector("text=The chart could not be drawn.")
    assert page.locator(".ds-figure details").first.get_attribute("open") is not None
    page.close()
