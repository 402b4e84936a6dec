"""Happenings as pages show them: what, who to whom, how it is told, and the proof.

In: happenings of the corpus. Out: `HappeningLine`, and `Deeds`, in which they are looked up. What is planned, demanded
or somebody's word is always marked as that: a page never states a deed that no article states.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.model.findings import Modality
from generator.present.evidence import Chip, Passage, cite, read_passage
from generator.present.items import ActorName, name_actor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.corpus import Actor, Corpus, Evidence, Happening, Relation, Report, TimelineEntry
    from generator.model.findings import Event
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing
    from generator.present.tallies import Tally

CLASSES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "AGREE": ("agreement", "agreements"),
        "CONSULT": ("talks", "talks"),
        "SUPPORT": ("support", "support"),
        "COOPERATE": ("cooperation", "cooperation"),
        "AID": ("aid", "aid"),
        "CONCEDE": ("concession", "concessions"),
        "RETREAT": ("retreat", "retreats"),
        "YIELD": ("giving way", "giving way"),
        "REQUEST": ("demand", "demands"),
        "ACCUSE": ("accusation", "accusations"),
        "REJECT": ("rejection", "rejections"),
        "THREATEN": ("threat", "threats"),
        "PROTEST": ("protest", "protests"),
        "MOBILIZE": ("mobilisation", "mobilisations"),
        "SANCTION": ("sanction", "sanctions"),
        "COERCE": ("coercion", "coercion"),
        "ASSAULT": ("attack", "attacks"),
    }
)
"""PLOVER classes in plain words, one and several."""
COOPERATION, CONFLICT = "cooperation", "conflict"
MODALITIES: Mapping[Modality, str] = MappingProxyType(
    {
        Modality.PLANNED: "planned",
        Modality.DEMANDED: "demanded",
        Modality.NEGATED: "said not to have happened",
        Modality.CONDITIONAL: "on a condition",
        Modality.REPORTED: "reported",
    }
)
"""How a happening is told, where the article does not state it in its own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who takes part: an actor, or the words of the text for one that was not resolved."""

    actor: ActorName | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningLine:
    """One happening."""

    id: str
    what: str
    """The class in plain words."""
    kind: str
    """The class as the scheme names it."""
    quad: str
    sort: str
    """cooperation or conflict."""
    agent: Party | None
    patient: Party | None
    place: ActorName | None
    told: str | None
    """How it is told: planned, demanded, ...; `None` where the article states it."""
    teller: Party | None
    """Whose word it is, where it is reported."""
    doubtful: bool
    passage: Passage
    chip: Chip | None
    reports: int
    articles: Tally
    """Those that tell it in words of their own, and all."""


class Deeds:
    """Happenings by what pages ask for."""

    def __init__(self, corpus: Corpus) -> None:
        """Looks everything up once."""
        ids = {actor.id for actor in corpus.actors}
        self.relations = [one for one in corpus.relations if one.agent in ids and one.patient in ids]
        """Those of actors that have a profile, strongest first."""
        related: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            related[relation.agent].append(relation)
            related[relation.patient].append(relation)
        self.relations_of: Mapping[str, list[Relation]] = related
        """By actor."""
        self.numbers = {article.id: number for number, article in enumerate(corpus.articles)}
        """The order of the articles."""
        self.by_id: dict[str, Happening] = {one.id: one for one in corpus.happenings}
        self.events: dict[tuple[str, str], Event] = {
            (found.article, event.id): event for found in corpus.findings for event in found.events
        }
        of: defaultdict[str, list[Happening]] = defaultdict(list)
        at: defaultdict[tuple[str, str], list[Happening]] = defaultdict(list)
        for one in corpus.happenings:
            for key in dict.fromkeys((one.agent, one.patient)):
                if key:
                    of[key].append(one)
            for spot in dict.fromkeys((report.article, report.trigger.sentence) for report in one.reports):
                at[spot].append(one)
        self.of: Mapping[str, list[Happening]] = of
        """By actor: what it does and what is done to it."""
        self.at: Mapping[tuple[str, str], list[Happening]] = at
        """By article and sentence."""
        dates: defaultdict[tuple[str, str], list[TimelineEntry]] = defaultdict(list)
        for entry in corpus.timeline:
            dates[entry.evidence.article, entry.evidence.sentence].append(entry)
        self.dates_at: Mapping[tuple[str, str], list[TimelineEntry]] = dates
        """The same for dates."""
        named: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for actor in corpus.actors:
            for mention in actor.mentions:
                spot = (mention.evidence.article, mention.evidence.sentence)
                if spot in dates:
                    named[spot][actor.id] = None
        self.named_at: Mapping[tuple[str, str], dict[str, None]] = named
        """Actors named in sentences that hold a date."""
        dated: defaultdict[str, list[TimelineEntry]] = defaultdict(list)
        for entry in corpus.timeline:
            for key in named.get((entry.evidence.article, entry.evidence.sentence), ()):
                dated[key].append(entry)
        self.dates_of: Mapping[str, list[TimelineEntry]] = dated
        """By actor: dates in its sentences."""


def name_class(kind: str, number: int = 1) -> str:
    """The class in plain words."""
    one, several = CLASSES.get(kind, (kind.lower(), kind.lower()))
    return one if number == 1 else several


def sort_of(quad: str) -> str:
    """Whether it is cooperation or conflict."""
    return CONFLICT if quad.endswith(CONFLICT) else COOPERATION


def told_in(one: Happening) -> Report:
    """The first report that tells it as the whole is told."""
    return next((report for report in one.reports if report.modality is one.modality), one.reports[0])


def line_happening(one: Happening, briefing: Briefing, place: Place) -> HappeningLine:
    """The happening as a line, in the sentence of one report."""
    report = told_in(one)
    # A city that is marched on, or spoken to, is not said a second time as the place.
    scene = briefing.actors.get(one.place) if one.place and one.place != one.patient else None
    return HappeningLine(
        id=one.id,
        what=name_class(one.kind),
        kind=one.kind,
        quad=one.quad,
        sort=sort_of(one.quad),
        agent=_party(one.agent, report.agent, briefing, place),
        patient=_party(one.patient, report.patient, briefing, place),
        place=name_actor(scene, place) if scene else None,
        told=MODALITIES.get(one.modality),
        teller=_teller(one, briefing, place) if one.modality is Modality.REPORTED else None,
        doubtful=not one.confident,
        passage=read_passage(report.trigger, briefing, place),
        chip=cite((held.trigger for held in one.reports), briefing, place),
        reports=len(one.reports),
        articles=briefing.comparing.tellers(one),
    )


def _party(key: str | None, heard: Evidence | None, briefing: Briefing, place: Place) -> Party | None:
    actor = briefing.actors.get(key) if key else None
    if actor is None:
        return Party(actor=None, words=heard.quote) if heard else None
    return Party(actor=name_actor(actor, place), words=None)


def _teller(one: Happening, briefing: Briefing, place: Place) -> Party | None:
    """Whose word it is, by the first report that says so."""
    for report in one.reports:
        event = briefing.deeds.events.get((report.article, report.event))
        if event is None or event.reporter is None:
            continue
        actor = _at(report.article, event.reporter, briefing)
        if actor is not None:
            return Party(actor=name_actor(actor, place), words=None)
        return Party(actor=None, words=briefing.articles[report.article].quote(event.reporter))
    return None


def _at(article: str, span: tuple[int, int], briefing: Briefing) -> Actor | None:
    """The actor of the narrowest mention around a head word."""
    around = [
        (mention.evidence.span[1] - mention.evidence.span[0], number, actor)
        for number, (actor, mention) in enumerate(briefing.mentions_in.get(article, ()))
        if mention.evidence.span[0] <= span[0] and span[1] <= mention.evidence.span[1]
    ]
    return min(around, key=lambda one: one[:2])[2] if around else None
