"""The search in a real browser: by keyboard alone, by kind, and down to the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Watched

    Watch = Callable[..., Watched]
LIT = ".ds-s.ds-here"


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator(".ds-search-said", has_text="result").wait_for()


def titles(page: Page, kind: str) -> list[str]:
    return page.locator(f"section[aria-labelledby=ds-hits-{kind}] .ds-hit-title").all_inner_texts()


def test_the_keyboard_leads_to_a_lit_sentence(watch: Watch, host: str) -> None:
    """A stroke opens the search, arrows choose, Enter opens the sentence; nothing is asked for before."""
    watched = watch()
    page = watched.page
    page.goto(host, wait_until="networkidle")
    assert not [url for url in watched.asked if "search-" in url]
    search(page, "five-point framework")
    first = page.locator(
        "section[aria-labelledby=ds-hits-statements] a, section[aria-labelledby=ds-hits-articles] a"
    )
    for _ in range(20):
        page.keyboard.press("ArrowDown")
        if first.first.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/.+#s\d+$"))
    page.locator(LIT).wait_for()
    assert "five-point framework" in page.locator(".ds-block", has=page.locator(LIT)).inner_text()
    assert not page.locator("dialog.ds-search").is_visible()
    assert watched.said == []


def test_results_stand_by_kind_and_the_state_before_its_officials(watch: Watch, host: str) -> None:
    """A name that is what was typed comes first; a stroke of Escape closes the window."""
    page = watch(360, color_scheme="dark").page
    page.goto(host, wait_until="networkidle")
    search(page, "armenia")
    assert titles(page, "actors")[0].strip() == "Armenia"
    assert titles(page, "statements")
    assert titles(page, "articles")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Escape")
    page.locator("dialog.ds-search").wait_for(state="hidden")


@pytest.mark.parametrize("words", ["Pashinyan", "nikol pashinyán", "Prime Minister of Armenia", "Pashinian"])
def test_an_actor_is_found_by_each_name(watch: Watch, host: str, words: str) -> None:
    """A surname, a whole name with an accent too many, an office, or another spelling leads to the profile."""
    page = watch().page
    page.goto(host, wait_until="networkidle")
    search(page, words)
    link = page.locator("section[aria-labelledby=ds-hits-actors] a").first
    assert (link.get_attribute("href") or "").endswith("actors/nikol-pashinyan/")


def test_what_was_asked_can_be_sent_and_comes_back(watch: Watch, host: str) -> None:
    """The address holds the words: opened anew it shows the same, and so does the way back from a result."""
    watched = watch()
    page = watched.page
    page.goto(f"{host}/timeline/", wait_until="networkidle")
    search(page, "border")
    page.wait_for_url(re.compile(r"/timeline/\?q=border$"))
    found = page.locator(".ds-search-said").inner_text()
    page.goto("about:blank")
    page.goto(f"{host}/timeline/?q=border", wait_until="load")
    page.locator(".ds-search-said", has_text=found).wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/timeline/" not in url)
    page.locator("dialog.ds-search").wait_for(state="hidden")
    page.go_back()
    page.locator(".ds-search-said", has_text=found).wait_for()
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"/timeline/$"))
    page.locator("dialog.ds-search").wait_for(state="hidden")
    assert watched.said == []


def test_a_search_never_ends_in_nothing(watch: Watch, host: str) -> None:
    """Before a word the main actors, then what holds most of the words, and what to do when the index did not come."""
    page = watch().page
    page.goto(host, wait_until="networkidle")
    page.route("**/search-index.js", lambda route: route.abort())
    page.keyboard.press("/")
    page.get_by_role("button", name="Try again").wait_for()
    page.unroute("**/search-index.js")
    page.get_by_role("button", name="Try again").click()
    assert [one.strip() for one in titles(page, "most")][1:3] == ["Armenia", "Azerbaijan"]
    page.locator(".ds-search input").fill("pashinyan leadership")
    page.locator(".ds-search-said", has_text="1 of 2").wait_for()
    assert "Nikol Pashinyan" in [one.strip() for one in titles(page, "actors")]
    page.locator(".ds-search input").fill("armenia zzzq")
    page.locator(".ds-search-said", has_text="“zzzq” stands nowhere.").wait_for()
    assert titles(page, "actors")[0].strip() == "Armenia"
    page.locator(".ds-search input").fill("zzzq")
    assert titles(page, "most")
