"""Finds the offices and functions that a text gives to named persons.

In: the doc and the mentions found in it. Out: `Role` records, in the words of the text. Three constructions: a title
before the name ("Finance Minister Ann Lee", "Norway's Prime Minister Ann Lee"), a phrase beside it ("Ann Lee, the
mayor of Oslo,"), and a sentence or clause that says so ("Ann Lee, who serves as mayor", "Ann Lee is the mayor").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.affiliation import Names, demonym_key, name_key
from generator.annotate.reading import Extractor, span_of
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind, Form, Mention, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from generator.annotate.reading import Reading
    from generator.model.article import Span

RANKS = frozenset(
    {"deputy", "vice", "assistant", "associate", "chief", "general", "senior", "executive", "presidential"}
)
"""Words before an office that are part of it."""
LONGEST = 120
"""Characters; a longer "role" is a parser's mistake."""
PLURAL = frozenset({"NNS", "NNPS"})
TOWN = frozenset({"mayor", "councillor", "councilman", "councilwoman", "alderman", "alderwoman"})
"""Offices of a town, which a capital has as a town."""
FIELDS = frozenset({"of", "for", "at", "in", "to"})
LONG = 12
"""Words behind the head; more is a parser's mistake."""
SERVING = frozenset({"serve", "act", "work", "appoint", "elect", "name", "nominate"})


def find_roles(reading: Reading) -> tuple[Role, ...]:
    """Roles of persons, each once a place, in the order of the text."""
    mentions: tuple[Mention, ...] = reading.found["mentions"]
    persons = [one for one in mentions if one.form is Form.NAME and one.kind is ActorKind.PERSON]
    known = Names(reading.doc, tuple(one for one in mentions if one.form is Form.NAME))
    affiliations = {one.head: one.affiliation for one in mentions if one.form is Form.DESCRIPTION}
    roles: dict[tuple[Span, Span], Role] = {}
    for person in persons:
        span = reading.doc.char_span(*person.span, alignment_mode="expand")
        if span is None:
            continue
        for head, first, last, rule in _stated(reading.doc, span.start, span.root):
            if head.tag_ in PLURAL:
                # "Presidents Ann Lee and Otto Nash": an office of several is nobody's in these words.
                continue
            text = (first.idx, last.idx + len(last))
            words = reading.article.text[text[0] : text[1]]
            if text[1] - text[0] <= LONGEST and "\n" not in words and person.span != text:
                stated = None if head.lemma_.lower() in TOWN else affiliations.get(span_of(head))
                affiliation = stated or _owner(head, first, last, known)
                role = Role(holder=person.span, text=text, affiliation=affiliation, rule=rule)
                roles.setdefault((person.span, text), role)
    return tuple(sorted(roles.values(), key=lambda one: (one.holder, one.text)))


def _stated(doc: Doc, start: int, root: Token) -> Iterator[tuple[Token, Token, Token, str]]:
    """(head, first word, last word, construction) of each role stated of the name that starts at `start`."""
    yield from _before(doc, start)
    for child in root.children:
        if child.dep_ == "appos" and _is_office(child):
            yield (*_phrase(child), "apposition")
        if child.dep_ == "relcl" and child.lemma_.lower() in {*SERVING, "be"}:
            yield from _predicate(child)
    if root.dep_ == "appos" and _is_office(root.head):
        head, first, last = _phrase(root.head, until=start)
        yield head, first, last, "apposition"
    if root.dep_ in {"nsubj", "nsubjpass"} and root.head.lemma_.lower() in {*SERVING, "be"}:
        yield from _predicate(root.head)


def _before(doc: Doc, start: int) -> Iterator[tuple[Token, Token, Token, str]]:
    """The words of office that stand right before a name, with a state or body that owns them."""
    index = start - 1
    while index >= 0 and _is_title_word(doc[index]):
        index -= 1
    if index == start - 1:
        return
    title = doc[index + 1 : start]
    if not any(_is_office(token) for token in title):
        return
    # "general manager", "co-founder", "foreign minister", "deputy press secretary"
    while index >= 0 and _is_small_title(doc[index]):
        index -= 1
    while index + 1 < title.start and (doc[index + 1].is_punct or doc[index + 1].lower_ == "then"):
        index += 1
    title = doc[index + 1 : start]
    first = title[0]
    # "Norway's Prime Minister", "the former Norwegian minister": the owner and "former" belong to the role.
    while index >= 0 and (
        doc[index].tag_ == "POS"
        or (_is_owner(doc[index]) and doc[index].ent_iob_ != "I")
        or doc[index].lower_ in {"former", "acting"}
    ):
        first = doc[index]
        index -= 1
    if first.tag_ == "POS":
        first = title[0]
    yield title[-1], first, title[-1], "title"


