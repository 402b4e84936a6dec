"""What a number counts or measures, and what is said of it.

In: an amount's root in the parse. Out: `Counted`: the noun, its comparable name and the verb; where no noun stands there, what
the verb tells of: a toll that rises, people who are killed, what is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.extractors.amounts.deeds import deed_of, is_outcome, subject, undone
from generator.annotate.extractors.amounts.words import PEOPLE, base, name_of, words_in
from generator.annotate.phrases import child_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

EMPTY = frozenset(
    {"other", "one", "more", "total", "thing", "number", "percent", "%", "rest", "half", "lot", "time"}
)
MAGNITUDE = "magnitude"
NOUNS = frozenset({"NOUN", "PROPN"})
NUMBERED = frozenset({"nummod", "compound", "quantmod", "nmod", "amod"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "attr", "npadvmod"})
VALUED = frozenset({"at", "of"})
CHANGED_BY, CHANGED_TO = frozenset({"by"}), frozenset({"to", "at"})
PRONOUNS = frozenset({"who", "whom", "which", "them", "these", "those", "us"})


class Counted(NamedTuple):
    """What an amount is about."""

    name: str | None
    """Comparable base form."""
    token: Token | None = None
    """The noun in the text."""
    done: str | None = None
    rule: str = ""
    """How it was read, where no noun stands beside the number."""
    source: Token | None = None
    """Who gives the value: the subject of "put the losses at"."""
    holder: str | None = None
    """Base form of whose loss, cost, gain it is."""
    kind: str | None = None
    """A bound that the verb adds: "deaths topped 100"."""


def counted_by(root: Token, core: Sequence[Token], unit: str | None) -> Counted | None:
    """The reading of an amount; `None` where nothing says what it counts."""
    if unit is None or unit.startswith("per "):
        return _beside(root, core) or _partitive(root, core) or _verbs(root, None) or _alone(root, core)
    if unit == MAGNITUDE:
        return Counted(MAGNITUDE, root.head if root.dep_ in NUMBERED else None, rule="magnitude")
    return (
        _partitive(root, core)
        or _measured(root, core)
        or _verbs(root, unit)
        or _beside(root, core)
        or _plain(root)
    )


def _beside(root: Token, core: Sequence[Token]) -> Counted | None:
    """“12 **passengers**”, "five **dead**", "a 5.9-magnitude **quake**"."""
    head = root.head
    if head in core or head.i < core[-1].i or root.dep_ not in NUMBERED:
        # "five dead" may be parsed with the number for its subject.
        follows = core[-1].i + 1 < len(root.doc) and root.doc[core[-1].i + 1]
        if not follows or base(follows) not in words_in("result") or follows.pos_ in NOUNS:
            return None
        if follows.tag_ != "JJ":
            return None
        head = follows
    name = base(head)
    if name in EMPTY or head.lower_ in EMPTY:
        return None
    if name in words_in("result") or head.lower_ in words_in("result"):
        verb = words_in("result").get(name) or words_in("result")[head.lower_]
        return Counted(PEOPLE, head, verb)
    if head.pos_ not in NOUNS or name in words_in("rise") or name in words_in("fall"):
        return _change_noun(head) if head.pos_ in NOUNS else None
    return _noun(head)


def _noun(head: Token) -> Counted:
    return Counted(name_of(head), head, deed_of(head), holder=None)


def _partitive(root: Token, core: Sequence[Token]) -> Counted | None:
    """“dozens of **civilians**”, "48% of the **vote**", "$5 million in **aid**", "40 of **them**"."""
    for token in (core[-1], root, core[0]):
        for child in token.children:
            if child.dep_ != "prep" or child.i <= token.i or child.lower_ not in {"of", "in"}:
                continue
            target = child_of(child, "pobj")
            if target is None or target.i < core[-1].i:
                continue
            if child.lower_ == "in" and not _goods(target):
                continue
            if target.pos_ == "PRON" or target.lower_ in PRONOUNS:
                return Counted(None, None, deed_of(root), "pronoun") if is_outcome(deed_of(root)) else None
            if target.pos_ in NOUNS and base(target) not in EMPTY:
                found = words_in("result").get(base(target))
                if found is not None:
                    return Counted(PEOPLE, target, found)
                return Counted(name_of(target), target, deed_of(target) if _said(target) else deed_of(root))
    return None


def _said(noun: Token) -> bool:
    """Whether a participle or clause hangs on the noun itself: "dozens of people killed"."""
    return any(child.dep_ in {"acl", "relcl"} for child in noun.children)


def _goods(noun: Token) -> bool:
    """“$5 million in **aid**”: a bare noun, and no place or time."""
    bare = not any(child.dep_ in {"det", "poss", "nummod"} for child in noun.children)
    return (
        bare
        and noun.pos_ == "NOUN"
        and noun.ent_type_ not in {"GPE", "LOC", "DATE", "TIME"}
        and noun.tag_ != "NNS"
    )


def _measured(root: Token, core: Sequence[Token]) -> Counted | None:
    """“losses **of** 55 million”, "a **fine** of", "a 5,000-euro **fine**", "put the losses **at**"."""
    head = root.head
    if root.dep_ in NUMBERED and head.i > core[-1].i and head.pos_ in NOUNS and head not in core:
        if base(head) in words_in("rise") or base(head) in words_in("fall"):
            return _change_noun(head)
        return Counted(_measure_name(head), head, holder=_owner(head))
    if root.dep_ not in {"pobj", "npadvmod"} or head.lower_ not in VALUED:
        return None
    governor = head.head
    if governor.pos_ in NOUNS and head.i > governor.i:
        if base(governor) in words_in("rise") or base(governor) in words_in("fall"):
            return _change_noun(governor)
        grown = governor.head.head if governor.dep_ == "pobj" and governor.head.lower_ == "in" else None
        if grown is not None and (base(grown) in words_in("rise") or base(grown) in words_in("fall")):
            return _change_noun(grown)
        verb = governor.head if governor.dep_ == "dobj" and head.lower_ == "at" else None
        source = subject(verb) if verb is not None and base(verb) in words_in("estimate") else None
        return Counted(_measure_name(governor), governor, None, "", source, _owner(governor))
    if base(governor) in words_in("estimate") and head.lower_ == "at":
        thing = child_of(governor, "dobj", "nsubjpass")
        if thing is not None and thing.pos_ in NOUNS:
            source = subject(governor) if thing.dep_ == "dobj" else None
            return Counted(_measure_name(thing), thing, None, "estimate", source, _owner(thing))
    return None


def _verbs(root: Token, unit: str | None) -> Counted | None:
    """“the toll **rose to** 25”, "turnout **was** 48%", "prices **rose by** 4%", "exporters **lost** 40 million"."""
    prep, verb = None, root.head
    if root.dep_ == "pobj":
        prep, verb = root.head.lower_, root.head.head
    elif root.dep_ not in {"dobj", "attr", "npadvmod", "advmod", "acomp", "oprd"}:
        return None
    if verb.pos_ not in {"VERB", "AUX"} or root.i < verb.i:
        return None
    lemma, who = base(verb), subject(verb)
    if lemma in words_in("rise") or lemma in words_in("fall"):
        thing = child_of(verb, "dobj") if root.dep_ != "dobj" else None
        return _changed(prep, verb, thing or who)
    if who is not None and who.pos_ in NOUNS and _level(lemma, prep):
        if unit is None and base(who) not in words_in("result") and not _tally(who):
            return None
        kind = "more" if lemma in words_in("over") else "about" if lemma in words_in("near") else None
        return _of_subject(who, kind)
    measure = words_in("measure").get(lemma)
    if unit is not None and prep is None and measure is not None:
        other = child_of(verb, "dative")
        other = other or next((one for one in verb.children if one.dep_ == "dobj" and one != root), None)
        if lemma == "cost":
            # What something costs somebody is a loss; what it costs is a price.
            if other is not None:
                return Counted("loss", None, undone(verb), f"verb {lemma}", holder=base(other))
            return Counted("cost", None, None, f"verb {lemma}", holder=base(who) if who is not None else None)
        return Counted(
            measure, None, undone(verb), f"verb {lemma}", holder=base(who) if who is not None else None
        )
    return None


def _level(lemma: str, prep: str | None) -> bool:
    if prep is None:
        return any(lemma in words_in(one) for one in ("level", "over", "near"))
    return lemma in words_in("level") and prep in {"at", "to"}


def _tally(noun: Token) -> bool:
    """“the **number** of cases”, "the **total**": nouns that a bare figure is the value of."""
    return base(noun) in {"number", "total", "count", "tally", "figure", "toll"}


def _of_subject(noun: Token, kind: str | None = None) -> Counted | None:
    """The value of a subject: "the number of **cases**", "the death toll", "inflation"."""
    if base(noun) in {"number", "total", "count", "tally", "figure"}:
        of = next((one for one in noun.children if one.dep_ == "prep" and one.lower_ == "of"), None)
        inner = child_of(of, "pobj") if of is not None else None
        if inner is None:
            return None
        noun = inner
    compound = name_of(noun)
    verb = (
        words_in("result").get(compound)
        or words_in("result").get(base(noun))
        or words_in("result").get(noun.lower_)
    )
    if verb is not None:
        return Counted(PEOPLE, noun, verb, "toll", kind=kind)
    acl = next((one for one in noun.children if one.dep_ == "acl" and one.tag_ == "VBN"), None)
    done = base(acl) if acl is not None else None
    return Counted(_measure_name(noun), noun, done, "subject", holder=_owner(noun), kind=kind)


def _changed(prep: str | None, verb: Token, thing: Token | None) -> Counted | None:
    """“rose **to** 25” is a value; "rose **by** 4" and "rose **from** 20" are not the value of now."""
    if thing is None or thing.pos_ not in NOUNS:
        return None
    level = _of_subject(thing)
    if level is None:
        return None
    if prep in CHANGED_TO:
        return level
    way = "rise" if base(verb) in words_in("rise") else "fall"
    if prep in {None, "by"}:
        return level._replace(done=f"{way} by", rule="change")
    return level._replace(done=f"{way} {prep}", rule="change") if prep == "from" else None


def _change_noun(noun: Token) -> Counted | None:
    """“a **rise** of 4 per cent in **prices**”."""
    way = "rise" if base(noun) in words_in("rise") else "fall"
    prep = next(
        (
            one
            for one in noun.children
            if one.dep_ == "prep" and one.lower_ in {"in", "of"} and one.i > noun.i
        ),
        None,
    )
    thing = child_of(prep, "pobj") if prep is not None else None
    if thing is None:
        thing = next(
            (one for one in noun.children if one.dep_ in {"compound", "poss"} and one.pos_ in NOUNS), None
        )
    if thing is None or thing.pos_ not in NOUNS:
        return None
    return Counted(name_of(thing), thing, f"{way} by", "change")


def _plain(root: Token) -> Counted:
    """A measured value of which nothing tells more than the verb."""
    return Counted(None, None, deed_of(root))


def _alone(root: Token, core: Sequence[Token]) -> Counted | None:
    """A bare number: those who were killed, hurt, arrested are people; others are what the number before counted."""
    if root.dep_ not in ARGUMENTS or base(root) in EMPTY:
        return None
    done = deed_of(root)
    if done is None:
        return None
    before = root.doc[core[0].i - 1] if core[0].i else None
    if before is not None and (before.pos_ == "PROPN" or (before.text == "," and _age(core))):
        return None
    return Counted(None, None, done, "verb")


def _age(core: Sequence[Token]) -> bool:
    """“Lee, 34, was killed”."""
    doc, first, last = core[0].doc, core[0].i, core[-1].i
    return first > 1 and doc[first - 2].pos_ == "PROPN" and last + 1 < len(doc) and doc[last + 1].text == ","


def _measure_name(noun: Token) -> str:
    return words_in("measure").get(base(noun), name_of(noun))


def _owner(noun: Token) -> str | None:
    """“losses **of exporters**”, "**exporters'** losses"."""
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ in NOUNS:
            return base(child)
        if child.dep_ == "prep" and child.lower_ in {"of", "to", "for"}:
            inner = child_of(child, "pobj")
            if inner is not None and inner.pos_ in NOUNS:
                return base(inner)
    return None
