"""Measures the theme lexicon against sentences that a reader has labelled.

In: `themes.tsv` beside this file: sentences of English Wikinews with the themes that a reader gave them before the lexicon's
answer was seen. Out: precision and recall by theme, printed by `python -m tests.themes`. Each sentence is read alone, as the
lexicon reads it; a theme with "?" is open to doubt and counts neither way.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tests.annotate.reading import read

DATA = Path(__file__).with_name("themes.tsv")


class Labelled(NamedTuple):
    """A sentence and its themes."""

    sample: str
    sure: frozenset[str]
    open: frozenset[str]
    text: str


def labelled(sample: str | None = None) -> list[Labelled]:
    """The sentences of one sample, or all."""
    rows = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return [
        Labelled(
            number,
            frozenset(one for one in themes.split(", ") if one and not one.endswith("?")),
            frozenset(one[:-1] for one in themes.split(", ") if one.endswith("?")),
            text,
        )
        for number, themes, _, text in rows
        if sample in {None, number}
    ]


def counts(sentences: list[Labelled]) -> dict[str, Counter[str]]:
    """Theme -> how many are right, false and missed."""
    found: dict[str, Counter[str]] = {}
    for one in sentences:
        themes = {word.theme for word in read(one.text)[1].themes}
        for theme in themes | one.sure:
            kind = "missed" if theme not in themes else "right" if theme in one.sure else "false"
            if kind != "false" or theme not in one.open:
                found.setdefault(theme, Counter())[kind] += 1
    return found


def main() -> None:
    """One line a theme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", help="1 or 2; both where not given")
    parser.add_argument("--errors", action="store_true", help="list the sentences that are wrong")
    options = parser.parse_args()
    sentences = labelled(options.sample)
    found = counts(sentences)
    total: Counter[str] = Counter()
    for theme, count in sorted(found.items()):
        total += count
        print(f"{theme:24}{_figures(count)}")
    print(f"{'all':24}{_figures(total)}")
    for one in sentences if options.errors else ():
        article, findings = read(one.text)
        themes = {word.theme for word in findings.themes}
        false, missed = themes - one.sure - one.open, one.sure - themes
        if false or missed:
            words = [article.quote(word.span) for word in findings.themes if word.theme in false]
            print(f"false {sorted(false)} {words} missed {sorted(missed)}: {one.text}")


def _figures(count: Counter[str]) -> str:
    right, false, missed = count["right"], count["false"], count["missed"]
    precision = f"{right / (right + false):.2f}" if right + false else "-"
    recall = f"{right / (right + missed):.2f}" if right + missed else "-"
    return f"P {precision}  R {recall}   ({right} right, {false} false, {missed} missed)"


if __name__ == "__main__":
    main()
