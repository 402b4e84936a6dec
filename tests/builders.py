"""Corpora made by hand, for tests that need no language model.

In: texts and the words in them that matter. Out: records whose spans fit. Words are looked up in the text, so that a
test says what it means and no offset is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.model.article import Article, Paragraph, Span, TitleOrigin
from generator.model.corpus import (
    Actor,
    ActorMention,
    ActorRole,
    ActorStatement,
    Alias,
    Corpus,
    Evidence,
    Happening,
    Relation,
    Report,
    Suggestion,
    Tie,
    TimelineEntry,
    Topic,
    TopicUse,
)
from generator.model.findings import (
    ActorKind,
    Anchor,
    DateRef,
    Findings,
    Form,
    Granularity,
    Keyword,
    Modality,
    Mode,
    Sentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date


@dataclass(frozen=True)
class Text:
    """An article and its sentences."""

    article: Article
    sentences: tuple[Sentence, ...]

    def at(self, words: str, nth: int = 0) -> Span:
        """Where the words stand for the nth time; fails where they do not."""
        start = -1
        for _ in range(nth + 1):
            start = self.article.text.index(words, start + 1)
        return start, start + len(words)

    def point(self, words: str, nth: int = 0) -> Evidence:
        """Evidence for the words."""
        return self.cite(self.at(words, nth))

    def cite(self, span: Span) -> Evidence:
        """Evidence for a span."""
        sentence = next(one for one in reversed(self.sentences) if one.span[0] <= span[0])
        return Evidence(
            article=self.article.id, span=span, quote=self.article.quote(span), sentence=sentence.id
        )


def write(  # noqa: PLR0913 - one argument a field of an article
    key: str,
    paragraphs: Sequence[Sequence[str]],
    *,
    title: str | None = None,
    headline: str | None = None,
    path: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    published: date | None = None,
    url: str | None = None,
) -> Text:
    """An article of paragraphs of sentences; a headline is a paragraph of its own."""
    blocks = ([[headline]] if headline else []) + [list(paragraph) for paragraph in paragraphs]
    sentences: list[Sentence] = []
    spans: list[Span] = []
    text = ""
    for index, block in enumerate(blocks):
        text += "\n\n" if text else ""
        start = len(text)
        for number, words in enumerate(block):
            text += " " if number else ""
            span = (len(text), len(text) + len(words))
            text += words
            sentences.append(Sentence(id=f"s{len(sentences) + 1}", span=span, paragraph=index))
        spans.append((start, len(text)))
    article = Article(
        id=key,
        path=path or f"{key}.txt",
        title=title or headline or key,
        title_origin=TitleOrigin.HEADING if headline else TitleOrigin.FRONT_MATTER,
        text=text,
        paragraphs=tuple(
            Paragraph(span=span, heading=bool(headline) and not index) for index, span in enumerate(spans)
        ),
        digest=sha256(text.encode("utf-8", "replace")).hexdigest(),
        outlet=outlet,
        author=author,
        published=published,
        url=url,
    )
    return Text(article, tuple(sentences))


def make_actor(  # noqa: PLR0913 - one argument a field of an actor
    key: str,
    name: str,
    kind: ActorKind,
    *evidence: Evidence,
    inferred: Iterable[tuple[Evidence, str]] = (),
    roles: Iterable[tuple[str, Evidence]] = (),
    office_of: str | None = None,
    affiliation: str | None = None,
    sort: str | None = None,
    suggestions: Iterable[tuple[str, str]] = (),
    other_ids: tuple[str, ...] = (),
) -> Actor:
    """An actor with its mentions; each wording of a certain one becomes an alias."""
    certain = [ActorMention(evidence=one, form=Form.NAME, rule="name", inferred=False) for one in evidence]
    guessed = [
        ActorMention(evidence=one, form=Form.PRONOUN, rule=rule, inferred=True) for one, rule in inferred
    ]
    wordings = list(dict.fromkeys(one.quote for one in evidence))
    return Actor(
        id=key,
        name=name,
        kind=kind,
        aliases=tuple(
            Alias(text=words, evidence=tuple(one for one in evidence if one.quote == words))
            for words in wordings
        ),
        mentions=tuple(sorted(certain + guessed, key=lambda one: (one.evidence.article, one.evidence.span))),
        roles=tuple(ActorRole(text=text, evidence=(one,), affiliation=office_of) for text, one in roles),
        affiliation=affiliation,
        sort=sort,
        suggestions=tuple(Suggestion(actor=other, reason=reason) for other, reason in suggestions),
        other_ids=other_ids,
    )


def make_statement(  # noqa: PLR0913 - likewise, of a statement
    key: str,
    *content: Evidence,
    speaker: str | None = None,
    heard: Evidence | None = None,
    cue: Evidence | None = None,
    about: tuple[str, ...] = (),
    mode: Mode = Mode.INDIRECT,
    kind: str = "says",
    rule: str | None = "name",
    negated: bool = False,
) -> ActorStatement:
    """A statement; its id is `st-` and the key."""
    return ActorStatement(
        id=f"st-{key}",
        article=content[0].article,
        speaker=speaker,
        speaker_rule=rule if speaker else None,
        speaker_evidence=heard,
        cue_evidence=cue,
        content=content,
        about=about,
        mode=mode,
        kind=kind,
        rule="clausal complement",
        negated=negated,
    )


def make_topic(
    key: str, term: str, *evidence: Evidence, actors: tuple[tuple[str, int], ...] = (), rank: int = 1
) -> Topic:
    """A keyword with one use an article."""
    articles = list(dict.fromkeys(one.article for one in evidence))
    return Topic(
        id=key,
        term=term,
        uses=tuple(
            TopicUse(
                article=article,
                rank=rank,
                score=1.0 / rank,
                evidence=tuple(one for one in evidence if one.article == article),
            )
            for article in articles
        ),
        actors=actors,
    )


def make_date(
    key: str,
    evidence: Evidence,
    low: date | None = None,
    high: date | None = None,
    *,
    granularity: Granularity = Granularity.DAY,
    anchor: Anchor = Anchor.EXPLICIT,
    qualifier: str | None = None,
    rule: str = "day, month and year",
) -> TimelineEntry:
    """A date; without a first day it has no place in the calendar."""
    found = DateRef(
        span=evidence.span,
        lo=low,
        hi=high or low,
        granularity=granularity if low else Granularity.UNKNOWN,
        anchor=anchor if low else Anchor.NONE,
        qualifier=qualifier,
        value=low.isoformat() if low and low == (high or low) else None,
        edtf=None,
        rule=rule,
    )
    return TimelineEntry(id=key, date=found, evidence=evidence)


def make_tie(first: str, second: str, *evidence: Evidence) -> Tie:
    """Two actors in the same sentences."""
    a, b = sorted((first, second))
    return Tie(a=a, b=b, evidence=evidence)


def make_happening(
    key: str,
    *triggers: Evidence,
    agent: str | None = None,
    patient: str | None = None,
    kind: str = "CONSULT",
    quad: str = "verbal cooperation",
    date: DateRef | None = None,
    modality: Modality = Modality.ASSERTED,
    confident: bool = True,
) -> Happening:
    """A happening with one report for each trigger; its id is `ev-` and the key."""
    return Happening(
        id=f"ev-{key}",
        kind=kind,
        quad=quad,
        agent=agent,
        patient=patient,
        place=None,
        date=date,
        modality=modality,
        confident=confident,
        reports=tuple(
            Report(article=one.article, event=f"ev-{key}-{number}", trigger=one, modality=modality)
            for number, one in enumerate(triggers)
        ),
        articles=len({one.article for one in triggers}),
    )


def make_corpus(
    *texts: Text,
    actors: tuple[Actor, ...] = (),
    statements: tuple[ActorStatement, ...] = (),
    topics: tuple[Topic, ...] = (),
    timeline: tuple[TimelineEntry, ...] = (),
    ties: tuple[Tie, ...] = (),
    happenings: tuple[Happening, ...] = (),
    relations: tuple[Relation, ...] = (),
    analysed: bool = True,
) -> Corpus:
    """All of it, with the keywords of each article as its topics have them."""
    return Corpus(
        articles=tuple(text.article for text in texts),
        findings=tuple(
            Findings(
                article=text.article.id,
                language="en" if analysed else "fi",
                analysed=analysed,
                sentences=text.sentences,
                keywords=tuple(
                    Keyword(
                        term=topic.term,
                        lemma=topic.term.lower(),
                        score=use.score,
                        rank=use.rank,
                        spans=tuple(one.span for one in use.evidence),
                    )
                    for topic in topics
                    for use in topic.uses
                    if use.article == text.article.id
                ),
            )
            for text in texts
        ),
        actors=actors,
        statements=statements,
        topics=topics,
        timeline=timeline,
        ties=ties,
        happenings=happenings,
        relations=relations,
        versions=(("program", "1.0"),),
    )
