"""Which candidates become keywords, and in what order.

In: candidates and YAKE's scores. Out: candidates with their fused scores, best first, without near repetitions. Two
rankings are fused by rank, since their scores have no common unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.keywords.candidates import weight_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.annotate.extractors.keywords.candidates import Candidate

DAMPING = 10
"""Rank offset of the fusion: larger lets lower ranks count for more."""
NOUN_PHRASE_SHARE, YAKE_SHARE = 2.0, 0.7
LENGTH_POWER = 0.7
"""How much a phrase gains by having more words: 0 nothing, 1 as much as each word alone."""
FREQUENCY_POWER = 0.8
"""How much repetition counts: 1 would let one frequent word outweigh every phrase."""
MODIFIER = 0.8
"""What an adjective is worth beside a noun."""
EARLY_BONUS = 0.5
EARLY = 10.0
"""How fast the bonus for an early first appearance fades, per length of the text."""
DISTINCT, BROADLY_DISTINCT = 2, 3
"""Occurrences that a longer phrase needs to stand beside a chosen shorter one; the second for a broad head."""


def rank(
    candidates: Mapping[str, Candidate], yake: Mapping[str, float], length: int
) -> list[tuple[str, float]]:
    """Base forms of all candidates worth a keyword with their scores, best first.

    `length` is the text's length in characters. Reciprocal rank fusion: Cormack et al. (2009).
    """
    kept = {key: one for key, one in candidates.items() if one.body} or dict(candidates)
    kept = _without_fragments(kept)
    surnames = _surnames(kept)
    ours = {key: _weight(kept[key], surnames, kept, length) for key in kept}
    theirs = {key: _yake_score(one, yake) for key, one in kept.items()}
    fused = dict.fromkeys(kept, 0.0)
    for place, key in enumerate(sorted(kept, key=lambda key: (-ours[key], key)), 1):
        fused[key] += NOUN_PHRASE_SHARE / (DAMPING + place)
    scored = [key for key in kept if theirs[key] is not None]
    for place, key in enumerate(sorted(scored, key=lambda key: (theirs[key] or 0.0, key)), 1):
        fused[key] += YAKE_SHARE / (DAMPING + place)
    for single, longer in _specified(kept).items():
        fused[longer] = max(fused[longer], fused.pop(single))
        del kept[single]
    order = sorted((key for key in kept if ours[key] > 0), key=lambda key: (-fused[key], -ours[key], key))
    return [(key, fused[key]) for key in order]


def choose(
    ranked: list[tuple[str, float]], candidates: Mapping[str, Candidate], limit: int
) -> list[tuple[str, float]]:
    """The first `limit` that are no repetition of a better one."""
    chosen: list[tuple[str, float]] = []
    for key, score in ranked:
        if len(chosen) >= limit:
            break
        if not any(_repeats(candidates[key], candidates[other]) for other, _ in chosen):
            chosen.append((key, score))
    return chosen


def _repeats(one: Candidate, better: Candidate) -> bool:
    """True where `one` adds nothing beside `better`: a part of it, or it with an ornament."""
    words, others = set(one.words), set(better.words)
    if words <= others:
        return True
    if not others < words:
        return False
    # "peace process" says more than "peace"; "Ruhr region" says no more than "Ruhr".
    head = weight_of(one.words[-1])
    if one.words[-1] == better.words[-1] or head == 0 or (head < 1 and better.proper):
        return True
    return len(one.spans) < (DISTINCT if head == 1 else BROADLY_DISTINCT)


def _without_fragments(candidates: dict[str, Candidate]) -> dict[str, Candidate]:
    """Drops phrases that were only ever seen inside one longer phrase."""
    covered: dict[str, int] = {}
    for one in candidates.values():
        size = len(one.words)
        for start in range(size):
            for end in range(start + 1, size + 1):
                if end - start < size:
                    part = " ".join(one.words[start:end])
                    covered[part] = max(covered.get(part, 0), len(one.spans))
    return {
        key: one
        for key, one in candidates.items()
        if one.alone
        or (covered.get(key, 0) < len(one.spans) and len(one.spans) >= DISTINCT and all(one.nouns))
    }


def _specified(candidates: Mapping[str, Candidate]) -> dict[str, str]:
    """Nouns that the text mostly uses in one longer phrase -> that phrase ("ferry" -> "night ferry")."""
    found: dict[str, str] = {}
    for key, one in candidates.items():
        head = one.words[-1]
        noun = candidates.get(head)
        if len(one.words) < 2 or noun is None or noun.proper or len(one.spans) < DISTINCT:
            continue
        if 2 * len(one.spans) > len(noun.spans):
            best = candidates.get(found.get(head, ""))
            if best is None or (len(one.spans), len(best.words)) > (len(best.spans), len(one.words)):
                found[head] = key
    return found


def _surnames(candidates: Mapping[str, Candidate]) -> dict[str, str]:
    """Surname -> full name, where the article gives one full name for it."""
    found: dict[str, set[str]] = {}
    for key, one in candidates.items():
        if one.person and len(one.words) > 1:
            found.setdefault(one.words[-1], set()).add(key)
    return {surname: min(names) for surname, names in found.items() if len(names) == 1}


def _weight(
    one: Candidate, surnames: Mapping[str, str], candidates: Mapping[str, Candidate], length: int
) -> float:
    """Frequency x telling words x position."""
    count, first = len(one.spans), one.spans[0][0]
    key = " ".join(one.words)
    surname = one.words[-1]
    if surnames.get(surname) == key and surname in candidates:
        count += candidates[surname].alone
        first = min(first, candidates[surname].spans[0][0])
    if len(one.words) > 1 and weight_of(one.words[-1]) == 0 and count < DISTINCT:
        return 0.0
    name = one.proper > 0 and len(one.words) > 1
    worth = [
        1.0 if name else weight_of(word) * (1.0 if noun else MODIFIER)
        for word, noun in zip(one.words, one.nouns, strict=True)
    ]
    telling = sum(worth) / len(worth) * len(worth) ** LENGTH_POWER
    early = 1 + EARLY_BONUS / (1 + EARLY * first / max(1, length))
    return float(count**FREQUENCY_POWER * telling * early)


def _yake_score(one: Candidate, yake: Mapping[str, float]) -> float | None:
    """The best score of any of its spellings."""
    scores = [yake[spelling.lower()] for spelling in one.spellings if spelling.lower() in yake]
    return min(scores, default=None)
