"""Years that stand alone: "in 2020", "the 2020 war", "early 2019", "fiscal 2018".

In: matches of four digits. Out: answers for those that a word around them marks as a year; a number that counts or
names something else is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.dates import moments
from generator.annotate.extractors.dates.places import FOUR_DIGITS
from generator.annotate.extractors.dates.rule import Answer, Context, Rule, explicit
from generator.annotate.extractors.dates.vocabulary import (
    LEFT,
    RIGHT,
    THIRD,
    S,
    listed,
    pattern,
    third_number,
)

if TYPE_CHECKING:
    import re

    from spacy.tokens import Token

FIRST_YEAR, LAST_YEAR = 1000, 2199
FIRST_PLAIN, LAST_PLAIN = 1800, 2099
"""Years that are believed without a preposition."""
CUES = frozenset(
    {
        "in", "since", "until", "till", "by", "before", "after", "during", "of", "from", "around", "about", "circa",
        "throughout", "through", "late", "early", "mid", "spring", "summer", "autumn", "fall", "winter", "year",
        "years", "fiscal", "and", "to", "between", "for", "than", "season",
    }
)  # fmt: skip
OWNERS = frozenset({"the", "this", "that", "his", "her", "its", "their", "our", "a", "an"})
ERA = ("BC", "B.C", "BCE")


def _qualified(match: re.Match[str], _: Context) -> Answer | None:
    return explicit(moments.year_of(int(match["y"])), "year", third_number(match))


def _fiscal(match: re.Match[str], _: Context) -> Answer | None:
    moment = moments.year_of(int(match["y"]))
    if moment is None or moment.lo is None or moment.hi is None:
        return None
    around = moments.between(moments.add_months(moment.lo, -9), moments.add_months(moment.hi, 9))
    return Answer(moment=around, rule="fiscal year, whose months are not stated", qualifier="fiscal")


def _plain(match: re.Match[str], context: Context) -> Answer | None:
    year = int(match["y"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    after = context.text[match.end() : match.end() + 4].lstrip(" ")
    if after.startswith(ERA):
        return None
    token = context.tenses.token(match.start())
    if token is None or token.idx != match.start() or len(token) != match.end() - match.start():
        return explicit(moments.year_of(year), "year") if _in_brackets(match, context) else None
    before = token.nbor(-1) if token.i > 0 else None
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ in listed("counted"):
        return None
    names = following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"} and following.tag_ != "NNPS"
    word = before.lower_ if before is not None else ""
    if word in listed("numbered"):
        return None
    owned = word in OWNERS or (before is not None and before.tag_ in {"POS", "PRP$"})
    plausible = FIRST_PLAIN <= year <= LAST_PLAIN
    if names and following is not None and _head(following).tag_ == "NNS" and not owned:
        return None  # "1990 soldiers" are counted
    if owned and names and plausible:
        return explicit(moments.year_of(year), "year that names an event or thing", side=False)
    if word in CUES or _in_brackets(match, context):
        return explicit(moments.year_of(year), "year")
    if plausible and token.ent_type_ in {"DATE", "EVENT"}:
        return explicit(moments.year_of(year), "year by its place in the sentence", side=not names)
    return None


def _head(token: Token) -> Token:
    """The last of the nouns and adjectives that follow one another."""
    while token.i + 1 < len(token.doc) and token.nbor(1).pos_ in {"NOUN", "PROPN"} and token.pos_ != "PUNCT":
        token = token.nbor(1)
    return token


def _in_brackets(match: re.Match[str], context: Context) -> bool:
    text = context.text
    return (
        text[match.start() - 1 : match.start()] in {"(", "["}
        and text[match.end() : match.end() + 1] in {")", "]"}
        and FIRST_PLAIN <= int(match["y"]) <= LAST_PLAIN
    )


YEARS = (FOUR_DIGITS,)

RULES = (
    Rule(
        pattern(rf"\b(?:fiscal|financial)(?:{S}year)?{S}(?P<y>(?:19|20)\d\d){RIGHT}", ignore_case=True),
        _fiscal,
        ("fiscal", "financial"),
    ),
    Rule(pattern(rf"\b{THIRD}(?P<y>(?:1[5-9]|20)\d\d){RIGHT}(?!s)", ignore_case=True), _qualified, YEARS),
    Rule(pattern(rf"{LEFT}(?P<y>[12]\d{{3}}){RIGHT}(?!['\u2019]?s\b\d)"), _plain, YEARS),
)
