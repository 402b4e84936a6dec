"""Where a name begins and ends: titles, prepositions and marks go, what a hyphen joins to it stays.

In: a model's entity as a span. Out: the span of the name itself, or `None` where nothing is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lexicons import load_gazetteer, read_sections

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

NEVER_INSIDE = frozenset("after amid before despite during since until".split())
"""Lower-case words that end a name."""
NEVER_LAST = frozenset("in of for the and with at to on if by".split())
"""Words that end no name, however headlines write them."""
PASSING = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "VERB", "AUX"})
OPENING = frozenset('(“”«»"')
"""Marks that end it; an apostrophe may stand inside one."""
EDGE = frozenset("\"'’‘“”«»()[]{}<>,;:!?*_`|/\\-–—•·#=+~^")
MOST_TITLED = 2
"""Words of a name that may be an office and one name ("Pope Francis"), which is all that some persons are called."""
TRADES = ("ologist", "ician")
"""Ends of words for what somebody does for a living, that no first name has."""
NICKNAME = 4
"""Words of a nickname in quotation marks and the surname behind it."""
CALLED = frozenset({"king", "queen", "prince", "princess", "emperor", "sultan", "emir", "sheikh", "pope"})
"""Titles that are part of the name under which everybody knows their bearer."""


def before_preposition(ent: DocSpan) -> DocSpan:
    """“Oslo before Easter”, "Ann “Tig”": no name goes on behind these words and marks, unlike behind "of" or "for"."""
    cut = next((token.i for token in ent[1:] if token.text in NEVER_INSIDE | OPENING), ent.end)
    return ent.doc[ent.start : cut]


def without_country(ent: DocSpan) -> DocSpan:
    """“the ambassador to Chile Ann Lee”: the model takes the country for a first name."""
    if len(ent) > 2 and ent[0].text in load_gazetteer().by_name:
        return ent[1:]
    return ent


def without_office(span: DocSpan) -> DocSpan:
    """“Representative Ann Lee”: the model takes an office for a first name; "Pope Francis" is called so."""
    first = span[0].lower_
    if len(span) > MOST_TITLED and first.endswith(TRADES):
        return span[1:]
    if len(span) > MOST_TITLED and read_sections("en", "agents").get(first) in {"expert", "role"}:
        return span[1:]
    if len(span) > MOST_TITLED and read_sections("en", "titles").get(first) == "office":
        return span if span[0].lower_ in CALLED else span[1:]
    return span


def without_number(span: DocSpan) -> DocSpan:
    """“Ann Lee 16 times”: a figure behind a person belongs to the sentence."""
    end = span.end
    while end > span.start + 1 and span.doc[end - 1].text.isdigit():
        end -= 1
    return span.doc[span.start : end]


def whole(span: DocSpan) -> DocSpan:
    """With what a hyphen or dash joins to it: "Ann Lee**-Holm**", "**Export–**Import Bank"."""
    doc = span.doc
    start, end = span.start, span.end
    if len(span) > 1 and end + 1 < len(doc) and _joined(doc[end], doc[end + 1]):
        end += 2
    if _is_nicknamed(doc[end : end + NICKNAME]):
        end += NICKNAME
    if len(span) > 1 and start > 1 and _joined(doc[start - 1], doc[start - 2]):
        start -= 2
    return doc[start:end]


def _is_nicknamed(rest: DocSpan) -> bool:
    """“Ann **“Tig” Lee**”, behind the given name."""
    return (
        len(rest) == NICKNAME
        and rest[0].is_quote
        and rest[2].is_quote
        and rest[1].text[0].isupper()
        and rest[3].pos_ == "PROPN"
        and rest[3].text[0].isupper()
    )


def with_rest(span: DocSpan) -> DocSpan:
    """With the words that "and" joins to a body's field of work.

    “the Centre for Justice **and Care**”, “the **Free and** Fair Elections Foundation”.
    """
    doc, start, end = span.doc, span.start, span.end
    bodies = read_sections("en", "bodies")
    inner = any(token.lower_ in {"for", "of", "on"} for token in span[1:-1])
    if span[0].lower_ in bodies and inner and end + 1 < len(doc) and doc[end].lower_ == "and":
        behind = doc[end + 1]
        over = end + 2 < len(doc) and doc[end + 2].pos_ in {"PROPN", "CCONJ"}
        if _is_free(behind) and not over:
            end += 2
    if span[-1].lower_ in bodies and start > 1 and doc[start - 1].lower_ in {"and", "&"}:
        first = start - 1
        while first and _is_free(doc[first - 1]):
            first -= 1
        if first < start - 1 and first and doc[first - 1].lower_ == "the":
            start = first
    return doc[start:end]


def _is_free(token: Token) -> bool:
    """A capitalised word that is no name of its own."""
    known = load_gazetteer()
    return (
        token.text.istitle()
        and token.is_alpha
        and not token.is_stop
        and not token.is_sent_start
        and token.ent_type_ in {"", "ORG"}
        and token.text not in known.by_name
        and token.text not in known.by_demonym
        and token.lower_ not in read_sections("en", "bodies")
    )


def _joined(mark: Token, word: Token) -> bool:
    gap = mark.nbor(-1).whitespace_ or mark.whitespace_
    known = load_gazetteer()
    return (
        mark.text in {"-", "–"}
        and not gap
        and word.pos_ == "PROPN"
        and word.text.istitle()
        and word.text not in known.by_name
        and word.text not in known.by_demonym
    )


def trimmed(span: DocSpan) -> DocSpan | None:
    """Without marks, articles, prepositions and forms of address at its edges."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and _is_edge(doc[start], first=True):
        start += 1
    while start < end and _is_edge(doc[end - 1], first=False):
        end -= 1
    return doc[start:end] if start < end else None


def _is_edge(token: Token, *, first: bool) -> bool:
    if token.is_space or token.text[0] in EDGE or token.tag_ == "POS" or token.lower_ in {"'s", "’s"}:
        return True
    if first:
        section = read_sections("en", "titles").get(token.lower_)
        return token.pos_ in {"DET", "ADP", "CCONJ", "PRON"} or section == "address" or _is_common(token)
    return token.lower_ in NEVER_LAST or (token.pos_ in PASSING and token.is_lower)


def _is_common(token: Token) -> bool:
    """Lower-case words at the front ("former", "then") that are no particle of a name ("al-", "de")."""
    return token.is_lower and token.is_alpha and len(token) > 3
