"""The runner: one article in, its `Findings` out.

In: articles and settings. Out: findings in the order of the articles, from the cache where they are known. The
extractors run inside the worker processes, since a doc is fifty times larger than what is found in it.
"""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.annotate.extractors import EXTRACTORS
from generator.annotate.language import detect_language, model_for, plain_sentences, read_doc, read_sentences
from generator.annotate.reading import Reading
from generator.model.findings import Findings

if TYPE_CHECKING:
    from generator.annotate.reading import Extractor
    from generator.model.article import Article
    from generator.settings import AnnotateSettings


def in_order(extractors: tuple[Extractor, ...]) -> tuple[Extractor, ...]:
    """Extractors so that each comes after what it needs; raises `ValueError` for a missing or circular need."""
    by_field = {extractor.field: extractor for extractor in extractors}
    for extractor in extractors:
        for need in extractor.needs:
            if need not in by_field:
                raise ValueError(f"extractor of {extractor.field} needs {need}, which nothing finds")
    try:
        order = TopologicalSorter({one.field: one.needs for one in extractors}).static_order()
        return tuple(by_field[name] for name in order)
    except CycleError as error:
        raise ValueError(f"extractors need each other: {error.args[1]}") from error


def annotate_article(article: Article, settings: AnnotateSettings) -> Findings:
    """Everything that the text of one article says."""
    language = detect_language(article)
    package = model_for(language, settings)
    if package is None:
        return Findings(
            article=article.id, language=language, analysed=False, sentences=plain_sentences(article)
        )
    doc = read_doc(article, package)
    sentences = read_sentences(article, doc)
    found: dict[str, tuple[Any, ...]] = {}
    reading = Reading(article, doc, sentences, language, settings, MappingProxyType(found))
    for extractor in in_order(EXTRACTORS):
        try:
            found[extractor.field] = extractor.find(reading)
        except Exception as error:
            error.add_note(f"while looking for {extractor.field}")
            raise
    return Findings(article=article.id, language=language, analysed=True, sentences=sentences, **found)
