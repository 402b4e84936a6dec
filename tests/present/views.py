"""Pages of a dossier, and their sections, as tests ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.present import present
from generator.settings import PresentSettings
from tests.present.river import Element, read_page, river

if TYPE_CHECKING:
    from generator.model.corpus import Corpus


def read(path: str, corpus: Corpus | None = None, **options: int) -> Element:
    """One page of a dossier."""
    site = present(river() if corpus is None else corpus, PresentSettings(**options), "River")  # type: ignore[arg-type]
    return read_page(next(page.body for page in site.pages if page.path == path))


def section(page: Element, heading: str) -> Element:
    """What stands between a heading of level two and the next, or in the section that it heads."""
    for one in page.all("section"):
        if one.all("h2") and one.all("h2")[0].text() == heading:
            return one
    found, inside = Element("section", {}), False
    for child in page.children:
        if isinstance(child, Element) and child.tag == "h2":
            inside = child.text() == heading
        elif inside:
            found.children.append(child)
    assert found.children, f"no section {heading}"
    return found
