"""Where articles say different things of one subject: names, numbers, differences.

In: ids and evidence. Out: `Naming`, `Quantity`, `NumberGroup`, `Difference` and their parts, which `comparison` offers too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.actors import Evidence


class Referent(StrEnum):
    """What kind of thing bears the names of a row."""

    ACTOR = "actor"
    EVENT = "event"
    PLACE = "place"


class Contrast(StrEnum):
    """In what two articles that tell of one subject differ."""

    NUMBER = "number"
    DATE = "date"
    AGENT = "agent"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The exact words by which one article calls a thing."""

    article: str
    text: str
    """As most uses spell it, without a leading article."""
    evidence: tuple[Evidence, ...]
    """Every use; their number is the count."""
    rule: str
    """Why these words are taken to mean this thing."""
    doubtful: bool = False
    """True where no text says so outright; `rule` then says what speaks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One thing and what each article calls it: a row of the naming matrix."""

    id: str
    """`nm-` and a hash: stable while the thing's name or first report stays."""
    kind: Referent
    name: str
    """What the row is called: an actor's name, or the wording used most."""
    actors: tuple[str, ...]
    """Ids: the actor itself (one or, where the identity is doubtful, several); for an event, its agent if known."""
    place: str | None
    """Actor id of the place of an event, where known."""
    happenings: tuple[str, ...]
    """Ids of the happenings that one of the wordings tells."""
    wordings: tuple[Wording, ...]
    """In the order of articles, most used first."""
    rule: str
    """What joins the wordings."""
    doubtful: bool = False
    """True where one of the wordings is."""
    contrast: bool = False
    """True where two articles share no wording of it."""

    def used_in(self, article: str) -> tuple[Wording, ...]:
        """The wordings of one article: a cell of the matrix."""
        return tuple(one for one in self.wordings if one.article == article)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a text: how many of what, as whom and when."""

    id: str
    """`qu-` and a hash of article id and words: stable while these stay."""
    article: str
    lo: float | None
    """Least value it can mean, in `unit`; `None` where open ("fewer than 9")."""
    hi: float | None
    """Largest value; `None` where open ("at least 9"). Equal to `lo` for a plain number."""
    unit: str | None
    """"percent", "US dollar", "kilometre", ...; `None` for a count."""
    counted: str | None
    """Base form of what is counted ("civilian", "vote"); `None` where the text does not say."""
    done: str | None
    """Base form of what is said of them ("kill", "displace"), `None` where nothing is."""
    bound: str | None
    """The words that loosen it ("about", "at least", "more than"), `None` for a plain number."""
    evidence: Evidence
    """The number with its words and unit."""
    counted_evidence: Evidence | None
    sentence: Evidence
    date_evidence: Evidence | None
    """The date as of which it holds, in the same sentence."""
    date: str | None
    """Id of the timeline entry of that date."""
    statement: str | None
    """Id of the statement in which it stands; `None` in the article's own voice."""
    speaker: str | None
    """Actor id of the one who says it, where known."""
    actors: tuple[str, ...]
    """Ids of the actors in the sentence, in order."""
    rule: str
    source_evidence: Evidence | None = None
    """The word for the one who gives the value ("the **chamber** put the losses at"), where that is no statement."""
    holder: str | None = None
    """Base form of whose loss, cost or gain it is, where the text says so ("losses of **exporters**")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberGroup:
    """Quantities that can be held against each other: the same thing counted in the same unit."""

    id: str
    """`ng-` and a hash of its first quantity's id."""
    counted: str | None
    unit: str | None
    done: str | None
    """What happened to them ("killed", "displaced"); `None` where nothing did, or something less common."""
    actors: tuple[str, ...]
    """Ids of the actors that all sentences share."""
    quantities: tuple[str, ...]
    """Ids in the order of articles and text; at least two articles."""
    differ: bool
    """True where no one value fits all of them."""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What some articles say where others say something else."""

    value: str
    """A number, a date, an actor id (kind agent), a modality, or for attribution "own words" or the speaker's id."""
    label: str
    """The same to read: in the words of the text, or the name of an actor."""
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One subject on which the articles differ."""

    id: str
    """`df-` and a hash of kind and subject."""
    kind: Contrast
    thing: str
    """Id of the happening, number group or naming that it is about."""
    subject: str
    """In the words of a text: the trigger of an event, or what is counted."""
    actors: tuple[str, ...]
    """Ids of the actors concerned."""
    sides: tuple[Side, ...]
    """At least two, in the order of articles."""
    rule: str
    """What makes it one subject."""
    doubtful: bool = False
    """True where the subject may be two: another day, another place."""
