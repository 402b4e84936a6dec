"""Finds actors that are described, not named: officials, observers, displaced persons, a ministry, a report.

In: a doc and the names found in it. Out: `Mention` records with form "description". A third of the sources and agents
of news have no name; a lexicon of nouns that can speak and act finds them by the head of the noun phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.affiliation import Names, affiliation_of, people_of
from generator.annotate.reading import span_of
from generator.lexicons import read_sections
from generator.model.findings import ActorKind, Form, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

KINDS = {
    "governing": ActorKind.GROUP,
    "armed": ActorKind.GROUP,
    "people": ActorKind.GROUP,
    "expert": ActorKind.GROUP,
    "generic": ActorKind.GROUP,
    "anaphoric": ActorKind.GROUP,
    "body": ActorKind.ORGANISATION,
    "role": ActorKind.PERSON,
    "office": ActorKind.PERSON,
    "document": ActorKind.DOCUMENT,
}
PLURAL = frozenset({"NNS", "NNPS"})
COLLECTIVE = frozenset({"community", "leadership", "delegation", "police", "diaspora", "personnel", "staff"})
"""Nouns that mean many in the singular."""


def find_descriptions(doc: Doc, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Noun phrases whose head can speak or act, without those that a name fills."""
    known = Names(doc, names)
    found = []
    for chunk in doc.noun_chunks:
        mention = _described(chunk, known)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _described(chunk: DocSpan, known: Names) -> Mention | None:
    root = chunk.root
    if root.pos_ == "PRON" or known.at(root) is not None or not any(map(str.isalpha, root.text)):
        return None
    people = people_of(root)
    if people is not None:
        return _people(chunk, root, people)
    entry = _entry(chunk)
    if entry is None:
        return None
    words, section = entry
    if section == "role" and _is_held(root):
        section = "office"
    if section == "document" and not _says_or_is_cited(root):
        return None
    plural = _is_plural(root, words.split()[-1])
    if section == "body" and words == "party" and plural:
        section = "anaphoric"
    affiliation, last = affiliation_of(root, known, wide=section in {"governing", "body", "role", "office"})
    if words == "leadership" and affiliation is None and not any(one.dep_ == "det" for one in root.lefts):
        # "changes in leadership": the quality, not the people.
        return None
    start = _start(chunk, known)
    kind = KINDS[section]
    if kind is ActorKind.GROUP and not plural and section != "anaphoric":
        # "An official" is somebody who is not named; "the official" points back to somebody.
        kind = ActorKind.PERSON
    return Mention(
        span=(start, last.idx + len(last)),
        head=span_of(root),
        form=Form.DESCRIPTION,
        kind=kind,
        name=" ".join((*_classifiers(chunk, root, words), words)),
        affiliation=affiliation,
        qualifier=_qualifier(chunk, section),
        apposition=_apposition(root, known, body=section == "body"),
        plural=plural,
        rule=section,
    )


def _people(chunk: DocSpan, root: Token, people: str) -> Mention:
    """“Norwegians”, “ethnic Hungarians”: the people of a state are neither the state nor its government."""
    return Mention(
        span=(_start(chunk, None), chunk.end_char),
        head=span_of(root),
        form=Form.DESCRIPTION,
        kind=ActorKind.GROUP if root.tag_ in PLURAL or not root.text.endswith("n") else ActorKind.PERSON,
        name=root.text,
        affiliation=people,
        qualifier="ethnic" if any(token.lower_ == "ethnic" for token in chunk) else None,
        plural=root.tag_ in PLURAL,
        rule="demonym",
    )


def _is_plural(root: Token, base: str) -> bool:
    """By the tag, by the noun, or, where the model takes a plural for a name, by its ending."""
    taken_for_name = root.tag_ == "NNP" and root.lower_ != base
    return root.tag_ in PLURAL or root.lemma_.lower() in COLLECTIVE or taken_for_name


def _entry(chunk: DocSpan) -> tuple[str, str] | None:
    """The longest lexicon entry that ends at the head ("coast guard" before "guard"), and its section."""
    agents = read_sections("en", "agents")
    root = chunk.root
    for start in range(max(chunk.start, root.i - 3), root.i + 1):
        words = [token.lower_ for token in chunk.doc[start : root.i]]
        for head in (root.lemma_.lower(), root.lower_):
            key = " ".join((*words, head))
            if key in agents:
                return key, agents[key]
    # At the start of a sentence the model takes plural nouns for names, which have no other base form.
    for ending, base in (("men", "man"), ("ies", "y"), ("s", "")):
        singular = root.lower_.removesuffix(ending) + base
        if root.lower_.endswith(ending) and singular in agents:
            return singular, agents[singular]
    return None


