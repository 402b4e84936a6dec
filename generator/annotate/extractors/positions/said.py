"""Positions inside what somebody says.

In: a statement, its tokens and its addressee. Out: drafts: the statement as a whole where its cue makes it a position
("called for", "conceded"), and what its content demands, offers, promises or refuses in so many words. Of two drafts
over the same words the more telling one stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.positions.conditions import find_conditions
from generator.annotate.extractors.positions.needs import Draft, find_needs
from generator.annotate.phrases import below, child_of, is_negated, subject_of
from generator.model.findings import Mode, Stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from generator.annotate.extractors.positions.lexicon import Words
    from generator.annotate.phrases import Ground
    from generator.model.findings import Statement

SAME = 0.7
"""Share of a statement's words from which a position inside it is the statement's own."""
TURNED = frozenset({Stand.ACCEPTANCE, Stand.OFFER, Stand.COMMITMENT})
"""Positions whose negation is a rejection; that of the others is no position."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Parts of speech without which words say nothing ("rejected it")."""
HOLDERS = frozenset({"we", "i", "it", "he", "she", "they"})
"""Subjects by which what is reported goes on about the one who speaks."""


def find_said(statement: Statement, ground: Ground, words: Words) -> list[Draft]:
    """The positions of one statement."""
    tokens = [one for span in statement.content for one in ground.tokens(span) if not one.is_space]
    if (
        not tokens
        or not any(one.pos_ in CONTENT for one in tokens)
        or _asks(tokens)
        or _nobody(statement, ground)
    ):
        return []
    whole = _whole(statement, tokens, ground, words)
    if statement.negated:
        return [whole] if whole is not None else []
    needs = [
        *find_needs(tokens, words, own=False),
        *_readiness(tokens, words),
        *_first_person(tokens, words, quoted=statement.mode is not Mode.INDIRECT),
        *_announced(statement, tokens, words),
    ]
    inside = {one.i for one in tokens}
    for draft in needs:
        draft.tokens &= inside
    needs = [draft for draft in _outermost(needs) if draft.tokens and draft.cue[0].i in inside]
    conditions = [
        draft for draft in find_conditions(tokens, words, own=False) if len(draft.tokens) < len(inside)
    ]
    if whole is None:
        return [*needs, *conditions]
    kept = []
    for draft in needs:
        same = len(draft.tokens) >= SAME * len(whole.tokens)
        if same and whole.kind is Stand.WARNING:
            whole = draft
        elif not same and draft.kind is not whole.kind:
            kept.append(draft)
    return [whole, *kept, *conditions]


def _nobody(statement: Statement, ground: Ground) -> bool:
    """True for "not everyone agreed": that is said of nobody in particular."""
    first = ground.tokens(statement.speaker)[:1] if statement.speaker is not None else []
    return bool(first) and first[0].lower_ in {"not", "no", "nobody", "none", "neither", "few"}


def _asks(tokens: Sequence[Token]) -> bool:
    """True for a question: it takes no position."""
    last = tokens[-1]
    following = last.doc[last.i + 1 : last.i + 3]
    return last.text == "?" or any(one.text == "?" for one in following)


def _whole(statement: Statement, tokens: Sequence[Token], ground: Ground, words: Words) -> Draft | None:
    """The statement as a position by its cue."""
    if statement.cue is None:
        return None
    cue = [one for one in ground.tokens(statement.cue) if not one.is_space]
    if not cue:
        return None
    base = (cue[0].lemma_.lower(), *(one.lower_ for one in cue[1:]))
    kind = words.of_cue(base, statement.kind)
    rule = "by its cue"
    if base[0] in words.wishes and statement.rule == "urged to":
        kind, rule = Stand.DEMAND, "what somebody is to do"
    elif kind is Stand.ACCEPTANCE and statement.rule == "infinitive":
        kind, rule = Stand.COMMITMENT, "agrees to do"
    elif kind is None and base[0] == "tell" and statement.rule == "urged to":
        kind, rule = Stand.DEMAND, "what somebody is to do"
    if kind is None or _hypothetical(cue[0]) or tokens[0].lemma_.lower() in words.empty:
        return None
    if kind is Stand.PROPOSAL and _asserts(statement, tokens):
        return None
    if kind is Stand.ACCEPTANCE and statement.rule in {"passive", "described as"}:
        # "recognised by some as the best" accepts nothing.
        return None
    if statement.negated or any(one.lower_ == "longer" for one in cue[0].children):
        if kind not in TURNED:
            return None
        kind, rule = Stand.REJECTION, "negated"
    return Draft(
        kind, tuple(cue), {one.i for one in tokens}, _actor_of(tokens) if kind is Stand.DEMAND else None, rule
    )


def _asserts(statement: Statement, tokens: Sequence[Token]) -> bool:
    """True where what is "proposed" is a fact and no deed: "proposed that wings moved by themselves"."""
    inside = {one.i for one in tokens}
    top = [one for one in tokens if one.head.i not in inside]
    return statement.rule == "clausal complement" and any(one.tag_ in {"VBD", "VBZ"} for one in top)


