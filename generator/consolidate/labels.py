"""What an actor is called on the site, and the name its address is made of.

In: an actor's key and mentions. Out: a name taken from the texts, except for places, which have the gazetteer's; an
unnamed group whose words do not say whose it is gets its affiliation in brackets.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.consolidate.naming import is_acronym_of, words_of
from generator.lexicons import load_gazetteer
from generator.model.findings import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.namebook import Key
    from generator.model.corpus import Alias
    from generator.model.findings import Mention


def id_name(key: Key) -> str:
    """Made of the key alone: how often which wording is used must not change an address."""
    place = load_gazetteer().by_key.get(key.base)
    if place is not None:
        return place.name
    return " ".join(filter(None, (owner_name(key.affiliation), key.qualifier, key.base)))


def owner_name(affiliation: str | None) -> str:
    """The name of what a group or body belongs to."""
    if affiliation is None:
        return ""
    place = load_gazetteer().by_key.get(affiliation)
    return place.name if place is not None else affiliation.removeprefix("name:")


def actor_name(key: Key, mentions: Sequence[Mention], aliases: Sequence[Alias]) -> str:
    """The canonical name."""
    place = load_gazetteer().by_key.get(key.base)
    if place is not None:
        return place.name
    names = Counter(one.name for one in mentions if one.form is Form.NAME)
    if names and key.kind == ActorKind.PERSON:
        # The fullest of the common forms: "Ann Lee" rather than "Lee", but not one lone "Ann B. C. Lee".
        full = {name: count for name, count in names.items() if len(name.split()) > 1} or names
        return min(full, key=lambda name: (-full[name], -len(name), name))
    if names:
        # A body is called by its full name where the articles give one, however often they use the acronym.
        full = {
            name: count for name, count in names.items() if any(is_acronym_of(short, name) for short in names)
        }
        names = Counter(full) or names
        return min(names, key=lambda name: (-names[name], -len(name), name))
    return _described(key, mentions, aliases)


def _described(key: Key, mentions: Sequence[Mention], aliases: Sequence[Alias]) -> str:
    owner = owner_name(key.affiliation)
    place = load_gazetteer().by_key.get(key.affiliation or "")
    marks = {word for name in (owner, *(place.demonyms if place else ())) for word in words_of(name)}
    telling = [
        alias.text
        for alias in aliases
        if marks & {form for word in words_of(alias.text) for form in (word, word.removesuffix("s"))}
    ]
    if owner and telling:
        text = min(telling, key=lambda one: (len(one.split()), one))
        return text[0].upper() + text[1:]
    # The last words of the phrase, as many as make the description: "senior officials" are officials.
    length = len(key.base.split()) + bool(key.qualifier)
    endings = Counter(" ".join(alias.text.split()[-length:]) for alias in aliases for _ in alias.evidence)
    text = min(endings, key=lambda one: (-endings[one], one)) if endings else mentions[0].name
    text = text[0].upper() + text[1:]
    return f"{text} ({owner})" if owner else text
