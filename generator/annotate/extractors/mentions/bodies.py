"""What shows that a name is a body's: its own words, and who belongs to it.

In: a name and its doc. Out: whether it is. A model takes firms for persons and clubs for the towns in their names, where
the first word, the letters or the people of a body say otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.words import is_plural
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

    from generator.annotate.extractors.mentions.candidates import Name

INNER = re.compile(
    r"(?!Mc|Mac|De|Di|Da|Du|La|Le|Lo|Van|Von|Fitz|St|Al|El|O['’])[A-Z][a-z]+[A-Z]\w+|[A-Z]{2,}[a-z]\w{2,}"
)
"""Capitals inside a word, which surnames have only behind a particle."""
ADDRESS = re.compile(r"\w\.(com|org|net|gov|edu|co\.[a-z]{2})$", re.IGNORECASE)
FIELD = frozenset({"for", "of", "on"})
CLUB = frozenset({"city", "town", "united"})
"""Words behind a town that make its football club; "Halden City" may be one or a city of that name."""


def is_body(doc: Doc, name: Name) -> bool:
    """Whether the name or what stands beside it shows a body."""
    span = doc[name.start : name.end]
    return (
        _is_written_so(span)
        or _has_field(span)
        or _is_club(span)
        or _has_people(span)
        or (name.kind is not ActorKind.GROUP and _owns_person(span))
    )


def _is_written_so(span: DocSpan) -> bool:
    """“DataLund”, “lund.com”; not “#DataLund”."""
    tagged = span.start > 0 and span.doc[span.start - 1].text == "#"
    return len(span) == 1 and not tagged and bool(INNER.fullmatch(span.text) or ADDRESS.search(span.text))


def _has_field(span: DocSpan) -> bool:
    """“**Centre for** Strategic Studies”, “**Committee to** ...”: a body and its field of work."""
    bodies = read_sections("en", "bodies")
    return len(span) > 2 and span[0].lower_ in bodies and span[1].lower_ in FIELD


def _is_club(span: DocSpan) -> bool:
    """“Halden **Pirates**”, “Halden **United**”: the rest of the name behind a town is no word of the land."""
    known = load_gazetteer().by_name
    last = span[-1]
    if len(span) == 1 or span.text in known or span[:-1].text not in known:
        return False
    if last.lower_ in CLUB:
        return True
    singular = last.lower_.removesuffix("s")
    land = {last.lower_, singular} & {*read_sections("en", "classes"), *read_sections("en", "ground")}
    return is_plural(last) and not land


def _has_people(span: DocSpan) -> bool:
    """“chief executive of **Halden**”, “an analyst at **Halden**”: people whom only bodies have."""
    root = span.root
    prep = root.head
    while root.dep_ == "conj":
        root, prep = prep, prep.head
    if root.dep_ != "pobj" or prep.lower_ not in {"of", "at", "with", "for"}:
        return False
    staff = read_sections("en", "staff")
    return prep.head.lemma_.lower() in staff or prep.head.lower_ in staff


def _owns_person(span: DocSpan) -> bool:
    """“**Halden**'s Ann Lee”: no person has a person by name; relatives are called so first."""
    doc, end = span.doc, span.end
    if end + 2 >= len(doc) or doc[end].tag_ != "POS" or span.text.istitle() is False:
        return False
    first, last = doc[end + 1], doc[end + 2]
    return (
        first.lower_ in read_sections("general", "given_names")
        and first.text.istitle()
        and last.ent_type_ == "PERSON"
        and last.text[0].isupper()
    )
