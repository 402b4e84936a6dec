"""What is said before its attribution, and what goes on behind it: "A, they say, because B".

In: a `Ground`, the verb of saying and the token at which its attribution begins. Out: character spans. Parsers make the
reported clause the root here, so that the order of the words decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.spans import subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.annotate.extractors.statements.ground import Ground
    from generator.model.article import Span

SHORTEST = 3
"""Fewest words of a clause before its attribution."""


def has_child(token: Token, *labels: str) -> bool:
    """True where a dependent has one of the labels."""
    return any(child.dep_ in labels for child in token.children)


def before_attribution(ground: Ground, edge: int) -> Span | None:
    """The text of the sentence before token `edge`, if a comma or a quotation mark sets it off."""
    doc = ground.doc
    if edge == 0:
        return None
    border = doc[edge - 1]
    quotation = ground.quotation_at(border.idx)
    if border.text not in {",", "?", "!", "—", "–", "--"} and quotation is None:
        return None
    sentence = doc[ground.sentence_at(doc[edge]).start]
    start = sentence.idx
    if quotation is not None:
        start = (
            min(start, quotation.start)
            if quotation.start >= ground.article.paragraphs[quotation.paragraph].span[0]
            else start
        )
        inside = ground.quotation_at(start)
        if inside is not None:
            start = inside.start
    end = border.idx + len(border)
    if quotation is not None:
        end = max(end, quotation.end)
    words = [t for t in doc[sentence.i : edge] if t.is_alpha]
    if quotation is None and (len(words) < SHORTEST or _adverbial(words) or not _told(words)):
        return None
    return start, end


def fronted_whole(ground: Ground, verb: Token, left: int) -> bool:
    """True where what stands before the attribution is a full clause."""
    start = ground.sentence_at(verb).start
    words = ground.doc[start:left]
    if (
        not len(words)
        or ground.quoted(words[0])
        or words[0].dep_ == "mark"
        or words[0].tag_ in {"WP", "WDT", "WRB"}
    ):
        return not len(words) or ground.quoted(words[0])
    return any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        and t.dep_ not in {"relcl", "advcl"}
        and t.head.dep_ not in {"relcl", "advcl"}
        for t in words
    )


def goes_on(ground: Ground, verb: Token) -> bool:
    """True where a reported clause goes on behind the attribution: "A, they say, **because** B"."""
    words = ground.doc[verb.i + 1 : ground.sentence_at(verb).end]
    comma = next((t for t in words if t.text == ","), None)
    if comma is None or comma.i + 1 >= ground.sentence_at(verb).end:
        return False
    return ground.doc[comma.i + 1].lower_ in ground.cues.reasons


def behind(ground: Ground, verb: Token, without: list[Token]) -> list[Span]:
    """What goes on behind a comma after an attribution in the middle: "A, they say, B"."""
    doc = ground.doc
    stop = min([ground.sentence_at(verb).end, *(min(subtree(token)) for token in without)])
    comma = next((t for t in doc[verb.i + 1 : stop] if t.text == ","), None)
    if (
        comma is None
        or comma.i + 2 >= stop
        or any(t.tag_ in {"VBD", "VBZ", "VBP", "VBG"} for t in doc[verb.i + 1 : comma.i])
    ):
        return []
    last = doc[stop - 1]
    return [(doc[comma.i + 1].idx, last.idx + len(last))]


def _adverbial(words: list[Token]) -> bool:
    """True for an opening like "six months ago" or "in a speech": it tells when and where, not what is said."""
    if words[0].tag_ == "VBN":
        return True
    return not any(t.pos_ in {"VERB", "AUX"} for t in words) and (
        words[0].pos_ in {"ADP", "ADV", "SCONJ"} or any(t.ent_type_ in {"DATE", "TIME"} for t in words)
    )


def _told(words: list[Token]) -> bool:
    """True where the words before an attribution say something: not "On Tuesday, even as shares fell, he wrote"."""
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} and not _subordinate(t) for t in words) or not any(
        t.pos_ in {"VERB", "AUX"} for t in words
    )


def _subordinate(verb: Token) -> bool:
    """True for a finite verb in a relative clause, or in one with "as", "when", "because" and the like."""
    top = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    return top.dep_ in {"relcl", "acl"} or (top.dep_ == "advcl" and has_child(top, "mark"))
