"""How the articles differ: copies, names, coverage, numbers, emphasis, likeness.

In: ids and spans. Out: `Comparison` and its parts, reached as `Corpus.comparison`. It counts and quotes; it rates nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.actors import Evidence
from generator.model.article import Span


class CopyKind(StrEnum):
    """How the other text of a pair of copies relates to the one that stands for the group."""

    REPRINT = "reprint"
    """The same text with small changes: a headline, a by-line, spelling."""
    CUT = "cut"
    """A part of the text."""
    UPDATE = "update"
    """The text with passages added or rewritten."""


class Share(StrEnum):
    """In how many of the articles something stands."""

    ALL = "all"
    SEVERAL = "several"
    ONE = "one"


class Thing(StrEnum):
    """What kind of thing is covered."""

    ACTOR = "actor"
    PLACE = "place"
    EVENT = "event"
    STATEMENT = "statement"
    KEYWORD = "keyword"
    DATE = "date"


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
class Change:
    """One place where two copies differ; the words between two changes are the same in both."""

    a: Span
    """Characters in the first text; empty (start == end) where the other adds."""
    b: Span
    """Characters in the other text; empty where it leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPair:
    """Two articles of one group: the one that stands for it, and another."""

    a: str
    """Id of the article that stands for the group."""
    b: str
    """Id of the other."""
    kind: CopyKind
    """What `b` is to `a`."""
    jaccard: float
    """Share of the runs of words of both that they have in common, 0 to 1."""
    a_in_b: float
    """Share of the words of `a` that stand in `b` as part of a common run."""
    b_in_a: float
    changes: tuple[Change, ...] = ()
    """The word diff, in the order of the texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Articles that are near copies of one text; exact copies are no articles and stand in `Article.copies`."""

    id: str
    """`cg-` and the id of the first article."""
    articles: tuple[str, ...]
    """Ids; the one that stands for the group first, the others by path."""
    pairs: tuple[CopyPair, ...]
    """One for each other article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An article that draws on another one: no independent support of what that one says."""

    article: str
    """Id of the one that cites."""
    cited: str
    """Id of the one cited."""
    rule: str
    """"names the outlet as its source", "links to it", "takes over passages"."""
    evidence: tuple[Evidence, ...]
    """The words in the citing article."""


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
class Covered:
    """One thing and the articles in which it stands."""

    kind: Thing
    id: str
    """Id of the actor, happening, statement (the one that stands for its group), topic or timeline entry (the first)."""
    share: Share
    """Over the articles that were analysed, copies left out: what only one text and its copies say is `one`."""
    articles: tuple[str, ...]
    """Ids in order, copies among them."""
    independent: int
    """Number of independent articles among them."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberGroup:
    """Quantities that can be held against each other: the same thing counted in the same unit."""

    id: str
    """`ng-` and a hash of its first quantity's id."""
    counted: str | None
    unit: str | None
    done: str | None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeUse:
    """How much of one article is about a theme."""

    article: str
    theme: str
    """A section of the theme lexicon: "diplomacy", "security", ..."""
    share: float
    """Sentences with a word of the theme over all sentences of the article, 0 to 1; a sentence may have several."""
    sentences: tuple[Evidence, ...]
    """One entry a sentence; the quote is the whole sentence."""
    words: tuple[Evidence, ...]
    """The words that made it so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How much one speaker gets to say in one article."""

    article: str
    speaker: str | None
    """Actor id; `None` for statements whose speaker is not known."""
    statements: tuple[str, ...]
    """Ids in the order of the text."""
    words: int
    """Words of their contents."""
    quoted: int
    """Those of them that are in quotation marks, in statements wholly or partly direct."""
    share: float
    """`words` over all words of the article, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the first fifth of an article is about."""

    article: str
    sentences: tuple[Evidence, ...]
    """Whole sentences: those that begin in the first fifth of its characters, at least one."""
    themes: tuple[tuple[str, int], ...]
    """Theme and number of sentences, most first."""
    actors: tuple[tuple[str, int], ...]
    """Actor id and number of mentions, most first."""
    topics: tuple[tuple[str, int], ...]
    """Topic id and number of places, most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two sentences that tell the same."""

    a: str
    """Sentence id in the first article."""
    b: str
    """Sentence id in the second."""
    score: float
    """0 to 1."""
    words: tuple[str, ...] = ()
    """The telling words they share, in the order of the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePair:
    """Two articles that have a side-by-side page."""

    a: str
    b: str
    """Ids, in the order of articles."""
    score: float
    """Likeness, 0 to 1: the mean of the three below."""
    by_actors: float
    """Weighted cosine of their mentions of actors; rare actors weigh more."""
    by_topics: float
    """The same for keywords."""
    by_content: float
    """The same for the words of their sentences."""
    actors: tuple[str, ...]
    """Ids of the actors that both mention, most telling first."""
    topics: tuple[str, ...]
    """Ids of the keywords that both have."""
    statements: tuple[tuple[str, str], ...]
    """Ids of statements that are the same quotation in both."""
    matches: tuple[Match, ...]
    """In the order of the first text; each sentence at most once."""
    copies: str | None = None
    """Id of the copy group to which both belong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The articles nearest to one, copies of it left out."""

    article: str
    others: tuple[tuple[str, float], ...]
    """Id and likeness, most alike first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All of it; empty where there is only one article."""

    copies: tuple[CopyGroup, ...] = ()
    citations: tuple[Citation, ...] = ()
    namings: tuple[Naming, ...] = ()
    """Only things that at least two articles name; contrasts first, then by number of uses."""
    coverage: tuple[Covered, ...] = ()
    """By kind, then as the corpus lists them."""
    quantities: tuple[Quantity, ...] = ()
    """In the order of articles and text."""
    numbers: tuple[NumberGroup, ...] = ()
    """Those that differ first, then by number of articles."""
    differences: tuple[Difference, ...] = ()
    """By kind, certain ones first."""
    themes: tuple[ThemeUse, ...] = ()
    """By article, then in the order of the lexicon."""
    voices: tuple[Voice, ...] = ()
    """By article, who speaks most first."""
    openings: tuple[Opening, ...] = ()
    """By article."""
    pairs: tuple[ArticlePair, ...] = ()
    """All pairs of few articles, the nearest pairs of many; in the order of articles."""
    related: tuple[Related, ...] = ()
    """By article."""
    stands_for: Mapping[str, str] = field(default_factory=dict)
    """Id of a copy -> id of the article that stands for its group."""
    cites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Id of an article -> ids of those it draws on; never in a circle between two."""

    def independent(self, articles: Iterable[str]) -> int:
        """Number of independent articles: copies count once, and one that draws on another of them does not count."""
        return len(self.witnesses(articles))

    def witnesses(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The independent ones among article ids, in their order; at least one where any is given."""
        firsts = dict.fromkeys(self.stands_for.get(one, one) for one in articles)
        kept = [one for one in firsts if not any(other in firsts for other in self.cites.get(one, ()))]
        return tuple(kept or list(firsts)[:1])
