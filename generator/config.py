"""The options of mkdocs.yml, one group a stage.

In: what the user wrote under `plugins: - dossier:`. Out: `Settings`, or errors that name the option, what it holds and
what it may hold. Names and defaults are those of `generator.settings`; docs/guide/options.md explains each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.errors import SettingsError
from generator.model.article import Extent
from generator.settings import (
    AnnotateSettings,
    CompareSettings,
    IngestSettings,
    Links,
    PresentSettings,
    RunSettings,
    Settings,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Whole(BaseConfigOption[int]):
    """A whole number, not smaller than a least one."""

    def __init__(self, default: int, *, least: int) -> None:
        """`least` itself is allowed."""
        super().__init__()
        self.default: int = default
        self._least = least

    def run_validation(self, value: object, /) -> int:
        """The number; raises `ValidationError`, also for `true`, which Python counts as 1."""
        if not isinstance(value, int) or isinstance(value, bool) or value < self._least:
            raise ValidationError(f"Expected a whole number from {self._least}, but it is {value!r}.")
        return value


class Text(BaseConfigOption[str]):
    """A text that fits a pattern."""

    def __init__(self, default: str, *, pattern: str, expected: str) -> None:
        """`expected` says in words what `pattern` allows."""
        super().__init__()
        self.default: str = default
        self._pattern = re.compile(pattern)
        self._expected = expected

    def run_validation(self, value: object, /) -> str:
        """The text; raises `ValidationError`."""
        if not isinstance(value, str) or not self._pattern.fullmatch(value):
            raise ValidationError(f"Expected {self._expected}, but it is {value!r}.")
        return value


class Publishing(BaseConfigOption[Extent]):
    """How much of a text is published."""

    def __init__(self, default: Extent) -> None:
        """Takes the word that holds where the user writes none."""
        super().__init__()
        self.default: Extent = default

    def run_validation(self, value: object, /) -> Extent:
        """The word; raises `ValidationError` for any other."""
        if not isinstance(value, str) or value not in tuple(Extent):
            raise ValidationError(f"Expected {', '.join(Extent)}, but it is {value!r}.")
        return Extent(value)


_INGEST, _ANNOTATE, _RUN, _PRESENT = IngestSettings(), AnnotateSettings(), RunSettings(), PresentSettings()
_COMPARE = CompareSettings()


class IngestOptions(Config):
    """How seeds are read."""

    max_bytes = Whole(_INGEST.max_bytes, least=1)
    """Size in bytes above which a file is left out with a warning."""


class AnnotateOptions(Config):
    """How one article is analysed; a change here analyses every article anew."""

    model = Text(
        _ANNOTATE.model, pattern=r"[A-Za-z_]\w*", expected="the package name of an installed spaCy model"
    )
    """Package of the spaCy model for English."""
    keywords = Whole(_ANNOTATE.keywords, least=1)
    """Keywords kept for an article."""
    keyword_words = Whole(_ANNOTATE.keyword_words, least=1)
    """Most words in a keyword."""
    themes = Text(_ANNOTATE.themes, pattern=r"[^\0]*", expected="a word list, or '' for the program's own")
    """A theme lexicon in place of the program's own, relative to mkdocs.yml."""


class CompareOptions(Config):
    """How articles are held against each other."""

    copy_percent = Whole(_COMPARE.copy_percent, least=1)
    """Per cent of an article's words that must stand in another one, in runs of four, to make it a copy."""
    all_pairs = Whole(_COMPARE.all_pairs, least=0)
    """Number of articles up to which any two have a side-by-side page; beyond it only the nearest ones."""
    most_pairs = Whole(_COMPARE.most_pairs, least=0)
    """Most side-by-side pages where there are more articles than `all_pairs`."""
    related = Whole(_COMPARE.related, least=1)
    """Most articles named as related to one."""


class RunOptions(Config):
    """What changes the speed and never the result."""

    workers = Whole(_RUN.workers, least=0)
    """Worker processes; 0 decides by the amount of text and the processors."""
    cache = Text(_RUN.cache, pattern=r"[^\0]*", expected="a folder, or '' for no cache")
    """Folder of cached findings, relative to mkdocs.yml; '' turns the cache off."""


class PresentOptions(Config):
    """How the site looks."""

    chart_minimum = Whole(_PRESENT.chart_minimum, least=1)
    """Fewest data points worth a chart; below it a sentence says why there is none."""
    sentences_per_page = Whole(_PRESENT.sentences_per_page, least=1)
    """Most sentences that a page holds of a list; its script asks for the others, which are in the data files too."""
    silence_minimum = Whole(_PRESENT.silence_minimum, least=1)
    """Fewest sentences that mention an actor before it is worth a word that it never speaks."""
    network_ties = Whole(_PRESENT.network_ties, least=1)
    """Ties in the first picture of the network; a second one holds twice as many."""
    search_articles = Whole(_PRESENT.search_articles, least=0)
    """Most articles whose whole text the search knows; above it titles, first sentences, keywords and actors."""

    count = Text(_PRESENT.count, pattern="independent|articles", expected="independent or articles")
    """What numbers of articles count: independent ones, or all, copies among them."""
    robots = Text(_PRESENT.robots, pattern="index|noindex", expected="index or noindex")
    """Whether search engines may list the pages."""
    publish = Publishing(_PRESENT.publish)
    """How much of an article is published where its own file does not say: full, excerpt or link."""


