"""The command `dossier`: the pipeline without a site engine.

In: arguments. Out: files, messages on standard error and an exit code. Results alone go to standard output, so that the
command can stand in a pipe.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import GeneratorError, Problem, SettingsError, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.config import Project
    from generator.pipeline import Compiled

PATIENCE = 1.0
"""Seconds between two lines of progress on a terminal; ten times as many in a log."""
STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}

EXIT_CODES = """\b
Exit codes:
  0  done
  1  failed: an error in the project or in an article, or a warning under --strict
  2  the command was called wrongly
  130  interrupted"""


class Command(click.Group):
    """A group that turns a user's mistake or an interrupt into one line."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; exits with 1 on `GeneratorError` and with 130 on an interrupt, as shells expect."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nInterrupted.", err=True)
            ctx.exit(130)
        except GeneratorError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Command, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-dossier", prog_name="dossier")
@click.option("-q", "--quiet", is_flag=True, help="Print results, warnings and errors only.")
@click.pass_context
def main(ctx: click.Context, *, quiet: bool) -> None:
    r"""Compile a folder of articles into a dossier.

    The site itself is built by `mkdocs build`; this command gives the same data without a site.

    \b
    Examples:
      dossier check                                are articles and options in order?
      dossier extract seeds --output dossier.json  everything that was found, as JSON
      dossier write out                            pages, data and charts as real files
    """
    ctx.obj = quiet


@main.command(epilog=EXIT_CODES)
@click.argument("seeds", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--output", required=True, metavar="FILE", help="File to write; - is standard output.")
@click.option(
    "--project",
    type=click.Path(exists=True, path_type=Path),
    help="Folder of an mkdocs.yml whose options count; without it the defaults do, and nothing is cached.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings; the file is written all the same.")
@click.pass_obj
def extract(quiet: bool, seeds: Path, output: str, project: Path | None, strict: bool) -> None:  # noqa: FBT001
    r"""Write all that the articles in SEEDS say as one JSON document.

    \b
    Examples:
      dossier extract seeds --output dossier.json
      dossier extract seeds -o - | jq '.actors[].name'
      dossier extract seeds -o dossier.json --project .
    """
    from dataclasses import replace

    from generator.pipeline import compile_corpus, data_of
    from generator.settings import RunSettings, Settings

    found = _project(project) if project else None
    settings = found.settings if found else Settings(run=RunSettings(cache=""))
    progress = Progress(quiet=quiet)
    # The seeds are the ones named here, the cache is the project's.
    run = (
        replace(settings.run, cache=str(found.folder / settings.run.cache))
        if found and settings.run.cache
        else settings.run
    )
    compiled = compile_corpus(replace(settings, seeds=str(seeds), run=run), Path(), progress)
    progress.close()
    code = report(compiled.problems, quiet=quiet, strict=strict)
    data = data_of(compiled.corpus)
    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        _write_whole(Path(output), data)
        note(f"{output}: {_contents(compiled)}", quiet=quiet)
    sys.exit(code)


@main.command(epilog=EXIT_CODES)
@click.argument("project", default=".", type=click.Path(exists=True, path_type=Path))
@click.option("--strict", is_flag=True, help="Fail on warnings too, as `mkdocs build --strict` does.")
@click.pass_obj
def check(quiet: bool, project: Path, strict: bool) -> None:  # noqa: FBT001
    r"""Verify the articles and options of PROJECT, and build nothing.

    Reads every article, finds all there is to find, and verifies that every quotation stands in its article. PROJECT is
    the folder of mkdocs.yml; without it, the current one.

    \b
    Examples:
      dossier check
      dossier check ../other-dossier --strict
    """
    from generator.pipeline import compile_corpus

    found = _project(project)
    progress = Progress(quiet=quiet)
    compiled = compile_corpus(found.settings, found.folder, progress)
    progress.close()
    code = report((*_unknown_options(found, project), *compiled.problems), quiet=quiet, strict=strict)
    note(f"{_contents(compiled)}; every quotation stands in its article.", quiet=quiet)
    sys.exit(code)


@main.command(epilog=EXIT_CODES)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--project", default=".", type=click.Path(exists=True, path_type=Path), help="Folder of mkdocs.yml."
)
@click.option(
    "--links",
    type=click.Choice(["source", "directory", "file"]),
    default="source",
    show_default=True,
    help="How pages address each other: x.md, x/ or x.html.",
)
@click.option(
    "--force", is_flag=True, help="Replace edited files, and write into a folder that is not empty."
)
@click.option("--strict", is_flag=True, help="Fail on warnings; the files are written all the same.")
@click.pass_obj
def write(quiet: bool, folder: Path, project: Path, links: str, force: bool, strict: bool) -> None:  # noqa: FBT001
    r"""Write the generated pages, assets and downloads to DIR as real files.

    For another site engine, or for reading the Markdown. A second run replaces what the first one wrote, removes what
    is no longer generated, and refuses to touch files that were edited or that it did not write.

    \b
    Examples:
      dossier write out
      dossier write ../site/docs --links directory
    """
    from dataclasses import replace

    from generator.pipeline import compile_corpus, compile_site
    from generator.settings import Links
    from generator.writer import write_site

    found = _project(project)
    progress = Progress(quiet=quiet)
    compiled = compile_corpus(found.settings, found.folder, progress)
    progress.close()
    code = report((*_unknown_options(found, project), *compiled.problems), quiet=quiet, strict=strict)
    settings = replace(found.settings, present=replace(found.settings.present, links=Links(links)))
    written = write_site(compile_site(compiled.corpus, settings), folder, force=force)
    note(
        f"{folder}: {written.files} files, {written.changed} of them new or changed, {written.removed} removed",
        quiet=quiet,
    )
    sys.exit(code)


