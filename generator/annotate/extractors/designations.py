"""Finds the noun phrases by which a text calls a deed or a body that others call differently.

In: the doc. Out: `Designation` records: "the recent military actions in X", "an offensive by Y", "X's de
facto government", with their sense, who is behind them and what they are described as. Which of them mean the same thing is
decided where all articles are known.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.phrases import below, child_of
from generator.annotate.reading import Extractor, span_of
from generator.lexicons import read_yaml
from generator.model.findings import Designation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.annotate.reading import Reading
    from generator.model.article import Span

NOUNS = frozenset({"NOUN", "PROPN"})
LEFT_OUT = frozenset({"det", "poss", "nummod", "predet", "punct", "case", "cc", "preconj"})
"""What stands before a noun and is no part of what it is called."""
MARKS = frozenset({"‘", "’", "“", "”", '"', "'"})
DESCRIBING = frozenset(
    "describe call term characterise characterize portray label dub brand present depict frame regard see view "
    "denounce condemn hail consider deem declare refer".split()
)
"""Verbs that say what something is called: "described X as Y", "calls X Y"."""


class Sense(NamedTuple):
    """One section of the lexicon."""

    name: str
    modifiers: frozenset[str]
    own: bool
    """True where the noun has the sense without a modifier."""
    many: bool


@cache
def _senses() -> dict[str, tuple[Sense, ...]]:
    """Head noun -> its senses."""
    found: dict[str, list[Sense]] = {}
    for name, section in read_yaml("en", "designations").items():
        modifiers = frozenset(section["modifiers"])
        many = bool(section.get("many"))
        for own, key in ((True, "heads"), (False, "open")):
            for head in section[key]:
                found.setdefault(head, []).append(Sense(name, modifiers, own, many))
    return {head: tuple(senses) for head, senses in found.items()}


def find_designations(reading: Reading) -> tuple[Designation, ...]:
    """In the order of the text."""
    earlier: dict[str, str] = {}
    found: list[Designation] = []
    for token in reading.doc:
        if token.pos_ in NOUNS and token.dep_ != "compound":
            sense = _sense(token, earlier)
            if sense is not None:
                earlier.setdefault(token.lemma_.lower(), sense)
                found.append(_designation(token, sense))
    return tuple(found)


def _sense(head: Token, earlier: dict[str, str]) -> str | None:
    lemma = head.lemma_.lower()
    before = {token.lower_ for token in _before(head)}
    before |= {token.lemma_.lower() for token in _before(head)}
    hyphened = "".join(token.lower_ for token in _before(head))
    for sense in _senses().get(lemma, ()):
        if sense.many and head.tag_ not in {"NNS", "NNPS"} and lemma not in {"people", "population", "troop"}:
            continue
        if (
            sense.own
            or before & sense.modifiers
            or any("-" in one and one in hyphened for one in sense.modifiers)
        ):
            return sense.name
    definite = any(child.lower_ in {"the", "this", "that", "these", "those"} for child in head.children)
    return earlier.get(lemma) if definite and not before else None


def _before(head: Token) -> list[Token]:
    """Modifiers of a noun, in the order of the text, without determiners, owners and numbers."""
    kept: set[int] = set()
    for child in head.lefts:
        if child.dep_ not in LEFT_OUT:
            kept |= below(child)
    return [head.doc[i] for i in sorted(kept) if head.doc[i].text not in MARKS and not head.doc[i].is_space]


def _designation(head: Token, sense: str) -> Designation:
    before = [token for token in _before(head) if token.i < head.i]
    # The words right before the noun, without a gap: a comma or a quotation mark ends them.
    first = head
    for token in reversed(before):
        if token.i != first.i - 1 or (token.is_punct and token.text != "-"):
            break
        first = token
    whole = _whole(head)
    described = _described(head)
    return Designation(
        span=(first.idx, head.idx + len(head)),
        head=span_of(head),
        sense=sense,
        lemma=head.lemma_.lower(),
        whole=whole,
        definite=any(child.lower_ in {"the", "this", "that", "these", "those"} for child in head.children),
        agent_head=_agent(head),
        year=_year(head),
        described_as=described[0] if described else None,
        describer_head=described[1] if described else _source(head),
    )


def _whole(head: Token) -> Span:
    """The noun phrase with all that hangs on it, participles ("linked to the region") included, relative clauses not."""
    clauses = [child for child in head.children if child.dep_ in {"relcl", "punct", "cc", "conj", "appos"}]
    indices = sorted(below(head, clauses))
    first, last = indices[0], indices[-1]
    sentence = head.sent
    last = min(last, sentence.end - 1)
    return head.doc[first].idx, head.doc[last].idx + len(head.doc[last])


def _agent(head: Token) -> Span | None:
    """Head of the phrase for the one behind it: "an offensive by Y", "Y's offensive", "Y launched an offensive"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            target = child_of(child, "pobj")
            return span_of(target) if target is not None else None
        if child.dep_ == "poss":
            return span_of(child)
    verb = head.head
    if head.dep_ == "dobj" and verb.lemma_.lower() in {
        "launch",
        "begin",
        "start",
        "conduct",
        "mount",
        "carry",
        "stage",
    }:
        subject = child_of(verb, "nsubj")
        return span_of(subject) if subject is not None else None
    return None


def _year(head: Token) -> str | None:
    """“the **2020** war”."""
    return next(
        (
            child.text
            for child in head.lefts
            if child.like_num and len(child.text) == 4 and child.text.isdigit()
        ),
        None,
    )


def _described(head: Token) -> tuple[Span, Span | None] | None:
    """What it is called, and the head of who calls it so: "Y described the operation as **a measure**"."""
    verb = head.head
    if head.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_.lower() not in DESCRIBING:
        return None
    subject = child_of(verb, "nsubj")
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "as" and child.i > head.i:
            target = child_of(child, "pobj")
            if target is not None and target.pos_ in NOUNS:
                return _called(target), span_of(subject) if subject is not None else None
        if child.dep_ == "oprd" and child.i > head.i and child.pos_ in NOUNS:
            return _called(child), span_of(subject) if subject is not None else None
    return None


def _called(target: Token) -> Span:
    """The words of a description, with the aim that follows ("a measure to disarm"), without its article."""
    clauses = [
        child for child in target.children if child.dep_ in {"relcl", "punct", "det", "advcl", "appos"}
    ]
    indices = sorted(below(target, clauses))
    doc: Doc = target.doc
    first, last = indices[0], indices[-1]
    return doc[first].idx, doc[last].idx + len(doc[last])


def _source(head: Token) -> Span | None:
    """Who speaks of it: the subject of the verb of describing, or the body a statement comes from."""
    verb = head.head
    if head.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_.lower() not in DESCRIBING:
        return None
    subject = child_of(verb, "nsubj")
    if subject is None:
        return None
    for child in subject.children:
        if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            target = child_of(child, "pobj")
            if target is not None:
                return span_of(target)
    return span_of(subject)


EXTRACTOR = Extractor(field="designations", find=find_designations)
