"""What the articles call an actor: article by article, their own words.

In: an actor. Out: for each article the names, descriptions and offices it uses, with how often and where. The words
stand beside each other and are not weighed: whether "fighters" are "rebels" elsewhere is for the reader to see.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import Form
from generator.present.evidence import FEW, Chip, cite, name_article, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.corpus import Actor, ActorMention, ActorRole, Evidence
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

ALIKE = 3
"""From how many articles on those that use the name alone are gathered in one line."""
ARTICLES = 40
"""Most articles whose words stand on the page; the data files have all."""
LONGEST = 160
"""Most characters of a wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words that an article uses for the actor."""

    text: str
    role: bool
    """True where they state an office and do not stand for the actor themselves."""
    count: int
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """One article's words."""

    article: str
    url: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """All articles' words."""

    called: tuple[Called, ...]
    plain: tuple[Called, ...]
    """Articles that call it by its name and by nothing else, where there are several."""
    plain_total: int
    left: int
    """Articles that are not listed here."""
    bare: bool
    """True where no article calls it anything but its name."""


def read_wordings(actor: Actor, briefing: Briefing, place: Place) -> Wordings:
    """By article, in the order of articles; names and descriptions before offices, the most used first."""
    mentions: defaultdict[str, list[ActorMention]] = defaultdict(list)
    for mention in actor.mentions:
        if mention.form is not Form.PRONOUN:
            mentions[mention.evidence.article].append(mention)
    roles: defaultdict[str, list[tuple[ActorRole, list[Evidence]]]] = defaultdict(list)
    for role in actor.roles:
        held: defaultdict[str, list[Evidence]] = defaultdict(list)
        for one in role.evidence:
            held[one.article].append(one)
        for article, evidence in held.items():
            roles[article].append((role, evidence))
    called = tuple(
        Called(
            article=name_article(briefing.articles[article]),
            url=place.article(article),
            wordings=_wordings(mentions[article], roles[article], briefing, place),
        )
        for article in dict.fromkeys(mention.evidence.article for mention in actor.mentions)
        if article in mentions or article in roles
    )
    name = _folded(actor.name)
    alone = [[_folded(word.text) for word in one.wordings] == [name] for one in called]
    by_name = sum(alone)
    if by_name < ALIKE:
        alone = [False] * len(called)
    others = [one for one, named in zip(called, alone, strict=True) if not named]
    plain = [one for one, named in zip(called, alone, strict=True) if named]
    return Wordings(
        called=tuple(others[:ARTICLES]),
        plain=tuple(plain[:ARTICLES]),
        plain_total=len(plain),
        left=len(others[ARTICLES:]) + len(plain[ARTICLES:]),
        bare=bool(called) and by_name == len(called),
    )


def _wordings(
    mentions: Sequence[ActorMention],
    roles: Sequence[tuple[ActorRole, list[Evidence]]],
    briefing: Briefing,
    place: Place,
) -> tuple[Wording, ...]:
    groups: defaultdict[tuple[str, str | None], list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        groups[_folded(mention.evidence.quote), mention.rule if mention.inferred else None].append(mention)
    found = [
        Wording(
            text=shorten(_spelled(uses), LONGEST),
            role=False,
            count=len(uses),
            chip=cite((use.evidence for use in uses), briefing, place, rule=rule, most=FEW),
        )
        for (_, rule), uses in groups.items()
    ]
    found.sort(key=lambda one: -one.count)
    said = {words for words, _ in groups}
    offices = [
        Wording(
            text=shorten(role.text, LONGEST),
            role=True,
            count=len(evidence),
            chip=cite(evidence, briefing, place, most=FEW),
        )
        for role, evidence in roles
        if _folded(role.text) not in said
    ]
    return (*found, *offices)


def _spelled(uses: Sequence[ActorMention]) -> str:
    """The most used spelling: capital letters at a sentence's start make no other wording."""
    spellings = Counter(" ".join(use.evidence.quote.split()) for use in uses)
    return min(spellings, key=lambda one: (-spellings[one], one))


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
