"""What the build adds to the hand-written page about method.

In: versions and everything that stayed open. Out: one page whose body, without its title, goes to the marker of the
hand-written one: so its sections are of level two, and none of them explains what people explain better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import Form
from generator.present.addresses import DATA, METHOD
from generator.present.briefing import Briefing, Draft, PageType
from generator.present.evidence import name_article
from generator.present.items import StatementLine, line_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Corpus
    from generator.model.findings import Mention

NAME = "names"
METONYM = "names of capitals and seats that act, read as their government"
DESCRIPTION = "descriptions (as “officials”, “observers”)"
POINTER = "phrases that point back (as “the country”, “the ministry”, “both sides”)"
PRONOUN = "pronouns (he, she, they, it, we)"
WAYS = (NAME, METONYM, DESCRIPTION, POINTER, PRONOUN)
"""Ways of referring, from plain to doubtful."""
LISTED = 20
"""Most items listed of one kind of open question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unserved:
    """An article in a language that no model serves."""

    title: str
    url: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Mentions that refer in one way."""

    way: str
    total: int
    open: int
    """Given to no actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The view of `method.md.j2`."""

    versions: tuple[tuple[str, str], ...]
    undated: int
    articles: int
    unserved: tuple[Unserved, ...]
    references: tuple[Tally, ...]
    """Mentions by how they refer."""
    inferred: int
    """Mentions that a rule gives to an actor."""
    statements_total: int
    unspoken: tuple[StatementLine, ...]
    unspoken_total: int
    dates: int
    dates_open: int
    data_url: str


def build(briefing: Briefing) -> Iterator[Draft]:
    """One page."""
    place, corpus = briefing.place(METHOD), briefing.corpus
    unspoken = [one for one in corpus.statements if one.speaker is None]
    view = Method(
        versions=corpus.versions,
        undated=sum(article.published is None for article in corpus.articles),
        articles=len(corpus.articles),
        unserved=tuple(
            Unserved(
                title=name_article(briefing.articles[one.article]),
                url=place.article(one.article),
                language=one.language,
            )
            for one in corpus.findings
            if not one.analysed
        )[:LISTED],
        references=_references(corpus),
        inferred=sum(mention.inferred for actor in corpus.actors for mention in actor.mentions),
        statements_total=len(corpus.statements),
        unspoken=tuple(line_statement(one, briefing, place) for one in unspoken[:LISTED]),
        unspoken_total=len(unspoken),
        dates=len(corpus.timeline),
        dates_open=sum(entry.date.lo is None for entry in corpus.timeline),
        data_url=place.to(DATA),
    )
    yield Draft(
        path=METHOD,
        title="Method",
        view=view,
        template="method.md.j2",
        hub=True,
        description="How each kind of thing is found, with measured quality and known failings.",
    )


def _references(corpus: Corpus) -> tuple[Tally, ...]:
    """How many mentions of each way of referring were given to an actor, and how many stay open."""
    taken = {
        (mention.evidence.article, mention.evidence.span)
        for actor in corpus.actors
        for mention in actor.mentions
    }
    found: dict[str, list[bool]] = {way: [] for way in WAYS}
    for one in corpus.findings:
        for mention in one.mentions:
            found[_way(mention)].append((one.article, mention.span) in taken)
    return tuple(
        Tally(way=way, total=len(known), open=known.count(False)) for way, known in found.items() if known
    )


def _way(mention: Mention) -> str:
    if mention.form is Form.PRONOUN:
        return PRONOUN
    if mention.form is Form.NAME:
        return METONYM if mention.stands_for else NAME
    points = mention.rule in {"anaphoric", "office"} or (
        mention.rule == "body" and mention.affiliation is None
    )
    return POINTER if points or mention.inference else DESCRIPTION


PAGE = PageType(noun="method", build=build)
