"""How the articles differ: copies, names, coverage, numbers, emphasis, likeness.

In: ids and spans. Out: `Comparison` and its parts, reached as `Corpus.comparison`. It counts and quotes; it rates nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.actors import Evidence
from generator.model.copies import Change, Citation, CopyGroup, CopyKind, CopyPair
from generator.model.differences import (
    Contrast,
    Difference,
    Naming,
    NumberGroup,
    Quantity,
    Referent,
    Side,
    Wording,
)

__all__ = [
    "ArticlePair",
    "Change",
    "Citation",
    "Comparison",
    "Contrast",
    "CopyGroup",
    "CopyKind",
    "CopyPair",
    "Covered",
    "Difference",
    "Match",
    "Naming",
    "NumberGroup",
    "Opening",
    "Quantity",
    "Referent",
    "Related",
    "Share",
    "Side",
    "ThemeUse",
    "Thing",
    "Voice",
    "Wording",
]


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
    naming: str | None = None
    """Id of the row of the naming matrix by which articles that call an event by other words have it too."""
    joined: tuple[str, ...] = ()
    """Ids of further events that this row takes for the same."""
    doubtful: bool = False
    """True where no text says that they are the same; `rule` of the row then says what speaks for it."""


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
