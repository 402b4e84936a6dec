"""Clauses that say what must be: with a modal verb, a verb, an adjective or a noun of necessity.

In: tokens of what somebody says, or of the article's own words. Out: drafts of demands and conditions. A need stated
of somebody is a demand with an addressee; one stated of an aim ("peace requires talks") is a condition.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.extractors.positions.forms import (
    agent_of,
    counts,
    expected,
    has_copula,
    in_condition,
    infinitive,
    inverted,
    is_person,
    perfect,
)
from generator.annotate.extractors.positions.lexicon import requires
from generator.annotate.phrases import below, child_of, subject_of
from generator.model.findings import Stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from generator.annotate.extractors.positions.lexicon import Words

PRESENT = frozenset({"VBZ", "VBP"})
WEAK_SUBJECTS = frozenset({"it", "this", "that", "these", "those", "they", "which"})


@dataclass(slots=True)
class Draft:
    """A position under construction."""

    kind: Stand
    cue: tuple[Token, ...]
    tokens: set[int]
    """What is demanded, offered, ...: the span runs from the first to the last of them."""
    addressee: Token | None
    rule: str


def find_needs(tokens: Sequence[Token], words: Words, *, own: bool) -> Iterator[Draft]:
    """Needs stated among the tokens; `own` where the article speaks, which is read more strictly."""
    for token in tokens:
        if own and _others(token):
            continue
        yield from _modal(token, words, own=own)
        yield from _required(token, words, own=own)
        yield from _necessary(token, words, own=own)
        yield from _need(token, words, own=own)
        yield from _role(token)


def _others(token: Token) -> bool:
    """True inside what a verb with a subject of its own reports, and in asides: that is not the article's view."""
    verb = token.head if token.dep_ in {"aux", "acomp", "attr", "dobj"} else token
    while verb.dep_ in {"conj", "xcomp"}:
        verb = verb.head
    if verb.dep_ in {"relcl", "acl"}:
        return True
    return verb.dep_ == "ccomp" and child_of(verb.head, "nsubj") is not None and verb.head.pos_ == "VERB"


def _modal(token: Token, words: Words, *, own: bool) -> Iterator[Draft]:
    """“must act”, “should be freed”, “needs to stop”."""
    verb: Token | None = None
    if token.tag_ == "MD" and token.lower_ in words.modals and token.dep_ == "aux":
        verb = token.head
        if verb.pos_ not in {"VERB", "AUX"} and not has_copula(verb):
            # The parser has hung the modal on a noun; the next verb is the one it belongs to.
            following = [one for one in token.doc[token.i + 1 : token.i + 6] if one.tag_ in {"VB", "VBN"}]
            verb = following[-1] if following else None
        if verb is not None and (perfect(verb, token) or inverted(verb, token)):
            verb = None
    elif token.lemma_.lower() in words.duties and not own and token.dep_ not in {"aux", "auxpass"}:
        clause = child_of(token, "xcomp")
        present = token.tag_ in PRESENT or any(
            one.lower_ in {"will", "would", "'ll"} for one in token.children
        )
        if clause is not None and clause.i > token.i and infinitive(clause) and present:
            verb = token
    if verb is None or in_condition(verb) or expected(verb, token, own=own):
        return
    subject = subject_of(verb)
    if token.lower_ == "shall" and (own or subject is None):
        return
    passive = child_of(verb, "nsubjpass") is not None
    if own and (
        subject is None or subject.lower_ in WEAK_SUBJECTS or (passive and agent_of(verb) is not None)
    ):
        # "it must be approved by the senate" tells how things go on, "this should help" what is expected.
        return
    tokens = _clause(verb, subject)
    if own and counts(tokens, verb):
        return
    conditional = requires(verb, words.includes) is not None and not is_person(subject)
    yield Draft(
        kind=Stand.CONDITION if conditional else Stand.DEMAND,
        cue=(token,),
        tokens=tokens,
        addressee=agent_of(verb) if passive else subject,
        rule="modal of necessity",
    )


def _required(token: Token, words: Words, *, own: bool) -> Iterator[Draft]:
    """“peace requires talks”, “talks are needed”, “we need a truce”."""
    base = token.lemma_.lower()
    if base not in words.requires or token.pos_ != "VERB" or in_condition(token):
        return
    subject = subject_of(token)
    modal = child_of(token, "aux")
    timeless = token.tag_ in PRESENT or (modal is not None and modal.lower_ in {"will", "would"})
    passive = child_of(token, "nsubjpass")
    if passive is not None and base in {"need", "require"} and child_of(token, "xcomp") is None:
        present = any(one.dep_ == "auxpass" and one.lower_ in {"is", "are", "be"} for one in token.children)
        if present and (not own or (base == "need" and passive.lemma_.lower() in words.aims)):
            yield Draft(Stand.DEMAND, (token,), _clause(token, passive), None, "passive of a verb of need")
        return
    needed = requires(token, words.requires)
    if subject is None or needed is None or not timeless or (needed.dep_ == "xcomp" and base == "need"):
        return
    if own and not _is_aim(subject, words):
        return
    if own and base == "need":
        return
    demand = is_person(subject)
    if demand and base != "need":
        return
    yield Draft(
        kind=Stand.DEMAND if demand else Stand.CONDITION,
        cue=(token,),
        tokens=_clause(token, subject),
        addressee=None,
        rule="verb of requirement",
    )


