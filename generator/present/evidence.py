"""What proves an item: the chip beside it and the sentences in its card.

In: `Evidence` of the corpus. Out: plain values for the template: how many sentences, which words, where they stand
and, where an item was inferred, by which rule. Every page shows its proof through these two records alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.article import TitleOrigin
from generator.present.addresses import article_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.article import Article
    from generator.model.corpus import Evidence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

CARD = 4
"""Most sentences in one card."""
FEW = 1
"""The same in long lists, whose cards together would weigh more than the page."""
TITLE = 60
"""Most characters of an article's title in a card."""
SIDE = 240
"""Most characters shown on either side of the words that prove something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words in their sentence. `before + quote + after` is the sentence, shortened where it is very long."""

    before: str
    quote: str
    after: str
    article: str | None
    """Title of the article, shortened; `None` on its own page."""
    paragraph: int | None
    """One-based number on the article's page; `None` in the headline."""
    url: str
    rule: str | None = None
    """How it was inferred; `None` where the words say it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """The proof of one item."""

    count: int
    """Number of supporting sentences."""
    url: str
    """The first of them."""
    passages: tuple[Passage, ...]
    more: int
    """Sentences that are not in the card."""
    inferred: bool


def read_passage(
    evidence: Evidence, briefing: Briefing, place: Place, *, rule: str | None = None, side: int = SIDE
) -> Passage:
    """The evidence in its sentence, with a link to it."""
    article = briefing.articles[evidence.article]
    sentence = briefing.sentence(evidence.article, evidence.sentence)
    start, end = evidence.span
    left, right = sentence.span if sentence else evidence.span
    return Passage(
        before=end_of(article.text[min(left, start) : start], side),
        quote=shorten(article.quote((start, end)), 2 * side),
        after=shorten(article.text[end : max(right, end)], side),
        article=None if place.path == article_path(article.id) else name_article(article),
        paragraph=briefing.paragraphs[article.id][sentence.paragraph] if sentence else None,
        url=place.article(evidence.article, evidence.sentence),
        rule=rule,
    )


def cite(
    evidence: Iterable[Evidence],
    briefing: Briefing,
    place: Place,
    *,
    rule: str | None = None,
    words: bool = True,
    most: int = CARD,
) -> Chip | None:
    """The chip of an item; `words=False` shows whole sentences without singling out the words.

    `most` sentences stand in its card.
    """
    sentences: dict[tuple[str, str], Evidence] = {}
    for one in evidence:
        sentences.setdefault((one.article, one.sentence), one)
    if not sentences:
        return None
    first = list(sentences.values())
    passages = tuple(read_passage(one, briefing, place, rule=rule) for one in first[:most])
    if not words:
        passages = tuple(_plain(passage) for passage in passages)
    return Chip(
        count=len(first),
        url=passages[0].url,
        passages=passages,
        more=len(first) - len(passages),
        inferred=rule is not None,
    )


def _plain(passage: Passage) -> Passage:
    return Passage(
        before=passage.before + passage.quote + passage.after,
        quote="",
        after="",
        article=passage.article,
        paragraph=passage.paragraph,
        url=passage.url,
        rule=passage.rule,
    )


def shorten(text: str, most: int) -> str:
    """The beginning of `text`, cut at a word where it is too long."""
    if len(text) <= most:
        return text
    cut = text.rfind(" ", most // 2, most)
    return text[: cut if cut > 0 else most].rstrip(" ,;:.…") + " …"


def name_article(article: Article, most: int = TITLE) -> str:
    """What an article is called where it is pointed at.

    First words that stand for a title would read like a quotation beside what the article says, so they are introduced.
    """
    stated = article.title_origin is not TitleOrigin.FIRST_SENTENCE
    return shorten(article.title if stated else f"Untitled: {article.title}", most)


def end_of(text: str, most: int) -> str:
    """The end of `text`, cut at a word where it is too long."""
    if len(text) <= most:
        return text
    cut = text.find(" ", len(text) - most, len(text) - most // 2)
    return "… " + text[(cut + 1 if cut > 0 else len(text) - most) :]
