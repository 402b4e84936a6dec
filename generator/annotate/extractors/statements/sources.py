"""Statements marked by a source and no verb: "according to ...".

In: a `Ground`. Out: drafts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.drafts import Draft, Speaker
from generator.annotate.extractors.statements.spans import noun_phrase, runs, subtree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.statements.ground import Ground


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


def find_surveys(ground: Ground) -> Iterator[Draft]:
    """“In a poll released on Sunday, half of the voters ...”: what the poll says."""
    for token in ground.doc:
        if token.lower_ != "in" or token.dep_ != "prep" or token.head.pos_ not in {"VERB", "AUX"}:
            continue
        head = next((c for c in token.children if c.dep_ == "pobj"), None)
        if head is None or ground.cues.lemma(head) not in ground.cues.surveys or ground.quoted(token):
            continue
        subject = next((c for c in token.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None or not _counts(subject):
            continue
        draft = _source(ground, token, 1)
        if draft is not None:
            draft.quotable = False
            yield draft


def find_hearsay(ground: Ground) -> Iterator[Draft]:
    """“The bank reportedly closed”: somebody says so whom the text does not name."""
    for token in ground.doc:
        verb = token.head
        if token.lower_ not in ground.cues.hearsay or token.dep_ != "advmod" or ground.quoted(token):
            continue
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"amod", "acl"}:
            continue
        words = subtree(verb, [token, *(c for c in verb.children if c.dep_ in {"mark", "cc", "conj"})])
        yield Draft(
            anchor=token.i,
            cue=(token.idx, token.idx + len(token)),
            speaker=None,
            content=runs(ground.doc, words),
            kind="claims",
            rule="hearsay",
            region=(token.idx, token.idx + len(token)),
        )


def _counts(subject: Token) -> bool:
    """True for a number or share of those asked, of which a poll tells."""
    return subject.pos_ == "NUM" or any(
        c.pos_ == "NUM" or c.lower_ in {"most", "majority", "half", "third", "quarter"}
        for c in subject.subtree
    )


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
