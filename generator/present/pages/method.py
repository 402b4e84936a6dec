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
from generator.present.items import StatementLine, line_statement

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTED = 20
"""Most items listed of one kind of open question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unserved:
    """An article in a language that no model serves."""

    title: str
    url: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The view of `method.md.j2`."""

    versions: tuple[tuple[str, str], ...]
    undated: int
    articles: int
    unserved: tuple[Unserved, ...]
    pronouns: int
    """Pronouns that may refer to an actor."""
    pronouns_open: int
    descriptions: int
    """Names and descriptions found."""
    descriptions_open: int
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
    resolved = {
        (mention.evidence.article, mention.evidence.span)
        for actor in corpus.actors
        for mention in actor.mentions
    }
    found = [(findings.article, mention) for findings in corpus.findings for mention in findings.mentions]
    pronouns = [pair for pair in found if pair[1].form is Form.PRONOUN]
    others = [pair for pair in found if pair[1].form is not Form.PRONOUN]
    unspoken = [one for one in corpus.statements if one.speaker is None]
    view = Method(
        versions=corpus.versions,
        undated=sum(article.published is None for article in corpus.articles),
        articles=len(corpus.articles),
        unserved=tuple(
            Unserved(
                title=briefing.articles[one.article].title,
                url=place.article(one.article),
                language=one.language,
            )
            for one in corpus.findings
            if not one.analysed
        )[:LISTED],
        pronouns=len(pronouns),
        pronouns_open=sum((article, mention.span) not in resolved for article, mention in pronouns),
        descriptions=len(others),
        descriptions_open=sum((article, mention.span) not in resolved for article, mention in others),
        inferred=sum(mention.inferred for actor in corpus.actors for mention in actor.mentions),
        statements_total=len(corpus.statements),
        unspoken=tuple(line_statement(one, briefing, place) for one in unspoken[:LISTED]),
        unspoken_total=len(unspoken),
        dates=len(corpus.timeline),
        dates_open=sum(entry.date.lo is None for entry in corpus.timeline),
        data_url=place.to(DATA),
    )
    yield Draft(path=METHOD, title="Method", view=view, template="method.md.j2", hub=True)


PAGE = PageType(noun="method", build=build)
