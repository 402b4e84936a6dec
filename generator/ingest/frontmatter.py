"""The lines between `---` at the top of a file.

In: cleaned text. Out: the body, what the front matter states, and what is wrong with it. It is read as a flat list
of keys and texts from the parser's events: nothing is constructed, so that nothing in it can do harm or grow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from generator.errors import Problem, Severity
from generator.ingest.draft import Metadata
from generator.ingest.metadata import Entry, read_metadata

MOST_LINES = 200
MOST_CHARACTERS = 20_000
"""Front matter longer than this is none."""

_FENCE = re.compile(r"---[ \t]*")
_KEY_LINE = re.compile(r"[A-Za-z_][\w -]{0,30}:(?:\s|$)")
_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A file's text in two parts."""

    body: str
    metadata: Metadata = field(default_factory=Metadata)
    problems: tuple[Problem, ...] = ()


class _FlawError(Exception):
    """Front matter that cannot be used: message, line in the file and hint."""

    def __init__(self, message: str, line: int, hint: str) -> None:
        super().__init__(message)
        self.problem = Problem(severity=Severity.WARNING, message=message, line=line, hint=hint)


def split_front_matter(text: str) -> FrontMatter:
    """Body and metadata; text without front matter is all body."""
    start = len(text) - len(text.lstrip("\n"))
    lines = text[start : start + MOST_CHARACTERS].split("\n")[: MOST_LINES + 1]
    if not _FENCE.fullmatch(lines[0]):
        return FrontMatter(body=text)
    end = next((n for n, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
    if end is None:
        return _unclosed(text, lines, start)
    after = start + sum(len(line) + 1 for line in lines[: end + 1])
    block = "\n".join(lines[1:end])
    try:
        entries = _entries(block, start + 2)
    except _FlawError as flaw:
        # Lines that are no keys at all are somebody's text between two rules.
        keys = any(_KEY_LINE.match(line) for line in lines[1:end])
        return FrontMatter(body=text[after:] if keys else f"{block}\n{text[after:]}", problems=(flaw.problem,))
    metadata, problems = read_metadata(entries)
    return FrontMatter(body=text[after:], metadata=metadata, problems=problems)


def _unclosed(text: str, lines: list[str], start: int) -> FrontMatter:
    """Without a second fence: key lines at the top are left out of the text; without any it is no front matter."""
    end = next((n for n, line in enumerate(lines[1:], 1) if not _KEY_LINE.match(line)), len(lines))
    after = start + sum(len(line) + 1 for line in lines[:end])
    if end == 1:
        return FrontMatter(body=text[after:])
    flaw = _FlawError(
        "The front matter is not closed, so it was left out.",
        start + 1,
        "Put a line of three hyphens after its last key.",
    )
    return FrontMatter(body=text[after:], problems=(flaw.problem,))


def _entries(block: str, first_line: int) -> list[Entry]:
    """Keys and values with their lines; raises `_FlawError` where the block is no flat mapping."""
    # JSON writes characters beyond the sixteenth bit as two escapes, which YAML does not know.
    block = _PAIR.sub(lambda pair: chr(0x10000 + (int(pair[1], 16) - 0xD800) * 0x400 + int(pair[2], 16) - 0xDC00), block)
    entries: list[Entry] = []
    depth, key, key_line, parts = 0, None, 0, []
    try:
        for event in yaml.parse(block, Loader=_Loader):
            line = first_line + event.start_mark.line
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise _FlawError("The front matter uses an anchor or alias.", line, "Write the value out.")
            if isinstance(event, yaml.CollectionStartEvent):
                if depth == 0 and not isinstance(event, yaml.MappingStartEvent):
                    raise _no_mapping(line)
                if depth and (key is None or depth > 1 or isinstance(event, yaml.MappingStartEvent)):
                    raise _FlawError("The front matter is nested.", line, "Write one “key: value” a line.")
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                if depth == 1 and key is not None:
                    entries.append(Entry(key, ", ".join(parts), key_line))
                    key, parts = None, []
            elif isinstance(event, yaml.ScalarEvent):
                if depth == 0 and (event.value or not event.implicit[0]):
                    raise _no_mapping(line)
                if depth == 1 and key is None:
                    key, key_line = event.value, line
                elif depth == 1 and key is not None:
                    null = event.implicit[0] and event.value in ("", "~", "null")
                    entries.append(Entry(key, "" if null else event.value, key_line))
                    key = None
                elif depth == 2:
                    parts.append(event.value)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise _FlawError(
            f"The front matter is broken: {error.problem or error.context}.",
            line,
            "Put values that hold a colon, a quotation mark or a bracket in quotation marks.",
        ) from error
    except yaml.YAMLError as error:
        raise _FlawError("The front matter is broken.", first_line, "Write one “key: value” a line.") from error
    return entries


def _no_mapping(line: int) -> _FlawError:
    return _FlawError("The front matter holds no keys.", line, "Write one “key: value” a line.")
