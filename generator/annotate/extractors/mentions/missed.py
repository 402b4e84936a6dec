"""Names that the model passes over: runs of capitalised words whose words or place in the sentence betray them.

In: a doc. Out: `Name` candidates. A name that nobody finds cannot be found again in the rest of the article, so these few
rules look where news puts its names: before a verb of speech, and in phrases that end like a body's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.candidates import MOST_WORDS, Name, is_name
from generator.annotate.extractors.mentions.parts import plain
from generator.annotate.extractors.mentions.standing import class_of
from generator.lexicons import read_sections
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan


SETTLED = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "DATE", "TIME", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"}
)
"""Labels of the model that stand; a work or product that speaks or bears a title is somebody."""
MOST_HELD = 3
"""Words of a name after a title."""


def missed_names(doc: Doc) -> Iterator[Name]:
    """Runs of capitalised words that the model passes over and whose first or last word says what they are."""
    for sent in doc.sents:
        words = [token for token in sent if token.is_alpha]
        headline = sum(token.text[0].isupper() for token in words) * 2 > len(words)
        for run in _runs(sent):
            held = _titled(run)
            if held is not None and not any(token.ent_type_ in SETTLED for token in held) and is_name(held):
                yield Name(
                    held.start, held.end, plain(held.text), ActorKind.PERSON, None, None, "after a title"
                )
                continue
            if len(run) > MOST_WORDS or any(token.ent_type_ in SETTLED for token in run) or not is_name(run):
                continue
            if _speaks(run):
                yield _speaking(run)
                continue
            if _lies(run):
                yield Name(run.start, run.end, plain(run.text), ActorKind.PLACE, None, None, "words")
                continue
            if len(run) == 1:
                continue
            if headline and len(run) < len(words):
                # In a headline in capitals everything looks like a name; a line of its own may be one.
                continue
            if run[-1].lower_ in read_sections("en", "bodies"):
                yield Name(run.start, run.end, plain(run.text), ActorKind.ORGANISATION, None, None, "words")
            elif len(run) <= 3 and run[0].lower_ in read_sections("general", "given_names"):
                yield Name(run.start, run.end, plain(run.text), ActorKind.PERSON, None, None, "words")


def _titled(run: DocSpan) -> DocSpan | None:
    """What follows a title inside a run: "Senator **Ann Lee**"; not in "Prime Minister" or "Judge Advocate General"."""
    titles = read_sections("en", "titles")
    last = max(
        (token.i for token in run if token.lower_ in titles or token.lemma_.lower() in titles), default=None
    )
    if last is None or not 1 < run.end - last <= MOST_HELD + 1:
        return None
    held = run.doc[last + 1 : run.end]
    words = {*read_sections("en", "bodies"), *read_sections("en", "agents")}
    return None if any(token.lower_ in words for token in held) else held


def _lies(run: DocSpan) -> bool:
    """“The island of **Lom**”, "the town of **Elm**"."""
    root = run.root
    return root.dep_ == "pobj" and root.head.lower_ == "of" and class_of(run) is ActorKind.PLACE


def _speaks(run: DocSpan) -> bool:
    """Subject of a verb of speech."""
    root = run.root
    verb = root.head.lemma_.lower()
    return root.dep_ == "nsubj" and read_sections("en", "deeds").get(verb) == "speech"


def _speaking(run: DocSpan) -> Name:
    """One unknown word that speaks is mostly a surname; letters in capitals and longer names are mostly bodies."""
    given = run[0].lower_ in read_sections("general", "given_names")
    # "The Beacon reported": a paper; persons have no article.
    led = run.start > 0 and run.doc[run.start - 1].lower_ == "the"
    person = given or (len(run) == 1 and not run.text.isupper() and not led)
    kind = ActorKind.PERSON if person else ActorKind.ORGANISATION
    return Name(run.start, run.end, plain(run.text), kind, None, None, "subject of a verb of speech")


def _runs(sent: DocSpan) -> Iterator[DocSpan]:
    """Longest stretches of proper nouns."""
    start = None
    for token in sent:
        proper = token.pos_ == "PROPN" and token.text[0].isupper() and token.is_alpha
        if proper and start is None:
            start = token.i
        elif not proper and start is not None:
            yield sent.doc[start : token.i]
            start = None
    if start is not None:
        yield sent.doc[start : sent.end]
