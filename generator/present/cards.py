"""The cards of actors: who somebody is, wherever the name stands.

In: the briefing. Out: a few small scripts with what the cards say, each loaded when the first name that it knows is pointed
at. Scripts, because a page opened from a disk may load nothing else; a few, because one would grow with the dossier.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.model.site import Asset
from generator.present.addresses import OVERVIEW
from generator.present.assets import FOLDER
from generator.present.evidence import TITLE, read_passage, shorten
from generator.present.items import NAME
from generator.present.render import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Actor
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

FILES = 16
"""Number of the scripts; cards.js counts the same."""
QUOTE, SIDE = 220, 90
"""Most characters of a statement, and on either side of a mention."""


def card_assets(briefing: Briefing) -> Iterator[Asset]:
    """The scripts, each with the cards of its actors by id."""
    place = briefing.place(OVERVIEW)
    held: list[dict[str, Any]] = [{} for _ in range(FILES)]
    for actor in briefing.corpus.actors:
        held[sum(map(ord, actor.id)) % FILES][actor.id] = _card(actor, briefing, place)
    for number, cards in enumerate(held):
        text = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
        content = f"dossierCards({number},{text});\n".encode("utf-8", "replace")
        yield Asset(path=f"{FOLDER}/cards/{number}.js", content=content)


def _card(actor: Actor, briefing: Briefing, place: Place) -> dict[str, Any]:
    """Addresses in it are counted from the root of the site."""
    said = briefing.statements_by.get(actor.id, ())
    first = next((one for one in said if one.content), None)
    owner = briefing.actors.get(actor.affiliation or "")
    facts = [
        f"{counted(len(actor.mentions), 'mention')} in {briefing.reach[actor.id].words}",
        counted(len(said), "statement"),
    ]
    card: dict[str, Any] = {
        "name": shorten(actor.name, NAME),
        "kind": actor.kind.value,
        "what": [*filter(None, (actor.sort, owner and f"of {shorten(owner.name, TITLE)}"))],
        "role": shorten(actor.roles[0].text, TITLE * 2) if actor.roles else "",
        "facts": facts,
    }
    proof = first.content[0] if first else actor.mentions[0].evidence if actor.mentions else None
    if proof is not None:
        passage = read_passage(proof, briefing, place, side=SIDE)
        quote = shorten(passage.quote, QUOTE)
        card["words"] = ["", quote, ""] if first else [passage.before, quote, passage.after]
        card["cue"] = (
            (first.cue_evidence.quote if first and first.cue_evidence else first.kind) if first else ""
        )
        card["where"] = passage.article
        card["url"] = passage.url
    return card
