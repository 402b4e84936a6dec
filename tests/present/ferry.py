"""A small dossier of three papers on one ferry, and how they differ.

In: words that may be hostile. Out: a corpus with a comparison that holds one of each kind, a copy and a citation among
them, in which the words stand in titles, names and sentences.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generator.model.comparison import (
    ArticlePair,
    Change,
    Citation,
    Comparison,
    Contrast,
    CopyGroup,
    CopyKind,
    CopyPair,
    Covered,
    Difference,
    Match,
    Naming,
    NumberGroup,
    Opening,
    Quantity,
    Referent,
    Related,
    Share,
    Side,
    ThemeUse,
    Thing,
    Voice,
    Wording,
)
from generator.model.findings import ActorKind, Modality
from tests.builders import (
    make_actor,
    make_corpus,
    make_date,
    make_happening,
    make_statement,
    make_topic,
    write,
)

if TYPE_CHECKING:
    from generator.model.corpus import Corpus, Evidence
    from tests.builders import Text


def ferry(word: str = "Weir") -> Corpus:
    """Four articles: two papers that differ, a reprint of the first and one that cites it."""
    coast = write(
        "coast",
        [
            [
                f"The {word} Guard raided the Port Salt ferry on 3 May 2019.",
                "The raid killed at least 12 passengers.",
                f"Mayor Ida Brekke said the {word} Guard fired first.",
            ],
            ["Talks on the ferry line go on."],
        ],
        title=f"Raid on the {word} ferry",
        outlet="Coast Mail",
        published=date(2019, 5, 4),
    )
    inland = write(
        "inland",
        [
            [
                f"A police operation by the {word} Guard ended on the Port Salt ferry on 4 May 2019.",
                "The operation left 9 passengers dead.",
                f"The {word} Guard fired first.",
            ],
            ["The court opens in June 2019."],
        ],
        title=f"Operation of the {word} Guard",
        outlet="Inland Post",
    )
    reprint = write(
        "reprint",
        [
            [
                f"The {word} Guard raided the Port Salt ferry on 3 May 2019.",
                "The raid killed at least 13 passengers.",
                f"Mayor Ida Brekke said the {word} Guard fired first.",
            ],
            ["Talks on the ferry line go on."],
        ],
        title=f"Raid on the {word} ferry, again",
    )
    review = write(
        "review",
        [
            [
                "The Coast Mail reported that the raid killed 12.",
                f"Nobody at the {word} Guard would comment.",
            ]
        ],
        title="What the papers say",
    )
    texts = (coast, inland, reprint, review)
    guard = make_actor(
        "guard", f"{word} Guard", ActorKind.GROUP, *(one.point(f"{word} Guard") for one in texts)
    )
    mayor = make_actor("ida-brekke", "Ida Brekke", ActorKind.PERSON, coast.point("Ida Brekke"))
    port = make_actor(
        "port-salt", "Port Salt", ActorKind.PLACE, coast.point("Port Salt"), inland.point("Port Salt")
    )
    said = make_statement(
        "first",
        coast.point(f"the {word} Guard fired first"),
        speaker="ida-brekke",
        heard=coast.point("Mayor Ida Brekke"),
        cue=coast.point("said"),
        about=("guard",),
    )
    raid = make_happening("raid", coast.point("raided"), agent="guard", kind="ASSAULT")
    fired = make_happening(
        "fired", coast.point("fired"), inland.point("fired"), agent="guard", kind="ASSAULT"
    )
    reports = tuple(
        replace(one, modality=modality)
        for one, modality in zip(fired.reports, (Modality.REPORTED, Modality.ASSERTED), strict=True)
    )
    corpus = make_corpus(
        *texts,
        actors=(guard, port, mayor),
        statements=(said,),
        topics=(make_topic("ferry", "ferry", coast.point("ferry"), inland.point("ferry")),),
        timeline=(
            make_date("dt-3", coast.point("3 May 2019"), date(2019, 5, 3)),
            make_date("dt-4", inland.point("4 May 2019"), date(2019, 5, 4)),
        ),
        happenings=(raid, replace(fired, reports=reports)),
    )
    return replace(corpus, comparison=_comparison(word, coast, inland, reprint, review))


def _comparison(word: str, coast: Text, inland: Text, reprint: Text, review: Text) -> Comparison:
    twelve, thirteen = coast.at("12"), reprint.at("13")
    return Comparison(
        copies=(
            CopyGroup(
                id="cg-coast",
                articles=("coast", "reprint"),
                pairs=(
                    CopyPair(
                        a="coast",
                        b="reprint",
                        kind=CopyKind.REPRINT,
                        jaccard=0.87,
                        a_in_b=0.96,
                        b_in_a=0.96,
                        changes=(Change(a=twelve, b=thirteen),),
                    ),
                ),
            ),
        ),
        citations=(
            Citation(
                article="review",
                cited="coast",
                rule="names the outlet as its source",
                evidence=(review.point("The Coast Mail reported"),),
            ),
        ),
        namings=(
            Naming(
                id="nm-raid",
                kind=Referent.EVENT,
                name="raid",
                actors=("guard",),
                place="port-salt",
                happenings=("ev-raid",),
                wordings=(
                    Wording(article="coast", text="raid", evidence=(coast.point("raid", 1),), rule="same"),
                    Wording(
                        article="inland",
                        text="police operation",
                        evidence=(inland.point("police operation"),),
                        rule="military action, same agent",
                        doubtful=True,
                    ),
                ),
                rule="military action, same agent",
                doubtful=True,
                contrast=True,
            ),
            Naming(
                id="nm-guard",
                kind=Referent.ACTOR,
                name=f"{word} Guard",
                actors=("guard",),
                place=None,
                happenings=(),
                wordings=tuple(
                    Wording(
                        article=one.article.id,
                        text=f"{word} Guard",
                        evidence=(one.point(f"{word} Guard"),),
                        rule="same name",
                    )
                    for one in (coast, inland, reprint, review)
                ),
                rule="same name",
            ),
        ),
        coverage=(
            _covered(Thing.ACTOR, "guard", Share.ALL, "coast", "inland", "reprint", "review"),
            _covered(Thing.ACTOR, "ida-brekke", Share.ONE, "coast"),
            _covered(Thing.PLACE, "port-salt", Share.SEVERAL, "coast", "inland"),
            _covered(Thing.EVENT, "ev-raid", Share.ONE, "coast"),
            _covered(Thing.EVENT, "ev-fired", Share.SEVERAL, "coast", "inland"),
            _covered(Thing.STATEMENT, "st-first", Share.ONE, "coast"),
            _covered(Thing.KEYWORD, "ferry", Share.SEVERAL, "coast", "inland"),
            _covered(Thing.DATE, "dt-3", Share.ONE, "coast"),
            _covered(Thing.DATE, "dt-4", Share.ONE, "inland"),
        ),
        quantities=(
            _quantity("qu-coast", coast, coast.point("at least 12"), 12, None, "at least"),
            _quantity("qu-inland", inland, inland.point("9", 1), 9, 9, None),
        ),
        numbers=(
            NumberGroup(
                id="ng-dead",
                counted="passenger",
                unit=None,
                done="killed",
                actors=(),
                quantities=("qu-coast", "qu-inland"),
                differ=True,
                rule="same noun and verb",
            ),
        ),
        differences=(
            _difference(
                Contrast.NUMBER,
                "ng-dead",
                "passengers",
                ("at least 12", "at least 12", coast.point("at least 12")),
                ("9", "9", inland.point("9", 1)),
            ),
            _difference(
                Contrast.ATTRIBUTION,
                "ev-fired",
                "fired",
                ("ida-brekke", "Ida Brekke", coast.point("fired")),
                ("own words", "own words", inland.point("fired")),
            ),
        ),
        themes=(
            ThemeUse(
                article="coast",
                theme="security",
                share=0.5,
                sentences=(coast.cite(coast.sentences[0].span), coast.cite(coast.sentences[1].span)),
                words=(coast.point("raided"), coast.point("raid", 1)),
            ),
            ThemeUse(
                article="coast",
                theme="diplomacy",
                share=0.25,
                sentences=(coast.cite(coast.sentences[3].span),),
                words=(coast.point("Talks"),),
            ),
            ThemeUse(
                article="inland",
                theme="law",
                share=0.25,
                sentences=(inland.cite(inland.sentences[3].span),),
                words=(inland.point("court"),),
            ),
        ),
        voices=(
            Voice(
                article="coast",
                speaker="ida-brekke",
                statements=("st-first",),
                words=5,
                quoted=0,
                share=5 / 33,
            ),
        ),
        openings=tuple(
            Opening(
                article=one.article.id,
                sentences=(one.cite(one.sentences[0].span),),
                themes=(("security", 1),) if one is coast else (),
                actors=(("guard", 1),),
                topics=(("ferry", 1),) if one in {coast, inland} else (),
            )
            for one in (coast, inland)
        ),
        pairs=(
            ArticlePair(
                a="coast",
                b="inland",
                score=0.6,
                by_actors=0.8,
                by_topics=0.6,
                by_content=0.4,
                actors=("guard", "port-salt"),
                topics=("ferry",),
                statements=(),
                matches=(
                    Match(a="s1", b="s1", score=0.6, words=("guard", "port", "salt", "ferry")),
                    Match(a="s3", b="s3", score=0.8, words=("guard", "fired", "first")),
                ),
            ),
            ArticlePair(
                a="coast",
                b="reprint",
                score=1.0,
                by_actors=1.0,
                by_topics=1.0,
                by_content=1.0,
                actors=("guard", "port-salt", "ida-brekke"),
                topics=("ferry",),
                statements=(),
                matches=tuple(Match(a=f"s{n}", b=f"s{n}", score=1.0) for n in range(1, 5)),
                copies="cg-coast",
            ),
        ),
        related=(
            Related(article="coast", others=(("inland", 0.6),)),
            Related(article="inland", others=(("coast", 0.6),)),
        ),
        stands_for={"reprint": "coast"},
        cites={"review": ("coast",)},
    )


def _covered(kind: Thing, key: str, share: Share, *articles: str) -> Covered:
    independent = len(set(articles) - {"reprint", "review"})
    return Covered(kind=kind, id=key, share=share, articles=articles, independent=independent)


def _quantity(
    key: str, text: Text, evidence: Evidence, low: float | None, high: float | None, bound: str | None
) -> Quantity:
    sentence = next(one for one in text.sentences if one.id == evidence.sentence)
    return Quantity(
        id=key,
        article=text.article.id,
        lo=low,
        hi=high,
        unit=None,
        counted="passenger",
        done="killed",
        bound=bound,
        evidence=evidence,
        counted_evidence=text.point("passengers"),
        sentence=text.cite(sentence.span),
        date_evidence=None,
        date=None,
        statement=None,
        speaker=None,
        actors=(),
        rule="number before a noun",
    )


def _difference(kind: Contrast, thing: str, subject: str, *sides: tuple[str, str, Evidence]) -> Difference:
    return Difference(
        id=f"df-{kind}-{thing}",
        kind=kind,
        thing=thing,
        subject=subject,
        actors=("guard",),
        sides=tuple(
            Side(value=value, label=label, articles=(one.article,), evidence=(one,))
            for value, label, one in sides
        ),
        rule="same subject",
    )
