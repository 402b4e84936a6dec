"""Who speaks: from a cue's verb to the noun phrase behind it.

In: spaCy tokens and the heads of the actors' mentions. Out: a `Speaker`, or `None` where nobody is named. A subject
that is no actor speaks only through its author ("statements from the ministry"), so that "this stance frames ..."
is not taken for an utterance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.drafts import Speaker
from generator.annotate.extractors.statements.seconds import first_of
from generator.annotate.extractors.statements.spans import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from generator.annotate.extractors.statements.lexicon import Cues

SUBJECTS = frozenset({"nsubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass"})
PRONOUNS = frozenset(
    "his her its their my our your him them me us he she they we i you it who one someone somebody everyone everybody nobody anyone others other some many several "
    "most few all both neither another each".split()
)
IMPERSONAL = frozenset({"this", "that", "these", "those", "what", "which", "there"})
PLACES = frozenset({"GPE", "LOC", "FAC", "ORG"})
STEPS = 8
"""How far a subject is looked for: deeper nesting is a parser's error more often than a sentence."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a verb gets its subject."""

    subject: Token | None
    """Head word of the noun phrase that speaks; `None` where the text names nobody."""
    passive: bool = False
    raised: Token | None = None
    """The grammatical subject of a passive, which belongs to what is said."""
    relative: Token | None = None
    """The relative pronoun that stood for the subject."""


class Speakers:
    """Finds speakers in one doc."""

    def __init__(self, doc: Doc, cues: Cues, heads: frozenset[int]) -> None:
        """`heads`: character offsets at which the head words of mentions begin."""
        self._doc = doc
        self._cues = cues
        self._heads = heads

    def voice(self, verb: Token) -> Voice | None:
        """The subject of `verb`, over coordination, participles and control; `None` where there is none."""
        quoted = _quoted_as(verb)
        if quoted is not None:
            head, relative = _antecedent(quoted)
            return Voice(head, relative=relative)
        current = first_of(verb, self._cues) or verb
        for _ in range(STEPS):
            found = self._own(current, verb)
            if found is not None:
                return found
            climbed = self._climb(current)
            if climbed is None:
                return _beside(verb)
            current, noun = climbed
            if noun:
                return Voice(current)
        return _beside(verb)

    def _own(self, current: Token, verb: Token) -> Voice | None:
        """What the subject of `current` is to `verb`."""
        passive_subject = next((c for c in current.children if c.dep_ == "nsubjpass"), None)
        agent = agent_of(current)
        if current == verb and (passive_subject is not None or agent is not None or _is_passive(current)):
            raised = passive_subject
            if raised is None and current.dep_ in {"acl", "relcl"}:
                raised = current.head
            elif raised is None and current.dep_ in {"oprd", "acomp"}:
                raised = next((c for c in current.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            return Voice(agent, passive=True, raised=_antecedent(raised)[0] if raised is not None else None)
        subjects = [c for c in current.children if c.dep_ == "nsubj" and not c.is_punct]
        before = [c for c in subjects if c.i < current.i]
        # Of two subjects the nearer one is the subject: the other is a dateline or a list's heading.
        subject = before[-1] if before else (subjects[0] if subjects else passive_subject)
        if subject is None:
            return None
        head, relative = _antecedent(subject)
        return Voice(head, relative=relative)

    def speaker(
        self, head: Token | None, relative: Token | None = None, *, proven: bool = False
    ) -> Speaker | None:
        """The noun phrase of `head`, if it is an actor or speaks for one, or if the cue proves that it speaks."""
        if head is None:
            return None
        voice = self._actor_behind(head)
        if (
            voice is None
            and proven
            and (
                (head.pos_ == "NOUN" and head.lower_ not in IMPERSONAL)
                or (head.lower_ == "those" and head.n_rights > 0)
            )
        ):
            voice = head
        if voice is None:
            return None
        start, end = noun_phrase(head)
        if relative is not None and relative.idx >= end:
            end = relative.idx + len(relative)
        return Speaker((start, end), voice)

    def is_known(self, head: Token | None) -> bool:
        """True where `head` is an actor or speaks for one."""
        return head is not None and self._actor_behind(head) is not None

    def is_actor(self, token: Token) -> bool:
        """True for names, pronouns and nouns that a mention has for its head."""
        if token.idx in self._heads:
            return True
        word = token.lower_
        if word in IMPERSONAL:
            return False
        return word in PRONOUNS or (token.pos_ == "PROPN" and token.ent_type_ not in _NO_ACTOR)

    def _actor_behind(self, head: Token) -> Token | None:
        """`head` itself, the author of the text it names, or those it is a part of."""
        lemma = head.lemma_.lower()
        if lemma in self._cues.texts:
            owner = self.owner(head, ("from", "by", "of"))
            if owner is not None:
                return owner
        if self.is_actor(head):
            return self._named(head)
        named = self._named(head)
        if named is not head:
            return named
        if lemma in self._cues.gatherings or (lemma in self._cues.texts and head.pos_ == "NOUN"):
            return head
        if lemma in self._cues.partitives or head.pos_ == "NUM":
            for child in head.children:
                if child.dep_ == "prep" and child.lower_ in {"of", "in", "among"}:
                    for inner in child.children:
                        if inner.dep_ == "pobj" and self._actor_behind(inner) is not None:
                            return inner
            return head if head.pos_ == "NUM" or lemma in {"percent", "%", "majority", "half"} else None
        return None

    def _named(self, head: Token) -> Token:
        """The name in apposition to a title: "the prime minister of Norway, Kari Holm"."""
        if head.ent_type_ == "PERSON":
            return head
        for token in head.subtree:
            near = head in {token.head, token.head.head.head}
            if token.dep_ == "appos" and token.pos_ == "PROPN" and near and token.idx in self._heads:
                return token
        return head

    def _climb(self, current: Token) -> tuple[Token, bool] | None:
        """The verb that lends `current` its subject, or the noun that is its subject (then True)."""
        head = current.head
        if head == current:
            return None
        match current.dep_:
            case "conj" | "auxpass" | "aux" | "pcomp" | "prep" | "acomp" | "oprd" | "attr" | "dep":
                if current.dep_ == "conj" and head.pos_ not in {"VERB", "AUX", "ADJ"}:
                    return None
                return head, False
            case "xcomp":
                controller = next(
                    (c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < current.i), None
                )
                if controller is not None and head.lemma_ not in {"promise", "threaten", "use", "take"}:
                    return controller, True
                return head, False
            case "advcl" | "ccomp" | "parataxis":
                return (
                    (head, False) if current.tag_ in {"VBG", "VBN", "VB"} and _subjectless(current) else None
                )
            case "acl":
                if current.tag_ not in {"VBG", "VB", "VBN"}:
                    return None
                if current.tag_ == "VBG" and self._cues.lemma(current) in self._cues.verbs:
                    # "issued a statement saying", "made a pitch to voters arguing": the outer subject speaks.
                    if head.dep_ == "dobj":
                        return head.head, False
                    if head.dep_ == "pobj" and head.head.lower_ == "to":
                        return head.head.head, False
                return head, True
            case _:
                return None

    def owner(self, noun: Token, prepositions: tuple[str, ...]) -> Token | None:
        """The actor a noun belongs to: "its claim", "the union's claim", "a claim by unions", "Dutch claims"."""
        for child in noun.children:
            if child.dep_ == "poss" and (child.pos_ == "PRON" or self.is_actor(child)):
                return child
        for child in noun.children:
            if (child.dep_ == "agent" or child.lower_ in prepositions) and child.dep_ in {"prep", "agent"}:
                for inner in child.children:
                    if inner.dep_ == "pobj" and self.is_actor(inner):
                        return inner
        return None


_NO_ACTOR = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})


