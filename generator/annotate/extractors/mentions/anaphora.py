"""Pronouns and pointing phrases: which mention they go back to, where the text makes it plain.

In: mentions and their doc. Out: the same mentions, some with `antecedent` or an inferred affiliation, each with its
rule. Cautious by design: a wrong reading puts words into somebody's mouth, an open one only leaves a gap. The search
looks at the subject of the governing clause, then at the sentence so far and the one before, and gives up where more
than one actor fits (after the salience order of Lappin and Leass, 1994: subjects before others, near before far).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.genders import gender_of
from generator.annotate.extractors.mentions.pointers import Bodies, distinct
from generator.lexicons import load_gazetteer
from generator.model.findings import ActorKind, Form, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from generator.model.article import Span

GENDERED = {"he": "male", "she": "female"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LAND = frozenset({"country", "nation", "republic"})
"""Nouns that point back to a state."""
SINGLE = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.ORGANISATION})


def read_anaphora(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """Mentions in the order of the text, with what they point back to."""
    context = _Context(doc, mentions)
    return [context.read(mention) for mention in mentions]


class _Context:
    """The mentions of an article by token and by sentence."""

    def __init__(self, doc: Doc, mentions: list[Mention]) -> None:
        self._doc = doc
        self._by_head: dict[int, Mention] = {}
        self._tokens: dict[Span, Token] = {}
        self._quoted = _quoted(doc)
        self._sents = list(doc.sents)
        self._number = {token.i: number for number, sent in enumerate(self._sents) for token in sent}
        for mention in mentions:
            span = doc.char_span(*mention.head, alignment_mode="expand")
            if span is not None:
                token = span.root
                self._tokens[mention.span] = token
                kept = self._by_head.get(token.i)
                if kept is None or mention.form is Form.NAME:
                    self._by_head[token.i] = mention
        self._read: dict[int, Mention] = {}
        self._genders: dict[str, str] = {}
        self._in_sentence: dict[int, list[Mention]] = {}
        self._bodies = Bodies(doc, self._sents, self._in_sentence)
        for mention in mentions:
            found = self._tokens.get(mention.span)
            if found is not None and mention.form is not Form.PRONOUN:
                self._in_sentence.setdefault(self._number[found.i], []).append(mention)
                self._bodies.note(mention)
                gender = gender_of(mention, found) if mention.kind is ActorKind.PERSON else None
                if gender is not None:
                    self._genders.setdefault(_surname(mention), gender)

    def read(self, mention: Mention) -> Mention:
        token = self._tokens.get(mention.span)
        if token is None:
            return mention
        if mention.form is Form.PRONOUN:
            return self._pronoun(mention, token)
        if (
            mention.form is Form.DESCRIPTION
            and mention.affiliation is None
            and self._is_definite(mention, token)
        ):
            return self._pointer(mention, token)
        return mention

    @staticmethod
    def _is_definite(mention: Mention, token: Token) -> bool:
        """“the ministry”, not "a ministry", "ministries" or "the next ministry"."""
        modifiers = [child for child in token.lefts if child.dep_ not in {"det", "punct"}]
        return not mention.plural and not modifiers and any(child.lower_ == "the" for child in token.lefts)

    # Pronouns -----------------------------------------------------------------------------------------------

    def _pronoun(self, mention: Mention, token: Token) -> Mention:
        # Inside a quotation the pronouns are the speaker's, and point to what was said before it.
        if mention.name in {"i", "we"} or token.i in self._quoted:
            return mention
        for candidates, rule in self._candidates(mention, token):
            fitting = distinct(one for one in candidates if self._fits(mention, one))
            if len(fitting) == 1:
                self._read[token.i] = fitting[0]
                return replace(mention, antecedent=fitting[0].span, inference=f"“{mention.name}”: {rule}")
            if fitting:
                break
        return mention

    def _fits(self, pronoun: Mention, candidate: Mention) -> bool:
        if pronoun.name in GENDERED:
            if candidate.kind is not ActorKind.PERSON or candidate.plural:
                return False
            return self._genders.get(_surname(candidate)) in {None, GENDERED[pronoun.name]}
        if pronoun.name == "they":
            return candidate.kind is ActorKind.GROUP and (candidate.plural or candidate.form is Form.NAME)
        return candidate.kind in SINGLE and not candidate.plural

    def _candidates(self, pronoun: Mention, token: Token) -> Iterator[tuple[list[Mention], str]]:
        """Groups of candidates, the best first, with the rule that each group stands for."""
        subject = _governing_subject(token)
        if subject is not None:
            governor = self._by_head.get(subject.i)
            if governor is not None:
                yield [governor], "subject of the clause it depends on"
            if governor is None or not self._fits(pronoun, governor):
                # Somebody else governs the clause, perhaps somebody who is not known: nothing is plain.
                return
        if token.lower_ == "it":
            # Things are "it" far more often than actors; only a governing subject is plain enough.
            return
        if token.i + 1 < len(self._doc) and self._doc[token.i + 1].lower_ == "both":
            # "They both" are two, and no group.
            return
        number = self._number[token.i]
        here = [one for one in self._outside_quotes(number) if self._tokens[one.span].i < token.i]
        if here:
            yield here, "only fitting actor before it in the sentence"
        if not number or self._parted(number):
            return
        if token.lower_ == "they" and self._has_things_before(token):
            return
        for one in self._sents[number - 1]:
            if one.lower_ == token.lower_ and one.dep_ in SUBJECTS and one.i not in self._quoted:
                if one.i in self._read:
                    yield [self._read[one.i]], "the same pronoun in the sentence before"
                return
        before = self._outside_quotes(number - 1)
        subjects = [one for one in before if _is_subject(self._tokens[one.span])]
        yield subjects, "subject of the sentence before"
        yield before, "only fitting actor of the sentence before"

    def _outside_quotes(self, number: int) -> list[Mention]:
        """Mentions of a sentence; whom somebody names in a quotation is nobody's antecedent outside it."""
        return [
            one for one in self._in_sentence.get(number, []) if self._tokens[one.span].i not in self._quoted
        ]

    def _has_things_before(self, token: Token) -> bool:
        """Whether "they" may be things that its own sentence has named: "researchers found that **frogs**, when they"."""
        before = self._doc[self._sents[self._number[token.i]].start : token.i]
        return any(one.tag_ == "NNS" and not one.ent_type_ and one.i not in self._by_head for one in before)

    def _parted(self, number: int) -> bool:
        """Whether a paragraph ends between a sentence and the one before it."""
        return "\n" in self._doc.text[self._sents[number - 1].start_char : self._sents[number].start_char]

    # Pointing phrases ---------------------------------------------------------------------------------------

    def _pointer(self, mention: Mention, token: Token) -> Mention:
        base = mention.name.split()[-1]
        if base != "government":
            found = self._bodies.meant(base, token, self._number[token.i])
            if found is not None:
                return replace(mention, antecedent=found[0].span, inference=f"“the {base}”: {found[1]}")
        if base in LAND or base == "government":
            owner, rule = self._state(token, base)
            if owner is not None:
                return replace(mention, affiliation=owner, inference=f"“the {base}”: {rule}")
        return mention

    def _governments(self, token: Token) -> set[str]:
        """Gazetteer keys of the states whose government the article names before: "Norway's government"."""
        return {
            owner
            for found in self._in_sentence.values()
            for one in found
            if one.span[1] <= token.idx and one.name.split()[-1].lower() == "government"
            if (owner := _owner(one)) is not None
        }

    def _state(self, token: Token, base: str) -> tuple[str | None, str]:
        """The state a phrase points to: that of the governing subject, of the only government, or the only one just before."""
        subject = _governing_subject(token)
        if subject is not None and subject.i in self._by_head:
            owner = _owner(self._by_head[subject.i])
            if owner is not None:
                return owner, "belongs to the subject of the clause it depends on"
        number = self._number[token.i]
        if base == "government":
            governments = self._governments(token)
            if len(governments) == 1:
                return governments.pop(), "the only government named before in the article"
        here = [one for one in self._in_sentence.get(number, []) if one.span[1] <= token.idx]
        before = self._in_sentence.get(number - 1, []) if number and not self._parted(number) else []
        owners = {owner for one in (*before, *here) if (owner := _owner(one)) is not None}
        if len(owners) == 1:
            return owners.pop(), "the only state named just before"
        return None, ""


