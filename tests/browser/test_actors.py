"""Actors in a real browser: names are found while typing, old addresses lead on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Watched

    Watch = Callable[..., Watched]


def test_a_name_is_found_while_typing(watch: Watch, host: str) -> None:
    """Only rows with the words stay; an empty field brings all back."""
    watched = watch()
    page = watched.page
    page.goto(f"{host}/actors/", wait_until="networkidle")
    rows = page.locator(".ds-found tbody tr:not(.ds-rowhead):visible")
    before = rows.count()
    page.locator(".ds-find input").fill("officials")
    page.locator(".ds-shown", has_text="shown").wait_for()
    assert 0 < rows.count() < before
    assert all("officials" in text.lower() for text in rows.all_inner_texts())
    page.locator(".ds-find input").fill("")
    assert rows.count() == before
    assert watched.said == []


def test_an_old_address_leads_to_the_profile(watch: Watch, host: str) -> None:
    """The address made of a surname brings the reader to the person, without a word in the console."""
    watched = watch()
    watched.page.goto(f"{host}/actors/pashinyan/")
    watched.page.wait_for_url(re.compile(r"/actors/nikol-pashinyan/$"))
    watched.page.get_by_role("heading", level=1, name="Nikol Pashinyan").wait_for()
    assert watched.said == []


def test_an_old_address_works_without_scripts(watch: Watch, host: str) -> None:
    """A server, a browser and nothing else."""
    page = watch(java_script_enabled=False).page
    page.goto(f"{host}/actors/pashinyan/")
    page.wait_for_url(re.compile(r"/actors/nikol-pashinyan/$"))


def test_voices_stand_on_the_page_of_their_state(watch: Watch, host: str) -> None:
    """Each voice leads to its profile, each statement to its sentence."""
    page = watch(360, color_scheme="dark").page
    page.goto(f"{host}/actors/azerbaijan/", wait_until="networkidle")
    assert page.get_by_role("heading", level=2, name="Voices of Azerbaijan").is_visible()
    voice = page.locator(".ds-voice").first
    assert "#s" in (voice.locator(".ds-count").first.get_attribute("href") or "")
    voice.locator("h3 a.ds-name").click()
    page.wait_for_url(re.compile(r"/actors/azerbaijan-[a-z-]+/$|/actors/ilham-aliyev/$"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
