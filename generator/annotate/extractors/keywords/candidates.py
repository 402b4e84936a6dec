"""Which phrases may become keywords.

In: the spaCy doc. Out: candidates by base form, with every place where each was seen. Phrases are built from runs of
adjectives and nouns, since counting words without their parts of speech lets verb fragments through.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import load_gazetteer, read_sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from generator.annotate.reading import Reading
    from generator.model.article import Span

HYPHENS = frozenset("-\u2010\u2011")
INNER = HYPHENS | frozenset("'\u2019.&")
COUNTED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
LINKS = frozenset({"of", "the", "and", "for"})
LONGEST_WORD = 40
"""Characters; what is longer is an address, a code or noise."""
LONGEST_HEADLINE = 150
"""Characters."""
MOST_CONSIDERED = 20_000
"""Candidates kept for scoring: enough for a book, a bound for noise."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as a reader sees it: "Rhine-Ruhr" is one, though spaCy makes it three tokens."""

    span: Span
    key: str
    """Lower case; base form for nouns."""
    shown: str
    """As spelled, without the capital that a common word has at the start of a sentence."""
    noun: bool
    proper: bool
    usable: bool
    """May stand in a keyword."""
    light: bool
    starts_sentence: bool
    name: tuple[int, int, str] | None
    """Character start, end and type of the name it belongs to."""


@dataclass(slots=True)
class Candidate:
    """One phrase and where it was seen."""

    words: tuple[str, ...]
    nouns: tuple[bool, ...]
    """For each word, whether it is a noun or part of a name."""
    spans: list[Span] = field(default_factory=list)
    spellings: dict[str, int] = field(default_factory=dict)
    alone: int = 0
    """How often it stood as a whole phrase, not inside a longer one."""
    proper: int = 0
    """How often it was a name."""
    body: int = 0
    """How often it stood outside headlines."""
    person: bool = False

    def see(self, words: tuple[Word, ...], *, alone: bool, body: bool) -> None:
        """Counts one occurrence."""
        span = words[0].span[0], words[-1].span[1]
        self.spans.append(span)
        shown = " ".join(word.shown for word in words)
        if body and not self.body:
            self.spellings.clear()
        if body or not self.body:
            self.spellings[shown] = self.spellings.get(shown, 0) + 1
        self.alone += alone
        self.body += body
        self.proper += words[-1].proper
        name = words[0].name
        self.person |= name is not None and name[2] == "PERSON" and span == name[:2]


@cache
def _nouns() -> Mapping[str, str]:
    return read_sections("en", "nouns")


@cache
def _calendar() -> frozenset[str]:
    return frozenset(entry.lower() for entry in read_sections("en", "calendar"))


def weight_of(word: str) -> float:
    """What a base form is worth: 1 for a telling word, less for a broad one, 0 for an empty one."""
    section = _nouns().get(word)
    return {"broad": 0.5, "light": 0.5}.get(section, 0.0) if section else 1.0


def read_words(doc: Doc) -> list[Word]:
    """The words of the text, punctuation left in as unusable words."""
    groups: list[list[Token]] = []
    for token in doc:
        if (
            groups
            and not groups[-1][-1].whitespace_
            and not token.is_space
            and (token.text in HYPHENS or groups[-1][-1].text in HYPHENS)
        ):
            groups[-1].append(token)
        else:
            groups.append([token])
    common = {token.lower_: token.lemma_.lower() for token in doc if token.pos_ == "NOUN"}
    names = {token.i: _trimmed(ent) for ent in doc.ents if ent.label_ in NAMED for token in ent}
    return [_word(group, common, names.get(group[0].i) or names.get(group[-1].i)) for group in groups]


def _trimmed(ent: DocSpan) -> tuple[int, int, str]:
    """A name without what was wrongly taken into it: determiner, possessive ending, a place before a person."""
    tokens = list(ent)
    while len(tokens) > 1 and tokens[0].pos_ in {"DET", "PUNCT", "PART", "SPACE", "PRON", "ADP"}:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].pos_ in {"PART", "PUNCT", "SPACE"}:
        tokens = tokens[:-1]
    if ent.label_ == "PERSON" and len(tokens) > 2 and tokens[0].text in load_gazetteer().by_name:
        tokens = tokens[1:]  # "Senator from Ohio Jane Doe": the state was taken for a first name
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1]), ent.label_


