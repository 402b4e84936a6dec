"""Quotations and who said them.

In: a `Ground` and the drafts that the other rules made. Out: the same drafts, with the quotations beside their cues
added. Each quotation of some length goes to the cue right behind it, else to the one before it in its sentence, else
it continues the quotation before; one that none of these explains has no speaker and is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.drafts import TURNS
from generator.annotate.extractors.statements.spans import QUOTES

if TYPE_CHECKING:
    from generator.annotate.extractors.statements.drafts import Draft
    from generator.annotate.extractors.statements.ground import Ground
    from generator.annotate.extractors.statements.marks import Quotation
    from generator.model.article import Span

SPOKEN = 4
"""Fewest words of a quotation that stands on its own; shorter ones are titles and terms."""
WINDOW = 2_000
"""Characters around a quotation within which its cue is looked for: longer sentences are a parser's error."""
NEAR = 160
"""Most characters between a quotation and its cue."""

LONGEST_ATTRIBUTION = 300
"""Most characters of an attribution behind which a quotation goes on in the next paragraph."""


def attach_quotations(ground: Ground, drafts: list[Draft]) -> None:
    """Gives each quotation to a draft, widening the draft's content."""
    outside = [draft for draft in drafts if not _inside(ground, draft)]
    by_place = sorted(outside, key=lambda draft: draft.region[0])
    places = [draft.region[0] for draft in by_place]
    last: Draft | None = None
    last_quotation: Quotation | None = None
    for quotation in ground.quotations:
        near = by_place[
            bisect_left(places, quotation.start - WINDOW) : bisect_left(places, quotation.end + WINDOW)
        ]
        holder = _holder_of(quotation, near)
        if holder is None:
            holder = _after(ground, quotation, near) or _before(ground, quotation, near)
            if (
                holder is None
                and _spoken(ground, quotation)
                and last is not None
                and last_quotation is not None
            ):
                holder = last if _continues(ground, quotation, last_quotation, last) else None
            if holder is not None:
                holder.content.append(quotation.span)
        if holder is not None and (holder.quotable or holder.rule in TURNS):
            last, last_quotation = holder, quotation
        elif _spoken(ground, quotation):
            last = last_quotation = None


def attach_blocks(ground: Ground, drafts: list[Draft]) -> None:
    """Gives the paragraph behind "X wrote:" to that cue, where it stands without quotation marks."""
    paragraphs = ground.article.paragraphs
    text = ground.article.text
    for draft in drafts:
        if not draft.quotable or draft.content or draft.cue is None:
            continue
        number = ground.paragraph_at(draft.cue[0])
        end = paragraphs[number].span[1]
        rest = text[draft.region[1] : end]
        if rest.endswith(":") and len(rest) < NEAR and "." not in rest and number + 1 < len(paragraphs):
            draft.content.append(paragraphs[number + 1].span)
            draft.rule = "block"


def _inside(ground: Ground, draft: Draft) -> bool:
    return draft.cue is not None and ground.quotation_at(draft.cue[0]) is not None


def _spoken(ground: Ground, quotation: Quotation) -> bool:
    """True for some words, or for a whole sentence of few, as in "He left"."""
    words = ground.article.quote(quotation.span)
    if len(words.split()) >= SPOKEN:
        return True
    inner = words.strip(QUOTES + "'’‘` ")
    return len(words.split()) > 1 and inner[:1].isupper() and inner[-1:] in ".?!"


def _holder_of(quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """The draft whose content has more than half of the quotation."""
    size = quotation.end - quotation.start
    for draft in drafts:
        shared = sum(max(0, min(e, quotation.end) - max(s, quotation.start)) for s, e in draft.content)
        if 2 * shared > size:
            return draft
    return None


def _between(ground: Ground, start: int, end: int) -> str:
    return ground.article.text[start:end]


def _after(ground: Ground, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """The cue that follows in the same sentence: “…,” said X."""
    text = ground.article.text
    if not quotation.closed:
        return None
    stop = ground.article.paragraphs[quotation.paragraph].span[1]
    for draft in drafts:
        if not draft.quotable or draft.cue is None or draft.region[0] < quotation.end or draft.cue[1] > stop:
            continue
        gap = text[quotation.end : draft.region[0]]
        if len(gap) > NEAR or any(mark in gap for mark in '.?!;“"') or ":" in gap:
            return None
        last = text[quotation.start : quotation.end].rstrip("\"'’”“»")[-1:]
        ended = last in ",?!.—-" or gap.startswith(",")
        if last in ".?!" and draft.content and draft.rule != "quotation":
            return None
        if last == "." and text[draft.region[0]].isupper() and text[draft.region[0] - 1] != ",":
            return None
        if gap.strip(" ,—–-\u00a0") == "" and (ended or _spoken(ground, quotation)):
            return draft
        if len(gap.split()) <= 3 and ended:
            return draft
        return None
    return None


def _before(ground: Ground, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """The nearest cue before it, with no sentence end between: X said: “…”."""
    best: Draft | None = None
    for draft in drafts:
        if not draft.quotable or draft.cue is None or draft.region[1] > quotation.start:
            continue
        gap = ground.article.text[draft.region[1] : quotation.start]
        colon = gap.rstrip().endswith(":")
        if not _spoken(ground, quotation) and gap.strip(" ,:\n\u00a0") not in {"", "."}:
            continue
        echo = not draft.content and gap.strip(" \u00a0") in {".", ""}
        if len(gap) > NEAR or (_ends_sentence(ground, draft, quotation) and not echo):
            continue
        if "\n" in gap and not colon:
            continue
        if draft.content and not (colon or gap.rstrip().endswith((",", "that")) or len(gap) < 40):
            continue
        best = draft
    return best


def _ends_sentence(ground: Ground, draft: Draft, quotation: Quotation) -> bool:
    gap = ground.article.text[draft.region[1] : quotation.start]
    return any(mark + " " in gap + " " for mark in (".", "?", "!")) and not gap.rstrip().endswith(":")


def _continues(ground: Ground, quotation: Quotation, before: Quotation, draft: Draft) -> bool:
    """True where a quotation goes on: after the attribution, or at the start of the next paragraph."""
    text = ground.article.text
    edge = max(before.end, draft.region[1]) if draft.region[1] <= quotation.start else before.end
    gap = text[edge : quotation.start]
    if quotation.paragraph == before.paragraph:
        return (
            len(gap) <= NEAR
            and _opens_sentence(text, quotation.span)
            and not _sentence_inside(ground, edge, quotation.start)
        )
    start = ground.article.paragraphs[quotation.paragraph].span[0]
    if quotation.paragraph == before.paragraph + 1 and quotation.start == start:
        end = ground.article.paragraphs[before.paragraph].span[1]
        rest = text[before.end : end].strip()
        ends = ground.article.paragraphs[quotation.paragraph].span[1]
        alone = quotation.end >= ends - 2
        return not before.closed or (alone and len(rest) < LONGEST_ATTRIBUTION)
    return False


def _sentence_inside(ground: Ground, start: int, end: int) -> bool:
    """True where a whole sentence of other words stands between two offsets."""
    return any(
        sent.start_char >= start and sent.end_char <= end and any(t.is_alpha for t in sent)
        for sent in ground.sentences[bisect_left(ground.sentences, start, key=lambda one: one.start_char) :][
            :3
        ]
    )


def _opens_sentence(text: str, span: Span) -> bool:
    before = text[max(0, span[0] - 4) : span[0]].rstrip(" \u00a0")[-1:]
    return before in {".", "?", "!", *QUOTES, "\n", ",", ""}
