"""The dossier as an MkDocs plugin.

In: MkDocs' events. Out: generated pages and assets beside the hand-written ones, and our problems in MkDocs' log, where
`--strict` counts them. This and `config` alone know MkDocs, so that another site engine costs two modules.
"""

from __future__ import annotations

import gzip
import logging
import os
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from generator.config import DossierConfig, refuse_overlap, settings_from
from generator.errors import GeneratorError, Problem, Severity
from generator.front_matter import page_source, placed_in
from generator.pipeline import compile_corpus, compile_site, head_lines, lost_page, search_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as WrittenPage

    from generator.model.site import Asset, Page, Site
    from generator.settings import Settings

log = get_plugin_logger("dossier")

LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}
THEMES_ICON = "assets/images/favicon.png"
LOST = "<h1>404 - Not found</h1>"
"""All that the theme says at an address where nothing is."""
EVERY = 50
"""Articles analysed between two lines of progress."""


class DossierPlugin(BasePlugin[DossierConfig]):
    """Turns the folder of seeds into pages."""

    _settings: Settings
    _folder: Path
    _written: dict[str, tuple[str, str]]
    """Pages that people wrote, by address: title and HTML."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Nothing to do: that this event is defined makes MkDocs keep the plugin, with its model, between rebuilds."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Fixes the settings of this build; fails on options that cannot be used."""
        # Relative where that is short: messages name files from where the user stands.
        folder = Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
        self._written = {}
        self._folder = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
        if self.config.offline:
            open_from_disk(config)
        self._settings = settings_from(
            self.config,
            title=config.site_name,
            directory_urls=config.use_directory_urls,
            address=config.site_url,
        )
        try:
            refuse_overlap(self._folder, self._settings, docs=config.docs_dir, site=config.site_dir)
        except GeneratorError as error:
            raise PluginError(f"dossier: {error}") from error
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Reads the seeds and adds all that is generated from them."""
        try:
            compiled = compile_corpus(self._settings, self._folder, report_progress)
            site = compile_site(compiled.corpus, self._settings)
        except GeneratorError as error:
            raise PluginError(f"dossier: {error}") from error
        for problem in compiled.problems:
            report(problem)
        hand_over(site, files, config)
        return files

    def on_page_content(self, html: str, /, *, page: WrittenPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them by name
        """Keeps what people wrote for the search."""
        if page.file.generated_by is None and not (page.meta.get("search") or {}).get("exclude"):
            self._written[page.url] = (str(page.title or ""), html)
        return html

    def on_post_page(self, output: str, /, *, page: WrittenPage, config: MkDocsConfig) -> str:
        """Lets every page say in its head what it is."""
        told = page.meta.get("description")
        lines = head_lines(
            title=unescape(str(page.title or config.site_name)),
            site=config.site_name,
            description=unescape(str(told or config.site_description or "")),
            kind="website" if page.is_homepage else "article",
            url=page.canonical_url or "",
            robots=self._settings.present.robots,
            feed=get_relative_url("feed.json", page.url),
        )
        return output.replace("</head>", f"{lines}</head>", 1)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes it by name
        """Takes the day of the build out of the sitemap: it is no fact about a page, and makes two builds differ.

        The theme's page for addresses where nothing is leads nowhere; ours leads on. One that a user made is kept.
        """
        if template_name == "404.html":
            return output_content.replace(LOST, lost_page(self._settings), 1)
        if template_name == "sitemap.xml" and "SOURCE_DATE_EPOCH" not in os.environ:
            return re.sub(r"\s*<lastmod>.*?</lastmod>", "", output_content)
        return output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Tells the search of the pages that people wrote; packs the sitemap again without the time of the build."""
        told = search_pages(self._written)
        Path(config.site_dir, told.path).write_bytes(told.content)
        packed = Path(config.site_dir, "sitemap.xml.gz")
        if packed.is_file() and "SOURCE_DATE_EPOCH" not in os.environ:
            packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), mtime=0))

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs passes it by name
        builder: Callable[..., None],  # noqa: ARG002 - likewise
    ) -> LiveReloadServer:
        """A change to a seed, or to a theme lexicon of the user's own, rebuilds the site."""
        seeds = self._folder / self._settings.seeds
        if seeds.is_dir():
            server.watch(str(seeds))
        themes = self._settings.annotate.themes
        if themes and (self._folder / themes).is_file():
            server.watch(str(self._folder / themes))
        return server


def open_from_disk(config: MkDocsConfig) -> None:
    """Addresses end in files, and pages are loaded whole: a browser fetches nothing for a page on a disk.

    No server is there to show a page in the place of one that is missing.
    """
    config.theme.static_templates.discard("404.html")
    config.use_directory_urls = False
    features = config.theme.get("features") or []
    config.theme["features"] = [one for one in features if not str(one).startswith("navigation.instant")]


def report(problem: Problem) -> None:
    """Logs a problem where MkDocs counts it."""
    log.log(LEVELS[problem.severity], "%s", problem)


def report_progress(done: int, total: int) -> None:
    """Says how far the analysis is, where it is long enough to ask."""
    if total > EVERY and (done % EVERY == 0 or done == total):
        log.info("%d of %d articles analysed", done, total)


def hand_over(site: Site, files: Files, config: MkDocsConfig) -> None:
    """Gives everything generated to MkDocs; what people wrote stays."""
    for page in site.pages:
        add_page(page, files, config)
    for asset in site.assets:
        add_asset(asset, files, config)
    if config.theme.get("favicon") == THEMES_ICON:
        config.theme["favicon"] = site.icon
    config.extra_css.extend(path for path in site.styles if path not in config.extra_css)
    config.extra_javascript.extend(path for path in site.scripts if path not in config.extra_javascript)


def add_page(page: Page, files: Files, config: MkDocsConfig) -> None:
    """Adds a page, or completes the hand-written one at its path.

    Only hubs may enter the menu: MkDocs renders the whole menu into every page, so that a thousand entries would make
    the build quadratic.
    """
    written = files.get_file_from_path(page.path)
    if written is not None and not written.inclusion.is_excluded():
        text, meta = get_data(written.content_string)
        front = written.content_string[: len(written.content_string) - len(text)] if meta else ""
        written.content_string = front + placed_in(text, page.body)
        if not page.hub:
            written.inclusion = InclusionLevel.NOT_IN_NAV
        return
    if written is not None:
        files.remove(written)
    level = InclusionLevel.INCLUDED if page.hub else InclusionLevel.NOT_IN_NAV
    files.append(File.generated(config, page.path, content=page_source(page), inclusion=level))


def add_asset(asset: Asset, files: Files, config: MkDocsConfig) -> None:
    """Adds a file; one that a person put at its path is kept, and the log says so."""
    if files.get_file_from_path(asset.path) is not None:
        if not asset.yields:
            log.warning("%s in docs/ stands in the place of a generated file, which is left out.", asset.path)
        return
    level = InclusionLevel.NOT_IN_NAV
    files.append(File.generated(config, asset.path, content=asset.content, inclusion=level))
