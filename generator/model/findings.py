"""What one text says: the records that the extractors make.

In: spans into one `Article`. Out: `Findings`, plain values that can be cached as JSON and read without spaCy.
Each record can be read alone; joining texts is the business of `consolidate`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.article import Span
from generator.model.contrasts import Amount, Designation, ThemeWord
from generator.model.terms import ActorKind, Anchor, Doubt, Form, Granularity, Modality, Mode, Stand

__all__ = [
    "ActorKind",
    "Address",
    "Amount",
    "Anchor",
    "DateRef",
    "Designation",
    "Doubt",
    "Event",
    "Findings",
    "Form",
    "Granularity",
    "Keyword",
    "Mention",
    "Modality",
    "Mode",
    "Position",
    "Role",
    "Sentence",
    "Shift",
    "Stand",
    "Statement",
    "ThemeWord",
    "Uncertainty",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; its id is the anchor on the article's page."""

    id: str
    """`s1`, `s2`, ... in the order of the text."""
    span: Span
    paragraph: int
    """Index into `Article.paragraphs`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A phrase that says what the article is about."""

    term: str
    """The phrase as it is shown: its most frequent spelling in the article."""
    lemma: str
    """The phrase in lower-case base forms; the same in every article."""
    score: float
    """Higher is better; comparable within one article only."""
    rank: int
    """One-based."""
    spans: tuple[Span, ...]
    """Every place where the phrase, or an inflected form of it, stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in the text that refers to an actor."""

    span: Span
    """The words that refer: without a possessive ending, without an article before a name."""
    head: Span
    """The head word, by which a speaker or agent is matched to a mention."""
    form: Form
    kind: ActorKind
    name: str
    """What it is grouped by: the name for names, base forms for descriptions ("armed formation")."""
    gazetteer: str | None = None
    """Key of the gazetteer entry the name belongs to ("state:AZ")."""
    affiliation: str | None = None
    """Gazetteer key of the state or territory a description belongs to ("Armenian officials" -> "state:AM")."""
    qualifier: str | None = None
    """A word that keeps a description apart from others of the same name and affiliation ("ethnic")."""
    stands_for: str | None = None
    """Gazetteer key of what a metonym stands for here ("Baku" said -> "state:AZ")."""
    apposition: Span | None = None
    """Span of the name that a description stands beside ("The mayor, Ann Lee")."""
    antecedent: Span | None = None
    """Span of the mention that a pronoun or a pointing description ("the ministry") refers to."""
    inference: str | None = None
    """Rule by which `antecedent`, or an affiliation that the phrase does not state, was inferred."""
    plural: bool = False
    rule: str = "model"
    """How it was found: model, gazetteer, propagation, lexicon, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or function that a text gives to a named actor."""

    holder: Span
    """The name's span, equal to that of a `Mention`."""
    text: Span
    """The words that state the role ("Prime Minister of Armenia")."""
    affiliation: str | None = None
    """Gazetteer key of the state the role belongs to, where named."""
    rule: str = "apposition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attributed utterance: who is said to have said what, by which words."""

    id: str
    """`st-` and a hash of article id, cue and content: stable while these stay."""
    speaker: Span | None
    """The whole noun phrase that speaks; `None` where the text names nobody."""
    speaker_head: Span | None
    """Its head word."""
    cue: Span | None
    """The word or words that mark the utterance ("emphasize", "according to")."""
    content: tuple[Span, ...]
    """What is said, without a leading "that"; several spans where the attribution interrupts."""
    mode: Mode
    kind: str
    """says, claims, denies, accuses, ... as the cue lexicon has it."""
    rule: str
    """The construction by which it was found ("clausal complement", "according to", ...)."""
    negated: bool = False
    """True for "did not say whether ..."."""
    inside: str | None = None
    """Id of the statement that tells of it: a reporting chain; `None` where the article itself does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """To whom a statement is made, or against whom: "told **reporters**", "urged **the council** to"."""

    statement: str
    """Id of the statement."""
    span: Span
    """The whole noun phrase."""
    head: Span
    """Its head word, by which it is matched to a mention."""
    rule: str
    """The construction ("object of the cue", "call on", ...)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What somebody, or the article itself, demands, offers, accepts, rejects or makes a condition."""

    id: str
    """`po-` and a hash of article id, kind and words: stable while these stay."""
    kind: Stand
    statement: str | None
    """Id of the statement it is drawn from; `None` where the article speaks in its own voice."""
    holder: Span | None
    """The words for who holds it: the statement's speaker; `None` where nobody is named."""
    holder_head: Span | None
    addressee: Span | None
    """The words for who is to act, or at whom it is directed."""
    addressee_head: Span | None
    content: tuple[Span, ...]
    """The words that say what is demanded, offered, ..."""
    cue: Span
    """The word that makes it a position: a modal, a verb, a condition word."""
    date: Span | None
    """The first date in the sentence."""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A change of position, as the text tells it; a half that it does not give is `None`."""

    id: str
    actor: Span | None
    actor_head: Span | None
    before: Span | None
    """The words for the earlier position."""
    after: Span | None
    """The words for the later one."""
    cue: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty:
    """A place at which the text says that something is unknown, unconfirmed, disputed or unlikely."""

    id: str
    kind: Doubt
    cue: Span
    statement: str | None
    """Id of the statement in whose content it stands: then a speaker says so and not the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRef:
    """A date in the text, with what is known of it and how."""

    span: Span
    lo: date | None
    """First day it can mean."""
    hi: date | None
    """Last day it can mean, inclusive."""
    granularity: Granularity
    anchor: Anchor
    qualifier: str | None
    """early, mid, late, within, before, after, about, ..."""
    value: str | None
    """`YYYY`, `YYYY-MM`, `YYYY-MM-DD` where it is one calendar unit, else EDTF or `None`."""
    edtf: str | None
    """Extended Date/Time Format, level 1 or 2; `None` where nothing is known."""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one actor does to another, in a class of the PLOVER scheme."""

    id: str
    """`ev-` and a hash of article id, class and trigger: stable while these stay."""
    kind: str
    """PLOVER class in capitals: AGREE, CONSULT, SUPPORT, COOPERATE, AID, YIELD, REQUEST, ACCUSE, REJECT, THREATEN,
    PROTEST, MOBILIZE, SANCTION, COERCE, ASSAULT."""
    trigger: Span
    """The verb or event noun."""
    agent: Span | None = None
    """Noun phrase of the doer."""
    agent_head: Span | None = None
    patient: Span | None = None
    """Noun phrase of the one it is done to."""
    patient_head: Span | None = None
    place: Span | None = None
    """Head word of the place that the clause names."""
    date: Span | None = None
    """Span of the `DateRef` that the clause or sentence holds."""
    modality: Modality = Modality.ASSERTED
    reporter: Span | None = None
    """Head word of the one whose word it is, where `modality` is reported."""
    confident: bool = True
    """False where class, agent or patient rest on a weak rule: such events are left out of charts."""
    rule: str = "verb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that one article says, in the order of the text."""

    article: str
    """The article's id."""
    language: str
    """ISO 639-1 code: stated by the source, else detected."""
    analysed: bool
    """False where no language model serves the text: it is then shown and searchable, and nothing more."""
    sentences: tuple[Sentence, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    mentions: tuple[Mention, ...] = ()
    asides: tuple[Mention, ...] = ()
    """Names of things and adjectives of states: they point to something, and never speak or act."""
    roles: tuple[Role, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[DateRef, ...] = ()
    events: tuple[Event, ...] = ()
    addresses: tuple[Address, ...] = ()
    positions: tuple[Position, ...] = ()
    shifts: tuple[Shift, ...] = ()
    uncertainties: tuple[Uncertainty, ...] = ()
    themes: tuple[ThemeWord, ...] = ()
    designations: tuple[Designation, ...] = ()
    amounts: tuple[Amount, ...] = ()
