"""A small dossier about a harbour that can be made as large as a test needs.

In: names, keywords, a title and the number of articles. Out: a corpus that counts by rule: the first name stands in
every sentence, the second in all but one, and so on, so that a test knows what a chart or a data file must hold.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generator.model.corpus import Happening, Report
from generator.model.findings import (
    ActorKind,
    Anchor,
    DateRef,
    Event,
    Findings,
    Form,
    Granularity,
    Keyword,
    Mention,
    Modality,
    Mode,
)
from tests import builders
from tests.builders import Text, make_actor, make_statement, make_tie, make_topic, write
from tests.stands import make_matter, make_position, make_shift

if TYPE_CHECKING:
    from generator.model.article import Span
    from generator.model.corpus import Actor, ActorStatement, Corpus, Evidence

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
    """Every sentence is a statement; every third has no known speaker; the modes take turns.

    Every fourth mention of an actor is inferred, the first actor has a role, and the first two share a tie.
    """
    texts = tuple(_write(number, names, title) for number in range(articles))
    actors = tuple(_actor(number, name, texts) for number, name in enumerate(names))
    first = texts[0]
    whole = first.cite(first.sentences[0].span)
    made = builders.make_corpus(
        *texts,
        actors=actors,
        statements=tuple(one for text in texts for one in _statements(text, actors)),
        topics=tuple(
            make_topic(f"topic-{rank}", term, whole, actors=(("actor-0", 2),), rank=rank)
            for rank, term in enumerate(terms or names, 1)
        ),
        ties=(make_tie("actor-0", "actor-1", whole),) if len(names) > 1 else (),
    )
    return replace(
        made,
        findings=tuple(_findings(text, names, terms or names) for text in texts),
        positions=tuple(
            make_position(text.article.id, _first(text), text.point("spoke"), _first(text)) for text in texts
        ),
        shifts=(make_shift("spoke", whole, first.point("spoke"), before=whole, after=whole),),
        happenings=tuple(_happening(text, names) for text in texts),
        open_matters=(make_matter("spoke", whole, first.point("spoke")),),
    )


def _first(text: Text) -> Evidence:
    return text.cite(text.sentences[0].span)


def _write(number: int, names: tuple[str, ...], title: str) -> Text:
    rows = [f"Today {', '.join(names[: len(names) - row])} spoke of 2019." for row in range(len(names))]
    stated = number % 2 == 1
    return write(
        f"harbour-{number}",
        [[*rows, f"It concerned {UNTAKEN}."]],
        title=title,
        path=f"harbour {number}.txt",
        outlet="Coast Daily" if stated else None,
        published=date(2019, 5, number % 28 + 1) if stated else None,
    )


def _findings(text: Text, names: tuple[str, ...], terms: tuple[str, ...]) -> Findings:
    mentions = [_mention(span, name, Form.NAME) for name in names for span in _all(text, name)]
    mentions.append(_mention(text.at(UNTAKEN), UNTAKEN, Form.DESCRIPTION))
    return Findings(
        article=text.article.id,
        language="en",
        analysed=True,
        sentences=text.sentences,
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        keywords=tuple(
            Keyword(
                term=term, lemma=term.lower(), score=9.0 / rank, rank=rank, spans=(text.sentences[0].span,)
            )
            for rank, term in enumerate(terms, 1)
        ),
        dates=tuple(_year(span) for span in _all(text, "2019")),
        events=(_event(text, names),),
    )


def _event(text: Text, names: tuple[str, ...]) -> Event:
    """The first actor speaks with somebody whom no actor took."""
    return Event(
        id=f"ev-{text.article.id}",
        kind="CONSULT",
        trigger=text.at("spoke"),
        agent=text.at(names[0]),
        agent_head=text.at(names[0]),
        patient=text.at(UNTAKEN),
        patient_head=text.at(UNTAKEN),
        date=text.at("2019"),
    )


def _happening(text: Text, names: tuple[str, ...]) -> Happening:
    return Happening(
        id=f"ev-{text.article.id}",
        kind="CONSULT",
        quad="verbal cooperation",
        agent="actor-0",
        patient=None,
        place=None,
        date=_year(text.at("2019")),
        modality=Modality.ASSERTED,
        confident=True,
        reports=(
            Report(
                article=text.article.id,
                event=f"ev-{text.article.id}",
                trigger=text.point("spoke"),
                modality=Modality.ASSERTED,
                agent=text.point(names[0]),
                patient=text.point(UNTAKEN),
            ),
        ),
        articles=1,
    )


def _mention(span: Span, name: str, form: Form) -> Mention:
    return Mention(span=span, head=span, form=form, kind=ActorKind.GROUP, name=name)


def _year(span: Span) -> DateRef:
    return DateRef(
        span=span,
        lo=date(2019, 1, 1),
        hi=date(2019, 12, 31),
        granularity=Granularity.YEAR,
        anchor=Anchor.EXPLICIT,
        qualifier=None,
        value="2019",
        edtf="2019",
        rule="year",
    )


def _actor(number: int, name: str, texts: tuple[Text, ...]) -> Actor:
    evidence = [text.cite(span) for text in texts for span in _all(text, name)]
    return make_actor(
        f"actor-{number}",
        name,
        ActorKind.GROUP,
        *(one for place, one in enumerate(evidence) if place % 4 != 3),
        inferred=[(one, "surname") for place, one in enumerate(evidence) if place % 4 == 3],
        roles=[("head of the harbour", evidence[0])] if number == 0 else (),
        sort="company" if number == 0 else None,
        suggestions=[("actor-1", "names alike")] if number == 0 else (),
        other_ids=("harbour-board", "board") if number == 0 else (),
    )


def _statements(text: Text, actors: tuple[Actor, ...]) -> list[ActorStatement]:
    made = []
    for number, sentence in enumerate(text.sentences):
        actor = actors[number % len(actors)]
        content = text.cite(sentence.span)
        heard = next(
            (
                mention.evidence
                for mention in actor.mentions
                if mention.evidence.article == text.article.id and mention.evidence.sentence == sentence.id
            ),
            None,
        )
        known = heard is not None and number % 3 != 2
        made.append(
            make_statement(
                f"{text.article.id}-{number}",
                content,
                speaker=actor.id if known else None,
                heard=heard if known else None,
                about=("actor-0",),
                mode=tuple(Mode)[number % 3],
            )
        )
    return made


def _all(text: Text, words: str) -> list[Span]:
    return [text.at(words, nth) for nth in range(text.article.text.count(words))]
