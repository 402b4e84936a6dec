"""What several tests share: the real dossier built once, copies of it to change, and a browser.

In: mkdocs.yml, docs/ and seeds/ of this repository. Out: folders under pytest's own temporary ones; the repository is
never written to.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass(frozen=True)
class Dossier:
    """A copy of a project in a folder of its own."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where it is built."""
        return self.folder / "site"

    @property
    def seeds(self) -> Path:
        """Where its articles lie."""
        return self.folder / "seeds"

    def build(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Runs `mkdocs build` as a user would; the result holds what it printed and its exit code."""
        return run("mkdocs", "build", *options, folder=self.folder)

    def page(self, address: str) -> str:
        """HTML of a built page."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def change_config(self, old: str, new: str) -> None:
        """Replaces words in mkdocs.yml; fails where they are not there."""
        path = self.folder / "mkdocs.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def run(command: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program of this environment in a folder, whatever the search path says."""
    program = Path(sys.executable).with_name(command)
    return subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier of this repository, built strictly once. Tests must not change it."""
    folder = tmp_path_factory.mktemp("dossier")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    dossier = Dossier(folder)
    result = dossier.build("--strict")
    assert result.returncode == 0, result.stderr
    return dossier


@pytest.fixture
def dossier(built: Dossier, tmp_path: Path) -> Dossier:
    """A copy of the built dossier, with its cache, to change."""
    folder = tmp_path / "dossier"
    shutil.copytree(built.folder, folder)
    return Dossier(folder)


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Findings that dossiers of the same texts share, so that each text is analysed once."""
    return tmp_path_factory.mktemp("findings")


@pytest.fixture
def new_dossier(tmp_path: Path, shared_cache: Path) -> Callable[..., Dossier]:
    """Makes an unbuilt dossier out of named seeds, with the theme and options of the first one."""

    def make(seeds: dict[str, str | bytes]) -> Dossier:
        folder = tmp_path / "new"
        (folder / "seeds").mkdir(parents=True)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        shutil.copytree(ROOT / "docs", folder / "docs")
        for name, content in seeds.items():
            data = content if isinstance(content, bytes) else content.encode()
            (folder / "seeds" / name).write_bytes(data)
        dossier = Dossier(folder)
        dossier.change_config("cache: .cache/dossier", f"cache: {shared_cache}")
        return dossier

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium without a window; skips where there is none, and fails instead where CI is set."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        reason = f"no browser: none of {', '.join(BROWSERS)} is installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
