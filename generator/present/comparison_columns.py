"""The columns of the comparison.

In: `Sources`. Out: tables of names, coverage, numbers and differences, made like those of `columns.py`: a row for each use
of a wording, each article a thing stands in, each number, each side of a difference, so that every row has its sentence.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.model.comparison import Thing
from generator.present.tables import SEPARATOR, WHERE, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.comparison import Covered, Difference, Naming, Quantity, Side, Wording
    from generator.model.corpus import Corpus, Evidence
    from generator.present.sources import Sources

Found = dict[tuple[Thing, str, str], "Evidence"]


class _Use(NamedTuple):
    """A wording in an article."""

    naming: Naming
    wording: Wording
    actors: tuple[str, ...]
    """Names."""


class _Stands(NamedTuple):
    """A thing in an article."""

    thing: Covered
    name: str


class _Number(NamedTuple):
    """A number and what it can be held against."""

    quantity: Quantity
    group: str | None
    differ: bool | None
    speaker: str | None


class _Sided(NamedTuple):
    """One side of a difference."""

    difference: Difference
    side: Side


def _names(sources: Sources) -> Iterator[tuple[_Use, Evidence | None]]:
    for naming in sources.corpus.comparison.namings:
        actors = tuple(map(sources.name, naming.actors))
        for wording in naming.wordings:
            for evidence in wording.evidence:
                yield _Use(naming, wording, actors), evidence


def _coverage(sources: Sources) -> Iterator[tuple[_Stands, Evidence | None]]:
    found = _first_places(sources.corpus)
    rows = {one.id: one for one in sources.corpus.comparison.namings}
    topics = {topic.id: topic.term for topic in sources.corpus.topics}
    for thing in sources.corpus.comparison.coverage:
        name = topics.get(thing.id, thing.id) if thing.kind is Thing.KEYWORD else sources.name(thing.id)
        for article in thing.articles:
            evidence = found.get((thing.kind, thing.id, article)) or _by_other_words(
                thing, article, found, rows.get(thing.naming or "")
            )
            if evidence:
                named = evidence.quote if name == thing.id else name
                yield _Stands(thing, " ".join(named.split())), evidence


def _by_other_words(thing: Covered, article: str, found: Found, row: Naming | None) -> Evidence | None:
    """The first place of an event in an article that tells of it, or names it, by other words."""
    for key in thing.joined:
        if (Thing.EVENT, key, article) in found:
            return found[Thing.EVENT, key, article]
    used = row.used_in(article) if row else ()
    return next((one for wording in used for one in wording.evidence), None)


def _first_places(corpus: Corpus) -> Found:
    """The first place of everything in every article."""
    found: Found = {}
    for actor in corpus.actors:
        for mention in actor.mentions:
            for kind in (Thing.ACTOR, Thing.PLACE):
                found.setdefault((kind, actor.id, mention.evidence.article), mention.evidence)
    for happening in corpus.happenings:
        for report in happening.reports:
            found.setdefault((Thing.EVENT, happening.id, report.article), report.trigger)
    for one in corpus.statements:
        if one.content:
            found.setdefault((Thing.STATEMENT, one.same_as or one.id, one.article), one.content[0])
    for topic in corpus.topics:
        for use in topic.uses:
            if use.evidence:
                found.setdefault((Thing.KEYWORD, topic.id, use.article), use.evidence[0])
    days: defaultdict[tuple[object, object], list[Evidence]] = defaultdict(list)
    for entry in corpus.timeline:
        days[entry.date.lo or entry.id, entry.date.hi].append(entry.evidence)
    for entry in corpus.timeline:
        for evidence in days[entry.date.lo or entry.id, entry.date.hi]:
            found.setdefault((Thing.DATE, entry.id, evidence.article), evidence)
    return found


def _numbers(sources: Sources) -> Iterator[tuple[_Number, Evidence | None]]:
    made = sources.corpus.comparison
    groups = {key: group for group in made.numbers for key in group.quantities}
    for one in made.quantities:
        group = groups.get(one.id)
        speaker = sources.name(one.speaker) if one.speaker else None
        yield (
            _Number(one, group.id if group else None, group.differ if group else None, speaker),
            one.evidence,
        )


def _differences(sources: Sources) -> Iterator[tuple[_Sided, Evidence | None]]:
    for one in sources.corpus.comparison.differences:
        for side in one.sides:
            for evidence in side.evidence:
                yield _Sided(one, side), evidence


NAMES: Table[_Use] = Table(
    name="names",
    title="Names",
    description="One row for each use of a wording, for things that several articles name.",
    own=(
        Column("naming", "id of the thing that is named", lambda row: row.naming.id),
        Column("kind", "actor, event or place", lambda row: row.naming.kind.value),
        Column("name", "what the thing is called here", lambda row: row.naming.name),
        Column(
            "actors",
            "ids of the actors it is, or of the one who acts",
            lambda row: SEPARATOR.join(row.naming.actors) or None,
        ),
        Column("actor_names", "their names", lambda row: SEPARATOR.join(row.actors) or None),
        Column("wording", "the words, as most uses spell them", lambda row: row.wording.text),
        Column(
            "doubtful", "true where no text says that these words mean it", lambda row: row.wording.doubtful
        ),
        Column("contrast", "true where two articles share no wording", lambda row: row.naming.contrast),
        Column("rule", "why these words are taken to mean it", lambda row: row.wording.rule),
    ),
    where=WHERE,
    rows=_names,
)
COVERAGE: Table[_Stands] = Table(
    name="coverage",
    title="Coverage",
    description="One row for each thing and each article in which it stands, with its first place there.",
    own=(
        Column("kind", "actor, place, event, statement, keyword or date", lambda row: row.thing.kind.value),
        Column("thing", "id of the thing", lambda row: row.thing.id),
        Column("name", "its name, or the words for it", lambda row: row.name),
        Column("share", "all, several or one: the articles that have it", lambda row: row.thing.share.value),
        Column(
            "articles",
            "number of articles that have it, copies among them",
            lambda row: len(row.thing.articles),
        ),
        Column("independent", "number of independent articles", lambda row: row.thing.independent),
        Column(
            "naming",
            "id of the row of names by which articles with other words have it too",
            lambda row: row.thing.naming,
        ),
        Column(
            "doubtful", "true where no text says that these words mean it", lambda row: row.thing.doubtful
        ),
    ),
    where=WHERE,
    rows=_coverage,
)
NUMBERS: Table[_Number] = Table(
    name="numbers",
    title="Numbers",
    description="One row for each number in a text, with what it counts.",
    own=(
        Column("number", "id of the number", lambda row: row.quantity.id),
        Column("least", "least value it can mean; empty where open", lambda row: row.quantity.lo),
        Column("largest", "largest value; empty where open", lambda row: row.quantity.hi),
        Column("unit", "percent, kilometre, ...; empty for a count", lambda row: row.quantity.unit),
        Column("bound", "the words that loosen it", lambda row: row.quantity.bound),
        Column("counted", "base form of what is counted", lambda row: row.quantity.counted),
        Column("done", "base form of what is said of them", lambda row: row.quantity.done),
        Column("holder", "base form of whose loss, cost or gain it is", lambda row: row.quantity.holder),
        Column("date", "id of the date as of which it holds", lambda row: row.quantity.date),
        Column("speaker", "id of the actor who says it", lambda row: row.quantity.speaker),
        Column("speaker_name", "its name", lambda row: row.speaker),
        Column("statement", "id of the statement it stands in", lambda row: row.quantity.statement),
        Column("group", "id shared by numbers that can be held against each other", lambda row: row.group),
        Column("differ", "true where no one value fits all of these", lambda row: row.differ),
        Column("rule", "how it was read", lambda row: row.quantity.rule),
    ),
    where=WHERE,
    rows=_numbers,
)
DIFFERENCES: Table[_Sided] = Table(
    name="differences",
    title="Differences",
    description="One row for each sentence of each side of a subject that articles tell differently.",
    own=(
        Column("difference", "id of the difference", lambda row: row.difference.id),
        Column("kind", "number, date, agent, modality or attribution", lambda row: row.difference.kind.value),
        Column("subject", "what it is about, in the words of a text", lambda row: row.difference.subject),
        Column("about", "id of the event, group of numbers or name", lambda row: row.difference.thing),
        Column("side", "what is said", lambda row: row.side.label),
        Column("value", "the same as a value or an id", lambda row: row.side.value),
        Column("doubtful", "true where the subject may be two", lambda row: row.difference.doubtful),
        Column("rule", "what makes it one subject", lambda row: row.difference.rule),
    ),
    where=WHERE,
    rows=_differences,
)
