"""The columns of copies, themes, voices and pairs.

In: `Sources`. Out: their tables, made like those of `columns.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.comparison import ArticlePair, CopyPair, ThemeUse, Voice
from generator.present.tables import WHERE, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Evidence
    from generator.present.sources import Sources

_Heard = tuple[Voice, str | None]


def _copies(sources: Sources) -> Iterator[tuple[tuple[str, CopyPair], Evidence | None]]:
    for group in sources.corpus.comparison.copies:
        for pair in group.pairs:
            yield (group.id, pair), None


def _themes(sources: Sources) -> Iterator[tuple[ThemeUse, Evidence | None]]:
    for one in sources.corpus.comparison.themes:
        yield one, one.sentences[0]


def _voices(sources: Sources) -> Iterator[tuple[_Heard, Evidence | None]]:
    for one in sources.corpus.comparison.voices:
        yield (one, sources.name(one.speaker) if one.speaker else None), None


def _pairs(sources: Sources) -> Iterator[tuple[ArticlePair, Evidence | None]]:
    for one in sources.corpus.comparison.pairs:
        yield one, None


COPIES: Table[tuple[str, CopyPair]] = Table(
    name="copies",
    title="Copies",
    description="One row for each article that is a near copy of another.",
    own=(
        Column("copy_group", "id of the group", lambda row: row[0]),
        Column("article", "id of the copy", lambda row: row[1].b),
        Column("of", "id of the article that stands for the group", lambda row: row[1].a),
        Column("kind", "reprint, cut or update", lambda row: row[1].kind.value),
        Column("jaccard", "share of runs of four words in common", lambda row: row[1].jaccard),
        Column("contained", "share of its words that stand in the other", lambda row: row[1].b_in_a),
        Column("contains", "share of the other's words that stand in it", lambda row: row[1].a_in_b),
        Column("changes", "number of places that differ", lambda row: len(row[1].changes)),
    ),
    where=(),
    rows=_copies,
)
THEMES: Table[ThemeUse] = Table(
    name="themes",
    title="Themes",
    description="One row for each theme of each article; place and sentence are of its first sentence.",
    own=(
        Column("theme", "section of the theme lexicon", lambda row: row.theme),
        Column("sentences", "number of its sentences", lambda row: len(row.sentences)),
        Column("share", "these over all sentences of the article", lambda row: row.share),
    ),
    where=WHERE,
    rows=_themes,
)
VOICES: Table[_Heard] = Table(
    name="voices",
    title="Voices",
    description="One row for each speaker of each article.",
    own=(
        Column("article", "id of the article", lambda row: row[0].article),
        Column("speaker", "id of the speaker, empty where not known", lambda row: row[0].speaker),
        Column("speaker_name", "name of the speaker", lambda row: row[1]),
        Column("statements", "number of statements", lambda row: len(row[0].statements)),
        Column("words", "number of words of them", lambda row: row[0].words),
        Column("quoted", "number of these in quotation marks", lambda row: row[0].quoted),
        Column("share", "words over all words of the article", lambda row: row[0].share),
    ),
    where=(),
    rows=_voices,
)
PAIRS: Table[ArticlePair] = Table(
    name="pairs",
    title="Pairs",
    description="One row for each two articles that have a page side by side.",
    own=(
        Column("a", "id of one article", lambda row: row.a),
        Column("b", "id of the other", lambda row: row.b),
        Column("score", "likeness, 0 to 1: the mean of the next three", lambda row: row.score),
        Column("by_actors", "likeness of the actors they mention", lambda row: row.by_actors),
        Column("by_topics", "likeness of their keywords", lambda row: row.by_topics),
        Column("by_content", "likeness of their words", lambda row: row.by_content),
        Column("matches", "number of sentences that tell the same", lambda row: len(row.matches)),
        Column("copies", "id of the group of copies to which both belong", lambda row: row.copies),
    ),
    where=(),
    rows=_pairs,
)
EMPHASIS_TABLES = (COPIES, THEMES, VOICES, PAIRS)
"""In the order in which they are listed."""
