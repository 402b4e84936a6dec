"""The page of one article: its full text, with what was found in it marked in place.

In: one article and its findings. Out: one page an article: the text first, then who speaks, which keywords, dates
and actors it holds. All evidence of the site leads to the sentences of these pages.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.lexicons import language_names
from generator.model.article import TitleOrigin
from generator.present.addresses import STATEMENTS, TIMELINE, Place, article_path, web_address
from generator.present.apart import Apart, read_apart
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import FEW, Chip, cite, name_article
from generator.present.feed import lead_of
from generator.present.figures import draw_keywords
from generator.present.items import (
    ActorName,
    DateLine,
    TopicName,
    line_date,
    name_actor,
    name_topic,
    write_day,
)
from generator.present.publishing import is_withheld, may_be_read
from generator.present.text import Block, read_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article
    from generator.model.corpus import ActorStatement, TimelineEntry
    from generator.present.twins import Figure

SUMMARY = 160
"""Most characters that describe the article to whoever shows a link to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One who speaks in the article."""

    actor: ActorName | None
    words: str
    """The words for a speaker that is no actor; empty where nobody is named."""
    statements: int
    spoken: int
    """Words of its statements."""
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """One who is mentioned in the article."""

    actor: ActorName
    chip: Chip | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A keyword of the article."""

    topic: TopicName
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The article before or after."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Another page on which something rests on this article."""

    noun: str
    """In the singular: statement, happening."""
    count: int
    url: str
    """The page, narrowed to this article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """The view of `article.md.j2`."""

    untitled: bool
    """True where the first words of the text stand for a title."""
    outlet: str | None
    author: str | None
    published: str | None
    language: str
    link: str | None
    """Address of the original, where it is one of the web."""
    path: str
    copies: tuple[str, ...]
    """Paths of further files with the same text."""
    digest: str
    words: int
    analysed: bool
    extent: str
    """full, excerpt or link: how much of the text the page shows."""
    shown: int
    """Sentences that are published."""
    sentences: int
    """All of the article."""
    blocks: tuple[Block, ...]
    marked: bool
    """True where there is anything to mark."""
    uses: tuple[Use, ...]
    voices: tuple[Voice, ...]
    terms: tuple[Term, ...]
    figure: Figure
    dates: tuple[DateLine, ...]
    met: tuple[Met, ...]
    apart: Apart
    before: Neighbour | None
    after: Neighbour | None


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page an article; neighbours are the articles before and after by date, undated ones by path at the end."""
    row = sorted(
        briefing.corpus.articles,
        key=lambda one: (one.published is None, one.published.isoformat() if one.published else "", one.path),
    )
    at = {article.id: number for number, article in enumerate(row)}
    for article in briefing.corpus.articles:
        here = at[article.id]
        place = briefing.place(article_path(article.id))
        yield Draft(
            path=place.path,
            title=article.title,
            view=_view(
                article,
                row[here - 1] if here else None,
                row[here + 1] if here + 1 < len(row) else None,
                briefing,
                place,
            ),
            template="article.md.j2",
            description=lead_of(article, briefing, SUMMARY),
            article=article.id,
        )


def _view(
    article: Article, before: Article | None, after: Article | None, briefing: Briefing, place: Place
) -> ArticleView:
    findings = briefing.findings[article.id]
    return ArticleView(
        untitled=article.title_origin is TitleOrigin.FIRST_SENTENCE,
        outlet=article.outlet,
        author=article.author,
        published=write_day(article.published) if article.published else None,
        language=language_names().get(findings.language, findings.language),
        link=web_address(article.url),
        path=article.path,
        copies=tuple(copy.path for copy in article.copies),
        digest=article.digest[:12],
        words=len(article.text.split()),
        analysed=findings.analysed,
        extent=article.extent.value,
        shown=sum(not is_withheld(article, one.span) for one in findings.sentences),
        sentences=len(findings.sentences),
        blocks=read_blocks(article, briefing, place) if may_be_read(article) else (),
        marked=bool(briefing.mentions_in.get(article.id) or briefing.statements_in.get(article.id)),
        uses=_uses(article, briefing, place),
        voices=_voices(article, briefing, place),
        terms=tuple(
            Term(topic=name_topic(topic, briefing, place), chip=cite(use.evidence, briefing, place, most=FEW))
            for topic, use in briefing.topics_in.get(article.id, ())
        ),
        figure=draw_keywords(article, findings, briefing.settings, place),
        dates=_dates(article, briefing, place),
        met=_met(article, briefing, place),
        apart=read_apart(article.id, briefing, place),
        before=Neighbour(title=name_article(before), url=place.article(before.id)) if before else None,
        after=Neighbour(title=name_article(after), url=place.article(after.id)) if after else None,
    )


def _uses(article: Article, briefing: Briefing, place: Place) -> tuple[Use, ...]:
    """Actors and keywords are listed on the page itself."""
    spots = ((article.id, one.id) for one in briefing.findings[article.id].sentences)
    events = {one.id for spot in spots for one in briefing.deeds.at.get(spot, ())}
    narrowed = f"?article={quote(article.id)}"
    uses = (
        Use(
            noun="statement",
            count=len(briefing.statements_in.get(article.id, ())),
            url=place.to(STATEMENTS) + narrowed,
        ),
        Use(noun="happening", count=len(events), url=place.to(TIMELINE) + narrowed),
    )
    return tuple(use for use in uses if use.count)


def _voices(article: Article, briefing: Briefing, place: Place) -> tuple[Voice, ...]:
    """Speakers, the one with most words first; those who are no actors are told apart by their words."""
    groups: defaultdict[tuple[bool, str], list[ActorStatement]] = defaultdict(list)
    for one in briefing.statements_in.get(article.id, ()):
        if one.speaker in briefing.actors:
            groups[True, str(one.speaker)].append(one)
        else:
            groups[False, one.speaker_evidence.quote if one.speaker_evidence else ""].append(one)
    voices = [
        Voice(
            actor=name_actor(briefing.actors[key], place) if known else None,
            words="" if known else key,
            statements=len(said),
            spoken=sum(len(part.quote.split()) for one in said if not one.inside for part in one.content),
            chip=cite((part for one in said for part in one.content), briefing, place, most=FEW),
        )
        for (known, key), said in groups.items()
    ]
    return tuple(sorted(voices, key=lambda voice: -voice.spoken))


def _dates(article: Article, briefing: Briefing, place: Place) -> tuple[DateLine, ...]:
    """Dates in the order of the text; the same words with the same meaning are one."""
    same: defaultdict[tuple[str, str, str], list[TimelineEntry]] = defaultdict(list)
    for entry in briefing.dates_in.get(article.id, ()):
        line = line_date(entry, briefing, place)
        same[line.words.casefold(), line.label, line.rule if line.counted else ""].append(entry)
    return tuple(line_date(first, briefing, place, again) for first, *again in same.values())


def _met(article: Article, briefing: Briefing, place: Place) -> tuple[Met, ...]:
    """Actors of the article, most mentioned first."""
    mentions = defaultdict(list)
    for actor, mention in briefing.mentions_in.get(article.id, ()):
        mentions[actor.id].append(mention)
    return tuple(
        Met(
            actor=name_actor(briefing.actors[key], place),
            chip=cite((one.evidence for one in found), briefing, place, most=FEW),
            count=len(found),
        )
        for key, found in sorted(mentions.items(), key=lambda item: (-len(item[1]), item[0]))
    )


PAGE = PageType(noun="article", build=build)
