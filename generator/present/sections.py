"""Pages that people wrote, as the site's search reads them.

In: the HTML that a site engine made of a page. Out: its sections: heading, anchor and plain text. What is generated on
such a page, and everything else that is marked to stay out of searches, is passed over.
"""

from __future__ import annotations

from html.parser import HTMLParser

HEADINGS = frozenset({"h1", "h2", "h3"})
APART = frozenset({"p", "li", "td", "th", "div", "tr", "pre", "br", "dt", "dd", *HEADINGS})
"""Elements whose texts do not run into each other."""
UNREAD = frozenset({"script", "style", "svg"})
EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
"""Elements without an end."""


def read_sections(title: str, url: str, html: str) -> list[list[str]]:
    """Title of the page, heading, address and text of each section that has text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [
        [title, "" if top else _line(heading), f"{url}#{anchor}" if anchor and not top else url, _line(text)]
        for heading, anchor, text, top in reader.sections
        if _line(text)
    ]


def _line(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections: list[tuple[list[str], str, list[str], bool]] = [([], "", [], True)]
        self._open: list[tuple[str, bool]] = []
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in HEADINGS:
            self.sections.append(([], known.get("id") or "", [], tag == "h1"))
            self._heading = tag
        if tag in APART:
            self._write(" ")
        if tag not in EMPTY:
            passed = (
                tag in UNREAD or "data-search-exclude" in known or known.get("class") == "headerlink"
            ) or bool(self._open and self._open[-1][1])
            self._open.append((tag, passed))

    def handle_endtag(self, tag: str) -> None:
        if tag == self._heading:
            self._heading = ""
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number][0] == tag:
                del self._open[number:]
                break

    def handle_data(self, data: str) -> None:
        if not (self._open and self._open[-1][1]):
            self._write(data)

    def _write(self, data: str) -> None:
        heading, _, text, _ = self.sections[-1]
        (heading if self._heading else text).append(data)
