"""Templates to text: the Jinja environment and the one encoding through which every value passes.

In: a template's name and its view. Out: Markdown. Text of articles is hostile to HTML, to Markdown and to every
extension that reads lines before HTML is recognised, so each character that any of them could act on is written
as a numeric entity; what a browser shows is the text itself, and nothing needs to be trusted.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ACTIVE = re.compile(r"""[&<>"'{}\[\]`~$*_|^=+#!:\\@]|-{2,}""")
"""Characters that HTML, Markdown, Jinja, snippets, emoji codes, mathematics or footnotes could act on."""
PLAIN = re.compile(r"[!-@\[-`{-~]")
"""Every ASCII character that is no letter."""
NO_TEXT = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
"""Blanks, line ends and control characters: inserted text is always one line."""
NOTABLE = re.compile(r"[^A-Za-z0-9.,;/ ]|  ")
"""Most text has nothing of this and is seen to be plain at once."""
UNWRITABLE = re.compile(r"[\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]")
"""Direction overrides, which could disguise text, and halves of characters, which no file can hold."""


def encode(value: object) -> Markup:
    """`value` as text that shows as itself in raw HTML and in an attribute."""
    text = str(value)
    if not NOTABLE.search(text):
        return Markup(text)  # noqa: S704 - letters and single blanks
    text = UNWRITABLE.sub(_visible, NO_TEXT.sub(" ", text))
    return Markup(ACTIVE.sub(_entities, text))  # noqa: S704 - the line above is what makes it safe


def encode_heading(value: object) -> Markup:
    """The same for a Markdown heading, where links, symbols and ordinals are made of ordinary characters too."""
    text = UNWRITABLE.sub(_visible, NO_TEXT.sub(" ", str(value))).strip()
    return Markup(PLAIN.sub(_entities, text))  # noqa: S704 - likewise


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def _visible(match: re.Match[str]) -> str:
    return "\N{REPLACEMENT CHARACTER}" if "\ud800" <= match[0] <= "\udfff" else ""


def _finalize(value: Any) -> Markup:
    if isinstance(value, Markup):
        return value
    return Markup("") if value is None else encode(value)


def number(value: int) -> str:
    """`12345` as `12,345`."""
    return f"{value:,}"


def lined(values: Iterable[str]) -> Markup:
    """Lines one below the other, for text that keeps its line ends and its indentation.

    Blanks before a line are entities, which `render` does not take for the indentation of a template.
    """
    return Markup("\n").join(
        Markup("&#32;") * (len(value) - len(value.lstrip(" "))) + encode(value.lstrip(" "))
        for value in values
    )


def counted(value: int, one: str, many: str | None = None) -> str:
    """`1 article`, `2 articles`, `no articles`."""
    if value == 1:
        return f"1 {one}"
    return f"{number(value) if value else 'no'} {many or one + 's'}"


def named(value: int, one: str, many: str) -> str:
    """The word alone, in lower case: `state`, `states`."""
    return one.lower() if value == 1 else many.lower()


def more(value: int) -> str:
    """`1 more`, `25 more`."""
    return f"{number(value)} more"


def render_macro(template: str, macro: str, *values: Any) -> str:
    """What one macro of a template makes of the values, as it stands on a page."""
    made: str = getattr(environment().get_template(template).module, macro)(*values)
    return "\n".join(line for line in map(str.strip, made.splitlines()) if line)


@cache
def environment() -> Environment:
    """The templates of this package; an unknown name in one of them is an error, not an empty string."""
    made = Environment(
        loader=PackageLoader("generator.present"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["heading"] = encode_heading
    made.filters["number"] = number
    made.filters["lined"] = lined
    made.filters["counted"] = counted
    made.filters["named"] = named
    made.filters["more"] = more
    return made


def render(template: str, values: Mapping[str, Any]) -> str:
    """The template's Markdown, without the indentation that makes templates readable and Markdown code."""
    made = environment().get_template(template).render(values)
    lines = [line.strip() for line in made.splitlines()]
    kept = [line for before, line in zip(["", *lines], lines, strict=False) if line or before]
    return "\n".join(kept).strip() + "\n"
