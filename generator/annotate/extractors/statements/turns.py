"""Statements marked by no verb: the turns of an interview, and names before a quotation.

In: a `Ground`. Out: drafts. A colon counts only behind an actor at the start of a paragraph, where headlines,
transcripts and interviews put it; brackets only where a whole transcript has them, since agencies stand in them too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.drafts import Draft, Speaker
from generator.annotate.extractors.statements.spans import QUOTES, noun_phrase
from generator.lexicons import read_sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from generator.annotate.extractors.statements.ground import Ground
    from generator.model.article import Paragraph, Span

LONGEST_NAME = 5
"""Most words of a name that opens a turn."""
NAME_LENGTH = 60
"""Most characters of it."""
SHORTEST_TURN = 3
"""Fewest words of a turn."""
TRANSCRIPT = 3
"""Fewest turns, of two names at least, that make a transcript."""

_WORDS = re.compile(r"\W+")
_BRACKETS = re.compile(
    r"(?:\(\((?P<two>[^()\n]+)\)\)|\((?P<round>[^()\n]+)\)|\[(?P<square>[^\[\]\n]+)\]|<(?P<angle>[^<>\n]+)>)\s*:?\s*"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a turn."""

    name: Span
    mark: Span | None
    """The colon; `None` for a name in brackets."""
    content: Span


def find_turns(ground: Ground) -> Iterator[Draft]:
    """Turns, "NAME: words" or "[NAME] words", at the start of a paragraph, and the paragraphs in which they go on.

    The name before a colon must be an actor's; in an interview or transcript, where names come again or stand in
    capitals, any word may be a name. Names in brackets count where they make a transcript, and then no others do.
    """
    bracketed = [one for one in map(partial(_bracketed, ground), ground.article.paragraphs) if one]
    names = {ground.article.quote(one.name) for one in bracketed}
    transcript = len(bracketed) >= TRANSCRIPT and len(names) > 1
    openings = bracketed if transcript else list(_before_colons(ground))
    rule = "name in brackets" if openings is bracketed else "name and colon"
    heads = {one: _head(ground, one) for one in openings}
    for one, head in heads.items():
        if head is not None:
            yield _turn(ground, one, head, rule)
    yield from _going_on(ground, heads)


def _before_colons(ground: Ground) -> Iterator[Opening]:
    openings = [one for one in map(partial(_before_colon, ground), ground.article.paragraphs) if one]
    times = Counter(ground.article.quote(one.name) for one in openings)
    for one in openings:
        span = ground.doc.char_span(*one.name, alignment_mode="expand")
        if span is None:
            continue
        words = ground.article.quote(one.name)
        speaks = words.isupper() and len(openings) > 1
        named = ground.speakers.is_actor(span.root) and not any(t.pos_ in {"VERB", "AUX"} for t in span)
        if named or speaks or times[words] > 1:
            yield one


def _head(ground: Ground, opening: Opening) -> Token | None:
    span = ground.doc.char_span(*opening.name, alignment_mode="expand")
    return span.root if span is not None else None


def _going_on(ground: Ground, heads: Mapping[Opening, Token | None]) -> Iterator[Draft]:
    """The paragraphs between two turns of a transcript, which go on with the first.

    A heading ends a turn, and so does a quotation, which is put together elsewhere; after the last turn nobody knows.
    """
    times = Counter(ground.article.quote(one.name) for one in heads)
    if len(heads) < TRANSCRIPT or len(times) == 1:
        return
    opened_at = {one.content[1]: one for one in heads}
    *_, last = heads
    current: Opening | None = None
    for paragraph in ground.article.paragraphs:
        start, end = paragraph.span
        opening = opened_at.get(end)
        if opening is last:
            return
        if opening is not None:
            # A name that opens no other turn may be that of a headline.
            current = opening if times[ground.article.quote(opening.name)] > 1 else None
        elif paragraph.heading or ground.article.text[start] in QUOTES or _opens(ground, paragraph):
            current = None
        elif current is not None and (head := heads[current]) is not None:
            yield _turn(ground, Opening(current.name, None, (start, end)), head, "turn goes on")


def _opens(ground: Ground, paragraph: Paragraph) -> bool:
    """Whether somebody's turn begins here, also one too short for a statement."""
    return (_bracketed(ground, paragraph, 0) or _before_colon(ground, paragraph, 0)) is not None


def find_captions(ground: Ground) -> Iterator[Draft]:
    """Captions, "NAME: “words”", anywhere: a name and a colon right before a quotation."""
    text = ground.article.text
    for quotation in ground.quotations:
        colon = text.rfind(":", max(0, quotation.start - 4), quotation.start)
        if colon < 1 or text[colon + 1 : quotation.start].strip(" \u00a0"):
            continue
        mark = ground.doc.char_span(colon, colon + 1)
        if mark is None or mark[0].i == 0:
            continue
        head = mark[0].nbor(-1)
        while head.dep_ in {"pobj", "prep", "appos", "conj", "compound"} and head.head.i < head.i:
            head = head.head
        if head.pos_ in {"PROPN", "NOUN"} and ground.speakers.is_actor(head):
            start, end = noun_phrase(head)
            if end == colon:
                opening = Opening((start, end), (colon, colon + 1), quotation.span)
                yield _turn(ground, opening, head, "name and quotation")


def _turn(ground: Ground, opening: Opening, head: Token, rule: str) -> Draft:
    mark = opening.mark and ground.doc.char_span(*opening.mark, alignment_mode="expand")
    return Draft(
        anchor=mark[0].i if mark else head.i,
        cue=opening.mark,
        speaker=Speaker(opening.name, head),
        content=[opening.content],
        kind="asks" if ground.article.quote(opening.content).rstrip().endswith("?") else "says",
        rule=rule,
        region=(opening.name[0], opening.mark[1] if opening.mark else opening.content[0]),
    )


def _bracketed(ground: Ground, paragraph: Paragraph, least: int = SHORTEST_TURN) -> Opening | None:
    start, end = paragraph.span
    found = _BRACKETS.match(ground.article.text, start, end)
    if found is None or len(ground.article.text[found.end() : end].split()) < least:
        return None
    name = found.span(found.lastgroup or 0)
    return Opening(name, None, (found.end(), end)) if _is_name(ground.article.quote(name)) else None


def _before_colon(ground: Ground, paragraph: Paragraph, least: int = SHORTEST_TURN) -> Opening | None:
    start, end = paragraph.span
    text = ground.article.text
    while start < end and text[start] in QUOTES:
        start += 1
    colon = text.find(":", start, min(end, start + NAME_LENGTH))
    if colon <= start or not text[colon + 1 : colon + 2].isspace() or not _is_name(text[start:colon]):
        return None
    if len(text[colon + 1 : end].split()) < least:
        return None
    return Opening((start, colon), (colon, colon + 1), (colon + 1, end))


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= LONGEST_NAME
        and len(text) <= NAME_LENGTH
        and text.strip() == text
        and words[0][0].isupper()
        and words[-1][-1].isalnum()
        # The line below a picture: "Lund at the gate. Photo: Herald".
        and read_sections("en", "notnames").get(_WORDS.split(words[-1])[-1].lower()) != "credit"
    )
