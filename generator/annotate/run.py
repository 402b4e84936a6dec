"""Runs the extractors over many articles: from the cache where they are known, in worker processes where it pays.

In: articles and settings. Out: findings in the order of the articles, and a problem for each text that could not be
analysed. Extractors run inside the workers, since a spaCy doc is fifty times larger than what is found in it.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from generator.annotate.cache import Cache
from generator.annotate.language import plain_sentences
from generator.errors import GeneratorError, Problem, Severity
from generator.model.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.model.article import Article
    from generator.settings import AnnotateSettings, RunSettings

    Progress = Callable[[int, int], None]
    """Called with the number of articles analysed so far and the number to analyse."""

WORTH_WORKERS = 80_000
"""Characters to analyse from which a second process pays for loading the model once more."""
BATCH = 4
"""Articles handed to a worker at once."""


def annotate(
    articles: Sequence[Article],
    settings: AnnotateSettings,
    run: RunSettings,
    cache_folder: Path | None = None,
    progress: Progress | None = None,
) -> tuple[tuple[Findings, ...], tuple[Problem, ...]]:
    """What each article says, in the order given.

    A text whose analysis fails is reported and goes on without findings; `GeneratorError` (a missing model, a broken
    lexicon) stops everything, since it would fail for every text.
    """
    cache = Cache(cache_folder, settings)
    known = {article.id: cache.read(article) for article in articles}
    new = [article for article in articles if known[article.id] is None]
    problems: list[Problem] = []
    for number, (article, outcome) in enumerate(zip(new, _analyse_all(new, settings, run), strict=True), 1):
        if isinstance(outcome, Findings):
            known[article.id] = outcome
            cache.write(article, outcome)
        else:
            known[article.id] = _unread(article)
            problems.append(_failure(article, outcome))
        if progress:
            progress(number, len(new))
    cache.prune()
    findings = tuple(one for article in articles if (one := known[article.id]) is not None)
    failed = {problem.path for problem in problems}
    problems += [
        _unserved(article, found)
        for article, found in zip(articles, findings, strict=True)
        if not found.analysed and article.path not in failed
    ]
    return findings, (*problems, *cache.problems())


def workers_for(articles: Sequence[Article], wanted: int) -> int:
    """Worker processes for the articles to analyse: what the user wants, else what pays."""
    if wanted > 0:
        return min(wanted, len(articles))
    if sum(len(article.text) for article in articles) < WORTH_WORKERS:
        return 1
    return max(1, min(_processors(), len(articles) // BATCH))


def _processors() -> int:
    """Processors this process may use, which in a container is less than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _analyse_all(
    articles: Sequence[Article], settings: AnnotateSettings, run: RunSettings
) -> Iterator[Findings | str]:
    done = 0
    workers = workers_for(articles, run.workers)
    if workers > 1:
        from joblib import Parallel, delayed
        from joblib.externals.loky.process_executor import BrokenProcessPool

        parallel = Parallel(n_jobs=workers, backend="loky", return_as="generator", batch_size=BATCH)
        try:
            for outcome in parallel(delayed(_analyse)(article, settings) for article in articles):
                done += 1
                yield outcome
        except BrokenProcessPool:
            # A worker was killed, most often for want of memory: one process at a time needs least of it.
            pass
    for article in articles[done:]:
        yield _analyse(article, settings)


def _analyse(article: Article, settings: AnnotateSettings) -> Findings | str:
    """Findings, or what went wrong: exceptions of libraries do not all survive the way between processes."""
    # Imported here because a build that finds everything in the cache must not pay for the extractors.
    from generator.annotate.articles import annotate_article

    try:
        return annotate_article(article, settings)
    except GeneratorError:
        raise
    except Exception as error:  # noqa: BLE001 - one text that breaks an extractor must not cost the others
        place = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in place if f"{os.sep}generator{os.sep}" in frame.filename]
        notes = ", ".join(getattr(error, "__notes__", ()))
        where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "a library"
        return f"{type(error).__name__}: {error} ({f'{notes}, ' if notes else ''}{where})"


def _unread(article: Article) -> Findings:
    return Findings(
        article=article.id,
        language=article.language or "und",
        analysed=False,
        sentences=plain_sentences(article),
    )


def _failure(article: Article, reason: str) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        path=article.path,
        message=f"The text could not be analysed: {reason}.",
        hint="It is shown and searchable without findings; please report this with the text.",
    )


def _unserved(article: Article, findings: Findings) -> Problem:
    return Problem(
        severity=Severity.INFO,
        path=article.path,
        message=f"No language model serves “{findings.language}”: the text is shown and searchable, not analysed.",
        hint="If the language is wrong, state it in the front matter (language: en).",
    )
