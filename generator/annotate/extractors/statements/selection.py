"""Which drafts become statements.

In: all drafts of an article. Out: those that stay, in the order of the text. A text marks a word for one speaker:
of two drafts over the same words the one of the outer cue stays, and nothing inside a quotation is taken for an
utterance of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.annotate.extractors.statements.drafts import Draft
    from generator.annotate.extractors.statements.ground import Ground
    from generator.model.article import Span


def choose(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """Drafts with content, without those nested in others or equal to them."""
    candidates = [draft for draft in drafts if draft.content and not _own_words(ground, draft)]
    candidates.sort(key=lambda draft: (-_size(draft.content), draft.anchor))
    rivals = _rivals(candidates)
    kept: set[int] = set()
    for number, draft in enumerate(candidates):
        others = [candidates[other] for other in rivals[number]]
        nested = any(_holds(outer, draft) and not _holds(draft, outer) for outer in others)
        if not nested and not any(
            _hides(candidates[other], draft) for other in rivals[number] if other in kept
        ):
            kept.add(number)
    return sorted((candidates[number] for number in kept), key=_place)


def _rivals(drafts: list[Draft]) -> list[list[int]]:
    """For each draft the others over the same stretch of text; a sweep, since a long text has thousands."""
    extents = [(*_extent(draft), n) for n, draft in enumerate(drafts)]
    rivals: list[list[int]] = [[] for _ in drafts]
    active: list[tuple[int, int]] = []
    for start, end, number in sorted(extents):
        active = [(other_end, other) for other_end, other in active if other_end > start]
        for _, other in active:
            rivals[number].append(other)
            rivals[other].append(number)
        active.append((max(end, start + 1), number))
    return rivals


def _own_words(ground: Ground, draft: Draft) -> bool:
    """True where the cue is itself quoted, or part of what it is said to mark."""
    return (
        draft.cue is not None
        and draft.rule != "name and colon"
        and (ground.quotation_at(draft.cue[0]) is not None or _covers(draft.content, draft.cue[0]))
    )


def _covers(spans: list[Span], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)


def _holds(outer: Draft, inner: Draft) -> bool:
    return inner is not outer and inner.cue is not None and _covers(outer.content, inner.cue[0])


def _extent(draft: Draft) -> Span:
    spans = [*draft.content, *([draft.cue] if draft.cue else [])]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _place(draft: Draft) -> tuple[int, int]:
    return _extent(draft)[0], draft.anchor


def _size(spans: list[Span]) -> int:
    return sum(end - start for start, end in spans)


def _hides(outer: Draft, inner: Draft) -> bool:
    """True where the inner cue, or most of the inner content, is part of what the outer one says."""
    if _holds(outer, inner):
        return True
    shared = sum(max(0, min(e, b) - max(s, a)) for s, e in outer.content for a, b in inner.content)
    return 2 * shared > _size(inner.content)
