"""Finds names: what the model sees, put right by the gazetteer and by the rest of the article.

In: a doc. Out: `Mention` records with form "name", not overlapping. The model alone takes capitals for persons and
glues possessives to names; a name that is known from elsewhere in the article is found wherever it stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.candidates import CUT, Name, known_places, model_names
from generator.annotate.extractors.mentions.capitals import datelines, without_capitals
from generator.annotate.extractors.mentions.kinds import name_kinds
from generator.annotate.extractors.mentions.missed import missed_names
from generator.annotate.extractors.mentions.parts import plain
from generator.annotate.reading import span_of
from generator.annotate.words import is_plural, is_word
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind, Form, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_names(doc: Doc) -> tuple[Mention, ...]:
    """Every name of an actor or place, once, in the order of the text."""
    names = _settled(
        [
            *known_places(doc),
            *datelines(doc),
            *without_capitals(doc, [*model_names(doc), *missed_names(doc)]),
        ]
    )
    names = _without_closers(doc, _without_openers(doc, _without_pairs(names)))
    names = _with_first_names(doc, names)
    names = [*names, *_letters(doc, names)]
    names = [*names, *_propagated(doc, names)]
    kinds = name_kinds(doc, names)
    mentions = []
    for name in sorted(names):
        span = doc[name.start : name.end]
        place = load_gazetteer().by_key.get(name.gazetteer) if name.gazetteer else None
        if place is None and name.text not in kinds:
            continue
        mentions.append(
            Mention(
                span=span_of(span),
                head=span_of(span.root),
                form=Form.NAME,
                kind=name.kind if place else kinds[name.text],
                name=name.text,
                gazetteer=name.gazetteer,
                affiliation=name.affiliation,
                plural=span.root.tag_ in {"NNPS", "NNS"} and name.kind is ActorKind.GROUP,
                rule=name.rule,
            )
        )
    return tuple(mentions)


def _settled(candidates: list[Name]) -> list[Name]:
    """Longest first, gazetteer before model: "Nagoya Bank" keeps its city, "New" inside "New Zealand" goes."""
    taken: set[int] = set()
    settled = []
    for name in sorted(candidates, key=lambda one: (one.start - one.end, one.gazetteer is None, one.start)):
        tokens = range(name.start, name.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            settled.append(name)
    return settled


def _without_pairs(names: list[Name]) -> list[Name]:
    """Two persons of the article behind one hyphen ("the Lee-Nash debate") are nobody's name."""
    surnames = {one.text.split()[-1] for one in names if one.kind is ActorKind.PERSON and " " in one.text}
    return [
        one
        for one in names
        if "-" not in one.text or " " in one.text or not surnames.issuperset(one.text.split("-"))
    ]


def _without_openers(doc: Doc, names: list[Name]) -> list[Name]:
    """“Enraged Halden fans left”: the first word of a sentence before what is a name without it elsewhere."""
    known = {name.text for name in names}
    given = read_sections("general", "given_names")
    found = []
    for name in names:
        first, _, rest = name.text.partition(" ")
        opens = doc[name.start].is_sent_start and rest in known and _may_open(doc[name.start], name.kind)
        if opens and first.lower() not in given and doc[name.start].text == first:
            found.append(name._replace(start=name.start + 1, text=rest))
        else:
            found.append(name)
    return found


def _without_closers(doc: Doc, names: list[Name]) -> list[Name]:
    """“Nora Lund Leads”: a common word that a headline puts behind a full name of the article."""
    full = {one.text for one in names if one.kind is ActorKind.PERSON and one.text.count(" ") == 1}
    found = []
    for name in names:
        rest, _, _ = name.text.rpartition(" ")
        last = doc[name.end - 1]
        cut = name.kind is ActorKind.PERSON and rest in full and (is_word(last) or is_plural(last))
        found.append(name._replace(end=name.end - 1, text=rest, rule=CUT) if cut else name)
    return found


def _may_open(first: Token, kind: ActorKind) -> bool:
    """Any word before a body; before a person only one that no first name looks like ("**Blaming** Lee")."""
    if kind is ActorKind.PERSON:
        stem = first.lower_.removesuffix("ing")
        doing = stem != first.lower_ and first.pos_ == "VERB"
        return doing or first.is_stop
    return kind is ActorKind.ORGANISATION


