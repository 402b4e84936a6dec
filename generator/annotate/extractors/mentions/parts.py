"""Where one entity of the model holds more than one name, or a name and words of the sentence.

In: an entity as a span. Out: the spans of the names in it. A model of names runs on over possessives, lists and dashes;
what stands there decides, with known places and given names on either side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.words import is_word
from generator.lexicons import load_gazetteer, read_sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as DocSpan

DASHES = frozenset({"-", "--", "–", "—"})
LISTING = frozenset({"to", ",", "/", "–"})
LEAST_JOINED = 3
"""Words of a place and a full name."""
MOST_BEFORE_OF = 4
"""Words before "of" that may be a person's name."""


def plain(text: str) -> str:
    """A name as it is compared: blanks single, apostrophes typographic as the gazetteer has them, no edges."""
    return re.sub(r"\s+", " ", text).strip()


def names_in(ent: DocSpan) -> Iterator[DocSpan]:
    """The names of an entity, mostly itself."""
    for split in (_at_dash, _at_listing, _at_of, _at_possessive, _behind_place):
        parts = split(ent)
        if parts is not None:
            yield from parts
            return
    yield ent


def _at_dash(ent: DocSpan) -> list[DocSpan] | None:
    """“Ann Lee - last seen in Halden”: no name has a dash with blanks around it."""
    doc = ent.doc
    for token in ent[1:-1]:
        if token.text in DASHES and token.whitespace_ and token.nbor(-1).whitespace_:
            left, right = doc[ent.start : token.i], doc[token.i + 1 : ent.end]
            sure = right[0].text[0].isupper() and not (right[0].is_stop or is_word(right[0]))
            return [left, right] if sure else [left]
    return None


def _at_listing(ent: DocSpan) -> list[DocSpan] | None:
    """What stands on both sides of "to", "and", a comma or a slash beside a known place is a list, not a name."""
    doc, places = ent.doc, load_gazetteer().by_name
    for token in ent[1:-1]:
        listed = token.lower_ in LISTING or (token.lower_ == "and" and plain(ent.text) not in places)
        parts = [doc[ent.start : token.i], doc[token.i + 1 : ent.end]]
        known = [plain(part.text) in places for part in parts]
        # "the Oslo-Bergen line": a hyphen parts two places, and holds most other names together.
        if (listed and any(known)) or (token.text == "-" and all(known) and plain(ent.text) not in places):
            return parts
    return None


def _at_of(ent: DocSpan) -> list[DocSpan] | None:
    """“Ann Lee of the Open Forum”."""
    given = read_sections("general", "given_names")
    for token in ent[2:-1]:
        short = token.i - ent.start < MOST_BEFORE_OF
        if token.lower_ == "of" and ent.label_ == "ORG" and ent[0].lower_ in given and short:
            return [ent.doc[ent.start : token.i], ent.doc[token.i + 1 : ent.end]]
    return None


def _at_possessive(ent: DocSpan) -> list[DocSpan] | None:
    """“Norway's Defence Ministry” is a state and its ministry; “McDonald's Corp” stays one name.

    So does "the Halden Post's Ann Lee" hold two; and "Lee's plans" is Lee alone.
    """
    given = read_sections("general", "given_names")
    for token in ent[:-1]:
        if token.tag_ != "POS":
            continue
        left, right = ent.doc[ent.start : token.i], ent.doc[token.i + 1 : ent.end]
        if len(left) and plain(left.text) in load_gazetteer().by_name:
            return [right]
        if len(left) and len(right) > 1 and right[0].lower_ in given and right[1].text[0].isupper():
            return [left, right]
        if len(left) and right[0].is_alpha and right[0].is_lower:
            return [left]
    return None


def _behind_place(ent: DocSpan) -> list[DocSpan] | None:
    """“the senator from Norway Ann Lee”: a person whom the model joins to a place or people; no school or bridge."""
    known = load_gazetteer()
    place = ent[0].text in known.by_name or ent[0].text.removesuffix("s") in known.by_demonym
    if not place or len(ent) < LEAST_JOINED or plain(ent[:2].text) in known.by_name:
        return None
    given = ent[1].lower_ in read_sections("general", "given_names") and ent[2].text.istitle()
    other = any(ent[-1].lower_ in read_sections("en", one) for one in ("bodies", "ground", "things"))
    return [ent[1:]] if given and not other else None
