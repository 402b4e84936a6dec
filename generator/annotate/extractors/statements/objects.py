"""What is said, as a phrase: objects, infinitives, predicates and as-phrases beside a verb.

In: the verb, its cue and its voice. Out: content spans with the name of the construction. With a passive the
grammatical subject belongs to what is said ("the vote was described as a farce").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.clauses import Found, is_infinitive
from generator.annotate.extractors.statements.fronted import has_child
from generator.annotate.extractors.statements.spans import runs, subtree

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from generator.annotate.extractors.statements.ground import Ground
    from generator.annotate.extractors.statements.lexicon import Cue
    from generator.annotate.extractors.statements.speakers import Voice

REASONS = frozenset({"for", "of", "over", "as", "to", "with", "on"})
"""Prepositions that say what a charge or a praise is for."""
EMPTY = frozenset(
    {"that", "which", "who", "whom", "what", "himself", "herself", "themselves", "itself", "myself"}
)
SAYING = frozenset(
    {"says", "claims", "asks", "concedes", "believes", "intends", "proposes", "promises", "predicts"}
)
"""Kinds whose object is what is said; that of the others is whom or what it is said of."""
WEAK = frozenset(
    {"it", "this", "that", "so", "something", "nothing", "anything", "them", "him", "her", "me", "us", "you"}
)
"""Objects that say nothing of what was said; those of praise or blame are still its target."""


def find_as(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """Object and as-phrase."""
    phrase = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None)
    thing = voice.raised if voice.passive else _object(verb, cue)
    if phrase is None and not voice.passive and thing is not None:
        phrase = next((c for c in thing.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if phrase is None and voice.passive and voice.subject is not None:
        phrase = next((c for c in voice.subject.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if phrase is None or thing is None:
        return None
    tokens = subtree(phrase) | subtree(thing, [verb])
    return "described as", runs(ground.doc, tokens)


def find_predicate(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """Object and predicate: "call the vote a farce"."""
    predicate = next((c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i), None)
    if predicate is not None:
        thing = voice.raised if voice.passive else _object(verb, cue)
        tokens = subtree(predicate) | (subtree(thing, [verb]) if thing is not None else set())
        return "called so", runs(ground.doc, tokens)
    small = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.pos_ != "VERB"), None)
    if small is not None and has_child(small, "nsubj"):
        return "called so", runs(ground.doc, subtree(small))
    thing = None if voice.passive else _object(verb, cue)
    if thing is not None and any(ground.quoted(ground.doc[i]) for i in subtree(thing) if i > thing.i):
        return "called so", runs(ground.doc, subtree(thing))
    return None


def find_infinitive(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """“to” and a verb."""
    clause = next((c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c) and c.i > verb.i), None)
    if clause is None or (_object(verb, cue) is not None and "someone-to" in cue.takes):
        return None
    tokens = subtree(clause)
    if voice.passive and voice.raised is not None:
        tokens |= subtree(voice.raised, [verb])
    return "infinitive", runs(ground.doc, tokens)


def find_someone_to(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """Somebody, "to" and a verb."""
    for child in verb.children:
        if child.dep_ == "ccomp" and is_infinitive(child) and child.i > verb.i:
            return "urged to", runs(ground.doc, subtree(child))
    thing = voice.raised if voice.passive else _object(verb, cue)
    if thing is None:
        return None
    for child in [*verb.children, *thing.children]:
        if child.dep_ in {"xcomp", "advcl", "acl", "ccomp"} and is_infinitive(child) and child.i > verb.i:
            return "urged to", runs(ground.doc, subtree(thing, [verb]) | subtree(child))
    return None


def find_gerund(ground: Ground, verb: Token, _cue: Cue, _voice: Voice) -> Found | None:
    """A verb in -ing."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "pcomp", "dobj", "ccomp"} and child.tag_ == "VBG" and child.i > verb.i:
            return "gerund", runs(ground.doc, subtree(child))
    return None


