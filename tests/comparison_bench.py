"""Measures comparison on its own: the time for many articles, and how surely copies are found.

In: invented articles with findings, without a language model; and articles of Wikinews, where there are any, of which copies
are made. Out: one line a figure. `tests.bench` runs both.
"""

from __future__ import annotations

import json
import random
import resource
import time
from datetime import date, timedelta
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any

from generator.consolidate import consolidate, corpus, verify
from generator.consolidate.comparison import gather_comparison, gather_dependence
from generator.consolidate.copies import gather_copies
from generator.consolidate.runs import runs_of
from generator.model.findings import (
    ActorKind,
    Amount,
    Designation,
    Event,
    Findings,
    Form,
    Keyword,
    Mention,
    Modality,
    ThemeWord,
)
from generator.present.briefing import brief, fields_of
from generator.present.pages import article, comparison, pair
from generator.present.render import render
from generator.settings import CompareSettings, PresentSettings
from tests.builders import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model.article import Article
    from generator.model.comparison import Comparison

SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo zu tar len mor vik hal".split()
SENTENCES, WORDS = 28, 25
"""Of an invented article: 700 words."""
PAGES = 300
"""Most pages of a kind that are made: each is as dear as the next."""
STRANGE = 3
"""Whole paragraphs of another article in a harsh update."""
SUBJECTS = 400
"""Subjects that share their names, places and vocabulary."""


def measure_scale(number: int) -> None:
    """Seconds and memory of everything that joins articles, comparison and check of the evidence included."""
    made = [invent(place) for place in range(number)]
    spent = _watch_comparison()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    made_of = consolidate([article for article, _ in made], [found for _, found in made])
    joined = time.process_time() - start
    verify(made_of)
    checked = time.process_time() - start - joined
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = made_of.comparison
    print(
        f"{number} invented articles of {SENTENCES * WORDS} words: joined and compared in {joined:.1f} s "
        f"({sum(spent):.1f} s of them comparison and copies), evidence checked "
        f"in {checked:.1f} s, {after / 1e6:.2f} GB at most ({before / 1e6:.2f} GB of them the articles); "
        f"{len(found.copies)} groups of copies, {len(found.namings)} rows of names, {len(found.pairs)} pairs"
    )


def _watch_comparison() -> list[float]:
    """Seconds of each step of the comparison, filled while articles are joined."""
    spent: list[float] = []

    def timed(step: Callable[..., Comparison]) -> Callable[..., Comparison]:
        def run(*parts: Any) -> Comparison:
            start = time.process_time()
            result = step(*parts)
            spent.append(time.process_time() - start)
            return result

        return run

    vars(corpus)["gather_dependence"] = timed(gather_dependence)
    vars(corpus)["gather_comparison"] = timed(gather_comparison)
    return spent


def invent(place: int) -> tuple[Article, Findings]:
    """An article on one of the subjects; every twentieth repeats the one before it with changes."""
    copied = place % 20 == 19
    rng = random.Random(place - copied)
    subject = random.Random(f"subject {rng.randrange(SUBJECTS)}")
    names = [f"{_word(subject).title()} {_word(subject).title()}" for _ in range(6)]
    town, own = _word(subject).title(), [_word(subject) for _ in range(300)]
    sentences = []
    for number in range(SENTENCES):
        words = [rng.choice(own) for _ in range(WORDS - 6)]
        sentences.append(f"{rng.choice(names)} {' '.join(words)} offensive in {town}.")
        if number % 7 == 3:
            sentences[-1] = f"At least {rng.randrange(2, 90)} {sentences[-1]}"
    if copied:
        sentences[3] = f"Later {sentences[3]}"
    day = date(2020, 1, 1) + timedelta(days=rng.randrange(700))
    text = write(f"a{place}", [sentences[at : at + 4] for at in range(0, SENTENCES, 4)], published=day)
    whole = text.article.text
    mentions, designations, events, themes, amounts = [], [], [], [], []
    for sentence in text.sentences:
        quote = whole[slice(*sentence.span)]
        name = next(one for one in names if one in quote)
        at = sentence.span[0] + quote.index(name)
        span = (at, at + len(name))
        mentions.append(_mention(span, (span[1] - len(name.split()[1]), span[1]), name, ActorKind.PERSON))
        there = (sentence.span[1] - 1 - len(town), sentence.span[1] - 1)
        mentions.append(_mention(there, there, town, ActorKind.PLACE))
        deed = (there[0] - 13, there[0] - 4)
        themes.append(ThemeWord(theme="security", span=deed))
        designations.append(_designation(deed, sentence.span))
        if quote.startswith("At least"):
            end = sentence.span[0] + quote.index(" ", 9)
            amounts.append(
                _amount(
                    f"qu-{place}-{sentence.id}",
                    (sentence.span[0], end),
                    float(whole[sentence.span[0] + 9 : end]),
                )
            )
        if int(sentence.id[1:]) % 4 != 1:
            continue
        events.append(
            Event(
                id=f"ev-{place}-{sentence.id}",
                kind="ASSAULT",
                trigger=deed,
                agent=span,
                agent_head=mentions[-2].head,
                patient=there,
                patient_head=there,
                modality=Modality.ASSERTED,
            )
        )
    return text.article, Findings(
        article=text.article.id,
        language="en",
        analysed=True,
        sentences=text.sentences,
        keywords=tuple(
            Keyword(term=one, lemma=one, score=1.0 / rank, rank=rank, spans=(text.at(one),))
            for rank, one in enumerate([one for one in own[:40] if one in whole][:20], 1)
        ),
        mentions=tuple(mentions),
        events=tuple(events),
        themes=tuple(themes),
        designations=tuple(designations),
        amounts=tuple(amounts),
    )


