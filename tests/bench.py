"""Measures speed and quality; `make bench` runs it, docs/quality.md records what it prints.

In: this project, and a folder with `evaluate.py` and public annotated data where there is one. Out: one line a figure.
Not a test: figures depend on the machine, and quality is judged by people who know what changed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.comparison_bench import measure_copies, measure_pages, measure_scale

ROOT = Path(__file__).resolve().parent.parent
TASKS = ("keywords", "actors", "statements", "dates")
COMMAND = str(Path(sys.executable).with_name("dossier"))
BUILDS = 5
MANY = 10_000
"""Invented articles that are compared."""
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
    parser.add_argument("--timelines", action="store_true", help="measure the dates of events alone")
    options = parser.parse_args()
    if options.timelines:
        measure_timelines(options.eval / "data" / "timelines2015", COMMAND)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure_builds(Path(folder) / "dossier", large=options.large)
    measure_scale(MANY)
    measure_pages(MANY)
    wikinews = options.eval / "data" / "wikinews_en" / "dev.jsonl"
    if wikinews.is_file():
        measure_copies(wikinews)
        measure_copies(wikinews, harsh=True)
    script = options.eval / "evaluate.py"
    if not script.is_file():
        print(f"no evaluate.py in {options.eval}: quality is not measured")
        return
    for task in TASKS:
        subprocess.run(
            [sys.executable, script, task, "--cli", COMMAND, "--limit", str(options.limit)],
            cwd=ROOT,
            check=False,
        )
    measure_timelines(options.eval / "data" / "timelines2015", COMMAND)


def measure_timelines(data: Path, command: str) -> None:
    """Dates of events in Wikinews against the timelines of SemEval-2015 task 4, where its folder is found.

    Two counts. *Dates*: of the dated event mentions in whose sentence we read a date, how often the nearest one is the
    annotated value, or holds it or lies in it. *Events*: the same for those that are a trigger of an event of ours
    with a date.
    """
    if not (data / "timelines_dev.jsonl").is_file():
        print(f"no timelines in {data}: dates of events are not measured")
        return
    documents = {one["id"]: one for one in _lines(data / "dev.jsonl")}
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for key, one in documents.items():
            (seeds / f"{key}.txt").write_text(
                f"---\ndate: {one['date']}\n---\n\n{one['text']}", encoding="utf-8"
            )
        output = Path(folder) / "out.json"
        subprocess.run(
            [command, "extract", seeds, "--output", output], cwd=ROOT, check=True, capture_output=True
        )
        articles = {Path(one["path"]).stem: one for one in json.loads(output.read_bytes())["articles"]}
    counts: Counter[str] = Counter()
    # One event may stand in the timelines of several actors.
    mentions = {
        (one["doc"], one["start"], one["end"]): event["date"]
        for line in _lines(data / "timelines_dev.jsonl")
        for event in line["events"]
        for one in event["mentions"]
        if event["date"][:4].isdigit() and "start" in one
    }
    for (key, start, end), value in sorted(mentions.items()):
        article, words = articles[key], documents[key]["text"]
        # The texts hold one sentence a line; ours may be unwrapped.
        opening, close = words.rfind("\n", 0, start) + 1, words.find("\n", end)
        place = article["text"].find(words[opening : close if close >= 0 else None].strip())
        if place < 0:
            continue
        shift = place - opening
        counts["mentions"] += 1
        _compare(article, (start + shift, end + shift), value.split("-XX")[0], counts)
    for what in ("dates", "events"):
        met, exact, fitting = (counts[f"{what} {kind}"] for kind in ("met", "exact", "fitting"))
        print(f"timelines2015 {what}: of {counts['mentions']} {met} met, {exact} exact, {fitting} compatible")


def _compare(article: dict[str, Any], span: tuple[int, int], value: str, counts: Counter[str]) -> None:
    dates = {tuple(one["span"]): one for one in article["dates"] if one["earliest"] and one["latest"]}
    sentence = next(
        (one["span"] for one in article["sentences"] if one["span"][0] <= span[0] < one["span"][1]), (0, 0)
    )
    near = [one for key, one in dates.items() if sentence[0] <= key[0] < sentence[1]]
    nearest = min(near, key=lambda one: abs(one["span"][0] - span[0]), default=None)
    event = next(
        (
            one
            for one in article["events"]
            if one["date"]["span"]
            and one["trigger"]["span"][0] < span[1]
            and span[0] < one["trigger"]["span"][1]
        ),
        None,
    )
    dated = dates.get(tuple(event["date"]["span"])) if event is not None else None
    for what, found in (("dates", nearest), ("events", dated)):
        if found is not None:
            counts[f"{what} met"] += 1
            counts[f"{what} exact"] += found["value"] == value
            inside = found["earliest"] <= value + "-99" and found["latest"] >= value
            counts[f"{what} fitting"] += inside


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


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
