"""What the site's search knows: one script that its page asks for when somebody wants to search.

In: the briefing. Out: a script that assigns one value, since a page opened from a disk may load scripts and nothing else.
Things stand in it by kind, so that results can be grouped and each leads to its profile or its sentence; rows name
actors and articles by number.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.model.site import Asset
from generator.present.addresses import OVERVIEW, STATEMENTS, TIMELINE
from generator.present.briefing import first_told
from generator.present.evidence import shorten
from generator.present.happenings import MODALITIES, name_class, told_in
from generator.present.items import LONGEST, NAME, line_statement, name_date, name_topic, write_day
from generator.present.publishing import is_withheld, may_be_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article
    from generator.model.corpus import Actor, ActorStatement, Happening, Topic
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

PATH = "assets/dossier/search-index.js"
PAGES_PATH = "assets/dossier/search-pages.js"
"""Pages that people wrote; the site engine fills it, which alone has read them."""
VARIABLE, PAGES_VARIABLE = "dossierIndex", "dossierPages"
LEAD = 2
"""Sentences of an article that stand for its text in a light index."""
TERMS = 12
"""Most keywords and actors of an article in a light index."""


def search_assets(briefing: Briefing) -> tuple[Asset, ...]:
    """The index, and an empty one of the pages that people wrote."""
    return _script(PATH, VARIABLE, _document(briefing)), pages_asset([])


def pages_asset(sections: list[list[str]]) -> Asset:
    """The sections of the pages that people wrote: title of the page, heading, address, text."""
    return _script(PAGES_PATH, PAGES_VARIABLE, sections)


def _script(path: str, variable: str, value: object) -> Asset:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return Asset(path=path, content=f"window.{variable}={text};\n".encode())


def _document(briefing: Briefing) -> dict[str, Any]:
    corpus, place = briefing.corpus, briefing.place(OVERVIEW)
    full = len(corpus.articles) <= briefing.settings.search_articles
    actors = {actor.id: number for number, actor in enumerate(corpus.actors)}
    articles = {article.id: number for number, article in enumerate(corpus.articles)}
    statements = first_told(corpus) if full else ()
    happenings = corpus.happenings if full else ()
    return {
        "actors": [_actor(one, briefing, place) for one in corpus.actors],
        "articles": [_article(one, briefing, place, actors, full=full) for one in corpus.articles],
        "statements": [_statement(one, briefing, place, actors, articles) for one in statements],
        "events": [_event(one, briefing, actors, articles) for one in happenings],
        "keywords": [_keyword(one, briefing, place) for one in corpus.topics],
        "ledger": place.to(STATEMENTS),
        "timeline": place.to(TIMELINE),
        "full": full,
    }


def _actor(actor: Actor, briefing: Briefing, place: Place) -> list[Any]:
    names = dict.fromkeys(shorten(alias.text, NAME) for alias in actor.aliases)
    names.pop(actor.name, None)
    return [
        shorten(actor.name, NAME),
        actor.kind.value,
        place.actor(actor.id),
        list(names),
        list(dict.fromkeys(shorten(role.text, NAME) for role in actor.roles)),
        len(actor.mentions),
        len(briefing.statements_by.get(actor.id, ())),
    ]


def _article(
    article: Article, briefing: Briefing, place: Place, actors: dict[str, int], *, full: bool
) -> list[Any]:
    about = (article.outlet, write_day(article.published) if article.published else None)
    text = list(_sentences(article, briefing))
    terms = [topic.term for topic, _ in briefing.topics_in.get(article.id, ())][:TERMS]
    named = dict.fromkeys(actor.id for actor, _ in briefing.mentions_in.get(article.id, ()))
    return [
        article.title,
        ", ".join(part for part in about if part),
        place.article(article.id),
        text if full else text[:LEAD],
        terms,
        [] if full else sorted(actors[key] for key in named)[:TERMS],
    ]


def _sentences(article: Article, briefing: Briefing) -> Iterator[list[str]]:
    """Anchor and words of each sentence below the headline; of each paragraph where the text was not analysed.

    What the article's own page does not show is not found either.
    """
    if not may_be_read(article):
        return
    sentences = briefing.findings[article.id].sentences
    for sentence in sentences:
        if not article.paragraphs[sentence.paragraph].heading and not is_withheld(article, sentence.span):
            yield [sentence.id, article.quote(sentence.span)]
    if not sentences:
        numbers = briefing.paragraphs[article.id]
        for number, paragraph in zip(numbers, article.paragraphs, strict=True):
            if number is not None and not is_withheld(article, paragraph.span):
                yield [f"p{number}", article.quote(paragraph.span)]


def _statement(
    statement: ActorStatement,
    briefing: Briefing,
    place: Place,
    actors: dict[str, int],
    articles: dict[str, int],
) -> list[Any]:
    line = line_statement(statement, briefing, place)
    return [
        actors.get(statement.speaker or "", -1),
        line.words or "",
        line.cue or "",
        " … ".join(line.content),
        int(line.direct),
        line.kind,
        articles[statement.article],
        statement.content[0].sentence
        if statement.content and statement.article not in briefing.closed
        else "",
    ]


def _event(one: Happening, briefing: Briefing, actors: dict[str, int], articles: dict[str, int]) -> list[Any]:
    report = told_in(one)
    sentence = briefing.sentence(report.article, report.trigger.sentence)
    words = briefing.articles[report.article].quote(sentence.span) if sentence else report.trigger.quote
    return [
        name_class(one.kind),
        _party(one.agent, report.agent.quote if report.agent else "", actors),
        _party(one.patient, report.patient.quote if report.patient else "", actors),
        (one.date and name_date(one.date)) or "",
        MODALITIES.get(one.modality, ""),
        shorten(words, LONGEST),
        articles[report.article],
        "" if report.article in briefing.closed else report.trigger.sentence,
    ]


def _party(key: str | None, words: str, actors: dict[str, int]) -> int | str:
    """The number of an actor, or the words of the text for one that was not resolved."""
    return actors.get(key or "", words)


def _keyword(topic: Topic, briefing: Briefing, place: Place) -> list[Any]:
    used = briefing.comparing.tally(use.article for use in topic.uses)
    return [topic.term, name_topic(topic, briefing, place).url, used.number, used.words]