def _word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randrange(2, 5)))


def _mention(span: tuple[int, int], head: tuple[int, int], name: str, kind: ActorKind) -> Mention:
    return Mention(span=span, head=head, form=Form.NAME, kind=kind, name=name)


def _designation(span: tuple[int, int], whole: tuple[int, int]) -> Designation:
    return Designation(
        span=span,
        head=span,
        sense="military action",
        lemma="offensive",
        whole=whole,
        definite=False,
        agent_head=None,
        year=None,
        described_as=None,
        describer_head=None,
    )


def _amount(key: str, span: tuple[int, int], value: float) -> Amount:
    return Amount(
        id=key,
        span=span,
        lo=value,
        hi=None,
        unit=None,
        counted="soldier",
        counted_span=None,
        done="kill",
        bound="at least",
        date=None,
        rule="number",
    )


def measure_pages(number: int) -> None:
    """Seconds of making the pages of the comparison, those of articles included, of which the first are taken."""
    made = [invent(place) for place in range(number)]
    joined = consolidate([article for article, _ in made], [found for _, found in made])
    start = time.process_time()
    briefing = brief(joined, PresentSettings(), "Invented")
    print(
        f"{number} invented articles: looked up, data files among it, in {time.process_time() - start:.1f} s"
    )
    for kind in (comparison, pair, article):
        start = time.process_time()
        sizes = [
            len(render(one.template, fields_of(one.view))) for one in islice(kind.PAGE.build(briefing), PAGES)
        ]
        each = (time.process_time() - start) / max(1, len(sizes))
        print(
            f"{number} invented articles: {len(sizes)} pages of {kind.PAGE.noun}, {1000 * each:.1f} ms "
            f"and {sum(sizes) / 1000 / max(1, len(sizes)):.0f} KB each"
        )


def measure_copies(data: Path, *, harsh: bool = False) -> None:
    """Share of the pairs found that are copies, and of the copies that are found."""
    with data.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    source, articles = make_copies([row["text"].split("\n\n") for row in rows], harsh=harsh)
    group = {
        one: found.id
        for found in gather_copies(
            articles, [runs_of(one.text) for one in articles], CompareSettings().copy_percent / 100
        )
        for one in found.articles
    }
    right = wrong = missed = 0
    for a, b in combinations(source, 2):
        found, true = a in group and group[a] == group.get(b), source[a] == source[b]
        right, wrong, missed = (
            right + (found and true),
            wrong + (found and not true),
            missed + (true and not found),
        )
    print(
        f"{'harsh ' if harsh else ''}copies of {len(rows)} articles, {len(articles)} texts: P {right / (right + wrong):.4f}, "
        f"R {right / (right + missed):.4f}"
    )


def make_copies(originals: list[list[str]], *, harsh: bool = False) -> tuple[dict[str, int], list[Article]]:
    """Article id -> number of its original, and the articles: each original, a reprint, a cut, an update, one with a
    quotation put in, and one with another headline. What is added comes from another article or is written here.

    What an update adds is at most a quarter of the text; if `harsh`, three paragraphs of any length, so that some updates
    are for the larger part another article's words.
    """
    rng = random.Random(6)
    source: dict[str, int] = {}
    articles = []
    for number, paragraphs in enumerate(originals):
        other = originals[(number * 7 + 3) % len(originals)]
        room = sum(map(len, paragraphs)) // 4
        foreign = [one for one in other if harsh or len(one) <= room] or [
            "More is expected to be known later today."
        ]
        half = max(1, round(len(paragraphs) * rng.uniform(0.4, 0.8)))
        made = {
            "original": paragraphs,
            "reprint": [
                "By a reporter of the Harbour Wire",
                *(one.replace(" said", " stated") for one in paragraphs),
            ],
            "cut": paragraphs[:half],
            "update": [
                paragraphs[0],
                *(rng.sample(foreign, min(STRANGE, len(foreign))) if harsh else [rng.choice(foreign)]),
                *paragraphs[1:],
                "This is a developing story.",
            ],
            "quote": [
                *paragraphs[:2],
                "“We will look into it, and then we will decide what to do next,” a spokeswoman said on the telephone.",
                *paragraphs[2:],
            ],
            "headline": ["What is known so far, and what comes next", *paragraphs],
        }
        for kind, blocks in made.items():
            key = f"{kind}-{number}"
            source[key] = number
            articles.append(write(key, [[block] for block in blocks if block.strip()]).article)
    return source, articles
