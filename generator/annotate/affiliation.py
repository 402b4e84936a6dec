"""Whose officials they are: the state, territory or body a noun phrase belongs to.

In: the head of a noun phrase and the names of the article. Out: a gazetteer key, `name:...` for a body that only the
article names, or `None`. Only what the phrase itself says counts; nothing is inferred from the rest of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lexicons import load_gazetteer
from generator.model.findings import ActorKind, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OWNING = frozenset({"of", "from"})
SEATED = frozenset({"in", "at"})
"""After people of office, a place named with these is where they hold it ("officials in Oslo")."""


class Names:
    """Looks up the name that covers a token."""

    def __init__(self, doc: Doc, names: tuple[Mention, ...]) -> None:
        """`names` are mentions of `doc`."""
        self._by_token: dict[int, Mention] = {}
        for name in names:
            span = doc.char_span(*name.span, alignment_mode="expand")
            if span is not None:
                self._by_token.update(dict.fromkeys(range(span.start, span.end), name))

    def at(self, token: Token) -> Mention | None:
        """The name of which the token is a part."""
        return self._by_token.get(token.i)


def affiliation_of(root: Token, known: Names, *, wide: bool) -> tuple[str | None, Token]:
    """Key of what the phrase belongs to, and the last word of the phrase; `wide` also reads "in X" as belonging."""
    for token in (*root.lefts, *(inner for left in root.lefts for inner in left.lefts)):
        if token.dep_ in {"amod", "compound", "nmod", "poss", "npadvmod"}:
            key = demonym_key(token) or name_key(known.at(token))
            if key is not None:
                return key, root
    for prep in root.rights:
        if prep.dep_ == "prep" and (prep.lower_ in OWNING or (wide and prep.lower_ in SEATED)):
            for target in prep.children:
                name = known.at(target) if target.dep_ == "pobj" else None
                key = name_key(name)
                if (
                    name is not None
                    and key is not None
                    and not (prep.lower_ == "in" and key.startswith("name:"))
                ):
                    last = root.doc.char_span(*name.span, alignment_mode="expand")
                    return key, last[-1] if last is not None else target
    return None, root


def demonym_key(token: Token) -> str | None:
    """State or territory of an adjective such as "Norwegian"; also behind a hyphen ("US-Norwegian" stays none)."""
    if not token.text[:1].isupper():
        return None
    place = load_gazetteer().by_demonym.get(token.text)
    return place.key if place is not None else None


def people_of(root: Token) -> str | None:
    """State or territory of a noun such as "Norwegians" or, with an article, "the French"."""
    demonyms = load_gazetteer().by_demonym
    if root.pos_ not in {"NOUN", "PROPN", "ADJ"} or not root.text[:1].isupper():
        return None
    singular = root.text[:-1] if root.text.endswith("s") else None
    if singular in demonyms and root.text not in demonyms:
        return demonyms[singular or ""].key
    if root.text in demonyms and (
        root.tag_ in {"NNPS", "NNS"} or any(one.lower_ == "the" for one in root.lefts)
    ):
        return demonyms[root.text].key
    return None


def name_key(name: Mention | None) -> str | None:
    """The key of a name that can own: a place of the gazetteer, or a body; a seat stands for its state."""
    if name is None:
        return None
    if name.gazetteer is not None:
        place = load_gazetteer().by_key[name.gazetteer]
        if place.kind in {"capital", "seat"} and place.part_of:
            return place.part_of
        return place.key
    return f"name:{name.name}" if name.kind is ActorKind.ORGANISATION else None
