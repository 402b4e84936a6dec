"""What the words around a verb make of its event: planned, demanded, negated, conditional, begun or ended.

In: a verb. Out: `Frame`. Auxiliaries and negation come first, then the verbs and adjectives on which it hangs as an
infinitive ("plans to", "is ready to", "refused to"), each by its operator in the lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.findings import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.extractors.events.scene import Scene

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
DUTY = frozenset({"must", "should", "ought"})
MAYBE = frozenset({"may", "might", "could", "can", "ca"})
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest"})
FRIENDLY = frozenset({"AID", "COOPERATE", "YIELD"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
CLASHING = HOSTILE | {"THREATEN", "REJECT", "ACCUSE"}
STEPS = 6


@dataclass(slots=True)
class Frame:
    """What was found on the way up."""

    modality: Modality = Modality.ASSERTED
    negated: bool = False
    future: bool = False
    """Somebody is to do it: "will", "plans to", "is ready to"."""
    would: bool = False
    ending: bool = False
    """"stopped attacking"."""
    governed: bool = False
    """A verb of commitment, refusal or threat says it: the event is that verb's."""


def frame_of(scene: Scene, verb: Token) -> Frame:
    """The frame of a verb's event."""
    frame = Frame()
    current = verb
    for step in range(STEPS):
        _auxiliaries(frame, current, own=step == 0 or current.dep_ != "conj")
        if current.dep_ == "advcl" and any(
            one.lower_ in CONDITIONS and one.dep_ in {"mark", "advmod"} for one in current.children
        ):
            _weaken(frame, Modality.CONDITIONAL)
        above = _governor(current)
        if above is None:
            break
        if current.dep_ == "conj":
            if _is_finite_clause(current) or (
                current.tag_ in {"VBD", "VBZ", "VBP"} and above.tag_ in {"VB", "VBG", "VBN"}
            ):
                break
        elif not _apply(frame, _operators(scene, above), above, current):
            break
        current = above
    if frame.negated:
        frame.modality = Modality.NEGATED
    elif frame.modality is Modality.ASSERTED and frame.future:
        frame.modality = Modality.PLANNED
    elif frame.modality is Modality.ASSERTED and frame.would:
        said = scene.statement_at(verb.idx) is not None
        frame.modality = Modality.PLANNED if said else Modality.CONDITIONAL
        frame.future = said
    return frame


def class_in(frame: Frame, kind: str) -> str:
    """The class of an event once its frame is known: a deed that is only announced is a word."""
    if frame.ending:
        return "YIELD" if kind in HOSTILE else ("SANCTION" if kind not in CLASHING else kind)
    if frame.future and frame.negated and kind in FRIENDLY | {"CONSULT", "SUPPORT", "AGREE"}:
        # Who says that he will not has refused: the refusal itself is no plan and not denied.
        frame.modality = Modality.ASSERTED
        return "REJECT"
    if frame.future and kind in FRIENDLY:
        return "AGREE"
    if frame.future and kind in HOSTILE and not frame.negated:
        return "THREATEN"
    return kind


def _weaken(frame: Frame, modality: Modality) -> None:
    """The outermost of several weakenings does not undo a stronger one."""
    order = (Modality.ASSERTED, Modality.REPORTED, Modality.PLANNED, Modality.CONDITIONAL, Modality.DEMANDED)
    if order.index(modality) > order.index(frame.modality):
        frame.modality = modality


def _auxiliaries(frame: Frame, verb: Token, *, own: bool) -> None:
    for child in verb.children:
        if child.dep_ == "neg" and own and child.lower_ != "only":
            frame.negated = not frame.negated
        elif child.dep_ == "aux":
            word = child.lower_
            if word in FUTURE:
                frame.future = True
            elif word in DUTY:
                inverted = any(
                    one.dep_ in {"nsubj", "nsubjpass"} and one.i > child.i for one in verb.children
                )
                _weaken(frame, Modality.CONDITIONAL if inverted else Modality.DEMANDED)
            elif word in {"would", "'d"}:
                frame.would = True
            elif word in MAYBE and child.tag_ == "MD":
                _weaken(frame, Modality.CONDITIONAL)
        elif child.dep_ == "advmod" and child.lower_ == "never" and own:
            frame.negated = True


def _is_finite_clause(verb: Token) -> bool:
    """A verb of a row that has a subject or auxiliary of its own stands alone."""
    return any(one.dep_ in {"nsubj", "nsubjpass"} for one in verb.children) or any(
        one.dep_ == "aux" and one.tag_ in {"MD", "VBZ", "VBP", "VBD"} for one in verb.children
    )


def _governor(verb: Token) -> Token | None:
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in {"xcomp", "conj"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return head
    if verb.dep_ == "ccomp" and any(one.tag_ == "TO" for one in verb.children):
        return head
    if verb.dep_ in {"acomp", "oprd", "attr"} and head.pos_ in {"AUX", "VERB"}:
        return head
    if verb.dep_ == "advcl" and any(one.tag_ == "TO" for one in verb.children):
        return head
    if verb.dep_ == "pcomp" and head.head.pos_ in {"VERB", "AUX", "NOUN"}:
        return head.head
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return head
    return None


def _operators(scene: Scene, above: Token) -> frozenset[str]:
    return scene.lexicon.operators.get(above.lemma_.lower(), frozenset())


def _apply(frame: Frame, operators: frozenset[str], above: Token, below: Token) -> bool:
    """Takes in one governor of the verb `below`; false where the search ends with it."""
    infinitive = any(one.tag_ == "TO" for one in below.children)
    if above.pos_ in {"NOUN", "PROPN"}:
        if "needed" in operators:
            _weaken(frame, Modality.DEMANDED)
        elif "unreal" in operators:
            _weaken(frame, Modality.CONDITIONAL)
        elif infinitive and "plan" in operators:
            # "its plan to attack", "the decision to withdraw"
            frame.future = True
        elif infinitive:
            # "a measure to disarm them": what it is for, and nobody's word
            _weaken(frame, Modality.PLANNED)
        return False
    if operators & {"refuse", "threaten"} or ("commit" in operators and above.pos_ == "VERB"):
        frame.governed = True
        return False
    if "deny" in operators:
        frame.negated = not any(one.dep_ == "neg" for one in above.children)
        return False
    if "ready" in operators or "plan" in operators:
        frame.future = True
        return True
    if "try" in operators:
        _weaken(frame, Modality.PLANNED)
        return True
    if "stop" in operators:
        frame.ending = True
        return True
    if "demand" in operators:
        _weaken(frame, Modality.DEMANDED)
        return False
    if above.lemma_.lower() in {"have", "need"}:
        _weaken(frame, Modality.DEMANDED)
        return True
    if "permit" in operators and above.tag_ in {"VBZ", "VBP"}:
        # "a law that allows the state to seize ships": what may be done.
        _weaken(frame, Modality.CONDITIONAL)
        return True
    if "allow" in operators:
        return True
    if "carry" in operators or above.pos_ == "AUX":
        if above.lower_ == "going":
            frame.future = True
        return True
    if above.pos_ == "VERB" and infinitive:
        # "met to sign", "sent troops to fight": what the main verb is done for.
        _weaken(frame, Modality.PLANNED)
    elif above.pos_ == "VERB" and below.dep_ == "xcomp" and below.tag_ == "VBG":
        # "favours prosecuting banks", "opposed ending the ban"
        _weaken(frame, Modality.CONDITIONAL)
    return False
