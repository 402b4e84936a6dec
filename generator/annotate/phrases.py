"""Phrases of a parse: what several extractors ask of one.

In: spaCy tokens. Out: token sets, character spans and heads. Extractors do not import each other; what more than
one of them needs of the grammar stands here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from generator.model.article import Article, Span
    from generator.model.findings import Mention, Sentence

ASIDE = frozenset({"relcl", "acl", "advcl", "parataxis", "punct", "cc", "ccomp"})
"""Dependents that tell more about a noun phrase than who or what it is."""
EDGES = " \t\n\r\u00a0,;:–—-"
OPENING, CLOSING = "“«", "”»"


class Phrase(NamedTuple):
    """A noun phrase: its characters and those of its head word."""

    span: Span
    head: Span


def below(token: Token, without: Iterable[Token] = ()) -> set[int]:
    """Indices of a token and all that hangs on it, but for the subtrees of `without`."""
    left_out = {other.i for other in without}
    found: set[int] = set()
    queue = [token]
    while queue:
        current = queue.pop()
        if current.i not in left_out:
            found.add(current.i)
            queue.extend(current.children)
    return found


def span_over(doc: Doc, tokens: Iterable[int], inside: Sentence, text: str) -> Span | None:
    """From the first to the last token, held inside a sentence and trimmed; `None` where nothing is left."""
    indices = sorted(tokens)
    if not indices:
        return None
    start = max(inside.span[0], doc[indices[0]].idx)
    last = doc[indices[-1]]
    end = min(inside.span[1], last.idx + len(last))
    return trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without blanks, commas and closing stops at its edges."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES + ".!?":
        end -= 1
    # Half a pair of quotation marks at an edge belongs to other words.
    while start < end and text[start] in OPENING + '"' and not _paired(text, start, end):
        start += 1
    while end > start and text[end - 1] in CLOSING + '"' and not _paired(text, start, end):
        end -= 1
    while end > start and text[end - 1] in EDGES + ".!?":
        end -= 1
    return (start, end) if start < end and any(map(str.isalnum, text[start:end])) else None


def _paired(text: str, start: int, end: int) -> bool:
    """True where the quotation marks inside are complete."""
    words = text[start:end]
    return words.count('"') % 2 == 0 and sum(map(words.count, OPENING)) == sum(map(words.count, CLOSING))


def noun_phrase(head: Token) -> Phrase:
    """The noun phrase of a head word: with modifiers and appositions, without clauses."""
    tokens, queue = {head.i}, [head]
    while queue:
        for child in queue.pop().children:
            if child.dep_ not in ASIDE and "\n" not in child.text:
                tokens.add(child.i)
                queue.append(child)
    doc = head.doc
    first, last = min(tokens), max(tokens)
    breaks = [i for i in range(first, last + 1) if "\n" in doc[i].text or doc[i].text == ";"]
    first = max([first, *(i + 1 for i in breaks if i < head.i)])
    last = min([last, *(i - 1 for i in breaks if i > head.i)])
    return Phrase((doc[first].idx, doc[last].idx + len(doc[last])), (head.idx, head.idx + len(head)))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb or of the first verb it is coordinated with; a relative pronoun's antecedent."""
    current = verb
    for _ in range(6):
        own = [child for child in current.children if child.dep_ in {"nsubj", "nsubjpass"}]
        if own:
            subject = own[0]
            if subject.tag_ in {"WDT", "WP"} and current.dep_ == "relcl":
                return current.head
            return subject
        if current.dep_ == "relcl":
            return None
        if current.dep_ not in {"conj", "xcomp", "aux", "auxpass", "ccomp"} or current.head == current:
            return None
        # An infinitive behind an object is what the object is to do: "urged them to act".
        objects = [child for child in current.head.children if child.dep_ == "dobj" and child.i < current.i]
        if current.dep_ == "xcomp" and objects:
            return objects[0]
        current = current.head
    return None


def child_of(token: Token, *labels: str) -> Token | None:
    """The first dependent with one of the labels."""
    return next((child for child in token.children if child.dep_ in labels), None)


def is_negated(verb: Token) -> bool:
    """True where "not" or "never" hangs on a verb."""
    return any(child.dep_ == "neg" for child in verb.children)


class Ground:
    """An article's tokens by place: sentences and spans that are asked for again and again."""

    def __init__(self, article: Article, doc: Doc, sentences: Sequence[Sentence]) -> None:
        """All three belong to each other."""
        self.article = article
        self.doc = doc
        self.sentences = sentences
        self._starts = [sentence.span[0] for sentence in sentences]
        self._offsets = [token.idx for token in doc]

    def sentence_of(self, offset: int) -> Sentence | None:
        """The sentence around a character."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self.sentences[number].span[1]:
            return None
        return self.sentences[number]

    def next_sentence(self, sentence: Sentence) -> Sentence | None:
        """The one after, if it stands in the same paragraph."""
        number = bisect_right(self._starts, sentence.span[0])
        if number < len(self.sentences) and self.sentences[number].paragraph == sentence.paragraph:
            return self.sentences[number]
        return None

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that begin inside a span."""
        first = bisect_right(self._offsets, span[0] - 1)
        found = []
        for index in range(first, len(self.doc)):
            if self._offsets[index] >= span[1]:
                break
            found.append(self.doc[index])
        return found

    def words(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence without white space."""
        return [token for token in self.tokens(sentence.span) if not token.is_space]

    def phrase(self, head: Token) -> Phrase:
        """Its noun phrase."""
        return noun_phrase(head)


def heads_of(mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Mentions by the offset at which their head word begins; the longest one of several."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        known = found.get(mention.head[0])
        if known is None or known.span[1] - known.span[0] < mention.span[1] - mention.span[0]:
            found[mention.head[0]] = mention
    return found


def named_in(mentions: Sequence[Mention], span: Span) -> Iterator[Mention]:
    """The mentions inside a span, in the order of the text, in which `mentions` are."""
    for number in range(bisect_left(mentions, span[0], key=lambda one: one.span[0]), len(mentions)):
        one = mentions[number]
        if one.span[0] >= span[1]:
            return
        if one.span[1] <= span[1]:
            yield one
