"""Events that nouns name without a verb's help: "an offensive by A against B", "talks between A and B".

In: a `Scene`. Out: drafts. A noun counts where its phrase names at least one side; it rests on a strong rule where it
names the doer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.events.drafts import Draft
from generator.annotate.extractors.events.others import behind, other_of_noun
from generator.annotate.extractors.events.senses import noun_sense
from generator.model.findings import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.events.others import Other
    from generator.annotate.extractors.events.scene import Scene
    from generator.annotate.extractors.events.senses import Sense

MUTUAL = frozenset({"between"})
UNREAL = frozenset(
    {"possible", "potential", "future", "planned", "alleged", "imminent", "proposed", "further"}
)
DOING = frozenset(
    "launch carry conduct stage mount begin start order hold organise organize lead commit wage sign make issue "
    "deliver give plan perpetrate direct announce impose declare propose reach broker".split()
)
"""Participles behind which "by" names the doer of the noun's deed."""
DEMANDS = frozenset({"demand", "call", "request", "urge", "seek", "want", "propose"})


def noun_events(scene: Scene, used: set[int]) -> Iterator[Draft]:
    """Events of the nouns that no verb has taken up."""
    for noun in scene.doc:
        if noun.i in used or noun.pos_ != "NOUN" or noun.dep_ in {"compound", "nmod"}:
            continue
        sense = noun_sense(scene, noun)
        if sense is not None:
            draft = _event(scene, noun, sense)
            if draft is not None:
                yield draft


def _event(scene: Scene, noun: Token, sense: Sense) -> Draft | None:
    agent = _agent(scene, noun, sense)
    other = other_of_noun(scene, sense, noun, None)
    if other is not None and not scene.party(other.token).known:
        other = None if agent is None else other
    if other is not None and other.mutual:
        agent = None
        if next((one for one in other.token.children if one.dep_ == "conj"), None) is None:
            return None
    elif agent is None and (other is None or "with" in sense.entry.roles) and not _tells_alone(noun, sense):
        return None
    return Draft(
        kind=sense.entry.kind,
        trigger=sense.words,
        verb=noun,
        agent=agent,
        other=other,
        modality=_modality(noun),
        weak=sense.entry.weak,
        mutual=other is not None and other.mutual,
        alone="none" in sense.entry.roles or sense.entry.kind in {"ASSAULT", "PROTEST"},
        rule="noun",
    )


def _tells_alone(noun: Token, sense: Sense) -> bool:
    """A protest, and one deed that words before it make a deed of arms, are events though the phrase names nobody."""
    single = any(one.dep_ == "det" for one in noun.lefts)
    return sense.entry.kind == "PROTEST" or (
        sense.entry.kind == "ASSAULT" and bool(sense.entry.tail) and single
    )


def _agent(scene: Scene, noun: Token, sense: Sense) -> Token | None:
    """“Peru's attack”, "an attack by Peru", "the Peruvian attack", "an attack from Peru", "the surrender of rebels"."""
    for child in noun.children:
        if child.dep_ == "poss" and scene.party(child).known:
            # "Peru's release", "the minister's arrest": whose arrest it is suffers it.
            return (
                None
                if sense.entry.roles[:1] == ("of",) and sense.entry.kind in {"COERCE", "YIELD"}
                else child
            )
    for word in ("by", "from") if "from" not in sense.entry.roles else ("by",):
        found = behind([noun], word)
        known = found is not None and scene.party(found).known and found.ent_type_ not in {"DATE", "TIME"}
        if found is not None and known and _done_by(noun, found):
            return found
    for child in noun.lefts:
        if child.dep_ in {"amod", "compound", "nmod"} and (
            scene.is_people(child) or child.idx in scene.mentions
        ):
            return child
    if "of" not in sense.entry.roles:
        found = behind([noun], "of")
        if found is not None and found.head.head == noun and scene.party(found).known:
            return found
    return None


def _done_by(noun: Token, doer: Token) -> bool:
    """“a raid by rebels” and "a raid launched by rebels"; not "a deal overseen by observers"."""
    verb = doer.head.head
    return verb == noun or verb.pos_ != "VERB" or verb.dep_ != "acl" or verb.lemma_.lower() in DOING


def _modality(noun: Token) -> Modality:
    """What the phrase and the verb above it say of the event."""
    if any(one.lower_ in UNREAL for one in noun.lefts):
        return Modality.PLANNED
    if any(one.lower_ == "no" or one.dep_ == "neg" for one in noun.lefts):
        return Modality.NEGATED
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "for":
        above = above.head
    elif noun.dep_ != "dobj":
        return Modality.ASSERTED
    if above.lemma_.lower() in DEMANDS:
        return Modality.DEMANDED
    if any(one.dep_ == "aux" and one.lower_ in {"will", "shall"} for one in above.children):
        return Modality.PLANNED
    if any(one.dep_ == "aux" and one.lower_ in {"would", "could", "may", "might"} for one in above.children):
        return Modality.CONDITIONAL
    if any(one.dep_ == "neg" for one in above.children) or above.lemma_.lower() in {
        "deny",
        "prevent",
        "avoid",
        "avert",
    }:
        return Modality.NEGATED
    return Modality.ASSERTED


def mutual_pairs(scene: Scene, other: Other) -> list[tuple[Token, Token]]:
    """Both directions between the members of a row."""
    members = list(scene.row(other.token))[:3]
    return [(one, two) for one in members for two in members if one != two]
