"""Who does it: from a verb to the noun phrase behind it.

In: a verb. Out: the head word of its doer. A doer is looked for beside the verb, behind "by", and then along the
clauses the verb hangs on: rows of verbs, participles, relative clauses, infinitives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.extractors.events.senses import antecedent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.extractors.events.scene import Scene

STEPS = 8
"""How far a doer is looked for: deeper nesting is a parser's error more often than a sentence."""
SUBJECTS = frozenset({"nsubj", "csubj"})
URGED = frozenset({"dobj", "dative", "iobj"})
OWN_DEEDS = frozenset(
    {"promise", "threaten", "use", "take", "hold", "make", "sign", "give", "issue", "launch", "need"}
)
"""Verbs behind whose object an infinitive has the subject for its doer: "signed a deal to share data"."""


class Doer(NamedTuple):
    """Where the search ended."""

    token: Token | None
    """Head word of the doer; `None` where the text names nobody."""
    weak: bool = False


def is_passive(scene: Scene, verb: Token) -> bool:
    """True for "was freed", "a man freed by the court" and the second verb of "was held and freed"."""
    if verb.lower_ in scene.lexicon.stative and by_agent(verb) is None:
        return False
    if any(one.dep_ in {"nsubjpass", "auxpass"} for one in verb.children):
        return True
    if verb.tag_ != "VBN" or any(one.dep_ in {"nsubj", "aux"} for one in verb.children):
        return False
    if verb.dep_ in {"acl", "advcl", "amod"}:
        return not any(one.dep_ == "dobj" for one in verb.children)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return is_passive(scene, verb.head)
    return verb.dep_ in {"oprd", "ccomp"} and any(one.dep_ == "agent" for one in verb.children)


