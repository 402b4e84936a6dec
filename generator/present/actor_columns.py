"""The columns of the tables about actors: who they are, where they are mentioned, with whom.

In: `Sources`. Out: three of the tables of `columns.py`; what a column means is said once, here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.tables import SEPARATOR, WHERE, WHOLE_SENTENCE, Column, Table
from generator.present.tallies import Tally, tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Actor, Evidence, Tie
    from generator.present.sources import PlacedMention, Sources


@dataclass(frozen=True, slots=True)
class _Counted:
    actor: Actor
    articles: Tally
    """Those that mention it."""


@dataclass(frozen=True, slots=True)
class _Mentioned:
    mention: PlacedMention
    actor: Actor | None


@dataclass(frozen=True, slots=True)
class _Tied:
    tie: Tie
    a: str
    b: str
    """Names."""


def _actors(sources: Sources) -> Iterator[tuple[_Counted, Evidence | None]]:
    made = sources.corpus.comparison
    for actor in sources.corpus.actors:
        articles = tally(made, (one.evidence.article for one in actor.mentions))
        yield _Counted(actor, articles), actor.mentions[0].evidence if actor.mentions else None


def _mentions(sources: Sources) -> Iterator[tuple[_Mentioned, Evidence | None]]:
    for article in sources.corpus.articles:
        for mention in sources.mentions(article.id):
            actor = sources.actors.get(mention.actor) if mention.actor else None
            yield _Mentioned(mention, actor), sources.evidence(article.id, mention.span)


def _ties(sources: Sources) -> Iterator[tuple[_Tied, Evidence | None]]:
    for tie in sources.corpus.ties:
        for evidence in tie.evidence:
            yield _Tied(tie, sources.name(tie.a), sources.name(tie.b)), evidence


ACTORS: Table[_Counted] = Table(
    name="actors",
    title="Actors",
    description="One row an actor; place and sentence are those of its first mention.",
    own=(
        Column("actor", "id of the actor", lambda row: row.actor.id),
        Column("name", "name under which it is listed", lambda row: row.actor.name),
        Column(
            "kind",
            "person, state, territory, place, organisation, group or document",
            lambda row: row.actor.kind.value,
        ),
        Column(
            "aliases",
            "wordings used for it, most frequent first, separated by semicolons",
            lambda row: SEPARATOR.join(alias.text for alias in row.actor.aliases),
        ),
        Column(
            "roles",
            "offices and functions in the words of the texts, separated by semicolons",
            lambda row: SEPARATOR.join(role.text for role in row.actor.roles),
        ),
        Column("affiliation", "id of the actor it belongs to", lambda row: row.actor.affiliation),
        Column(
            "sort",
            "what sort of organisation or group: government body, company, officials, ...",
            lambda row: row.actor.sort,
        ),
        Column("mentions", "number of mentions, inferred ones included", lambda row: len(row.actor.mentions)),
        Column(
            "inferred",
            "number of mentions that only a rule gives to it",
            lambda row: sum(mention.inferred for mention in row.actor.mentions),
        ),
        Column(
            "articles",
            "number of articles that mention it, copies among them",
            lambda row: row.articles.every,
        ),
        Column("independent", "number of independent ones", lambda row: row.articles.number),
        Column("rule", "what joins the mentions into one actor", lambda row: row.actor.rule),
        Column(
            "maybe_same",
            "ids of actors that may be the same and are kept apart, separated by semicolons",
            lambda row: SEPARATOR.join(one.actor for one in row.actor.suggestions),
        ),
        Column(
            "other_ids",
            "further ids whose addresses lead to it, separated by semicolons",
            lambda row: SEPARATOR.join(row.actor.other_ids),
        ),
    ),
    where=WHERE,
    rows=_actors,
)
MENTIONS: Table[_Mentioned] = Table(
    name="mentions",
    title="Mentions",
    description="One row for each place that refers to an actor.",
    own=(
        Column("actor", "id of the actor; empty where none took it", lambda row: row.mention.actor),
        Column("name", "name of the actor", lambda row: row.actor.name if row.actor else None),
        Column("form", "name, description or pronoun", lambda row: row.mention.form.value),
        Column("rule", "why these words are this actor", lambda row: row.mention.rule),
        Column("inferred", "true where the words alone do not say so", lambda row: row.mention.inferred),
    ),
    where=WHERE,
    rows=_mentions,
)
TIES: Table[_Tied] = Table(
    name="ties",
    title="Ties",
    description="One row for each sentence that two actors share.",
    own=(
        Column("a", "id of one actor", lambda row: row.tie.a),
        Column("a_name", "its name", lambda row: row.a),
        Column("b", "id of the other actor", lambda row: row.tie.b),
        Column("b_name", "its name", lambda row: row.b),
        Column("shared", "number of sentences that these two share", lambda row: len(row.tie.evidence)),
    ),
    where=WHOLE_SENTENCE,
    rows=_ties,
)
