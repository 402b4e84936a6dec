"""How long a reader waits for the first result.

In: a folder of a built site, and words. Out: one line a query: seconds from the stroke that opens the search, on a page just
loaded with an empty cache, to the first result; median and slowest of five; and what one further letter costs.
Run as `python -m tests.search_bench SITE WORDS...`.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from functools import partial
from http.server import ThreadingHTTPServer
from shutil import which

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import Quiet
from tests.conftest import BROWSERS

ROUNDS = 5
LETTER = """() => {
  const start = performance.now();
  document.querySelector(".ds-search input").dispatchEvent(new Event("input"));
  return performance.now() - start;
}"""


def measure(browser: Browser, address: str, words: str) -> tuple[float, float]:
    """Seconds to the first result, milliseconds for a further letter."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    start = time.perf_counter()
    page.keyboard.press("/")
    page.keyboard.insert_text(words)
    page.locator(".ds-hits-kind .ds-as").first.wait_for()
    waited = time.perf_counter() - start
    letter = float(page.evaluate(LETTER))
    context.close()
    return waited, letter


def main(site: str, queries: list[str]) -> None:
    """Measures and prints."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        path = next(filter(None, map(which, BROWSERS)))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for words in queries:
            rounds = [
                measure(browser, f"http://127.0.0.1:{server.server_port}/", words) for _ in range(ROUNDS)
            ]
            waited = [one for one, _ in rounds]
            letter = statistics.median(one for _, one in rounds)
            print(
                f"{words}: {statistics.median(waited):.2f} s, slowest {max(waited):.2f} s; a letter {letter:.0f} ms"
            )
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
