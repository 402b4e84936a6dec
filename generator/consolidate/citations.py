"""Articles that draw on other articles of the dossier.

In: articles, statements, copies. Out: `Citation` records. Three signs count: the text names the other's outlet as what it
draws on and tells of the same; it holds the other's address; it takes over a long passage word for word, outside of
quotation marks, from an article published before it. A pair of articles that cite each other keeps the citation of the
later one, so that never both count for nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from generator.consolidate.outlets import citing, named, speaks
from generator.consolidate.runs import RUN, SAMPLE, WORD, pairs_with_common_runs, sampled, shared, word_spans
from generator.model.comparison import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.runs import Runs
    from generator.model.article import Article, Span
    from generator.model.corpus import ActorStatement, Evidence

PASSAGE = 30
"""Fewest words in a row, outside of quotation marks, that nobody writes twice by chance."""
CROWD = 12
"""Most texts that one run may bring together: what more of them share is a formula or a background paragraph."""
QUOTED = re.compile(r"[“«][^”»]*[”»]|\"[^\"\n]*\"")
ADDRESS = re.compile(r"^https?://(?:www\.)?|/+$")
GENERIC = frozenset({"the", "news", "press", "online", "daily"})


def gather_citations(
    articles: Sequence[Article],
    statements: Iterable[ActorStatement],
    stands_for: Mapping[str, str],
    mentioned: Mapping[str, Sequence[tuple[Span, str]]],
    located: Mapping[str, frozenset[Span]],
    runs: Sequence[Runs],
    sources: Sources,
) -> tuple[Citation, ...]:
    """In the order of articles, as `runs` are; `mentioned` gives places and ids of the actors of each article, `located` where
    it names places.
    """
    found: dict[tuple[str, str], Citation] = {}
    for citation in (
        *_by_name(articles, statements, mentioned, located, sources),
        *_by_link(articles, sources),
        *_by_passage(articles, stands_for, runs, sources),
    ):
        same = stands_for.get(citation.article, citation.article)
        if same != stands_for.get(citation.cited, citation.cited):
            found.setdefault((citation.article, citation.cited), citation)
    dates = {article.id: article.published or dt.date.max for article in articles}
    places = {article.id: place for place, article in enumerate(articles)}

    def later(article: str) -> tuple[dt.date, int]:
        return dates[article], places[article]

    kept = [
        citation
        for (article, cited), citation in found.items()
        if (cited, article) not in found or later(article) > later(cited)
    ]
    return tuple(sorted(kept, key=lambda one: (places[one.article], places[one.cited])))


def _by_name(
    articles: Sequence[Article],
    statements: Iterable[ActorStatement],
    mentioned: Mapping[str, Sequence[tuple[Span, str]]],
    located: Mapping[str, frozenset[Span]],
    sources: Sources,
) -> Iterator[Citation]:
    """An outlet of the dossier speaks, or words beside its name cite it: of its articles the one that shares most actors."""
    by_outlet: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        name = _outlet(article.outlet)
        if name:
            by_outlet[name].append(article)
    if not by_outlet:
        return
    actors = {article: frozenset(actor for _, actor in ones) for article, ones in mentioned.items()}
    said: defaultdict[str, list[ActorStatement]] = defaultdict(list)
    for statement in statements:
        if statement.speaker_evidence is not None:
            said[statement.article].append(statement)
    for article in articles:
        folded = article.text.casefold()
        if len(folded) != len(article.text):
            # Letters that fold to two would shift every place; such texts are read as they stand.
            folded = article.text.lower() if len(article.text.lower()) == len(article.text) else article.text
        for outlet, ones in by_outlet.items():
            if outlet == _outlet(article.outlet) or outlet not in folded:
                continue
            for span in named(outlet, article.text, folded):
                if any(start <= span[0] and span[1] <= end for start, end in located.get(article.id, ())):
                    continue
                found = _cited_at(article, span, said[article.id], mentioned.get(article.id, ()), sources)
                cited = _meant(article, ones, found[1], actors) if found is not None else None
                if found is not None and cited is not None:
                    yield Citation(
                        article=article.id,
                        cited=cited.id,
                        rule="names the outlet as its source",
                        evidence=(found[0],),
                    )


def _cited_at(
    article: Article,
    span: Span,
    said: Sequence[ActorStatement],
    mentioned: Sequence[tuple[Span, str]],
    sources: Sources,
) -> tuple[Evidence, frozenset[str]] | None:
    """The words by which the name at a place is cited, and the actors that are told of there."""
    for statement in said:
        speaker = statement.speaker_evidence
        if speaker is None or not (speaker.span[0] <= span[0] and span[1] <= speaker.span[1]):
            continue
        if speaks(article.text, (speaker.span[0], span[0]), [piece.quote for piece in statement.content]):
            return speaker, frozenset(statement.about) - {statement.speaker or ""}
    words = citing(article.text, span)
    if words is None:
        return None
    sentence = sources.whole_sentence(article.id, span[0]).span
    about = {
        actor
        for place, actor in mentioned
        if sentence[0] <= place[0] < sentence[1] and not (place[0] < span[1] and span[0] < place[1])
    }
    return sources.evidence(article.id, words), frozenset(about)


def _meant(
    article: Article, ones: Sequence[Article], about: frozenset[str], actors: Mapping[str, frozenset[str]]
) -> Article | None:
    """Of an outlet's articles not published later the one that shares most actors, if it tells of the same."""
    here = actors.get(article.id, frozenset())
    candidates = [
        (len(here & actors.get(one.id, frozenset())), one)
        for one in ones
        if not (one.published and article.published and one.published > article.published)
        and (about or here) & actors.get(one.id, frozenset())
    ]
    most = max((number for number, _ in candidates), default=0)
    return next((one for number, one in candidates if number == most), None)


