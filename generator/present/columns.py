"""The columns of every data file, and where their rows come from.

In: `Sources`. Out: `TABLES`, one a kind of thing; each row ends with the place and the sentence it rests on.
What a column means is said once: the files, the data dictionary and the data page read it from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.model.corpus import Actor, ActorStatement, Evidence
from generator.present.actor_columns import ACTORS, MENTIONS, TIES
from generator.present.comparison_columns import COVERAGE, DIFFERENCES, NAMES, NUMBERS
from generator.present.emphasis_columns import EMPHASIS_TABLES
from generator.present.event_columns import EVENTS, HAPPENINGS
from generator.present.relation_columns import RELATIONS
from generator.present.stand_columns import POSITIONS, SHIFTS, UNCERTAINTIES
from generator.present.tables import PAGE, SEPARATOR, WHERE, WHOLE_SENTENCE, Column, Table
from generator.present.tallies import Tally, tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article
    from generator.model.findings import DateRef, Findings, Keyword, Sentence
    from generator.present.sources import Sources

GAP = " [...] "
"""Between pieces of a statement that the text itself interrupts."""


@dataclass(frozen=True, slots=True)
class _Text:
    """An article with its findings."""

    article: Article
    findings: Findings
    copy_of: str | None
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    statement: ActorStatement
    speaker: Actor | None
    about: tuple[str, ...]
    """Names."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    keyword: Keyword
    topic: str | None
    articles: Tally | None
    """Those that have it."""


def _articles(sources: Sources) -> Iterator[tuple[_Text, Evidence | None]]:
    made = sources.corpus.comparison
    for article, findings in sources.pairs():
        whole = Evidence(article=article.id, span=(0, len(article.text)), quote="", sentence="")
        yield _Text(article, findings, made.stands_for.get(article.id), made.cites.get(article.id, ())), whole


def _sentences(sources: Sources) -> Iterator[tuple[Sentence, Evidence | None]]:
    for article, findings in sources.pairs():
        for sentence in findings.sentences:
            yield sentence, sources.evidence(article.id, sentence.span)


def _statements(sources: Sources) -> Iterator[tuple[_Said, Evidence | None]]:
    for statement in sources.corpus.statements:
        speaker = sources.actors.get(statement.speaker) if statement.speaker else None
        said = _Said(statement, speaker, tuple(sources.name(actor) for actor in statement.about))
        spans = [piece.span for piece in statement.content]
        evidence = None
        if spans:
            hull = (min(start for start, _ in spans), max(end for _, end in spans))
            evidence = sources.evidence(statement.article, hull)
        yield said, evidence


def _keywords(sources: Sources) -> Iterator[tuple[_Ranked, Evidence | None]]:
    made = sources.corpus.comparison
    topics = {(use.article, use.rank): topic for topic in sources.corpus.topics for use in topic.uses}
    counts = {one.id: tally(made, (use.article for use in one.uses)) for one in sources.corpus.topics}
    for article, findings in sources.pairs():
        for keyword in findings.keywords:
            evidence = sources.evidence(article.id, keyword.spans[0]) if keyword.spans else None
            topic = topics.get((article.id, keyword.rank))
            key = topic.id if topic else None
            yield _Ranked(keyword, key, counts[key] if key else None), evidence


def _dates(sources: Sources) -> Iterator[tuple[DateRef, Evidence | None]]:
    for article, findings in sources.pairs():
        for found in findings.dates:
            yield found, sources.evidence(article.id, found.span)


