"""What stands around every generated page: the way up to it, and how to cite it.

In: a draft and the pages above it. Out: Markdown before and after its body, from two templates. Kept out of the pages'
own templates, so that no page can forget them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.present.addresses import DATA, OVERVIEW, address, published
from generator.present.citations import cite_article, cite_data, cite_page
from generator.present.downloads import state_of
from generator.present.render import render
from generator.present.tallies import dossier_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.present.briefing import Briefing, Draft

DIGITS = 12
"""Of the checksum that names a state of the data."""


def above(draft: Draft, titles: Mapping[str, str], briefing: Briefing) -> str:
    """The way from the overview; the pages of the menu need none."""
    if draft.hub:
        return ""
    links = briefing.settings.links
    trail = [
        (titles[path], address(draft.path, path, links)) for path in _parents(draft.path) if path in titles
    ]
    return render("trail.md.j2", {"trail": trail, "overview": address(draft.path, OVERVIEW, links)})


def below(draft: Draft, briefing: Briefing) -> str:
    """How to cite the page, or what it shows: the data, or an article of which more is known than its title."""
    article = briefing.articles.get(draft.article or "")
    if article is not None and (article.outlet or article.author or article.url):
        return render("cite.md.j2", {"citation": cite_article(article)})
    root = briefing.settings.address
    url = root + published(draft.path, briefing.settings.links) if root else None
    if draft.path == DATA:
        state = state_of(briefing.corpus, briefing.downloads)
        return render("cite.md.j2", {"citation": cite_data(briefing.title, state, url)})
    key = draft.path.removesuffix(".md").removesuffix("/index").replace("/", "-")
    title = briefing.title if draft.path == OVERVIEW else draft.title
    return render("cite.md.j2", {"citation": cite_page(key, title, briefing.title, _state(briefing), url)})


def _parents(path: str) -> Iterator[str]:
    parts = path.split("/")
    for number in range(1, len(parts)):
        folder = "/".join(parts[:number])
        yield f"{folder}/index.md"
        yield f"{folder}.md"


def _state(briefing: Briefing) -> str:
    articles = dossier_of(briefing.comparing.every)
    digest = briefing.downloads[0].sha256[:DIGITS]
    return f"A dossier of {articles}, data SHA-256 {digest}"
