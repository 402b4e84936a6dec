"""The profile of one actor.

In: an actor and what refers to it. Out: one page an actor: what it is called, what it says, what is said about it,
with whom it appears, and every sentence that mentions it, those told apart in which it is only inferred.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, Place, actor_path
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import TITLE, Chip, cite, shorten
from generator.present.figures import draw_actor
from generator.present.items import ActorName, StatementLine, line_statement, name_actor
from generator.present.marks import Mark, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.corpus import Actor, ActorMention, ActorStatement
    from generator.present.twins import Figure

PARTNERS = 40
"""Most actors listed as appearing with this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """An office, with its proof."""

    text: str
    affiliation: ActorName | None
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasLine:
    """A wording, with its proof."""

    text: str
    count: int
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Another actor and the sentences shared."""

    actor: ActorName
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """Another actor that may be the same."""

    actor: ActorName
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An actor that belongs to this one."""

    actor: ActorName
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a sentence."""

    text: str
    meant: bool
    """True where these words mean the actor."""
    inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A sentence that mentions the actor."""

    stretches: tuple[Stretch, ...]
    paragraph: int | None
    url: str
    rules: tuple[str, ...]
    """How it was inferred; empty where the words say it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The sentences of one article."""

    article: str
    url: str
    count: int
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The view of `actor.md.j2`."""

    name: str
    kind: str
    sort: str | None
    """What sort of organisation, where its name says so."""
    affiliation: ActorName | None
    roles: tuple[RoleLine, ...]
    aliases: tuple[AliasLine, ...]
    mentions: int
    inferred: int
    articles: int
    rule: str
    members: tuple[Member, ...]
    doubles: tuple[Double, ...]
    says: tuple[StatementLine, ...]
    says_total: int
    about: tuple[StatementLine, ...]
    about_total: int
    partners: tuple[Partner, ...]
    partners_total: int
    scenes: tuple[Scene, ...]
    unseen: int
    """Sentences left out because there are too many."""
    figure: Figure
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page an actor."""
    for actor in briefing.corpus.actors:
        place = briefing.place(actor_path(actor.id))
        yield Draft(
            path=place.path,
            title=actor.name,
            view=_view(actor, briefing, place),
            template="actor.md.j2",
            boost=2.0,
        )


def _view(actor: Actor, briefing: Briefing, place: Place) -> Profile:
    most = briefing.settings.sentences_per_page
    scenes, unseen = _scenes(actor, briefing, place, most)
    says = briefing.statements_by.get(actor.id, ())
    about = briefing.statements_about.get(actor.id, ())
    ties = briefing.ties_of.get(actor.id, ())
    return Profile(
        name=actor.name,
        kind=actor.kind.value,
        sort=actor.sort,
        affiliation=_name(actor.affiliation, briefing, place),
        roles=tuple(
            RoleLine(
                text=role.text,
                affiliation=_name(role.affiliation, briefing, place),
                chip=cite(role.evidence, briefing, place),
            )
            for role in actor.roles
        ),
        aliases=tuple(
            AliasLine(text=alias.text, count=len(alias.evidence), chip=cite(alias.evidence, briefing, place))
            for alias in actor.aliases[:most]
        ),
        mentions=len(actor.mentions),
        inferred=sum(mention.inferred for mention in actor.mentions),
        articles=briefing.reach[actor.id],
        rule=actor.rule,
        members=tuple(
            Member(actor=name_actor(one, place), statements=len(briefing.statements_by.get(one.id, ())))
            for one in briefing.belonging_to.get(actor.id, ())[:most]
        ),
        doubles=tuple(
            Double(actor=name_actor(briefing.actors[one.actor], place), reason=one.reason)
            for one in actor.suggestions
            if one.actor in briefing.actors
        ),
        says=_lines(says[:most], briefing, place),
        says_total=len(says),
        about=_lines(about[:most], briefing, place),
        about_total=len(about),
        partners=tuple(
            Partner(actor=name_actor(other, place), chip=cite(tie.evidence, briefing, place, words=False))
            for other, tie in ties[:PARTNERS]
        ),
        partners_total=len(ties),
        scenes=scenes,
        unseen=unseen,
        figure=draw_actor(actor, briefing.articles, briefing.settings, place),
        data_url=place.to(DATA),
    )


def _name(key: str | None, briefing: Briefing, place: Place) -> ActorName | None:
    return name_actor(briefing.actors[key], place) if key and key in briefing.actors else None


def _lines(
    statements: Sequence[ActorStatement], briefing: Briefing, place: Place
) -> tuple[StatementLine, ...]:
    return tuple(line_statement(one, briefing, place) for one in statements)


def _scenes(actor: Actor, briefing: Briefing, place: Place, most: int) -> tuple[tuple[Scene, ...], int]:
    """Sentences by article, and how many there are beyond `most`."""
    found: defaultdict[str, defaultdict[str, list[ActorMention]]] = defaultdict(lambda: defaultdict(list))
    for mention in actor.mentions:
        found[mention.evidence.article][mention.evidence.sentence].append(mention)
    left, total = most, sum(len(sentences) for sentences in found.values())
    scenes = []
    for article, sentences in found.items():
        if left <= 0:
            break
        shown = list(sentences.values())[:left]
        left -= len(shown)
        scenes.append(
            Scene(
                article=shorten(briefing.articles[article].title, TITLE),
                url=place.article(article),
                count=len(sentences),
                sightings=tuple(_sighting(mentions, briefing, place) for mentions in shown),
            )
        )
    return tuple(scenes), max(0, total - most)


def _sighting(mentions: Sequence[ActorMention], briefing: Briefing, place: Place) -> Sighting:
    first = mentions[0].evidence
    article = briefing.articles[first.article]
    sentence = briefing.sentence(first.article, first.sentence)
    span = sentence.span if sentence else first.span
    pieces = cut(span, [Mark(mention.evidence.span, mention) for mention in mentions])
    certain = any(not mention.inferred for mention in mentions)
    return Sighting(
        stretches=tuple(
            Stretch(
                text=article.quote(piece.span),
                meant=bool(piece.marks),
                inferred=all(mark.value.inferred for mark in piece.marks),
            )
            for piece in pieces
        ),
        paragraph=briefing.paragraphs[article.id][sentence.paragraph] if sentence else None,
        url=place.article(first.article, first.sentence),
        rules=() if certain else tuple(sorted({mention.rule for mention in mentions})),
    )


PAGE = PageType(noun="actor", build=build)