ARTICLES: Table[_Text] = Table(
    name="articles",
    title="Articles",
    description="One row an article.",
    own=(
        Column("article", "id of the article", lambda row: row.article.id),
        Column("path", "file of the article, below the folder of seeds", lambda row: row.article.path),
        Column("title", "title as the source states it, else its first words", lambda row: row.article.title),
        Column(
            "title_origin",
            "where the title comes from: front matter, heading or first sentence",
            lambda row: row.article.title_origin.value,
        ),
        Column("outlet", "who published it, as the source states it", lambda row: row.article.outlet),
        Column(
            "published", "date of publication, as the source states it", lambda row: row.article.published
        ),
        Column("author", "author, as the source states it", lambda row: row.article.author),
        Column("url", "address of the original, as the source states it", lambda row: row.article.url),
        Column("language", "ISO 639-1 code, stated or detected", lambda row: row.findings.language),
        Column("analysed", "false where no model serves the language", lambda row: row.findings.analysed),
        Column(
            "copy_of",
            "id of the article of which it is a near copy; empty where it is none",
            lambda row: row.copy_of,
        ),
        Column(
            "draws_on",
            "ids of articles on which it draws, separated by semicolons",
            lambda row: SEPARATOR.join(row.cites) or None,
        ),
        Column(
            "extent",
            "how much of the text is published: full, excerpt or link",
            lambda row: row.article.extent,
        ),
        Column("characters", "length of the text", lambda row: len(row.article.text)),
        Column("sentences", "number of sentences", lambda row: len(row.findings.sentences)),
        Column("sha256", "checksum of the text in UTF-8", lambda row: row.article.digest),
    ),
    where=PAGE,
    rows=_articles,
)
SENTENCES: Table[Sentence] = Table(
    name="sentences",
    title="Sentences",
    description="One row a sentence, in the order of the texts.",
    own=(Column("paragraph", "number of the paragraph in the text, from 1", lambda row: row.paragraph + 1),),
    where=WHOLE_SENTENCE,
    rows=_sentences,
)
STATEMENTS: Table[_Said] = Table(
    name="statements",
    title="Statements",
    description="One row for each utterance that a text attributes to somebody.",
    own=(
        Column("statement", "id of the statement", lambda row: row.statement.id),
        Column(
            "speaker", "id of the actor who speaks; empty where not known", lambda row: row.statement.speaker
        ),
        Column("name", "name of the speaker", lambda row: row.speaker.name if row.speaker else None),
        Column(
            "speaker_words",
            "the words of the text for the speaker",
            lambda row: _words(row.statement.speaker_evidence),
        ),
        Column("speaker_rule", "how these words became that actor", lambda row: row.statement.speaker_rule),
        Column("cue", "the word that marks the utterance", lambda row: _words(row.statement.cue_evidence)),
        Column(
            "content",
            "what is said; [...] stands where the text interrupts it",
            lambda row: GAP.join(piece.quote for piece in row.statement.content),
        ),
        Column("mode", "direct, mixed or indirect speech", lambda row: row.statement.mode.value),
        Column("kind", "says, claims, denies, ... by the cue", lambda row: row.statement.kind),
        Column("negated", "true where it is said not to have been said", lambda row: row.statement.negated),
        Column(
            "about",
            "ids of actors in the content, separated by semicolons",
            lambda row: SEPARATOR.join(row.statement.about),
        ),
        Column("about_names", "their names", lambda row: SEPARATOR.join(row.about)),
        Column("addressee", "id of the actor to whom it is made", lambda row: row.statement.addressee),
        Column(
            "addressee_words",
            "the words of the text for the addressee",
            lambda row: _words(row.statement.addressee_evidence),
        ),
        Column(
            "keywords",
            "ids of keywords in the content",
            lambda row: SEPARATOR.join(row.statement.topics) or None,
        ),
        Column(
            "same_as",
            "id of the statement whose quotation it repeats, or whose words in a copy; empty for that one",
            lambda row: row.statement.same_as,
        ),
        Column(
            "inside",
            "id of the statement that tells of it; empty where the article itself does",
            lambda row: row.statement.inside,
        ),
        Column("rule", "the construction by which it was found", lambda row: row.statement.rule),
    ),
    where=WHERE,
    rows=_statements,
)
KEYWORDS: Table[_Ranked] = Table(
    name="keywords",
    title="Keywords",
    description="One row for each keyword of each article; place and sentence are those of its first use.",
    own=(
        Column("term", "the keyword in its most frequent spelling", lambda row: row.keyword.term),
        Column("lemma", "the same in base forms, alike in every article", lambda row: row.keyword.lemma),
        Column("topic", "id of the keyword in all articles", lambda row: row.topic),
        Column(
            "articles",
            "number of articles that have it, copies among them",
            lambda row: row.articles.every if row.articles else None,
        ),
        Column(
            "independent",
            "number of independent ones",
            lambda row: row.articles.number if row.articles else None,
        ),
        Column("rank", "rank in its article, from 1", lambda row: row.keyword.rank),
        Column(
            "score",
            "weight; compares within one article only",
            lambda row: round(float(row.keyword.score), 6),
        ),
        Column("places", "how often it stands in the article", lambda row: len(row.keyword.spans)),
    ),
    where=WHERE,
    rows=_keywords,
)
DATES: Table[DateRef] = Table(
    name="dates",
    title="Dates",
    description="One row for each date in a text.",
    own=(
        Column("value", "YYYY, YYYY-MM, YYYY-MM-DD or EDTF; empty where not known", lambda row: row.value),
        Column("edtf", "the same in Extended Date/Time Format", lambda row: row.edtf),
        Column("earliest", "first day it can mean", lambda row: row.lo),
        Column("latest", "last day it can mean", lambda row: row.hi),
        Column(
            "granularity", "how fine it is known: day, month, year, ...", lambda row: row.granularity.value
        ),
        Column(
            "anchor",
            "what it was counted from: explicit, document, narrative or none",
            lambda row: row.anchor.value,
        ),
        Column("qualifier", "early, mid, late, before, about, ...", lambda row: row.qualifier),
        Column("rule", "how it was read", lambda row: row.rule),
    ),
    where=WHERE,
    rows=_dates,
)
TABLES: tuple[Table[Any], ...] = (
    ARTICLES,
    SENTENCES,
    ACTORS,
    MENTIONS,
    STATEMENTS,
    POSITIONS,
    SHIFTS,
    UNCERTAINTIES,
    KEYWORDS,
    DATES,
    EVENTS,
    HAPPENINGS,
    RELATIONS,
    TIES,
    NAMES,
    COVERAGE,
    NUMBERS,
    DIFFERENCES,
    *EMPHASIS_TABLES,
)
"""All of them, in the order in which they are listed."""


def _words(evidence: Evidence | None) -> str | None:
    return evidence.quote if evidence else None
