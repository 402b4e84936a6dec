"""Names that are no actors, and the adjectives of states.

In: the asides of all articles, and the ids of the actors. Out: one `Actor` record of kind "thing" for each name, and the
adjectives by actor. They are joined by equal words alone, and nothing else of the corpus is drawn from them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.consolidate.ids import slug
from generator.consolidate.labels import owner_name
from generator.consolidate.namebook import Key
from generator.consolidate.naming import words_of
from generator.model.corpus import Actor, ActorMention, Alias
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.consolidate.evidence import Sources
    from generator.model.findings import Findings, Mention

RULES = {
    "office": "name of an office",
    "entity": "name of a thing",
    "capitals": "capitalised, and no known actor",
}
POINTERS = {"adjective": "adjective of a state", "people": "name of a state's people"}


def gather_things(
    findings: Sequence[Findings], sources: Sources, owners: Mapping[str, str], taken: set[str]
) -> tuple[Actor, ...]:
    """Things, most mentioned first; `owners` are ids of states by gazetteer key, `taken` all ids of actors."""
    found: dict[Key, list[tuple[str, Mention]]] = defaultdict(list)
    for one in findings:
        named = [mention for mention in one.asides if mention.kind is ActorKind.THING]
        longer = _last_words(named)
        for mention in named:
            words = words_of(mention.name)
            if words:
                base = longer.get(" ".join(words), " ".join(words))
                found[Key(ActorKind.THING, base, mention.affiliation)].append((one.article, mention))
    things = []
    used = set(taken)
    for key in sorted(found, key=lambda one: (one.base, one.affiliation or "")):
        ones = found[key]
        name = Counter(mention.name for _, mention in ones)
        best = min(name, key=lambda text: (-name[text], text))
        base = slug(" ".join(filter(None, ("name", owner_name(key.affiliation), key.base))))
        thing = base
        number = 2
        while thing in used:
            thing, number = f"{base}-{number}", number + 1
        used.add(thing)
        things.append(_thing(thing, best, key, ones, sources, owners))
    return tuple(sorted(things, key=lambda one: (-len(one.mentions), one.id)))


def _last_words(named: Sequence[Mention]) -> dict[str, str]:
    """Last word -> the only longer name of the article that ends so: "the **Comet**" is the "Harvey Comet" again."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in named:
        words = words_of(mention.name)
        if len(words) > 1 and mention.rule != "office":
            found[words[-1]].add(" ".join(words))
    return {last: next(iter(names)) for last, names in found.items() if len(names) == 1}


def _thing(
    thing: str,
    name: str,
    key: Key,
    ones: Sequence[tuple[str, Mention]],
    sources: Sources,
    owners: Mapping[str, str],
) -> Actor:
    mentions = tuple(
        ActorMention(
            evidence=sources.evidence(article, mention.span), form=mention.form, rule=RULES[mention.rule]
        )
        for article, mention in ones
    )
    wordings: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        wordings[" ".join(mention.evidence.quote.split())].append(mention)
    aliases = [
        Alias(text=text, evidence=tuple(use.evidence for use in uses)) for text, uses in wordings.items()
    ]
    rules = Counter(mention.rule for mention in mentions)
    offices = rules[RULES["office"]] * 2 > len(mentions)
    return Actor(
        id=thing,
        name=name,
        kind=ActorKind.THING,
        aliases=tuple(sorted(aliases, key=lambda alias: (-len(alias.evidence), alias.text))),
        mentions=mentions,
        affiliation=owners.get(key.affiliation or ""),
        rule=min(rules, key=lambda rule: (-rules[rule], rule)),
        sort="office" if offices else None,
    )


def gather_adjectives(
    findings: Sequence[Findings], sources: Sources, owners: Mapping[str, str]
) -> dict[str, tuple[ActorMention, ...]]:
    """Actor id -> adjectives, in the order of articles and text; a state that is nowhere named has none."""
    found: dict[str, list[ActorMention]] = defaultdict(list)
    for one in findings:
        for mention in one.asides:
            actor = owners.get(mention.gazetteer or "")
            if actor is not None:
                found[actor].append(
                    ActorMention(
                        evidence=sources.evidence(one.article, mention.span),
                        form=mention.form,
                        rule=POINTERS[mention.rule],
                        inferred=True,
                    )
                )
    return {actor: tuple(ones) for actor, ones in found.items()}
