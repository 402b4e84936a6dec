"""Forms of verbs and subjects by which a need is told from what merely looks like one.

In: spaCy tokens. Out: yes or no, or a token. Kept apart from the rules that use them, which are about meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.phrases import child_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_person(subject: Token | None) -> bool:
    """True for a subject that can act: a name, a pronoun for people."""
    if subject is None:
        return False
    return subject.pos_ == "PROPN" or subject.lower_ in {
        "we",
        "you",
        "they",
        "i",
        "he",
        "she",
        "who",
        "everyone",
    }


def agent_of(verb: Token) -> Token | None:
    """Who acts in a passive: "by the council"."""
    agent = child_of(verb, "agent")
    return child_of(agent, "pobj") if agent is not None else None


def infinitive(token: Token) -> bool:
    """True for "to" and a verb."""
    return any(one.dep_ == "aux" and one.tag_ == "TO" for one in token.children)


def perfect(verb: Token, modal: Token) -> bool:
    """“must have known” tells what is thought to have been."""
    return any(one.lemma_ == "have" and one.dep_ == "aux" and one.i > modal.i for one in verb.children)


def inverted(verb: Token, modal: Token) -> bool:
    """“Should the vote fail, ...” is no demand, and a question is none."""
    if modal.i + 1 < len(modal.doc) and modal.nbor(1).tag_ in {"NNP", "DT", "PRP", "PRP$"}:
        return modal.sent[0].lower_ != "only"
    subject = child_of(verb, "nsubj", "nsubjpass", "expl")
    fronted = subject is not None and subject.i > modal.i
    only = modal.sent[0].lower_ == "only"
    return (fronted and not only) or modal.sent.text.rstrip("”\"' ").endswith("?")


def in_condition(verb: Token) -> bool:
    """True in an if-clause: what is supposed there is not demanded."""
    current = verb
    for _ in range(4):
        if any(
            one.dep_ in {"mark", "advmod"} and one.lower_ in {"if", "whether"} for one in current.children
        ):
            return True
        if current.dep_ not in {"conj", "xcomp"}:
            return False
        current = current.head
    return False


def has_copula(token: Token) -> bool:
    """True for a predicate with a form of "be"."""
    return any(one.lemma_ == "be" for one in token.children)


def expected(verb: Token, modal: Token, *, own: bool) -> bool:
    """True for "should" of what is likely: "it should be easy to see", "the gas shouldn't be there"."""
    if modal.lower_ != "should":
        return False
    subject = child_of(verb, "nsubj")
    if any(one.dep_ == "neg" for one in verb.children) and subject is not None and subject.pos_ == "NOUN":
        return True
    return own and verb.lemma_ == "be" and child_of(verb, "acomp") is not None


def counts(tokens: set[int], verb: Token) -> bool:
    """True for a clause with a number: then it tells a rule ("must win at least 15% of the vote")."""
    return any(verb.doc[i].like_num for i in tokens)
