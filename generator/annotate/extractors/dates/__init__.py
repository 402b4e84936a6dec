"""Dates: what the text says about when, and how exactly.

In: the text, the doc for tense and names, the date of publication. Out: `DateRef` records. Ordered rules, since
statistical names of dates say that words are a date but not which, and ready-made parsers guess what is missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.extractors.dates import full, holidays, narrative, partial, parts, relative, years
from generator.annotate.extractors.dates.places import Places
from generator.annotate.extractors.dates.rule import Context
from generator.annotate.extractors.dates.tense import Tenses
from generator.annotate.extractors.dates.vocabulary import listed
from generator.annotate.reading import Extractor
from generator.model.findings import Anchor, DateRef

if TYPE_CHECKING:
    from generator.annotate.extractors.dates.rule import Answer, Rule
    from generator.annotate.reading import Reading
    from generator.model.article import Span

RULES: tuple[Rule, ...] = (
    *holidays.RULES,
    *full.RULES,
    *partial.EARLY_RULES,
    *parts.RULES,
    *relative.RULES,
    *narrative.RULES,
    *partial.RULES,
    *years.RULES,
)
"""In order of trust."""
SIDES = ("since", "until", "by", "before", "after", "about")
BEFORE = 16
"""Characters before a date that can hold a word like "since"."""
OPEN_ENDED = re.compile(r"\d{4}(?:-\d\d)?(?:-\d\d)?")


def find_dates(reading: Reading) -> tuple[DateRef, ...]:
    """The article's dates in the order of the text; no two overlap."""
    text = reading.article.text
    context = Context(text=text, tenses=Tenses(reading.doc), published=reading.article.published)
    taken = bytearray(len(text))
    found: list[tuple[Span, Answer]] = []
    for rule, match in _matches(text, taken):
        answer = rule.resolve(match, context)
        if answer is not None:
            context.earlier.append((match.start(), answer))
            found.append((match.span(), answer))
    return tuple(_record(text, span, answer) for span, answer in found)


def _matches(text: str, taken: bytearray) -> list[tuple[Rule, re.Match[str]]]:
    """Matches that do not overlap, earlier rules first, in the order of the text."""
    matches = []
    places = Places(text)
    for rule in RULES:
        for from_, to in places.around(rule.hints):
            for match in rule.pattern.finditer(text, from_, to):
                start, end = match.span()
                if start < end and not any(taken[start:end]):
                    taken[start:end] = b"\x01" * (end - start)
                    matches.append((rule, match))
    return sorted(matches, key=lambda one: one[1].start())


def _record(text: str, span: Span, answer: Answer) -> DateRef:
    moment, qualifier, edtf = answer.moment, answer.qualifier, answer.moment.edtf
    possessive = text[span[1] : span[1] + 2] in {"'s", "\u2019s"}
    if qualifier is None and answer.side and not possessive:
        qualifier = _side(text, span[0])
        if qualifier == "about" and answer.anchor is not Anchor.EXPLICIT:
            qualifier = None  # "tell us about this year"
        edtf = _open(edtf, qualifier)
    return DateRef(
        span=span,
        lo=moment.lo,
        hi=moment.hi,
        granularity=moment.granularity,
        anchor=answer.anchor,
        qualifier=qualifier,
        value=moment.value,
        edtf=edtf,
        rule=answer.rule,
    )


def _side(text: str, start: int) -> str | None:
    """The word of a side ("since", "until", ...) where one stands directly before the date."""
    words = text[max(0, start - BEFORE) : start].lower().split()
    if words and words[-1] == "the":
        words.pop()
    for side in SIDES:
        for entry in listed(f"side {side}"):
            cue = entry.split()
            if words[-len(cue) :] == cue:
                return side
    return None


def _open(edtf: str | None, side: str | None) -> str | None:
    """The same in EDTF: "since 2014" is open to the end."""
    if edtf is None or side is None or not OPEN_ENDED.fullmatch(edtf):
        return edtf
    if side in {"since", "after"}:
        return f"{edtf}/.."
    if side in {"until", "by", "before"}:
        return f"../{edtf}"
    return f"{edtf}~" if len(edtf) != len("2020-21") or edtf[5:] <= "12" else edtf


EXTRACTOR = Extractor(field="dates", find=find_dates, needs=())
