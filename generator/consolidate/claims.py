"""What one article asserts and another attributes.

In: rows of names, matching sentences, statements. Out: `Difference` records of attribution: a deed named in an article's own
words and elsewhere only in those of somebody, and a sentence that is somebody's statement in one of two articles; of modality
where somebody denies it there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.consolidate.quantities import statement_at
from generator.consolidate.sides import OWN, disjoint, make_difference, sides_of
from generator.model.comparison import Contrast, Difference, Referent
from generator.model.findings import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.article import Span
    from generator.model.comparison import ArticlePair, Naming
    from generator.model.corpus import ActorStatement, Corpus

MOST = 0.5
"""Least share of a sentence that somebody's words make up for the sentence to be attributed."""
WORDS = 4
"""Fewest telling words that they share: "Correct." is nobody's claim."""
DENIES = "denies"
STANDS = frozenset("agrees promises demands proposes intends rejects asks supports criticises".split())
"""Kinds of statements that take a stand on something and do not say that it is so."""
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
        words: dict[bool, set[str]] = {True: set(), False: set()}
        for wording in row.wordings:
            for evidence in wording.evidence:
                statement = statement_at(said.get(evidence.article, ()), evidence.span[0])
                speaker = statement.speaker if statement is not None else None
                name = places.actors[speaker].name if speaker else "somebody" if statement else OWN
                values.append((speaker or name, name, evidence))
                words[name == OWN].add(wording.text.casefold())
        # "The protests" in somebody's words are still what everybody calls them.
        if words[True] & words[False]:
            continue
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
    corpus: Corpus, pairs: Sequence[ArticlePair], places: Places, sources: Sources
) -> Iterator[Difference]:
    """Sentences that tell the same: attributed here and in the other's own words, or denied by somebody in one of them."""
    spans = {
        (one.article, sentence.id): sentence.span for one in corpus.findings for sentence in one.sentences
    }
    said: dict[str, list[tuple[Span, ActorStatement]]] = defaultdict(list)
    for statement in corpus.statements:
        if statement.kind not in STANDS:
            said[statement.article] += [(one.span, statement) for one in statement.content]
    for pair in pairs:
        for match in pair.matches if pair.copies is None else ():
            if match.score < SAME_CLAIM or len(match.words) < WORDS:
                continue
            ends = [(pair.a, spans[pair.a, match.a]), (pair.b, spans[pair.b, match.b])]
            own = [_said_in(said.get(article, ()), span) for article, span in ends]
            texts = [sources.evidence(article, span) for article, span in ends]
            thing = f"{pair.a}#{match.a} {pair.b}#{match.b}"
            subject, rule = " ".join(match.words[:6]), "sentences that share most of their words"
            denied = [one is not None and one.kind == DENIES and not one.negated for one in own]
            if any(denied):
                if not all(denied):
                    values = [_modality(one, denies) for one, denies in zip(own, denied, strict=True)]
                    sides = sides_of((v, v, text) for v, text in zip(values, texts, strict=True))
                    found = make_difference(Contrast.MODALITY, thing, subject, (), sides, rule)
                    yield replace(found, doubtful=True)
                continue
            named = [_speaker(one, places) for one in own]
            if len({value == OWN for value, _ in named}) > 1:
                sides = sides_of((*who, text) for who, text in zip(named, texts, strict=True))
                found = make_difference(Contrast.ATTRIBUTION, thing, subject, (), sides, rule)
                yield replace(found, doubtful=True)


def _said_in(said: Sequence[tuple[Span, ActorStatement]], sentence: Span) -> ActorStatement | None:
    """The statement that makes up most of a sentence: two words that somebody is made to say do not make it his.

    What is denied may be told in few of them: "Norway denied **bombing** the harbour at dawn".
    """
    length = sentence[1] - sentence[0]
    return next(
        (
            statement
            for (start, end), statement in said
            if sentence[0] <= start < sentence[1]
            and (end - start >= MOST * length or statement.kind == DENIES)
        ),
        None,
    )


def _modality(statement: ActorStatement | None, denies: bool) -> str:  # noqa: FBT001 - one of two sides
    if denies:
        return Modality.NEGATED.value
    return (Modality.REPORTED if statement is not None else Modality.ASSERTED).value


def _speaker(statement: ActorStatement | None, places: Places) -> tuple[str, str]:
    if statement is None:
        return OWN, OWN
    name = places.actors[statement.speaker].name if statement.speaker else "somebody"
    return statement.speaker or name, name
