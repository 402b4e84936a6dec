"""Who covers what: an event, a statement, an actor, a place, a date or a keyword, and the articles in which it stands.

In: coverage of the corpus. Out: `Item`, one thing with its proof, and lists of them by kind. What stands in many articles
comes first; an item's proof can be kept to some articles, so that a page shows the sentences it speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.model.comparison import Thing
from generator.model.findings import Modality
from generator.present.comparing import KINDS
from generator.present.evidence import Chip, Passage, cite, read_passage, shorten
from generator.present.happenings import HappeningLine, line_happening
from generator.present.items import (
    ActorName,
    StatementLine,
    TopicName,
    line_statement,
    name_actor,
    name_date,
    name_topic,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.model.comparison import Covered
    from generator.model.corpus import Evidence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

SAID = 170
"""Most characters of a statement in a list."""
SCENE = 75
"""Most characters on either side of the words of an event."""
CARD = 2
"""Most sentences in the card of an item: these lists are long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing; exactly one of the first five says what it is."""

    actor: ActorName | None = None
    topic: TopicName | None = None
    deed: HappeningLine | None = None
    said: StatementLine | None = None
    date: str | None = None
    articles: int
    """Number of articles that count."""
    scene: Passage | None = None
    """The words of an event in their sentence."""
    names: tuple[str, ...] = ()
    """Words by which articles call an event, where several words are taken to mean one."""
    doubt: str | None = None
    """What speaks for that, where no text says so."""
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Things of one kind."""

    key: str
    heading: str
    items: tuple[Item, ...]
    more: int
    """Things that are not listed."""


def list_kinds(
    things: Iterable[Covered],
    briefing: Briefing,
    place: Place,
    *,
    most: int,
    within: Collection[str] | None = None,
) -> tuple[Kind, ...]:
    """By kind, the first `most` of each in the order given; their proof is kept to the articles `within`."""
    groups: dict[Thing, list[Covered]] = {kind: [] for kind in KINDS}
    for thing in things:
        groups[thing.kind].append(thing)
    kinds = []
    for kind, held in groups.items():
        items: list[Item] = []
        for thing in held:
            if len(items) == most:
                break
            if item := read_item(thing, briefing, place, within):
                items.append(item)
        if items:
            more = len(held) - len(items) if len(items) == most else 0
            kinds.append(Kind(key=kind.value, heading=KINDS[kind], items=tuple(items), more=more))
    return tuple(kinds)


def read_item(
    thing: Covered, briefing: Briefing, place: Place, within: Collection[str] | None = None
) -> Item | None:
    """The thing; `None` where the corpus does not know it."""
    evidence = [one for one in evidence_of(thing, briefing) if within is None or one.article in within]
    chip = cite(evidence, briefing, place, most=CARD)
    if chip is None:
        return None
    item = Item(articles=thing.independent, chip=chip)
    if thing.kind in (Thing.ACTOR, Thing.PLACE):
        return replace(item, actor=name_actor(briefing.actors[thing.id], place))
    if thing.kind is Thing.EVENT:
        deed = line_happening(briefing.deeds.by_id[thing.id], briefing, place)
        item = replace(item, deed=deed, scene=read_passage(evidence[0], briefing, place, side=SCENE))
        return _with_names(item, thing, evidence, briefing)
    if thing.kind is Thing.STATEMENT:
        line = line_statement(briefing.statements[thing.id], briefing, place)
        return replace(item, said=replace(line, content=(shorten(" … ".join(line.content), SAID),)))
    if thing.kind is Thing.KEYWORD:
        topic = briefing.comparing.topics[thing.id]
        return replace(item, topic=name_topic(topic, briefing, place))
    entry = briefing.comparing.entries[thing.id]
    return replace(item, date=name_date(entry.date) or f"“{shorten(entry.evidence.quote, SAID)}”")


def _with_names(item: Item, thing: Covered, evidence: Iterable[Evidence], briefing: Briefing) -> Item:
    row = briefing.comparing.namings.get(thing.naming or "")
    names = dict.fromkeys(one.quote.casefold() for one in evidence)
    if row is None or len(names) == 1:
        return item
    doubt = row.rule if thing.doubtful else None
    return replace(item, names=tuple(shorten(one, SAID) for one in names), doubt=doubt)


def evidence_of(thing: Covered, briefing: Briefing) -> Iterator[Evidence]:
    """Where it stands; nothing for what the corpus does not know."""
    if thing.kind in (Thing.ACTOR, Thing.PLACE):
        actor = briefing.actors.get(thing.id)
        yield from (one.evidence for one in (actor.mentions if actor else ()))
    elif thing.kind is Thing.EVENT:
        yield from _of_event(thing, briefing)
    elif thing.kind is Thing.STATEMENT:
        first = briefing.statements.get(thing.id)
        for key in (first.id, *first.repeats) if first else ():
            yield from briefing.statements[key].content[:1]
    elif thing.kind is Thing.KEYWORD:
        yield from briefing.comparing.topic_evidence(thing.id)
    elif thing.id in briefing.comparing.entries:
        yield from (entry.evidence for entry in briefing.comparing.same_date(thing.id))


def _of_event(thing: Covered, briefing: Briefing) -> Iterator[Evidence]:
    """Its reports, and the words of articles that name it and tell nothing of it."""
    reported = set()
    for key in (thing.id, *thing.joined):
        happening = briefing.deeds.by_id.get(key)
        for report in happening.reports if happening else ():
            reported.add(report.article)
            yield report.trigger
    row = briefing.comparing.namings.get(thing.naming or "")
    for wording in row.wordings if row else ():
        if wording.article in thing.articles and wording.article not in reported:
            yield from wording.evidence


def telling(thing: Covered, briefing: Briefing) -> tuple[bool, int]:
    """How much a thing says by itself, for lists that are cut: told as done, certain, about known and frequent actors."""
    if thing.kind is Thing.EVENT:
        one = briefing.deeds.by_id.get(thing.id)
        if one is None:
            return False, 0
        sides = [key for key in (one.agent, one.patient) if key and key in briefing.actors]
        firm = one.confident and one.modality in (Modality.ASSERTED, Modality.REPORTED)
        return firm and len(sides) > 1, sum(briefing.reach[key].number for key in sides)
    if thing.kind is Thing.STATEMENT:
        said = briefing.statements.get(thing.id)
        known = said is not None and said.speaker in briefing.actors
        return bool(known), len(said.about) + len(said.topics) if said else 0
    if thing.kind in (Thing.ACTOR, Thing.PLACE):
        return True, len(briefing.actors[thing.id].mentions) if thing.id in briefing.actors else 0
    return True, 0
