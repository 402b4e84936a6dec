"""What is published: the records that `present` makes and a site engine writes.

In: nothing. Out: `Site`. It knows pages and files, not MkDocs, so that another engine costs two modules.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One generated Markdown page."""

    path: str
    """Source path relative to the docs folder, ending in `.md`: `actors/ilham-aliyev.md`."""
    title: str
    """Plain text, not escaped; shown in the window title, the menu and search results."""
    body: str
    """Markdown, with HTML where Markdown has no form; starts with the level-one heading, or with the way to it and the heading."""
    hub: bool = False
    """True for the few pages that may stand in the menu; all others stay out of it."""
    searchable: bool = True
    boost: float | None = None
    """Weight in the site's search; `None` leaves it to the engine."""
    description: str = ""
    """One line, plain text, for whoever shows a link to the page; empty leaves it to the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file that is published as it is."""

    path: str
    """Relative to the docs folder."""
    content: bytes
    yields: bool = False
    """True where a person's own file at this path takes its place as a matter of course."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that is generated, in a fixed order."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    styles: tuple[str, ...]
    """Paths of the assets that every page loads as style sheets."""
    scripts: tuple[str, ...]
    """Paths of the assets that every page loads as scripts, in this order."""
    icon: str
    """Path of the asset that stands for the site in a browser's tab."""
