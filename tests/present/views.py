"""Pages of a dossier, and their sections, as tests ask for them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.present import present
from generator.settings import PresentSettings
from tests.present.river import Element, read_page, river

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.site import Asset


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


def rest_of(asset: Asset) -> dict[str, Any]:
    """What the script of a long list holds, with what its rows share put back into them."""
    text = asset.content.decode("ascii")
    data: dict[str, Any] = json.loads(text[text.index("=", text.index("]")) + 1 :].rstrip(";\n"))

    def whole(html: str) -> str:
        return re.sub(r"\{(\d+)\}", lambda found: data["shared"][int(found[1])], html)

    return {
        "parts": [whole(part[0]) if part else "" for part in data["parts"]],
        "rows": [(row[0], whole(row[1])) if row else None for row in data["rows"]],
    }
