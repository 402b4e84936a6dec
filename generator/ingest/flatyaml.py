"""The keys and values of front matter.

In: the lines between the fences. Out: one `Entry` a key, with its line. Only the parser's events are read and no
object is constructed, so that nothing in it can run, grow or nest; values stay the texts they were written as.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from generator.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_NULLS = ("", "~", "null", "Null", "NULL")
_ONE_A_LINE = "Write one “key: value” a line."
_QUOTE = "Put values that hold a colon, a quotation mark or a bracket in quotation marks."


class Entry(NamedTuple):
    """One key of a source."""

    key: str
    value: str
    """Empty where nothing is stated; the items of a list are joined by commas."""
    line: int | None = None
    """One-based line in the file."""


class FrontMatterError(Exception):
    """Front matter that cannot be used."""

    def __init__(self, message: str, line: int, hint: str) -> None:
        """Takes what a `Problem` says; `line` is one-based."""
        super().__init__(message)
        self.problem = Problem(severity=Severity.WARNING, message=message, line=line, hint=hint)


def read_entries(block: str, first_line: int) -> list[Entry]:
    """Every key of a block that starts at `first_line`; raises `FrontMatterError` where it is no flat mapping."""
    try:
        return list(_entries(_events(_without_pairs(block), first_line)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        what = f"The front matter is broken: {error.problem or error.context}."
        raise FrontMatterError(what, line, _QUOTE) from error
    except yaml.YAMLError as error:
        raise FrontMatterError("The front matter is broken.", first_line, _ONE_A_LINE) from error


def _without_pairs(block: str) -> str:
    """JSON writes characters beyond U+FFFF as two escapes, which YAML does not know."""
    return _PAIR.sub(
        lambda pair: bytes.fromhex(pair[1] + pair[2]).decode(
            "utf-16-be"
        ),  # a high and a low half, by the pattern
        block,
    )


def _events(block: str, first_line: int) -> Iterator[tuple[yaml.Event, int]]:
    """Events with their lines in the file; raises `FrontMatterError` at a reference."""
    for event in yaml.parse(block, Loader=_Loader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if getattr(event, "anchor", None):
            raise FrontMatterError("The front matter uses a reference.", line, "Write the value out.")
        yield event, line


def _entries(events: Iterator[tuple[yaml.Event, int]]) -> Iterator[Entry]:
    """Keys with their values, of a mapping whose values are texts or lists of texts."""
    depth = 0
    key: tuple[str, int] | None = None
    items: list[str] = []
    for event, line in events:
        if isinstance(event, yaml.ScalarEvent):
            value = "" if event.implicit[0] and event.value in _NULLS else event.value
            if depth == 0 and value:
                raise FrontMatterError("The front matter holds no keys.", line, _ONE_A_LINE)
            if depth == 1 and key is None:
                key = event.value, line
            elif depth == 1 and key is not None:
                yield Entry(key[0], value, key[1])
                key = None
            elif value:
                items.append(value)
        elif isinstance(event, yaml.CollectionStartEvent):
            mapping = isinstance(event, yaml.MappingStartEvent)
            if depth == 0 and not mapping:
                raise FrontMatterError("The front matter holds no keys.", line, _ONE_A_LINE)
            if depth > 0 and (mapping or depth > 1 or key is None):
                raise FrontMatterError("The front matter has values within values.", line, _ONE_A_LINE)
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth == 1 and key is not None:
                yield Entry(key[0], ", ".join(items), key[1])
                key, items = None, []
