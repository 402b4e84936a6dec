"""What is agreed, refused, planned: the verb or event noun that a verb governs.

In: a verb or adjective. Out: the infinitive or gerund behind it, or the noun that names a deed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.events.senses import OBJECTS, noun_sense

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.extractors.events.scene import Scene


def complement_of(scene: Scene, verb: Token) -> Token | None:
    """The verb behind "to" or "-ing", or the event noun that is the object."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "advcl", "ccomp"} and child.i > verb.i and child.pos_ in {"VERB", "AUX"}:
            if child.dep_ == "xcomp" or any(one.tag_ == "TO" for one in child.children):
                return child
        elif child.dep_ in {"acomp", "attr", "oprd"}:
            found = complement_of(scene, child)
            if found is not None:
                return found
    target = next((one for one in verb.children if one.dep_ in OBJECTS), None)
    if target is not None:
        reach = next(
            (one for one in target.children if one.dep_ == "prep" and one.lower_ in {"to", "for"}), None
        )
        gerund = (
            next((one for one in reach.children if one.dep_ == "pcomp"), None) if reach is not None else None
        )
        if gerund is not None:
            return gerund
        clause = next(
            (
                one
                for one in target.children
                if one.dep_ == "acl" and any(x.tag_ == "TO" for x in one.children)
            ),
            None,
        )
        if clause is not None:
            return clause
        return target if noun_sense(scene, target) is not None else None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"for", "to", "on"}:
            inner = next((one for one in child.children if one.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None and (inner.dep_ == "pcomp" or noun_sense(scene, inner) is not None):
                return inner
    return None
