"""How to name a page, or the article it shows, in somebody else's text.

In: an article, or a page of the dossier. Out: the same reference as a line, as BibTeX and as CSL-JSON. What is not known is
left out: no date is made up, neither of publication nor of access, so that the same dossier gives the same words.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.present.addresses import web_address
from generator.present.items import write_day

if TYPE_CHECKING:
    from generator.model.article import Article

SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&",
    "%": r"\%", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""What TeX would act on, and how it is written instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One reference in three forms."""

    what: str
    """What it names: this article, this page or the data."""
    plain: str
    bibtex: tuple[str, ...]
    """Lines."""
    csl: tuple[str, ...]
    """Lines."""


def cite_article(article: Article) -> Citation:
    """The article as its outlet published it."""
    day = article.published
    url = web_address(article.url)
    parts = (
        f"{article.author}." if article.author else "",
        _quoted(article.title),
        ", ".join(part for part in (article.outlet, write_day(day) if day else None) if part) + "."
        if article.outlet or day
        else "",
        url or "",
    )
    fields = (
        ("author", f"{{{_tex(article.author)}}}" if article.author else ""),
        ("title", f"{{{_tex(article.title)}}}"),
        ("howpublished", _tex(article.outlet or "")),
        ("year", str(day.year) if day else ""),
        ("month", str(day.month) if day else ""),
        ("day", str(day.day) if day else ""),
        ("url", url or ""),
    )
    record = {
        "id": article.id,
        "type": "article-newspaper" if article.outlet else "document",
        "title": article.title,
        "author": [{"literal": article.author}] if article.author else None,
        "container-title": article.outlet,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "language": article.language,
        "URL": url,
    }
    return _citation("this article", parts, article.id, fields, record)


def cite_page(key: str, title: str, dossier: str, state: str, url: str | None) -> Citation:
    """A page of the dossier; `state` names exactly the data it was made of."""
    parts = (_quoted(title) if title != dossier else "", f"{dossier}.", f"{state}.", url or "")
    fields = (
        ("title", f"{{{_tex(title)}}}"),
        ("howpublished", _tex(dossier) if title != dossier else ""),
        ("note", _tex(state)),
        ("url", url or ""),
    )
    record = {
        "id": key,
        "type": "webpage",
        "title": title,
        "container-title": dossier if title != dossier else None,
        "version": state,
        "URL": url,
    }
    return _citation("this page", parts, key, fields, record)


def cite_data(dossier: str, state: str, url: str | None) -> Citation:
    """The data of the dossier; `state` tells them from those of every other state."""
    fields = (("title", f"{{{_tex(dossier)}}}"), ("note", _tex(state)), ("url", url or ""))
    record = {"id": "data", "type": "dataset", "title": dossier, "version": state, "URL": url}
    return _citation("the data", (f"{dossier}.", f"{state}.", url or ""), "data", fields, record)


def _citation(
    what: str, parts: tuple[str, ...], key: str, fields: tuple[tuple[str, str], ...], record: dict[str, Any]
) -> Citation:
    known = [(name, value) for name, value in fields if value]
    lines = [
        f"  {name} = {{{value}}}{',' if number < len(known) else ''}"
        for number, (name, value) in enumerate(known, 1)
    ]
    held = {name: value for name, value in record.items() if value is not None}
    return Citation(
        what=what,
        plain=" ".join(part for part in parts if part),
        bibtex=(f"@misc{{{re.sub(r'[^A-Za-z0-9:-]+', '-', key)},", *lines, "}"),
        csl=tuple(json.dumps([held], ensure_ascii=False, indent=2).splitlines()),
    )


def _quoted(title: str) -> str:
    return f"“{title}”" if title.endswith((".", "?", "!", "…")) else f"“{title}.”"


def _tex(text: str) -> str:
    return "".join(SPECIAL.get(character, character) for character in text)
