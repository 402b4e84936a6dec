"""To whom it is done: from an event's word to the other side.

In: a sense of a verb or noun. Out: head words of the other side, and whether a strong rule found them. The lexicon
says where each verb has its other side; where nothing stands there, what the prepositions around the event name is
taken, and marked as weak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.extractors.events.complements import complement_of
from generator.annotate.extractors.events.lexicon import PREPOSITIONS
from generator.annotate.extractors.events.senses import OBJECTS, noun_sense, object_of, verb_senses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from generator.annotate.extractors.events.scene import Scene
    from generator.annotate.extractors.events.senses import Sense

ANYWHERE = (
    "against",
    "with",
    "to",
    "on",
    "from",
    "for",
    "of",
    "at",
    "into",
    "in",
    "over",
    "between",
    "across",
    "near",
)
NEAR = 1
"""How many noun phrases deep a place of the lexicon is believed."""
DEPTH = 3
"""How many noun phrases deep a preposition is looked for behind the event's words."""
ASIDE = frozenset(
    "after before following during since amid until despite because by as without unlike according "
    "due like including".split()
)
"""Prepositions that tell of circumstances."""
TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


class Other(NamedTuple):
    """The other side's head word, and whether it stands where the lexicon says."""

    token: Token
    strong: bool
    mutual: bool = False
    """True where the event goes both ways between the members of a row."""
    role: str = ""
    """Where it stands, as the lexicon has it; empty for a guess."""


def other_of(scene: Scene, sense: Sense, verb: Token, *, passive: bool) -> Other | None:
    """The other side of an event that a verb names."""
    thing = None
    for role in sense.entry.roles:
        if role == "inner":
            other = _inner(scene, verb)
        else:
            token = _at_role(scene, role, sense, verb, passive=passive)
            other = Other(token, strong=True, role=role) if token is not None else None
        if other is None or other.token.ent_type_ in TIMES:
            continue
        # Somebody further on in the list comes before something: "gave grain to farmers".
        if role in {"object", "tail"} or scene.party(other.token).known:
            return other
        thing = thing or other
    if thing is not None and "none" not in sense.entry.roles:
        return thing
    roots = [verb, *sense.words[1:], *([sense.noun] if sense.noun is not None else [])]
    owner = _owner(scene, sense)
    if owner is not None:
        return Other(owner, strong=False)
    return anywhere(scene, roots) or named_below(scene, verb)


def _owner(scene: Scene, sense: Sense) -> Token | None:
    """Whose ban is lifted, whose talks are held: the owner of the noun that decided."""
    if sense.noun is None:
        return None
    for child in sense.noun.lefts:
        if child.dep_ not in {"poss", "amod", "compound", "nmod"} or child.pos_ == "PRON":
            continue
        if scene.is_people(child) or (child.dep_ == "poss" and scene.is_actor(child)):
            return child
    return None


def named_below(scene: Scene, verb: Token) -> Other | None:
    """A name further on in the clause or in what it is done for: the weakest guess."""
    queue, steps = [verb], 0
    while queue and steps < 60:
        current = queue.pop(0)
        for child in current.children:
            steps += 1
            if child.i < verb.i or child.dep_ in {"nsubj", "ccomp", "relcl", "parataxis"}:
                continue
            if child.dep_ == "advcl" and not any(one.tag_ == "TO" for one in child.children):
                continue
            if child.dep_ in {"prep", "agent"} and child.lower_ in ASIDE:
                continue
            if child.dep_ in {"pobj", "dobj", "conj"} and scene.is_named(child):
                return Other(child, strong=False)
            queue.append(child)
    return None


def other_of_noun(scene: Scene, sense: Sense, noun: Token, verb: Token | None) -> Other | None:
    """The other side of an event that a noun names, with the light verb it stands beside."""
    roots = [noun] if verb is None else [noun, verb]
    for role in sense.entry.roles:
        if role in PREPOSITIONS:
            found = behind(roots, role, NEAR)
            if found is not None and found.ent_type_ not in TIMES:
                mutual = role == "between"
                return Other(found, strong=True, mutual=mutual, role=role)
    if verb is not None:
        given = next(
            (one for one in verb.children if one.dep_ in {"dative", "iobj"} and one.pos_ != "ADP"), None
        )
        if given is not None:
            return Other(given, strong=True)
        return anywhere(scene, roots) or named_below(scene, verb)
    return None


def anywhere(scene: Scene, roots: Sequence[Token]) -> Other | None:
    """Whoever stands behind a preposition near the event: a weak guess."""
    for word in ANYWHERE:
        found = behind(roots, word)
        if found is not None and found.ent_type_ not in TIMES and scene.party(found).known:
            return Other(found, strong=False)
    return None


