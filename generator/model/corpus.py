"""What all texts say together: the records that `consolidate` makes and `present` reads.

In: ids and spans. Out: `Corpus`. Records refer to each other by id and to the texts by `Evidence` alone, so that
the whole can be written as JSON, checked against the articles, and built by hand in a test.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.actors import Actor, ActorMention, ActorRole, Alias, Evidence, Suggestion
from generator.model.article import Article
from generator.model.comparison import Comparison
from generator.model.findings import (
    DateRef,
    Doubt,
    Findings,
    Modality,
    Mode,
    Sentence,
    Stand,
)

__all__ = [
    "Actor",
    "ActorMention",
    "ActorPosition",
    "ActorRole",
    "ActorShift",
    "ActorStatement",
    "Alias",
    "Comparison",
    "Corpus",
    "Evidence",
    "Happening",
    "KeySentence",
    "OpenMatter",
    "Relation",
    "Report",
    "Suggestion",
    "Tie",
    "TimelineEntry",
    "Topic",
    "TopicUse",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorStatement:
    """A statement whose speaker was looked up among the actors."""

    id: str
    article: str
    speaker: str | None
    """Actor id; `None` where the text names nobody we know."""
    speaker_rule: str | None
    """How the speaker's words were resolved ("name", "capital for its government", ...)."""
    speaker_evidence: Evidence | None
    cue_evidence: Evidence | None
    content: tuple[Evidence, ...]
    about: tuple[str, ...]
    """Ids of the actors mentioned in the content, in order of appearance."""
    mode: Mode
    kind: str
    rule: str
    negated: bool
    addressee: str | None = None
    """Id of the actor it is made to, or directed at; `None` where the sentence names nobody we know."""
    addressee_evidence: Evidence | None = None
    topics: tuple[str, ...] = ()
    """Ids of its article's keywords that stand in the content, best rank first."""
    repeats: tuple[str, ...] = ()
    """Ids of statements in other articles that are the same quotation, or the same words of a copy; the one that stands
    for a group lists them."""
    same_as: str | None = None
    """Id of the statement that stands for the group; `None` for that one, and for a statement made once."""
    inside: str | None = None
    """Id of the statement in whose content it is told: a reporting chain; `None` where the article itself tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPosition:
    """A position whose holder and addressee were looked up among the actors."""

    id: str
    article: str
    kind: Stand
    statement: str | None
    """Id of the statement it is drawn from; `None` where the article speaks in its own voice."""
    holder: str | None
    """Actor id; `None` where nobody we know is named, and for the article's own voice."""
    holder_rule: str | None
    holder_evidence: Evidence | None
    addressee: str | None
    addressee_evidence: Evidence | None
    content: tuple[Evidence, ...]
    cue_evidence: Evidence
    sentence: Evidence
    """The whole sentence of the cue."""
    date_evidence: Evidence | None
    topics: tuple[str, ...]
    """Ids of its article's keywords in the sentence, best rank first."""
    actors: tuple[str, ...]
    """Ids of the actors in the sentence, in order of appearance."""
    rule: str

    @property
    def own_voice(self) -> bool:
        """True where it is the article's own and nobody's statement."""
        return self.statement is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorShift:
    """A change of position as an article tells it."""

    id: str
    article: str
    actor: str | None
    actor_evidence: Evidence | None
    before: Evidence | None
    after: Evidence | None
    cue_evidence: Evidence
    sentence: Evidence
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMatter:
    """What an article, or somebody in it, calls unknown, unconfirmed, disputed or unlikely."""

    id: str
    article: str
    kind: Doubt
    statement: str | None
    """Id of the statement in which it stands: then its speaker says so."""
    cue_evidence: Evidence
    sentence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicUse:
    """One article's use of a topic."""

    article: str
    rank: int
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A keyword of one or more articles."""

    id: str
    """Stable slug of the base form."""
    term: str
    uses: tuple[TopicUse, ...]
    """One entry an article, in the order of articles."""
    actors: tuple[tuple[str, int], ...]
    """Actor ids with the number of sentences shared, most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A date found in a text; an undated one has no `lo`."""

    id: str
    date: DateRef
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article's account of an event."""

    article: str
    event: str
    """Id of the `Event` among the article's findings."""
    trigger: Evidence
    modality: Modality
    agent: Evidence | None = None
    patient: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event of the corpus: one or more reports of the same deed."""

    id: str
    """Id of its first report: stable while that one stays."""
    kind: str
    """PLOVER class."""
    quad: str
    """verbal cooperation, material cooperation, verbal conflict or material conflict."""
    agent: str | None
    """Actor id."""
    patient: str | None
    """Actor id."""
    place: str | None
    """Actor id of a place."""
    date: DateRef | None
    modality: Modality
    """That of the report that says most: asserted before reported before planned."""
    confident: bool
    reports: tuple[Report, ...]
    """In the order of articles and text."""
    articles: int
    """Number of independent articles among the reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What one actor does to another, over all articles."""

    id: str
    """`rl-` and a hash of the two actor ids: stable while these stay."""
    agent: str
    """Actor id."""
    patient: str
    """Actor id."""
    happenings: tuple[str, ...]
    """Ids of the happenings that count: told as having happened, and resting on no weak rule."""
    classes: tuple[tuple[str, int], ...]
    """PLOVER classes of these with their numbers, most first."""
    quads: tuple[tuple[str, int], ...]
    """The same by quad class."""
    doubtful: tuple[str, ...]
    """Ids of those whose class or actors rest on a weak rule; they do not count."""
    open: tuple[str, ...]
    """Ids of those that are planned, demanded, conditional or negated; they do not count."""
    articles: int
    """Number of independent articles among the reports of those that count."""
    evidence: tuple[Evidence, ...]
    """The triggers of those that count, in the order of articles and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySentence:
    """A sentence that says much of what the articles say."""

    evidence: Evidence
    """The whole sentence."""
    statement: str | None
    """Id of the first statement of a known speaker in it."""
    support: tuple[Evidence, ...]
    """One place in every other article that says the same in words of its own, or has the same quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two actors in the same sentences."""

    a: str
    b: str
    """Actor ids, `a` < `b`."""
    evidence: tuple[Evidence, ...]
    """One entry a sentence; the quote is the whole sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The whole dossier as data."""

    articles: tuple[Article, ...]
    """Sorted by path."""
    findings: tuple[Findings, ...]
    """One entry an article, in the same order."""
    actors: tuple[Actor, ...] = ()
    """Sorted by number of mentions, most first, then by id."""
    things: tuple[Actor, ...] = ()
    """Names that are no actors (offices, prizes, works, competitions): in the data, without a page of their own."""
    statements: tuple[ActorStatement, ...] = ()
    """In the order of articles and text."""
    topics: tuple[Topic, ...] = ()
    """Sorted by number of independent articles, best rank, term."""
    timeline: tuple[TimelineEntry, ...] = ()
    ties: tuple[Tie, ...] = ()
    positions: tuple[ActorPosition, ...] = ()
    """In the order of articles and text, as are the next two."""
    shifts: tuple[ActorShift, ...] = ()
    open_matters: tuple[OpenMatter, ...] = ()
    happenings: tuple[Happening, ...] = ()
    """Dated ones by their first day, then the others in the order of the texts."""
    relations: tuple[Relation, ...] = ()
    """Sorted by number of happenings that count, then of the others, most first, then by ids."""
    comparison: Comparison = field(default_factory=Comparison)
    """How the articles differ."""
    key_sentences: tuple[KeySentence, ...] = ()
    """The most central first, each unlike those before it."""
    versions: tuple[tuple[str, str], ...] = field(default=())
    """What made this: (name, version) of program, model, lexicons and libraries."""

    def sentence(self, article: str, sentence_id: str) -> Sentence:
        """The sentence record behind an `Evidence`; raises `KeyError` where there is none."""
        for findings in self.findings:
            if findings.article == article:
                number = int(sentence_id.removeprefix("s")) - 1
                if 0 <= number < len(findings.sentences):
                    return findings.sentences[number]
        raise KeyError(f"{article}#{sentence_id}")
