"""The page of one keyword: a concordance.

In: a topic and where it stands. Out: one page a keyword, its phrase in the middle of each line. Keywords of low rank in
a single article have none: their sentence says all that such a page could.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import DATA, METHOD, Place, keyword_path
from generator.present.backlinks import Bearer, of_topic
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import Passage, name_article, read_passage
from generator.present.items import ActorName, name_actor
from generator.present.render import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Topic

SIDE = 50
"""Most characters on either side of the phrase."""
NEAR = 24
"""Actors near it that stand open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One article's use of the phrase."""

    article: str
    url: str
    rank: int
    places: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """An actor in the same sentences."""

    actor: ActorName
    sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Concordance:
    """The view of `keyword.md.j2`."""

    uses: tuple[Use, ...]
    articles: str
    """How many have it, in words."""
    places: int
    left_out: int
    near: tuple[Near, ...]
    near_first: int
    """How many of them stand open."""
    bearers: tuple[Bearer, ...]
    bearers_left: int
    method_url: str
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page for each keyword that several articles share or that ranks high in one."""
    for topic in briefing.corpus.topics:
        if topic.id not in briefing.topics_paged:
            continue
        place = briefing.place(keyword_path(topic.id))
        yield Draft(
            path=place.path,
            title=topic.term,
            view=_view(topic, briefing, place),
            template="keyword.md.j2",
            description=_description(topic, briefing),
        )


def _description(topic: Topic, briefing: Briefing) -> str:
    places = sum(len(use.evidence) for use in topic.uses)
    articles = f"{len(topic.uses):,} of {counted(len(briefing.articles), 'article')}"
    return f"“{topic.term}”: keyword of {articles}, {counted(places, 'place')} in their sentences."


def _view(topic: Topic, briefing: Briefing, place: Place) -> Concordance:
    left = briefing.settings.sentences_per_page
    uses = []
    for use in topic.uses:
        shown = use.evidence[: max(0, left)]
        left -= len(shown)
        uses.append(
            Use(
                article=name_article(briefing.articles[use.article]),
                url=place.article(use.article),
                rank=use.rank,
                places=len(use.evidence),
                passages=tuple(read_passage(one, briefing, place, side=SIDE) for one in shown),
            )
        )
    places = sum(use.places for use in uses)
    bearers, bearers_left = of_topic(topic, briefing, place)
    return Concordance(
        uses=tuple(uses),
        articles=briefing.comparing.tally(use.article for use in topic.uses).out_of(briefing.comparing.every),
        places=places,
        left_out=places - sum(len(use.passages) for use in uses),
        near=tuple(
            Near(actor=name_actor(briefing.actors[key], place), sentences=count)
            for key, count in topic.actors
            if key in briefing.actors
        ),
        near_first=NEAR,
        bearers=bearers,
        bearers_left=bearers_left,
        method_url=place.to(METHOD),
        data_url=place.to(DATA),
    )


PAGE = PageType(noun="keyword", build=build)
