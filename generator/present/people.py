"""Who is who: the main actors, each with its role, how often the articles mention it, and one statement.

In: actors and statements of the corpus, and what the page quotes already. Out: a card for each. A state that says nothing
itself is heard through those who speak for it; a sentence that stands on the page stands there once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import STATEMENTS
from generator.present.choices import Spot, main_actors, weigh
from generator.present.evidence import Chip, cite, name_article
from generator.present.items import ActorName, StatementLine, line_statement, name_actor, shorten_line
from generator.present.voices import speaks_for

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.model.corpus import Actor, Evidence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

COLUMNS = 24
"""Most articles drawn as columns of an actor's strip."""
GLANCED = 100
"""Most characters of a statement in an actor's card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One article's mentions of an actor."""

    article: str
    count: int
    height: int
    """Per cent of the highest column on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor at a glance."""

    actor: ActorName
    role: str | None
    role_chip: Chip | None
    mentions: int
    articles: str
    """How many mention it, in words."""
    columns: tuple[Column, ...]
    voice: ActorName | None
    """One of its voices, where it says nothing itself; the statement is then theirs."""
    line: StatementLine | None
    """`None` where it says nothing, or nothing that does not stand on the page already."""
    said: int
    """Statements of its own."""
    said_url: str


def introduce(
    briefing: Briefing, place: Place, taken: set[Spot], held: Collection[Evidence]
) -> tuple[Who, ...]:
    """The main actors, those most mentioned first; no statement whose sentence is `taken`, or of whose words a position holds some."""
    main = main_actors(briefing)
    counts = {actor.id: _by_article(actor) for actor in main}
    highest = max((count for one in counts.values() for count in one.values()), default=1)
    shown = briefing.corpus.articles if len(briefing.corpus.articles) <= COLUMNS else ()
    cards = []
    for actor in main:
        own = briefing.statements_by.get(actor.id, ())
        # A state that says nothing itself is heard through those who speak for it, under their own name.
        voice = None if own else speaks_for(actor, briefing)
        said = sorted(
            (
                one
                for one in (voice[1] if voice else own)
                if one.content
                and (one.article, one.content[0].sentence) not in taken
                and not any(_overlap(part, other) for part in one.content for other in held)
            ),
            key=lambda one: (
                one.negated,
                one.inside is not None,
                sum(len(part.quote) for part in one.content) > GLANCED,
                -weigh(one, briefing),
            ),
        )
        if said:
            taken.add((said[0].article, said[0].content[0].sentence))
        role = actor.roles[0] if actor.roles else None
        cards.append(
            Who(
                actor=name_actor(actor, place),
                role=role.text if role else None,
                role_chip=cite(role.evidence, briefing, place) if role else None,
                mentions=len(actor.mentions),
                articles=briefing.reach[actor.id].out_of(briefing.comparing.every),
                columns=tuple(
                    Column(
                        article=name_article(article),
                        count=counts[actor.id].get(article.id, 0),
                        height=round(100 * counts[actor.id].get(article.id, 0) / highest),
                    )
                    for article in shown
                ),
                voice=name_actor(voice[0], place) if voice else None,
                line=shorten_line(line_statement(said[0], briefing, place), GLANCED) if said else None,
                said=len(own),
                said_url=f"{place.to(STATEMENTS)}?speaker={actor.id}",
            )
        )
    return tuple(cards)


def _overlap(one: Evidence, other: Evidence) -> bool:
    (start, end), (first, last) = one.span, other.span
    return one.article == other.article and start < last and first < end


def _by_article(actor: Actor) -> dict[str, int]:
    counts: dict[str, int] = {}
    for mention in actor.mentions:
        counts[mention.evidence.article] = counts.get(mention.evidence.article, 0) + 1
    return counts
