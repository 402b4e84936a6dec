"""Keywords: the phrases that say what an article is about.

In: the doc and the text. Out: `Keyword` records, best first. Noun phrases are ranked by frequency, telling words and
position, fused with YAKE's ranking, because YAKE alone cannot tell a phrase from a fragment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.keywords.candidates import gather_candidates, read_words
from generator.annotate.extractors.keywords.ranking import choose, rank
from generator.annotate.extractors.keywords.yake_scores import yake_scores
from generator.annotate.reading import Extractor
from generator.model.findings import Keyword

if TYPE_CHECKING:
    from generator.annotate.extractors.keywords.candidates import Candidate, Word
    from generator.annotate.reading import Reading
    from generator.model.article import Span


def find_keywords(reading: Reading) -> tuple[Keyword, ...]:
    """The article's keywords, best first; scores are relative to the best one."""
    text = reading.article.text
    words = read_words(reading.doc)
    candidates = gather_candidates(reading, words)
    if not candidates:
        return ()
    yake = yake_scores(text, reading.language, max(1, reading.settings.keyword_words))
    chosen = choose(rank(candidates, yake, len(text)), candidates, reading.settings.keywords)
    places = _places(words, {key: candidates[key] for key, _ in chosen})
    return tuple(
        Keyword(
            term=_spelling(candidates[key]),
            lemma=key,
            score=round(score / chosen[0][1], 4),
            rank=number,
            spans=places[key],
        )
        for number, (key, score) in enumerate(chosen, 1)
    )


def _spelling(candidate: Candidate) -> str:
    """The most frequent spelling; among equals one that is not in capitals, and the one seen first."""
    return max(
        candidate.spellings, key=lambda spelling: (candidate.spellings[spelling], not spelling.isupper())
    )


def _places(words: list[Word], chosen: dict[str, Candidate]) -> dict[str, tuple[Span, ...]]:
    """Where each keyword stands, whatever part of speech it was taken for there."""
    starts: dict[str, list[str]] = {}
    for key, candidate in chosen.items():
        starts.setdefault(candidate.words[0], []).append(key)
    places: dict[str, set[Span]] = {key: set(candidate.spans) for key, candidate in chosen.items()}
    for position, word in enumerate(words):
        for key in starts.get(word.key, ()):
            run = words[position : position + len(chosen[key].words)]
            if tuple(one.key for one in run) == chosen[key].words:
                places[key].add((run[0].span[0], run[-1].span[1]))
    return {key: tuple(sorted(spans)) for key, spans in places.items()}


EXTRACTOR = Extractor(field="keywords", find=find_keywords, needs=())
