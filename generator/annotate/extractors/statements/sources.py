"""Statements marked by no verb: "according to ...", a colon after a name, the turns of an interview.

In: a `Ground`. Out: drafts. A colon counts only behind an actor at the start of a paragraph, where headlines,
transcripts and interviews put it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.drafts import Draft, Speaker
from generator.annotate.extractors.statements.spans import subtree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.statements.ground import Ground

LONGEST_NAME = 6
"""Most tokens before the colon of a turn."""


def find_source_phrases(ground: Ground) -> Iterator[Draft]:
    """“According to” and its like, with the rest of the sentence."""
    doc = ground.doc
    for sentence in ground.sentences:
        for token in sentence:
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
    speaker = ground.speakers.speaker(head) or _any_source(ground, head)
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


def _any_source(ground: Ground, head: Token) -> Speaker:
    """After "according to" any noun names a source."""
    from generator.annotate.extractors.statements.speakers import noun_phrase

    return Speaker(noun_phrase(head), head)


def find_turns(ground: Ground) -> Iterator[Draft]:
    """“NAME: words” at the start of a paragraph."""
    doc = ground.doc
    text = ground.article.text
    for paragraph in ground.article.paragraphs:
        start, end = paragraph.span
        colon = text.find(":", start, min(end, start + 80))
        if colon < 0 or text[colon + 1 : colon + 2] not in {" ", "\u00a0", "\t"}:
            continue
        span = doc.char_span(start, colon, alignment_mode="contract")
        if span is None or not 0 < len(span) <= LONGEST_NAME or any(t.pos_ in {"VERB", "AUX"} for t in span):
            continue
        words = text[colon + 1 : end].split()
        if len(words) < 3 or not ground.speakers.is_actor(span.root):
            continue
        mark = doc.char_span(colon, colon + 1, alignment_mode="expand")
        yield Draft(
            anchor=mark[0].i if mark is not None and len(mark) else span.root.i,
            cue=(colon, colon + 1),
            speaker=Speaker((start, colon), span.root),
            content=[(colon + 1, end)],
            kind="says",
            rule="name and colon",
            region=(start, colon + 1),
        )