def behind(roots: Sequence[Token], word: str, depth: int = DEPTH) -> Token | None:
    """What stands behind a preposition that belongs to one of the words, near ones first."""
    deepest = depth
    queue = [(root, 0) for root in roots]
    seen: set[int] = set()
    while queue:
        current, depth = queue.pop(0)
        if current.i in seen:
            continue
        seen.add(current.i)
        for child in current.children:
            if child.lower_ in ASIDE and child.lower_ != word:
                continue
            if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {
                "ADP",
                "SCONJ",
                "PART",
                "VERB",
                "ADV",
            }:
                inner = next((one for one in child.children if one.dep_ == "pobj"), None)
                if child.lower_ == word and inner is not None and child.i > min(root.i for root in roots):
                    return inner
                if depth < deepest and child.i > current.i:
                    queue += [(one, depth + 1) for one in child.children if one.dep_ in {"pobj", "prep"}]
            elif (
                child.dep_ == "acl"
                and depth < deepest
                and child.tag_ in {"VBN", "VBG"}
                and child.i > current.i
            ) or (child.dep_ in {"dobj", "npadvmod", "oprd"} and depth == 0 and child.i > current.i):
                queue.append((child, depth + 1))
    return None


def _at_role(scene: Scene, role: str, sense: Sense, verb: Token, *, passive: bool) -> Token | None:
    match role:
        case "object" | "person":
            return _object(scene, sense, verb, passive=passive)
        case "tail":
            return _tail_object(sense, verb, passive=passive)
        case "clause":
            return _clause_subject(verb)
        case "each" | "none":
            return None
        case _:
            return behind(
                [verb, *sense.words[1:], *([sense.noun] if sense.noun is not None else [])], role, NEAR
            )


def _object(scene: Scene, sense: Sense, verb: Token, *, passive: bool) -> Token | None:
    given = next(
        (one for one in verb.children if one.dep_ in {"dative", "iobj"} and one.pos_ not in {"ADP", "VERB"}),
        None,
    )
    if given is not None and sense.noun is not None:
        return given
    found = object_of(verb, passive=passive)
    if found is None or found.tag_ in {"WDT", "WP"}:
        return None
    if sense.noun is not None:
        # The object is what is given or lifted; whose or for whom it is stands inside its phrase.
        party = scene.party(found)
        return party.token if party.known and party.token != found else (found if party.known else None)
    return found


def _tail_object(sense: Sense, verb: Token, *, passive: bool) -> Token | None:
    last = sense.words[-1]
    found = next((one for one in last.children if one.dep_ in {"pobj", "dobj"}), None)
    if found is None and passive:
        return object_of(verb, passive=True)
    if found is None:
        found = next((one for one in verb.children if one.dep_ in OBJECTS and one.i > last.i), None)
    return found


def _clause_subject(verb: Token) -> Token | None:
    """Who is to act: "demand that the army leave", "urge the army to leave", "call for the army to leave"."""
    for clause in _clauses(verb):
        subject = next((one for one in clause.children if one.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and subject.tag_ not in {"WDT", "WP", "EX"}:
            return subject
    return None


def _clauses(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl"} and child.i > verb.i:
            yield child
        elif child.dep_ == "prep" and child.i > verb.i:
            yield from (one for one in child.children if one.dep_ == "pcomp")
        elif child.dep_ == "dobj":
            yield from (one for one in child.children if one.dep_ in {"acl", "relcl"} and one.i > verb.i)


def _inner(scene: Scene, verb: Token) -> Other | None:
    """The other side of what is agreed, refused or threatened."""
    inner = complement_of(scene, verb)
    if inner is None:
        return None
    if inner.pos_ in {"NOUN", "PROPN"}:
        sense = noun_sense(scene, inner)
        found = other_of_noun(scene, sense, inner, verb) if sense is not None else None
        return found or anywhere(scene, [inner, verb])
    passive = any(one.dep_ == "auxpass" for one in inner.children)
    for sense in verb_senses(scene, inner, passive=passive):
        found = other_of(scene, sense, inner, passive=passive)
        if found is not None and scene.party(found.token).known:
            return found
        if "none" in sense.entry.roles:
            return None
    target = object_of(inner, passive=passive)
    if target is not None and scene.party(target).known:
        return Other(target, strong=True)
    deeper = complement_of(scene, inner)
    if deeper is not None and deeper != inner and deeper.pos_ == "VERB":
        found = _inner(scene, inner)
        if found is not None:
            return found
    found = anywhere(scene, [inner, *([target] if target is not None else [])])
    return found or (Other(target, strong=True) if target is not None else None)
