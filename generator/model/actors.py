"""Actors, and the evidence that every item rests on.

In: ids and spans. Out: `Evidence`, `Actor` and its parts; `corpus` offers them too, beside all that refers to them.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import Span
from generator.model.findings import ActorKind, Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where something stands: an article, a span of it and the words found there."""

    article: str
    span: Span
    quote: str
    """The words at `span`, verbatim; the build verifies that they stand there."""
    sentence: str
    """Id of the sentence in which the span begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One mention, resolved to an actor."""

    evidence: Evidence
    form: Form
    rule: str
    """Why these words are this actor: "name", "surname in this article", "capital for its government", ..."""
    inferred: bool = False
    """True where the words alone do not say so (metonym, pronoun)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A wording by which the articles call an actor."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRole:
    """An office or function, in the words of the texts."""

    text: str
    evidence: tuple[Evidence, ...]
    affiliation: str | None = None
    """Id of the actor the role belongs to ("Prime Minister of Armenia" -> armenia)."""
    rule: str = "apposition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Another actor that may be the same, which no rule dared to decide."""

    actor: str
    """Id of the other."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, state, territory, place, organisation, group or document; a thing with a name is kept in the same form."""

    id: str
    """Stable slug of the canonical name: part of the actor's address."""
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...]
    """Every wording used for it by name or description, most frequent first; pronouns and metonyms are not in it."""
    mentions: tuple[ActorMention, ...]
    """In the order of articles and text."""
    roles: tuple[ActorRole, ...] = ()
    affiliation: str | None = None
    """Id of the actor a group or body belongs to."""
    rule: str = "name"
    """What joins the mentions into one actor."""
    sort: str | None = None
    """What sort of organisation or group, where the words say so: government body, company, officials, experts, ..."""
    suggestions: tuple[Suggestion, ...] = ()
    adjectives: tuple[ActorMention, ...] = ()
    """Where the adjective of a state or territory stands ("the Norwegian army"): in no count of mentions."""
    other_ids: tuple[str, ...] = ()
    """Ids under which it stood, or would stand, in a dossier that knows it by one of its other names alone; each is
    no other actor's, so that addresses made of them can lead here."""
