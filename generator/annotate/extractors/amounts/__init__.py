"""Finds the numbers of a text and what they count.

In: the doc, the dates and the mentions found in it. Out: `Amount` records: value or bounds, unit, the noun that is counted and
the verb that is said of it. Dates, clock times, ages, scores and the figures in names are no amounts.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.annotate.extractors.amounts.counted import counted_by, done_to, name_of
from generator.annotate.extractors.amounts.values import (
    bound_before,
    loosened,
    number_length,
    other_end,
    unit_after,
    unit_before,
    value_of,
)
from generator.annotate.reading import Extractor, span_of
from generator.model.findings import Amount, Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from generator.annotate.reading import Reading
    from generator.model.article import Span
    from generator.model.findings import DateRef, Mention

MEASURES = frozenset(
    "year month week day hour minute second decade century time night season age o'clock am pm".split()
)
"""Lengths of time and repetitions: they count nothing that two articles would give differently, but dates."""


def find_amounts(reading: Reading) -> tuple[Amount, ...]:
    """Numbers in the order of the text; none overlaps another."""
    mentions: tuple[Mention, ...] = reading.found["mentions"]
    dates: tuple[DateRef, ...] = reading.found["dates"]
    taken = [one.span for one in mentions if one.form is Form.NAME] + [one.span for one in dates]
    dated: dict[str, list[Span]] = {}
    for one in dates:
        inside = next((s.id for s in reading.sentences if s.span[0] <= one.span[0] < s.span[1]), "")
        dated.setdefault(inside, []).append(one.span)
    found: list[Amount] = []
    seen: dict[str, int] = {}
    after = 0
    for sentence in reading.sentences:
        only = dated.get(sentence.id, [])
        tokens = [token for token in _tokens(reading.doc, sentence.span) if not token.is_space]
        at = 0
        while at < len(tokens):
            length = number_length(tokens, at)
            named = length and any(
                start < tokens[at + length - 1].idx + 1 and tokens[at].idx < end for start, end in taken
            )
            if length and not named and tokens[at].idx >= after:
                amount = _amount(reading, tokens, at, length, only[0] if len(only) == 1 else None, seen)
                if amount is not None:
                    found.append(amount)
                    after = amount.span[1]
            at += max(length, 1)
    return tuple(found)


def _tokens(doc: Doc, span: Span) -> Sequence[Token]:
    found = doc.char_span(*span, alignment_mode="expand")
    return list(found) if found is not None else []


def _amount(
    reading: Reading, tokens: Sequence[Token], at: int, length: int, date: Span | None, seen: dict[str, int]
) -> Amount | None:
    words = tokens[at : at + length]
    value = value_of(words)
    if value is None or _no_amount(tokens, at, length):
        return None
    low, high, rule = value[0], value[1], "number"
    start, last = words[0], words[-1]
    bound = bound_before(tokens, at)
    unit = unit_before(tokens, at)
    if unit is not None:
        start = tokens[at - 1]
        bound = bound or bound_before(tokens, at - 1)
    end = at + length
    if unit is None:
        unit, size = unit_after(tokens, end)
        last = tokens[end + size - 1] if size else last
        end += size
    second = other_end(tokens, at, end)
    if second is not None:
        high, last, rule = second[0], second[1], "range"
    counted = counted_by(words[-1], last, unit)
    if counted is None and unit is None:
        return None
    if counted is not None and counted.lemma_.lower() in MEASURES:
        return None
    low_, high_ = loosened(low, high, bound.kind if bound else None)
    span = (bound.start if bound else start.idx, last.idx + len(last))
    text = reading.article.text[span[0] : span[1]]
    seen[text] = seen.get(text, 0) + 1
    digest = hashlib.sha256(f"{reading.article.id}\0{text}\0{seen[text]}".encode()).hexdigest()
    return Amount(
        id=f"qu-{digest[:10]}",
        span=span,
        lo=low_,
        hi=high_,
        unit=unit,
        counted=name_of(counted) if counted is not None else None,
        counted_span=span_of(counted) if counted is not None else None,
        done=done_to(counted if counted is not None else last),
        bound=bound.words if bound else None,
        date=date,
        rule=rule if unit is None else f"{rule} with unit",
    )


def _no_amount(tokens: Sequence[Token], at: int, length: int) -> bool:
    """Ages, years, scores, clock times and numbers of things ("Article 5", "Boeing 737")."""
    before = tokens[at - 1] if at else None
    after = tokens[at + length] if at + length < len(tokens) else None
    number = tokens[at]
    if before is not None and (
        (before.text in {"-", "–", ":", "/", "No.", "#"} and before.idx + len(before) == number.idx)
        or (
            before.lower_ in {"aged", "age", "no.", "number", "of"}
            and number.text.isdigit()
            and len(number.text) == 4
        )
        or (
            before.pos_ == "PROPN"
            and number.text.isdigit()
            and number.dep_ in {"nummod", "appos"}
            and before == number.head
        )
    ):
        return True
    if after is not None and after.text in {"-", "–", ":", "/"} and number.idx + len(number) == after.idx:
        return True
    if number.text[0] == "0" and number.text.isdigit():
        return True
    lone_year = number.text.isdigit() and len(number.text) == 4 and 1500 <= int(number.text) <= 2100
    return lone_year and (after is None or after.pos_ not in {"NOUN", "ADJ"})


EXTRACTOR = Extractor(field="amounts", find=find_amounts, needs=("dates", "mentions"))
