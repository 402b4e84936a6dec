"""Events: who did what to whom, in the classes of the PLOVER scheme.

In: one reading with its mentions, statements and dates. Out: `Event` records in the order of the text. Verbs come
first; nouns count where no verb has taken them up. Rows of doers are told apart, and what two sides do to each other
goes both ways.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from generator.annotate.extractors.events.nouns import noun_events
from generator.annotate.extractors.events.parts import pairs_of, place_of, when_of
from generator.annotate.extractors.events.scene import Scene
from generator.annotate.extractors.events.verbs import verb_events
from generator.annotate.extractors.events.voices import voice_of
from generator.annotate.reading import Extractor
from generator.model.findings import Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.annotate.extractors.events.drafts import Draft
    from generator.annotate.reading import Reading
    from generator.model.article import Span


def find_events(reading: Reading) -> tuple[Event, ...]:
    """All events of an article."""
    scene = Scene(reading)
    used: set[int] = set()
    drafts = [*verb_events(scene, used)]
    drafts += noun_events(scene, used)
    events = [event for draft in drafts for event in _events(scene, draft)]
    events.sort(key=lambda one: (one.trigger, one.kind, one.agent or (0, 0), one.patient or (0, 0)))
    return tuple(_named(scene, events))


def _events(scene: Scene, draft: Draft) -> Iterator[Event]:
    trigger = _trigger(draft)
    sentence = scene.sentence(trigger[0])
    modality, reporter = voice_of(scene, draft, trigger)
    date, place = when_of(scene, draft, sentence), place_of(scene, draft)
    for agent, patient, sure in pairs_of(scene, draft, sentence):
        yield Event(
            id="",
            kind=draft.kind,
            trigger=trigger,
            agent=agent.span if agent else None,
            agent_head=_head(agent.token) if agent else None,
            patient=patient.span if patient else None,
            patient_head=_head(patient.token) if patient else None,
            place=place,
            date=date,
            modality=modality,
            reporter=reporter,
            confident=sure and not draft.weak,
            rule=draft.rule,
        )


def _head(token: object) -> Span:
    return token.idx, token.idx + len(token)  # type: ignore[attr-defined,arg-type]


def _trigger(draft: Draft) -> Span:
    """The words of the trigger where they stand together, else the first."""
    words = sorted(draft.trigger, key=lambda one: one.i)
    last = words[0]
    for word in words[1:]:
        if word.i != last.i + 1:
            break
        last = word
    if draft.trigger[-1].pos_ == "NOUN" and draft.rule.startswith("noun"):
        words = [draft.trigger[-1]] if last != draft.trigger[-1] else words
        last = draft.trigger[-1]
    first = words[0]
    if first.i > 1 and first.nbor(-1).text == "-" and not first.nbor(-1).whitespace_:
        # "an **anti**-terror operation"
        first = first.nbor(-2)
    return first.idx, last.idx + len(last)


def _named(scene: Scene, events: list[Event]) -> Iterator[Event]:
    """Events with their ids; the same event twice at one place counts once."""
    from dataclasses import replace

    seen: Counter[str] = Counter()
    kept: set[tuple[object, ...]] = set()
    for event in events:
        place = (event.kind, event.trigger, event.agent_head, event.patient_head)
        if place in kept:
            continue
        kept.add(place)
        key = f"{scene.article.id}\x1f{event.kind}\x1f{scene.article.quote(event.trigger).casefold()}"
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode()).hexdigest()
        yield replace(event, id=f"ev-{digest[:10]}")


EXTRACTOR = Extractor(field="events", find=find_events, needs=("mentions", "statements", "dates"))
