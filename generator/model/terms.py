"""The closed vocabularies of the records.

In: nothing. Out: enumerations whose values appear as words on the site and in the data. Each value is a word that a reader
would use; a new value is a new kind of thing, and every stage must say what it does with it.
"""

from __future__ import annotations

from enum import StrEnum


class ActorKind(StrEnum):
    """What kind of thing an actor is."""

    PERSON = "person"
    STATE = "state"
    TERRITORY = "territory"
    PLACE = "place"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    THING = "thing"
    """A name that is no actor: an office, a prize, a work, a competition."""


class Form(StrEnum):
    """How a mention refers: by a name, by a describing noun phrase, or by a pronoun."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class Mode(StrEnum):
    """How an utterance is given: in quotation marks, partly so, or reported in the article's words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stand(StrEnum):
    """What kind of position somebody takes."""

    DEMAND = "demand"
    CONDITION = "condition"
    PROPOSAL = "proposal"
    OFFER = "offer"
    COMMITMENT = "commitment"
    ACCEPTANCE = "acceptance"
    CONCESSION = "concession"
    REJECTION = "rejection"
    WARNING = "warning"


class Doubt(StrEnum):
    """In which way something is said to be uncertain."""

    UNKNOWN = "unknown"
    UNCONFIRMED = "unconfirmed"
    DISPUTED = "disputed"
    UNLIKELY = "unlikely"


class Granularity(StrEnum):
    """How fine a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


class Anchor(StrEnum):
    """What a date was counted from."""

    EXPLICIT = "explicit"
    """The text states it in full."""
    DOCUMENT = "document"
    THING = "thing"
    """A name that is no actor: an office, a prize, a work, a competition."""
    """The publication date of the article."""
    NARRATIVE = "narrative"
    """An earlier date or event in the text."""
    NONE = "none"
    """Nothing: parts of it stay unknown."""


class Modality(StrEnum):
    """What the text says of an event: that it happened, or something weaker."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    DEMANDED = "demanded"
    NEGATED = "negated"
    CONDITIONAL = "conditional"
    REPORTED = "reported"
    """Somebody else's word, not the article's."""
