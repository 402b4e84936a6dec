"""What kind of thing a name is: what the model says, weighed against the words themselves and around them.

In: names and their doc. Out: one kind for each spelling in an article. The model is right about nine in ten names and
wrong in a regular way (surnames taken for firms, foreign first names for places), so cheap evidence repairs much.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.bodies import is_body
from generator.annotate.extractors.mentions.candidates import CUT, Name
from generator.annotate.extractors.mentions.examples import example_of, numbered, quoted
from generator.annotate.extractors.mentions.standing import (
    class_of,
    in_longer,
    listed_place,
    stands,
)
from generator.lexicons import load_gazetteer, read_sections
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc


LOCATIVE = frozenset({"in", "within", "near", "across", "throughout", "inside", "outside", "around"})
"""Prepositions after which a bare name is a place; "at" and "from" also go with bodies and persons."""
MODEL = re.compile(r"[A-Z]{1,3}-?\d+s?")
"""Letters and a number by which a product is told from others."""
SAID = 10
"""Weight of a noun beside the name that says what it is."""
SURE = 3
"""Weight of evidence that the words themselves give, against 1 for the model's label."""


def name_kinds(doc: Doc, names: list[Name]) -> dict[str, ActorKind]:
    """One kind a spelling; a surname of a person named in full is a person, whatever is said of it alone.

    Words that name a thing, and single words that nothing shows to be anybody, have no kind and are left out.
    """
    votes: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for name in names:
        # A further use that was found by its spelling adds no judgement of the model.
        votes[name.text][name.kind] += name.rule != "known name"
        for kind, weight in _evidence(doc, name):
            votes[name.text][kind] += weight
    order = list(ActorKind)
    kinds = {
        text: min(counter, key=lambda kind: (-counter[kind], order.index(kind)))
        for text, counter in votes.items()
    }
    short = _short_forms(kinds)
    uses: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        uses[name.text].append(name)
    return {
        text: judged
        for text, kind in kinds.items()
        if (judged := short.get(text) or _judged(doc, uses[text], kind, votes[text])) is not None
        and judged is not ActorKind.THING
    }


def _judged(doc: Doc, names: list[Name], kind: ActorKind, votes: Counter[ActorKind]) -> ActorKind | None:
    """The kind that stands for a name; a single word must earn it, unless other words say what it is."""
    if " " in names[0].text or names[0].gazetteer is not None or votes[kind] > len(names) + 1:
        return kind
    return stands(doc, names, kind)


def _evidence(doc: Doc, name: Name) -> Iterator[tuple[ActorKind, int]]:
    words = name.text.lower().split()
    if words[-1].strip(".,") in read_sections("en", "bodies"):
        yield ActorKind.ORGANISATION, SURE
        return
    if len(words) > 2 and load_gazetteer().by_name.get(" ".join(name.text.split()[-2:])):
        # "the Lund White House"
        yield ActorKind.ORGANISATION, SURE
        return
    if name.kind is ActorKind.GROUP:
        return
    said = class_of(doc[name.start : name.end]) if name.gazetteer is None else None
    full = 1 < len(words) <= 4 and words[0] in read_sections("general", "given_names")
    # Some words for things are also words for people ("the star Ann Lee").
    if said is not None and not (full and said is ActorKind.THING):
        yield said, SAID
    if len(words) > 1 and MODEL.fullmatch(name.text.split()[-1]):
        # "Halden A300s": what a firm makes.
        yield ActorKind.THING, SAID
    if name.kind is ActorKind.PERSON and (
        words[-1].isdigit() or (name.rule != CUT and in_longer(doc[name.start : name.end]))
    ):
        # "Aurora 2" is a probe, a ship or a programme.
        yield ActorKind.THING, SAID
    if name.kind is ActorKind.PERSON and not full and numbered(doc[name.start : name.end]):
        yield ActorKind.THING, SAID
    if name.gazetteer is None and quoted(doc[name.start : name.end]):
        yield ActorKind.THING, SURE
    if name.gazetteer is None and _has_offices(doc, name):
        yield ActorKind.ORGANISATION, SAID
    if name.gazetteer is None and is_body(doc, name):
        yield ActorKind.ORGANISATION, SURE
    example = example_of(doc[name.start : name.end].root) if name.gazetteer is None else None
    if example is not None:
        yield example, SURE
    ground = read_sections("en", "ground")
    opens, ends = ground.get(words[0]), ground.get(words[-1].strip(".,"))
    if len(words) > 1 and (opens in {"first", "either"} or ends in {"last", "either"}):
        yield ActorKind.PLACE, SURE
    if full:
        yield ActorKind.PERSON, SURE - 1
    if name.start and doc[name.start - 1].text[:1].isupper():
        section = read_sections("en", "titles").get(doc[name.start - 1].lower_)
        if section is not None:
            yield ActorKind.PERSON, SURE - 1
    root = doc[name.start : name.end].root
    if any(
        child.dep_ == "relcl" and any(one.lower_ == "who" for one in child.lefts) for child in root.children
    ):
        yield ActorKind.PERSON, 1
    if len(words) > 1 and not full and listed_place(root):
        yield ActorKind.PLACE, SURE
    if len(words) == 1 and root.dep_ == "pobj" and root.head.dep_ == "prep" and root.head.lower_ in LOCATIVE:
        # Few bodies and no persons are something to be in.
        inside = root.head.lower_ == "in" and not root.is_upper
        yield ActorKind.PLACE, 2 if inside else 1


def _has_offices(doc: Doc, name: Name) -> bool:
    """The subject of a sentence before one that begins with "Its chief executive"."""
    sent = doc[name.start].sent
    root = doc[name.start : name.end].root
    if root.dep_ not in {"nsubj", "nsubjpass"} or root.head.dep_ != "ROOT" or sent.end + 2 >= len(doc):
        return False
    after = doc[sent.end : sent.end + 4]
    titles = read_sections("en", "titles")
    return after[0].lower_ == "its" and any(
        titles.get(words) == "office"
        for words in (after[1].lower_, f"{after[1].lower_} {after[2].lower_}", after[2].lower_)
    )


def _short_forms(kinds: dict[str, ActorKind]) -> dict[str, ActorKind]:
    """Single words that are the last of a person's full name, or of one body's."""
    found: dict[str, ActorKind] = {}
    for text, kind in kinds.items():
        last = text.split()[-1]
        if kind is ActorKind.PERSON and last != text:
            found[last] = kind
            # "The Lees" are a family.
            found.setdefault(f"{last}s", ActorKind.GROUP)
    for text, kind in kinds.items():
        last = text.split()[-1]
        if (
            kind is ActorKind.ORGANISATION
            and last != text
            and last.lower() not in read_sections("en", "bodies")
        ):
            found.setdefault(last, kind)
    given = read_sections("general", "given_names")
    for text, kind in kinds.items():
        first = text.split()[0]
        # "Halden" beside "Halden Terminals".
        short = kind is ActorKind.ORGANISATION and first != text and first.lower() not in given
        if short and kinds.get(first) is ActorKind.PERSON:
            found.setdefault(first, kind)
    return found
