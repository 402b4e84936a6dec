"""Spans of what is said: from tokens to tidy character spans.

In: sets of token indices, or character spans. Out: half-open character spans without leading "that", without commas
at the edges, without half a pair of quotation marks. Whole pairs of quotation marks stay: they are what tells a
reader that words are somebody's own.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Token

    from generator.annotate.extractors.statements.marks import Quotation
    from generator.model.article import Span

QUOTES = '"“”«»„‟'
EDGE = " \t\n\r\u00a0,;:–—-"
"""Characters that never begin or end what is said."""
OUTSIDE_NAME = frozenset({"relcl", "acl", "punct", "cc", "advcl", "parataxis", "ccomp"})
"""Dependents at the right edge of a noun phrase that tell about the speaker rather than name it."""


def subtree(token: Token, without: Iterable[Token] = ()) -> set[int]:
    """Indices of `token` and all that hangs on it, but for the subtrees of `without`."""
    left_out = {other.i for other in without}
    tokens: set[int] = set()
    queue = [token]
    while queue:
        current = queue.pop()
        if current.i in left_out:
            continue
        tokens.add(current.i)
        queue.extend(current.children)
    return tokens


def runs(doc: Doc, tokens: AbstractSet[int]) -> list[Span]:
    """Character spans of neighbouring tokens; gaps of mere punctuation or "and" are closed."""
    spans: list[Span] = []
    last = None
    for i in sorted(tokens):
        token = doc[i]
        if token.is_space:
            continue
        end = token.idx + len(token)
        if last is not None and (last == i - 1 or _joins(doc, last, i)):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((token.idx, end))
        last = i
    return spans


def _joins(doc: Doc, first: int, last: int) -> bool:
    """True where mere punctuation or "and" stands between two tokens of one line."""
    return all(
        (t.is_space or t.is_punct or t.dep_ == "cc") and "\n" not in t.text for t in doc[first + 1 : last]
    )


def tidy(text: str, spans: Iterable[Span], quotations: Sequence[Quotation] = ()) -> list[Span]:
    """Spans in order, merged, trimmed, grown to the quotations they mostly hold; empty ones left out."""
    trimmed = (_trim(text, *_snap(text, *span, quotations)) for span in sorted(spans))
    merged: list[Span] = []
    for start, end in trimmed:
        if not any(map(str.isalnum, text[start:end])):
            continue
        if merged and not text[merged[-1][1] : start].strip(" ,\u00a0"):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _snap(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> Span:
    """The span, grown over each quotation of which it holds more than half."""
    near = bisect_left(quotations, start, key=lambda one: one.end)
    edges: set[int] = set()
    for number in range(near, len(quotations)):
        quotation = quotations[number]
        if quotation.start >= end:
            break
        edges |= {quotation.start, quotation.end - 1}
        shared = min(end, quotation.end) - max(start, quotation.start)
        if 2 * shared > quotation.end - quotation.start:
            start, end = min(start, quotation.start), max(end, quotation.end)
    start, end = _strip(text, start, end)
    if text.startswith(("that ", "That "), start, end):
        start += len("that ")
    # Marks left over at an edge belong to a quotation that the span does not hold.
    if start < end and text[start] in QUOTES and start not in edges:
        start += 1
    if start < end and text[end - 1] in QUOTES and end - 1 not in edges:
        end -= 1
    return start, end


def _trim(text: str, start: int, end: int) -> Span:
    start, end = _strip(text, start, end)
    for word in (" and", " but", " or"):
        if text.endswith(word, start, end):
            start, end = _strip(text, start, end - len(word))
    if end - start > 1 and text[end - 1] == "." and not _abbreviated(text, start, end):
        end -= 1
    return _strip(text, start, end)


def _abbreviated(text: str, start: int, end: int) -> bool:
    """True for "U.S." and "J."."""
    return text[end - 2].isupper() and (end - 3 < start or not text[end - 3].isalpha())


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in EDGE or text[start] in ".?!)]"):
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def noun_phrase(head: Token) -> tuple[int, int]:
    """Characters of the noun phrase of `head`: with modifiers and appositions, without relative clauses."""
    tokens = {head.i}
    queue = [head]
    while queue:
        for child in queue.pop().children:
            if (
                child.dep_ in OUTSIDE_NAME
                or child.is_space
                or (child.dep_ == "prep" and child.lower_ == "as")
            ):
                continue
            tokens.add(child.i)
            queue.append(child)
    first, last = min(tokens), max(tokens)
    doc = head.doc
    if last + 1 < len(doc) and doc[last + 1].text == ")" and any(t.text == "(" for t in doc[first:last]):
        last += 1
    # A phrase does not run over a line end, whatever the parser thinks.
    for i in range(head.i, first, -1):
        if "\n" in doc[i - 1].text:
            first = i
            break
    for i in range(head.i, last):
        if "\n" in doc[i].text:
            last = i - 1 if i > head.i else head.i
            break
    return doc[first].idx, doc[last].idx + len(doc[last])