def _necessary(token: Token, words: Words, *, own: bool) -> Iterator[Draft]:
    """“it is essential to act”, “responses are crucial to momentum”."""
    if token.lower_ not in words.necessary or token.dep_ not in {
        "acomp",
        "attr",
        "oprd",
        "ccomp",
        "ROOT",
        "conj",
    }:
        return
    verb = token.head if token.dep_ in {"acomp", "attr", "oprd"} else None
    if verb is None or verb.lemma_ not in {"be", "remain", "become", "seem"} or in_condition(verb):
        return
    if verb.tag_ not in PRESENT and not any(one.lower_ in {"will", "would"} for one in verb.children):
        return
    around = [*token.children, *verb.children]
    about = next((one for one in around if one.dep_ == "prep" and one.i > token.i), None)
    clause = next(
        (one for one in around if one.dep_ in {"xcomp", "ccomp", "advcl"} and one.i > token.i), None
    )
    if (about is None or about.lower_ not in {"to", "for", "in"}) and clause is None:
        return
    subject = child_of(verb, "nsubj", "expl", "csubj")
    impersonal = subject is not None and subject.lower_ == "it"
    if subject is None or (own and not impersonal and not _is_aim(subject, words)):
        return
    yield Draft(
        kind=Stand.DEMAND if impersonal else Stand.CONDITION,
        cue=(token,),
        tokens=below(clause) if impersonal and clause is not None else _clause(verb, subject),
        addressee=subject_of(clause)
        if impersonal and clause is not None and clause.dep_ != "xcomp"
        else None,
        rule="adjective of necessity",
    )


def _need(token: Token, words: Words, *, own: bool) -> Iterator[Draft]:
    """“the need for reform”, “the importance of keeping records”."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in words.need:
        return
    if any(one.lower_ in {"no", "little", "not"} for one in token.children):
        return
    for child in token.children:
        if child.i < token.i:
            continue
        named = child.dep_ == "prep" and child.lower_ in (
            {"for"} if token.lemma_ == "need" else {"for", "of"}
        )
        to_act = child.dep_ in {"acl", "relcl"} and infinitive(child)
        if not named and not to_act:
            continue
        if own and not (token.lemma_ == "need" and token.head.lemma_.lower() in words.stressing):
            continue
        tokens = below(child) - ({child.i} if named else set())
        if token.dep_ == "dobj" and named:
            tokens |= _listed(token, child)
        if tokens:
            yield Draft(Stand.DEMAND, (token,), tokens, None, "noun of necessity")
        return


def _role(token: Token) -> Iterator[Draft]:
    """“has a role to play in the talks”."""
    if token.lemma_ != "role" or token.dep_ != "dobj" or token.head.lemma_ != "have":
        return
    clause = next((one for one in token.children if one.lemma_ == "play" and infinitive(one)), None)
    subject = subject_of(token.head)
    if clause is not None and subject is not None and token.head.tag_ in PRESENT:
        yield Draft(Stand.DEMAND, (token, clause), _clause(token.head, subject), subject, "a role to play")


def _clause(verb: Token, subject: Token | None) -> set[int]:
    """A verb's clause from its subject on, without the words that link it to another clause."""
    linked = [one for one in verb.children if _links(one, verb, subject)]
    tokens = below(verb, linked)
    if subject is not None and subject.i < verb.i and subject.head != verb:
        tokens |= below(subject, [verb])
    if subject is not None and subject.i < verb.i:
        own = below(subject, [one for one in subject.children if one.dep_ == "relcl"])
        start = min(own)
        tokens = {i for i in tokens if i >= start}
    return _between_stops(tokens, verb)


def _between_stops(tokens: set[int], verb: Token) -> set[int]:
    """The tokens around the verb up to the next semicolons, which part what parsers take for one clause."""
    stops = [i for i in range(min(tokens), max(tokens) + 1) if verb.doc[i].text in {";", ":"}]
    first = max((i for i in stops if i < verb.i), default=-1)
    last = min((i for i in stops if i > verb.i), default=len(verb.doc))
    return {i for i in tokens if first < i < last}


def _links(one: Token, verb: Token, subject: Token | None) -> bool:
    """True for conjunctions, and for further clauses with a subject of their own."""
    if one.dep_ in {"mark", "cc", "punct", "parataxis"}:
        return True
    if one.dep_ == "conj":
        return child_of(one, "nsubj", "nsubjpass", "expl") is not None
    return one.dep_ in {"advcl", "prep", "advmod", "ccomp"} and one.i < (
        subject.i if subject is not None else verb.i
    )


def _listed(noun: Token, preposition: Token) -> set[int]:
    """Further gerunds of a list, which parsers hang on the verb: "the importance of X-ing, Y-ing and Z-ing"."""
    if not any(one.dep_ == "pcomp" for one in preposition.children):
        return set()
    tokens: set[int] = set()
    for child in noun.head.children:
        listed = child.i > noun.i and child.dep_ in {"advcl", "conj"} and child.tag_ == "VBG"
        if listed and (child.dep_ == "conj" or child_of(child, "cc") is not None):
            tokens |= below(child)
    return tokens


def _is_aim(subject: Token, words: Words) -> bool:
    """True for an abstract aim, or a pronoun after a sentence about one."""
    if subject.lemma_.lower() in words.aims:
        return True
    if subject.lower_ not in {"it", "this"} or subject.sent.start == 0:
        return False
    before = subject.doc[subject.sent.start - 1].sent
    return any(one.dep_ == "nsubj" and one.lemma_.lower() in words.aims for one in before.root.children)
