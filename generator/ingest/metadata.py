"""What a source states about its text, checked.

In: keys and values as texts. Out: `Metadata`, and a warning for each that cannot be used. A value is taken or left
out, never repaired: a wrong date is worse than none.
"""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.errors import Problem, Severity
from generator.ingest.draft import Metadata
from generator.ingest.flatyaml import Entry
from generator.ingest.normalise import normalise_line
from generator.model.article import Extent

if TYPE_CHECKING:
    from collections.abc import Sequence

KEYS = ("title", "outlet", "date", "url", "author", "language", "publish")
SYNONYMS = {
    "headline": "title",
    "name": "title",
    "source": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "site": "outlet",
    "published": "date",
    "pubdate": "date",
    "day": "date",
    "link": "url",
    "address": "url",
    "byline": "author",
    "writer": "author",
    "lang": "language",
    "locale": "language",
    "mode": "publish",
    "show": "publish",
    "publishing": "publish",
}
"""Other words for the keys, for advice only."""

_DATE = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[Tt ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|z|UTC|[+-]\d{1,2}(?::?\d{2})?)?)?"
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


def read_metadata(entries: Sequence[Entry]) -> tuple[Metadata, tuple[Problem, ...]]:
    """What can be used of the entries, and what is wrong with the rest."""
    stated: dict[str, Entry] = {}
    problems: list[Problem] = []

    def warn(entry: Entry, message: str, hint: str) -> None:
        problems.append(Problem(severity=Severity.WARNING, message=message, line=entry.line, hint=hint))

    for entry in entries:
        key = entry.key.strip().lower()
        if key not in KEYS:
            warn(
                entry,
                f"“{_short(entry.key)}” is no key of the front matter, so it was left out.",
                _advice(key),
            )
        elif key in stated:
            warn(entry, f"“{key}” is stated twice; line {stated[key].line} counts.", "Remove one of the two.")
        else:
            stated[key] = Entry(key, normalise_line(entry.value), entry.line)

    texts = {key: entry.value for key, entry in stated.items() if entry.value}
    published = url = language = None
    if "date" in texts and (published := read_date(texts["date"])) is None:
        warn(
            stated["date"],
            f"“{_short(texts['date'])}” is no date, so none was taken.",
            "Write it as 2001-12-31.",
        )
    if "url" in texts:
        url = texts["url"]
        if not _is_address(url):
            warn(
                stated["url"],
                f"“{_short(url)}” is no web address, so it was left out.",
                "Start it with https://.",
            )
            url = None
    if "language" in texts:
        match = _LANGUAGE.fullmatch(texts["language"])
        language = match[1].lower() if match else None
        if match is None:
            warn(
                stated["language"],
                f"“{_short(texts['language'])}” is no language code, so it was left out.",
                "Write two letters, such as en.",
            )
    publish = None
    if "publish" in texts and (publish := read_extent(texts["publish"])) is None:
        # A wish for restraint that is misspelt must not publish everything.
        publish = Extent.LINK
        warn(
            stated["publish"],
            f"“{_short(texts['publish'])}” is no way to publish, so only the title and the link are shown.",
            f"Write {', '.join(Extent)}.",
        )
    metadata = Metadata(
        title=texts.get("title"),
        outlet=texts.get("outlet"),
        published=published,
        url=url,
        author=texts.get("author"),
        language=language,
        publish=publish,
    )
    return metadata, tuple(problems)


def read_date(value: str) -> date | None:
    """The day of an ISO 8601 date or date and time; `None` for anything else."""
    match = _DATE.fullmatch(value.strip())
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def read_extent(value: str) -> Extent | None:
    """How much of a text may be published; `None` for anything else."""
    word = value.strip().lower()
    return Extent(word) if word in tuple(Extent) else None


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in value
    except ValueError:
        return False


def _advice(key: str) -> str:
    near = SYNONYMS.get(key) or next(iter(difflib.get_close_matches(key[:40], KEYS, n=1)), None)
    return f"Did you mean “{near}”?" if near else f"The keys are {', '.join(KEYS)}."


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:60] + "…"
