"""What a page says of itself to those that show a link to it.

In: title and description of a built page, hand-written ones too. Out: lines for its head, without pictures, so that no
other host is named. The link to the feed names two relations: what is an alternate and nothing else, Material takes for the
same site in another language, and loads its map.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.present.render import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The view of `head.html.j2`."""

    title: str
    site: str
    description: str
    kind: str
    """`website` for the first page, `article` for all others, as Open Graph has it."""
    url: str
    """Full address; empty where it is not known."""
    robots: str
    """index or noindex."""
    feed: str
    """Address of the feed of the articles, from the page."""

    def lines(self) -> str:
        """HTML."""
        return render("head.html.j2", {name: getattr(self, name) for name in self.__dataclass_fields__})