def find_object(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """A noun phrase, but for "voice the hope that ...": there the noun is the cue."""
    thing = _object(verb, cue)
    if thing is not None and ground.cues.lemma(verb) in ground.cues.light and _is_cue(ground, thing):
        return None
    return _target(
        ground, verb, cue, voice, weak=WEAK if cue.kind in SAYING else frozenset(), reasons=REASONS
    )


def find_fact(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """What a document shows in so many words: "the poll shows her ahead by five points"."""
    if voice.passive or voice.subject is None or not ground.is_document(voice.subject):
        return None
    thing = _object(verb, cue)
    if thing is None or thing.lower_ in EMPTY:
        return None
    tokens = subtree(thing)
    for child in verb.children:
        if child.i > thing.i and child.dep_ in {"prep", "advmod", "advcl", "oprd", "acomp", "npadvmod"}:
            if ground.doc[min(subtree(child)) - 1].text == ",":
                break
            tokens |= subtree(child)
    return "object", runs(ground.doc, tokens)


def _is_cue(ground: Ground, noun: Token) -> bool:
    """True for a cue noun with a that-clause."""
    return ground.cues.lemma(noun) in ground.cues.nouns and any(
        c.dep_ in {"acl", "ccomp", "relcl"}
        and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
        for c in noun.children
    )


def find_charge(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """A noun phrase with what it is praised, blamed or charged for."""
    return _target(ground, verb, cue, voice, weak=frozenset(), reasons=REASONS)


def _target(
    ground: Ground, verb: Token, cue: Cue, voice: Voice, weak: frozenset[str], reasons: frozenset[str]
) -> Found | None:
    thing = voice.raised if voice.passive else _object(verb, cue)
    if thing is None or thing.lower_ in EMPTY or thing.lower_ in weak:
        return None
    if voice.passive and voice.subject is None:
        return None
    if "thing" in cue.takes and (thing.ent_type_ in {"PERSON", "ORG", "GPE", "DATE", "TIME"}):
        return None
    if thing.ent_type_ in {"DATE", "TIME"}:
        return None
    tokens = subtree(thing, [verb])
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in reasons and child.i > thing.i:
            tokens |= subtree(child)
    tokens |= _listed(verb, thing)
    tokens |= _adjoining(verb, tokens)
    return "object", runs(ground.doc, tokens)


def _adjoining(verb: Token, tokens: set[int]) -> set[int]:
    """What goes on right behind an object, which parsers hang on the verb: "a fund **to help the towns**"."""
    found: set[int] = set()
    last = max(tokens)
    for child in sorted(verb.children, key=lambda one: one.i):
        part = subtree(child)
        if min(part) != last + 1 or not _completes(child):
            continue
        found |= part
        last = max(part)
    return found


def _completes(child: Token) -> bool:
    """An infinitive, or a participle without a comma before it: "saw Holm **signing the bill**"."""
    return child.dep_ in {"advcl", "xcomp"} and (is_infinitive(child) or child.tag_ == "VBG")


def _listed(verb: Token, thing: Token) -> set[int]:
    """Further members of a list of gerunds inside the object, which parsers hang on the verb.

    "stressed the importance of keeping records, training staff and paying on time"
    """
    gerund = any(
        c.dep_ == "pcomp" and c.tag_ == "VBG" for p in thing.children if p.dep_ == "prep" for c in p.children
    )
    tokens: set[int] = set()
    if gerund:
        for child in verb.children:
            listed = child.dep_ in {"advcl", "conj"} and child.tag_ == "VBG" and child.i > thing.i
            if listed and (child.dep_ == "conj" or any(c.dep_ == "cc" for c in child.children)):
                tokens |= subtree(child)
    return tokens


def _object(verb: Token, cue: Cue) -> Token | None:
    """Head of the object: of the verb, or of the preposition that belongs to the cue."""
    if cue.tail:
        for child in verb.children:
            if child.dep_ in {"prep", "dative"} and child.lower_ == cue.tail[-1] and child.i > verb.i:
                return next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if child.dep_ in {"prt", "advmod", "prep"} and child.i > verb.i:
                for inner in child.children:
                    if inner.dep_ == "prep" and inner.lower_ == cue.tail[-1]:
                        return next((c for c in inner.children if c.dep_ in {"pobj", "pcomp"}), None)
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)


def find_raised(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """“to” and a verb behind a passive: "Holm is said to have left"."""
    return find_infinitive(ground, verb, cue, voice) if voice.passive else None


FINDERS: tuple[tuple[str, Callable[[Ground, Token, Cue, Voice], Found | None]], ...] = (
    ("as", find_as),
    ("predicate", find_predicate),
    ("someone-to", find_someone_to),
    ("infinitive", find_infinitive),
    ("raised", find_raised),
    ("gerund", find_gerund),
    ("charge", find_charge),
    ("object", find_object),
    ("fact", find_fact),
)
"""In the order of preference."""
