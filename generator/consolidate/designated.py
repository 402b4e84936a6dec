"""Deeds and bodies that several articles name, each by its own words.

In: designations, resolved mentions. Out: `Naming` records. Within an article a later "the operation" is the operation that
was named before it. Across articles two wordings are joined where they have one sense, the same place (or the same owner),
no different doer and no different year, and where the articles were published close to each other; since no text says that
they are the same, such a row is doubtful and says by which rule it was made.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.lexicons import load_gazetteer, read_yaml
from generator.model.comparison import Naming, Referent, Wording
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.places import Places
    from generator.model.corpus import Evidence
    from generator.model.findings import Designation, Findings

APART = dt.timedelta(days=14)
"""Articles published further apart than this do not tell of the same undated deed."""
LOCATED = frozenset({ActorKind.PLACE, ActorKind.TERRITORY, ActorKind.STATE})
SAID_SO = "described so by {}"
HERE = "named so in this article"


@dataclass(slots=True)
class _Use:
    """What one article calls by words of one sense and base form."""

    article: str
    order: int
    sense: str
    year: str | None
    shared: str
    """Actor id of the place or owner by which it may be joined with others."""
    agents: set[str]
    """Owners of those who do it, or who call it so."""
    published: dt.date | None
    designations: list[Designation] = field(default_factory=list)


def gather_designated(
    findings: Sequence[Findings], places: Places, reports: Mapping[tuple[str, int], str], sources: Sources
) -> tuple[Naming, ...]:
    """Rows with at least two articles; `reports` gives the happening whose trigger ends at a character."""
    blocks: dict[tuple[str, str, str | None], list[_Use]] = defaultdict(list)
    for use in _uses(findings, places, sources):
        blocks[use.sense, use.shared, use.year].append(use)
    rows = []
    for (sense, shared, _), uses in blocks.items():
        rows += [
            _naming(sense, shared, group, places, reports, sources)
            for group in _groups(uses)
            if len({use.article for use in group}) > 1
        ]
    return tuple(sorted(rows, key=lambda row: row.id))


def _uses(findings: Sequence[Findings], places: Places, sources: Sources) -> Iterator[_Use]:
    peoples = _peoples(places)
    order = 0
    for one in findings:
        open_: dict[tuple[str, str], _Use] = {}
        published = sources.articles[one.article].published
        for found in one.designations:
            order += 1
            known = open_.get((found.sense, found.lemma)) if found.definite else None
            agents = _agents(one.article, found, places)
            owners = _mentioned_owners(one.article, found, places, peoples, sources)
            by_owner = read_yaml("en", "designations")[found.sense].get("joined by") == "owner"
            shared = owners[0] if by_owner and owners else None
            if not by_owner:
                shared = _place(one.article, found, agents, places, sources)
            # A definite phrase that adds no place of its own goes back to the one before.
            if known is not None and (shared is None or shared == known.shared) and found.year == known.year:
                known.designations.append(found)
                known.agents |= agents
            elif shared is not None:
                use = _Use(one.article, order, found.sense, found.year, shared, agents, published, [found])
                open_[found.sense, found.lemma] = use
                yield use


def _groups(uses: Sequence[_Use]) -> Iterator[list[_Use]]:
    """Uses of one sense and place, parted where different ones act or too much time lies between."""
    dated = sorted(uses, key=lambda use: (use.published is None, use.published or dt.date.max, use.order))
    groups: list[list[_Use]] = []
    agents: list[set[str]] = []
    latest: dict[str, int] = {}
    for use in dated:
        group = None
        for number in {latest.get(agent, -1) for agent in use.agents} | {latest.get("", -1)}:
            if number >= 0 and _near(groups[number][-1], use) and not _other(agents[number], use.agents):
                group = number if group is None else max(group, number)
        if group is None:
            groups.append([])
            agents.append(set())
            group = len(groups) - 1
        groups[group].append(use)
        agents[group] |= use.agents
        latest.update(dict.fromkeys((*use.agents, ""), group))
    for group_ in groups:
        yield sorted(group_, key=lambda use: use.order)


def _near(one: _Use, other: _Use) -> bool:
    return not (one.published and other.published and abs(one.published - other.published) > APART)


def _other(one: set[str], other: set[str]) -> bool:
    """Whether both are known and nobody is in both."""
    return bool(one and other and not one & other)


def _agents(article: str, found: Designation, places: Places) -> set[str]:
    heads = [head for head in (found.agent_head, found.describer_head) if head is not None]
    actors = [one.actor for head in heads if (one := places.at_head(article, head)) is not None]
    return {owner_of(actor, places) for actor in actors}


def owner_of(actor: str, places: Places) -> str:
    """The state or body at the end of the chain of affiliations."""
    seen = {actor}
    while True:
        known = places.actors.get(actor)
        owner = known.affiliation if known is not None else None
        if owner is None or owner in seen:
            return actor
        seen.add(owner)
        actor = owner


def _peoples(places: Places) -> dict[str, str]:
    """Gazetteer key -> actor id."""
    found: dict[str, str] = {}
    for article in places.articles():
        for one in places.within(article, (0, 1 << 60)):
            if one.mention.gazetteer is not None and not one.inferred:
                found.setdefault(one.mention.gazetteer, one.actor)
    return found


def _mentioned_owners(
    article: str, found: Designation, places: Places, peoples: Mapping[str, str], sources: Sources
) -> list[str]:
    """Whose it is: by the gazetteer's word for a people inside the name, else by an affiliation of the mention."""
    words = sources.articles[article].quote(found.span).replace("-", " ").split()
    by_demonym = load_gazetteer().by_demonym
    keys = [by_demonym[word].key for word in words if word in by_demonym]
    owners = [peoples[key] for key in keys if key in peoples]
    if not owners:
        mention = places.at_head(article, found.head)
        owner = owner_of(mention.actor, places) if mention is not None else None
        owners = [owner] if owner is not None and mention is not None and owner != mention.actor else []
    return owners


