"""Candidates for names: the gazetteer's entries and the model's entities, trimmed to the name itself.

In: a doc. Out: `Name` values, which may overlap; `names.py` chooses among them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.extractors.mentions.edges import (
    before_preposition,
    trimmed,
    whole,
    with_rest,
    without_country,
    without_number,
    without_office,
)
from generator.annotate.extractors.mentions.parts import names_in, plain
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from generator.lexicons import Place

KINDS = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "NORP": ActorKind.GROUP,
}
PLACE_KINDS = {
    "state": ActorKind.STATE,
    "territory": ActorKind.TERRITORY,
    "body": ActorKind.ORGANISATION,
}
CUT = "cut short"
"""Rule of a name of which the model saw too much."""
MOST_WORDS = 8
MOST_CHARACTERS = 90
"""Longer "names" are headlines or hostile."""
CURRENCY = 3
"""Letters of a currency's code, which stands before a number ("PLN 20")."""
ADDRESS = re.compile(r"[@/\\]|https?|www\.|\d{4,}")


class Name(NamedTuple):
    """One name in a doc, by token indices."""

    start: int
    end: int
    text: str
    kind: ActorKind
    gazetteer: str | None
    affiliation: str | None
    rule: str


def known_places(doc: Doc) -> Iterator[Name]:
    """Entries of the gazetteer, the longest at each place; cities only where the model sees a place too."""
    first = _first_words()
    index = 0
    while index < len(doc):
        token = doc[index]
        longest = first.get(token.text, 0)
        found = None
        for end in range(min(index + longest, len(doc)), index, -1):
            text = plain(doc[index:end].text)
            place = load_gazetteer().by_name.get(text)
            if place and _reads_as_place(doc[index:end], place):
                found = Name(index, end, text, place_kind(place), place.key, None, "gazetteer")
                break
        if found:
            yield found
            index = found.end
        else:
            index += 1


def _reads_as_place(span: DocSpan, place: Place) -> bool:
    """Whether these words are the place here and not part of another name ("Paris Hilton", "Bank of England")."""
    around = next((ent for ent in span.doc.ents if ent.start <= span.start and ent.end >= span.end), None)
    if (
        around is not None
        and len(around) > len(span)
        and around.label_ in {"ORG", "PERSON", "FAC", "WORK_OF_ART"}
    ):
        rest = [token for token in around if not span.start <= token.i < span.end]
        # A possessive or an adverbial name before or behind belongs to the sentence, not to the name.
        if any(token.pos_ == "PROPN" and token.text not in load_gazetteer().by_name for token in rest):
            return place.kind in {"state", "territory", "capital"} and _is_possessor(span)
    if place.kind == "region" and span.text.endswith(".") and span.start:
        before = span.doc[span.start - 1].text
        if before[-1] in "(,-–":
            # "Senator Ann Lee (Vt.)", "(R-Vt.)", "Elm, Vt.": letters for a region, whatever the model takes them for.
            return True
    if place.kind in {"city", "region", "seat"} or len(span.text) < 3:
        label = span.root.ent_type_
        return label in {"GPE", "LOC", "FAC"} or (place.kind in {"seat", "region"} and label != "PERSON")
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return not (
        place.kind in {"capital", "state"}
        and after is not None
        and span.root.ent_type_ == "PERSON"
        and after.ent_type_ == "PERSON"
        and after.ent_iob_ == "I"
    )


def _is_possessor(span: DocSpan) -> bool:
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.tag_ == "POS"


def model_names(doc: Doc) -> Iterator[Name]:
    """The model's entities without articles, possessives, titles and quotation marks at their edges."""
    for ent in doc.ents:
        kind = KINDS.get(ent.label_)
        if kind is None:
            continue
        for part in names_in(ent):
            name = before_preposition(part)
            span = trimmed(without_country(name) if kind is ActorKind.PERSON else name)
            if span is not None and kind is ActorKind.PERSON:
                span = without_office(without_number(span))
            if span is not None and kind is ActorKind.PERSON:
                span = whole(span)
            if span is not None and kind is ActorKind.ORGANISATION:
                span = with_rest(whole(span))
            if span is not None and is_name(span):
                if kind is ActorKind.GROUP and not _is_people(span):
                    continue
                yield _named(span, kind)


