"""Who is meant by a description: "Norwegian officials", "observers", "the prime minister".

In: a description, the names and roles of its article. Out: the key of its actor, or nothing where the article leaves
it open ("the company", "an official", "both sides"): a page for those would join what does not belong together.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generator.consolidate.namebook import Key, Resolution
from generator.consolidate.naming import body_name
from generator.lexicons import read_sections
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.consolidate.evidence import Sources
    from generator.model.findings import Findings, Mention

COLLECTIVES = frozenset({"governing", "armed", "people", "expert"})
RANKS = frozenset({"vice", "deputy", "assistant", "associate", "under"})
"""Words before an office that make another one of it."""
EVERYWHERE = frozenset({"international", "world"})
"""Words that add nothing to who an unnamed group is: "international observers" are the observers."""


class Offices:
    """Which person holds an office in an article."""

    def __init__(
        self, findings: Sequence[Findings], sources: Sources, names: dict[tuple[str, tuple[int, int]], Key]
    ) -> None:
        """`names` gives the key of each name by article and span."""
        self._roles: dict[str, list[tuple[str, str | None, Key]]] = defaultdict(list)
        for one in findings:
            for role in one.roles:
                holder = names.get((one.article, role.holder))
                if holder is not None:
                    words = sources.articles[one.article].quote(role.text).casefold()
                    self._roles[one.article].append((words, role.affiliation, holder))

    def holder(self, article: str, mention: Mention) -> Key | None:
        """The only person of the article to whom it gives this office."""
        found = {
            holder
            for words, owner, holder in self._roles.get(article, ())
            if _holds(words, mention.name.casefold(), owned=mention.affiliation is not None and owner is None)
            and (owner == mention.affiliation or None in {owner, mention.affiliation})
        }
        return next(iter(found)) if len(found) == 1 else None


def _holds(role: str, office: str, *, owned: bool) -> bool:
    """Whether a role is this office: a vice president is not "the president".

    `owned` says that the office is told to be a state's ("the Norwegian president"): the president of a senate, of whom no
    state is told, is none of these.
    """
    before, found, _ = f" {role} ".partition(f" {office} ")
    last = before.split()[-1:]
    return bool(found) and not any(
        word in RANKS or (owned and word in read_sections("en", "bodies")) for word in last
    )


def resolve_description(
    article: str, mention: Mention, names: dict[tuple[str, tuple[int, int]], Key], offices: Offices
) -> Resolution | None:
    """The actor that a description means, or `None`."""
    if mention.antecedent is not None:
        key = names.get((article, mention.antecedent))
        return Resolution(key, mention.inference or "", inferred=True) if key else None
    if mention.inference is not None and mention.rule == "anaphoric" and mention.affiliation is not None:
        kind = ActorKind(mention.affiliation.partition(":")[0])
        return Resolution(Key(kind, mention.affiliation), mention.inference, inferred=True)
    if mention.apposition is not None:
        key = names.get((article, mention.apposition))
        return Resolution(key, "stands beside the name") if key else None
    if mention.kind is ActorKind.PERSON:
        holder = offices.holder(article, mention) if mention.rule == "office" else None
        return (
            Resolution(holder, "the only one with this office in the article", inferred=True)
            if holder
            else None
        )
    if mention.rule == "demonym":
        key = Key(ActorKind.GROUP, "people", mention.affiliation, mention.qualifier)
        return Resolution(key, "name of a people")
    base = " ".join(word for word in mention.name.split() if word not in EVERYWHERE)
    if mention.name == "international community":
        base = mention.name
    if mention.rule == "body" or mention.kind is ActorKind.DOCUMENT:
        if mention.affiliation is None:
            return None
        key = Key(mention.kind, body_name(base), mention.affiliation)
        rule = mention.inference or f"same {mention.kind}, same affiliation"
        return Resolution(key, rule, inferred=mention.inference is not None)
    if mention.rule in COLLECTIVES or (
        mention.rule == "generic" and (mention.qualifier or mention.affiliation)
    ):
        key = Key(ActorKind.GROUP, base, mention.affiliation, mention.qualifier)
        return Resolution(
            key, "same description, same affiliation" if mention.affiliation else "same description"
        )
    return None


def resolve_pronoun(
    article: str, mention: Mention, keys: dict[tuple[str, tuple[int, int]], Key]
) -> Resolution | None:
    """The actor of the mention that a pronoun goes back to, or `None`."""
    key = keys.get((article, mention.antecedent)) if mention.antecedent is not None else None
    return Resolution(key, mention.inference or "", inferred=True) if key else None
