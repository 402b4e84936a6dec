"""The gazetteer: states, territories, capitals and their people's names.

In: `gazetteer.tsv` (made by `python -m generator.lexicons.compile` from public data sets). Out: `Gazetteer`, which
answers what a name stands for. Disputed territories are listed as territories, without an owner.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors import LexiconError
from generator.lexicons.files import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = ("key", "kind", "name", "aliases", "demonyms", "part_of", "lat", "lon")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry: a state, a territory, a region or a city."""

    key: str
    """`state:AZ`, `territory:crimea`, `region:balkans`, `city:2950159`."""
    kind: str
    """state, territory, region, capital, seat, city, body."""
    name: str
    aliases: tuple[str, ...]
    """Other names, not inflected."""
    demonyms: tuple[str, ...]
    """Adjectives and names of people ("Azerbaijani", "Azeri")."""
    part_of: str | None
    """Key of the state a capital, seat or city belongs to; `None` for disputed places."""
    spot: tuple[float, float] | None = None
    """Latitude and longitude in degrees, of capitals and cities whose name means no other of like size."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All entries, by name, by demonym and by key; names are matched with their capitals."""

    by_key: Mapping[str, Place]
    by_name: Mapping[str, Place]
    by_demonym: Mapping[str, Place]


@cache
def load_gazetteer() -> Gazetteer:
    """Reads the table once; raises `LexiconError` for a missing column or a key that stands twice."""
    by_key: dict[str, Place] = {}
    by_name: dict[str, Place] = {}
    by_demonym: dict[str, Place] = {}
    with (FOLDER / "gazetteer.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(rows.fieldnames or ()) != FIELDS:
            raise LexiconError(f"gazetteer.tsv: the columns must be {', '.join(FIELDS)}.")
        for number, row in enumerate(rows, 2):
            place = Place(
                key=row["key"],
                kind=row["kind"],
                name=row["name"],
                aliases=_several(row["aliases"]),
                demonyms=_several(row["demonyms"]),
                part_of=row["part_of"] or None,
                spot=(float(row["lat"]), float(row["lon"])) if row["lat"] else None,
            )
            if place.key in by_key:
                raise LexiconError(f"gazetteer.tsv:{number}: {place.key} stands twice.")
            by_key[place.key] = place
            # The table is ordered by weight: states before capitals before cities, large before small.
            for name in (place.name, *place.aliases):
                by_name.setdefault(name, place)
            for demonym in place.demonyms:
                by_demonym.setdefault(demonym, place)
    return Gazetteer(MappingProxyType(by_key), MappingProxyType(by_name), MappingProxyType(by_demonym))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
