"""Texts that repeat or draw on other texts.

In: ids and spans. Out: `CopyGroup`, `Citation` and their parts, which `comparison` offers beside all that rests on them.
"""

from __future__ import annotations

from dataclasses import dataclass
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