class Progress:
    """Says on standard error how far a long analysis is: on a terminal in one line that changes."""

    def __init__(self, *, quiet: bool) -> None:
        """Silent when `quiet`."""
        self._quiet = quiet
        self._start = self._last = time.monotonic()
        self._line = False

    def __call__(self, done: int, total: int) -> None:
        """Called after each analysed article."""
        now = time.monotonic()
        terminal = sys.stderr.isatty()
        if self._quiet or (now - self._last < (PATIENCE if terminal else 10 * PATIENCE)):
            return
        self._last = now
        rate = done / (now - self._start)
        text = f"{done} of {total} articles analysed, {rate:.1f} a second, {(total - done) / rate:.0f} s left"
        click.echo(f"\r\033[K{text}" if terminal else text, err=True, nl=not terminal)
        self._line = terminal

    def close(self) -> None:
        """Clears the line."""
        if self._line:
            click.echo("\r\033[K", err=True, nl=False)
            self._line = False


def report(problems: Iterable[Problem], *, quiet: bool, strict: bool) -> int:
    """Prints problems; the exit code they call for."""
    problems = tuple(problems)
    for problem in problems:
        if not (quiet and problem.severity is Severity.INFO):
            label = click.style(problem.severity.value, fg=STYLES[problem.severity])
            click.echo(f"{label}: {problem}", err=True)
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(problem.severity in failing for problem in problems))


def note(text: str, *, quiet: bool) -> None:
    """Says what was done."""
    if not quiet:
        click.echo(text, err=True)


def _project(path: Path) -> Project:
    """The project at a path. MkDocs is imported only by the commands that need it."""
    from generator.config import read_project

    return read_project(path)


def _unknown_options(project: Project, path: Path) -> Iterable[Problem]:
    name = str(path / "mkdocs.yml" if path.is_dir() else path)
    for warning in project.warnings:
        yield Problem(severity=Severity.WARNING, path=name, message=warning)


def _contents(compiled: Compiled) -> str:
    corpus = compiled.corpus
    counts = {
        "article": len(corpus.articles),
        "actor": len(corpus.actors),
        "statement": len(corpus.statements),
    }
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items())


def _write_whole(path: Path, data: bytes) -> None:
    r"""Writes beside the file and renames, so that no reader meets half a document."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise SettingsError(f"{path} cannot be written: {error.strerror}.") from error


if __name__ == "__main__":
    main()
