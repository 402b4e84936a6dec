"""The record that the rules hand to each other.

In: nothing. Out: `Draft`, a statement under construction: its parts are spaCy tokens and character spans, so that
later rules can widen its content before it is fixed in a `Statement`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.model.article import Span


TURNS = frozenset({"name and colon", "name in brackets", "turn goes on"})
"""Rules by which a whole paragraph is somebody's words."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks."""

    span: Span
    """The whole noun phrase, or the relative pronoun that stands for it."""
    head: Token
    """The word that an actor's mention is matched with; the antecedent where a relative pronoun speaks."""


@dataclass(slots=True)
class Draft:
    """A statement under construction."""

    anchor: int
    """Index of the cue's main token; negative where the text has no cue word."""
    cue: Span | None
    speaker: Speaker | None
    content: list[Span]
    kind: str
    rule: str
    negated: bool = False
    quotable: bool = False
    """True where the cue may take further quotations beside it."""
    region: Span = field(default=(0, 0))
    """Characters of the attribution itself: speaker, cue and what belongs to neither content nor text around."""
    inside: Draft | None = None
    """The draft in whose content it stands: somebody tells what somebody said."""
