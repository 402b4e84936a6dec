"""The whole program on one screen: read, annotate, consolidate, verify, publish, present.

In: settings and the project's folder. Out: a corpus whose every quotation was checked, and the site made of it. The
plugin and the command both go through here, so that they cannot tell different things.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import metadata
from typing import TYPE_CHECKING

from generator.annotate.run import annotate
from generator.consolidate import consolidate, verify
from generator.ingest import read_seeds
from generator.lexicons import lexicon_digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.annotate.run import Progress
    from generator.errors import Problem
    from generator.model.corpus import Corpus
    from generator.model.site import Asset, Site
    from generator.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A verified corpus and what the analyst should know about its making."""

    corpus: Corpus
    problems: tuple[Problem, ...]


def compile_corpus(settings: Settings, project: Path, progress: Progress | None = None) -> Compiled:
    """Everything the seeds say; raises `GeneratorError` where nothing sound can be made of them."""
    seeds = project / settings.seeds
    articles, unread = read_seeds(seeds, settings.ingest)
    cache = project / settings.run.cache if settings.run.cache else None
    own = settings.annotate.themes
    # Workers may stand in another folder.
    words = replace(settings.annotate, themes=str((project / own).resolve()) if own else "")
    findings, unanalysed = annotate(articles, words, settings.run, cache, progress)
    corpus = consolidate(articles, findings, versions(settings), settings.compare)
    verify(corpus)
    # Articles know their path inside the seeds folder alone; a user looks for a file from where he stands.
    named = {article.path: (seeds / article.path).as_posix() for article in articles}
    unanalysed = tuple(replace(one, path=named.get(one.path or "", one.path)) for one in unanalysed)
    return Compiled(corpus=corpus, problems=(*unread, *unanalysed))


def compile_site(corpus: Corpus, settings: Settings) -> Site:
    """Pages, charts and downloads of what may be published of a corpus."""
    from generator.present import present, publish

    published = publish(corpus, settings.present)
    if published is not corpus:
        verify(published)
    return present(published, settings.present, settings.title)


def search_pages(written: Mapping[str, tuple[str, str]]) -> Asset:
    """What the search knows of the pages that people wrote; `written` holds title and HTML by address."""
    from generator.present.search import pages_asset
    from generator.present.sections import read_sections

    return pages_asset(
        [row for url in sorted(written) for row in read_sections(written[url][0], url, written[url][1])]
    )


def head_lines(**values: str) -> str:
    """What a page says of itself to those that show a link to it; `values` are the fields of `Head`."""
    from generator.present.head import Head

    return Head(**values).lines()


def lost_page(settings: Settings) -> str:
    """What stands at an address where nothing is, as HTML."""
    from generator.present.lost import lost_page as make

    return make(settings.present)


def versions(settings: Settings) -> tuple[tuple[str, str], ...]:
    """What makes the corpus: program, model, lexicons and the libraries that decide its content."""
    packages = ("mkdocs-dossier", "spacy", settings.annotate.model, "yake", "plotly")
    return (
        *((package.replace("_", "-"), metadata.version(package)) for package in packages),
        ("lexicons", lexicon_digest()[:12]),
    )


def data_of(corpus: Corpus) -> bytes:
    """The corpus as the JSON document that `dossier extract` writes and the site offers for download."""
    from generator.present.downloads import extract_json

    return extract_json(corpus)
