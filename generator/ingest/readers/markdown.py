"""Markdown, with or without front matter.

In: the bytes of a `.md` file. Out: a `Draft` with one paragraph a line, without its markup. A CommonMark parser
decides what is markup, so that everything else, HTML tags included, stays the literal text it is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from generator.errors import Problem, Severity
from generator.ingest.decode import decode
from generator.ingest.draft import Draft, Reader
from generator.ingest.frontmatter import split_front_matter
from generator.ingest.normalise import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

CELL_BREAK = " | "
"""Stands between the cells of a table's row."""
DEEPEST = 40
"""Levels of nesting, two for each list; what lies deeper the parser leaves out, and each costs time."""
MOST_SIGNS = 50_000
"""Signs of markup in a text: more are no writing, and cost the parser minutes."""


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables; without HTML, and without code by indentation, which prose has by accident."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST})
    return parser.enable(["table", "strikethrough"]).disable("code")


def read_markdown(content: bytes) -> Draft:
    """The draft of a Markdown text; raises `UnreadableError` where the bytes are no text."""
    decoded = decode(content)
    front = split_front_matter(clean(decoded.text))
    if sum(map(front.body.count, "[]*_`|<")) > MOST_SIGNS:
        problem = Problem(
            severity=Severity.WARNING,
            message=f"It has more than {MOST_SIGNS:,} signs of markup, so it was read as plain text.",
            hint="Split it, or remove the markup.",
        )
        problems = (*decoded.problems, *front.problems, problem)
        return Draft(text=front.body, metadata=front.metadata, problems=problems)
    tokens = _parser().parse(front.body)
    return Draft(
        text="\n".join(_blocks(tokens)),
        metadata=front.metadata,
        heading=bool(tokens) and tokens[0].type == "heading_open",
        problems=decoded.problems + front.problems,
    )


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """The texts of the document's blocks, in order."""
    number = ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            # "1991. It was ..." is a list for the parser: the number must not be lost.
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield CELL_BREAK.join(cells or ())
            cells = None
        elif token.type == "inline":
            text = _words(token.children or ())
            if cells is not None:
                cells.append(text)
            else:
                yield number + text
                number = ""
        elif token.type == "fence":
            yield token.content


def _words(tokens: Iterable[Token]) -> str:
    """The words of one block: markup gone, links and images by their text."""
    parts: list[str] = []
    for token in tokens:
        if token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
        elif token.type == "image":
            parts.append(_words(token.children or ()))
        else:
            parts.append(token.content)
    return "".join(parts)


READER = Reader(suffixes=(".md", ".markdown"), read=read_markdown)
