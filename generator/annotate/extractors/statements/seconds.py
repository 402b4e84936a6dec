"""Second attributions: "X says A, adding that B", "X said A and warned that B".

In: a verb. Out: the verb of saying that it goes on from. Parsers hang the second verb into A; then B would be part
of what is said in A, and the subject of A would be taken for the speaker of B.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.extractors.statements.lexicon import Cues

STEPS = 8
"""How far the first verb is looked for."""
REACH = 250
"""Tokens behind a verb within which it is looked for; longer sentences are lists or broken texts."""
WAYS_UP = frozenset(
    {"xcomp", "conj", "advcl", "acl", "relcl", "pcomp", "prep", "pobj", "dobj", "attr", "acomp"}
)
BEFORE = frozenset({"before", "after", "while", "when", "by"})
"""Words that may stand between a comma and a participle of saying, or instead of the comma."""


def first_of(verb: Token, cues: Cues) -> Token | None:
    """The verb of saying whose subject also speaks through `verb`; `None` where `verb` is no second attribution."""
    if is_aside(verb, cues):
        return _reporter(verb.head, cues)
    if verb.dep_ == "ccomp" and verb.i > verb.head.i and verb.doc[verb.i - 1].lower_ in {"and", "but"}:
        bare = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        return verb.head if bare and _form(verb) == _form(verb.head) else None
    if verb.dep_ == "conj":
        outer = _reporter(verb.head, cues)
        if outer is not None and _goes_on(verb, outer, cues):
            return outer
    return None


def parts_of(verb: Token, cues: Cues, stop: int) -> list[Token]:
    """Tops of the second attributions between `verb` and token `stop`, to be left out of what `verb` marks."""
    parts = []
    for token in verb.doc[verb.i + 1 : min(stop, verb.i + REACH)]:
        if token.pos_ in {"VERB", "AUX"} and (is_aside(token, cues) or first_of(token, cues) == verb):
            top = token
            while top.dep_ == "pcomp" and top.head.lower_ in BEFORE:
                top = top.head
            parts.append(top)
    return parts


def is_aside(verb: Token, cues: Cues) -> bool:
    """True for a participle of saying behind a comma or "before", with a clause or quotation of its own."""
    if verb.tag_ != "VBG" or verb.i == 0 or any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return False
    if verb.dep_ not in {"advcl", "acl", "conj", "xcomp", "pcomp"}:
        return False
    if not any(not cue.tail and "quote" in cue.takes for cue in cues.verbs.get(cues.lemma(verb), ())):
        return False
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in {"mark", "advmod", "neg"})])
    doc = verb.doc
    introduced = doc[first].lower_ in BEFORE or (first > 0 and doc[first - 1].lower_ in BEFORE)
    if not introduced and (first == 0 or doc[first - 1].text not in {",", "”", '"', "''", "—", "–"}):
        return False
    following = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    return any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children) or (
        following is not None and following.text in {",", ":", '"', "“", "''", "``", "that"}
    )


def _reporter(start: Token, cues: Cues) -> Token | None:
    """The cue verb into whose clause `start` was hung."""
    current = start
    for _ in range(STEPS):
        if current.dep_ == "ccomp" and cues.lemma(current.head) in cues.verbs:
            return current.head
        if current.dep_ not in WAYS_UP:
            return None
        current = current.head
    return None


def _goes_on(verb: Token, outer: Token, cues: Cues) -> bool:
    """True where a coordinated verb shares the form of the outer verb rather than that of its clause."""
    entries = [cue for cue in cues.verbs.get(cues.lemma(verb), ()) if not cue.tail]
    if not entries or verb.i < outer.i:
        return False
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    speech = any("quote" in cue.takes for cue in entries)
    if subject is not None:
        edge = min([subject.i, *(t.i for t in subject.subtree)])
        return (
            speech
            and subject.pos_ == "PRON"
            and edge > 1
            and verb.doc[edge - 1].lower_ in {"and", "but"}
            and verb.doc[edge - 2].text == ","
            and _form(verb) == _form(outer)
        )
    if _form(verb) != _form(outer):
        return False
    own = any(c.dep_ in {"ccomp", "xcomp", "oprd"} and c.i > verb.i for c in verb.children)
    return _form(verb) != _form(verb.head) or (speech and own)


def _form(verb: Token) -> str:
    """The tag of the finite part."""
    finite = [
        c.tag_
        for c in verb.children
        if c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    ]
    return finite[0] if finite else verb.tag_
