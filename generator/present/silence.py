"""Who gets a word, and who never does.

In: the corpus. Out: how many words of each speaker every article quotes or reports, as a chart with its table; the
actors that could speak, are mentioned often, and are given no statement. A state is not silent while its officials
speak: it is listed with those through whom it does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import ActorKind, Mode
from generator.present.evidence import FEW, Chip, cite
from generator.present.figures import SERIES, UNKNOWN_SPEAKER, article_labels
from generator.present.items import ActorName, name_actor
from generator.present.render import counted
from generator.present.twins import Cell, Figure, Kind, Line, twin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.corpus import Actor, ActorStatement
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

CAN_SPEAK = (ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.GROUP)
"""Kinds that can speak."""
LISTED = 40
"""Most silent actors in a list."""
THROUGH = 4
"""Most voices named for one of them."""
_WORDS = Kind(
    id="words",
    title="How many words each one gets",
    lead=("Speaker",),
    total="Words",
    things="speakers",
    remedy="Articles that quote more speakers would change that.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheard:
    """An actor without a statement of its own."""

    actor: ActorName
    sentences: int
    through: tuple[ActorName, ...]
    """Those that belong to it and do speak."""
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The actors that are given no statement."""

    silent: tuple[Unheard, ...]
    represented: tuple[Unheard, ...]
    """Those that speak through others."""
    more: int
    least: int
    """Fewest sentences that make a silence worth a word."""


def silent_actors(briefing: Briefing) -> tuple[Actor, ...]:
    """Those who could speak, appear often, and speak neither themselves nor through others; most mentioned first."""
    return tuple(one for one in _without_statement(briefing) if not _voices(one, briefing))


def read_silence(briefing: Briefing, place: Place) -> Silence:
    """Both lists, the most mentioned ones first."""
    found = _without_statement(briefing)
    silent = [one for one in found if not _voices(one, briefing)]
    represented = [one for one in found if _voices(one, briefing)]
    return Silence(
        silent=tuple(_unheard(one, briefing, place) for one in silent[:LISTED]),
        represented=tuple(_unheard(one, briefing, place) for one in represented[:LISTED]),
        more=max(0, len(silent) - LISTED),
        least=briefing.settings.silence_minimum,
    )


def _without_statement(briefing: Briefing) -> list[Actor]:
    found = [
        (len(_sentences(actor)), actor)
        for actor in briefing.corpus.actors
        if actor.kind in CAN_SPEAK and actor.id not in briefing.statements_by
    ]
    kept = [(count, actor) for count, actor in found if count >= briefing.settings.silence_minimum]
    return [actor for _, actor in sorted(kept, key=lambda pair: (-pair[0], pair[1].id))]


def _sentences(actor: Actor) -> set[tuple[str, str]]:
    return {(one.evidence.article, one.evidence.sentence) for one in actor.mentions}


def _voices(actor: Actor, briefing: Briefing) -> list[Actor]:
    """Those that belong to an actor and are given statements, most first."""
    voices = [one for one in briefing.voices_of.get(actor.id, ()) if briefing.statements_by.get(one.id)]
    return sorted(voices, key=lambda one: (-len(briefing.statements_by[one.id]), one.id))


def _unheard(actor: Actor, briefing: Briefing, place: Place) -> Unheard:
    return Unheard(
        actor=name_actor(actor, place),
        sentences=len(_sentences(actor)),
        through=tuple(name_actor(one, place) for one in _voices(actor, briefing)[:THROUGH]),
        chip=cite((one.evidence for one in actor.mentions), briefing, place, most=FEW),
    )


def draw_words(briefing: Briefing, place: Place) -> Figure:
    """Words by speaker, told apart by article while there are few of them, else by how they are given."""
    corpus = briefing.corpus
    by_speaker: defaultdict[str | None, list[ActorStatement]] = defaultdict(list)
    for statement in corpus.statements:
        # What is told inside another statement has its words there already.
        if not statement.negated and statement.inside is None:
            by_speaker[statement.speaker].append(statement)
    apart = len(corpus.articles) <= SERIES
    labels = article_labels(corpus.articles)
    series = (
        [(article.id, labels[article.id]) for article in corpus.articles]
        if apart
        else [("quoted", "wholly or partly in quotation marks"), ("reported", "in the article's words")]
    )
    totals = {speaker: words_of(said) for speaker, said in by_speaker.items()}
    lines = []
    for speaker in sorted(by_speaker, key=lambda key: (key is None, -totals[key], key or "")):
        said = by_speaker[speaker]
        parts = [[one for one in said if (one.article if apart else _given(one)) == key] for key, _ in series]
        actor = briefing.actors.get(speaker) if speaker is not None else None
        name = actor.name if actor else UNKNOWN_SPEAKER
        counts = tuple(words_of(part) for part in parts)
        lines.append(
            Line(
                lead=(Cell(text=name, href=place.actor(actor.id) if actor else None),),
                counts=counts,
                targets=tuple(_first(part, place) for part in parts),
                target=_first(said, place),
                cards=tuple(
                    (name, f"{counted(count, 'word')}, {label}")
                    for count, (_, label) in zip(counts, series, strict=True)
                ),
            )
        )
    return twin(
        _WORDS,
        _says(totals, briefing),
        [label for _, label in series],
        lines,
        briefing.settings,
        rest=None in by_speaker,
    )


def words_of(statements: Iterable[ActorStatement]) -> int:
    """Words in the contents of statements, between blanks."""
    return sum(len(one.quote.split()) for statement in statements for one in statement.content)


def _given(statement: ActorStatement) -> str:
    return "reported" if statement.mode is Mode.INDIRECT else "quoted"


def _says(totals: dict[str | None, int], briefing: Briefing) -> str:
    known = Counter({speaker: count for speaker, count in totals.items() if speaker in briefing.actors})
    if not known:
        return "No statement with a resolved speaker was found."
    speaker, most = min(known.items(), key=lambda pair: (-pair[1], pair[0] or ""))
    name = briefing.actors[speaker or ""].name
    return f"{counted(sum(totals.values()), 'word')} quoted or reported, {name} with most of them: {most:,}."


def _first(statements: list[ActorStatement], place: Place) -> str | None:
    evidence = next((one for statement in statements for one in statement.content), None)
    return place.article(evidence.article, evidence.sentence) if evidence else None