def _word(group: list[Token], common: Mapping[str, str], name: tuple[int, int, str] | None) -> Word:
    last = group[-1]
    start, end = group[0].idx, last.idx + len(last)
    text = "".join(token.text for token in group)
    lower = text.lower()
    proper = last.pos_ == "PROPN" and (last.ent_type_ in NAMED or lower not in common)
    noun = last.pos_ in {"NOUN", "PROPN"}
    if len(group) == 1 and noun and not proper:
        key = common.get(lower, last.lemma_.lower())
    elif noun and not proper:
        key = lower[: -len(last.text)] + last.lemma_.lower()
    else:
        key = lower
    modifier = (
        (last.pos_ == "ADJ" and not last.is_stop and not text[0].isdigit())
        or (last.tag_ in {"VBN", "VBG"} and last.dep_ == "amod")
        or (len(group) > 1 and last.pos_ in {"VERB", "ADJ"})
    )
    usable = (
        (noun or modifier)
        and len(text) <= LONGEST_WORD
        and any(letter.isalpha() for letter in text)
        and all(letter.isalnum() or letter in INNER for letter in text)
        and text[0].isalnum()
        and (text[-1].isalnum() or (text[-1] == "." and text.count(".") > 1))
        and not any(token.ent_type_ in COUNTED for token in group if not _modifies(token))
        and lower not in _calendar()
    )
    first = bool(group[0].is_sent_start)
    plain = (
        first and text[:1].isupper() and text[1:].islower() and last.pos_ != "PROPN" and not last.ent_type_
    )
    return Word(
        span=(start, end),
        key=key,
        shown=lower if plain else text,
        noun=noun,
        proper=proper,
        usable=usable,
        light=not proper and (_nouns().get(lower) == "light" or last.tag_ in {"JJR", "JJS"}),
        starts_sentence=first,
        name=name,
    )


def _modifies(token: Token) -> bool:
    """True for a unit of time that says what kind of thing follows: the night in "night ferry"."""
    if token.pos_ != "NOUN" or token.i + 1 == len(token.doc):
        return False
    following = token.nbor(1)
    return following.pos_ == "NOUN" and following.ent_type_ not in COUNTED


def gather_candidates(reading: Reading, words: list[Word]) -> dict[str, Candidate]:
    """Every phrase that may be a keyword, by base form, in the order of first appearance."""
    found: dict[str, Candidate] = {}
    headlines = _headlines(reading)
    longest = max(1, reading.settings.keyword_words)
    for run in _runs(words):
        body = not any(start <= run[0].span[0] < end for start, end in headlines)
        for phrase, alone in _phrases(run, longest):
            key = " ".join(word.key for word in phrase)
            if key not in found:
                if len(found) >= MOST_CONSIDERED:
                    continue
                found[key] = Candidate(
                    tuple(word.key for word in phrase), tuple(word.noun for word in phrase)
                )
            found[key].see(phrase, alone=alone, body=body)
    return found


def _runs(words: list[Word]) -> Iterator[tuple[Word, ...]]:
    """Unbroken runs of usable words inside one sentence that end in a noun; names with "of" inside among them."""
    run: list[Word] = []
    for position, word in enumerate(words):
        if run and word.starts_sentence:
            yield from _ended(run)
            run = []
        linked = (
            run
            and not word.usable
            and word.key in LINKS
            and word.name is not None
            and word.name == run[-1].name
            and position + 1 < len(words)
            and words[position + 1].name == word.name
        )
        if word.usable or linked:
            run.append(word)
        elif run:
            if word.key in _calendar() and run[-1].proper and run[-1].name is None:
                run.pop()  # "Boxing Tuesday" without its Tuesday is no phrase
            yield from _ended(run)
            run = []
    if run:
        yield from _ended(run)


def _ended(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    while run and not (run[-1].noun and run[-1].usable):
        run.pop()
    if run:
        yield tuple(run)


def _phrases(run: tuple[Word, ...], longest: int) -> Iterator[tuple[tuple[Word, ...], bool]]:
    """Pieces of a run that can stand as a phrase, with whether it is the whole run as far as it may be long."""
    begin = 0
    while begin < len(run) - 1 and run[begin].light:
        begin += 1
    for end in range(begin + 1, len(run) + 1):
        head = run[end - 1]
        if not (head.noun and head.usable):
            continue
        for start in range(max(begin, end - longest), end):
            phrase = run[start:end]
            if not _stands(phrase):
                continue
            whole = end == len(run) and (start == begin or start == end - longest)
            yield phrase, whole or _is_name(phrase)


def _is_name(phrase: tuple[Word, ...]) -> bool:
    name = phrase[0].name
    return name is not None and (phrase[0].span[0], phrase[-1].span[1]) == name[:2]


def _stands(phrase: tuple[Word, ...]) -> bool:
    """False for phrases that begin or end badly, cut a name in two or glue two names together."""
    first, head = phrase[0], phrase[-1]
    if not first.usable or first.light or any(word.light for word in phrase[1:-1]):
        return False
    if len(head.key) < 2 or (len(phrase) == 1 and len(head.key) < 3 and not head.shown.isupper()):
        return False
    section = None if head.proper else _nouns().get(head.key)
    if section in {"time", "quantity", "light"} or (section == "empty" and len(phrase) == 1):
        return False
    start, end = first.span[0], head.span[1]
    for word in phrase:
        if word.name is None:
            continue
        from_, to, kind = word.name
        surname = kind == "PERSON" and len(phrase) == 1 and end == to
        common = len(phrase) == 1 and not word.proper
        if (start > from_ or end < to) and not surname and not common:
            return False
        if kind == "PERSON" and start < from_:
            return False
    return True


def _headlines(reading: Reading) -> list[Span]:
    """Lines without a full stop, where missing verbs and capitals mislead the tagger."""
    return [
        paragraph.span
        for paragraph in reading.article.paragraphs
        if paragraph.heading or _is_headline(reading.article.quote(paragraph.span))
    ]


def _is_headline(line: str) -> bool:
    return len(line) <= LONGEST_HEADLINE and line[-1:].isalnum()
