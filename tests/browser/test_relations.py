"""Timeline and relations in a real browser: lines lead to sentences, choices stand in the address, nothing complains."""

from __future__ import annotations

import re
import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Quiet
from tests.conftest import ROOT, Dossier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.browser.conftest import Watched

FIRST = """---
title: Cold spring
date: 2019-06-12
---

Norway attacked Denmark on 3 May 2019. Denmark condemned Norway on 4 May 2019. Sweden criticised Norway on 5 May 2019.
Finland signed an agreement with Sweden in June 2019. Denmark thanked Finland on 9 June 2019.
Iceland threatened Norway on 10 June 2019. Norway rejected the proposal of Iceland. The road was opened in 2015.
"""
SECOND = """---
title: Long summer
---

Sweden praised Finland. Denmark accused Norway of fraud. Iceland met with Denmark in mid-September.
They saw Oslo, Stockholm, Helsinki, Copenhagen and Tallinn.
"""


@pytest.fixture(scope="module")
def north(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dossier in which several states do something to each other."""
    folder = tmp_path_factory.mktemp("north")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "spring.txt").write_text(FIRST, encoding="utf-8")
    (folder / "seeds" / "summer.txt").write_text(SECOND, encoding="utf-8")
    dossier = Dossier(folder)
    result = dossier.build("--strict")
    assert result.returncode == 0, result.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(dossier.site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["timeline/", "relations/", "actors/norway/"])
def test_pages_are_quiet_and_fit(
    watch: Callable[..., Watched], north: str, address: str, scheme: str, width: int
) -> None:
    """Nothing in the console, no foreign request, nothing wider than the screen."""
    watched = watch(width, color_scheme=scheme)
    watched.page.goto(f"{north}/{address}", wait_until="networkidle")
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.said == []
    assert [url for url in watched.asked if not url.startswith(north)] == []


def test_a_click_on_a_line_opens_its_sentences(watch: Callable[..., Watched], north: str) -> None:
    """The line of a pair leads to its row, which shows what it rests on."""
    watched = watch()
    page = watched.page
    page.goto(f"{north}/relations/")
    line = page.locator(".ds-network-wide .ds-tie:visible").first
    line.locator(".ds-tie-reach").click(force=True)
    page.wait_for_url(re.compile(r"#rl-"))
    row = page.locator(f"[id='{page.url.rpartition('#')[2]}']")
    assert row.locator(".ds-deed-list").is_visible()
    assert row.locator(".ds-deed-list mark").first.is_visible()
    assert watched.said == []


def test_the_keyboard_reaches_lines_and_actors(watch: Callable[..., Watched], north: str) -> None:
    """Every visible link of the picture takes the focus, has a name, and Enter follows it."""
    watched = watch()
    page = watched.page
    page.goto(f"{north}/relations/")
    links = page.locator(".ds-network a:visible")
    names = [links.nth(number).get_attribute("aria-label") for number in range(links.count())]
    assert names
    assert all(names)
    node = page.locator(".ds-network .ds-node:visible").first
    node.focus()
    assert page.evaluate("document.activeElement.classList.contains('ds-node')")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/actors/[^/]+/$"))
    assert watched.said == []


def test_a_cell_of_the_matrix_opens_its_sentences(watch: Callable[..., Watched], north: str) -> None:
    """So does a cell, on a telephone too."""
    page = watch(360).page
    page.goto(f"{north}/relations/")
    page.locator(".ds-matrix td a").first.click()
    page.wait_for_url(re.compile(r"#rl-"))
    assert page.locator(".ds-dyad.ds-here .ds-deed-list").is_visible()


def test_names_do_not_collide(watch: Callable[..., Watched], north: str) -> None:
    """As the browser draws them, no two names of the picture overlap, and none leaves it."""
    for width in (1280, 360):
        page = watch(width).page
        page.goto(f"{north}/relations/")
        boxes = page.evaluate(
            "[...document.querySelectorAll('.ds-network .ds-node')].filter(n => n.checkVisibility())"
            ".map(n => { const r = n.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; })"
        )
        assert len(boxes) >= 5
        for number, one in enumerate(boxes):
            assert one[0] >= 0
            assert one[2] <= width
            for other in boxes[:number]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (one, other)


def test_choices_stand_in_the_address(watch: Callable[..., Watched], north: str) -> None:
    """What is chosen is kept in the address, a shared address shows the same, and all comes back."""
    page = watch().page
    page.goto(f"{north}/timeline/")
    rows = page.locator(".ds-timeline > li[data-class]")
    total = rows.count()
    page.select_option("select[name=actor]", "iceland")
    page.wait_for_url(re.compile(r"\?actor=iceland"))
    shown = page.locator(".ds-timeline > li[data-class]:visible").count()
    assert 0 < shown < total
    page.goto(f"{north}/timeline/?actor=iceland")
    assert page.locator(".ds-timeline > li[data-class]:visible").count() == shown
    assert page.locator("select[name=actor]").input_value() == "iceland"
    page.locator(".ds-filters button[type=reset]").click()
    page.wait_for_function(f"document.querySelector('.ds-shown').textContent.startsWith('{total} of')")


def test_an_address_of_an_entry_is_stronger_than_choices(watch: Callable[..., Watched], north: str) -> None:
    """A link to an entry that the choices hide shows it."""
    page = watch().page
    page.goto(f"{north}/timeline/")
    key = page.locator(".ds-timeline > li[data-actor~=sweden]").first.get_attribute("id")
    page.goto(f"{north}/timeline/?actor=iceland#{key}")
    page.wait_for_function(f"document.getElementById('{key}').checkVisibility()")


def test_without_scripts_everything_is_there(watch: Callable[..., Watched], north: str) -> None:
    """The list is whole, the controls are away, the picture is drawn and its lines lead to the rows."""
    page = watch(java_script_enabled=False).page
    page.goto(f"{north}/timeline/")
    assert page.locator(".ds-timeline > li[data-class]").count() > 5
    assert page.locator(".ds-filters").is_hidden()
    page.goto(f"{north}/relations/")
    assert page.locator(".ds-network.ds-network-wide:visible").count() == 1
    assert page.locator(".ds-map:visible").count() == 1


def test_the_chart_of_the_timeline_leads_to_sentences(watch: Callable[..., Watched], north: str) -> None:
    """Arrow keys go from bar to bar; Enter opens the sentence."""
    watched = watch()
    page = watched.page
    page.goto(f"{north}/timeline/")
    page.locator(".ds-plot").scroll_into_view_if_needed()
    page.wait_for_selector(".ds-plot[tabindex]")
    page.locator(".ds-plot").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.querySelector('.ds-plot-voice').textContent !== ''")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/[^/]+/#s\d+$"))
    assert watched.said == []


def test_the_timeline_prints(watch: Callable[..., Watched], north: str) -> None:
    """On paper the controls are away and the entries stay."""
    page = watch().page
    page.goto(f"{north}/timeline/")
    page.emulate_media(media="print")
    assert page.locator(".ds-filters").is_hidden()
    assert page.locator(".ds-timeline > li").first.is_visible()


def test_a_drawing_is_saved_as_it_looks(watch: Callable[..., Watched], north: str) -> None:
    """As SVG with its colours and letters in itself and no link of the site; as a picture of twice its size."""
    watched = watch()
    page = watched.page
    page.goto(f"{north}/relations/")
    for drawing in (".ds-network", ".ds-map"):
        tools = page.locator(f":has(> {drawing}) > .ds-figure-tools").first
        with page.expect_download() as saved:
            tools.get_by_text("as SVG").click()
        text = Path(saved.value.path()).read_text(encoding="utf-8")
        assert saved.value.suggested_filename == f"relations-{drawing.removeprefix('.ds-')}.svg"
        assert "href" not in text
        assert "class=" not in text
        assert "rgb(" in text
        assert "Norway" in text or "Oslo" in text
    with page.expect_download() as saved:
        page.locator(".ds-figure-tools").first.get_by_text("Save as picture").click()
    content = Path(saved.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20], "big") == 2 * 760
    assert watched.said == []