def agent_of(verb: Token) -> Token | None:
    """The noun after "by" of a passive."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and _is_passive(verb)):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner
    return None


def _quoted_as(verb: Token) -> Token | None:
    """Whose words they are in "the paper quoted **her** as saying that ..." and "**she** was quoted as saying"."""
    outer = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or outer.lemma_ not in {"quote", "cite"}:
        return None
    label = "nsubjpass" if _is_passive(outer) else "dobj"
    found = next((c for c in outer.children if c.dep_ == label), None)
    return outer.head if found is None and outer.dep_ in {"acl", "relcl"} else found


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and (
        any(c.dep_ == "auxpass" for c in verb.children)
        or (verb.dep_ in {"acl", "advcl"} and not any(c.dep_ == "aux" for c in verb.children))
    )


def _antecedent(subject: Token) -> tuple[Token, Token | None]:
    """The noun a relative pronoun stands for, with the pronoun; else the subject itself."""
    if subject.tag_ in {"WP", "WDT"} and subject.head.dep_ == "relcl":
        noun = subject.head.head
        # "the workers in Lyon, who ...": no place is a "who".
        while subject.lower_ == "who" and noun.ent_type_ in PLACES and noun.dep_ in {"pobj", "compound"}:
            noun = noun.head.head if noun.dep_ == "pobj" else noun.head
        return noun, subject
    return subject, None


def _beside(verb: Token) -> Voice | None:
    """The noun right before a finite verb, or right behind one that follows a quotation: for broken parses."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    doc = verb.doc
    at = verb.i - 1
    while at >= 0 and (
        doc[at].pos_ == "ADV" or doc[at].dep_ in {"aux", "neg"} or doc[at].lower_ in {"has", "have", "had"}
    ):
        at -= 1
    if at >= 0 and doc[at].is_sent_start is not None and doc[at].pos_ in {"PROPN", "PRON", "NOUN"}:
        return Voice(_top(doc[at]))
    after = verb.i + 1
    if doc[at].text in {",", '"', "”", "''", "?", "!"} and after < len(doc):
        while after + 1 < len(doc) and doc[after].dep_ in {
            "compound",
            "det",
            "amod",
            "poss",
            "case",
            "nummod",
        }:
            after += 1
        if doc[after].pos_ in {"PROPN", "PRON", "NOUN"}:
            return Voice(doc[after])
    return None


def _top(word: Token) -> Token:
    """The head of the noun phrase that ends with `word`."""
    while word.dep_ in {"pobj", "prep", "appos", "compound", "flat", "poss"} and word.head.i < word.i:
        word = word.head
    return word


def _subjectless(verb: Token) -> bool:
    return not any(c.dep_ == "mark" and c.lower_ in {"that", "if", "because"} for c in verb.children)