def by_agent(verb: Token) -> Token | None:
    """The noun behind "by" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.ent_type_ not in {"DATE", "TIME", "PERCENT", "MONEY"}:
                    return inner
    return None


def doer_of(scene: Scene, verb: Token, *, passive: bool) -> Doer:
    """The doer of a verb."""
    if passive:
        found = by_agent(verb)
        if found is None and verb.dep_ == "conj":
            found = by_agent(verb.head)
        if found is None:
            found = _in_deed_by(verb)
            return Doer(found, weak=True)
        return Doer(found)
    current = verb
    weak = False
    for _ in range(STEPS):
        subject = _subject(scene, current)
        if subject is not None:
            head = antecedent(subject)
            return Doer(None if head.dep_ == "expl" else head, weak)
        step = _climb(scene, current)
        if step is None:
            return _beside(verb)
        current, ended, doubt = step
        weak = weak or doubt
        if ended:
            return Doer(current, weak)
        if is_passive(scene, current):
            # "was sent to fight": whoever is sent fights; "accused of helping": whoever is accused helped.
            subject = next((one for one in current.children if one.dep_ == "nsubjpass"), None)
            if subject is not None:
                return Doer(antecedent(subject), weak)
            if current.dep_ == "acl":
                return Doer(current.head, weak)
            weak = True
    return Doer(None, weak=True)


def _in_deed_by(verb: Token) -> Token | None:
    """“was hurt in an attack by rebels”."""
    for prep in verb.children:
        for noun in prep.children if prep.dep_ == "prep" and prep.lower_ in {"in", "during", "after"} else ():
            for by in noun.children:
                if by.lower_ == "by":
                    return next((one for one in by.children if one.dep_ == "pobj"), None)
    return None


def _subject(scene: Scene, verb: Token) -> Token | None:
    subjects = [
        one for one in verb.children if one.dep_ in SUBJECTS and not one.is_punct and one.pos_ != "VERB"
    ]
    if not subjects and verb.lower_ in scene.lexicon.stative:
        subjects = [one for one in verb.children if one.dep_ == "nsubjpass"]
    before = [one for one in subjects if one.i < verb.i]
    return before[-1] if before else (subjects[0] if subjects else None)


def _climb(scene: Scene, verb: Token) -> tuple[Token, bool, bool] | None:
    """(where to look next, whether it is the doer itself, whether that is doubtful)."""
    head = verb.head
    if head == verb:
        return None
    match verb.dep_:
        case "conj" if _goes_on(verb):
            return head.head, False, False
        case "conj":
            return (head, False, False) if head.pos_ in {"VERB", "AUX", "ADJ"} else None
        case "aux" | "auxpass" | "acomp" | "oprd" | "attr" | "dep":
            return (head, False, False) if head.pos_ in {"VERB", "AUX", "ADJ"} else None
        case "xcomp" | "ccomp":
            urged = next((one for one in head.children if one.dep_ in URGED and one.i < verb.i), None)
            if urged is not None and head.lemma_.lower() not in OWN_DEEDS and scene.party(urged).known:
                return urged, True, False
            if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG", "VBN"}:
                return None
            return (head, False, False) if head.pos_ in {"VERB", "AUX", "ADJ"} else None
        case "advcl":
            if verb.tag_ in {"VBG", "VB", "VBN"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
                return head, False, False
            return None
        case "pcomp":
            return _behind_preposition(scene, head)
        case "acl":
            return _beside_noun(scene, verb, head)
        case "relcl":
            return (head, True, True) if verb.tag_ in {"VBG", "VB"} else None
        case _:
            return None


def _goes_on(verb: Token) -> bool:
    """“X said it would take years and called on her to go”: the second verb goes on from the first, not from "take"."""
    clause = verb.head
    outer = clause.head
    modal = any(one.dep_ == "aux" and one.tag_ == "MD" for one in clause.children)
    bare = not any(one.dep_ in {"aux", "auxpass"} for one in verb.children)
    return (
        clause.dep_ == "ccomp" and modal and bare and verb.tag_ == outer.tag_ and verb.tag_ in {"VBD", "VBZ"}
    )


def _behind_preposition(scene: Scene, prep: Token) -> tuple[Token, bool, bool] | None:
    """“after attacking”, "accused them of attacking"."""
    governor = prep.head
    if governor.pos_ in {"VERB", "AUX"}:
        if prep.lower_ in {"of", "for", "from"} and prep.i > governor.i:
            target = next((one for one in governor.children if one.dep_ == "dobj"), None)
            if target is not None and scene.party(target).known:
                return target, True, False
        return governor, False, False
    if governor.pos_ in {"NOUN", "PROPN"}:
        if scene.is_actor(governor):
            return governor, True, True
        return _beside_noun(scene, prep, governor)
    return None


def _beside_noun(scene: Scene, verb: Token, noun: Token) -> tuple[Token, bool, bool] | None:
    """“fighters attacking the town”, "its plan to attack", "issued a statement condemning"."""
    if scene.is_actor(noun) or (noun.lemma_.lower() in scene.lexicon.partitives and scene.party(noun).known):
        return noun, True, False
    owner = next((one for one in noun.children if one.dep_ == "poss"), None)
    if owner is not None and scene.is_actor(owner):
        return owner, True, False
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "of"} and child.i < verb.i:
            for inner in child.children:
                if inner.dep_ == "pobj" and scene.is_actor(inner):
                    return inner, True, False
    people = next((one for one in noun.lefts if scene.is_people(one)), None)
    if people is not None:
        return people, True, False
    if noun.dep_ in {"dobj", "attr"} and noun.head.pos_ in {"VERB", "AUX"}:
        return noun.head, False, False
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"VERB", "AUX"}:
        return noun.head.head, False, True
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return noun, True, True
    return None


def _beside(verb: Token) -> Doer:
    """The noun right before a finite verb: for broken parses."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return Doer(None)
    at = verb.i - 1
    doc = verb.doc
    while at >= 0 and (
        doc[at].pos_ in {"ADV", "AUX"} or doc[at].ent_type_ == "DATE" or doc[at].lower_ == "on"
    ):
        at -= 1
    if at < 0 or doc[at].pos_ not in {"PROPN", "NOUN"} or doc[at].sent != verb.sent:
        return Doer(None)
    word = doc[at]
    while word.dep_ in {"pobj", "prep", "appos", "compound", "flat", "poss"} and word.head.i < word.i:
        word = word.head
    return Doer(word, weak=True)
