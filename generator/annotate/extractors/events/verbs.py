"""Events that verbs name.

In: a `Scene`. Out: drafts. A verb's sense decides the class, its frame what becomes of it; verbs of commitment, refusal
and threat take their class and other side from what is promised, refused or threatened.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.extractors.events.complements import complement_of
from generator.annotate.extractors.events.doers import doer_of, is_passive
from generator.annotate.extractors.events.drafts import Draft
from generator.annotate.extractors.events.frames import (
    CLASHING,
    DUTY,
    Frame,
    class_in,
    frame_of,
)
from generator.annotate.extractors.events.others import (
    Other,
    anywhere,
    other_of,
    other_of_noun,
)
from generator.annotate.extractors.events.senses import OBJECTS, Sense, noun_sense, object_of, verb_senses
from generator.model.findings import ActorKind, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.events.scene import Scene

ALONE = frozenset({"YIELD", "MOBILIZE", "ASSAULT"})
"""Classes whose events mean something although nobody suffers them."""


def verb_events(scene: Scene, used: set[int]) -> Iterator[Draft]:
    """Events of all verbs; nouns that belong to them are added to `used`."""
    for verb in scene.doc:
        if verb.pos_ not in {"VERB", "AUX"} or not verb.is_alpha:
            continue
        draft = _event(scene, verb, used)
        if draft is not None:
            yield draft
        yield from _duty(scene, verb)


def _event(scene: Scene, verb: Token, used: set[int]) -> Draft | None:
    passive = is_passive(scene, verb)
    frame = frame_of(scene, verb)
    if frame.governed:
        return None
    operators = scene.lexicon.operators.get(verb.lemma_.lower(), frozenset())
    senses = verb_senses(scene, verb, passive=passive)
    for sense in senses:
        if sense.noun is not None:
            used.add(sense.noun.i)
        if "inner" in sense.entry.roles and operators & {"commit", "refuse", "threaten"}:
            return _governing(scene, verb, sense, frame, used, passive=passive)
        return _draft(scene, verb, sense, frame, class_in(frame, sense.entry.kind), passive=passive)
    light = _light(scene, verb, frame, used, passive=passive)
    if light is not None:
        return light
    return _ready(scene, verb, frame) or _unwilling(scene, verb, frame, passive=passive)


def _draft(
    scene: Scene, verb: Token, sense: Sense, frame: Frame, kind: str, *, passive: bool, rule: str = "verb"
) -> Draft | None:
    doer = doer_of(scene, verb, passive=passive)
    other = other_of(scene, sense, verb, passive=passive)
    if doer.token is None and other is None and not (passive and kind in ALONE and _takes_group(sense)):
        return None
    return Draft(
        kind=kind,
        trigger=sense.words,
        verb=verb,
        agent=doer.token,
        other=other,
        modality=frame.modality,
        weak=sense.entry.weak
        or doer.weak
        or _in_words(kind, verb)
        or (sense.entry.claim and _tells_of_others(verb)),
        mutual=is_mutual(scene, sense, doer.token, other),
        alone="none" in sense.entry.roles or kind in ALONE,
        rule=f"passive {rule}" if passive else rule,
    )


def _in_words(kind: str, verb: Token) -> bool:
    """“Clashed with the board **over** costs”: with words rather than arms."""
    return kind == "ASSAULT" and any(
        one.dep_ == "prep" and one.lower_ in {"over", "about"} for one in verb.children
    )


def _takes_group(sense: Sense) -> bool:
    """True where what it is done to makes the event: "heavy weapons were withdrawn"."""
    return bool(sense.entry.objects)


def _tells_of_others(verb: Token) -> bool:
    """A clause behind the verb whose subject is neither pronoun nor nothing."""
    for clause in verb.children:
        if clause.dep_ == "ccomp":
            subject = next((one for one in clause.children if one.dep_ in {"nsubj", "nsubjpass"}), None)
            return subject is not None and subject.pos_ != "PRON"
    return False


def is_mutual(scene: Scene, sense: Sense, doer: Token | None, other: Other | None) -> bool:
    """“Peru and Chile agreed on a truce”: a row of doers, and nobody else to whom it is done."""
    if doer is None or not {"each", "between"}.intersection(sense.entry.roles):
        return False
    if len(list(scene.row(doer))) < 2:
        return False
    return (
        other is None or other.role in {"", "between", "in", "of", "on"} or not scene.party(other.token).known
    )


def _governing(
    scene: Scene, verb: Token, sense: Sense, frame: Frame, used: set[int], *, passive: bool
) -> Draft | None:
    """“agreed to withdraw”, "refused to meet", "threatened to attack", "refused requests"."""
    operators = scene.lexicon.operators.get(verb.lemma_.lower(), frozenset())
    inner = complement_of(scene, verb)
    kind = sense.entry.kind
    if inner is not None:
        inner_kind = class_of(scene, inner)
        if inner.pos_ == "NOUN":
            used.add(inner.i)
        if (
            "refuse" in operators
            and inner_kind in {"COERCE", "SANCTION", "ASSAULT"}
            and verb.lemma_ == "fail"
        ):
            kind = "YIELD"
        elif "commit" in operators:
            kind = "THREATEN" if inner_kind in CLASHING else "AGREE"
    elif verb.lemma_ in {"fail", "hope", "commit", "volunteer"}:
        return None
    if kind == "AGREE":
        kind = class_in(frame, kind)
    draft = _draft(scene, verb, sense, frame, kind, passive=passive, rule="verb and what it governs")
    told = inner is not None and class_of(scene, inner) is not None
    return replace(draft, alone=told) if draft is not None else None


def class_of(scene: Scene, token: Token) -> str | None:
    """The class that a verb or event noun would have alone."""
    if token.pos_ in {"NOUN", "PROPN"}:
        sense = noun_sense(scene, token)
        return sense.entry.kind if sense else None
    for sense in verb_senses(scene, token, passive=is_passive(scene, token)):
        return sense.entry.kind
    target = next((one for one in token.children if one.dep_ in OBJECTS), None)
    if target is not None and token.lemma_.lower() in scene.lexicon.light:
        return class_of(scene, target)
    return None


def _light(scene: Scene, verb: Token, frame: Frame, used: set[int], *, passive: bool) -> Draft | None:
    """“held talks with”, "launched an offensive against", "ended the boycott"."""
    lemma = verb.lemma_.lower()
    if lemma not in scene.lexicon.light and lemma not in scene.lexicon.ending:
        return None
    target = object_of(verb, passive=passive)
    nouns = [target] if target is not None else []
    if not nouns and lemma in {"engage", "participate", "take", "join"}:
        nouns = [
            inner
            for prep in verb.subtree
            if prep.dep_ == "prep" and prep.lower_ == "in" and prep.i - verb.i <= 3
            for inner in prep.children
            if inner.dep_ == "pobj"
        ]
    for noun in nouns:
        sense = noun_sense(scene, noun)
        if sense is None or noun.i in used:
            continue
        used.add(noun.i)
        doer = doer_of(scene, verb, passive=passive)
        other = other_of_noun(scene, sense, noun, verb)
        if doer.token is None and other is None:
            return None
        frame.ending = frame.ending or lemma in scene.lexicon.ending
        return Draft(
            kind=class_in(frame, sense.entry.kind),
            trigger=sense.words,
            verb=verb,
            agent=doer.token,
            other=other,
            modality=frame.modality,
            weak=doer.weak,
            mutual=is_mutual(scene, sense, doer.token, other),
            alone="none" in sense.entry.roles or sense.entry.kind in {"ASSAULT", "PROTEST"},
            rule="noun beside a verb",
        )
    return None


def _ready(scene: Scene, verb: Token, frame: Frame) -> Draft | None:
    """“is ready to help”, where no verb of the lexicon follows."""
    if verb.lemma_ != "be":
        return None
    for word in verb.children:
        if word.dep_ in {"acomp", "oprd"} and "ready" in scene.lexicon.operators.get(
            word.lemma_.lower(), frozenset()
        ):
            inner = complement_of(scene, word)
            if inner is None or class_of(scene, inner) is not None:
                continue
            doer = doer_of(scene, verb, passive=False)
            other = anywhere(scene, [inner, *(one for one in inner.children if one.dep_ in OBJECTS)])
            if doer.token is None or other is None:
                return None
            kind = "REJECT" if frame.negated else "AGREE"
            modality = Modality.ASSERTED if frame.negated else Modality.PLANNED
            return Draft(
                kind=kind, trigger=(word,), verb=verb, agent=doer.token, other=other, modality=modality,
                weak=True, rule="readiness",
            )  # fmt: skip
    return None


def _unwilling(scene: Scene, verb: Token, frame: Frame, *, passive: bool) -> Draft | None:
    """“will not comply with”: what somebody will not do, where the lexicon lacks the verb."""
    if not (frame.negated and frame.future) or passive or verb.pos_ == "AUX":
        return None
    doer = doer_of(scene, verb, passive=False)
    target = object_of(verb, passive=False)
    other = anywhere(scene, [verb])
    if target is not None and scene.party(target).known:
        other = Other(target, strong=False)
    if doer.token is None or other is None:
        return None
    return Draft(
        kind="REJECT", trigger=(verb,), verb=verb, agent=doer.token, other=other, modality=Modality.ASSERTED,
        weak=True, rule="unwillingness",
    )  # fmt: skip


def _duty(scene: Scene, verb: Token) -> Iterator[Draft]:
    """“Peru said Chile must …”: what a speaker says somebody must do is a request to them."""
    duty = next((one for one in verb.children if one.dep_ == "aux" and one.lower_ in DUTY), None)
    if duty is None:
        need = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need"} else None
        duty = need if need is not None and need.tag_ in {"VBZ", "VBP"} else None
    if duty is None:
        return
    if any(one.dep_ == "aux" and one.lower_ == "have" for one in verb.children):
        # "should have stayed": a reproach, and nothing to be done
        return
    statement = scene.statement_at(verb.idx)
    if statement is None or statement.speaker_head is None or statement.kind in {"predicts", "believes"}:
        return
    speaker = scene.token_at(statement.speaker_head[0])
    doer = doer_of(scene, verb, passive=is_passive(scene, verb))
    if speaker is None or doer.token is None or not scene.party(doer.token).known:
        return
    if doer.token.i > duty.i:
        # "should they win": a condition, or a question
        return
    mention = scene.mentions.get(doer.token.idx)
    if mention is not None and mention.kind is ActorKind.DOCUMENT:
        return
    if scene.doer(doer.token).token != doer.token and not scene.doer(doer.token).known:
        return
    if doer.token.lower_ in {"we", "i", "it", "who", "you"} or doer.token == speaker:
        return
    yield Draft(
        kind="REQUEST",
        trigger=(duty,),
        verb=verb,
        agent=speaker,
        other=Other(doer.token, strong=True),
        modality=Modality.ASSERTED,
        weak=False,
        own_word=True,
        rule="what a speaker says somebody must do",
    )
