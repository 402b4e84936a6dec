"""What every rule looks at: one reading, its cues, its quotations and its actors.

In: a `Reading`. Out: `Ground`, made once an article and shared by all rules.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.lexicon import Cues, load_cues
from generator.annotate.extractors.statements.marks import Quotation, find_quotations
from generator.annotate.extractors.statements.speakers import Speakers
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from generator.annotate.reading import Reading
    from generator.model.article import Article


@dataclass(frozen=True, slots=True)
class Ground:
    """One article as the rules see it."""

    article: Article
    doc: Doc
    cues: Cues
    speakers: Speakers
    quotations: tuple[Quotation, ...]
    marks: frozenset[int]
    """Offsets of the first and last character of every pair of quotation marks."""
    documents: frozenset[int]
    """Offsets at which the head words of mentions of documents begin."""
    sentence_of: tuple[int, ...]
    """For each token the index of its sentence."""
    sentences: tuple[DocSpan, ...]
    paragraph_starts: tuple[int, ...]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation around a character."""
        at = bisect_right(self.quotations, offset, key=lambda quotation: quotation.start) - 1
        if at >= 0 and self.quotations[at].start <= offset < self.quotations[at].end:
            return self.quotations[at]
        return None

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph around a character."""
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def sentence_at(self, token: Token) -> DocSpan:
        """The sentence of a token."""
        return self.sentences[self.sentence_of[token.i]]

    def is_document(self, head: Token) -> bool:
        """True for the head word of a report, a poll, a letter."""
        return head.idx in self.documents or self.cues.lemma(head) in self.cues.texts

    def quoted(self, token: Token) -> bool:
        """True inside quotation marks."""
        return self.quotation_at(token.idx) is not None


def survey(reading: Reading) -> Ground:
    """Gathers what the rules need."""
    cues = load_cues(reading.language)
    quotations = find_quotations(reading.article)
    sentences = tuple(reading.doc.sents)
    sentence_of = tuple(number for number, sent in enumerate(sentences) for _ in sent)
    mentions = reading.found.get("mentions", ())
    heads = frozenset(mention.head[0] for mention in mentions)
    marks = frozenset(offset for one in quotations for offset in (one.start, one.end - 1))
    return Ground(
        article=reading.article,
        doc=reading.doc,
        cues=cues,
        speakers=Speakers(reading.doc, cues, heads),
        quotations=quotations,
        marks=marks,
        documents=frozenset(mention.head[0] for mention in mentions if mention.kind == ActorKind.DOCUMENT),
        sentence_of=sentence_of,
        sentences=sentences,
        paragraph_starts=tuple(paragraph.span[0] for paragraph in reading.article.paragraphs),
    )
