"""What is said, as a clause: beside a verb or adjective of saying.

In: the verb, its cue and its voice. Out: content as token sets, with the name of the construction. The parse is
trusted for what follows a verb; before one, where parsers make the reported clause the root, the order of the words
decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.fronted import (
    before_attribution,
    behind,
    fronted_whole,
    goes_on,
    has_child,
)
from generator.annotate.extractors.statements.seconds import parts_of
from generator.annotate.extractors.statements.spans import runs, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.extractors.statements.ground import Ground
    from generator.annotate.extractors.statements.lexicon import Cue
    from generator.annotate.extractors.statements.speakers import Voice
    from generator.model.article import Span

CLAUSES = frozenset({"ccomp", "parataxis"})
ATTACHED = frozenset(
    {"advmod", "npadvmod", "aux", "auxpass", "neg", "prep", "dative", "prt", "punct", "intj", "agent"}
)
"""Dependents that belong to an attribution rather than to what is said."""
EMBEDDED = frozenset({"relcl", "advcl", "acl", "pcomp", "csubj", "xcomp"})
"""Clauses before which no reported clause can stand."""
NEAR = 14
"""Most tokens between a verb and its that-clause."""
ADDRESSED = frozenset({"me", "us", "him", "her", "them", "you", "also", "then", "again", "later"})
"""Words between a verb of speech and its clause."""
Found = tuple[str, list["Span"]]


def is_infinitive(token: Token) -> bool:
    """True for "to" and a verb."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children)


def is_finite(token: Token) -> bool:
    """True for a clause with a subject of its own and no "to"."""
    if is_infinitive(token):
        return False
    if token.tag_ in {"VBD", "VBP", "VBZ", "MD"} or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBD", "VBP", "VBZ", "MD"}
        for child in token.children
    ):
        return True
    return has_child(token, "nsubj", "nsubjpass", "expl", "csubj") and (
        has_child(token, "aux", "auxpass", "mark", "cop") or token.tag_ not in {"VBG", "VBN"}
    )


def find_clause(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    """A finite clause after, before or around `verb`."""
    without = _outside(ground, verb)
    following = [
        c
        for c in verb.children
        if c.dep_ in CLAUSES
        and c.i > verb.i
        and not _as(c)
        and (is_finite(c) or _introduced(c) or _asking(c) or ("fact" in cue.takes and _small(c)))
    ]
    following = [c for c in following if not (c.dep_ == "parataxis" and has_child(verb, "ccomp"))]
    if following:
        spans = runs(ground.doc, subtree(following[0], without) | _before_clause(verb, following[0]))
        spans += _condition(ground, verb, spans)
        return "clausal complement", spans
    marked = _marked_clause(ground, verb, cue)
    if marked is not None:
        return "clausal complement", runs(ground.doc, subtree(marked, without))
    if verb.dep_ in EMBEDDED or voice.passive:
        return _from_outside(ground, verb, cue) or _rest(ground, verb, cue, voice, without)
    left = _left_edge(ground, verb)
    before = None if _colon_follows(verb) else before_attribution(ground, left)
    fronted = [c for c in verb.children if c.dep_ in CLAUSES and c.i < verb.i]
    if before is not None and (
        fronted or (not cue.takes.isdisjoint({"quote", "fact"}) and _nothing_follows(verb, cue))
    ):
        spans = [before]
        for clause in fronted:
            tokens = {i for i in subtree(clause, [*without, verb]) if i > verb.i}
            spans += runs(ground.doc, tokens)
        if len(spans) == 1 and (not fronted_whole(ground, verb, left) or goes_on(ground, verb)):
            spans += behind(ground, verb, without)
        return "fronted clause", spans
    return _from_outside(ground, verb, cue) or _rest(ground, verb, cue, voice, without)


def _before_clause(verb: Token, clause: Token) -> set[int]:
    """Subordinate clauses between a verb of saying and its clause: "said **if it rained** the fair would move"."""
    tokens: set[int] = set()
    for child in verb.children:
        if verb.i < child.i < clause.i and child.dep_ == "advcl" and has_child(child, "mark"):
            part = subtree(child)
            if min(part) > verb.i and not any(t.text == "," for t in verb.doc[verb.i + 1 : min(part)]):
                tokens |= part
    return tokens


def _condition(ground: Ground, verb: Token, spans: list[Span]) -> list[Span]:
    """A condition behind the clause: "is ready to talk, provided ..."."""
    stop = ground.sentence_at(verb).end_char
    end = max(end for _, end in spans)
    after = ground.article.text[end:stop].lstrip(", ")
    word = after.split(" ", 1)[0]
    return [(end, stop)] if word in ground.cues.conditions else []


def _rest(ground: Ground, verb: Token, cue: Cue, voice: Voice, without: list[Token]) -> Found | None:
    """The rest of the sentence behind a verb of speech, where the parser made no clause of it.

    Only behind verbs that take a clause and no object: what follows them directly is then what is said.
    """
    if "quote" not in cue.takes or voice.passive or is_infinitive(verb) or verb.i + 1 >= len(verb.doc):
        return None
    if not cue.takes.isdisjoint({"object", "charge"}) and has_child(verb, "dobj"):
        return None
    if not cue.takes.isdisjoint({"infinitive", "gerund"}) and has_child(verb, "xcomp"):
        return None
    doc = ground.doc
    sentence = ground.sentence_at(verb)
    stop = min([sentence.end, *(min(subtree(token)) for token in without)])
    start = verb.i + 1
    while start < stop and (doc[start].dep_ in {"dative", "prt"} or doc[start].lower_ in ADDRESSED):
        start += 1
    if start >= stop or doc[start].pos_ not in {"PRON", "DET", "PROPN", "NOUN", "ADJ", "VERB", "NUM"}:
        return None
    if doc[start].dep_ in {"nsubj", "nsubjpass"} and doc[start].head == verb:
        return None
    finite = [
        t
        for t in doc[start:stop]
        if t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and t.dep_ not in {"relcl", "advcl"}
    ]
    if not finite or any(t.text in {",", ";"} for t in doc[start : finite[0].i]):
        return None
    return "clausal complement", [(doc[start].idx, doc[stop - 1].idx + len(doc[stop - 1]))]


def _marked_clause(ground: Ground, verb: Token, cue: Cue) -> Token | None:
    """A that-clause near the verb that the parser hung on a noun between: "said in a statement that ..."."""
    doc = ground.doc
    for token in doc[verb.i + 1 : min(verb.i + 1 + NEAR, ground.sentence_at(verb).end)]:
        if token.lower_ == "that" and token.dep_ in {"mark", "nsubj", "dobj", "nsubjpass", "det", "advmod"}:
            clause = token.head if token.dep_ != "det" else token.head.head
            if clause.i > token.i and clause.pos_ in {"VERB", "AUX"} and is_finite(clause):
                between = doc[verb.i + 1 : token.i]
                direct = clause.head.lemma_ not in ground.cues.nouns and not any(
                    t.dep_ == "dobj" and "object" in cue.takes for t in between
                )
                return clause if direct else None
        if token.pos_ in {"VERB", "AUX"} or token.text in {";", ":"}:
            return None
    return None


def _from_outside(ground: Ground, verb: Token, cue: Cue) -> Found | None:
    """The clause on which the attribution hangs: "as she says", or a parenthesis."""
    head = verb.head
    if head == verb or ground.sentence_at(head).start != ground.sentence_at(verb).start:
        return None
    if "quote" not in cue.takes or not _nothing_follows(verb, cue):
        return None
    if (verb.dep_ == "advcl" and _as(verb)) or (verb.dep_ == "parataxis" and head.pos_ in {"VERB", "AUX"}):
        top = head
        tokens = subtree(top, [verb])
        return ("as-clause" if _as(verb) else "parenthesis"), runs(ground.doc, tokens)
    return None


def _as(token: Token) -> bool:
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ == "as" for c in token.children)


