"""The dossier on a disk: opened without a server, it searches and draws, and asks for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.browser.conftest import Watched
    from tests.conftest import Dossier

    Watch = Callable[..., Watched]


def test_a_disk_is_enough(dossier: Dossier, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Search leads to a profile, the ledger is narrowed, a chart is drawn; all from files of this folder, in silence."""
    monkeypatch.setenv("OFFLINE", "true")
    assert dossier.build("--strict").returncode == 0
    assert not (dossier.site / "404.html").exists()
    watched = watch()
    page = watched.page
    page.goto((dossier.site / "index.html").as_uri(), wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("armenia")
    page.locator(".ds-search-list a").first.click()
    page.wait_for_url(re.compile(r"/actors/armenia\.html$"))
    page.get_by_role("link", name="Statements").first.click()
    page.wait_for_url(re.compile(r"/statements/index\.html$"))
    page.locator(".ds-filters [name=words]").fill("peace")
    page.locator(".ds-shown", has_text="shown").first.wait_for()
    page.locator(".ds-plot").first.scroll_into_view_if_needed()
    page.locator(".ds-plot .main-svg .point path").first.wait_for(state="attached")
    assert watched.said == []
    assert {url.partition(":")[0] for url in watched.asked} <= {"file", "data", "blob"}
    root = dossier.folder.as_uri()
    assert not [url for url in watched.asked if url.startswith("file:") and not url.startswith(root)]
