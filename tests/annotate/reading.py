"""Short texts read as whole articles, for tests of extractors."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.annotate.articles import annotate_article
from generator.model.article import Article, Paragraph, TitleOrigin
from generator.settings import AnnotateSettings

if TYPE_CHECKING:
    from generator.model.findings import Findings


def read(text: str) -> tuple[Article, Findings]:
    """A text of one paragraph and its findings, taken for English however short it is."""
    article = Article(
        id="a",
        path="a.txt",
        title="a",
        title_origin=TitleOrigin.HEADING,
        text=text,
        paragraphs=(Paragraph(span=(0, len(text))),),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
    )
    return article, annotate_article(article, AnnotateSettings())