def _place(
    article: str, found: Designation, agents: set[str], places: Places, sources: Sources
) -> str | None:
    """The place inside the phrase, else the only place of the sentence that is none of those who act."""
    for span in (found.whole, sources.sentence(article, found.head[0]).span):
        inside = dict.fromkeys(
            one.actor
            for one in places.within(article, span)
            if not one.inferred and places.actors[one.actor].kind in LOCATED
        )
        rest = [actor for actor in inside if actor not in agents]
        # A territory or place in dispute says more of where than the states that fight over it.
        small = [actor for actor in rest if places.actors[actor].kind is not ActorKind.STATE]
        if len(small or rest) == 1:
            return (small or rest)[0]
    return None


def _naming(
    sense: str,
    shared: str,
    uses: Sequence[_Use],
    places: Places,
    reports: Mapping[tuple[str, int], str],
    sources: Sources,
) -> Naming:
    by_owner = read_yaml("en", "designations")[sense].get("joined by") == "owner"
    name = places.actors[shared].name
    agents = sorted({agent for use in uses for agent in use.agents})
    doers = (
        f", {' or '.join(places.actors[one].name for one in agents)} acting or describing" if agents else ""
    )
    rule = f"{sense}; {'named after' if by_owner else 'same place:'} {name}{doers}"
    wordings = tuple(_wordings(uses, rule, places, sources))
    kind = Referent.ACTOR if sense.startswith(("people", "contested")) else Referent.EVENT
    actors = dict.fromkeys(
        one.actor
        for use in uses
        for found in use.designations
        if kind is Referent.ACTOR and (one := places.at_head(use.article, found.head)) is not None
    )
    first = uses[0]
    digest = hashlib.sha256(
        f"{sense}\0{shared}\0{first.article}\0{first.designations[0].lemma}".encode()
    ).hexdigest()
    used = Counter(one.text for one in wordings for _ in one.evidence if one.rule == rule)
    happenings = dict.fromkeys(
        reports[use.article, found.head[1]]
        for use in uses
        for found in use.designations
        if (use.article, found.head[1]) in reports
    )
    return Naming(
        id=f"nm-{digest[:10]}",
        kind=kind,
        name=min(used, key=lambda text: (-used[text], len(text), text)),
        actors=tuple(actors) if kind is Referent.ACTOR else tuple(agents),
        place=None if by_owner else shared,
        happenings=tuple(happenings),
        wordings=wordings,
        rule=rule,
        doubtful=True,
        contrast=contrasts(wordings),
    )


def _wordings(uses: Sequence[_Use], rule: str, places: Places, sources: Sources) -> Iterator[Wording]:
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    described: dict[tuple[str, str], tuple[str, list[Evidence]]] = {}
    for use in uses:
        for one in use.designations:
            evidence = sources.evidence(use.article, one.span)
            found[use.article, plain(evidence.quote)].append(evidence)
            if one.described_as is not None:
                as_what = sources.evidence(use.article, one.described_as)
                caller = places.at_head(use.article, one.describer_head) if one.describer_head else None
                by = places.actors[caller.actor].name if caller is not None else "somebody"
                described.setdefault((use.article, plain(as_what.quote)), (by, []))[1].append(as_what)
    order = list(dict.fromkeys(use.article for use in uses))
    several = len({article for article, _ in found}) > 1
    for article in order:
        own = [(text, ones) for (at, text), ones in found.items() if at == article]
        for _, ones in sorted(own, key=lambda pair: (-len(pair[1]), pair[1][0].span)):
            yield Wording(
                article=article, text=spelling(ones), evidence=tuple(ones), rule=rule, doubtful=several
            )
        for (at, _), (by, ones) in described.items():
            if at == article:
                yield Wording(
                    article=article, text=spelling(ones), evidence=tuple(ones), rule=SAID_SO.format(by)
                )


def plain(words: str) -> str:
    """Words without case, a leading article and a possessive ending."""
    text = " ".join(words.casefold().split())
    for article in ("the ", "a ", "an "):
        text = text.removeprefix(article)
    return text.removesuffix("’s").removesuffix("'s")


def spelling(evidence: Iterable[Evidence]) -> str:
    """As most of the uses spell it."""
    spelled = Counter(" ".join(one.quote.split()) for one in evidence)
    return min(spelled, key=lambda text: (-spelled[text], text))


def contrasts(wordings: Iterable[Wording]) -> bool:
    """True where two articles share no wording."""
    used: dict[str, set[str]] = defaultdict(set)
    for one in wordings:
        used[one.article].add(plain(one.text))
    if len(used) < 2:
        return False
    common = set.intersection(*used.values())
    if common:
        return False
    # A few sets of words are compared pair by pair; among many, some wording that not all share is enough.
    sets = list(used.values())[:60]
    return any(not one & other for number, one in enumerate(sets) for other in sets[number + 1 :])