def _classifiers(chunk: DocSpan, root: Token, words: str) -> Iterator[str]:
    """Words that say which kind is meant ("health officials"), not how many, how good or when."""
    first = root.i - words.count(" ")
    kept = read_sections("en", "classifiers")
    for token in chunk.doc[chunk.start : first]:
        # "foreign policy leadership": an adjective that goes with the noun before the head is part of it.
        inner = token.dep_ == "amod" and token.head.dep_ == "compound" and token.head.head == root
        if inner and token.is_alpha and not token.ent_type_ and token.head.i < first:
            yield token.lower_
            continue
        noun = (
            token.dep_ == "compound" and token.pos_ == "NOUN" and token.ent_type_ not in {"DATE", "CARDINAL"}
        )
        # "Republican" is a camp, whatever the model takes it for; "Norwegian" is an affiliation.
        named = token.ent_type_ in {"PERSON", "GPE"} or (
            token.ent_type_ == "NORP" and token.lower_ not in kept
        )
        if (noun or token.lower_ in kept) and token.is_alpha and not named:
            yield token.lower_


def _qualifier(chunk: DocSpan, section: str) -> str | None:
    for token in chunk:
        if token.lower_ in {"ethnic", "former", "ex"}:
            return token.lower_
    if section == "generic":
        # A general word is an actor only where a participle or a class says which ("displaced people").
        for token in chunk:
            if token.head == chunk.root and token.is_alpha and not token.ent_type_ and _classifies(token):
                return token.lower_
    return None


def _classifies(token: Token) -> bool:
    """“injured people”, “aid staff”, “religious communities”; not “other”, “many” or “young”."""
    participle = token.dep_ == "amod" and token.tag_ == "VBN"
    noun = token.dep_ == "compound" and token.pos_ == "NOUN"
    return participle or noun or token.lower_ in read_sections("en", "classifiers")


def _start(chunk: DocSpan, known: Names | None) -> int:
    """The phrase without article and without a possessor that is an actor of its own."""
    start = chunk.start
    for token in chunk:
        if token.i >= chunk.root.i:
            break
        if token.tag_ == "POS" and known is not None and known.at(chunk.doc[token.i - 1]) is not None:
            start = token.i + 1
    # "New" in "New York" is no word of rank.
    # Nor is "chief" in "chief executive".
    while start < chunk.root.i and _is_outer(chunk.doc[start]) and not _in_name(chunk.doc[start], known):
        words = chunk.doc[start : chunk.root.i + 1].text.lower()
        if any(words in read_sections("en", one) for one in ("agents", "titles")):
            break
        start += 1
    return chunk.doc[start].idx


def _in_name(token: Token, known: Names | None) -> bool:
    return known is not None and known.at(token) is not None and token.pos_ not in {"DET", "PUNCT"}


def _is_held(root: Token) -> bool:
    """“The minister left” means who holds the office; "as minister", "ministers" and "a minister" do not."""
    the = any(child.lower_ == "the" for child in root.lefts)
    return the and root.tag_ not in PLURAL and root.dep_ in {"nsubj", "nsubjpass", "dobj", "poss"}


def _is_outer(token: Token) -> bool:
    """Articles, numbers and words of quantity or rank say nothing about who it is."""
    return (
        token.pos_ in {"DET", "PUNCT", "PRON", "NUM", "ADV", "PART", "SCONJ", "CCONJ", "SPACE", "SYM"}
        or token.ent_type_ in {"CARDINAL", "PERCENT", "QUANTITY", "ORDINAL", "DATE", "TIME", "MONEY"}
        or token.lower_ in read_sections("en", "quantities")
    )


def _says_or_is_cited(root: Token) -> bool:
    """A text is an actor where it says something or is cited ("according to a report")."""
    if root.dep_ == "nsubj":
        return read_sections("en", "deeds").get(root.head.lemma_.lower()) in {"speech", "text"}
    return (
        root.dep_ == "pobj"
        and root.head.lower_ in {"to", "by"}
        and (root.head.lower_ == "by" or root.head.head.lower_ == "according")
    )


def _apposition(root: Token, known: Names, *, body: bool = False) -> tuple[int, int] | None:
    """The name that the phrase stands beside ("The mayor, Ann Lee"; "Ann Lee, a former mayor")."""
    for child in root.children:
        if child.dep_ == "appos":
            name = known.at(child)
            if name is not None and _fits(name, body=body):
                return name.span
    if root.dep_ == "appos":
        name = known.at(root.head)
        if name is not None and _fits(name, body=body):
            return name.span
    return None


def _fits(name: Mention, *, body: bool) -> bool:
    """A body is called a firm, a person a mayor."""
    return name.kind is (ActorKind.ORGANISATION if body else ActorKind.PERSON)
