"""Offices written as names: "**Prime Minister** Ann Lee", "the **MP** for Arden", "the **Chilean Defense Minister**".

In: a doc and the tokens that names have taken. Out: `Mention` records of the office, not of whoever holds it: that is a
role. Several persons hold one office, so an office is nobody's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.reading import span_of
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind, Form, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

RULE = "office"
BEFORE = frozenset({"compound", "amod", "nmod", "nn"})
MOST_WORDS = 6
PLURAL = frozenset({"NNS", "NNPS"})
NO_OFFICE = frozenset({"CARDINAL", "DATE", "TIME", "ORDINAL", "MONEY", "PERCENT"})


def find_offices(doc: Doc, taken: set[int]) -> Iterator[Mention]:
    """Each office once, with the capitalised words before it; takes its tokens."""
    index = 0
    while index < len(doc):
        end = _end(doc, index, taken)
        if end is None:
            index += 1
            continue
        start = _start(doc, index, taken)
        words = doc[start:end]
        index = end
        if not _is_written_as_name(doc, start, end):
            continue
        taken.update(range(start, end))
        place = next((one for token in words if (one := load_gazetteer().by_demonym.get(token.text))), None)
        core = [token for token in words if place is None or token.text not in place.demonyms]
        yield Mention(
            span=span_of(words),
            head=span_of(doc[end - 1]),
            form=Form.DESCRIPTION,
            kind=ActorKind.THING,
            name=" ".join(token.text for token in core),
            affiliation=place.key if place else None,
            rule=RULE,
        )


def _end(doc: Doc, index: int, taken: set[int]) -> int | None:
    """Where the office that begins at a token ends: the longest entry of the lexicon, all capitalised."""
    titles = read_sections("en", "titles")
    for end in range(min(index + 4, len(doc)), index, -1):
        words = doc[index:end]
        if titles.get(words.text.lower()) == "office" and all(
            token.i not in taken and (token.text[0].isupper() or (token.i > index and token.lower_ == "of"))
            for token in words
        ):
            return end
    return None


def _start(doc: Doc, index: int, taken: set[int]) -> int:
    """The first of the capitalised words that belong to the office ("Chilean Defense"); "MP" and "CEO" have none."""
    start = index
    if doc[index].is_upper:
        return start
    while start and index - start < MOST_WORDS and _belongs(doc[start - 1], taken):
        start -= 1
    return start


def _belongs(token: Token, taken: set[int]) -> bool:
    return (
        token.i not in taken
        and token.text[0].isupper()
        and token.is_alpha
        and token.dep_ in BEFORE
        and not token.is_sent_start
        and token.ent_type_ not in NO_OFFICE
        and (token.ent_type_ != "NORP" or token.text in load_gazetteer().by_demonym)
        and read_sections("en", "titles").get(token.lower_) != "address"
    )


def _is_written_as_name(doc: Doc, start: int, end: int) -> bool:
    """Capitals mean a name in the middle of a sentence; at its start only before a name or in several words."""
    if doc[end - 1].tag_ in PLURAL:
        return False
    if not doc[start].is_sent_start and not _opens_quotation(doc, start):
        return True
    after = doc[end] if end < len(doc) else None
    before_name = after is not None and after.text[0].isupper() and after.pos_ == "PROPN"
    whole = all(token.text[0].isupper() for token in doc[start:end] if token.lower_ != "of")
    return before_name or (whole and end - start > 1)


def _opens_quotation(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].is_quote
