"""Conditions: what must be first, in a clause or a phrase of its own.

In: tokens of what somebody says, or of the article's own words. Out: drafts of conditions, from the word that opens
one ("unless", "contingent on", "only through") to the end of what hangs on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.positions.needs import Draft
from generator.annotate.phrases import below, subject_of
from generator.model.findings import Stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from generator.annotate.extractors.positions.lexicon import Words

SOURCES = frozenset({"from", "by", "of"})


def find_conditions(tokens: Sequence[Token], words: Words, *, own: bool) -> Iterator[Draft]:
    """Conditions that open among the tokens; the article's own words make fewer of them."""
    taken = -1
    for place, token in enumerate(tokens):
        if token.i <= taken:
            continue
        for sequence, rule in words.openings.get(token.lower_, ()):
            opening = tokens[place : place + len(sequence)]
            if tuple(one.lower_ for one in opening) != sequence:
                continue
            if own and (sequence not in words.own_conditions or not _general(opening[-1])):
                break
            if not _opens(opening, rule):
                break
            held = _scope(opening, tokens, rule)
            if held:
                taken = opening[-1].i
                yield Draft(Stand.CONDITION, tuple(opening), held, _who(held, opening[-1]), rule)
            break


def _opens(opening: Sequence[Token], rule: str) -> bool:
    """“provided” is a condition only where a clause follows and nobody provides anything."""
    first, last = opening[0], opening[-1]
    if first.lower_ in {"provided", "providing"} and len(opening) == 1:
        before = first.nbor(-1) if first.i else first
        return before.text == "," and any(one.dep_ in {"ccomp", "dobj"} for one in first.children)
    if first.lower_ == "subject" and first.pos_ == "VERB":
        return False
    if (
        first.lower_ == "only"
        and rule == "condition phrase"
        and last.lower_ in {"with", "by", "on", "through"}
    ):
        return any(one.dep_ in {"pobj", "pcomp"} for one in last.children)
    if first.lower_ in {"as", "so"} and opening[1].lower_ == "long":
        return any(one.dep_ in {"nsubj", "nsubjpass", "expl"} for one in last.head.children)
    return True


def _general(last: Token) -> bool:
    """True where the clause around says what can be, or holds always: "only by talking can ..."."""
    verbs = [one for one in last.ancestors if one.pos_ in {"VERB", "AUX"}]
    if not verbs:
        return False
    main = verbs[-1]
    modal = any(one.tag_ == "MD" for one in last.sent)
    return modal or main.tag_ in {"VBZ", "VBP"}


def _scope(opening: Sequence[Token], region: Sequence[Token], rule: str) -> set[int]:
    """The clause or phrase behind the opening words, with these."""
    first, last = opening[0], opening[-1]
    end = region[-1].i
    own = {one.i for one in opening}
    head = last
    if rule == "condition clause":
        head = last.head if last.dep_ in {"mark", "advmod", "prep"} and last.head.i > last.i else last
        if last.lower_ in {"provided", "providing"}:
            head = last
        if head == last and last.lower_ == "that" and last.head.i > last.i:
            head = last.head
    held = {i for i in below(head) if first.i <= i <= end} | own
    if len(held) <= len(own):
        held = own | set(_until_comma(last, end))
    return held if len(held) > len(own) else set()


def _until_comma(last: Token, end: int) -> Iterator[int]:
    for token in last.doc[last.i + 1 : end + 1]:
        if token.text in {",", ";", ".", "—"}:
            return
        yield token.i


def _who(held: set[int], last: Token) -> Token | None:
    """Who is to fulfil it: the subject of its clause, or the name behind "from" or "by"."""
    doc = last.doc
    for index in sorted(held):
        if doc[index].dep_ == "nsubj" and doc[index].head.i in held:
            subject = subject_of(doc[index].head)
            return subject if subject is not None and subject.i in held else None
    for index in sorted(held):
        if doc[index].dep_ == "pobj" and doc[index].head.lower_ in SOURCES and doc[index].i > last.i:
            return doc[index]
    return None
