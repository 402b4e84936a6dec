"""Weighs pages as a first visitor meets them; `make weigh` runs it, docs/quality.md records what it prints.

In: a built site, or seeds of which one is built first. Out: one line a page: bytes over
the wire as gzip sends them, requests, first contentful paint and the end of the last long task, with an empty cache and
without charts. A server of its own packs what a web server would pack, so that figures do not depend on one.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
KINDS = (
    "", "articles", "actors", "statements", "positions", "timeline", "relations", "comparison", "keywords", "data", "method",
)  # fmt: skip
FOLDERS = ("articles", "actors", "comparison", "keywords")
"""Of their pages the heaviest one is weighed."""
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
WATCH = """
window.long = 0;
new PerformanceObserver(list => {
  for (const one of list.getEntries()) window.long = Math.max(window.long, one.startTime + one.duration);
}).observe({type: "longtask", buffered: true});
"""
READ = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const first = paint ? paint.startTime : 0;
  return {first, interactive: Math.max(first, page.domContentLoadedEventEnd, window.long)};
}"""


class Packing(SimpleHTTPRequestHandler):
    """A server that packs, and keeps its log to itself."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        """Says nothing."""

    def do_GET(self) -> None:
        """Sends a file, packed where its kind gains by it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        content = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@cache
def packed(path: Path) -> bytes:
    """The file as a web server sends it."""
    return gzip.compress(path.read_bytes(), 6)


def main() -> None:
    """Prints a line a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="a built site; without it the first dossier is built")
    parser.add_argument(
        "--seeds", type=Path, help="a folder of other seeds to build instead of the first ones"
    )
    parser.add_argument(
        "--charts", action="store_true", help="go down each page and load the library of charts"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or build(Path(folder) / "dossier", options.seeds or ROOT / "seeds")
        weigh(site, charts=options.charts)


def build(folder: Path, seeds: Path) -> Path:
    """A dossier of these seeds."""
    folder.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(seeds, folder / "seeds")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, capture_output=True
    )
    return folder / "site"


def weigh(site: Path, *, charts: bool) -> None:
    """One line a page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    print(f"{'page':60} {'KB':>6} {'page KB':>8} {'requests':>8} {'paint ms':>9} {'interactive ms':>15}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for page in pages(site):
            print(visit(browser, f"http://127.0.0.1:{server.server_port}/", page, charts=charts))
        browser.close()
    server.shutdown()


def pages(site: Path) -> list[str]:
    """Addresses below the root: one of each kind, of many the heaviest."""
    found = [f"{kind}/" if kind else "" for kind in KINDS if (site / kind / "index.html").is_file()]
    for folder in FOLDERS:
        held = [one for one in (site / folder).glob("*/index.html") if one.parent.name != "all"]
        if held:
            heaviest = max(held, key=lambda one: (one.stat().st_size, one.parent.name))
            found.append(f"{folder}/{heaviest.parent.name}/")
    return found


def note(sizes: dict[str, int], answer: Response) -> None:
    """Writes down how much an answer holds."""
    sizes[answer.url] = int(answer.headers.get("content-length", "0"))


def visit(browser: Browser, root: str, address: str, *, charts: bool) -> str:
    """The middle of three first visits."""
    runs = []
    for _ in range(3):
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.add_init_script(WATCH)
        if not charts:
            page.route("**/plotly.min.js", lambda route: route.abort())
        sizes: dict[str, int] = {}
        page.on("response", partial(note, sizes))
        page.goto(root + address, wait_until="load")
        page.wait_for_timeout(1500)
        times = page.evaluate(READ)
        if charts:
            page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
            page.wait_for_timeout(4000)
        runs.append((times["interactive"], times["first"], sum(sizes.values()), len(sizes), sizes))
        context.close()
    interactive, first, total, requests, sizes = sorted(runs, key=lambda run: run[0])[1]
    own = sizes.get(root + address, 0)
    name = address or "overview"
    return (
        f"{name[:60]:60} {total / 1000:6.0f} {own / 1000:8.0f} {requests:8} {first:9.0f} {interactive:15.0f}"
    )


if __name__ == "__main__":
    main()
