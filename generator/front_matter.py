"""A generated page as a Markdown file: its front matter and its body.

In: a `Page`. Out: the text of a `.md` file, the same for MkDocs and for files on a disk. Titles are escaped here, once:
Material prints a title from the front matter as it stands.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.site import Page

MARKER = re.compile(r"^[ \t]*<!--[ \t]*dossier[ \t]*-->[ \t]*$", re.MULTILINE)
"""Where the generated part of a hand-written page goes."""
HEADING = re.compile(
    r"\A\s*(?:<nav\b.*?</nav>\s*)?(?:#[ \t][^\n]*(?:\n|\Z)|<h1\b.*?</h1>[ \t]*(?:\n|\Z))",
    re.DOTALL | re.IGNORECASE,
)
"""The level-one heading that opens a generated body, with the way to it."""
HAS_HEADING = re.compile(r"^(?:#[ \t]|<h1\b)", re.MULTILINE | re.IGNORECASE)


def page_source(page: Page) -> str:
    """The page with its front matter. JSON strings are YAML strings, and never end before they should."""
    lines = [f"title: {json.dumps(html.escape(page.title), ensure_ascii=True)}"]
    if page.description:
        lines.append(f"description: {json.dumps(html.escape(page.description), ensure_ascii=True)}")
    if not page.searchable:
        lines += ["search:", "  exclude: true"]
    elif page.boost is not None:
        lines += ["search:", f"  boost: {page.boost:g}"]
    return "\n".join(["---", *lines, "---", "", page.body])


def placed_in(written: str, body: str) -> str:
    """A hand-written page with the generated body at its first marker, else at its end.

    The marker is looked for in the hand-written text alone, so that an article which contains it changes nothing. A
    page that has its own level-one heading keeps it, and the generated one is left out.
    """
    if HAS_HEADING.search(written):
        body = HEADING.sub("", body, count=1)
    found = MARKER.search(written)
    before, after = (written[: found.start()], written[found.end() :]) if found else (written, "")
    return (
        "\n\n".join(part for part in (before.rstrip("\n"), body.strip("\n"), after.strip("\n")) if part)
        + "\n"
    )
