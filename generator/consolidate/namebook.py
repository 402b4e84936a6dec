"""Who is meant by a name.

In: the name mentions of all articles. Out: `NameBook.resolve`, which gives a mention the key of its actor and the rule
that led there. Each name is looked up in tables built in one pass, so the time grows with the number of mentions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.consolidate.naming import body_name, is_acronym_of, person_name, words_of
from generator.consolidate.variants import SHORT, skeleton, spelling_variants
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.model.findings import Findings, Mention

CLEAR_MAJORITY = 3
"""How many times as often one bearer of a surname must be named in full as all others together."""
LONGEST_WORD = 40
"""Characters before a name in which the word before it is looked for."""
CLIPPED = re.compile(r"([A-Z])-([A-Z][a-z]{1,})")
"""An initial and the beginning of a surname, as headlines and fans write them."""
BEFORE = re.compile(r"(?<!\S)([A-Z][\w&-]*) $")
"""A capitalised word right before; a possessive or a full stop ends the name it belongs to."""


class Key(NamedTuple):
    """What makes two mentions one actor."""

    kind: str
    base: str
    """Gazetteer key or comparable name."""
    affiliation: str | None = None
    qualifier: str | None = None


class Resolution(NamedTuple):
    """The actor's key, and why."""

    key: Key
    rule: str
    inferred: bool = False


