"""Joins mentions to actors.

In: mentions and roles of all articles. Out: one `Actor` for each person, state, territory, place, organisation, group
and document, the names that are no actors, and `Places`, by which everything else finds them. Names come first, then descriptions, which may lean
on names; what stays open is left without an actor.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.consolidate.descriptions import Offices, resolve_description, resolve_pronoun
from generator.consolidate.ids import Ids
from generator.consolidate.labels import actor_name, id_name
from generator.consolidate.namebook import Key, NameBook
from generator.consolidate.naming import body_name
from generator.consolidate.other_ids import gather_other_ids
from generator.consolidate.places import Places, Resolved
from generator.consolidate.roles import gather_roles
from generator.consolidate.sorts import body_sort, group_sort
from generator.consolidate.suggestions import gather_suggestions
from generator.consolidate.things import gather_adjectives, gather_things
from generator.lexicons import load_gazetteer
from generator.model.corpus import Actor, ActorMention, Alias
from generator.model.findings import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.consolidate.evidence import Sources
    from generator.consolidate.namebook import Resolution
    from generator.model.article import Span
    from generator.model.findings import Findings, Mention

    Found = list[tuple[str, Mention, Resolution]]


def gather_actors(
    findings: Sequence[Findings], sources: Sources
) -> tuple[tuple[Actor, ...], tuple[Actor, ...], Places]:
    """All actors, most mentioned first, all things, and where the actors stand."""
    found: dict[Key, Found] = defaultdict(list)
    keys: dict[tuple[str, Span], Key] = {}
    book = NameBook(findings, sources)

    def gather(form: Form, resolve: Callable[[str, Mention], Resolution | None]) -> None:
        for one in findings:
            for mention in one.mentions:
                resolution = resolve(one.article, mention) if mention.form is form else None
                if resolution is not None:
                    keys[one.article, mention.span] = resolution.key
                    found[resolution.key].append((one.article, mention, resolution))

    # Each step leans on those before: a description on names, a pronoun on both.
    gather(Form.NAME, book.resolve)
    offices = Offices(findings, sources, keys)
    gather(Form.DESCRIPTION, lambda article, mention: resolve_description(article, mention, keys, offices))
    gather(Form.PRONOUN, lambda article, mention: resolve_pronoun(article, mention, keys))
    ids = _ids(found)
    owners = _owners(ids)
    roles = gather_roles(findings, sources, {place: ids[key] for place, key in keys.items()}, owners)
    suggestions = gather_suggestions(ids)
    other_ids = gather_other_ids(found, ids)
    adjectives = gather_adjectives(findings, sources, owners)
    order = {one.article: number for number, one in enumerate(findings)}
    actors = [
        replace(
            _actor(key, ones, ids[key], sources, order),
            roles=roles.get(ids[key], ()),
            # People of a state's ethnic kin are not that state's.
            affiliation=None if key.qualifier == "ethnic" else owner_id(key.affiliation, owners),
            suggestions=suggestions.get(ids[key], ()),
            adjectives=adjectives.get(ids[key], ()),
            other_ids=other_ids.get(ids[key], ()),
        )
        for key, ones in found.items()
    ]
    actors.sort(key=lambda actor: (-len(actor.mentions), actor.id))
    resolved: dict[str, list[Resolved]] = {one.article: [] for one in findings}
    for key, ones in found.items():
        for article, mention, resolution in ones:
            resolved[article].append(Resolved(mention, ids[key], resolution.rule, resolution.inferred))
    things = gather_things(findings, sources, owners, set(ids.values()))
    return tuple(actors), things, Places(resolved, actors)


def _ids(found: dict[Key, Found]) -> dict[Key, str]:
    """An id a key, taken in the order of the keys, so that adding an article renames nothing."""
    ids = Ids()
    order = list(ActorKind)
    keys = sorted(
        found, key=lambda key: (order.index(ActorKind(key.kind)), key.base, key[2] or "", key[3] or "")
    )
    return {key: ids.take(id_name(key), key.kind) for key in keys}


def _owners(ids: dict[Key, str]) -> dict[str, str]:
    """Affiliation as mentions have it (gazetteer key or `name:...`) -> actor id."""
    owners = {}
    for key, actor in ids.items():
        if key.base in load_gazetteer().by_key:
            owners[key.base] = actor
        elif key.kind == ActorKind.ORGANISATION:
            owners.setdefault(f"name:{key.base}", actor)
    return owners


def owner_id(affiliation: str | None, owners: dict[str, str]) -> str | None:
    """Actor id of an affiliation; `None` where no article mentions that actor."""
    if affiliation is None:
        return None
    if affiliation.startswith("name:"):
        affiliation = f"name:{body_name(affiliation.removeprefix('name:'))}"
    return owners.get(affiliation)


def _actor(key: Key, ones: Found, actor: str, sources: Sources, order: dict[str, int]) -> Actor:
    ones = sorted(ones, key=lambda one: (order[one[0]], one[1].span))
    mentions = tuple(
        ActorMention(
            evidence=sources.evidence(article, mention.span),
            form=mention.form,
            rule=resolution.rule,
            inferred=resolution.inferred,
        )
        for article, mention, resolution in ones
    )
    aliases = _aliases(mentions)
    rules = Counter(one.rule for one in mentions)
    return Actor(
        id=actor,
        name=actor_name(key, [mention for _, mention, _ in ones], aliases),
        kind=ActorKind(key.kind),
        aliases=aliases,
        mentions=mentions,
        rule=min(rules, key=lambda rule: (-rules[rule], rule)),
        sort=_sort(key, [mention for _, mention, _ in ones]),
    )


def _sort(key: Key, mentions: Sequence[Mention]) -> str | None:
    if key.kind == ActorKind.ORGANISATION:
        return body_sort(key.base, [one.name for one in mentions if one.form is not Form.PRONOUN])
    return group_sort(mentions) if key.kind == ActorKind.GROUP else None


def _aliases(mentions: Sequence[ActorMention]) -> tuple[Alias, ...]:
    """Wordings by use, most frequent first; capital letters at a sentence's start make no other wording."""
    groups: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        if not mention.inferred:
            groups[" ".join(mention.evidence.quote.casefold().split())].append(mention)
    aliases = []
    for uses in groups.values():
        spellings = Counter(" ".join(use.evidence.quote.split()) for use in uses)
        text = min(spellings, key=lambda one: (-spellings[one], one))
        aliases.append(Alias(text=text, evidence=tuple(use.evidence for use in uses)))
    return tuple(sorted(aliases, key=lambda alias: (-len(alias.evidence), alias.text)))
