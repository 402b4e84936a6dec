"""One article as the event rules see it.

In: a `Reading`. Out: `Scene`, which answers who a word stands for and which words belong to a noun phrase. Made once
an article; every question is answered in the time of the phrase that is asked about.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.extractors.events.lexicon import load_events
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.reading import Reading
    from generator.model.article import Span
    from generator.model.findings import DateRef, Mention, Statement

PERSONAL = frozenset("he she they them him her us we i me it who whom".split())
NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC"})
TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
CUT = frozenset({"relcl", "acl", "advcl", "parataxis", "punct", "cc", "ccomp", "conj", "npadvmod", "preconj"})
OWNING = ("of", "by", "from", "against", "with", "on", "in", "for", "to", "at", "between", "into", "over")
MOST = 4
"""Most members of a row of actors that are told apart."""


class Party(NamedTuple):
    """One side of an event."""

    token: Token
    """The word that the actor is matched by."""
    span: Span
    """The whole noun phrase."""
    known: bool
    """Whether it is somebody, and not something."""


class Scene:
    """An article's tokens, mentions and statements by place."""

    def __init__(self, reading: Reading) -> None:
        """The reading holds mentions, statements and dates."""
        self.article = reading.article
        self.doc = reading.doc
        self.sentences = reading.sentences
        self.lexicon = load_events("en")
        self.statements: tuple[Statement, ...] = reading.found.get("statements", ())
        self.dates: tuple[DateRef, ...] = reading.found.get("dates", ())
        self.mentions: dict[int, Mention] = {}
        self._inside: dict[int, Mention] = {}
        self._agents = frozenset(
            noun for noun, section in read_sections("en", "agents").items() if section != "document"
        )
        self._demonyms = load_gazetteer().by_demonym
        for mention in reading.found.get("mentions", ()):
            if mention.kind is ActorKind.DOCUMENT:
                continue
            known = self.mentions.get(mention.head[0])
            if known is None or known.form is not Form.NAME:
                self.mentions[mention.head[0]] = mention
            if mention.form is Form.NAME:
                first, last = mention.span
                span = reading.doc.char_span(first, last, alignment_mode="expand")
                if span is not None:
                    self._inside.update(dict.fromkeys(range(span.start, span.end), mention))
        self._starts = [sentence.span[0] for sentence in self.sentences]
        self._dates = sorted(self.dates, key=lambda one: one.span)
        self._said = sorted(
            ((span, one) for one in self.statements for span in one.content), key=lambda pair: pair[0]
        )
        self._said_starts = [span[0] for span, _ in self._said]
        self._longest = max((span[1] - span[0] for span, _ in self._said), default=0)

    def sentence(self, offset: int) -> Span:
        """The sentence around a character; the last one before it where it stands between two."""
        number = max(bisect_right(self._starts, offset) - 1, 0)
        return self.sentences[number].span if self.sentences else (0, len(self.article.text))

    def dates_in(self, span: Span) -> list[DateRef]:
        """The dates that begin inside a span."""
        first = bisect_right(self._dates, span[0] - 1, key=lambda one: one.span[0])
        found = []
        for one in self._dates[first:]:
            if one.span[0] >= span[1]:
                break
            found.append(one)
        return found

    def statement_at(self, offset: int) -> Statement | None:
        """The innermost statement in whose content a character stands."""
        best: tuple[int, Statement] | None = None
        for index in range(bisect_right(self._said_starts, offset) - 1, -1, -1):
            (start, end), statement = self._said[index]
            if offset - start > self._longest:
                break
            if offset < end and (best is None or end - start < best[0]):
                best = (end - start, statement)
        return best[1] if best else None

    def token_at(self, offset: int) -> Token | None:
        """The token that begins at a character."""
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None

    def is_actor(self, token: Token) -> bool:
        """Whether a word alone can stand for somebody."""
        if token.idx in self.mentions or token.lower_ in PERSONAL:
            return True
        if token.i in self._inside:
            return True
        if token.ent_type_ in TIMES:
            return False
        if token.pos_ == "PROPN" or token.ent_type_ in NAMED:
            return token.pos_ in {"PROPN", "NOUN", "ADJ"} and token.dep_ not in {"amod", "compound", "nmod"}
        return token.pos_ == "NOUN" and token.lemma_.lower() in self._agents

    def is_named(self, token: Token) -> bool:
        """Whether a word is the head of the name of a state, place or body."""
        mention = self.mentions.get(token.idx)
        return mention is not None and mention.form is Form.NAME and mention.kind is not ActorKind.PERSON

    def is_people(self, token: Token) -> bool:
        """Whether a word is an adjective of a state or people ("Norwegian")."""
        return token.text in self._demonyms

    def party(self, head: Token) -> Party:
        """The side of an event that a noun phrase stands for."""
        token = self._behind(head)
        return Party(token or head, self.phrase(head), token is not None)

    def doer(self, head: Token) -> Party:
        """The same for one who does something: "peace in Chile" does nothing, "Chilean jets" do."""
        party = self.party(head)
        if not party.known or party.token == head or self._is_part(head):
            return party
        owned = any(one == party.token for one in head.lefts)
        deeds = self.lexicon.nouns.get(head.lemma_.lower(), ())
        sure = owned and any(one.kind == "ASSAULT" for one in deeds)
        return Party(party.token if owned else head, party.span, sure)

    def _is_part(self, head: Token) -> bool:
        return head.lemma_.lower() in self.lexicon.partitives or head.pos_ == "NUM"

    def _behind(self, head: Token, depth: int = 0) -> Token | None:
        lemma = head.lemma_.lower()
        if lemma in self.lexicon.partitives or head.pos_ == "NUM" or lemma == "both":
            for child in head.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    for inner in child.children:
                        if inner.dep_ == "pobj" and depth < 3:
                            return self._behind(inner, depth + 1)
        if self.is_actor(head):
            return head
        for child in head.children:
            if child.dep_ == "poss" and child.pos_ != "PRON" and self.is_actor(child):
                return child
        for child in head.lefts:
            if child.dep_ in {"amod", "compound", "nmod", "nsubj"} and (
                self.is_people(child) or child.idx in self.mentions or child.i in self._inside
            ):
                return child
        for child in head.rights:
            if child.dep_ == "acl" and child.tag_ == "VBN" and depth < 2:
                # "a proposal made by Peru"
                for by in child.children:
                    for inner in by.children if by.lower_ == "by" else ():
                        if inner.dep_ == "pobj" and self._behind(inner, depth + 1) is not None:
                            return self._behind(inner, depth + 1)
        if depth < 2:
            for word in OWNING:
                for child in head.children:
                    if child.dep_ in {"prep", "agent"} and child.lower_ == word:
                        for inner in child.children:
                            if inner.dep_ == "pobj":
                                found = self._behind(inner, depth + 1)
                                if found is not None:
                                    return found
        return None

    def phrase(self, head: Token) -> Span:
        """The words of a noun phrase around its head: without clauses, dates and further members of a row."""
        kept, queue = {head.i}, [head]
        while queue:
            for child in queue.pop().children:
                if child.dep_ in CUT and not _binds(child):
                    continue
                if "\n" in child.text or (child.dep_ == "prep" and _is_time(child)):
                    continue
                if child.head == head and head.pos_ in {"PRON", "DET"} and child.lower_ != "of":
                    continue
                kept.add(child.i)
                queue.append(child)
        first = last = head.i
        while first - 1 in kept:
            first -= 1
        while last + 1 in kept:
            last += 1
        while last > head.i and self.doc[last].tag_ == "POS":
            last -= 1
        while last > head.i and (self.doc[last].is_punct and self.doc[last].text not in ')"”'):
            last -= 1
        return self.doc[first].idx, self.doc[last].idx + len(self.doc[last])

    def row(self, head: Token) -> Iterator[Token]:
        """The members of a row of noun phrases: "A, B and C"."""
        current: Token | None = head
        for _ in range(MOST):
            if current is None:
                return
            yield current
            current = next(
                (one for one in current.children if one.dep_ == "conj" and one.pos_ in NOMINAL), None
            )


def _binds(token: Token) -> bool:
    """Marks and words that stand inside a noun phrase: hyphens, quotation marks, "war" in "war-torn"."""
    if token.dep_ == "punct":
        return token.text in "-'’\"“”()"
    after = token.i + 1
    return token.dep_ == "npadvmod" and after < len(token.doc) and token.doc[after].text == "-"


def _is_time(prep: Token) -> bool:
    return any(child.dep_ == "pobj" and child.ent_type_ in {"DATE", "TIME"} for child in prep.children)
