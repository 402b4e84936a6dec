"""YAKE's opinion of phrases.

In: an article's text. Out: phrase in lower case -> score, lower is better; empty where YAKE has nothing to say. All of
YAKE's habits that would surprise the rest of the program end in this module.
"""

from __future__ import annotations

import logging
import math
import re

ALL = 1_000_000_000
"""More keywords than any text has: YAKE ranks every phrase, and this program chooses."""
FEWEST_STOP_WORDS = 50
"""A language YAKE does not know gets one stop word instead of an error."""
NOISE = re.compile(r"\S{81,}")
"""Unbroken text longer than any word: its pieces would cost YAKE time that grows with their square."""
UNENDED = re.compile(r"(?<=[^\s.!?:;,])[^\S\n]*\n")

logger = logging.getLogger(__name__)


def yake_scores(text: str, language: str, longest: int) -> dict[str, float]:
    """Scores of all phrases of up to `longest` words.

    Method: Campos et al., "YAKE! Keyword extraction from single documents using multiple local features" (2020).
    """
    import yake

    try:
        extractor = yake.KeywordExtractor(lan=language, n=longest, dedup_lim=1.0, top=ALL)
        if len(extractor.stopword_set) < FEWEST_STOP_WORDS:
            return {}
        # YAKE turns line ends into blanks: a headline without a full stop would run into the first sentence.
        scored = extractor.extract_keywords(UNENDED.sub(".\n", NOISE.sub(" ", text)))
    except Exception as error:  # noqa: BLE001 - a foreign library's failure must not cost the article its keywords
        logger.debug("YAKE failed: %s", error)
        return {}
    # YAKE answers with NumPy numbers, which JSON does not know.
    scores = {str(phrase): float(score) for phrase, score in scored}
    return {phrase: score for phrase, score in scores.items() if math.isfinite(score)}
