"""What an extractor is given and what it declares.

In: one article, its spaCy doc and what other extractors found. Out: nothing; this is the contract between the
runner in `articles.py` and the extractors. The doc never leaves this stage.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from generator.model.article import Article, Span
    from generator.model.findings import Sentence
    from generator.settings import AnnotateSettings


@dataclass(frozen=True, slots=True)
class Reading:
    """One article under analysis. Offsets of `doc` are offsets of `article.text`."""

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    language: str
    settings: AnnotateSettings
    found: Mapping[str, tuple[Any, ...]]
    """Findings so far, by field name of `Findings`; holds at least what the extractor `needs`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractor:
    """One kind of finding."""

    field: str
    """The field of `Findings` that it fills."""
    find: Callable[[Reading], tuple[Any, ...]]
    """Returns records in the order of the text; must not change the reading."""
    needs: tuple[str, ...] = ()
    """Fields that must be filled before."""


def span_of(item: Token | DocSpan) -> Span:
    """Character offsets of a spaCy token or span."""
    from spacy.tokens import Token

    if isinstance(item, Token):
        return item.idx, item.idx + len(item)
    return item.start_char, item.end_char
