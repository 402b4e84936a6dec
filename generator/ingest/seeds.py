"""Files into articles.

In: the seeds folder. Out: one `Article` for every file that holds a text, sorted by path, and a `Problem` for every
one that does not. One bad file never stops the others.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import Problem, Severity
from generator.ingest.draft import UnreadableError
from generator.ingest.folder import find_files, reason, shown
from generator.ingest.ids import article_ids
from generator.ingest.normalise import PARAGRAPH_BREAK, normalise
from generator.ingest.readers import reader_for, readers
from generator.ingest.titles import find_title
from generator.model.article import Article, Copy, Extent, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.ingest.draft import Draft
    from generator.ingest.folder import SeedFile
    from generator.settings import IngestSettings


def read_seeds(folder: Path, settings: IngestSettings) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article of a folder and its subfolders, by path, and what should be known about the rest.

    Raises `GeneratorError` where there is no such folder.
    """
    files, problems = find_files(folder)
    ids = article_ids(seed.path for seed in files)
    articles: dict[str, Article] = {}
    for seed in files:
        path = shown(seed.file)
        try:
            draft = _read_file(seed, settings)
            article = _article(draft, ids[seed.path], seed.path)
        except UnreadableError as error:
            problems.append(_warning(path, error.message, error.hint))
            continue
        problems.extend(replace(problem, path=path) for problem in draft.problems)
        first = articles.setdefault(article.digest, article)
        if first is not article:
            copies = (*first.copies, Copy(id=article.id, path=article.path))
            publish = strictest(first.publish, article.publish)
            articles[article.digest] = replace(first, copies=copies, publish=publish)
            text = f"It holds the same text as {shown(folder / first.path)}, so it was left out."
            problems.append(_warning(path, text, "Remove one of the two."))
    if not articles:
        formats = " or ".join(sorted(readers()))
        problems.append(
            _warning(
                shown(folder), "There are no articles in it.", f"Put files into it that end in {formats}."
            )
        )
    return tuple(articles.values()), tuple(problems)


def _read_file(seed: SeedFile, settings: IngestSettings) -> Draft:
    """What the reader of its format makes of a file; raises `UnreadableError` with the reason where nothing."""
    reader = reader_for(seed.file.name)
    assert reader is not None
    try:
        with seed.file.open("rb") as stream:
            content = stream.read(settings.max_bytes + 1)
    except OSError as error:
        raise UnreadableError(f"It cannot be read: {reason(error)}.", "Check its rights.") from error
    if len(content) > settings.max_bytes:
        raise UnreadableError(
            f"It is larger than {settings.max_bytes:,} bytes, so it was left out.",
            "Split it, or raise the option max_bytes.",
        )
    if not content.strip():
        raise UnreadableError("It is empty.", "Put the text of an article into it, or remove it.")
    return reader.read(content)


def _article(draft: Draft, own_id: str, path: str) -> Article:
    """The record of a draft; raises `UnreadableError` where the draft has no text."""
    text = normalise(draft.text)
    if not text:
        raise UnreadableError("It holds no text.", "Put the text of an article into it, or remove it.")
    lines = text.split(PARAGRAPH_BREAK)
    title = find_title(lines, draft.metadata.title, marked=draft.heading)
    return Article(
        id=own_id,
        path=path,
        title=title.text,
        title_origin=title.origin,
        text=text,
        paragraphs=tuple(_paragraphs(lines, title.paragraph)),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        outlet=draft.metadata.outlet,
        published=draft.metadata.published,
        url=draft.metadata.url,
        author=draft.metadata.author,
        language=draft.metadata.language,
        publish=draft.metadata.publish,
    )


def strictest(one: Extent | None, other: Extent | None) -> Extent | None:
    """Of two files with the same text, the one that lets less of it be published decides."""
    order = (None, *Extent)
    return max(one, other, key=order.index)


def _paragraphs(lines: list[str], heading: int | None) -> Iterator[Paragraph]:
    start = 0
    for number, line in enumerate(lines):
        yield Paragraph(span=(start, start + len(line)), heading=number == heading)
        start += len(line) + len(PARAGRAPH_BREAK)


def _warning(path: str, message: str, hint: str) -> Problem:
    return Problem(severity=Severity.WARNING, message=message, path=path, hint=hint)
