"""The comparison and two articles side by side in a browser, on a phone, a tablet and a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import box_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Watched
    from tests.conftest import Dossier

    Watch = Callable[..., Watched]


@pytest.mark.parametrize("width", [360, 800, 1440])
def test_two_articles_stand_level_or_below_each_other(
    watch: Watch, host: str, built: Dossier, width: int
) -> None:
    """One link, or two, lead to sentences that tell the same; they start level where there is room and follow each other on a phone."""
    (pair,) = [one.name for one in (built.site / "comparison").iterdir() if "---" in one.name]
    watched = watch(width=width)
    page = watched.page
    for address in ("comparison/", f"comparison/{pair}/"):
        page.goto(f"{host}/{address}", wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{host}/comparison/", wait_until="networkidle")
    page.get_by_role("link", name="tell the same").click()
    page.wait_for_url(f"**/{pair}/#told-by-both")
    page.goto(f"{host}/comparison/", wait_until="networkidle")
    page.get_by_role("link", name="The two articles side by side").click()
    page.get_by_role("link", name="tell the same").click()
    page.wait_for_url(f"**/{pair}/#told-by-both")
    row = page.locator(".ds-same-row#told-by-both")
    left, right = (box_of(row.locator("> div").nth(number)) for number in (0, 1))
    if width == 360:
        assert right["y"] >= left["y"] + left["height"]
    else:
        assert right["y"] == left["y"]
        assert right["x"] >= left["x"] + left["width"]
    row.locator("a.ds-pin").first.click()
    page.locator(".ds-s.ds-here").wait_for()
    assert watched.said == []
