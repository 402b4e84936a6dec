"""What stands at an address where nothing is.

In: where the site lives on its host. Out: HTML that leads on: to the main pages, and to the search for the words of the
address. The site engine makes the page around it, once for all addresses, so that links start at the host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.present.addresses import ACTORS, ARTICLES, KEYWORDS, OVERVIEW, STATEMENTS, TIMELINE, published
from generator.present.render import render

if TYPE_CHECKING:
    from generator.settings import PresentSettings

LED_TO = (
    ("Overview", OVERVIEW),
    ("Articles", ARTICLES),
    ("Actors", ACTORS),
    ("Statements", STATEMENTS),
    ("Timeline", TIMELINE),
    ("Keywords", KEYWORDS),
)


def lost_page(settings: PresentSettings) -> str:
    """The content of that page; `settings.address` is empty where the site's host is not known."""
    base = urlsplit(settings.address or "/").path
    links = [(name, base + published(path, settings.links)) for name, path in LED_TO]
    return render("lost.html.j2", {"links": links})
