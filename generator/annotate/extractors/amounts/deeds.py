"""What is said of those who are counted: the verb, and on which side of it they stand.

In: a noun or number in the parse. Out: base form of what they do or what is done to them; the same for "12 people died" and
"12 people killed", another for "12 people killed a man".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.amounts.words import base, words_in
from generator.annotate.phrases import child_of, is_negated, subject_of
from generator.lexicons import read_sections

if TYPE_CHECKING:
    from spacy.tokens import Token

STEPS = 4
SIDES = frozenset({"nsubjpass", "nsubj", "dobj", "attr", "oprd", "npadvmod", "dative"})
EMPTY = frozenset(
    "be have include see exist leave report confirm record count register note find show list".split()
)
"""Verbs behind which the words on the noun itself tell more."""
TALLIES = frozenset({"total", "number", "group", "set", "series", "majority", "count"})
"""Nouns before "of" that stand for what they number: "a total of 12 people were hurt"."""
LOST = frozenset({("lose", "life"), ("claim", "life"), ("take", "life")})


def is_outcome(done: str | None) -> bool:
    """Whether a verb says that something was done to people: killed, hurt, arrested, ..."""
    return read_sections("en", "outcomes").get(done or "") not in {None, "destroyed"}


def subject(verb: Token) -> Token | None:
    """Its subject; "who" is the noun before it."""
    found = subject_of(verb)
    if found is None and verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBG", "VBZ", "VBD"}:
        return verb.head
    return found


def undone(verb: Token) -> str | None:
    """What a negated verb leaves: the number does not hold."""
    return f"not {base(verb)}" if is_negated(verb) else None


def deed_of(token: Token) -> str | None:
    """Base form of the verb or state that is said of them."""
    own = _on_noun(token)
    current = token
    for _ in range(STEPS):
        head = current.head
        if current.dep_ in SIDES and head.pos_ in {"VERB", "AUX"}:
            if own is not None and (base(head) in EMPTY or is_outcome(own)):
                return own
            return _side(current, head)
        if current.dep_ == "pobj" and head.dep_ in {"prep", "agent"}:
            governor = head.head
            if head.lower_ == "of" and base(governor) in words_in("result"):
                return words_in("result")[base(governor)]
            if head.lower_ == "of" and base(governor) in TALLIES:
                current = governor
                continue
            if own is not None or governor.pos_ not in {"VERB", "AUX"} or base(governor) == "accord":
                return own
            return f"{base(governor)} {head.lower_}"
        if current.dep_ not in {"conj", "nummod", "appos", "quantmod", "compound"} or head == current:
            break
        current = head
    return own


def _on_noun(noun: Token) -> str | None:
    """“12 people **killed** in the fire”, "the 12 people who **died**"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            return base(child)
        if (
            child.dep_ == "relcl"
            and (own := child_of(child, "nsubj", "nsubjpass"))
            and own.tag_ in {"WP", "WDT"}
        ):
            return _side(own, child)
    return None


def _side(noun: Token, verb: Token) -> str | None:
    lemma = base(verb)
    state = next(
        (
            one
            for one in verb.children
            if one.dep_ in {"acomp", "attr", "oprd"} and one.i > max(noun.i, verb.i)
        ),
        None,
    )
    if lemma in {"be", "leave", "go", "remain"} and state is not None and state != noun:
        lemma = base(state)
    elif (lemma, base(noun)) in LOST:
        lemma = "kill"
    elif noun.dep_ == "nsubj":
        lemma = _doing(verb, lemma)
    if is_negated(verb):
        return f"not {lemma}" if lemma != "be" else None
    return lemma


def _doing(verb: Token, lemma: str) -> str:
    """What a subject does is told with its object: "12 people attended the rally" is no attending of people."""
    thing = child_of(verb, "dobj")
    if lemma == "lose" and thing is not None and base(thing) == "life":
        return "kill"
    if lemma in {"test", "go"}:
        rest = child_of(verb, "acomp", "oprd", "advmod", "advcl")
        return base(rest) if rest is not None and is_outcome(base(rest)) else lemma
    return f"{lemma} {base(thing)}" if thing is not None and thing.i > verb.i else lemma
