"""What the sentence shows of a name: which kind of thing it is, and whether it is anybody at all.

In: a name and its doc. Out: kinds with weights, and for single words a judgement. One capitalised word is where a model
of names errs most: it takes a ship, a drug or half of a longer name for a person. Such a word stays an actor only where
the text lets it act, own, be addressed or be somewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.common import is_common
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from generator.annotate.extractors.mentions.candidates import Name

CLASSES = {
    "person": ActorKind.PERSON,
    "place": ActorKind.PLACE,
    "organisation": ActorKind.ORGANISATION,
    "thing": ActorKind.THING,
}
DESCRIBED = {"role": ActorKind.PERSON, "expert": ActorKind.PERSON, "body": ActorKind.ORGANISATION}
TOWARDS = frozenset(
    "in within near across throughout inside outside around at from to into towards toward".split()
)
"""Prepositions behind which a place stands, though not only a place."""
NAMING = frozenset({"call", "name", "dub", "know", "nickname"})
PEOPLED = frozenset(
    "administration campaign supporter aide adviser advisor ally team family presidency voter".split()
)
"""Nouns before which a surname stands ("Lund supporters")."""
LOOSE = frozenset({"", "CARDINAL", "DATE", "EVENT", "PRODUCT", "WORK_OF_ART"})
"""Labels that a model gives to the other half of a name."""
OWN, AGAINST = 1, -1


def class_of(name: DocSpan) -> ActorKind | None:
    """The kind that a common noun beside the name gives it: "the boat, **Aurora**", "**Halden**, a software firm"."""
    for noun in nouns_beside(name):
        kind = _kind_of(noun)
        if kind is not None:
            return kind
    return None


def nouns_beside(name: DocSpan) -> Iterator[Token]:
    """Common nouns that a sentence puts beside a name to say what it is."""
    doc, root = name.doc, name.root
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.sent == root.sent:
        linked = before.head == root or (root.head == before and root.dep_ == "appos")
        # "The probe Selene has landed", read as a probe that Selene has landed, leaves no sentence.
        linked = linked or (before.dep_ == "ROOT" and root.dep_ == "nsubj" and root.head.head == before)
        aged = before.lower_ == "old" and before.i > 1 and before.nbor(-2).lower_ == "year"
        if aged or (linked and before.is_lower and before.tag_ in {"NN", "NNP"}):
            yield before
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < root.i:
        yield root.head
    yield from (
        child
        for child in root.children
        if child.dep_ == "appos"
        and child.pos_ == "NOUN"
        and child.i > root.i
        and not any(token.pos_ == "PROPN" for token in doc[name.end : child.left_edge.i])
    )
    head = root.head
    if root.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN":
        noun = head.head
        # "the city of Elm", but not "the chief of Elm".
        if _kind_of(noun) is ActorKind.PLACE and any(child.lower_ == "the" for child in noun.lefts):
            yield noun
    if root.dep_ == "nsubj" and head.lemma_ == "be":
        yield from (child for child in head.children if child.dep_ == "attr" and child.pos_ == "NOUN")
    if root.dep_ == "oprd" and head.lemma_ in NAMING and head.dep_ == "acl":
        yield head.head


def _kind_of(noun: Token) -> ActorKind | None:
    lemma = noun.lemma_.lower()
    if lemma == "old":
        return ActorKind.PERSON
    section = read_sections("en", "classes").get(lemma)
    if section is not None:
        return CLASSES[section]
    if lemma in read_sections("en", "titles"):
        return ActorKind.PERSON
    return DESCRIBED.get(read_sections("en", "agents").get(lemma, ""))


def stands(doc: Doc, names: list[Name], kind: ActorKind) -> ActorKind | None:
    """The kind of a single word that all `names` are, if any of them shows that it is somebody or some place."""
    if all(_only_opens(doc, name) for name in names) or is_common(doc, names, kind):
        return None
    shown = [_shown(doc, name) for name in names]
    signs = [sign for one in shown for sign in one]
    person = sum(weight for what, weight in signs if what is ActorKind.PERSON)
    place = any(what is ActorKind.PLACE for what, _ in signs)
    given = names[0].text.lower() in read_sections("general", "given_names")
    if kind is ActorKind.PERSON:
        if person > 0 or (given and person == 0):
            return kind
        if not place:
            return None
        told = all(_is_receiver(doc, name) for name in names)
        return ActorKind.ORGANISATION if told else ActorKind.PLACE
    if kind is ActorKind.PLACE:
        if place:
            return kind
        if given or person > 0:
            return ActorKind.PERSON if not names[0].text.isupper() else ActorKind.ORGANISATION
        return None
    if kind is ActorKind.ORGANISATION and _is_term(doc, names):
        return None
    if kind is ActorKind.ORGANISATION and not names[0].text.isupper():
        return None if all(_is_fragment(doc, name) for name in names) else kind
    return kind


def _is_receiver(doc: Doc, name: Name) -> bool:
    """“told it to **Halden**”, “lost to **Halden**”: "to" leads to a place only where somebody or something moves."""
    root = doc[name.start : name.end].root
    if root.dep_ != "pobj" or root.head.lower_ != "to":
        return False
    verb = root.head.head
    # "go up to Halden"
    verb = verb.head if verb.pos_ in {"ADP", "ADV", "PART"} else verb
    return verb.lemma_.lower() not in read_sections("en", "moves")


def _only_opens(doc: Doc, name: Name) -> bool:
    """The first word of a sentence or quotation that the article also writes small: "**Guardrails** bent"."""
    token = doc[name.start]
    opens = token.is_sent_start or token.nbor(-1).is_quote or token.nbor(-1).text == ":"
    if not opens or token.is_upper:
        return False
    small = {token.lower_, token.lower_.removesuffix("s")}
    return any(one.text in small for one in doc)


def _is_term(doc: Doc, names: list[Name]) -> bool:
    """Letters for words in small letters: "the vertical test stand (**VTS**)" is no body."""
    for name in names:
        if name.start < 3 or not names[0].text.isupper() or doc[name.start - 1].text != "(":
            continue
        words = list(doc[max(name.start - 1 - len(name.text), 0) : name.start - 1])
        small = [token for token in words if token.is_alpha and token.is_lower]
        initials = "".join(token.text[0] for token in words if token.is_alpha)
        if len(small) == len(name.text) and initials.upper() == name.text:
            last = words[-1].lower_
            return last not in read_sections("en", "bodies") and last not in read_sections("en", "agents")
    return False


def _shown(doc: Doc, name: Name) -> list[tuple[ActorKind, int]]:
    """What one use of a word speaks for or against."""
    root = doc[name.start : name.end].root
    if name.rule in {"known surname", "after a title", "subject of a verb of speech"}:
        return [(ActorKind.PERSON, OWN + OWN)]
    if name.rule == "dateline":
        return [(ActorKind.PLACE, OWN)]
    if _is_titled(doc, name):
        return [(ActorKind.PERSON, OWN + OWN)]
    signs = []
    if _is_part(doc, name):
        signs.append((ActorKind.PERSON, AGAINST))
    elif _acts(root):
        signs.append((ActorKind.PERSON, OWN))
    if any(child.lower_ in {"the", "a", "an"} for child in root.lefts) and not list(root.rights):
        signs.append((ActorKind.PERSON, AGAINST))
    if _is_place(doc, name, root):
        signs.append((ActorKind.PLACE, OWN))
    return signs


def _is_titled(doc: Doc, name: Name) -> bool:
    before = doc[name.start - 1] if name.start else None
    return before is not None and before.lower_.strip(".") in read_sections("en", "titles")


def _acts(root: Token) -> bool:
    """Does something, owns something, is "who", or is the one something is done with or to."""
    head = root.head
    while root.dep_ in {"conj", "appos"} and head.pos_ == "PROPN":
        root, head = head, head.head
    if root.dep_ == "nsubj":
        return head.pos_ == "VERB"
    if root.dep_ in {"poss", "dative"}:
        return True
    if root.dep_ == "pobj" and head.lower_ in {"by", "with", "against"}:
        return head.head.pos_ == "VERB"
    if root.dep_ in {"dobj", "nsubjpass"}:
        return head.lemma_.lower() in read_sections("en", "deeds")
    return any(
        child.dep_ == "relcl" and any(one.lower_ == "who" for one in child.lefts) for child in root.children
    )


def _is_place(doc: Doc, name: Name, root: Token) -> bool:
    """Behind a preposition of place, or before the place that it lies in ("**Elm**, Norway")."""
    head = root.head
    while root.dep_ == "conj" and head.pos_ == "PROPN":
        root, head = head, head.head
    if root.dep_ == "pobj" and head.lower_ in TOWARDS and not any(c.dep_ == "det" for c in root.lefts):
        return True
    after = doc[name.end : name.end + 3]
    return (
        len(after) > 1
        and after[0].text == ","
        and (after[1].text in load_gazetteer().by_name or after[1:].text in load_gazetteer().by_name)
    )


def in_longer(name: DocSpan) -> bool:
    """“**Bernardo Holm** Base”: a full name that belongs to a capitalised word behind it."""
    head = name.root.head
    return (
        len(name) > 1
        and name.root.dep_ == "compound"
        and head.i >= name.end
        and head.pos_ == "PROPN"
        and head.text.istitle()
        and head.lower_ not in read_sections("en", "titles")
    )


def listed_place(root: Token) -> bool:
    """The last of a row behind a preposition of place: "sites in Elm, Oster and **Nan el-Bar**"."""
    head = root.head
    rows = 0
    while root.dep_ == "conj" and head.pos_ == "PROPN":
        root, head, rows = head, head.head, rows + 1
    return rows > 0 and root.dep_ == "pobj" and head.lower_ in TOWARDS - {"from", "to"}


def _is_part(doc: Doc, name: Name) -> bool:
    """A word before a common noun that is none for people or bodies ("**Jubilee** lines"), or a fragment."""
    root = doc[name.start : name.end].root
    head = root.head
    if root.dep_ == "compound" and head.i > root.i and head.pos_ == "NOUN" and head.is_lower:
        lemma = head.lemma_.lower()
        return lemma not in PEOPLED and not any(
            lemma in read_sections("en", section) for section in ("agents", "titles", "bodies")
        )
    return _is_fragment(doc, name)


def _is_fragment(doc: Doc, name: Name) -> bool:
    """Half of a longer name, of which the model saw only this word ("English **Channel**")."""
    root = doc[name.start : name.end].root
    if name.start > 1 and doc[name.start - 1].lower_ == "of":
        owner = doc[name.start - 2]
        if owner.text[0].isupper() and owner.lower_ in read_sections("en", "bodies"):
            # "the Department of **Transportation**"
            return True
    for at in (name.start - 1, name.end):
        near = doc[at] if 0 <= at < len(doc) else None
        if near is None or near.sent != root.sent or near.is_sent_start or not near.is_alpha:
            continue
        if (
            near.text[0].isupper()
            and near.ent_type_ in LOOSE
            and near.pos_ == "PROPN"
            and near.lower_ not in read_sections("en", "titles")
            and near.text not in load_gazetteer().by_demonym
            and near.text not in load_gazetteer().by_name
        ):
            return True
    return False
