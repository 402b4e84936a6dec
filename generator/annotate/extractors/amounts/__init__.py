"""Finds the numbers of a text and what they count.

In: the doc, the dates and the mentions found in it. Out: `Amount` records: value or bounds, unit, the noun that is counted and
the verb that is said of it. Dates, clock times, ages, scores and the figures in names are no amounts.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.extractors.amounts.counted import Counted, counted_by
from generator.annotate.extractors.amounts.deeds import is_outcome
from generator.annotate.extractors.amounts.measures import Reach, loosened, read_amount
from generator.annotate.extractors.amounts.words import PEOPLE, base, words_in
from generator.annotate.reading import Extractor, span_of
from generator.model.findings import Amount, Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from generator.annotate.reading import Reading
    from generator.model.article import Span
    from generator.model.findings import DateRef, Mention

MEASURES = frozenset(
    "year month week day hour minute second decade century time night season age o'clock am pm a.m. p.m. utc gmt".split()
)
"""Lengths of time and repetitions: they count nothing that two articles would give differently, but dates."""
YEARS = range(1500, 2101)
ERAS = frozenset({"bc", "bce", "ad", "ce"})
GLUE = frozenset({"-", "–", ":", "/"})


class _Read(NamedTuple):
    """One amount of a sentence on the way."""

    reach: Reach
    counted: Counted
    words: Sequence[Token]
    """Its tokens, the words that loosen it among them."""


def find_amounts(reading: Reading) -> tuple[Amount, ...]:
    """Numbers in the order of the text; none overlaps another."""
    mentions: tuple[Mention, ...] = reading.found["mentions"]
    dates: tuple[DateRef, ...] = reading.found["dates"]
    taken = sorted([one.span for one in mentions if one.form is Form.NAME] + [one.span for one in dates])
    found: list[Amount] = []
    seen: dict[str, int] = {}
    for sentence in reading.sentences:
        inside = [one.span for one in dates if sentence.span[0] <= one.span[0] < sentence.span[1]]
        tokens = [token for token in _tokens(reading.doc, sentence.span) if not token.is_space]
        date = inside[0] if len(inside) == 1 else None
        found += [_amount(reading, read, date, seen) for read in _reads(tokens, taken)]
    return tuple(found)


def _tokens(doc: Doc, span: Span) -> Sequence[Token]:
    found = doc.char_span(*span, alignment_mode="expand")
    return list(found) if found is not None else []


def _reads(tokens: Sequence[Token], taken: Sequence[Span]) -> Iterator[_Read]:
    """The amounts of a sentence; a bare number may count what one before it counts."""
    before: list[_Read] = []
    at = 0
    while at < len(tokens):
        reach = read_amount(tokens, at) if _may_begin(tokens[at]) else None
        if reach is None:
            at += 1
            continue
        core = tokens[reach.core[0] : reach.core[1]]
        if not _covered((core[0].idx, core[-1].idx + len(core[-1])), taken) and not _no_amount(tokens, reach):
            read = _with_noun(reach, tokens, core, before)
            if read is not None:
                before.append(read)
                yield read
        at = max(at + 1, reach.end)


def _may_begin(token: Token) -> bool:
    """A quick look, since most words begin no number."""
    return token.tag_ == "CD" or token.text[0].isdigit() or token.lower_ in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    sections = ("number", "many", "fraction")
    return frozenset(
        {word for one in sections for word in words_in(one)} | {"a", "an", "half", "several", "few"}
    )


def _covered(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a date or the name of an actor holds a part of it."""
    number = bisect_left(taken, (span[1], 0))
    return any(start < span[1] and span[0] < end for start, end in taken[max(0, number - 4) : number])


def _with_noun(
    reach: Reach, tokens: Sequence[Token], core: Sequence[Token], before: Sequence[_Read]
) -> _Read | None:
    """With what it counts; `None` for a number that counts and measures nothing."""
    root = core[0].doc[core[0].i : core[-1].i + 1].root
    counted = _grown_to(tokens, reach, before) or counted_by(root, core, reach.unit)
    if counted is None:
        return None
    words = tokens[reach.first : reach.end]
    aside = _aside(tokens, reach, before)
    if aside is not None:
        if reach.unit is not None and aside.reach.unit is not None and reach.unit != "percent":
            # "70 miles (112 km)" says one thing twice.
            return None
        counted = counted._replace(
            name=aside.counted.name, token=aside.counted.token, done=aside.counted.done
        )
    elif counted.name is None and counted.rule in {"verb", "pronoun"}:
        named = _elliptic(counted, before)
        if named is None:
            return None
        counted = named
    elif counted.name is None and reach.unit is not None:
        counted = _same_share(counted, reach.unit, before)
    if counted.name in MEASURES or (counted.token is not None and base(counted.token) in MEASURES):
        return None
    alone = [token.lower_ for token in core] == ["one"]
    if (alone or [token.lower_ for token in core] == ["half"]) and not is_outcome(counted.done):
        return None
    return _Read(reach, counted, words)


def _grown_to(tokens: Sequence[Token], reach: Reach, before: Sequence[_Read]) -> Counted | None:
    """“rose from 20 **to 25**”: of the two this is the value."""
    first = reach.core[0]
    if not before or first < 2 or tokens[first - 1].lower_ != "to":
        return None
    last = before[-1]
    changed = last.counted.rule == "change" and (last.counted.done or "").endswith(" from")
    if not changed or tokens[first - 2] != last.words[-1]:
        return None
    return last.counted._replace(done=None, rule="subject")


