"""What articles dwell on, and whom they let speak.

In: themes, voices and openings of articles. Out: rows with a cell an article: how many sentences, how many words, and the
proof. Shares are drawn as bars and counted beside them; nothing is rated, and no share is called too high.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.evidence import Chip, cite, name_article
from generator.present.items import ActorName, TopicName, name_actor, name_topic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.comparison import ThemeUse, Voice
    from generator.model.corpus import Evidence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing
    from generator.present.tallies import Tally

CARD = 2
"""Most sentences in the card of a cell."""
ROWS = 24
"""Most speakers in a table."""
FIRST = 4
"""Most themes, actors or keywords of an opening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one article has for a row."""

    count: int
    """Sentences of a theme, words of a speaker."""
    of: int
    """Out of so many; 0 where that is not asked."""
    share: int
    """Per cent of the article, for the length of a bar."""
    chip: Chip | None
    mentioned: int = 0
    """Sentences that mention a speaker who gets no word here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """A theme."""

    theme: str
    parts: tuple[Part, ...]
    """One for each column; without columns one for all articles."""
    articles: Tally
    """Those with a sentence on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """A speaker."""

    actor: ActorName | None
    """`None` for those who are not known."""
    parts: tuple[Part, ...]
    articles: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What the first fifth of an article is about."""

    article: str
    url: str
    themes: tuple[tuple[str, int], ...]
    actors: tuple[ActorName, ...]
    topics: tuple[TopicName, ...]
    chip: Chip | None


def theme_rows(columns: Sequence[str], briefing: Briefing, place: Place) -> tuple[ThemeRow, ...]:
    """Themes with most sentences first; without columns over all articles that are no copies."""
    articles = columns or briefing.comparing.originals
    uses: defaultdict[str, dict[str, ThemeUse]] = defaultdict(dict)
    for article in articles:
        for use in briefing.comparing.themes_in.get(article, ()):
            uses[use.theme][article] = use
    total = sum(briefing.comparing.sentences(article) for article in articles)
    rows = []
    for theme, held in uses.items():
        if columns:
            parts = tuple(_theme(held.get(article), article, briefing, place) for article in columns)
        else:
            sentences = [one for use in held.values() for one in use.sentences]
            chip = cite(sentences, briefing, place, words=False, most=CARD)
            share = round(100 * len(sentences) / total) if total else 0
            parts = (Part(count=len(sentences), of=total, share=share, chip=chip),)
        rows.append(ThemeRow(theme=theme, parts=parts, articles=briefing.comparing.tally(held)))
    return tuple(sorted(rows, key=lambda row: (-sum(part.count for part in row.parts), row.theme)))


def _theme(use: ThemeUse | None, article: str, briefing: Briefing, place: Place) -> Part:
    count = len(use.sentences) if use else 0
    return Part(
        count=count,
        of=briefing.comparing.sentences(article),
        share=round(100 * use.share) if use else 0,
        chip=cite(use.words or use.sentences, briefing, place, most=CARD) if use else None,
    )


def voice_rows(columns: Sequence[str], briefing: Briefing, place: Place) -> tuple[tuple[VoiceRow, ...], int]:
    """Speakers with most words first, the unknown ones last; and how many have no row."""
    articles = columns or briefing.comparing.originals
    held: defaultdict[str | None, dict[str, Voice]] = defaultdict(dict)
    for article in articles:
        for voice in briefing.comparing.voices_in.get(article, ()):
            held[voice.speaker if voice.speaker in briefing.actors else None][article] = voice
    totals = {speaker: sum(one.words for one in said.values()) for speaker, said in held.items()}
    order = sorted(held, key=lambda key: (key is None, -totals[key], key or ""))
    rows = [
        VoiceRow(
            actor=name_actor(briefing.actors[speaker], place) if speaker else None,
            parts=tuple(_voice(speaker, held[speaker].get(one), one, briefing, place) for one in columns)
            or (_all_voices(list(held[speaker].values()), briefing, place),),
            articles=briefing.comparing.tally(held[speaker]),
        )
        for speaker in order[:ROWS]
    ]
    return tuple(rows), max(0, len(order) - ROWS)


def _voice(speaker: str | None, voice: Voice | None, article: str, briefing: Briefing, place: Place) -> Part:
    if voice:
        said = _content((voice,), briefing)
        chip = cite(said, briefing, place, most=CARD)
        return Part(count=voice.words, of=0, share=round(100 * voice.share), chip=chip)
    named = [
        mention.evidence
        for mention in (briefing.actors[speaker].mentions if speaker else ())
        if mention.evidence.article == article
    ]
    mentioned = len({one.sentence for one in named})
    return Part(count=0, of=0, share=0, chip=cite(named, briefing, place, most=CARD), mentioned=mentioned)


def _all_voices(voices: Sequence[Voice], briefing: Briefing, place: Place) -> Part:
    chip = cite(_content(voices, briefing), briefing, place, most=CARD)
    return Part(count=sum(one.words for one in voices), of=0, share=0, chip=chip)


def _content(voices: Sequence[Voice], briefing: Briefing) -> Iterator[Evidence]:
    for voice in voices:
        for key in voice.statements:
            if key in briefing.statements:
                yield from briefing.statements[key].content[:1]


def read_beginnings(columns: Sequence[str], briefing: Briefing, place: Place) -> tuple[Beginning, ...]:
    """The openings of the articles, in their order."""
    return tuple(
        made for article in columns if (made := read_beginning(article, briefing, place)) is not None
    )


def read_beginning(article: str, briefing: Briefing, place: Place) -> Beginning | None:
    """What the first fifth of an article is about; `None` where nothing was found in it."""
    one = briefing.comparing.openings.get(article)
    if one is None or not (one.themes or one.actors or one.topics):
        return None
    topics = briefing.comparing.topics
    return Beginning(
        article=name_article(briefing.articles[article]),
        url=place.article(article),
        themes=one.themes[:FIRST],
        actors=tuple(
            name_actor(briefing.actors[key], place) for key, _ in one.actors[:FIRST] if key in briefing.actors
        ),
        topics=tuple(
            name_topic(topics[key], briefing, place) for key, _ in one.topics[:FIRST] if key in topics
        ),
        chip=cite(one.sentences, briefing, place, words=False),
    )
