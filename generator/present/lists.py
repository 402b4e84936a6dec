"""Long lists: the first rows on the page, the others as data that its script asks for.

In: the rows of a list in order, each made by the same macro as those of the page. Out: a script that assigns one value,
since a page opened from a disk may load scripts and nothing else. What many rows share stands in it once.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.site import Asset
from generator.present.render import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.present.addresses import Place
    from generator.present.filters import Filter

VARIABLE = "dossierLists"
CHOICES = 60
"""Most values of a control on a page that does not hold the whole list; the data has the others."""
PIECES = (re.compile(r"<a [^>]*>.*?</a>"), re.compile(r"(?:<[^>]*>\s*)+"))
"""What rows share: links with their words, then markup alone."""
SHORT = 12
"""Pieces of fewer characters are shorter than what would stand for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading under which rows stand, or further parts."""

    html: str
    over: int
    """Number of the part that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row that the page does not hold."""

    part: int
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LongList:
    """What `lists.md.j2` says of a list: its name, how long it is, and where the rest of it is."""

    name: str
    total: int
    left: int
    """Rows that the page does not hold."""
    more_url: str | None
    """The script that holds them; `None` where there are none."""
    columns: str
    """Of the CSV of what is shown: `head:way` with semicolons between, as lists.js reads it."""
    filters: tuple[Filter, ...] = ()


def rest_path(folder: str, name: str) -> str:
    """Source path of the script."""
    return f"{folder}/{name}-rest.js"


def long_list(
    name: str,
    total: int,
    left: int,
    place: Place,
    *,
    columns: Iterable[tuple[str, str]],
    filters: tuple[Filter, ...] = (),
) -> LongList:
    """The list of a page that holds all but `left` of its rows."""
    folder = place.path.partition("/")[0]
    return LongList(
        name=name,
        total=total,
        left=left,
        more_url=place.to(rest_path(folder, name)) if left else None,
        columns=";".join(f"{head}:{way}" for head, way in columns),
        filters=tuple(replace(one, choices=one.choices[:CHOICES]) for one in filters) if left else filters,
    )


def rest_asset(
    name: str,
    place: Place,
    rows: Iterable[Row | None],
    *,
    parts: Sequence[Part | None] = (),
    filters: Sequence[Filter] = (),
) -> tuple[Asset, ...]:
    """The script; nothing where the page holds every row.

    `None` stands for the next row, or for a part, that the page holds; parts are numbered as they stand here.
    """
    held = list(rows)
    if all(row is None for row in held):
        return ()
    pages = [part.html if part else "" for part in parts] + [row.html if row else "" for row in held]
    shared: dict[str, int] = {}
    for piece in PIECES:
        pages = _share(pages, piece, shared)
    data = {
        "shared": list(shared),
        "parts": [[html, part.over] if part else 0 for html, part in zip(pages, parts, strict=False)],
        "rows": [[row.part, html] if row else 0 for html, row in zip(pages[len(parts) :], held, strict=True)],
        "choices": {
            one.key: [[choice.value, f"{choice.label} ({number(choice.count)})"] for choice in others]
            for one in filters
            if (others := one.choices[CHOICES:])
        },
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    content = f"(window.{VARIABLE}??={{}})[{json.dumps(name)}]={text};\n"
    return (Asset(path=rest_path(place.path.partition("/")[0], name), content=content.encode()),)


def _share(pages: Iterable[str], piece: re.Pattern[str], shared: dict[str, int]) -> list[str]:
    """The pages with numbers in braces for what stands in several of them; braces of texts are entities by now."""
    held = list(pages)
    counts = Counter(found for html in held for found in piece.findall(html) if len(found) >= SHORT)
    for found, count in counts.items():
        if count > 1:
            shared[found] = len(shared)

    def packed(found: re.Match[str]) -> str:
        return f"{{{shared[found[0]]}}}" if found[0] in shared else found[0]

    return [piece.sub(packed, html) for html in held]
