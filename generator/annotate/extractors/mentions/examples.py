"""What a name is an example of, and marks that make a title of it.

In: a name as a span. Out: a kind, or whether the marks stand there. News says what it lists ("firms such as ..."), and sets
the titles of works and the words of others in quotation marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.standing import CLASSES
from generator.lexicons import read_sections

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

    from generator.model.findings import ActorKind

STOPS = frozenset({",", "."})


def example_of(root: Token) -> ActorKind | None:
    """The kind of what a name is an example of: "**firms** such as Halden and Elm", "**films** including Aurora".

    Patterns of Hearst (1992, "Automatic acquisition of hyponyms from large text corpora").
    """
    while root.dep_ in {"conj", "appos"} and root.head.pos_ == "PROPN":
        root = root.head
    prep = root.head
    if root.dep_ != "pobj" or prep.dep_ != "prep" or prep.head.tag_ != "NNS":
        return None
    such = prep.lower_ == "as" and any(child.lower_ == "such" for child in prep.children)
    section = read_sections("en", "classes").get(prep.head.lemma_.lower())
    return CLASSES[section] if section and (such or prep.lower_ in {"including", "like"}) else None


def quoted(name: DocSpan) -> bool:
    """Alone in quotation marks: "**Harbour Lights**", or with the comma that is set before the closing mark."""
    doc = name.doc
    if not name.start or not doc[name.start - 1].is_quote or name.end >= len(doc):
        return False
    after = doc[name.end]
    behind = doc[name.end + 1] if name.end + 1 < len(doc) else after
    return after.is_quote or (after.text in STOPS and behind.is_quote)


def numbered(name: DocSpan) -> bool:
    """“**Harbour Top** 100”: a list, a sequel or a model, of which the number is a part."""
    doc, end = name.doc, name.end
    if len(name) == 1 or end >= len(doc) or not doc[end].is_digit or doc[end].sent != name.sent:
        return False
    return not any(token.is_lower for token in name) and doc[end].dep_ in {"nummod", "appos", "pobj", "punct"}
