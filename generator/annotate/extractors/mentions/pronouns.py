"""Pronouns that act or speak: he, she, they, it, we, I, who.

In: a doc. Out: `Mention` records with form "pronoun" and no actor; which actor is meant is decided, cautiously,
when the whole article is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.reading import span_of
from generator.model.findings import ActorKind, Form, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSONAL = {
    "he": ActorKind.PERSON,
    "she": ActorKind.PERSON,
    "i": ActorKind.PERSON,
    "they": ActorKind.GROUP,
    "we": ActorKind.GROUP,
    "it": ActorKind.ORGANISATION,
}
SUBJECT = frozenset({"nsubj", "nsubjpass"})


def find_pronouns(doc: Doc) -> tuple[Mention, ...]:
    """Personal pronouns in subject place; an "it" that stands for nothing is left out."""
    return tuple(
        Mention(
            span=span_of(token),
            head=span_of(token),
            form=Form.PRONOUN,
            kind=PERSONAL[token.lower_],
            name=token.lower_,
            plural=token.lower_ in {"they", "we"},
            rule="pronoun",
        )
        for token in doc
        if token.lower_ in PERSONAL
        and token.dep_ in SUBJECT
        and token.head.pos_ in {"VERB", "AUX"}
        and not (token.lower_ == "it" and token.head.pos_ == "AUX")
    )
