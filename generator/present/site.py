"""The site as a value: every page and every file.

In: the corpus. Out: `Site`. Pages are drafted by their types and rendered here; a page's title is set apart from its
view, so that a hand-written page of the same path can keep its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.site import Asset, Page, Site
from generator.present.assets import FOLDER, ICON, scripts, static_assets, styles
from generator.present.briefing import brief, fields_of
from generator.present.cards import card_assets
from generator.present.feed import feed_assets
from generator.present.frame import above, below
from generator.present.pages import PAGES
from generator.present.redirects import redirects
from generator.present.render import render
from generator.present.search import search_assets

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.present.briefing import Briefing, Draft
    from generator.settings import PresentSettings


def present(corpus: Corpus, settings: PresentSettings, title: str) -> Site:
    """Everything that is generated from the corpus, in a fixed order."""
    briefing = brief(corpus, settings, title)
    titles: dict[str, str] = {}
    rest: list[Asset] = []
    pages: list[Page] = []
    for draft in (draft for kind in PAGES for draft in kind.build(briefing)):
        pages.append(_page(draft, titles, briefing))
        rest += draft.assets
    downloads = tuple(Asset(path=one.path, content=one.content) for one in briefing.downloads)
    assets = (*static_assets(), *downloads, *rest, *search_assets(briefing))
    assets = (*assets, *redirects(corpus, settings), *card_assets(briefing), *feed_assets(briefing))
    return Site(
        pages=tuple(pages), assets=assets, styles=styles(), scripts=scripts(), icon=f"{FOLDER}/{ICON}"
    )


def _page(draft: Draft, titles: dict[str, str], briefing: Briefing) -> Page:
    """The page in its frame; `titles` gathers those of the pages before it, among which are all above it."""
    way = above(draft, titles, briefing)
    titles[draft.path] = draft.title
    heading = render("title.md.j2", {"title": draft.heading or draft.title})
    body = render(draft.template, fields_of(draft.view))
    return Page(
        path=draft.path,
        title=draft.title,
        body="\n".join(part for part in (way, heading, body, below(draft, briefing)) if part),
        hub=draft.hub,
        searchable=draft.searchable,
        boost=draft.boost,
        description=draft.description,
    )
