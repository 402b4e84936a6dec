"""What one text says that another may say differently: names of deeds, numbers, themes.

In: spans into one `Article`. Out: `Designation`, `Amount` and `ThemeWord`, which `findings` offers beside the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeWord:
    """A word or phrase that names a theme."""

    theme: str
    """A section of the theme lexicon."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """A noun phrase for a deed or body that may be called by other words elsewhere."""

    span: Span
    """The words it is called by: the noun with its adjectives ("recent military actions")."""
    head: Span
    sense: str
    """A section of the lexicon of designations: what kind of thing the words name."""
    lemma: str
    """Base form of the head word."""
    whole: Span
    """The phrase with all that hangs on it: where its places are looked for."""
    definite: bool
    """True for "the operation", "this operation": it was named before, or is known."""
    agent_head: Span | None
    """Head word of the one behind it, where the phrase or its verb says so."""
    year: str | None
    """A year before the noun ("the 2020 war")."""
    described_as: Span | None
    """The words by which somebody describes it ("a measure to restore order")."""
    describer_head: Span | None
    """Head word of the one who calls it so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number in the text that counts or measures something."""

    id: str
    """`qu-` and a hash of article id and words: stable while these stay."""
    span: Span
    """With the words that loosen it and its unit."""
    lo: float | None
    """Least value it can mean; `None` where open."""
    hi: float | None
    """Largest value; `None` where open."""
    unit: str | None
    """`None` for a count."""
    counted: str | None
    """Base form of what is counted."""
    counted_span: Span | None
    done: str | None
    """Base form of what is said of them."""
    bound: str | None
    """The words that loosen it, in lower case."""
    date: Span | None
    """Span of the `DateRef` in the same sentence, where it holds just one."""
    rule: str
    holder: str | None = None
    """Base form of whose loss, cost or gain it is ("losses of **exporters**")."""
    source: Span | None = None
    """Head word of the one who gives the value ("the **ministry** put the losses at"), where that is no statement."""
