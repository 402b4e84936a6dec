"""The same quotation in several articles.

In: resolved statements. Out: the same statements, each group of equal or near-equal quotations told: its first member
with a known speaker lists the others, and these point to it. Candidates share a run of five words, so that the work grows with the text
and not with its square; a run that very many statements share is a formula and finds nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from generator.model.findings import Mode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from generator.model.corpus import ActorStatement

WORDS = 6
"""Fewest words of a quotation that can be recognised: shorter ones are formulas."""
RUN = 5
"""Words in a run that two quotations must share to be compared."""
CROWD = 40
"""Most statements that one run may bring together."""
ALIKE = 90.0
"""Least similarity in per cent, with the order of the words."""
QUOTED = re.compile(r"[“«\"]([^“”«»\"]+)[”»\"]")


def mark_repeats(statements: Sequence[ActorStatement]) -> tuple[ActorStatement, ...]:
    """The statements in their order, groups of repeated quotations marked.

    Two statements are the same where their quoted words are alike and their speakers do not differ; two known
    speakers who said the same words made two statements. Repetitions within one article are left alone: there the
    author repeats.
    """
    words = {number: quoted for number, one in enumerate(statements) if (quoted := quoted_words(one))}
    parent = {number: number for number in words}

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    texts = {number: " ".join(quoted) for number, quoted in words.items()}
    for a, b in _candidates(words):
        one, other = statements[a], statements[b]
        if one.article == other.article or root(a) == root(b) or one.negated != other.negated:
            continue
        if one.speaker and other.speaker and one.speaker != other.speaker:
            continue
        if fuzz.ratio(texts[a], texts[b], score_cutoff=ALIKE):
            first, last = sorted((root(a), root(b)))
            parent[last] = first
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in words:
        groups[root(number)].append(number)
    return _marked(statements, groups.values(), ())


def mark_copied(
    statements: Sequence[ActorStatement], stands_for: Mapping[str, str]
) -> tuple[ActorStatement, ...]:
    """The same, what copies of one text say in the same words marked as well, reported speech too.

    `stands_for` gives the article that stands for each copy. Who speaks must not differ where both are known.
    """
    texts = set(stands_for.values())
    if not texts:
        return tuple(statements)
    groups = {one.id: [number] for number, one in enumerate(statements) if one.same_as is None}
    head = {one.id: one.same_as or one.id for one in statements}
    for number, one in enumerate(statements):
        if one.same_as is not None:
            groups[one.same_as].append(number)
    firsts: defaultdict[object, list[tuple[str, ActorStatement]]] = defaultdict(list)
    for one in statements:
        text = stands_for.get(one.article, one.article)
        if text not in texts:
            continue
        words = " ".join(" ".join(part.quote.casefold().split()) for part in one.content)
        known = firsts[text, one.speaker, one.negated]
        same = next(
            (
                other
                for its, other in known
                if other.article != one.article and fuzz.ratio(its, words, score_cutoff=ALIKE)
            ),
            None,
        )
        if same is None:
            known.append((words, one))
            continue
        old, new = head[one.id], head[same.id]
        if old != new:
            groups[new] += groups.pop(old)
            head.update((statements[number].id, new) for number in groups[new])
    return _marked(statements, groups.values(), stands_for)


def _marked(
    statements: Sequence[ActorStatement], groups: Iterable[Sequence[int]], copies: Collection[str]
) -> tuple[ActorStatement, ...]:
    """The one that stands for a group is the first whose speaker is known, of a text that is no copy where there is one."""
    marked = list(statements)
    for members in groups:
        first = min(
            members,
            key=lambda number: (
                statements[number].speaker is None,
                statements[number].article in copies,
                number,
            ),
        )
        others = [number for number in sorted(members) if number != first]
        repeats = tuple(statements[number].id for number in others)
        marked[first] = replace(marked[first], repeats=repeats, same_as=None)
        for number in others:
            marked[number] = replace(marked[number], repeats=(), same_as=statements[first].id)
    return tuple(marked)


def quoted_words(statement: ActorStatement) -> tuple[str, ...]:
    """The words in quotation marks, folded; nothing for reported speech and for a few words."""
    if statement.mode is Mode.INDIRECT:
        return ()
    content = " ".join(one.quote for one in statement.content)
    quoted = " ".join(QUOTED.findall(content)) if statement.mode is Mode.MIXED else content
    words = tuple(re.findall(r"[^\W_]+", quoted.casefold().replace("’", "'").replace("'", "")))
    return words if len(words) >= WORDS else ()


def _candidates(words: dict[int, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs that share a run of words, each once, in order."""
    runs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quoted in words.items():
        for run in dict.fromkeys(quoted[at : at + RUN] for at in range(len(quoted) - RUN + 1)):
            runs[run].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in runs.values():
        if len(members) <= CROWD:
            pairs.update((a, b) for place, a in enumerate(members) for b in members[place + 1 :])
        else:
            # Very many copies of one quotation: each is held against the first one.
            pairs.update((members[0], b) for b in members[1:])
    yield from sorted(pairs)