def _named(span: DocSpan, kind: ActorKind) -> Name:
    """A model's name with what the gazetteer knows of it."""
    text = plain(span.text)
    affiliation = None
    place = load_gazetteer().by_demonym.get(span[0].text)
    if kind is ActorKind.ORGANISATION and place is not None and len(span) > 1:
        affiliation = place.key
    elif span.start > 1 and span.doc[span.start - 1].tag_ == "POS":
        owner = load_gazetteer().by_name.get(span.doc[span.start - 2].text)
        affiliation = owner.part_of or owner.key if owner and kind is ActorKind.ORGANISATION else None
    return Name(span.start, span.end, text, kind, None, affiliation, "model")


def is_name(span: DocSpan) -> bool:
    """Whether words are a name by their form: not too long, no address, no word of the calendar or of address."""
    text = span.text
    if len(span) > MOST_WORDS or len(text) > MOST_CHARACTERS or "\n" in text or ADDRESS.search(text):
        return False
    if not any(char.isupper() for char in text) or sum(map(str.isalpha, text)) < 2:
        return False
    if len(span) == 1:
        token = span[0]
        lower = token.lower_
        if (
            token.is_upper
            and len(token) == CURRENCY
            and token.i + 1 < len(token.doc)
            and token.nbor().like_num
        ):
            return False
        return not (
            (token.is_stop and not token.is_upper)
            or lower in read_sections("en", "titles")
            or lower in _not_names()
            or (token.text in load_gazetteer().by_demonym and token.tag_ not in {"NNPS", "NNS"})
        )
    many = span[-1].tag_ in {"NNPS", "NNS"} or span[0].text in load_gazetteer().by_name
    if _is_thing(span) or (many and re.search(r"[^s]s\.?$", span[-1].lower_) and _holds_offices(span)):
        return False
    # "Prime Minister" and "Chief Executive Officer" are offices, however they are written.
    return plain(text).lower() not in read_sections("en", "titles")


def _is_thing(span: DocSpan) -> bool:
    """A prize, a law, a storm, a work with its subtitle: capitalised, and nobody who acts."""
    things = read_sections("en", "things")
    ends = len(span) > 1 and things.get(span[-1].lower_) == "last"
    begins = things.get(span[0].lower_) == "first"
    return ends or begins or any(token.text in {":", ";"} for token in span)


def _holds_offices(span: DocSpan) -> bool:
    """“Senior Advisors”: a plural of an office is a group that is described."""
    stem = _singular(span[-1].lower_.rstrip("."))
    return any(one in read_sections("en", "titles") for one in (stem, f"{stem}."))


def _is_people(span: DocSpan) -> bool:
    """A name of people that heads its phrase ("Republicans", "the Taliban"), no adjective ("Kurdish forces")."""
    root = span.root
    if root.text in load_gazetteer().by_demonym or _singular(root.text) in load_gazetteer().by_demonym:
        return False
    inside = root.dep_ in {"amod", "compound", "nmod", "npadvmod"} and root.head.pos_ in {"NOUN", "PROPN"}
    return (
        not inside and root.pos_ in {"PROPN", "NOUN"} and (root.tag_ in {"NNPS", "NNS"} or _has_article(root))
    )


def _has_article(token: Token) -> bool:
    return any(child.dep_ == "det" for child in token.children)


def _singular(word: str) -> str:
    return word.removesuffix("s")


@cache
def _not_names() -> frozenset[str]:
    """Words that the model takes for names and that are none: calendar words and headline words."""
    return frozenset(read_sections("en", "notnames"))


@cache
def _first_words() -> dict[str, int]:
    """First word of every gazetteer name -> tokens of the longest name that begins with it."""
    longest: dict[str, int] = {}
    for name in load_gazetteer().by_name:
        parts = re.findall(r"[\w.’']+|[^\w\s]", name)
        first = re.split(r"[\s-]", name)[0]
        for key in {parts[0], first, first.rstrip(",."), first.rstrip(",")}:
            longest[key] = max(longest.get(key, 0), len(parts) + 2)
    return longest


def place_kind(place: Place) -> ActorKind:
    """The kind of actor a gazetteer entry is."""
    return PLACE_KINDS.get(place.kind, ActorKind.PLACE)