class NameBook:
    """All names of the corpus."""

    def __init__(self, findings: Sequence[Findings], sources: Sources) -> None:
        """One pass over all mentions."""
        self._sources = sources
        names = [
            (one.article, mention)
            for one in findings
            for mention in one.mentions
            if mention.form is Form.NAME
        ]
        self._kinds = _majority_kinds(names)
        self._full_in: dict[str, Counter[Key]] = defaultdict(Counter)
        self._by_part: dict[tuple[str, str], set[Key]] = defaultdict(set)
        self._by_surname: dict[str, Counter[Key]] = defaultdict(Counter)
        self._bodies_in: dict[tuple[str, str], set[Key]] = defaultdict(set)
        self._short_in: dict[tuple[str, str], set[Key]] = defaultdict(set)
        self._filed = spelling_variants(self._spellings(names))
        for article, mention in names:
            self._note(article, mention)
        self._acronyms = _acronyms(findings, sources, self._kinds)

    def _spellings(self, names: list[tuple[str, Mention]]) -> Counter[tuple[str, str]]:
        """How often each full name of a person is spelled so."""
        spelled: Counter[tuple[str, str]] = Counter()
        for _, mention in names:
            parts = person_name(mention.name)
            if mention.gazetteer is None and parts.full and self.kind_of(mention) is ActorKind.PERSON:
                spelled[parts.first, parts.last] += 1
        return spelled

    def _person_key(self, name: str) -> Key:
        """The key of a full name, filed under its most used spelling."""
        parts = person_name(name)
        first, last = self._filed.get((parts.first, parts.last), (parts.first, parts.last))
        return Key(ActorKind.PERSON, f"{first} {last}")

    def _note(self, article: str, mention: Mention) -> None:
        kind = self.kind_of(mention)
        if mention.gazetteer is None and kind is ActorKind.PERSON:
            parts = person_name(mention.name)
            if parts.full:
                key = self._person_key(mention.name)
                self._full_in[article][key] += 1
                for part in (parts.first, parts.last, _sound(parts.last)):
                    self._by_part[article, part].add(key)
                for surname in {parts.last, _sound(parts.last)}:
                    self._by_surname[surname][key] += 1
        elif mention.gazetteer is None and kind is ActorKind.ORGANISATION:
            key = _body_key(mention)
            if mention.affiliation:
                self._bodies_in[article, key.base].add(key)
            words = key.base.split()
            for word in {words[0], words[-1]} if len(words) > 1 else ():
                if word not in read_sections("en", "bodies"):
                    self._short_in[article, word].add(key)

    def kind_of(self, mention: Mention) -> ActorKind:
        """The kind most uses of the name have in all articles; a gazetteer entry keeps its own."""
        return mention.kind if mention.gazetteer else self._kinds[" ".join(words_of(mention.name))]

    def resolve(self, article: str, mention: Mention) -> Resolution:
        """The actor that a name means in an article."""
        place = load_gazetteer().by_key.get(mention.gazetteer or "")
        if place is not None:
            if mention.stands_for is not None:
                owner = load_gazetteer().by_key[mention.stands_for]
                rule = f"{place.kind} for its government: {place.name} acts, read as {owner.name}"
                return Resolution(Key(_place_kind(owner.kind), owner.key), rule, inferred=True)
            return Resolution(Key(mention.kind, place.key), "gazetteer name")
        kind = self.kind_of(mention)
        clipped = self._clipped(article, mention)
        if clipped is not None:
            return Resolution(clipped, "initial and beginning of the surname, full name in the same article")
        if kind is ActorKind.PERSON:
            return self._person(article, mention)
        if kind is ActorKind.ORGANISATION:
            return self._body(article, mention)
        known = load_gazetteer().by_name.get(mention.name)
        if kind is ActorKind.PLACE and known is not None and known.kind in {"capital", "city", "region"}:
            return Resolution(Key(kind, known.key), "gazetteer name")
        return Resolution(Key(kind, " ".join(words_of(mention.name))), "same name")

    def _clipped(self, article: str, mention: Mention) -> Key | None:
        """“A-Lee” for Ann Leeson, where the article has her alone; no other nickname says whose it is."""
        parts = CLIPPED.fullmatch(mention.name)
        if parts is None or mention.gazetteer is not None:
            return None
        first, last = (part.casefold() for part in parts.groups())
        here = [
            key
            for key in self._full_in.get(article, ())
            if key.base.startswith(first) and key.base.rpartition(" ")[2].startswith(last)
        ]
        return here[0] if len(here) == 1 else None

    def _first_word(self, article: str, mention: Mention) -> str | None:
        """The word before a name that was not found whole: "Sacha **Baron** Cohen", "**Dementia** Joe".

        A capitalised word that neither begins the sentence nor is a title, nor stands in the article in small letters
        ("Former Lee aides"), belongs to the name: its last word alone is then nobody's surname.
        """
        start = mention.span[0]
        text = self._sources.articles[article].text
        before = BEFORE.search(text, max(0, start - LONGEST_WORD), start)
        if before is None or " " in mention.name:
            return None
        word = before[1]
        if word.casefold().rpartition("-")[2] in read_sections("en", "titles") or re.search(
            rf"\b{re.escape(word.lower())}\b", text
        ):
            return None
        return word if self._sources.sentence(article, start).span[0] < before.start(1) else None

    def _person(self, article: str, mention: Mention) -> Resolution:
        first = self._first_word(article, mention)
        if first is not None:
            return Resolution(self._person_key(f"{first} {mention.name}"), "name with the word before it")
        parts = person_name(mention.name)
        if parts.full:
            inner = self._person_key(" ".join(words_of(mention.name)[1:]))
            if len(words_of(mention.name)) > 2 and inner in self._full_in[article]:
                return Resolution(inner, "ends with a full name of the same article")
            key = self._person_key(mention.name)
            same = key.base == f"{parts.first} {parts.last}"
            rule = "same first and last name" if same else "same first name, surname spelled differently"
            return Resolution(key, rule)
        here = self._by_part.get((article, parts.last)) or self._by_part.get(
            (article, _sound(parts.last)), set()
        )
        if parts.first:
            here = {key for key in here if key.base.startswith(parts.first)}
        if len(here) == 1:
            return Resolution(next(iter(here)), "surname or first name, full name in the same article")
        if len(here) > 1:
            for counts, where in (
                (self._full_in[article], "this article"),
                (self._by_surname[parts.last], "all articles"),
            ):
                most = _clear_majority({key: counts[key] for key in here})
                if most is not None:
                    rule = (
                        f"surname of several persons in this article, read as the one named most in {where}"
                    )
                    return Resolution(most, rule, inferred=True)
            return Resolution(
                Key(ActorKind.PERSON, parts.last), "surname of several persons in this article, left open"
            )
        everywhere = self._by_surname.get(parts.last) or self._by_surname.get(_sound(parts.last), Counter())
        if parts.first:
            everywhere = Counter(
                {key: n for key, n in everywhere.items() if key.base.startswith(parts.first)}
            )
        if everywhere:
            if len(everywhere) == 1:
                return Resolution(next(iter(everywhere)), "surname of one person only in all articles")
            most = _clear_majority(everywhere)
            if most is not None:
                rule = "surname of several persons, read as the one named most in all articles"
                return Resolution(most, rule, inferred=True)
        return Resolution(Key(ActorKind.PERSON, " ".join(filter(None, parts))), "name without a first name")

    def _body(self, article: str, mention: Mention) -> Resolution:
        key = _body_key(mention)
        spelled = self._acronyms.get((article, key.base)) or self._acronyms.get(("", key.base))
        if spelled is not None:
            return Resolution(spelled, "acronym given in brackets")
        if mention.affiliation is None:
            owned = self._bodies_in.get((article, key.base), set())
            if len(owned) == 1:
                return Resolution(next(iter(owned)), "same body, its state named in the same article")
            longer = self._short_in.get((article, key.base), set())
            if len(longer) > 1:
                # A body is called by the first word of its name more often than by the last.
                longer = {one for one in longer if one.base.startswith(f"{key.base} ")}
            if len(longer) == 1:
                return Resolution(next(iter(longer)), "short form, full name in the same article")
        return Resolution(key, "same name")


