"""What a page type is given and what it declares.

In: the corpus. Out: `Briefing`, the same corpus with everything looked up once, so that building a page costs no
search through the others; and `PageType` and `Draft`, the contract between the pages and `site.py`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from generator.model.findings import ActorKind
from generator.present.addresses import Place
from generator.present.comparing import Comparing
from generator.present.downloads import files
from generator.present.happenings import Deeds
from generator.present.publishing import may_be_read
from generator.present.tallies import ARTICLES, count_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.model.article import Article, Span
    from generator.model.corpus import (
        Actor,
        ActorMention,
        ActorPosition,
        ActorStatement,
        Corpus,
        Tie,
        TimelineEntry,
        Topic,
        TopicUse,
    )
    from generator.model.findings import Findings, Sentence
    from generator.model.site import Asset
    from generator.present.downloads import Download
    from generator.present.tallies import Tally
    from generator.settings import PresentSettings

Item = TypeVar("Item")
PUBLIC = frozenset({"government body", "armed force", "court", "officials", "armed people"})
"""Sorts of organisations and groups that speak for the state they belong to."""
HIGH = 10
"""Lowest rank that gives a keyword of one article a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The corpus, looked up by what pages ask for. Missing keys mean: nothing of that kind."""

    corpus: Corpus
    settings: PresentSettings
    title: str
    articles: Mapping[str, Article]
    findings: Mapping[str, Findings]
    actors: Mapping[str, Actor]
    reach: Mapping[str, Tally]
    """By actor: the articles that mention it."""
    mentions_in: Mapping[str, tuple[tuple[Actor, ActorMention], ...]]
    """By article."""
    statements: Mapping[str, ActorStatement]
    """By id."""
    statements_in: Mapping[str, tuple[ActorStatement, ...]]
    """By article."""
    statements_by: Mapping[str, tuple[ActorStatement, ...]]
    """By speaker; a quotation that several articles repeat stands once."""
    statements_about: Mapping[str, tuple[ActorStatement, ...]]
    """By actor mentioned in the content, without those it makes itself."""
    statements_on: Mapping[str, tuple[ActorStatement, ...]]
    """By keyword in the content."""
    positions_by: Mapping[str, tuple[ActorPosition, ...]]
    """By holder; what repeats a quotation is left out."""
    positions_towards: Mapping[str, tuple[ActorPosition, ...]]
    """The same by addressee."""
    positions_on: Mapping[str, tuple[ActorPosition, ...]]
    """The same by keyword in the sentence."""
    topics: Mapping[str, Topic]
    """By id."""
    topics_in: Mapping[str, tuple[tuple[Topic, TopicUse], ...]]
    """By article, best rank first."""
    dates_in: Mapping[str, tuple[TimelineEntry, ...]]
    """By article."""
    voices_of: Mapping[str, tuple[Actor, ...]]
    """By state or body: those that speak for it, by what they are or by an office they hold."""
    topics_near: Mapping[str, tuple[tuple[Topic, int], ...]]
    """By actor: keywords in its sentences with the number of those, most first."""
    topics_paged: frozenset[str]
    """Ids of the keywords that have a page of their own."""
    ties_of: Mapping[str, tuple[tuple[Actor, Tie], ...]]
    """By actor: the other one, most shared sentences first."""
    deeds: Deeds
    """Happenings, and dates by where they stand."""
    comparing: Comparing
    """How the articles differ."""
    downloads: tuple[Download, ...]
    paragraphs: Mapping[str, tuple[int | None, ...]]
    """By article: the number of each paragraph on the article's page; a headline has none."""
    closed: frozenset[str]
    """Ids of the articles whose pages show none of their sentences."""

    def place(self, path: str) -> Place:
        """Where links of the page at `path` start from."""
        return Place(path, self.settings.links, self.closed)

    def sentence(self, article: str, sentence: str) -> Sentence | None:
        """A sentence by its id."""
        number = int(sentence.removeprefix("s")) - 1
        sentences = self.findings[article].sentences
        return sentences[number] if 0 <= number < len(sentences) else None

    def inferred(self, actor: str, article: str, span: Span) -> bool:
        """True where the words at `span` mean the actor by inference only (a metonym, a pronoun)."""
        inside = [
            mention.inferred
            for one, mention in self.mentions_in.get(article, ())
            if one.id == actor and mention.evidence.span[0] < span[1] and span[0] < mention.evidence.span[1]
        ]
        return bool(inside) and all(inside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One page to be rendered."""

    path: str
    title: str
    """Plain text."""
    heading: str | None = None
    """Over the page, where that is not its title."""
    view: object
    """A dataclass; its fields are what the template may use."""
    template: str
    hub: bool = False
    searchable: bool = True
    boost: float | None = None
    description: str = ""
    """One line for whoever shows a link to the page."""
    article: str | None = None
    """Id of the article that the page shows."""
    assets: tuple[Asset, ...] = ()
    """Files that its scripts ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageType:
    """One kind of page."""

    noun: str
    """Names the module and the template: `actors` -> `templates/actors.md.j2`."""
    build: Callable[[Briefing], Iterator[Draft]]
    """Yields the pages in a fixed order."""


def brief(corpus: Corpus, settings: PresentSettings, title: str) -> Briefing:
    """Everything looked up once; the data files hold both numbers of articles, whichever of them the pages show."""
    downloads = files(corpus, settings)
    corpus = count_all(corpus) if settings.count == ARTICLES else corpus
    comparing = Comparing(corpus)
    actors = {actor.id: actor for actor in corpus.actors}
    by_place = sorted(
        ((actor, mention) for actor in corpus.actors for mention in actor.mentions),
        key=lambda pair: (pair[1].evidence.span, pair[0].id),
    )
    ties: list[tuple[str, tuple[Actor, Tie]]] = []
    for tie in sorted(corpus.ties, key=lambda tie: (-len(tie.evidence), tie.a, tie.b)):
        if tie.a in actors and tie.b in actors:
            ties += [(tie.a, (actors[tie.b], tie)), (tie.b, (actors[tie.a], tie))]
    uses = sorted(
        ((topic, use) for topic in corpus.topics for use in topic.uses),
        key=lambda pair: (pair[1].rank, pair[0].id),
    )
    told = first_told(corpus)
    again = {one.id for one in corpus.statements if one.same_as is not None}
    held = [one for one in corpus.positions if one.statement not in again]
    return Briefing(
        corpus=corpus,
        settings=settings,
        title=title,
        articles=MappingProxyType({article.id: article for article in corpus.articles}),
        findings=MappingProxyType({findings.article: findings for findings in corpus.findings}),
        actors=MappingProxyType(actors),
        reach=MappingProxyType(
            {
                one.id: comparing.tally(mention.evidence.article for mention in one.mentions)
                for one in corpus.actors
            }
        ),
        mentions_in=_grouped((pair[1].evidence.article, pair) for pair in by_place),
        statements=MappingProxyType({one.id: one for one in corpus.statements}),
        statements_in=_grouped((statement.article, statement) for statement in corpus.statements),
        statements_by=_grouped((one.speaker, one) for one in told if one.speaker is not None),
        statements_about=_grouped(
            (actor, one) for one in told for actor in one.about if actor != one.speaker
        ),
        statements_on=_grouped((topic, one) for one in told for topic in one.topics),
        positions_by=_grouped((one.holder, one) for one in held if one.holder),
        positions_towards=_grouped((one.addressee, one) for one in held if one.addressee),
        positions_on=_grouped((topic, one) for one in held for topic in one.topics),
        topics=MappingProxyType({topic.id: topic for topic in corpus.topics}),
        topics_in=_grouped((pair[1].article, pair) for pair in uses),
        dates_in=_grouped((entry.evidence.article, entry) for entry in corpus.timeline),
        voices_of=_grouped((owner, one) for one in corpus.actors for owner in _owners(one, actors)),
        topics_near=_near(corpus),
        topics_paged=frozenset(topic.id for topic in corpus.topics if deserves_page(topic)),
        ties_of=_grouped(ties),
        deeds=Deeds(corpus),
        comparing=comparing,
        downloads=downloads,
        paragraphs=MappingProxyType({article.id: _numbers(article) for article in corpus.articles}),
        closed=frozenset(one.id for one in corpus.articles if not may_be_read(one)),
    )


def deserves_page(topic: Topic) -> bool:
    """Whether a keyword has a page: it ranks high in an article, or several articles have it."""
    return len(topic.uses) > 1 or any(use.rank <= HIGH or not use.evidence for use in topic.uses)


def _owners(actor: Actor, actors: Mapping[str, Actor]) -> Iterator[str]:
    """Ids of the states and bodies it speaks for.

    What belongs to a state speaks for it only where it is part of its government: its companies and its citizens do
    not. An office held once gives no voice.
    """
    offices = dict.fromkeys(
        role.affiliation for role in actor.roles if not role.text.casefold().startswith(("former ", "ex-"))
    )
    owner = actors.get(actor.affiliation or "")
    if owner is not None:
        land = owner.kind in (ActorKind.STATE, ActorKind.TERRITORY)
        if not land or actor.kind is ActorKind.PERSON or actor.sort in PUBLIC:
            offices.setdefault(owner.id)
    yield from (one for one in offices if one is not None and one != actor.id)


def _near(corpus: Corpus) -> Mapping[str, tuple[tuple[Topic, int], ...]]:
    """Most shared sentences first; where equal, in the order of the topics, which is that of their weight."""
    pairs = ((actor, (topic, count)) for topic in corpus.topics for actor, count in topic.actors)
    return _grouped(sorted(pairs, key=lambda pair: -pair[1][1]))


def first_told(corpus: Corpus) -> tuple[ActorStatement, ...]:
    """The statements as the ledger lists them: a quotation that several articles repeat stands once."""
    return tuple(one for one in corpus.statements if one.same_as is None)


def _numbers(article: Article) -> tuple[int | None, ...]:
    numbers = count(1)
    return tuple(None if paragraph.heading else next(numbers) for paragraph in article.paragraphs)


def _grouped(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, tuple[Item, ...]]:
    groups: defaultdict[str, list[Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return MappingProxyType({key: tuple(items) for key, items in groups.items()})


def fields_of(view: Any) -> dict[str, Any]:
    """A view's fields by name, for the template."""
    return {name: getattr(view, name) for name in view.__dataclass_fields__}
