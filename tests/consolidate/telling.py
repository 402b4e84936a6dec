"""Articles with their mentions written in place, so that consolidation is tested without a language model.

In: `{Ann Lee|person}`, `{Norwegian officials|group official @state:NO}`: words, kind, then for a description its base
form and affiliation. Out: an article and its findings.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.consolidate import consolidate, verify
from generator.lexicons import load_gazetteer
from generator.model.article import Article, Paragraph, TitleOrigin
from generator.model.findings import (
    ActorKind,
    Anchor,
    DateRef,
    Event,
    Findings,
    Form,
    Granularity,
    Mention,
    Sentence,
)

if TYPE_CHECKING:
    from datetime import date

    from generator.model.corpus import Actor, Corpus

MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")


def told(name: str, marked: str) -> tuple[Article, Findings]:
    """One article; sentences end at ". "."""
    text, mentions, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        span = (len(text), len(text) + len(match[1]))
        mentions.append(_mention(match[1], match[2].split(), span))
        text += match[1]
        last = match.end()
    text += marked[last:]
    ends = [one.end() for one in re.finditer(r"\. ", text)]
    starts = [0, *ends]
    sentences = tuple(
        Sentence(id=f"s{number}", span=(start, end), paragraph=0)
        for number, (start, end) in enumerate(
            zip(starts, [*(end - 1 for end in ends), len(text)], strict=True), 1
        )
    )
    article = Article(
        id=name,
        path=f"{name}.txt",
        title=name,
        title_origin=TitleOrigin.HEADING,
        text=text,
        paragraphs=(Paragraph(span=(0, len(text))),),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )
    return article, Findings(
        article=name, language="en", analysed=True, sentences=sentences, mentions=tuple(mentions)
    )


def _mention(words: str, parts: list[str], span: tuple[int, int]) -> Mention:
    kind = ActorKind(parts[0])
    owner = next((part[1:] for part in parts if part.startswith("@")), None)
    base = " ".join(part for part in parts[1:] if not part.startswith("@"))
    head = (span[1] - len(words.rsplit(maxsplit=1)[-1]), span[1])
    if base:
        rule = {ActorKind.GROUP: "governing", ActorKind.ORGANISATION: "body"}.get(kind, "role")
        return Mention(
            span=span, head=head, form=Form.DESCRIPTION, kind=kind, name=base, affiliation=owner, rule=rule
        )
    place = load_gazetteer().by_name.get(words)
    return Mention(
        span=span,
        head=head,
        form=Form.NAME,
        kind=kind,
        name=words,
        gazetteer=place.key if place else None,
        affiliation=owner,
    )


def day_of(text: str, words: str, day: date) -> DateRef:
    """The day that the words mean."""
    start = text.index(words)
    return DateRef(
        span=(start, start + len(words)),
        lo=day,
        hi=day,
        granularity=Granularity.DAY,
        anchor=Anchor.EXPLICIT,
        qualifier=None,
        value=day.isoformat(),
        edtf=day.isoformat(),
        rule="full date",
    )


def report(
    name: str,
    marked: str,
    *,
    agent: str = "Norway",
    patient: str = "Peru",
    day: date | None = None,
    words: str = "3 May",
    **more: Any,
) -> tuple[Article, Findings]:
    """One article with one event; its trigger is "bombed", its day stands in `words`."""
    article, findings = told(name, marked)

    def at(words: str) -> tuple[int, int]:
        start = article.text.index(words)
        return start, start + len(words)

    dates = (day_of(article.text, words, day),) if day else ()
    event = Event(
        id=f"ev-{name}",
        kind="ASSAULT",
        trigger=at("bombed"),
        agent=at(agent) if agent else None,
        agent_head=at(agent) if agent else None,
        patient=at(patient) if patient else None,
        patient_head=at(patient) if patient else None,
        date=dates[0].span if dates else None,
    )
    return article, replace(findings, events=(replace(event, **more),), dates=dates)


def joined(*marked: str) -> Corpus:
    """The corpus of several articles named a, b, c, ...; its evidence is verified."""
    pairs = [told("abcdefgh"[number], text) for number, text in enumerate(marked)]
    corpus = consolidate([article for article, _ in pairs], [findings for _, findings in pairs])
    verify(corpus)
    return corpus


def actors(*marked: str) -> dict[str, Actor]:
    """Actors by name."""
    return {actor.name: actor for actor in joined(*marked).actors}
