"""A small corpus made by hand: articles about a harbour, with everything the corpus can hold.

In: nothing but the words that shall stand in it. Out: `Corpus` with spans that fit its texts, so that charts and data
files can be tested without a language model.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from generator.model.article import Article, Paragraph, Span, TitleOrigin
from generator.model.corpus import (
    Actor,
    ActorMention,
    ActorRole,
    ActorStatement,
    Alias,
    Corpus,
    Evidence,
    Tie,
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
    Mention,
    Mode,
    Sentence,
)

NAMES = ("Port Authority", "Maria Lund", "fishing unions", "harbour pilots", "dock workers", "Nordvik")
UNTAKEN = "nobody in particular"
"""A description in every article that no actor takes."""


def make_corpus(
    names: tuple[str, ...] = NAMES,
    *,
    articles: int = 2,
    terms: tuple[str, ...] = (),
    title: str = "Harbour plan",
) -> Corpus:
    """A corpus in which the first name is mentioned most: it stands in every sentence, the second in all but one, ...

    Every sentence is a statement of its first name; every third speaker is unknown; the modes take turns.
    """
    texts = tuple(_article(number, names, title) for number in range(articles))
    findings = tuple(_findings(article, names, terms or names) for article in texts)
    actors = tuple(_actor(number, name, texts, findings) for number, name in enumerate(names))
    statements = tuple(
        statement
        for article, found in zip(texts, findings, strict=True)
        for statement in _statements(article, found, actors)
    )
    ties: tuple[Tie, ...] = ()
    if len(actors) > 1:
        first = findings[0].sentences[0]
        whole = _evidence(texts[0], findings[0], first.span)
        ties = (Tie(a=actors[0].id, b=actors[1].id, evidence=(whole,)),)
    topics = tuple(
        Topic(
            id=f"topic-{rank}",
            term=keyword.term,
            uses=(TopicUse(article=texts[0].id, rank=rank, score=keyword.score, evidence=()),),
            actors=((actors[0].id, 2),),
        )
        for rank, keyword in enumerate(findings[0].keywords, 1)
    )
    return Corpus(
        articles=texts,
        findings=findings,
        actors=actors,
        statements=statements,
        topics=topics,
        ties=ties,
        versions=(("program", "1"),),
    )


def _article(number: int, names: tuple[str, ...], title: str) -> Article:
    rows = [f"Today {', '.join(names[: len(names) - row])} spoke of 2019." for row in range(len(names))]
    text = " ".join([*rows, f"It concerned {UNTAKEN}."])
    return Article(
        id=f"harbour-{number}",
        path=f"harbour {number}.txt",
        title=title,
        title_origin=TitleOrigin.HEADING,
        text=text,
        paragraphs=(Paragraph(span=(0, len(text))),),
        digest=sha256(text.encode()).hexdigest(),
        outlet="Coast Daily" if number % 2 else None,
        published=date(2019, 5, number % 28 + 1) if number % 2 else None,
    )


def _findings(article: Article, names: tuple[str, ...], terms: tuple[str, ...]) -> Findings:
    sentences: list[Sentence] = []
    start = 0
    ends = [place + len(" spoke of 2019.") for place in _places(article.text, " spoke of 2019.")]
    for number, end in enumerate([*ends, len(article.text)], 1):
        sentences.append(Sentence(id=f"s{number}", span=(start, end), paragraph=0))
        start = end + 1
    mentions = [
        Mention(span=span, head=span, form=Form.NAME, kind=ActorKind.GROUP, name=name)
        for name in names
        for span in _spans(article.text, name)
    ]
    odd = article.text.index(UNTAKEN)
    span = (odd, odd + len(UNTAKEN))
    mentions.append(Mention(span=span, head=span, form=Form.DESCRIPTION, kind=ActorKind.GROUP, name=UNTAKEN))
    return Findings(
        article=article.id,
        language="en",
        analysed=True,
        sentences=tuple(sentences),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        keywords=tuple(
            Keyword(term=term, lemma=term.lower(), score=9.0 / rank, rank=rank, spans=(sentences[0].span,))
            for rank, term in enumerate(terms, 1)
        ),
        dates=tuple(
            DateRef(
                span=found,
                lo=date(2019, 1, 1),
                hi=date(2019, 12, 31),
                granularity=Granularity.YEAR,
                anchor=Anchor.EXPLICIT,
                qualifier=None,
                value="2019",
                edtf="2019",
                rule="year",
            )
            for found in _spans(article.text, "2019")
        ),
    )


def _actor(number: int, name: str, texts: tuple[Article, ...], findings: tuple[Findings, ...]) -> Actor:
    evidence = [
        _evidence(article, found, mention.span)
        for article, found in zip(texts, findings, strict=True)
        for mention in found.mentions
        if mention.name == name
    ]
    return Actor(
        id=f"actor-{number}",
        name=name,
        kind=ActorKind.GROUP,
        aliases=(Alias(text=name, evidence=tuple(evidence)),),
        mentions=tuple(
            ActorMention(evidence=one, form=Form.NAME, rule="name", inferred=place % 4 == 3)
            for place, one in enumerate(evidence)
        ),
        roles=(ActorRole(text="head of the harbour", evidence=(evidence[0],)),) if number == 0 else (),
    )


def _statements(article: Article, found: Findings, actors: tuple[Actor, ...]) -> list[ActorStatement]:
    made = []
    for number, sentence in enumerate(found.sentences):
        actor = actors[number % len(actors)]
        heard = next(
            (mention.evidence for mention in actor.mentions if mention.evidence.sentence == sentence.id), None
        )
        known = heard is not None and number % 3 != 2
        made.append(
            ActorStatement(
                id=f"st-{article.id}-{number}",
                article=article.id,
                speaker=actor.id if known else None,
                speaker_rule="name" if known else None,
                speaker_evidence=heard if known else None,
                cue_evidence=None,
                content=(_evidence(article, found, sentence.span),),
                about=(actors[0].id,),
                mode=tuple(Mode)[number % 3],
                kind="says",
                rule="clausal complement",
                negated=False,
            )
        )
    return made


def _evidence(article: Article, found: Findings, span: Span) -> Evidence:
    sentence = next(one for one in found.sentences if one.span[0] <= span[0] < one.span[1])
    return Evidence(article=article.id, span=span, quote=article.quote(span), sentence=sentence.id)


def _places(text: str, words: str) -> list[int]:
    places = []
    place = text.find(words)
    while place >= 0:
        places.append(place)
        place = text.find(words, place + len(words))
    return places


def _spans(text: str, words: str) -> list[Span]:
    return [(place, place + len(words)) for place in _places(text, words)]