def _outlet(name: str | None) -> str:
    """Lower-case words of an outlet's name, without those that many outlets bear at the edges."""
    words = WORD.findall((name or "").casefold())
    if words and words[0] == "the":
        words = words[1:]
    return "" if set(words) <= GENERIC else " ".join(words)


def _by_link(articles: Sequence[Article], sources: Sources) -> Iterator[Citation]:
    known = {ADDRESS.sub("", article.url): article.id for article in articles if article.url}
    for article in articles if known else ():
        for match in re.finditer(r"https?://[^\s)>\]”\"]+", article.text):
            address = match.group().rstrip(".,;:")
            cited = known.get(ADDRESS.sub("", address))
            if cited is not None and cited != article.id:
                evidence = (sources.evidence(article.id, (match.start(), match.start() + len(address))),)
                yield Citation(article=article.id, cited=cited, rule="links to it", evidence=evidence)


def _by_passage(
    articles: Sequence[Article], stands_for: Mapping[str, str], all_runs: Sequence[Runs], sources: Sources
) -> Iterator[Citation]:
    """Passages of an earlier article; without dates of both nobody knows who took them from whom."""
    kept = [
        (article, own)
        for article, own in zip(articles, all_runs, strict=True)
        if article.published is not None and article.id not in stands_for
    ]
    dated, runs = [article for article, _ in kept], [own for _, own in kept]
    for a, b in sorted(pairs_with_common_runs([sampled(one) for one in runs], CROWD, PASSAGE // SAMPLE // 2)):
        earlier, later = sorted((a, b), key=lambda number: (dated[number].published, number))
        if dated[earlier].published == dated[later].published or _same_outlet(dated[earlier], dated[later]):
            continue
        passages = tuple(_passages(dated[later], runs[later], runs[earlier], sources))
        if passages:
            yield Citation(
                article=dated[later].id,
                cited=dated[earlier].id,
                rule="takes over passages",
                evidence=passages,
            )


def _same_outlet(one: Article, other: Article) -> bool:
    """An outlet that repeats its own background paragraph cites nobody."""
    return one.outlet is not None and one.outlet == other.outlet


def _passages(article: Article, own: Runs, other: Runs, sources: Sources) -> Iterator[Evidence]:
    quoted = [match.span() for match in QUOTED.finditer(article.text)]
    marks = own.covered(shared(own, other))
    words = word_spans(article.text)
    marks &= np.array([not _inside(start, quoted) for start, _ in words], dtype=np.bool_)
    edges = np.flatnonzero(np.diff(np.r_[False, marks, False].astype(np.int8)))
    for first, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end - first >= max(PASSAGE, RUN):
            yield sources.evidence(article.id, (words[first][0], words[end - 1][1]))


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    return any(start <= offset < end for start, end in spans)
