"""Reads built pages as a browser's parser would, without a browser.

In: HTML. Out: the visible text, the links, the ids and whatever could act on its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "template"}


@dataclass
class Seen:
    """What a page holds."""

    text: str = ""
    """Visible words, without those for screen readers, white space made one blank."""
    title: str = ""
    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    """Bodies of scripts that stand in the page."""
    handlers: list[str] = field(default_factory=list)
    """Attributes that run code, as `tag name=value`."""
    tags: set[str] = field(default_factory=set)


def read_html(html: str) -> Seen:
    """What `html` shows and does."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    parser.seen.text = " ".join(parser.seen.text.split())
    return parser.seen


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()
        self.open: list[str] = []
        self.unread = 0
        """Number of open elements up to and with the outermost one that is not read as text; 0 outside of one."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
            values = dict(attrs)
            aside = "ds-hidden" in (values.get("class") or "").split() or values.get("aria-hidden") == "true"
            if not self.unread and (aside or tag in UNSEEN):
                self.unread = len(self.open)
        self.seen.tags.add(tag)
        if tag == "script":
            self.seen.scripts.append("")
        for name, value in attrs:
            if name == "id" and value:
                self.seen.ids.add(value)
            if name in {"href", "src"} and value is not None:
                self.seen.links.append(value)
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.seen.handlers.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open and self.open.pop() != tag:
            pass
        if len(self.open) < self.unread:
            self.unread = 0

    def handle_data(self, data: str) -> None:
        if "script" in self.open:
            self.seen.scripts[-1] += data
        elif "title" in self.open and "svg" not in self.open:
            self.seen.title += data
        elif not self.unread:
            self.seen.text += data


def read_index(site: Path) -> dict[str, Any]:
    """What the search of a built site knows."""
    script = (site / "assets" / "dossier" / "search-index.js").read_text(encoding="utf-8")
    index: dict[str, Any] = json.loads(script.removeprefix("window.dossierIndex=").removesuffix(";\n"))
    return index
