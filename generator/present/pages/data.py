"""The page of downloads.

In: the files that are offered. Out: one page: what each holds, how to open it, what its fields mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import DATA
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.downloads import CONVENTIONS
from generator.present.render import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.present.downloads import Download

UNITS = ("bytes", "KB", "MB", "GB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to open a file with one program."""

    program: str
    code: tuple[str, ...]
    """Lines to type."""
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One download."""

    name: str
    url: str
    description: str
    rows: int | None
    size: str
    digest: str
    fields: tuple[tuple[str, str], ...]
    recipes: tuple[Recipe, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """The view of `data.md.j2`."""

    files: tuple[File, ...]
    conventions: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place = briefing.place(DATA)
    view = Data(
        files=tuple(_file(download, place.to(download.path)) for download in briefing.downloads),
        conventions=CONVENTIONS,
    )
    yield Draft(
        path=DATA,
        title="Data",
        view=view,
        template="data.md.j2",
        hub=True,
        description=f"{counted(len(briefing.downloads), 'file')} with fields, size and checksum.",
    )


def _file(download: Download, url: str) -> File:
    return File(
        name=download.path.rpartition("/")[2],
        url=url,
        description=download.description,
        rows=download.rows,
        size=write_size(download.size),
        digest=download.sha256,
        fields=tuple((field.name, field.meaning) for field in download.fields),
        recipes=tuple(
            Recipe(
                program=opening.program,
                code=tuple((opening.code or "").splitlines()),
                words=opening.words,
            )
            for opening in download.opening
        ),
    )


def write_size(size: int) -> str:
    """`812 bytes`, `14 KB`, `2.1 MB`."""
    value, unit = float(size), 0
    while value >= 1000 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.1f} {UNITS[unit]}" if unit > 1 and value < 10 else f"{value:.0f} {UNITS[unit]}"


PAGE = PageType(noun="data", build=build)
