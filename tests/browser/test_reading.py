"""Reading aids in a real browser: cards, links to sentences, references."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import box_of
from tests.browser.test_pages import address

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Watched
    from tests.conftest import Dossier

    Watch = Callable[..., Watched]

COPIED = "window.copied = []; navigator.clipboard.writeText = async (text) => { window.copied.push(text); };"


@pytest.fixture
def article(watch: Watch, host: str, built: Dossier) -> Page:
    """The article that holds most, with a clipboard that can be read."""
    page = watch().page
    page.add_init_script(COPIED)
    page.goto(f"{host}/{address(built, 'article')}", wait_until="networkidle")
    return page


def test_a_name_shows_who_it_is(article: Page) -> None:
    """Pointing at a name shows its card, which can be pointed at itself, holds a link and closes by Escape."""
    mark = article.locator("a.ds-mark").first
    mark.hover()
    card = article.locator(".ds-peek")
    card.wait_for()
    assert re.search(r"\d mentions? in \d", card.inner_text())
    card.locator("a").first.hover()
    article.wait_for_timeout(500)
    assert card.is_visible()
    article.keyboard.press("Escape")
    card.wait_for(state="detached")
    assert mark.get_attribute("title")


def test_cards_open_by_keyboard(article: Page) -> None:
    """Focus shows the card and describes the name by it; Tab leads into the card, Escape back to the name."""
    mark = article.locator("a.ds-mark").nth(1)
    article.locator("[data-ds-marks]").focus()
    for _ in range(4):
        if mark.evaluate("node => node === document.activeElement"):
            break
        article.keyboard.press("Tab")
        if article.locator(".ds-peek :focus").count():
            article.keyboard.press("Escape")
    article.locator(".ds-peek").wait_for()
    article.keyboard.press("Tab")
    assert article.locator(".ds-peek :focus").count() == 1
    article.keyboard.press("Escape")
    article.locator(".ds-peek").wait_for(state="detached")
    assert article.locator("a.ds-mark:focus").count() == 1


def test_a_touch_opens_a_card_and_the_next_one_follows(watch: Watch, host: str, built: Dossier) -> None:
    """Without a pointer a name shows its card first, inside the window; statements do the same."""
    page = watch(390, has_touch=True).page
    page.goto(f"{host}/{address(built, 'article')}", wait_until="networkidle")
    page.locator("a.ds-end").first.tap()
    page.locator(".ds-peek").wait_for()
    assert "statement" in page.locator(".ds-peek").inner_text()
    mark = page.locator("a.ds-mark").first
    mark.tap()
    page.locator(".ds-peek .ds-peek-facts").wait_for()
    box = box_of(page.locator(".ds-peek"))
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    mark.tap()
    page.wait_for_url(re.compile(r"/actors/[^/]+/"))


def test_a_link_to_a_sentence_can_be_copied(article: Page) -> None:
    """At the sentence under the pointer, and for keyboards at the paragraph's number; what was copied is said."""
    last = article.locator(".ds-block:has(.ds-paragraph) .ds-s").first
    x, y = last.evaluate(
        "node => { const line = [...node.getClientRects()].pop(); return [line.right - 3, line.top + 9]; }"
    )
    article.mouse.move(x, y)
    last.locator(".ds-tail button").click()
    key = last.get_attribute("id")
    article.mouse.move(2, 2)
    number = article.locator(".ds-paragraph button").first
    number.focus()
    article.keyboard.press("Enter")
    article.keyboard.press("Tab")
    article.keyboard.press("Tab")
    assert article.locator(".ds-aim").first.get_attribute("id") == key
    article.keyboard.press("Enter")
    article.get_by_role("status").get_by_text("copied").wait_for()
    first, second = article.evaluate("window.copied")
    assert first == second
    assert first.endswith(f"#{key}")
    assert first.startswith(article.url)


def test_references_can_be_copied(article: Page) -> None:
    """The box opens, and each form is copied as it stands."""
    article.locator(".ds-cite summary").click()
    article.get_by_role("button", name="Copy BibTeX").click()
    article.locator("[data-ds-done=copied]").wait_for()
    (text,) = article.evaluate("window.copied")
    assert text.startswith("@misc{")
    assert "\n  title = {" in text
    assert text.rstrip().endswith("}")


def test_notes_stand_level_with_their_statements(article: Page) -> None:
    """In the margin of a wide window, in their order, none upon another and none below its paragraph."""
    article.set_viewport_size({"width": 1440, "height": 800})
    article.wait_for_timeout(300)
    block = article.locator(".ds-block", has=article.locator(".ds-side ~ .ds-side")).first
    notes = [box_of(one) for one in block.locator(".ds-side").all()]
    numbers = [one.get_attribute("data-note") for one in block.locator(".ds-side").all()]
    starts = [box_of(block.locator(f".ds-start[data-note='{one}']"))["y"] for one in numbers]
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(notes))
    assert any(abs(note["y"] - start) < 12 for note, start in zip(notes[1:], starts[1:], strict=True))
    text = box_of(block.locator("p").first)
    assert notes[-1]["y"] + notes[-1]["height"] <= text["y"] + text["height"] + 1


def test_ten_of_many_speakers_stand_open(article: Page) -> None:
    """A click shows the others; words look through all of them."""
    rows = article.locator("#who-speaks-here + div tbody tr")
    assert rows.count() > 12
    assert rows.locator("visible=true").count() == 10
    last = rows.last.locator("td").first.inner_text().split()[0].strip("“”")
    field = article.locator("#who-speaks-here + div .ds-tools input[type=search]")
    field.fill(last)
    rows.last.wait_for()
    field.fill("")
    rows.last.wait_for(state="hidden")
    article.locator("#who-speaks-here + div summary", has_text="more").click()
    rows.last.wait_for()
