"""The files that every page of the site shares.

In: `generator/present/assets/` and the bundle inside the Python package plotly. Out: `Asset` records and the
order in which pages load them. The bundle is published once, of the version that figures are tested with.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from generator.model.site import Asset

FOLDER = "assets/dossier"
"""Where they stand, relative to the docs folder."""
STYLES = (
    "dossier.css",
    "items.css",
    "pages.css",
    "overview.css",
    "positions.css",
    "charts.css",
    "timeline.css",
    "relations.css",
    "tables.css",
    "search.css",
    "comparison.css",
    "reading.css",
    "print.css",
)
SCRIPTS = (
    "dossier.js",
    "cards.js",
    "copying.js",
    "charts.js",
    "relations.js",
    "pictures.js",
    "cells.js",
    "lists.js",
    "tables.js",
    "search.js",
)
ICON = "icon.svg"
"""What a browser shows beside the title of a page."""
LATER = ("search-find.js",)
"""Loaded by search.js from beside itself, when somebody is about to search."""
BUNDLE = "plotly.min.js"
"""Loaded by charts.js from beside itself, when the first chart comes near."""


@cache
def static_assets() -> tuple[Asset, ...]:
    """Style sheets, scripts and the chart library, read once a process."""
    own = files("generator.present") / "assets"
    assets = [
        Asset(path=f"{FOLDER}/{name}", content=(own / name).read_bytes())
        for name in (*STYLES, *SCRIPTS, *LATER, ICON)
    ]
    bundle = (files("plotly") / "package_data" / BUNDLE).read_bytes()
    return (*assets, Asset(path=f"{FOLDER}/{BUNDLE}", content=bundle))


def styles() -> tuple[str, ...]:
    """Paths of the style sheets, in the order in which pages load them."""
    return tuple(f"{FOLDER}/{name}" for name in STYLES)


def scripts() -> tuple[str, ...]:
    """Paths of the scripts, in the order in which pages load them."""
    return tuple(f"{FOLDER}/{name}" for name in SCRIPTS)