def _is_title_word(token: Token) -> bool:
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or (token.ent_type_ == "PERSON" and not _is_office(token)):
        return False
    return _is_office(token) or (token.dep_ in {"compound", "amod", "nmod"} and token.text[0].isupper())


def _is_small_title(token: Token) -> bool:
    """A word in small letters that belongs to the office behind it, and what a hyphen joins to it."""
    after = token.nbor()
    if token.text == "-" or after.text == "-":
        return token.is_alpha or (not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_)
    noun = token.dep_ == "compound" and token.pos_ == "NOUN" and not token.ent_type_
    kept = read_sections("en", "classifiers")
    return (
        token.is_lower and token.i < token.head.i and (noun or token.lower_ in kept or token.lower_ in RANKS)
    )


def _is_owner(token: Token) -> bool:
    gazetteer = load_gazetteer()
    return token.text in gazetteer.by_demonym or token.text in gazetteer.by_name


def _is_office(token: Token) -> bool:
    titles = read_sections("en", "titles")
    forms = [token.lemma_.lower(), token.lower_]
    if token.i:
        # "chief executive"
        forms.append(f"{token.nbor(-1).lower_} {token.lower_}")
    return any(titles.get(form) == "office" for form in forms)


def _predicate(verb: Token) -> Iterator[tuple[Token, Token, Token, str]]:
    """“is the mayor of Oslo”, “serves as mayor”, “was elected president”."""
    if any(child.dep_ == "neg" for child in verb.children):
        return
    for child in verb.children:
        if child.dep_ in {"attr", "oprd"} and _is_office(child):
            yield (*_phrase(child), "stated in a sentence")
        if child.dep_ == "prep" and child.lower_ == "as":
            for target in child.children:
                if target.dep_ == "pobj" and _is_office(target):
                    yield (*_phrase(target), "stated in a sentence")


def _phrase(head: Token, until: int | None = None) -> tuple[Token, Token, Token]:
    """Head, first and last word of a role: without article, clauses and further appositions."""
    lefts = [token for token in head.lefts if token.dep_ not in {"det", "punct", "cc", "mark", "advmod"}]
    first = min([head, *(inner for left in lefts for inner in left.subtree)], key=lambda token: token.i)
    while first.i < head.i and first.pos_ in {"DET", "PRON"}:
        # "the Open Forum's leader", "her adviser": an article or an owner who is not named.
        first = first.nbor()
    last = head
    for right in head.rights:
        if right.dep_ != "prep" or right.lower_ not in FIELDS:
            break
        end = _end(right)
        if (until is None or end.i < until) and end.i - head.i <= LONG:
            last = end
    while last.i > head.i and (last.is_punct or last.is_space or last.pos_ == "CCONJ"):
        last = last.nbor(-1)
    return head, first, last


def _end(prep: Token) -> Token:
    """The last word of what a preposition holds, before a clause that says more of it."""
    words = list(prep.subtree)
    cut = min(
        (token.left_edge.i for token in words if token.dep_ in {"relcl", "acl"}), default=words[-1].i + 1
    )
    return max((token for token in words if token.i < cut), key=lambda token: token.i)


def _owner(head: Token, first: Token, last: Token, known: Names) -> str | None:
    """Key of the first state, territory, place or listed body named in a role; no part of a longer name counts."""
    for token in first.doc[first.i : last.i + 1]:
        name = known.at(token)
        if name is not None and name.gazetteer and head.lemma_.lower() in TOWN:
            return name.gazetteer
        key = _key(name) if name is not None else demonym_key(token)
        if key is not None and not key.startswith("name:"):
            return key
    return None


def _key(name: Mention) -> str | None:
    """What a name owns; a ministry stands for the state that its name begins with."""
    governs = read_sections("en", "bodies").get(name.name.split()[-1].lower()) == "government body"
    return name.affiliation if governs and name.affiliation else name_key(name)


EXTRACTOR = Extractor(field="roles", find=find_roles, needs=("mentions",))
