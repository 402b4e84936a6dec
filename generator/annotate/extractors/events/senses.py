"""Which event a verb or a noun names.

In: a token. Out: the lexicon's entry that describes it most closely, with the words it takes up: particles, the
preposition whose object follows, the object that decides what a verb means ("lift the ban").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.events.lexicon import Entry
    from generator.annotate.extractors.events.scene import Scene

TAILS = frozenset(
    "prt prep advmod dobj acomp oprd npadvmod pobj xcomp dative attr nmod amod ccomp advcl".split()
)
PARTICLES = frozenset("in out off down up away back over aside".split())
OBJECTS = frozenset({"dobj", "obj"})


class Sense(NamedTuple):
    """An entry that fits a token."""

    entry: Entry
    words: tuple[Token, ...]
    """The verb or noun and the words of the entry's tail."""
    noun: Token | None
    """The object that decided, or the event noun beside a light verb."""


def object_of(verb: Token, *, passive: bool) -> Token | None:
    """The object of a verb: of a passive its subject, of a participle or relative clause what it describes."""
    if passive:
        own = next((one for one in verb.children if one.dep_ in {"nsubjpass", "nsubj"}), None)
        if own is not None:
            return antecedent(own)
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            return object_of(verb.head, passive=True)
        if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
            return next((one for one in verb.head.children if one.dep_ in {"nsubj", "nsubjpass"}), None)
        return None
    several = [one for one in verb.children if one.dep_ in OBJECTS]
    if several:
        # Two objects in a row are a parser's mistake: "meet their guest Ann Lee".
        return antecedent(next((one for one in several if one.pos_ in {"PROPN", "NOUN"}), several[0]))
    raised = _raised(verb)
    if raised is not None:
        return raised
    if verb.dep_ == "relcl" and any(one.dep_ in {"nsubj", "nsubjpass"} for one in verb.children):
        used = any(one.tag_ in {"WDT", "WP"} and one.dep_ in {"nsubj", "nsubjpass"} for one in verb.children)
        return None if used else verb.head
    # "attacked and burned the village": the object of the last verb belongs to all of them.
    following = next(
        (one for one in verb.children if one.dep_ == "conj" and one.pos_ == "VERB" and one.i - verb.i <= 2),
        None,
    )
    if following is not None and not any(one.dep_ == "prep" for one in verb.children):
        return next((one for one in following.children if one.dep_ in OBJECTS), None)
    return None


def _raised(verb: Token) -> Token | None:
    """“convicted them to pay”, "accept refugees fleeing": an object that the parser gives to the clause behind it."""
    for clause in verb.children:
        if clause.dep_ not in {"ccomp", "xcomp"} or any(one.dep_ == "mark" for one in clause.children):
            continue
        if clause.tag_ == "VBG" or any(one.tag_ == "TO" for one in clause.children):
            subject = next((one for one in clause.children if one.dep_ == "nsubj"), None)
            if subject is not None and subject.left_edge.i == verb.i + 1:
                return subject
    return None


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for, else the token."""
    if token.tag_ not in {"WDT", "WP"} or token.head.dep_ not in {"relcl", "conj"}:
        return token
    clause = token.head
    while clause.dep_ == "conj" and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl":
        return token
    noun = clause.head
    # "the miners in Chile, who ...": no place is a "who".
    while token.lower_ == "who" and noun.ent_type_ in {"GPE", "LOC", "ORG", "FAC"} and noun.dep_ == "pobj":
        noun = noun.head.head
    return noun


def verb_senses(scene: Scene, verb: Token, *, passive: bool) -> Iterator[Sense]:
    """The senses that fit a verb, the closest first."""
    entries = scene.lexicon.verbs.get(verb.lemma_.lower(), ())
    if not entries:
        return
    target = object_of(verb, passive=passive)
    for entry in entries:
        words = _tail(verb, entry.tail)
        if words is None or not _tail_fits(verb, words, entry):
            continue
        if entry.bare and (passive or any(one.dep_ in OBJECTS for one in verb.children)):
            continue
        if entry.urged and not _infinitive_follows(verb):
            continue
        noun = None
        if entry.objects:
            noun = _member(scene, target, entry.objects)
            if noun is None:
                continue
        if entry.person and not _has_person(scene, verb, target, entry):
            continue
        yield Sense(entry, (verb, *words), noun)


def _infinitive_follows(verb: Token) -> bool:
    return any(
        any(one.tag_ == "TO" for one in clause.children)
        for clause in verb.children
        if clause.dep_ in {"xcomp", "ccomp", "advcl"} and clause.i > verb.i
    )


def noun_sense(scene: Scene, noun: Token) -> Sense | None:
    """The sense of an event noun."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    for entry in scene.lexicon.nouns.get(noun.lemma_.lower(), ()):
        words = [one for one in noun.lefts if one.lower_ in entry.tail]
        if len(words) >= len(entry.tail):
            return Sense(entry, (*words, noun), noun)
    return None


