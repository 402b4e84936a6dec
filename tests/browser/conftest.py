"""The built dossier on a server of its own, and pages that remember what they said and asked for."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, FloatRect, Locator, Page

    from tests.conftest import Dossier


class Quiet(SimpleHTTPRequestHandler):
    """A server that keeps its log to itself."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        """Says nothing."""


def box_of(found: Locator) -> FloatRect:
    """Place and size of an element in pixels, once it is laid out and rests.

    A page that the site's own navigation has just put in place, or that scrolls to its target, is for a moment without a layout:
    what is measured then is nothing, or in flight.

    Raises:
        AssertionError: the element is not in sight, or still moves after 20 seconds.
    """
    until = time.monotonic() + 20
    last: FloatRect | None = None
    while time.monotonic() < until:
        box = found.bounding_box()
        if box is not None and box == last:
            return box
        last = box
        found.page.wait_for_timeout(100)
    raise AssertionError(f"{found} does not come to rest: {last}")


def wait_in_sight(found: Locator) -> None:
    """Waits until the top of an element rests inside the window; what comes into its place later is looked at as well.

    Raises:
        AssertionError: it does not come into the window within 20 seconds.
    """
    size = found.page.viewport_size
    assert size is not None
    until = time.monotonic() + 20
    while not 0 <= box_of(found)["y"] < size["height"]:
        assert time.monotonic() < until, f"{found} stays out of sight"


@pytest.fixture(scope="session")
def host(built: Dossier) -> Iterator[str]:
    """Address of the built dossier."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built.site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass
class Watched:
    """A page and what it did."""

    page: Page
    said: list[str] = field(default_factory=list)
    """Messages in the console, and errors that nobody caught."""
    asked: list[str] = field(default_factory=list)
    """Addresses it requested."""


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens watched pages: wide and light unless told otherwise."""
    opened: list[Page] = []

    def new_page(width: int = 1280, **options: Any) -> Watched:
        page = browser.new_page(viewport={"width": width, "height": 800}, **options)
        page.set_default_timeout(20_000)
        opened.append(page)
        watched = Watched(page)
        page.on("console", lambda message: watched.said.append(message.text))
        page.on("pageerror", lambda error: watched.said.append(str(error)))
        page.on("request", lambda request: watched.asked.append(request.url))
        return watched

    yield new_page
    for page in opened:
        page.close()
