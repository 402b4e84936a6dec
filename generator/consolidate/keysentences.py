"""The sentences that say most of what the articles say.

In: texts, sentences and resolved statements. Out: a few `KeySentence` records, whole sentences, verbatim. Centrality is
LexRank with a preference (Erkan and Radev 2004; Otterbacher, Erkan and Radev 2009), diversity is maximal marginal
relevance (Carbonell and Goldstein 1998): published methods that count words and depend on nothing but the texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

from generator.lexicons import languages, read_sections
from generator.model.corpus import KeySentence
from generator.model.terms import Form, Modality

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.model.comparison import Comparison
    from generator.model.corpus import ActorStatement, Evidence, Happening
    from generator.model.findings import Findings, Sentence

CHOSEN = 5
"""Most key sentences."""
CANDIDATES = 1200
"""Most sentences that are ranked against each other; of many articles, each sends its most central ones."""
SHORT, LONG = 50, 280
"""Characters of a sentence that says something by itself and is read at a glance."""
EDGE = 0.1
"""Least similarity that links two sentences, as in the paper."""
SAME, COPIED = 0.75, 0.95
"""Least similarity at which a sentence of another article says the same, and at which it was taken over: then it is no
further witness."""
LEAD = 4
"""Most words of an opener."""
DAMPING = 0.5
"""How often the walk goes on instead of starting anew: the preference has the weight that the second paper gives it."""
POOL = 4
"""How many times more sentences than are chosen are told apart by diversity: the most central ones."""
ROUNDS = 60
STATEMENT, DEED = 2.0, 1.0
"""How much likelier the random walk starts from a statement of a known speaker, and from what somebody plainly did, than
from another sentence."""
RELEVANCE = 0.6
"""Weight of centrality against diversity."""
WORD = re.compile(r"[^\W\d_]{2,}|\d+")
CLOSED = re.compile(r"[.!…][”’\"»')]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence that may be chosen."""

    evidence: Evidence
    weights: Mapping[str, float]
    """Word -> share in a vector of length one."""
    statement: ActorStatement | None
    deed: bool
    """True where it tells of something that happened."""


def gather_key_sentences(
    findings: Sequence[Findings],
    statements: Sequence[ActorStatement],
    happenings: Sequence[Happening],
    sources: Sources,
    dependence: Comparison | None = None,
) -> tuple[KeySentence, ...]:
    """The chosen ones, most central first; of copies of one text only the first has a say in what is central."""
    copied = dependence.stands_for if dependence else {}
    findings = [one for one in findings if one.article not in copied]
    lines = _lines(findings, statements, happenings, sources)
    if not lines:
        return ()
    links = _similar(lines)
    central = _lexrank(lines, links)
    order = _diverse(lines, links, central, len(findings))
    told = _told_elsewhere(statements, happenings)
    return tuple(
        KeySentence(
            evidence=lines[at].evidence,
            statement=one.id if (one := lines[at].statement) else None,
            support=_support(at, lines, links[at], told),
        )
        for at in order
    )


