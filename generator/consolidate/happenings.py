"""Joins reports of one event.

In: events as the texts have them, resolved mentions. Out: `Happening` records. Two events are the same deed where
class and both actors agree, their dates allow it and their sentences are alike; only events of the same class and
actors are compared, and only a bounded number of them, so that the time grows with the number of events.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.lexicons import load_gazetteer
from generator.model.comparison import Comparison
from generator.model.corpus import Happening, Report
from generator.model.findings import Anchor, Granularity, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.article import Span
    from generator.model.findings import DateRef, Event, Findings

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), "material conflict"),
}
"""The four corners of the PLOVER scheme."""
STRENGTH = (
    Modality.ASSERTED,
    Modality.REPORTED,
    Modality.PLANNED,
    Modality.DEMANDED,
    Modality.CONDITIONAL,
    Modality.NEGATED,
)
"""What says most stands first."""
FINEST = (
    Granularity.DAY,
    Granularity.MONTH,
    Granularity.SEASON,
    Granularity.YEAR,
    Granularity.INTERVAL,
    Granularity.DECADE,
    Granularity.CENTURY,
    Granularity.UNKNOWN,
)
COMPARED = 40
"""Most happenings of one class between the same actors that an event is compared with: the latest ones."""
WIDE = dt.timedelta(days=31)
"""A date wider than this says too little to join what two articles tell."""
PUBLISHED_APART = dt.timedelta(days=10)
"""Articles further apart do not tell the same undated news."""
ALIKE = 0.45
"""Least share of common words of two sentences (Jaccard) that tell the same without saying when."""
SAME_DAY = 0.12
"""The same, where both are dated and the dates agree."""
SAME_SENTENCE = 0.9
"""From here on a sentence was taken over and is no further witness."""
COPIED = 0.7
"""From here on two sentences of copies of one text are one sentence with small changes."""
WORD = re.compile(r"[^\W_]+")
SHORT = 3


@dataclass(slots=True)
class _Told:
    """One event with what is known about it."""

    article: str
    order: int
    event: Event
    agent: str | None
    patient: str | None
    date: DateRef | None
    published: dt.date | None
    words: frozenset[str]
    trigger: str
    text: str
    """Id of the article that stands for its copies: of this one, where it is none."""


@dataclass(slots=True)
class _Deed:
    """Events that tell the same."""

    told: list[_Told] = field(default_factory=list)


def gather_happenings(
    findings: Sequence[Findings], places: Places, sources: Sources, dependence: Comparison | None = None
) -> tuple[Happening, ...]:
    """Every event of every article, joined where several tell the same; `dependence` says which articles are copies."""
    blocks: dict[tuple[object, ...], list[_Deed]] = defaultdict(list)
    deeds: list[_Deed] = []
    dependence = dependence or Comparison()
    for told in _told(findings, places, sources, dependence.stands_for):
        block = blocks[_block(told, sources)]
        deed = next((one for one in block[-COMPARED:] if _same(one, told)), None)
        if deed is None:
            deed = _Deed()
            block.append(deed)
            deeds.append(deed)
        deed.told.append(told)
    happenings = [_happening(deed, places, sources, dependence) for deed in deeds]
    return tuple(sorted(happenings, key=_first_day))


def _first_day(happening: Happening) -> tuple[bool, dt.date]:
    """Dated ones by their first day; the others keep the order of the texts behind them."""
    day = happening.date.lo if happening.date is not None else None
    return day is None, day or dt.date.max


def _told(
    findings: Sequence[Findings], places: Places, sources: Sources, stands_for: Mapping[str, str]
) -> Iterator[_Told]:
    states = _by_gazetteer(places)
    order = 0
    for one in findings:
        dates = {found.span: found for found in one.dates}
        article = sources.articles[one.article]
        for event in one.events:
            order += 1
            sentence = sources.sentence(one.article, event.trigger[0])
            yield _Told(
                article=one.article,
                order=order,
                event=event,
                agent=_actor(one.article, event.agent_head, event.agent, places, states, sources),
                patient=_actor(one.article, event.patient_head, event.patient, places, states, sources),
                date=dates.get(event.date) if event.date is not None else None,
                published=article.published,
                words=words_of_sentence(article.quote(sentence.span)),
                trigger=article.quote(event.trigger),
                text=stands_for.get(one.article, one.article),
            )


def _by_gazetteer(places: Places) -> dict[str, str]:
    """Gazetteer key -> actor id, for states that are meant by an adjective ("a Peruvian proposal")."""
    found: dict[str, str] = {}
    for article in places.articles():
        for one in places.within(article, (0, 1 << 60)):
            key = one.mention.gazetteer
            if key is not None and not one.inferred:
                found.setdefault(key, one.actor)
    return found


def _actor(
    article: str,
    head: Span | None,
    phrase: Span | None,
    places: Places,
    states: dict[str, str],
    sources: Sources,
) -> str | None:
    """The actor at a head word: a mention's, that of the mention around it, or the state of an adjective."""
    if head is None:
        return None
    found = places.at_head(article, head)
    if found is not None:
        return found.actor
    for one in places.within(article, phrase) if phrase is not None else ():
        if one.mention.span[0] <= head[0] < one.mention.span[1]:
            return one.actor
    people = load_gazetteer().by_demonym.get(sources.articles[article].quote(head))
    return states.get(people.key) if people is not None else None


