"""What a page says of itself to those that show a link to it.

In: title and description of a built page, hand-written ones too. Out: lines for its head, without pictures, so that no
other host is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.present.feed import FEED
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
    root: str
    """From the page to the root of the site: empty, or `../` once or more."""
    robots: str
    """index or noindex."""

    def lines(self) -> str:
        """HTML."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return render("head.html.j2", {**values, "feed": FEED})
