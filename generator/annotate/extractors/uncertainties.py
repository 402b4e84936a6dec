"""What a text calls unknown, unconfirmed, disputed or unlikely.

In: the doc and the statements. Out: `Uncertainty` records with the words that say so. Inside what somebody says, it is
the speaker who is uncertain: the statement is named, so that a reader never takes it for the article's judgement.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from generator.annotate.phrases import Ground
from generator.annotate.reading import Extractor
from generator.lexicons import read_sections
from generator.model.findings import Doubt, Uncertainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from generator.annotate.reading import Reading
    from generator.model.article import Span

GAP = 3
"""Most words for which a star stands."""
BE = frozenset({"be", "remain", "seem", "appear", "stay", "become"})

Pattern = tuple[tuple[str, ...], Doubt]


@cache
def _patterns(language: str) -> dict[str, tuple[Pattern, ...]]:
    """Patterns by their first word, the longest first."""
    found: dict[str, list[Pattern]] = {}
    for entry, section in read_sections(language, "uncertainty").items():
        words = tuple(entry.split())
        found.setdefault(words[0], []).append((words, Doubt(section)))
    return {
        first: tuple(sorted(patterns, key=lambda one: (-len(one[0]), one[0])))
        for first, patterns in found.items()
    }


def find_uncertainties(reading: Reading) -> tuple[Uncertainty, ...]:
    """One record a wording, in the order of the text; questions are left out."""
    ground = Ground(reading.article, reading.doc, reading.sentences)
    patterns = _patterns(reading.language)
    found: list[tuple[Span, Doubt]] = []
    for sentence in reading.sentences:
        tokens = ground.words(sentence)
        if not tokens or tokens[-1].text == "?":
            continue
        taken = -1
        for place in range(len(tokens)):
            if place > taken:
                length, kind = _match(tokens, place, patterns)
                if length and kind is not None:
                    last = tokens[place + length - 1]
                    found.append(((tokens[place].idx, last.idx + len(last)), kind))
                    taken = place + length - 1
    return _numbered(reading, found)


def _match(
    tokens: Sequence[Token], place: int, patterns: dict[str, tuple[Pattern, ...]]
) -> tuple[int, Doubt | None]:
    """Number of tokens of the best pattern that starts here; 0 where none does."""
    token = tokens[place]
    candidates = list(patterns.get(token.lower_, ()))
    if token.lemma_.lower() in BE:
        candidates += patterns.get("{be}", ())
    for words, kind in candidates:
        length = _length(tokens, place, words)
        if length:
            return length, kind
    return 0, None


def _length(tokens: Sequence[Token], place: int, words: Sequence[str]) -> int:
    at = place
    for number, word in enumerate(words):
        if word == "*":
            following = words[number + 1]
            gap = next(
                (
                    step
                    for step in range(GAP + 1)
                    if at + step < len(tokens) and tokens[at + step].lower_ == following
                ),
                None,
            )
            if gap is None or any(one.is_punct or one.pos_ == "VERB" for one in tokens[at : at + gap]):
                return 0
            at += gap
            continue
        if at >= len(tokens):
            return 0
        token = tokens[at]
        if not (token.lemma_.lower() in BE if word == "{be}" else token.lower_ == word):
            return 0
        at += 1
    return at - place


def _numbered(reading: Reading, found: Sequence[tuple[Span, Doubt]]) -> tuple[Uncertainty, ...]:
    said = [(span, one.id) for one in reading.found["statements"] for span in one.content] if found else []
    # The shortest statement around a character is the one whose speaker says it.
    around: dict[int, str] = {}
    for (start, end), key in sorted(said, key=lambda one: one[0][0] - one[0][1]):
        around.update((cue[0], key) for cue, _ in _between(found, start, end))
    seen: Counter[str] = Counter()
    records = []
    for cue, kind in found:
        words = f"{reading.article.id}\x1f{reading.article.quote(cue)}"
        seen[words] += 1
        digest = hashlib.sha256(f"{words}\x1f{seen[words]}".encode()).hexdigest()
        statement = around.get(cue[0])
        records.append(Uncertainty(id=f"un-{digest[:10]}", kind=kind, cue=cue, statement=statement))
    return tuple(records)


def _between(found: Sequence[tuple[Span, Doubt]], start: int, end: int) -> Iterator[tuple[Span, Doubt]]:
    for number in range(bisect_left(found, start, key=lambda one: one[0][0]), len(found)):
        if found[number][0][1] > end:
            return
        yield found[number]


EXTRACTOR = Extractor(field="uncertainties", find=find_uncertainties, needs=("statements",))
