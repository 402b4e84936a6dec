"""What of each article may be published.

In: the whole corpus. Out: the corpus that the site is made of. What may not be published is blanked in the text itself,
before any page, search entry, comparison or data file is made, so that none of them can give it away; spans keep their
places. What rested on blanked sentences alone leaves with them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.model.article import Extent
from generator.model.comparison import Thing
from generator.present.shown import LOOSE, Shown, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from generator.model.article import Article, Span
    from generator.model.comparison import ArticlePair, Comparison
    from generator.model.corpus import Actor, Corpus, Topic
    from generator.model.findings import Findings
    from generator.settings import PresentSettings


def is_withheld(article: Article, span: Span) -> bool:
    """True where the words at `span` are not published: whoever shows a text sentence by sentence marks a gap there."""
    return article.extent is not Extent.FULL and not article.quote(span).strip()


def may_be_read(article: Article) -> bool:
    """True where the article's own page, or a page that sets it beside another, shows its sentences."""
    return article.extent is not Extent.LINK


def publish(corpus: Corpus, settings: PresentSettings) -> Corpus:
    """The corpus without what may not be published."""
    extents = {article.id: article.publish or settings.publish for article in corpus.articles}
    cut = frozenset(key for key, extent in extents.items() if extent is not Extent.FULL)
    if not cut:
        return corpus
    shown = Shown(corpus, cut)
    actors = tuple(_actor(actor, shown) for actor in corpus.actors)
    topics = tuple(
        topic
        for topic in (_topic(topic, shown) for topic in _near(corpus.topics, actors, shown))
        if topic.uses
    )
    known = {topic.id for topic in topics}
    ties = (replace(tie, evidence=shown.among(tie.evidence)) for tie in corpus.ties)
    return replace(
        corpus,
        articles=tuple(
            replace(article, text=shown.text(article), extent=extents[article.id])
            for article in corpus.articles
        ),
        findings=tuple(_findings(one, shown) for one in corpus.findings),
        actors=actors,
        topics=topics,
        ties=tuple(tie for tie in ties if tie.evidence),
        statements=tuple(
            replace(one, topics=tuple(key for key in one.topics if key in known)) for one in corpus.statements
        ),
        positions=tuple(
            replace(one, topics=tuple(key for key in one.topics if key in known)) for one in corpus.positions
        ),
        key_sentences=tuple(
            replace(one, support=shown.among(one.support))
            for one in corpus.key_sentences
            if shown.among((one.evidence,))
        ),
        comparison=_comparison(corpus.comparison, known, shown),
    )


def _findings(findings: Findings, shown: Shown) -> Findings:
    keywords = (
        replace(one, spans=tuple(span for span in one.spans if shown.has(findings.article, span)))
        for one in findings.keywords
    )
    loose: dict[str, Any] = {
        name: tuple(
            one
            for one in getattr(findings, name)
            if all(shown.has(findings.article, span) for span in spans_of(one))
        )
        for name in LOOSE
    }
    return replace(findings, keywords=tuple(one for one in keywords if one.spans), **loose)


def _actor(actor: Actor, shown: Shown) -> Actor:
    aliases = (replace(one, evidence=shown.among(one.evidence)) for one in actor.aliases)
    roles = (replace(one, evidence=shown.among(one.evidence)) for one in actor.roles)
    return replace(
        actor,
        mentions=tuple(one for one in actor.mentions if shown.has(one.evidence.article, one.evidence.span)),
        aliases=tuple(one for one in aliases if one.evidence),
        roles=tuple(one for one in roles if one.evidence),
    )


def _topic(topic: Topic, shown: Shown) -> Topic:
    uses = (replace(use, evidence=shown.among(use.evidence)) for use in topic.uses)
    return replace(topic, uses=tuple(use for use in uses if use.evidence))


def _near(topics: Iterable[Topic], actors: Iterable[Actor], shown: Shown) -> Iterator[Topic]:
    """Topics with the actors of their sentences counted anew."""
    named: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for actor in actors:
        for mention in actor.mentions:
            named[mention.evidence.article, mention.evidence.sentence].add(actor.id)
    for topic in topics:
        places = {(one.article, one.sentence) for use in topic.uses for one in shown.among(use.evidence)}
        near = Counter(key for place in places for key in named.get(place, ()))
        yield replace(topic, actors=tuple(sorted(near.items(), key=lambda item: (-item[1], item[0]))))


def _comparison(whole: Comparison, topics: AbstractSet[str], shown: Shown) -> Comparison:
    """Counts and contrasts of what stays: one of which a side is gone is none."""
    quantities = shown.left(whole.quantities)
    held = {one.id for one in quantities}
    groups = (
        replace(one, quantities=tuple(key for key in one.quantities if key in held)) for one in whole.numbers
    )
    numbers = tuple(one for one in groups if len(one.quantities) > 1)
    gone = {one.id for one in whole.numbers} - {one.id for one in numbers}
    return replace(
        whole,
        citations=shown.left(whole.citations),
        namings=shown.left(whole.namings),
        coverage=tuple(one for one in whole.coverage if one.kind is not Thing.KEYWORD or one.id in topics),
        quantities=quantities,
        numbers=numbers,
        differences=tuple(
            one for one in shown.left(whole.differences) if len(one.sides) > 1 and one.thing not in gone
        ),
        themes=shown.left(whole.themes),
        openings=tuple(
            replace(one, topics=tuple(pair for pair in one.topics if pair[0] in topics))
            for one in shown.left(whole.openings)
        ),
        pairs=tuple(_pair(pair, topics, shown) for pair in whole.pairs),
    )


def _pair(pair: ArticlePair, topics: AbstractSet[str], shown: Shown) -> ArticlePair:
    return replace(
        pair,
        topics=tuple(key for key in pair.topics if key in topics),
        matches=tuple(
            one
            for one in pair.matches
            if shown.has_sentence(pair.a, one.a) and shown.has_sentence(pair.b, one.b)
        ),
    )
