"""What machines that visit the site are told: a feed of the articles, and what robots may do.

In: the briefing. Out: `feed.json` (JSON Feed 1.1) and `robots.txt`. No time of the build stands in them; a day of
publication is written as the beginning of that day, since the form asks for a time.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from generator.model.site import Asset
from generator.present.addresses import article_path, published, web_address
from generator.present.evidence import shorten
from generator.present.publishing import is_withheld, may_be_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article
    from generator.present.briefing import Briefing

FEED, ROBOTS = "feed.json", "robots.txt"
VERSION = "https://jsonfeed.org/version/1.1"
LEAD, LONGEST = 2, 400
"""Sentences of an article in the feed, and the most characters of them."""
TERMS = 8
"""Keywords of an article in the feed."""


def feed_assets(briefing: Briefing) -> Iterator[Asset]:
    """Both files."""
    root = briefing.settings.address
    feed: dict[str, Any] = {"version": VERSION, "title": briefing.title}
    if root:
        feed |= {"home_page_url": root, "feed_url": root + FEED}
    dated = sorted(
        briefing.corpus.articles,
        key=lambda one: (one.published is None, -one.published.toordinal() if one.published else 0, one.path),
    )
    feed["items"] = [_item(article, briefing) for article in dated]
    text = json.dumps(feed, ensure_ascii=False, indent=1)
    yield Asset(path=FEED, content=text.encode("utf-8", "replace") + b"\n", yields=True)
    # Pages that must not be listed say so themselves: a robot that is kept out could not read that.
    lines = ["User-agent: *", "Allow: /"]
    if root and briefing.settings.robots == "index":
        lines.append(f"Sitemap: {root}sitemap.xml")
    yield Asset(path=ROBOTS, content="\n".join(lines).encode() + b"\n", yields=True)


def lead_of(article: Article, briefing: Briefing, most: int = LONGEST) -> str:
    """The first sentences below the headline that the article's own page shows."""
    if not may_be_read(article):
        return ""
    shown = (
        article.quote(one.span)
        for one in briefing.findings[article.id].sentences
        if not article.paragraphs[one.paragraph].heading and not is_withheld(article, one.span)
    )
    return shorten(" ".join(" ".join(islice(shown, LEAD)).split()), most)


def _item(article: Article, briefing: Briefing) -> dict[str, Any]:
    place = published(article_path(article.id), briefing.settings.links)
    root = briefing.settings.address
    item: dict[str, Any] = {
        "id": root + place,
        "url": root + place if root else None,
        "external_url": web_address(article.url),
        "title": article.title,
        "content_text": lead_of(article, briefing) or article.title,
        "date_published": f"{article.published.isoformat()}T00:00:00Z" if article.published else None,
        "authors": [{"name": name} for name in (article.author, article.outlet) if name] or None,
        "tags": [topic.term for topic, _ in briefing.topics_in.get(article.id, ())][:TERMS] or None,
        "language": briefing.findings[article.id].language or None,
    }
    return {key: value for key, value in item.items() if value is not None}
