"""Adjectives and peoples of states and territories: "the **Norwegian** army", "the **Peruvians** have ordered".

In: a doc and the tokens that names have taken. Out: `Mention` records with the key of the state. They point to a state
without naming it: what a state's officials do is not the state's deed, so they are kept out of its mentions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.reading import span_of
from generator.lexicons import load_gazetteer
from generator.model.findings import ActorKind, Form, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

RULE = "adjective"
PEOPLE = "people"
BESIDE = frozenset({"amod", "compound", "nmod", "acomp", "npadvmod"})
PLURAL = frozenset({"NNS", "NNPS"})


def find_adjectives(doc: Doc, taken: set[int]) -> Iterator[Mention]:
    """Demonyms that stand before a noun, or are said of somebody, and names of peoples; languages are none."""
    demonyms = load_gazetteer().by_demonym
    for token in doc:
        place = demonyms.get(token.text) or demonyms.get(token.text.removesuffix("s"))
        if place is None or token.i in taken or token.ent_type_ == "LANGUAGE" or not token.text[0].isupper():
            continue
        people = token.tag_ in PLURAL
        if people or _is_adjective(token):
            yield Mention(
                span=span_of(token),
                head=span_of(token),
                form=Form.DESCRIPTION,
                kind=ActorKind.TERRITORY if place.kind == "territory" else ActorKind.STATE,
                name=place.name,
                gazetteer=place.key,
                rule=PEOPLE if people else RULE,
            )


def _is_adjective(token: Token) -> bool:
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and after.text == "-":
        return True
    return token.dep_ in BESIDE
