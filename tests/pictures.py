"""Takes the pictures of README and guide anew: `python -m tests.pictures SITE` writes them into docs/images/.

In: a built site. Out: PNG files. Not a test: pictures change with the browser's fonts.
"""

from __future__ import annotations

import argparse
import shutil
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import Quiet
from tests.conftest import BROWSERS

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
PICTURES = (
    ("overview", "", 1280, 1290, "light"),
    ("article", "articles/000-0f8e761e9276ed0f/", 1280, 900, "light"),
    ("comparison", "comparison/", 1280, 900, "light"),
    ("relations", "relations/", 1280, 900, "dark"),
    ("phone", "actors/azerbaijan/", 390, 844, "light"),
)
"""Name, address, width, height and colours of each."""


def main() -> None:
    """Opens each page once and takes its picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="folder of the built site")
    site = parser.parse_args().site
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name, address, width, height, scheme in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}", wait_until="networkidle")
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
