"""Where capitals are no sign of a name: words that shout, headlines in capitals, and the place before a dateline's dash.

In: a doc and names as the model sees them. Out: the names that stand without their capitals. A model of names takes
capitals for names; where everything has them, only what is a name elsewhere in the article is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.candidates import Name
from generator.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

LOUD = 3
"""Fewest words in a row that shout, of which two are longer than an acronym."""
ACRONYM = 3
"""Letters of a word in capitals that is most often an acronym."""
HEADLINE = 5
"""Fewest words of a headline in capitals."""
SMALL = 3
"""Letters of words that headlines leave small."""
MOST_PLACE = 3
"""Words of a place at the front of a dateline."""
TO_DASH = 8
"""Words and marks between it and the dash."""
DASHES = frozenset({"-", "--", "–", "—", "―"})
SPEAKING = frozenset({"VERB", "AUX", "ADV", "ADJ"})
"""Words of these sorts begin small in a sentence."""


def without_capitals(doc: Doc, names: list[Name]) -> list[Name]:
    """The names without those that only capitals make."""
    everywhere = _everywhere(doc)
    if not everywhere:
        return names
    plain = {token.text for token in doc if token.i not in everywhere}
    kept = []
    for name in names:
        inside = any(index in everywhere for index in range(name.start, name.end))
        if name.gazetteer is None and inside and not _known(doc, name, plain):
            continue
        kept.append(name)
    return kept


def _everywhere(doc: Doc) -> frozenset[int]:
    """Tokens where everything has capitals."""
    found: set[int] = set()
    for sent in doc.sents:
        for run in _shouted(sent):
            found.update(run)
        if _is_headline(sent):
            found.update(range(sent.start, sent.end))
    return frozenset(found)


def _shouted(sent: DocSpan) -> Iterator[range]:
    run: list[Token] = []
    for token in [*sent, None]:
        if token is not None and (token.is_upper or not any(map(str.isalpha, token.text))):
            run.append(token)
            continue
        words = [one for one in run if one.is_alpha and one.is_upper]
        if len(words) >= LOUD and sum(len(one) > ACRONYM for one in words) > 1:
            yield range(run[0].i, run[-1].i + 1)
        run = []


def _is_headline(sent: DocSpan) -> bool:
    """Every longer word has a capital, verbs and adverbs too; a list of names has none of these."""
    words = [token for token in sent if token.is_alpha and len(token) > SMALL]
    raised = [token for token in words if token.text[0].isupper()]
    if len(words) < HEADLINE or len(raised) < len(words):
        return False
    return any(token.pos_ in SPEAKING and token.i > sent.start for token in raised)


def _known(doc: Doc, name: Name, plain: set[str]) -> bool:
    """Whether all words of a short name stand elsewhere, in capitals or not as a name has them."""
    words = [token.text for token in doc[name.start : name.end] if token.is_alpha]
    return len(words) <= MOST_PLACE and all(word in plain or word.title() in plain for word in words)


def _is_acronym(doc: Doc, token: Token) -> bool:
    """A short word in capitals, or one that the article writes so elsewhere: "UNICEF - the agency - ..."."""
    return len(token) <= ACRONYM or any(one.text == token.text and one.i != token.i for one in doc)


def datelines(doc: Doc) -> Iterator[Name]:
    """“**HALDEN**, N.Y. - Four days ...”, "**HALDEN** (AP) — ...": the place from which an article is reported."""
    for token in doc:
        if not token.is_upper or (token.i and "\n" not in doc[token.i - 1].text_with_ws):
            continue
        end = token.i
        while end < len(doc) and end - token.i < MOST_PLACE and doc[end].is_upper and doc[end].is_alpha:
            end += 1
        after = [one.text for one in doc[end : end + TO_DASH]]
        dash = next((number for number, text in enumerate(after) if text in DASHES), None)
        if end == token.i or dash is None or (dash > 0 and after[0] not in {",", "("}):
            continue
        if end - token.i > 1 or not _is_acronym(doc, token):
            text = doc[token.i : end].text.title()
            yield Name(token.i, end, text, ActorKind.PLACE, None, None, "dateline")