def _aside(tokens: Sequence[Token], reach: Reach, before: Sequence[_Read]) -> _Read | None:
    """The amount before a parenthesis that this one stands in: "203,091 votes (0.15 percent)"."""
    opening = reach.first - 1
    if opening < 1 or tokens[opening].text != "(" or not before:
        return None
    last = before[-1]
    ends = {last.words[-1].i, last.counted.token.i if last.counted.token is not None else -1}
    return last if tokens[opening - 1].i in ends else None


def _elliptic(counted: Counted, before: Sequence[_Read]) -> Counted | None:
    """“12 soldiers were killed and 30 wounded”, "Lee had eight seats, Roe seven"; without a noun before, people."""
    outcome = is_outcome(counted.done)
    for one in reversed(before):
        same = one.counted.done is not None and one.counted.done.split()[0] == (counted.done or "").split()[0]
        if (
            one.counted.token is not None
            and one.reach.unit is None
            and (same or (outcome and is_outcome(one.counted.done)) or counted.rule == "pronoun")
        ):
            return counted._replace(name=one.counted.name, rule="noun of the number before")
    return counted._replace(name=PEOPLE, rule="people, by the verb") if outcome else None


def _same_share(counted: Counted, unit: str, before: Sequence[_Read]) -> Counted:
    """“Lee received 20 percent of the vote and Roe five percent”."""
    last = before[-1] if before else None
    if last is None or last.reach.unit != unit or last.counted.token is None or counted.done is None:
        return counted
    if (last.counted.done or "").split()[:1] != counted.done.split()[:1]:
        return counted
    return counted._replace(name=last.counted.name, done=last.counted.done, rule="noun of the number before")


def _amount(reading: Reading, read: _Read, date: Span | None, seen: dict[str, int]) -> Amount:
    reach, counted = read.reach, read.counted
    kind = reach.bound.kind if reach.bound is not None else counted.kind
    low, high = loosened(reach.lo, reach.hi, kind)
    span = read.words[0].idx, read.words[-1].idx + len(read.words[-1])
    text = reading.article.text[span[0] : span[1]]
    seen[text] = seen.get(text, 0) + 1
    digest = hashlib.sha256(f"{reading.article.id}\0{text}\0{seen[text]}".encode()).hexdigest()
    rules = ("range" if reach.range else "number", "with unit" if reach.unit else "", counted.rule)
    return Amount(
        id=f"qu-{digest[:10]}",
        span=span,
        lo=low,
        hi=high,
        unit=reach.unit,
        counted=counted.name,
        counted_span=span_of(counted.token) if counted.token is not None else None,
        done=counted.done,
        bound=reach.bound.words if reach.bound is not None else None,
        date=date,
        holder=counted.holder,
        source=span_of(counted.source) if counted.source is not None else None,
        rule=", ".join(filter(None, (" ".join(filter(None, rules[:2])), rules[2]))),
    )


def _no_amount(tokens: Sequence[Token], reach: Reach) -> bool:
    """Ages, years, scores, clock times and numbers of things ("Article 5", "Boeing 737")."""
    first, end = reach.core
    before = tokens[first - 1] if first else None
    after = tokens[end] if end < len(tokens) else None
    number = tokens[first]
    figure = number.text.isdigit() and end == first + 1
    if before is not None and (
        (before.text in GLUE | {"No.", "#"} and before.idx + len(before) == number.idx)
        or before.lower_ in {"aged", "age", "no.", "number"}
        or (
            before.pos_ == "PROPN"
            and figure
            and (before == number.head or number.dep_ in {"nummod", "appos"})
        )
        or (
            reach.unit is None
            and number.i > number.head.i
            and number.dep_ == "nummod"
            and before == number.head
        )
    ):
        return True
    if after is not None and (after.lower_.strip(".").replace(".", "") in ERAS or after.lower_ == "times"):
        return True
    if (
        number.is_title
        and not number.text[0].isdigit()
        and before is not None
        and before.is_title
        and first > 1
    ):
        # A word of a name: "the Top Two system".
        return True
    if after is not None and after.text in GLUE and tokens[end - 1].idx + len(tokens[end - 1]) == after.idx:
        return True
    if reach.range and reach.unit is None and _is_score(tokens, reach):
        return True
    if not figure or int(number.text) not in YEARS or len(number.text) != 4:
        return False
    listed = before is not None and before.text == "," and first > 1 and tokens[first - 2].pos_ == "PROPN"
    return listed or after is None or after.pos_ not in {"NOUN", "ADJ"}


def _is_score(tokens: Sequence[Token], reach: Reach) -> bool:
    """“a 5-7 defeat”, "won 2-3"."""
    first, end = reach.core
    near = [*tokens[max(0, first - 2) : first], *tokens[end : end + 1]]
    dashed = any(sign in token.text for token in tokens[first:end] for sign in "-–")
    return dashed and any(base(token) in words_in("score") and token.tag_ != "NNS" for token in near)


EXTRACTOR = Extractor(field="amounts", find=find_amounts, needs=("dates", "mentions"))