def _clear_majority(counts: Mapping[Key, int]) -> Key | None:
    """The key that is counted several times as often as all others together."""
    most = min(counts, key=lambda key: (-counts[key], key))
    rest = sum(counts.values()) - counts[most]
    return most if counts[most] >= CLEAR_MAJORITY * max(rest, 1) or not rest else None


def _majority_kinds(names: list[tuple[str, Mention]]) -> dict[str, ActorKind]:
    votes: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for _, mention in names:
        if mention.gazetteer is None:
            votes[" ".join(words_of(mention.name))][mention.kind] += 1
    order = list(ActorKind)
    return {
        name: min(count, key=lambda kind: (-count[kind], order.index(kind))) for name, count in votes.items()
    }


def _acronyms(
    findings: Sequence[Findings], sources: Sources, kinds: dict[str, ActorKind]
) -> dict[tuple[str, str], Key]:
    """(article or "", acronym) -> the body it was introduced for; "" where all articles agree."""
    found: dict[tuple[str, str], Key] = {}
    meant: dict[str, set[Key]] = defaultdict(set)
    for one in findings:
        text = sources.articles[one.article].text
        names = [mention for mention in one.mentions if mention.form is Form.NAME]
        for name, short in pairwise(names):
            between = text[name.span[1] : short.span[0]].strip()
            if between in {"(", ", or"} and is_acronym_of(short.name, name.name):
                kind = mention_kind(name, kinds)
                key = Key(kind, name.gazetteer) if name.gazetteer else _body_key(name)
                base = body_name(short.name)
                found[one.article, base] = key
                meant[base].add(key)
    for base, keys in meant.items():
        if len(keys) == 1:
            found["", base] = next(iter(keys))
    return found


def mention_kind(mention: Mention, kinds: dict[str, ActorKind]) -> ActorKind:
    """The corpus' kind of a name."""
    return mention.kind if mention.gazetteer else kinds[" ".join(words_of(mention.name))]


def _sound(surname: str) -> str:
    """What the spellings of a long surname share; no surname itself looks like this."""
    return f"~{skeleton(surname)}" if len(surname) >= SHORT else surname


def _body_key(mention: Mention) -> Key:
    demonyms: frozenset[str] = frozenset()
    if mention.affiliation is not None and not mention.affiliation.startswith("name:"):
        demonyms = frozenset(one.casefold() for one in load_gazetteer().by_key[mention.affiliation].demonyms)
    return Key(ActorKind.ORGANISATION, body_name(mention.name, demonyms), mention.affiliation)


def _place_kind(kind: str) -> str:
    return {"state": ActorKind.STATE, "territory": ActorKind.TERRITORY}.get(kind, ActorKind.PLACE)