def _with_first_names(doc: Doc, names: list[Name]) -> list[Name]:
    """Persons with the given name that the model left off, as it does after a quotation mark ("“Ann De Lee")."""
    given = read_sections("general", "given_names")
    taken = {index for name in names for index in range(name.start, name.end)}
    found = []
    for name in names:
        before = doc[name.start - 1] if name.start else None
        if (
            before is not None
            and name.kind is ActorKind.PERSON
            and name.gazetteer is None
            and before.i not in taken
            and before.tag_ in {"NNP", "NNPS"}
            and before.text[0].isupper()
            and (before.lower_ in given or _is_first_name(before, name, doc))
            and (doc[name.start].lower_ not in given or doc[name.start].is_lower)
            and before.sent == doc[name.start].sent
        ):
            text = plain(doc[before.i : name.end].text)
            found.append(name._replace(start=before.i, text=text))
        else:
            found.append(name)
    return found


def _is_first_name(word: Token, name: Name, doc: Doc) -> bool:
    """A capitalised word that the parser hangs on a surname and that is no title, body or place."""
    known = load_gazetteer()
    return (
        name.end - name.start == 1
        and word.dep_ == "compound"
        and word.head.i == name.start
        and not word.ent_type_
        and word.text.istitle()
        and doc[name.start].text.istitle()
        and word.text not in known.by_name
        and word.text not in known.by_demonym
        and not any(
            word.lower_ in read_sections("en", one) for one in ("titles", "bodies", "agents", "notnames")
        )
    )


def _letters(doc: Doc, names: list[Name]) -> list[Name]:
    """Letters in brackets behind the name whose initials they are: "Arden Valley Aid (**AVA**)"."""
    taken = {index for name in names for index in range(name.start, name.end)}
    found = []
    for name in names:
        if name.end + 2 >= len(doc) or doc[name.end].text != "(" or doc[name.end + 2].text != ")":
            continue
        short = doc[name.end + 1]
        initials = "".join(part[0] for part in re.split(r"[\s-]+", name.text) if part[:1].isupper())
        if short.i not in taken and len(short) > 1 and short.is_upper and short.text == initials:
            found.append(Name(short.i, short.i + 1, short.text, name.kind, None, None, "letters in brackets"))
    return found


def _propagated(doc: Doc, names: list[Name]) -> list[Name]:
    """Further places where a name, or a person's surname, of this article stands."""
    by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for name in sorted(names, key=lambda one: one.start - one.end):
        words = tuple(token.text for token in doc[name.start : name.end])
        forms = [words]
        if name.kind is ActorKind.PERSON and len(words) > 1:
            forms.append(words[-1:])
        for form in forms:
            if form not in seen and len(form[0]) > 1:
                seen.add(form)
                by_first[form[0]].append((form, name))
    taken = {index for name in names for index in range(name.start, name.end)}
    found: list[Name] = []
    for token in doc:
        if token.i in taken or token.text not in by_first:
            continue
        for form, name in by_first[token.text]:
            end = token.i + len(form)
            if (
                end <= len(doc)
                and tuple(one.text for one in doc[token.i : end]) == form
                and taken.isdisjoint(range(token.i, end))
                and (len(form) > 1 or _stands_as_name(doc, token.i))
            ):
                taken.update(range(token.i, end))
                text = doc[token.i : end].text
                same = text == name.text
                found.append(
                    Name(
                        token.i,
                        end,
                        text,
                        name.kind,
                        name.gazetteer if same else None,
                        name.affiliation if same else None,
                        "known name" if same else "known surname",
                    )
                )
                break
    return found


def _stands_as_name(doc: Doc, index: int) -> bool:
    """A single capitalised word that is no common word here and no part of a longer run of capitals."""
    token = doc[index]
    if token.pos_ not in {"PROPN", "NOUN", "ADJ"} or not token.text[0].isupper():
        return False
    after = doc[index + 1] if index + 1 < len(doc) else None
    return not (after is not None and after.pos_ == "PROPN" and token.dep_ == "compound")
