"""What a number counts, and what is said of it.

In: a number's tokens in the parse. Out: the noun that is counted, its comparable name, and the verb or state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.phrases import child_of

if TYPE_CHECKING:
    from spacy.tokens import Token

FOLLOWED = frozenset({"of", "in", "for"})
EMPTY = frozenset({"other", "one", "more", "total", "thing", "number", "percent", "%"})
SAID = frozenset({"nsubjpass", "nsubj", "dobj", "pobj"})


def counted_by(number: Token, last: Token, unit: str | None) -> Token | None:
    """The noun that is counted: "12 **passengers**", "dozens of **civilians**", "48% of the **vote**"."""
    if (
        unit is None
        and number.head.pos_ in {"NOUN", "PROPN"}
        and number.dep_ in {"nummod", "compound", "quantmod"}
    ):
        head = number.head
        return head if head.lemma_.lower() not in EMPTY and head.i > number.i else None
    for token in (last, number):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in FOLLOWED and child.i > token.i:
                target = child_of(child, "pobj")
                if (
                    target is not None
                    and target.pos_ in {"NOUN", "PROPN"}
                    and target.lemma_.lower() not in EMPTY
                ):
                    return target
    return None


def name_of(counted: Token) -> str:
    """Base form, with a compound before it: "aid worker" is not "worker"."""
    words = [child.lower_ for child in counted.lefts if child.dep_ == "compound" and child.i == counted.i - 1]
    return " ".join([*words, counted.lemma_.lower()])


def done_to(token: Token) -> str | None:
    """Base form of the verb that is said of them: "12 passengers **died**", "12 people **killed**"."""
    participle = next(
        (child for child in token.children if child.dep_ == "acl" and child.tag_ == "VBN"), None
    )
    if participle is not None:
        return participle.lemma_.lower()
    current = token
    for _ in range(3):
        if current.dep_ in SAID and current.head.pos_ in {"VERB", "AUX"}:
            verb = current.head
            state = next(
                (
                    child
                    for child in verb.children
                    if child.dep_ in {"acomp", "attr", "oprd"} and child.i > current.i
                ),
                None,
            )
            if verb.lemma_.lower() in {"be", "leave"} and state is not None:
                return state.lemma_.lower()
            return verb.lemma_.lower()
        if current.dep_ not in {"pobj", "prep", "conj", "nummod", "appos"}:
            return None
        current = current.head
    return None
