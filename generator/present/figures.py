"""The charts of the site.

In: the corpus, one article or one actor, and the page it is for. Out: `Figure`, holding what a page
shows: a sentence with the numbers, Plotly JSON or the reason why there is none, and the same as a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.comparison import Comparison
from generator.model.findings import Findings, Mode
from generator.present.plots import LABEL_LENGTH, shorten
from generator.present.render import counted
from generator.present.tallies import tally
from generator.present.twins import BARS, Cell, Figure, Kind, Line, twin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.article import Article, Span
    from generator.model.corpus import Actor, ActorStatement, Corpus, Evidence
    from generator.present.addresses import Place
    from generator.settings import PresentSettings

__all__ = ["Cell", "Figure", "article_labels", "draw_actor", "draw_keywords", "draw_mentions", "draw_voices"]

SERIES = 4
"""Most articles told apart in one chart; above it their sum is drawn."""
ARTICLE_LABEL = 44
"""Most characters by which a legend names an article."""
LEADERS = 3
"""Most names in the sentence above a chart; where more share the first place, their number stands there."""
UNKNOWN_SPEAKER = "no resolved speaker"

_MODES = (
    (Mode.DIRECT, "in quotation marks"),
    (Mode.MIXED, "partly in quotation marks"),
    (Mode.INDIRECT, "in the article's words"),
)

_MENTIONS = Kind(
    id="mentions",
    title="Who is mentioned",
    lead=("Kind", "Actor"),
    total="Mentions",
    things="actors",
    remedy="More articles would change that.",
)
_KEYWORDS = Kind(
    id="keyword-weights",
    title="What this article is about",
    lead=("Rank", "Keyword"),
    total="Weight",
    things="keywords",
    remedy="A longer text would change that.",
)
_VOICES = Kind(
    id="voices",
    title="Who is quoted",
    lead=("Speaker",),
    total="Statements",
    things="speakers",
    remedy="Articles that quote more speakers would change that.",
)
_ACTOR = Kind(
    id="mentions-by-article",
    title="Mentions by article",
    lead=("Article",),
    total="Mentions",
    things="articles",
    remedy="More articles that mention it would change that.",
)


def draw_mentions(corpus: Corpus, settings: PresentSettings, place: Place) -> Figure:
    """Mentions of the most mentioned actors, told apart by article while there are few of them."""
    actors = [actor for actor in corpus.actors if actor.mentions]
    names = article_labels(corpus.articles)
    apart = len(corpus.articles) <= SERIES
    lines: list[Line] = []
    for actor in actors:
        page = place.actor(actor.id)
        first, counts = (
            _first_by_article(actor),
            Counter(mention.evidence.article for mention in actor.mentions),
        )
        if apart:
            keys = [article.id for article in corpus.articles]
            numbers = tuple(counts[key] for key in keys)
            targets = tuple(_target([first[key]] if key in first else [], place) for key in keys)
            cards = tuple((actor.name, f"{counted(counts[key], 'mention')} in {names[key]}") for key in keys)
        else:
            numbers, targets = (len(actor.mentions),), (page,)
            cards = ((actor.name, _times(actor, corpus.comparison)),)
        lines.append(
            Line(
                lead=(Cell(text=actor.kind.value), Cell(text=actor.name, href=page)),
                counts=numbers,
                targets=targets,
                target=_target([actor.mentions[0].evidence], place),
                cards=cards,
            )
        )
    says = "No actor is mentioned."
    if actors:
        pairs = [(actor.name, len(actor.mentions)) for actor in actors]
        shared = len(pairs) > 1 and pairs[0][1] == pairs[1][1]
        top = (
            _leaders(pairs, "actor")
            if shared
            else f"{actors[0].name}, {_times(actors[0], corpus.comparison)}"
        )
        says = f"Most mentioned: {top}."
    series = [names[article.id] for article in corpus.articles] if apart else ["all articles"]
    return twin(_MENTIONS, says, series, lines, settings)


def draw_keywords(article: Article, findings: Findings, settings: PresentSettings, place: Place) -> Figure:
    """Weights of one article's keywords; the heaviest counts as 100."""
    keywords = sorted(findings.keywords, key=lambda keyword: (keyword.rank, keyword.term))
    heaviest = max((keyword.score for keyword in keywords), default=0.0)
    starts = [sentence.span[0] for sentence in findings.sentences]
    lines: list[Line] = []
    for keyword in keywords:
        weight = round(100 * keyword.score / heaviest) if heaviest > 0 else 0
        anchor = _sentence_at(findings, starts, keyword.spans[0]) if keyword.spans else None
        target = place.article(article.id, anchor)
        lines.append(
            Line(
                lead=(Cell(text=str(keyword.rank), number=True), Cell(text=keyword.term, href=target)),
                counts=(weight,),
                targets=(target,),
                target=None,
                cards=((keyword.term, f"weight {weight}; stands in {counted(len(keyword.spans), 'place')}"),),
            )
        )
    says = "No keyword was found."
    if keywords:
        says = (
            f"“{keywords[0].term}” weighs most and counts as 100; it stands in "
            f"{counted(len(keywords[0].spans), 'place')}. Weights compare within this article only."
        )
    return twin(_KEYWORDS, says, ["weight"], lines, settings)