def _outside(ground: Ground, verb: Token) -> list[Token]:
    """Second attributions in the sentence: they are not part of what `verb` marks."""
    parts = parts_of(verb, ground.cues, ground.sentence_at(verb).end)
    return [token for token in parts if not ground.quoted(token)]


def _left_edge(ground: Ground, verb: Token) -> int:
    """First token of the attribution: its subject's phrase or the verb with its auxiliaries."""
    edge = min([verb.i, *(c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"})])
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and subject.i < verb.i:
        tokens = {i for i in subtree(subject) if i <= verb.i}
        edge = min(edge, *tokens)
    sentence = ground.sentence_at(verb)
    while edge > sentence.start and (
        ground.doc[edge - 1].dep_ == "advmod" and ground.doc[edge - 1].head == verb
    ):
        edge -= 1
    return edge


def _colon_follows(verb: Token) -> bool:
    """True for "X said:", which points forward."""
    doc = verb.doc
    return any(t.text == ":" for t in doc[verb.i + 1 : verb.i + 3])


def _nothing_follows(verb: Token, cue: Cue) -> bool:
    """True where the attribution ends its sentence, or only adverbials, addressees and a subject follow."""
    labels = {"ccomp", "xcomp", "oprd", "attr"}
    if not cue.takes.isdisjoint({"object", "charge"}):
        labels.add("dobj")
    return not any(c.i > verb.i and c.dep_ in labels for c in verb.children)


def _asking(clause: Token) -> bool:
    """An infinitive behind a question word: "knows how to win"."""
    return is_infinitive(clause) and any(c.tag_ in {"WRB", "WP"} and c.i < clause.i for c in clause.children)


def _introduced(clause: Token) -> bool:
    """A clause behind "that", whose verb the parser may take for a noun: "said that the dam leaks"."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _small(clause: Token) -> bool:
    """A clause without finite verb: "the survey shows her leading"."""
    return clause.tag_ in {"VBG", "VBN"} and has_child(clause, "nsubj") and not is_infinitive(clause)
