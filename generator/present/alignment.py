"""Two articles side by side, sentences that tell the same level with each other.

In: a pair of articles and the sentences that match. Out: rows. The longest run of matches that keeps the order of both
texts sets the rows; what stands between two of them is what only one has there. A match that crosses is named by a link.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.evidence import shorten
from generator.present.publishing import is_withheld, may_be_read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.comparison import ArticlePair, Match
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

SENTENCES = 250
"""Most sentences of an article on the page; the article's own page has all."""
LONGEST = 900
"""Most characters of a sentence."""
OPEN = 4
"""Sentences in a row that only one article has, before the others are folded away."""
STEM = 4
"""Fewest letters of a shared word by which its other forms are known."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a sentence."""

    text: str
    shared: bool
    """True for a word that both sentences have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence."""

    url: str
    paragraph: int | None
    """`None` in the headline."""
    pieces: tuple[Piece, ...]
    across: str | None
    """Address of the sentence that tells the same at another place of the other article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands level."""

    together: bool
    """True where both sentences tell the same."""
    left: tuple[Line, ...]
    left_more: tuple[Line, ...]
    """Folded away."""
    right: tuple[Line, ...]
    right_more: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Both texts."""

    rows: tuple[Row, ...]
    matches: int
    left_out: int
    """Sentences beyond those shown, of both."""
    withheld: int
    """Sentences of both that are not published."""


def align(pair: ArticlePair, briefing: Briefing, place: Place) -> Alignment | None:
    """The rows of the two articles; `None` where one of them is not shown sentence by sentence."""
    if not all(may_be_read(briefing.articles[one]) for one in (pair.a, pair.b)):
        return None
    left, right = briefing.findings[pair.a].sentences, briefing.findings[pair.b].sentences
    matches = sorted(
        (one for one in pair.matches if max(_number(one.a), _number(one.b)) < SENTENCES),
        key=lambda one: (_number(one.a), _number(one.b)),
    )
    level = _in_order(matches)
    by_a, by_b = {one.a: one for one in matches}, {one.b: one for one in matches}
    straight = {one.a for one in level}

    def line(article: str, number: int) -> Line:
        here = article == pair.a
        key = f"s{number + 1}"
        match = (by_a if here else by_b).get(key)
        across = None
        if match and match.a not in straight:
            across = place.article(pair.b, match.b) if here else place.article(pair.a, match.a)
        sentence = briefing.findings[article].sentences[number]
        text = " ".join(shorten(briefing.articles[article].quote(sentence.span), LONGEST).split())
        return Line(
            url=place.article(article, key),
            paragraph=briefing.paragraphs[article][sentence.paragraph],
            pieces=_pieces(text, match.words if match else ()),
            across=across,
        )

    hidden = {one: _withheld(one, briefing) for one in (pair.a, pair.b)}
    rows: list[Row] = []
    at_a = at_b = 0
    ends = (min(len(left), SENTENCES), min(len(right), SENTENCES))
    for match in [*level, None]:
        to_a, to_b = (_number(match.a), _number(match.b)) if match else ends
        only_a = [line(pair.a, number) for number in range(at_a, to_a) if number not in hidden[pair.a]]
        only_b = [line(pair.b, number) for number in range(at_b, to_b) if number not in hidden[pair.b]]
        if only_a or only_b:
            rows.append(_apart(only_a, only_b))
        if match:
            rows.append(_row([line(pair.a, to_a)], [line(pair.b, to_b)], together=True))
        at_a, at_b = to_a + 1, to_b + 1
    over = max(0, len(left) - SENTENCES) + max(0, len(right) - SENTENCES)
    withheld = sum(len(one) for one in hidden.values())
    return Alignment(rows=tuple(rows), matches=len(matches), left_out=over, withheld=withheld)


def _withheld(article: str, briefing: Briefing) -> set[int]:
    """Numbers of the sentences that are not published."""
    sentences = briefing.findings[article].sentences
    return {
        number for number, one in enumerate(sentences) if is_withheld(briefing.articles[article], one.span)
    }


def _number(sentence: str) -> int:
    return int(sentence.removeprefix("s")) - 1


def _in_order(matches: Sequence[Match]) -> list[Match]:
    """The longest run of matches that grows in both texts (patience sorting); matches come in the order of the first."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for place, one in enumerate(matches):
        number = _number(one.b)
        pile = bisect_left(tops, number)
        before.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(number)
            piles.append(place)
        else:
            tops[pile], piles[pile] = number, place
    run: list[Match] = []
    at = piles[-1] if piles else -1
    while at >= 0:
        run.append(matches[at])
        at = before[at]
    return run[::-1]


def _apart(left: list[Line], right: list[Line]) -> Row:
    return _row(left, right, together=False)


def _row(left: list[Line], right: list[Line], *, together: bool) -> Row:
    return Row(
        together=together,
        left=tuple(left[:OPEN]),
        left_more=tuple(left[OPEN:]),
        right=tuple(right[:OPEN]),
        right_more=tuple(right[OPEN:]),
    )


def _pieces(text: str, shared: Sequence[str]) -> tuple[Piece, ...]:
    """The sentence, cut at words that are shared or begin like a shared one."""
    pieces: list[Piece] = []
    words = {word.casefold() for word in shared}
    stems = tuple(word for word in words if len(word) >= STEM)
    position = 0
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        if word in words or (stems and word.startswith(stems)):
            if position < found.start():
                pieces.append(Piece(text=text[position : found.start()], shared=False))
            pieces.append(Piece(text=found[0], shared=True))
            position = found.end()
    if position < len(text):
        pieces.append(Piece(text=text[position:], shared=False))
    return tuple(pieces)
