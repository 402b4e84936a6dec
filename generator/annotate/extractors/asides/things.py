"""Names of things: prizes, competitions, works, laws, products, and names of which nothing says what they are.

In: a doc and the tokens that names of actors have taken. Out: `Mention` records. First come the model's entities of these
kinds, then what is left of capitalised words in the middle of a sentence: English writes nothing else so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.reading import span_of
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind, Form, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

THINGS = frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
NAMES = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "NORP"})
NUMBERS = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL", "PERCENT", "LANGUAGE"})
EDGE = frozenset("\"'’‘“”«»()[]{}<>,;:!?*_`|/\\-–—•·#=+~^.")
INNER = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "a", "at", "&", "de", "'s", "’s", ":", "-", "–"}
)
ENDS = frozenset({".", "?", "!"})
JOINING = frozenset({"of", "for"})
MOST_WORDS = 8
MOST_CHARACTERS = 90
CURRENCY = 3
"""Letters of a currency's code, which stands before a number."""
LEAST = 2
"""Letters of a name."""


def find_events(doc: Doc, taken: set[int], places: set[int]) -> list[Mention]:
    """Events and works named after a place ("the **Peru War**"), in which the place stays a name of its own."""
    found = []
    for ent in doc.ents:
        span = _trimmed(ent) if ent.label_ in THINGS else None
        if span is None or len(span) == 1 or not _is_named(span, taken, frozenset()):
            continue
        inside = [token for token in span if token.i in places]
        if inside and len(inside) < len(span) and span[-1].i not in places:
            taken.update(token.i for token in span if token.i not in places)
            found.append(_thing(span, "entity"))
    return found


def find_things(doc: Doc, taken: set[int]) -> Iterator[Mention]:
    """Each name once; takes its tokens."""
    small = frozenset(token.lower_ for token in doc if token.text[0].islower())
    for sent in doc.sents:
        for token in sent:
            if token.i not in taken and _is_titled(token):
                taken.add(token.i)
                yield _thing(doc[token.i : token.i + 1], "entity")
        if _is_headline(sent):
            continue
        for ent in sent.ents:
            span = _trimmed(ent) if ent.label_ in THINGS | NAMES else None
            if (
                span is not None
                and (ent.label_ in THINGS or _ends_as_thing(span))
                and _is_named(span, taken, small)
            ):
                taken.update(range(span.start, span.end))
                yield _thing(span, "entity")
        for run in _runs(sent, taken):
            span = _trimmed(run)
            if span is not None and _is_named(span, taken, small):
                taken.update(range(span.start, span.end))
                yield _thing(span, "capitals")


def _thing(span: DocSpan, rule: str) -> Mention:
    return Mention(
        span=span_of(span),
        head=span_of(span.root),
        form=Form.NAME,
        kind=ActorKind.THING,
        name=" ".join(span.text.split()),
        rule=rule,
    )


def _is_headline(sent: DocSpan) -> bool:
    """Where most words of a line without a stop are capitalised, capitals say nothing."""
    words = [token for token in sent if token.is_alpha]
    ended = any(token.text in ENDS for token in sent[-3:])
    return not ended and sum(token.text[0].isupper() for token in words) * 2 > len(words)


def _trimmed(span: DocSpan) -> DocSpan | None:
    start, end = span.start, span.end
    doc = span.doc
    while start < end and _is_edge(doc[start]):
        start += 1
    while start < end and _is_edge(doc[end - 1]):
        end -= 1
    return doc[start:end] if start < end else None


def _is_edge(token: Token) -> bool:
    return token.is_space or token.text[0] in EDGE or token.tag_ == "POS" or token.text[0].islower()


def _ends_as_thing(span: DocSpan) -> bool:
    things = read_sections("en", "things")
    return things.get(span[-1].lower_) == "last" or things.get(span[0].lower_) == "first"


def _is_named(span: DocSpan, taken: set[int], small: frozenset[str]) -> bool:
    """Whether all the words that bear capitals are free, and the whole reads as a name."""
    text = span.text
    if len(span) > MOST_WORDS or len(text) > MOST_CHARACTERS or "\n" in text:
        return False
    if sum(map(str.isalpha, text)) < LEAST or not taken.isdisjoint(range(span.start, span.end)):
        return False
    if any(token.text[0].islower() and token.lower_ not in INNER for token in span):
        return False
    if len(span) > 1:
        # "Fund Y" and "Suspect A" are letters in place of names.
        return len(span[-1]) > 1
    return _is_single(span[0], small)


