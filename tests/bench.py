"""Measures speed and quality; `make bench` runs it, docs/quality.md records what it prints.

In: this project, and a folder with `evaluate.py` and public annotated data where there is one. Out: one line a figure.
Not a test: figures depend on the machine, and quality is judged by people who know what changed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TASKS = ("keywords", "actors", "statements", "dates")
BUILDS = 5
COPIES = 100
"""Times each seed is laid beside itself, with a line changed, to measure a larger dossier."""


def main() -> None:
    """Prints speed, then quality where data are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--eval", type=Path, default=ROOT.parent / "shared" / "eval", help="folder of evaluate.py"
    )
    parser.add_argument("--limit", type=int, default=60, help="articles a task")
    parser.add_argument(
        "--large", action="store_true", help=f"also build a dossier of {COPIES} copies of each seed"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure_builds(Path(folder) / "dossier", large=options.large)
    script = options.eval / "evaluate.py"
    if not script.is_file():
        print(f"no evaluate.py in {options.eval}: quality is not measured")
        return
    command = str(Path(sys.executable).with_name("dossier"))
    for task in TASKS:
        subprocess.run(
            [sys.executable, script, task, "--cli", command, "--limit", str(options.limit)],
            cwd=ROOT,
            check=False,
        )


def measure_builds(folder: Path, *, large: bool) -> None:
    """Seconds of a build without and with its cache."""
    folder.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    print(f"cold build {build(folder):.1f} s")
    print(f"second build {min(build(folder) for _ in range(BUILDS)):.1f} s (best of {BUILDS})")
    if large:
        for seed in list((folder / "seeds").glob("*.txt")):
            text = seed.read_text(encoding="utf-8")
            for number in range(COPIES):
                (folder / "seeds" / f"{seed.stem}-{number}.txt").write_text(
                    f"{text}\n\nCopy {number}.\n", encoding="utf-8"
                )
        count = len(list((folder / "seeds").glob("*.txt")))
        print(f"{count} articles: cold build {build(folder):.1f} s, second build {build(folder):.1f} s")


def build(folder: Path) -> float:
    """Seconds that `mkdocs build` takes from start to end."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, check=True, capture_output=True
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
