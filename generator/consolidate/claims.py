"""What one article asserts and another attributes.

In: rows of names, matching sentences, statements. Out: `Difference` records of attribution: a deed named in an article's own
words and elsewhere only in those of somebody, and a sentence that is somebody's statement in one of two articles.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.consolidate.quantities import statement_at
from generator.consolidate.sides import OWN, disjoint, make_difference, sides_of
from generator.model.comparison import Contrast, Difference, Referent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.article import Span
    from generator.model.comparison import ArticlePair, Naming
    from generator.model.corpus import ActorStatement, Corpus

SAME_CLAIM = 0.5
"""Least score of two sentences of which one is attributed and the other is not."""


def name_claims(
    namings: Sequence[Naming],
    said: Mapping[str, Sequence[tuple[Span, ActorStatement]]],
    places: Places,
) -> Iterator[Difference]:
    """Deeds that one article names in its own words, and another only in those of somebody else."""
    for row in namings:
        if row.kind is not Referent.EVENT:
            continue
        values = []
        for wording in row.wordings:
            for evidence in wording.evidence:
                statement = statement_at(said.get(evidence.article, ()), evidence.span[0])
                speaker = statement.speaker if statement is not None else None
                name = places.actors[speaker].name if speaker else "somebody" if statement else OWN
                values.append((speaker or name, name, evidence))
        if OWN in {value for value, _, _ in values} and disjoint(values):
            found = make_difference(
                Contrast.ATTRIBUTION,
                row.id,
                row.name,
                row.actors,
                sides_of(values),
                f"one row of names: {row.rule}",
            )
            yield replace(found, doubtful=row.doubtful)


def sentence_claims(
    corpus: Corpus,
    pairs: Sequence[ArticlePair],
    said: Mapping[str, Sequence[tuple[Span, ActorStatement]]],
    places: Places,
    sources: Sources,
) -> Iterator[Difference]:
    """Sentences that tell the same, attributed in one article and in the other's own words."""
    spans = {
        (one.article, sentence.id): sentence.span for one in corpus.findings for sentence in one.sentences
    }
    for pair in pairs:
        for match in pair.matches if pair.copies is None else ():
            if match.score < SAME_CLAIM:
                continue
            sides = []
            for article, key in ((pair.a, match.a), (pair.b, match.b)):
                span = spans[article, key]
                own = [
                    statement for (start, _), statement in said.get(article, ()) if span[0] <= start < span[1]
                ]
                speaker = own[0].speaker if own else None
                name = places.actors[speaker].name if speaker else "somebody" if own else OWN
                sides.append((speaker or name, name, sources.evidence(article, span)))
            if len({value == OWN for value, _, _ in sides}) > 1:
                subject = " ".join(match.words[:6])
                yield replace(
                    make_difference(
                        Contrast.ATTRIBUTION,
                        f"{pair.a}#{match.a} {pair.b}#{match.b}",
                        subject,
                        (),
                        sides_of(sides),
                        "sentences that share most of their words",
                    ),
                    doubtful=True,
                )
