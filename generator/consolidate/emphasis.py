"""What each article dwells on: its themes, the voices in it, and what it opens with.

In: theme words, statements, mentions, keywords. Out: `ThemeUse`, `Voice` and `Opening` records. Shares are counted, with the
sentences; nothing here says that a share is large or small.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.consolidate.repeats import QUOTED
from generator.lexicons import read_sections
from generator.model.comparison import Opening, ThemeUse, Voice
from generator.model.findings import Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.evidence import Sources
    from generator.model.corpus import ActorStatement, Corpus, Evidence
    from generator.model.findings import Findings

FIRST = 5
"""The first of so many parts of the text is its opening."""
MOST = 8
"""Most actors and keywords named for an opening."""
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def gather_themes(findings: Sequence[Findings], sources: Sources) -> tuple[ThemeUse, ...]:
    """By article, then in the order of the lexicon; themes of a user's own lexicon behind it, by name."""
    known = dict.fromkeys(read_sections("en", "themes").values())
    order = {theme: number for number, theme in enumerate(known)}
    uses = []
    for one in findings:
        words: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
        for found in one.themes:
            evidence = sources.evidence(one.article, found.span)
            words[found.theme][evidence.sentence].append(evidence)
        spans = {sentence.id: sentence.span for sentence in one.sentences}
        uses += [
            ThemeUse(
                article=one.article,
                theme=theme,
                share=round(len(words[theme]) / len(one.sentences), 4),
                sentences=tuple(sources.evidence(one.article, spans[key]) for key in words[theme]),
                words=tuple(evidence for ones in words[theme].values() for evidence in ones),
            )
            for theme in sorted(words, key=lambda one: (order.get(one, len(order)), one))
        ]
    return tuple(uses)


def gather_voices(corpus: Corpus) -> tuple[Voice, ...]:
    """By article, who speaks most first; those whose name is not known last."""
    spoken: dict[str, dict[str | None, list[ActorStatement]]] = defaultdict(lambda: defaultdict(list))
    for statement in corpus.statements:
        spoken[statement.article][statement.speaker].append(statement)
    voices = []
    for article in corpus.articles:
        length = max(1, _words(article.text))
        own = []
        for speaker, statements in spoken[article.id].items():
            words = sum(_words(piece.quote) for one in statements for piece in one.content)
            own.append(
                Voice(
                    article=article.id,
                    speaker=speaker,
                    statements=tuple(one.id for one in statements),
                    words=words,
                    quoted=sum(map(_quoted, statements)),
                    # Statements may stand inside each other.
                    share=round(min(1.0, words / length), 4),
                )
            )
        voices += sorted(own, key=lambda one: (one.speaker is None, -one.words, one.speaker or ""))
    return tuple(voices)


def _words(text: str) -> int:
    return len(WORD.findall(text))


def _quoted(statement: ActorStatement) -> int:
    if statement.mode is Mode.INDIRECT:
        return 0
    if statement.mode is Mode.DIRECT:
        return sum(_words(piece.quote) for piece in statement.content)
    return sum(_words(words) for piece in statement.content for words in QUOTED.findall(piece.quote))


def gather_openings(corpus: Corpus, sources: Sources) -> tuple[Opening, ...]:
    """By article; the headline is part of the text and counts."""
    actors: dict[str, Counter[str]] = defaultdict(Counter)
    topics: dict[str, Counter[str]] = defaultdict(Counter)
    ends = {article.id: max(1, len(article.text) // FIRST) for article in corpus.articles}
    for actor in corpus.actors:
        for mention in actor.mentions:
            if mention.evidence.span[0] < ends[mention.evidence.article]:
                actors[mention.evidence.article][actor.id] += 1
    for topic in corpus.topics:
        for use in topic.uses:
            topics[use.article][topic.id] += sum(one.span[0] < ends[use.article] for one in use.evidence)
    found = []
    for one in corpus.findings:
        sentences = [each for each in one.sentences if each.span[0] < ends[one.article]]
        if not sentences:
            continue
        themes: dict[str, set[str]] = defaultdict(set)
        for word in one.themes:
            if word.span[0] < sentences[-1].span[1]:
                themes[word.theme].add(sources.sentence(one.article, word.span[0]).id)
        counts = Counter({theme: len(ids) for theme, ids in themes.items()})
        found.append(
            Opening(
                article=one.article,
                sentences=tuple(sources.evidence(one.article, each.span) for each in sentences),
                themes=_most(counts, len(counts)),
                actors=_most(actors[one.article], MOST),
                topics=_most(topics[one.article], MOST),
            )
        )
    return tuple(found)


def _most(counts: Counter[str], number: int) -> tuple[tuple[str, int], ...]:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(pair for pair in ranked if pair[1])[:number]