def draw_voices(corpus: Corpus, settings: PresentSettings, place: Place) -> Figure:
    """Statements by speaker, told apart by how they are given; those without a resolved speaker come last."""
    by_speaker: dict[str | None, list[ActorStatement]] = {}
    for statement in corpus.statements:
        by_speaker.setdefault(statement.speaker, []).append(statement)
    names = {actor.id: actor.name for actor in corpus.actors}
    modes = [pair for pair in _MODES if any(statement.mode is pair[0] for statement in corpus.statements)]
    lines: list[Line] = []
    for speaker in sorted(by_speaker, key=lambda key: (key is None, -len(by_speaker[key]), key or "")):
        given = [[item for item in by_speaker[speaker] if item.mode is mode] for mode, _ in modes]
        name = UNKNOWN_SPEAKER if speaker is None else names.get(speaker, speaker)
        page = place.actor(speaker) if speaker in names and speaker is not None else None
        lines.append(
            Line(
                lead=(Cell(text=name, href=page),),
                counts=tuple(len(items) for items in given),
                targets=tuple(_target(_contents(items), place) for items in given),
                target=_target(_contents(by_speaker[speaker]), place),
                cards=tuple(
                    (name, f"{counted(len(items), 'statement')} {words}")
                    for items, (_, words) in zip(given, modes, strict=True)
                ),
            )
        )
    series = [words for _, words in modes]
    says = _voices_says(by_speaker, names, series)
    return twin(_VOICES, says, series, lines, settings, rest=None in by_speaker)


def draw_actor(
    actor: Actor,
    articles: Mapping[str, Article],
    settings: PresentSettings,
    place: Place,
    made: Comparison | None = None,
) -> Figure:
    """Mentions of one actor by article, those that only a rule gives it told apart.

    `articles` holds all articles by id: profiles are many, and none of them may read through all. `made` knows which of
    them are copies.
    """
    first = _first_by_article(actor)
    stated = Counter(mention.evidence.article for mention in actor.mentions if not mention.inferred)
    inferred = Counter(mention.evidence.article for mention in actor.mentions if mention.inferred)
    kinds = [("by name or description", stated)] + ([("inferred", inferred)] if inferred else [])
    held = [articles[key] for key in first]
    names = article_labels(held, LABEL_LENGTH)
    if len(held) > BARS:
        held.sort(key=lambda article: -(stated[article.id] + inferred[article.id]))
    lines: list[Line] = []
    for article in held:
        target = _target([first[article.id]], place)
        lines.append(
            Line(
                lead=(Cell(text=names[article.id], href=place.article(article.id)),),
                counts=tuple(counts[article.id] for _, counts in kinds),
                targets=(target,) * len(kinds),
                target=target,
                cards=tuple(
                    (article.title, f"{counted(counts[article.id], 'mention')} {words}")
                    for words, counts in kinds
                ),
            )
        )
    found, every = tally(made or Comparison(), first), len(articles)
    total = replace(found, number=every, every=every)
    says = f"{counted(len(actor.mentions), 'mention')} in {found.out_of(total)}"
    says += f", {sum(inferred.values())} of them inferred." if inferred else "."
    return twin(_ACTOR, says, [words for words, _ in kinds], lines, settings)


def article_labels(articles: Iterable[Article], length: int = ARTICLE_LABEL) -> dict[str, str]:
    """A short name of each article, no two alike: date and outlet where both are known, else the title."""
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for article in articles:
        known = article.outlet and article.published
        text = f"{article.published}, {article.outlet}" if known else article.title or article.id
        label = shorten(text, length)
        number = 1
        while label in taken:
            number += 1
            mark = f" ({number})"
            label = shorten(text, length - len(mark)) + mark
        taken.add(label)
        labels[article.id] = label
    return labels


def _voices_says(
    by_speaker: dict[str | None, list[ActorStatement]], names: dict[str, str], modes: Sequence[str]
) -> str:
    said = sum(len(items) for items in by_speaker.values())
    if not said:
        return "No statement was found."
    known = [(speaker, len(items)) for speaker, items in by_speaker.items() if speaker is not None]
    known.sort(key=lambda pair: (-pair[1], pair[0]))
    text = counted(said, "statement")
    if len(modes) == 1:
        text += f", {modes[0]}" if said == 1 else f", all {modes[0]}"
    if None in by_speaker:
        text += f"; {len(by_speaker[None])} without a resolved speaker"
    if known:
        pairs = [(names.get(speaker, speaker), number) for speaker, number in known]
        text += f". Most quoted: {_leaders(pairs, 'speaker')}"
    return f"{text}."


def _leaders(pairs: Sequence[tuple[str, int]], noun: str) -> str:
    """Who comes first, in words; all of them where several do. `pairs` begin with the highest number."""
    top = pairs[0][1]
    first = [name for name, number in pairs if number == top]
    if len(first) == 1:
        return f"{first[0]}, {counted(top, 'time')}"
    if len(first) > LEADERS:
        return f"{counted(len(first), noun)}, {counted(top, 'time')} each"
    return f"{', '.join(first[:-1])} and {first[-1]}, {counted(top, 'time')} each"


def _contents(statements: Iterable[ActorStatement]) -> list[Evidence]:
    return [evidence for statement in statements for evidence in statement.content[:1]]


def _target(evidence: Sequence[Evidence], place: Place) -> str | None:
    """Address of the first sentence among the evidence; `None` where there is none."""
    return place.article(evidence[0].article, evidence[0].sentence) if evidence else None


def _first_by_article(actor: Actor) -> dict[str, Evidence]:
    first: dict[str, Evidence] = {}
    for mention in actor.mentions:
        first.setdefault(mention.evidence.article, mention.evidence)
    return first


def _sentence_at(findings: Findings, starts: Sequence[int], span: Span) -> str | None:
    """Id of the sentence in which the span begins."""
    index = bisect_right(starts, span[0]) - 1
    return findings.sentences[index].id if index >= 0 else None


def _times(actor: Actor, made: Comparison) -> str:
    articles = tally(made, (mention.evidence.article for mention in actor.mentions))
    return f"{counted(len(actor.mentions), 'time')} in {articles.words}"
