"""Which drafts become statements.

In: all drafts of an article. Out: those that stay, in the order of the text. Of two drafts over the same words the one
of the outer cue stays. What somebody else is told to have said inside it stays too, and points to the outer one: a
reporting chain. What a speaker says of himself inside his own words is part of these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.drafts import TURNS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.extractors.statements.drafts import Draft
    from generator.annotate.extractors.statements.ground import Ground
    from generator.model.article import Span

UTTERED = frozenset(
    "says claims denies accuses criticises praises warns demands proposes promises concedes asks".split()
)
"""Kinds of what somebody can be told to have said; beliefs, aims and support are told of without any words."""
TOLD = frozenset(
    "clausal complement,fronted clause,as-clause,quotation,according to,described as,called so,urged to,"
    "noun with clause,passive".split(",")
)
"""Constructions that tell of an utterance at second hand."""
CHARGES = frozenset({"accuses", "denies", "warns", "demands"})
"""Kinds of which an object tells too: "had warned of floods"."""
NOBODY = frozenset(
    "i we me us you one anyone anybody everyone everybody someone somebody nobody who others people it".split()
)
"""Speakers inside their own words, and speakers that are nobody in particular."""
OPEN = frozenset("if whether unless".split())
MODALS = frozenset("will would shall should can could may might must wo ca 'll 'd ought".split())


def choose(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """Drafts with content, without those nested in others or equal to them."""
    sound = [draft for draft in drafts if draft.content and not (_in_itself(draft) or _is_put_to(draft))]
    candidates = [draft for draft in sound if not is_quoted(ground, draft)]
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
    chosen = [candidates[number] for number in kept]
    left = [one for number, one in enumerate(candidates) if number not in kept]
    left += [one for one in sound if is_quoted(ground, one)]
    chosen += _told(ground, chosen, sorted(left, key=lambda one: (-_size(one.content), one.anchor)))
    return sorted(chosen, key=_place)


def _told(ground: Ground, kept: list[Draft], others: list[Draft]) -> list[Draft]:
    """Those of the others that stand inside a kept draft or inside each other; larger ones come first."""
    told: list[Draft] = []
    for draft in others:
        around = [
            outer
            for outer in [*kept, *told]
            if _holds(outer, draft) and _shared(draft.content, outer.content)
        ]
        outer = min(around, key=lambda one: _size(one.content), default=None)
        if outer is not None and _by_another(draft, outer) and _made(ground, draft):
            draft.inside = outer
            draft.content = _shared(draft.content, outer.content)
            told.append(draft)
    return told


def _by_another(inner: Draft, outer: Draft) -> bool:
    """True where somebody else is named as the speaker."""
    if inner.speaker is None or inner.speaker.head.lower_ in NOBODY:
        return False
    return outer.speaker is None or inner.speaker.head.lower_ != outer.speaker.head.lower_


def _made(ground: Ground, draft: Draft) -> bool:
    """True where the words are told as spoken: not what somebody would, should or might say, nor a question."""
    if draft.kind not in UTTERED or not (draft.rule in TOLD or draft.kind in CHARGES):
        return False
    if draft.speaker is None or not ground.speakers.is_known(draft.speaker.head):
        return False
    cue = ground.doc[draft.anchor]
    if cue.pos_ in {"VERB", "AUX"} and not _finite(cue):
        return False
    return ground.sentence_at(cue).text.rstrip(" \n\"”’'")[-1:] != "?"


def _finite(verb: Token) -> bool:
    """True for a verb in the present or past with no modal, "to" or "if"; a coordinated one shares what stands before."""
    head = verb
    while head.dep_ == "conj" and head.tag_ == verb.tag_ and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
    parts = [c for one in {verb, head} for c in one.children if c.dep_ in {"aux", "auxpass", "mark"}]
    if any(part.lower_ in MODALS or part.tag_ == "TO" or part.lower_ in OPEN for part in parts):
        return False
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(part.tag_ in {"VBD", "VBZ", "VBP"} for part in parts)


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


def _in_itself(draft: Draft) -> bool:
    """True where the cue is part of what it is said to mark."""
    return draft.cue is not None and draft.rule not in TURNS and _covers(draft.content, draft.cue[0])


def _is_put_to(draft: Draft) -> bool:
    """True where “you” is said to say or think something: it is put to somebody, who has not said it."""
    return draft.speaker is not None and draft.speaker.head.lower_ == "you" and draft.rule not in TURNS


def is_quoted(ground: Ground, draft: Draft) -> bool:
    """True where the cue is itself quoted: then it is somebody's word that somebody said it."""
    return draft.cue is not None and draft.rule not in TURNS and ground.quotation_at(draft.cue[0]) is not None


def _shared(inner: list[Span], outer: list[Span]) -> list[Span]:
    """What two contents have in common; a clause reaches over the attribution of the one around it."""
    return [
        (max(s, start), min(e, end)) for start, end in inner for s, e in outer if max(s, start) < min(e, end)
    ]


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