def _is_titled(token: Token) -> bool:
    """One word of its own in quotation marks is a title: an appearance on "Aurora"."""
    if token.pos_ != "PROPN" or not _has_capital(token) or not 0 < token.i < len(token.doc) - 1:
        return False
    after = token.doc[token.i + 1 : token.i + 3]
    return (
        token.nbor(-1).is_quote
        and (after[0].is_quote or (after[0].text in {",", "."} and after[-1].is_quote))
        and not token.is_stop
        and len(token) > LEAST
    )


def _is_single(token: Token, small: frozenset[str]) -> bool:
    """One capitalised word: no rest of a longer name, none that begins a sentence, no word of the calendar."""
    if _is_rest(token, small):
        return False
    before = token.doc[token.i - 1] if token.i else None
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and after.like_num and token.is_upper and len(token) == CURRENCY:
        return False
    begins = token.is_sent_start or before is None or before.is_quote or before.text in {":", "\n"}
    inner_capitals = len(token) > LEAST and token.text[1:] != token.text[1:].lower()
    if begins and not inner_capitals and not _is_party(token):
        return False
    lower = token.lower_
    return not (
        (token.is_stop and not token.is_upper)
        or lower in read_sections("en", "titles")
        or lower in read_sections("en", "notnames")
        or token.text in load_gazetteer().by_demonym
        or token.text.removesuffix("s") in load_gazetteer().by_demonym
    )


def _is_rest(token: Token, small: frozenset[str]) -> bool:
    """Beside other capitals, or among the words that the article also writes small: part of a longer name."""
    doc = token.doc
    if not token.is_upper and token.lower_ in small:
        return True
    around = doc[max(token.i - 2, token.sent.start) : min(token.i + 3, token.sent.end)]
    by_place = {one.i - token.i: one for one in around}
    for step in (-1, 1):
        near, far = by_place.get(step), by_place.get(2 * step)
        if near is not None and _has_capital(near) and not _is_word(near):
            return True
        if near is not None and near.lower_ in JOINING and far is not None and _has_capital(far):
            return True
    return False


def _has_capital(token: Token) -> bool:
    return token.text[0].isupper()


def _is_word(token: Token) -> bool:
    """Capitalised neighbours that are no part of a name: offices, adjectives of states, words of the calendar."""
    return (
        token.is_sent_start
        or token.ent_type_ in NUMBERS
        or token.lower_ in read_sections("en", "titles")
        or token.text in load_gazetteer().by_demonym
    )


def _is_party(token: Token) -> bool:
    """“**Labour** MP Ann Lee”: before an office with capitals also the first word of a sentence is a name."""
    head = token.head
    return (
        token.pos_ == "PROPN"
        and head.i > token.i
        and head.text[0].isupper()
        and any(
            read_sections("en", "titles").get(one.lower_) == "office" and one.text[0].isupper()
            for one in token.doc[token.i + 1 : token.i + 3]
        )
    )


def _runs(sent: DocSpan, taken: set[int]) -> Iterator[DocSpan]:
    """Stretches of capitalised proper nouns that nothing has taken; a hyphen joins."""
    start = None
    for token in sent:
        if _is_proper(token, taken):
            start = token.i if start is None else start
        elif start is not None and not _joins(token, sent.end, taken):
            yield sent.doc[start : token.i]
            start = None
    if start is not None:
        yield sent.doc[start : sent.end]


def _joins(token: Token, end: int, taken: set[int]) -> bool:
    """“Bill **of** Rights”, “House **of the** People”, “Korean**-**Canadian”: what goes on after a small word."""
    if token.lower_ == "the" and token.nbor(-1).lower_ in JOINING:
        return token.i + 1 < end and _is_proper(token.nbor(), taken)
    if token.text != "-" and token.lower_ not in JOINING:
        return False
    after = token.i + 1
    if after + 1 < end and token.text != "-" and token.doc[after].lower_ == "the":
        after += 1
    return after < end and _is_proper(token.doc[after], taken)


def _is_proper(token: Token, taken: set[int]) -> bool:
    return (
        token.i not in taken
        and token.text[0].isupper()
        and (token.pos_ == "PROPN" or token.ent_type_ in NAMES | THINGS)
        and token.ent_type_ not in NUMBERS
        and read_sections("en", "titles").get(token.lower_) != "address"
    )
