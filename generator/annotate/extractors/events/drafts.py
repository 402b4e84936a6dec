"""The record that the event rules hand to each other.

In: nothing. Out: `Draft`, an event whose parts are still tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.extractors.events.others import Other
    from generator.model.findings import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event under construction."""

    kind: str
    trigger: tuple[Token, ...]
    verb: Token
    """The verb in whose clause it stands; the noun itself where no verb carries it."""
    agent: Token | None
    other: Other | None
    modality: Modality
    weak: bool
    mutual: bool = False
    """True where the members of a row do it to each other."""
    own_word: bool = False
    """True where the event is the utterance itself, so that nobody else reports it."""
    alone: bool = True
    """Whether the event means something without another side: "rebels surrendered"."""
    rule: str
