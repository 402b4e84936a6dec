"""Who tells of a statement: reporting chains.

In: a statement that stands inside others. Out: the tellers, the nearest one first, each with the address of what he
says. The address of a statement stands here too, since a chain is made of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.present.addresses import STATEMENTS
from generator.present.evidence import shorten

if TYPE_CHECKING:
    from generator.model.corpus import ActorStatement
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

NAME = 160
"""Most characters of a teller's name."""
LINKS = 6
"""Most links of a chain: more is a parser's error."""
UNNAMED = "nobody named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One who tells of a statement."""

    name: str
    url: str
    """Where the statement stands in which he does."""


def read_chain(statement: ActorStatement, briefing: Briefing, place: Place) -> tuple[Teller, ...]:
    """From the one who tells of it to the one whom the article quotes; empty where the article itself does."""
    tellers: list[Teller] = []
    outer = briefing.statements.get(statement.inside or "")
    while outer is not None and len(tellers) < LINKS:
        actor = briefing.actors.get(outer.speaker or "")
        words = outer.speaker_evidence.quote if outer.speaker_evidence else UNNAMED
        name = shorten(actor.name if actor else words, NAME)
        tellers.append(Teller(name=name, url=address_statement(outer, place)))
        outer = briefing.statements.get(outer.inside or "")
    return tuple(tellers)


def address_statement(statement: ActorStatement, place: Place) -> str:
    """The statement in the ledger, where a repeated one stands once; its script brings what the page does not hold."""
    return place.to(STATEMENTS, statement.same_as or statement.id)