def words_of_sentence(text: str) -> frozenset[str]:
    """The words by which sentences are compared."""
    return frozenset(word for word in WORD.findall(text.casefold()) if len(word) > SHORT)


def _block(told: _Told, sources: Sources) -> tuple[object, ...]:
    """What two events must share to be compared; sides without an actor must have the same words."""
    article = sources.articles[told.article]

    def side(actor: str | None, words: Span | None) -> tuple[bool, str]:
        return (True, actor) if actor else (False, article.quote(words).casefold() if words else "")

    negated = told.event.modality is Modality.NEGATED
    agent, patient = side(told.agent, told.event.agent), side(told.patient, told.event.patient)
    return told.event.kind, agent, patient, negated


def _same(deed: _Deed, told: _Told) -> bool:
    """Whether an event tells what a deed's last report tells."""
    other = deed.told[-1]
    if other.article == told.article and other.event.trigger == told.event.trigger:
        return True
    # A copy that says "yesterday" a day later tells of no other day.
    if any(_copied(one, told) for one in deed.told[-COMPARED:]):
        return True
    common = alike(other.words, told.words)
    if other.date is not None and told.date is not None and other.date.lo and told.date.lo:
        return _overlap(other.date, told.date) and common >= SAME_DAY
    if other.published and told.published and abs(other.published - told.published) > PUBLISHED_APART:
        return False
    return common >= ALIKE


def _copied(one: _Told, other: _Told) -> bool:
    """Whether it is the same word of the same sentence in two copies of one text."""
    return (
        one.text == other.text
        and one.article != other.article
        and one.trigger == other.trigger
        and alike(one.words, other.words) >= COPIED
        and not _contradict(one.date, other.date)
    )


def _contradict(one: DateRef | None, other: DateRef | None) -> bool:
    """Whether both texts name a day, and not the same: an update that corrects it tells another thing."""
    named = [date for date in (one, other) if date is not None and date.anchor is Anchor.EXPLICIT]
    return len(named) > 1 and not _overlap(*named)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of common words (Jaccard)."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _overlap(one: DateRef, other: DateRef) -> bool:
    if one.lo is None or other.lo is None:
        return False
    one_end, other_end = one.hi or one.lo, other.hi or other.lo
    narrow = one_end - one.lo <= WIDE and other_end - other.lo <= WIDE
    return narrow and one.lo <= other_end and other.lo <= one_end


def _happening(deed: _Deed, places: Places, sources: Sources, dependence: Comparison) -> Happening:
    first = deed.told[0]
    # Days are counted from the day of the text that stands for its copies.
    own = [one for one in deed.told if one.article == one.text] or deed.told
    dates = [one.date for one in own if one.date is not None]
    dates = dates or [one.date for one in deed.told if one.date is not None]
    located = (
        places.at_head(one.article, one.event.place) for one in deed.told if one.event.place is not None
    )
    return Happening(
        id=first.event.id,
        kind=first.event.kind,
        quad=QUADS.get(first.event.kind, "verbal cooperation"),
        agent=first.agent,
        patient=first.patient,
        place=next((one.actor for one in located if one is not None), None),
        date=min(dates, key=lambda one: (one.lo is None, FINEST.index(one.granularity))) if dates else None,
        modality=min((one.event.modality for one in deed.told), key=STRENGTH.index),
        confident=any(one.event.confident for one in deed.told),
        reports=tuple(_report(one, sources) for one in deed.told),
        articles=_independent(deed, dependence),
    )


def _report(told: _Told, sources: Sources) -> Report:
    event = told.event
    return Report(
        article=told.article,
        event=event.id,
        trigger=sources.evidence(told.article, event.trigger),
        modality=event.modality,
        agent=sources.evidence(told.article, event.agent) if event.agent else None,
        patient=sources.evidence(told.article, event.patient) if event.patient else None,
    )


def _independent(deed: _Deed, dependence: Comparison) -> int:
    """Number of independent articles that tell it in words of their own: a sentence taken over is no further witness."""
    witnesses: dict[str, list[frozenset[str]]] = {}
    for one in deed.told[: COMPARED * 5]:
        if one.article in witnesses:
            continue
        if all(alike(one.words, words) < SAME_SENTENCE for seen in witnesses.values() for words in seen):
            witnesses[one.article] = [one.words]
    return dependence.independent(witnesses)