def _lines(
    findings: Sequence[Findings],
    statements: Sequence[ActorStatement],
    happenings: Sequence[Happening],
    sources: Sources,
) -> list[_Line]:
    """The candidates: of every article the sentences that can stand alone, the most central ones where there are many."""
    said: dict[tuple[str, str], ActorStatement] = {}
    for one in statements:
        if one.speaker and one.content and not one.negated and one.same_as is None:
            said.setdefault((one.article, one.content[0].sentence), one)
    deeds = {
        (report.article, report.trigger.sentence)
        for one in happenings
        if one.confident and one.modality is Modality.ASSERTED
        for report in one.reports
    }
    bags = [_bags(found, sources) for found in findings]
    spread = Counter(word for held in bags for _, words in held for word in words)
    total = sum(len(held) for held in bags)
    rarity = {word: log((1 + total) / count) for word, count in spread.items()}
    each = max(1, CANDIDATES // max(1, len(findings)))
    ranked: list[tuple[float, int, _Line]] = []
    for found, held in zip(findings, bags, strict=True):
        lines = [
            _Line(evidence, weights, said.get(spot), spot in deeds)
            for evidence, words in held
            if (weights := _unit(words, rarity)) and (spot := (found.article, evidence.sentence))
        ]
        if len(lines) > each:
            near = [sum(held.values()) for held in _similar(lines)]
            kept = sorted(range(len(lines)), key=lambda at: (-round(near[at], 9), at))[:each]
            ranked += [(near[at], len(ranked), lines[at]) for at in sorted(kept)]
        else:
            ranked += [(0.0, len(ranked), line) for line in lines]
    best = sorted(ranked, key=lambda one: (-round(one[0], 9), one[1]))[:CANDIDATES]
    return [line for _, _, line in sorted(best, key=lambda one: one[1])]


def _bags(found: Findings, sources: Sources) -> list[tuple[Evidence, Counter[str]]]:
    if not found.analysed:
        return []
    openers = read_sections(found.language, "openers") if found.language in languages() else {}
    pointing = {mention.span[0] for mention in found.mentions if mention.form is Form.PRONOUN}
    article = sources.articles[found.article]
    held = []
    for sentence in found.sentences:
        evidence = sources.evidence(found.article, sentence.span)
        if article.paragraphs[sentence.paragraph].heading or sentence.span[0] in pointing:
            continue
        words = WORD.findall(evidence.quote.casefold())
        if words and not _leans(words, openers) and _stands_alone(evidence.quote, sentence):
            held.append((evidence, Counter(words)))
    return held


def _leans(words: Sequence[str], openers: Mapping[str, str]) -> bool:
    """True where the sentence begins with words that need the one before it."""
    return any(" ".join(words[:number]) in openers for number in range(1, LEAD + 1))


def _stands_alone(text: str, sentence: Sentence) -> bool:
    length = sentence.span[1] - sentence.span[0]
    balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0
    return SHORT <= length <= LONG and balanced and bool(CLOSED.search(text)) and "\n" not in text


def _unit(words: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: count * rarity[word] for word, count in words.items()}
    length = sqrt(sum(one * one for one in weights.values()))
    return {word: one / length for word, one in weights.items()} if length else {}


def _similar(lines: Sequence[_Line]) -> list[dict[int, float]]:
    """By sentence: the others that share words with it, and how similar they are (idf-modified cosine)."""
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, line in enumerate(lines):
        for word, weight in line.weights.items():
            places[word].append((at, weight))
    links: list[dict[int, float]] = []
    for at, line in enumerate(lines):
        near: defaultdict[int, float] = defaultdict(float)
        for word, weight in line.weights.items():
            for other, its in places[word]:
                near[other] += weight * its
        near.pop(at, None)
        links.append({other: value for other, value in near.items() if value >= EDGE})
    return links


def _lexrank(lines: Sequence[_Line], links: Sequence[Mapping[int, float]]) -> list[float]:
    """Where a random walk over similar sentences is found most often; it starts anew from statements rather."""
    start = [1.0 + STATEMENT * (line.statement is not None) + DEED * line.deed for line in lines]
    whole = sum(start)
    start = [one / whole for one in start]
    sums = [sum(near.values()) for near in links]
    rank = list(start)
    for _ in range(ROUNDS):
        moved = [0.0] * len(lines)
        idle = 0.0
        for at, near in enumerate(links):
            if not near:
                idle += rank[at]
                continue
            share = rank[at] / sums[at]
            for other, value in near.items():
                moved[other] += share * value
        changed = [
            (1 - DAMPING) * its + DAMPING * (come + idle * its)
            for its, come in zip(start, moved, strict=True)
        ]
        done = sum(abs(one - other) for one, other in zip(changed, rank, strict=True)) < 1e-7
        rank = changed
        if done:
            break
    best = max(rank)
    return [round(one / best, 6) for one in rank]


def _diverse(
    lines: Sequence[_Line], links: Sequence[Mapping[int, float]], central: Sequence[float], articles: int
) -> list[int]:
    """Maximal marginal relevance; nothing and nobody stands twice, and no article gives more than its share."""
    share = max(1, -(-CHOSEN // max(1, articles)))
    given: Counter[str] = Counter()
    heard: set[str] = set()
    chosen: list[int] = []
    left = set(sorted(range(len(lines)), key=lambda at: (-central[at], at))[: POOL * CHOSEN])
    while left and len(chosen) < CHOSEN:
        best = min(
            left,
            key=lambda at: (
                -round(
                    RELEVANCE * central[at]
                    - (1 - RELEVANCE) * max((links[at].get(other, 0.0) for other in chosen), default=0.0),
                    6,
                ),
                at,
            ),
        )
        left.discard(best)
        line = lines[best]
        speaker = line.statement.speaker if line.statement else None
        if given[line.evidence.article] >= share or (speaker and speaker in heard):
            continue
        chosen.append(best)
        left -= {other for other, value in links[best].items() if value >= SAME}
        given[line.evidence.article] += 1
        if speaker:
            heard.add(speaker)
    return chosen


def _told_elsewhere(
    statements: Sequence[ActorStatement], happenings: Sequence[Happening]
) -> Mapping[tuple[str, str], list[Evidence]]:
    """By article and sentence: where the same quotation, or a report of the same event, stands."""
    by_id = {one.id: one for one in statements}
    told: defaultdict[tuple[str, str], list[Evidence]] = defaultdict(list)
    groups = [
        [one.content[0], *(by_id[other].content[0] for other in one.repeats)]
        for one in statements
        if one.repeats
    ]
    groups += [[report.trigger for report in one.reports] for one in happenings if one.articles > 1]
    for group in groups:
        for one in group:
            told[one.article, one.sentence] += [other for other in group if other.article != one.article]
    return told


def _support(
    at: int,
    lines: Sequence[_Line],
    near: Mapping[int, float],
    told: Mapping[tuple[str, str], list[Evidence]],
) -> tuple[Evidence, ...]:
    """One place in every other article that says the same in words of its own, or has the same quotation."""
    own = lines[at].evidence
    found: dict[str, Evidence] = {}
    for one in told.get((own.article, own.sentence), ()):
        found.setdefault(one.article, one)
    for other in sorted(near, key=lambda other: (-round(near[other], 6), other)):
        if near[other] < SAME:
            break
        if near[other] < COPIED and lines[other].evidence.article != own.article:
            found.setdefault(lines[other].evidence.article, lines[other].evidence)
    return tuple(found.values())
