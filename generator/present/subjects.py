"""What somebody's statements are about.

In: the statements of one actor. Out: the same by subject. A subject is a keyword of the article that stands in what is
said; each statement stands under that one of its keywords which most of these statements share, so that few and full
groups come about, and those without any come last.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.items import StatementLine, TopicName, line_statement, name_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.corpus import Actor, ActorStatement
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

FEWEST = 4
"""Fewest statements that are worth a second order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Statements on one subject, in the order of the texts."""

    topic: TopicName | None
    """`None` for those whose content holds no keyword."""
    lines: tuple[StatementLine, ...]


def group_subjects(
    actor: Actor, statements: Sequence[ActorStatement], briefing: Briefing, place: Place
) -> tuple[Subject, ...]:
    """The largest group first; nothing where two groups cannot be made.

    The actor's own names are no subject of what it says.
    """
    own = {actor.name.casefold(), *(alias.text.casefold() for alias in actor.aliases)}
    known = {
        one.id: [
            key
            for key in one.topics
            if key in briefing.topics and briefing.topics[key].term.casefold() not in own
        ]
        for one in statements
    }
    shared = Counter(key for keys in known.values() for key in keys)
    groups: dict[str | None, list[ActorStatement]] = {}
    for one in statements:
        best = max(known[one.id], key=lambda key: shared[key], default=None)
        groups.setdefault(best, []).append(one)
    if len(statements) < FEWEST or len(groups) < 2:
        return ()
    order = sorted(groups, key=lambda key: (key is None, -len(groups[key])))
    return tuple(
        Subject(
            topic=name_topic(briefing.topics[key], briefing, place) if key is not None else None,
            lines=tuple(line_statement(one, briefing, place) for one in groups[key]),
        )
        for key in order
    )