def _owner(mention: Mention) -> str | None:
    """Gazetteer key of the state a mention is, or belongs to."""
    for key in (mention.stands_for, mention.gazetteer, mention.affiliation):
        place = load_gazetteer().by_key.get(key or "")
        if place is not None:
            owner = place.part_of or place.key
            return owner if owner.startswith("state:") else None
    return None


def _governing_subject(token: Token) -> Token | None:
    """Subject of the clause that the token's own clause is a complement of ("Lee said she would")."""
    verb = token.head
    while verb.dep_ in {"conj", "xcomp", "aux", "auxpass"} and verb.head is not verb:
        verb = verb.head
    steps = 0
    while (
        verb.dep_ in {"ccomp", "advcl", "acl", "relcl", "parataxis"} and verb.head is not verb and steps < 4
    ):
        verb, steps = verb.head, steps + 1
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i != token.i and child.pos_ != "PRON":
                return child
    return None


def _is_subject(token: Token) -> bool:
    """Also one of several subjects, and a name beside one ("Ann Lee and the mayor, Bo Berg, left")."""
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    return token.dep_ in SUBJECTS


def _surname(person: Mention) -> str:
    """What "Ann Lee" and "Lee" share in one article; a description is itself."""
    return (
        person.name.split()[-1].casefold()
        if person.form is Form.NAME
        else f"{person.affiliation} {person.name}"
    )


def _quoted(doc: Doc) -> frozenset[int]:
    """Tokens inside quotation marks; a mark that is never closed ends with its paragraph."""
    inside: set[int] = set()
    opened = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            opened = False
        elif token.text == '"':
            opened = not opened
        elif token.text in {"“", "``", "«"}:
            opened = True
        elif token.text in {"”", "''", "»"}:
            opened = False
        elif opened:
            inside.add(token.i)
    return frozenset(inside)
