"""A comparison that has one of everything, for a corpus made by hand.

In: a corpus of two articles. Out: records with all their parts, each resting on the corpus's first sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import comparison as c

if TYPE_CHECKING:
    from generator.model.corpus import Evidence


def compared(a: Evidence, b: Evidence) -> c.Comparison:
    """`a` and `b` are the first sentences of two articles."""
    one, other = a.article, b.article
    pair = c.CopyPair(
        a=one,
        b=other,
        kind=c.CopyKind.UPDATE,
        jaccard=0.8,
        a_in_b=0.9,
        b_in_a=0.9,
        changes=(c.Change(a=a.span, b=b.span),),
    )
    wording = c.Wording(article=one, text="harbour", evidence=(a,), rule="same name")
    sides = tuple(
        c.Side(value=words, label=words, articles=(each.article,), evidence=(each,))
        for words, each in (("9", a), ("12", b))
    )
    return c.Comparison(
        copies=(c.CopyGroup(id=f"cg-{one}", articles=(one, other), pairs=(pair,)),),
        citations=(c.Citation(article=other, cited=one, rule="links to it", evidence=(b,)),),
        namings=(
            c.Naming(
                id="nm-1",
                kind=c.Referent.EVENT,
                name="harbour",
                actors=("actor-0",),
                place=None,
                happenings=(),
                wordings=(wording,),
                rule="same name",
            ),
        ),
        coverage=(
            c.Covered(
                kind=c.Thing.ACTOR, id="actor-0", share=c.Share.ALL, articles=(one, other), independent=1
            ),
        ),
        quantities=(
            c.Quantity(
                id="qu-1",
                article=one,
                lo=9.0,
                hi=None,
                unit=None,
                counted="ship",
                done="sink",
                bound="at least",
                evidence=a,
                counted_evidence=a,
                sentence=a,
                date_evidence=a,
                date="dt-1",
                statement=None,
                speaker=None,
                actors=("actor-0",),
                rule="number",
                source_evidence=a,
                holder="owner",
            ),
        ),
        numbers=(
            c.NumberGroup(
                id="ng-1",
                counted="ship",
                unit=None,
                done="sink",
                actors=("actor-0",),
                quantities=("qu-1",),
                differ=True,
                rule="same noun",
            ),
        ),
        differences=(
            c.Difference(
                id="df-1",
                kind=c.Contrast.NUMBER,
                thing="ng-1",
                subject="ships",
                actors=(),
                sides=sides,
                rule="same noun",
            ),
        ),
        themes=(c.ThemeUse(article=one, theme="economy", share=0.5, sentences=(a,), words=(a,)),),
        voices=(c.Voice(article=one, speaker="actor-0", statements=("st-1",), words=9, quoted=0, share=0.1),),
        openings=(c.Opening(article=one, sentences=(a,), themes=(("economy", 1),), actors=(), topics=()),),
        pairs=(
            c.ArticlePair(
                a=one,
                b=other,
                score=0.5,
                by_actors=0.5,
                by_topics=0.5,
                by_content=0.5,
                actors=("actor-0",),
                topics=(),
                statements=(),
                matches=(c.Match(a="s1", b="s1", score=0.5, words=("spoke",)),),
                copies=f"cg-{one}",
            ),
        ),
        related=(c.Related(article=one, others=((other, 0.5),)),),
        stands_for={other: one},
    )