class DossierConfig(Config):
    """All options of the plugin `dossier`."""

    seeds = Text(Settings().seeds, pattern=r"[^\0]+", expected="the folder of the articles")
    """Folder of the articles, relative to mkdocs.yml."""
    offline = c.Type(bool, default=False)
    """True makes a site that opens from a disk: every address ends in a file, and nothing is fetched."""
    ingest = c.SubConfig(IngestOptions)
    """Reading: files and their formats."""
    annotate = c.SubConfig(AnnotateOptions)
    """Analysing one article."""
    compare = c.SubConfig(CompareOptions)
    """Comparing the articles."""
    run = c.SubConfig(RunOptions)
    """Processes and cache."""
    present = c.SubConfig(PresentOptions)
    """Pages and charts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A dossier as its mkdocs.yml describes it."""

    folder: Path
    """Folder of mkdocs.yml as the user named it; every path of the options is counted from it."""
    settings: Settings
    warnings: tuple[str, ...] = ()
    """Options that are not known, or deprecated."""


def read_project(path: Path) -> Project:
    """The project at a folder or at its mkdocs.yml, without loading theme and plugins.

    Raises `SettingsError` where there is none, where it does not use the plugin, or where an option is wrong.
    """
    path = path / "mkdocs.yml" if path.is_dir() else path
    try:
        with path.open("rb") as file:
            site = yaml_load(file)
    except OSError as error:
        raise SettingsError(
            f"{path}: {error.strerror}. Name the folder of a dossier's mkdocs.yml."
        ) from error
    except ConfigurationError as error:
        raise SettingsError(f"{path}: {error}") from error
    except Exception as error:
        # Material's own tags (`!!python/name:...`) import modules, which can fail in any way.
        raise SettingsError(f"{path}: {' '.join(str(error).split())}") from error
    config = DossierConfig(config_file_path=str(path))
    config.load_dict(_options(site, path))
    failed, warned = config.validate()
    if failed:
        reasons = "; ".join(f"option “{key}”: {error}" for key, error in failed)
        raise SettingsError(f"{path}: {reasons}")
    settings = settings_from(
        config,
        title=str(site.get("site_name") or "Dossier"),
        directory_urls=site.get("use_directory_urls") is not False and not config.offline,
        address=site.get("site_url"),
    )
    refuse_overlap(
        path.parent,
        settings,
        docs=str(site.get("docs_dir") or "docs"),
        site=str(site.get("site_dir") or "site"),
    )
    warnings = tuple(f"option “{key}”: {message}" for key, message in warned)
    return Project(folder=path.parent, settings=settings, warnings=warnings)


def settings_from(
    config: DossierConfig, *, title: str, directory_urls: bool, address: object = None
) -> Settings:
    """The frozen settings that validated options stand for."""
    root = f"{address.rstrip('/')}/" if isinstance(address, str) and address else ""
    return Settings(
        title=title,
        seeds=config.seeds,
        ingest=IngestSettings(**_values(config.ingest)),
        annotate=AnnotateSettings(**_values(config.annotate)),
        compare=CompareSettings(**_values(config.compare)),
        run=RunSettings(**_values(config.run)),
        present=PresentSettings(
            **_values(config.present),
            links=Links.DIRECTORY if directory_urls else Links.FILE,
            address=root,
        ),
    )


def refuse_overlap(folder: Path, settings: Settings, *, docs: str, site: str) -> None:
    """Raises `SettingsError` where seeds lie in a folder that MkDocs publishes or empties, or the other way round."""
    seeds = (folder / settings.seeds).resolve()
    for option, name in (("docs_dir", docs), ("site_dir", site)):
        other = (folder / name).resolve()
        if seeds == other or seeds in other.parents or other in seeds.parents:
            raise SettingsError(
                f"The option “seeds” ({settings.seeds}) and {option} ({name}) lie in each other. "
                "Keep the articles in a folder of their own."
            )


def _options(site: object, path: Path) -> dict[str, Any]:
    plugins = site.get("plugins") if isinstance(site, dict) else None
    entries = plugins.items() if isinstance(plugins, dict) else map(_entry, plugins or ())
    for name, options in entries:
        if name == "dossier":
            if not isinstance(options, dict | None):
                raise SettingsError(f"{path}: the options of “dossier” must be names with values.")
            return options or {}
    raise SettingsError(f"{path} does not list “dossier” under plugins.")


def _entry(plugin: object) -> tuple[object, object]:
    """Name and options of one item of the list `plugins`."""
    if isinstance(plugin, dict) and len(plugin) == 1:
        return cast("tuple[object, object]", next(iter(plugin.items())))
    return plugin, None


def _values(options: Config) -> Mapping[str, Any]:
    """Values of the known options: unknown ones were warned about and are passed over."""
    known = {name for name, _ in options._schema}  # noqa: SLF001 - MkDocs offers no public list of a config's options
    return {name: value for name, value in options.data.items() if name in known}