def _has_person(scene: Scene, verb: Token, target: Token | None, entry: Entry) -> bool:
    if target is None:
        return False
    if any(one.dep_ == "oprd" for one in verb.children) and entry.kind == "CONSULT":
        return False
    lemma = target.lemma_.lower()
    return scene.is_actor(target) or (
        (lemma in scene.lexicon.partitives or target.pos_ == "NUM") and scene.party(target).known
    )


def _tail(verb: Token, tail: tuple[str, ...]) -> list[Token] | None:
    words: list[Token] = []
    at = verb
    for word in tail:
        places = (at, verb) if at is not verb else (verb,)
        found = next(
            (
                one
                for place in places
                for one in place.children
                if one.i > verb.i
                and word in {one.lower_, one.lemma_.lower()}
                and one.dep_ in TAILS
                and not _tells_when(one)
            ),
            None,
        )
        if found is None:
            after = words[-1].i + 1 if words else verb.i + 1
            if after < len(verb.doc) and word in {verb.doc[after].lower_, verb.doc[after].lemma_.lower()}:
                found = None if _tells_when(verb.doc[after]) else verb.doc[after]
        if found is None:
            return None
        words.append(found)
        at = found
    return words


def _tail_fits(verb: Token, words: list[Token], entry: Entry) -> bool:
    """“took in refugees” is not "took part in", and who calls somebody on a phone calls on nobody."""
    if not words:
        return True
    if "tail" in entry.roles:
        return not any(one.dep_ in OBJECTS and one.i < words[-1].i for one in verb.children)
    if len(words) == 1 and words[0].lower_ in PARTICLES and {"object", "person"}.intersection(entry.roles):
        return words[0].dep_ in {"prt", "advmod"} or words[0].tag_ == "RP"
    return True


def _tells_when(word: Token) -> bool:
    """“called on Monday” is no calling on somebody."""
    return any(one.dep_ == "pobj" and one.ent_type_ in {"DATE", "TIME"} for one in word.children)


def _member(scene: Scene, target: Token | None, objects: frozenset[tuple[str, ...]]) -> Token | None:
    """The noun of the row at `target` that belongs to a group."""
    if target is None or target.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ", "VERB", "SYM"}:
        return None
    for noun in scene.row(target):
        lemma = noun.lemma_.lower()
        if (lemma,) in objects or (noun.lower_,) in objects:
            return noun
        for child in noun.children:
            if (child.lower_, lemma) in objects or (child.lemma_.lower(), lemma) in objects:
                return noun
            if child.dep_ == "compound" and child.i == noun.i - 1 and (child.lemma_.lower(),) in objects:
                return noun
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ != "pobj":
                        continue
                    if (lemma, "of", inner.lemma_.lower()) in objects:
                        return noun
                    if (inner.lemma_.lower(),) in objects and (
                        lemma in scene.lexicon.partitives or noun.pos_ in {"NUM", "SYM"}
                    ):
                        return inner
    return None
