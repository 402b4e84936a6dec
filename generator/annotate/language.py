"""Languages and models: which language a text is in, and its spaCy doc.

In: an `Article`. Out: a language code; a `Doc` whose offsets are the article's. Models are loaded once a process and
only when a text needs them, since loading costs more than analysing a short article.
"""

from __future__ import annotations

import importlib
from bisect import bisect_right
from functools import cache
from importlib import metadata
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.annotate.words import share_words
from generator.errors import SettingsError
from generator.model.findings import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from generator.model.article import Article, Span
    from generator.settings import AnnotateSettings

CHUNK = 20_000
"""Characters analysed at once: memory grows with it (about 1 GB per 100,000 words), quality does not."""
SHORT = 40
"""Below this many letters a detected language is chance; the text is taken for English."""


def detect_language(article: Article) -> str:
    """ISO 639-1 code: what the source states, else what py3langid makes of the text."""
    if article.language:
        return article.language.lower().split("-")[0]
    if sum(map(str.isalpha, article.text)) < SHORT:
        return "en"
    import py3langid

    return str(py3langid.classify(article.text[:10_000])[0])


def model_for(language: str, settings: AnnotateSettings) -> str | None:
    """Package name of the model that serves a language; `None` where none does."""
    return settings.model if language == "en" else None


def model_version(package: str) -> str:
    """Version of an installed model, without loading it; raises `SettingsError` where it is missing."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError as error:
        raise SettingsError(
            f"The language model “{package}” is not installed. Run: pip install {package}"
        ) from error


@cache
def load_model(package: str) -> Language:
    """The spaCy pipeline of a package, with sentence ends at paragraph ends."""
    model_version(package)
    from spacy.language import Language

    nlp: Language = importlib.import_module(package).load()
    if not Language.has_factory("paragraph_ends"):
        Language.component("paragraph_ends", func=_paragraph_ends)
    nlp.add_pipe("paragraph_ends", before="parser")
    nlp.max_length = 10 * CHUNK
    share_words(nlp)
    return nlp


def _paragraph_ends(doc: Doc) -> Doc:
    """No sentence and no name runs over a line end: the parser keeps starts that are set before it."""
    for before, token in pairwise(doc):
        if before.is_space and "\n" in before.text:
            token.is_sent_start = True
    return doc


def read_doc(article: Article, package: str) -> Doc:
    """The analysed text; `doc.text == article.text`."""
    from spacy.tokens import Doc

    nlp = load_model(package)
    docs = list(nlp.pipe((article.text[start:end] for start, end in _chunks(article.text)), batch_size=8))
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    if doc is None or doc.text != article.text:
        raise AssertionError(f"{article.path}: the analysed text is not the article's")
    return doc


def _chunks(text: str) -> Iterator[Span]:
    """Pieces that tile the text, cut at a line end, else at a blank, else anywhere."""
    start = 0
    while len(text) - start > CHUNK:
        end = start + CHUNK
        for mark in ("\n", ". ", " "):
            cut = text.rfind(mark, start + CHUNK // 2, end)
            if cut >= 0:
                end = cut + len(mark)
                break
        yield start, end
        start = end
    yield start, len(text)


def read_sentences(article: Article, doc: Doc) -> tuple[Sentence, ...]:
    """The doc's sentences without surrounding white space, numbered, each inside one paragraph."""
    spans = [piece for sent in doc.sents for piece in _trimmed(article, (sent.start_char, sent.end_char))]
    return _numbered(article, spans)


def plain_sentences(article: Article) -> tuple[Sentence, ...]:
    """One sentence a paragraph, for texts that no model serves."""
    return _numbered(article, [paragraph.span for paragraph in article.paragraphs])


def _trimmed(article: Article, span: Span) -> Iterator[Span]:
    """`span` cut at paragraph ends and stripped; nothing where only white space is left."""
    for paragraph in article.paragraphs:
        start, end = max(span[0], paragraph.span[0]), min(span[1], paragraph.span[1])
        if start < end:
            words = article.text[start:end]
            start += len(words) - len(words.lstrip())
            end -= len(words) - len(words.rstrip())
            if start < end:
                yield start, end


def _numbered(article: Article, spans: list[Span]) -> tuple[Sentence, ...]:
    starts = [paragraph.span[0] for paragraph in article.paragraphs]
    return tuple(
        Sentence(id=f"s{number}", span=span, paragraph=bisect_right(starts, span[0]) - 1)
        for number, span in enumerate(spans, 1)
    )
