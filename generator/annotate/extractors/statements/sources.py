"""Statements marked by no verb: "according to ...", a colon after a name, the turns of an interview.

In: a `Ground`. Out: drafts. A colon counts only behind an actor at the start of a paragraph, where headlines,
transcripts and interviews put it.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.drafts import Draft, Speaker
from generator.annotate.extractors.statements.spans import QUOTES, noun_phrase, subtree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.statements.ground import Ground
    from generator.model.article import Paragraph, Span

LONGEST_NAME = 5
"""Most words before the colon of a turn."""
NAME_LENGTH = 60
"""Most characters before it."""
SHORTEST_TURN = 3
"""Fewest words of a turn."""


def find_source_phrases(ground: Ground) -> Iterator[Draft]:
    """“According to” and its like, with the rest of the sentence."""
    doc = ground.doc
    firsts = {phrase[0] for phrase in ground.cues.sources}
    for token in doc:
        if token.lower_ not in firsts:
            continue
        for phrase in ground.cues.sources:
            if tuple(t.lower_ for t in doc[token.i : token.i + len(phrase)]) == phrase:
                draft = _source(ground, token, len(phrase))
                if draft is not None:
                    yield draft
                break


def _source(ground: Ground, first: Token, length: int) -> Draft | None:
    doc = ground.doc
    last = doc[first.i + length - 1]
    head = next((c for c in last.children if c.dep_ == "pobj"), None)
    if head is None:
        return None
    speaker = ground.speakers.speaker(head) or _any_source(head)
    sentence = ground.sentence_at(first)
    phrase = subtree(first) | subtree(last)
    left, right = first.idx, max(speaker.span[1], *(doc[i].idx + len(doc[i]) for i in phrase))
    start, end = sentence.start_char, sentence.end_char
    content = [(start, left), (right, end)]
    return Draft(
        anchor=first.i,
        cue=(first.idx, last.idx + len(last)),
        speaker=speaker,
        content=[span for span in content if span[0] < span[1]],
        kind="says",
        rule="according to",
        region=(left, right),
        quotable=True,
    )


def _any_source(head: Token) -> Speaker:
    """After "according to" any noun names a source."""
    return Speaker(noun_phrase(head), head)


def find_turns(ground: Ground) -> Iterator[Draft]:
    """Turns, "NAME: words", at the start of a paragraph.

    The name must be an actor's; in an interview or transcript, where names come again or stand in capitals, any
    word may be a name.
    """
    openings = [opening for opening in map(partial(_opening, ground), ground.article.paragraphs) if opening]
    times = Counter(ground.article.quote(name) for name, _ in openings)
    for name, content in openings:
        span = ground.doc.char_span(*name, alignment_mode="expand")
        if span is None:
            continue
        words = ground.article.quote(name)
        speaks = words.isupper() and len(openings) > 1
        named = ground.speakers.is_actor(span.root) and not any(t.pos_ in {"VERB", "AUX"} for t in span)
        if named or speaks or times[words] > 1:
            yield _turn(ground, name, span.root, content, "name and colon")


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
                yield _turn(ground, (start, end), head, quotation.span, "name and quotation")


def _turn(ground: Ground, name: Span, head: Token, content: Span, rule: str) -> Draft:
    mark = ground.doc.char_span(name[1], name[1] + 1, alignment_mode="expand")
    return Draft(
        anchor=mark[0].i if mark else head.i,
        cue=(name[1], name[1] + 1),
        speaker=Speaker(name, head),
        content=[content],
        kind="says",
        rule=rule,
        region=(name[0], name[1] + 1),
    )


def _opening(ground: Ground, paragraph: Paragraph) -> tuple[Span, Span] | None:
    """Spans of the name and of the words of a turn."""
    start, end = paragraph.span
    text = ground.article.text
    while start < end and text[start] in QUOTES:
        start += 1
    colon = text.find(":", start, min(end, start + NAME_LENGTH))
    if (
        colon <= start
        or not text[colon + 1 : colon + 2].isspace()
        or text[start:colon].strip() != text[start:colon]
    ):
        return None
    words = text[start:colon].split()
    if len(words) > LONGEST_NAME or not words[0][0].isupper() or not words[-1][-1].isalnum():
        return None
    return ((start, colon), (colon + 1, end)) if len(text[colon + 1 : end].split()) >= SHORTEST_TURN else None