def _hypothetical(cue: Token) -> bool:
    """True for what somebody would do, might do or has to do: no position was taken yet."""
    modal = child_of(cue, "aux")
    return modal is not None and modal.lower_ in {"could", "might", "may", "should", "must", "can"}


def _actor_of(tokens: Sequence[Token]) -> Token | None:
    """Who is to act in a that-clause: the subject of its topmost verb."""
    inside = {one.i for one in tokens}
    for token in tokens:
        if token.dep_ == "nsubj" and token.head.i in inside and token.head.head.i not in inside:
            return token
    return None


def _readiness(tokens: Sequence[Token], words: Words) -> Iterator[Draft]:
    """“it is ready to talk”, “they are not willing to wait”."""
    for token in tokens:
        kind = words.cues.get(token.lower_)
        if kind is Stand.OFFER and token.pos_ == "NOUN" and token.dep_ == "dobj":
            for child in token.children:
                if child.i > token.i and (child.dep_ == "acl" or child.lower_ in {"to", "for"}):
                    yield Draft(kind, (token,), below(child), None, "noun of readiness")
                    break
        if (
            kind is None
            or token.dep_ not in {"acomp", "oprd", "attr"}
            or token.head.lemma_ not in {"be", "remain"}
        ):
            continue
        subject = child_of(token.head, "nsubj")
        goal = child_of(token, "xcomp") or child_of(token.head, "xcomp")
        if goal is None:
            to = next((one for one in token.children if one.dep_ == "prep" and one.lower_ == "to"), None)
            goal = child_of(to, "pobj", "pcomp") if to is not None else None
        if subject is None or goal is None or goal.i < token.i or subject.lower_ not in HOLDERS:
            continue
        if is_negated(token.head):
            if kind not in TURNED:
                continue
            kind = Stand.REJECTION
        yield Draft(kind, (token,), below(goal), None, "adjective of readiness")


def _first_person(tokens: Sequence[Token], words: Words, *, quoted: bool) -> Iterator[Draft]:
    """“we will rebuild”, “we will not accept”, “we reject”: only in words that are the speaker's own."""
    if not quoted:
        return
    for verb in tokens:
        if verb.pos_ != "VERB" or verb.dep_ in {"relcl", "acl", "advcl"}:
            continue
        subject = subject_of(verb)
        if subject is None or subject.lower_ not in words.first or subject.i > verb.i:
            continue
        base = verb.lemma_.lower()
        modal = next(
            (
                one
                for one in verb.children
                if one.dep_ == "aux" and one.lower_ in {"will", "shall", "'ll", "’ll"}
            ),
            None,
        )
        negated = is_negated(verb)
        held = below(verb) - below(subject)
        if negated and (
            modal is not None or any(one.lower_ in {"can", "ca", "could"} for one in verb.children)
        ):
            if base in words.refusals:
                yield Draft(
                    Stand.REJECTION, (verb,), {i for i in held if i >= _first_aux(verb)}, None, "will not"
                )
        elif modal is not None and base not in words.passive_future and verb.tag_ == "VB":
            kind = words.performatives.get(base, Stand.COMMITMENT)
            yield Draft(kind, (modal,), {i for i in held if i >= modal.i}, None, "will, first person")
        elif verb.tag_ == "VBP" and not negated and base in words.performatives and len(held) > 2:
            if base == "call" and not any(one.lower_ in {"on", "upon", "for"} for one in verb.children):
                continue
            addressed = child_of(verb, "dobj") if child_of(verb, "xcomp") is not None else None
            tokens_held = {i for i in held if i >= verb.i}
            yield Draft(
                words.performatives[base], (verb,), tokens_held, addressed, "said in the first person"
            )


def _announced(statement: Statement, tokens: Sequence[Token], words: Words) -> Iterator[Draft]:
    """“said it would rebuild the bridge”: the pronoun that opens reported words is the speaker, where he stands before it."""
    if statement.speaker is None or statement.speaker[0] > tokens[0].idx:
        # "It will cost a million, the chamber said": something told of before.
        return
    if statement.kind != "says" or statement.mode is Mode.DIRECT or tokens[0].lower_ not in HOLDERS:
        return
    verb = tokens[0].head
    modal = child_of(verb, "aux")
    if (
        tokens[0].dep_ != "nsubj"
        or verb.tag_ != "VB"
        or modal is None
        or modal.lower_ not in {"would", "will"}
    ):
        return
    base = verb.lemma_.lower()
    held = {i for i in below(verb) if i >= modal.i}
    if is_negated(verb):
        yield Draft(Stand.REJECTION, (modal,), held, None, "would not")
    elif base not in words.passive_future:
        yield Draft(
            words.performatives.get(base, Stand.COMMITMENT), (modal,), held, None, "would, of oneself"
        )


def _first_aux(verb: Token) -> int:
    return min([verb.i, *(one.i for one in verb.children if one.dep_ in {"aux", "neg"} and one.i < verb.i)])


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Of drafts of one kind inside each other, the wider one, which holds the other's words too."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (-len(one.tokens), one.cue[0].i)):
        if not any(draft.kind is other.kind and draft.tokens <= other.tokens for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda one: one.cue[0].i)
