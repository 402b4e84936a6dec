"""“The company”, "the union", "the ministry": which named body such a phrase goes back to.

In: the mentions of an article by sentence. Out: `Bodies.meant`, a mention and the rule that led to it, or `None`. A name
says what its bearer is by its last word, and a sentence by a noun beside it; where two bodies could be meant, or one
without a name was brought in before, the phrase stays open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.standing import nouns_beside
from generator.lexicons import read_sections
from generator.model.findings import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

    from generator.model.findings import Mention

SORTS = {
    **dict.fromkeys(
        ("company", "firm", "manufacturer", "retailer", "operator", "carmaker", "start-up"), "company"
    ),
    **dict.fromkeys(("airline", "bank", "insurer", "lender", "shipyard", "brewery"), "company"),
    "party": "party",
    "union": "union",
    "club": "club",
    "team": "team",
}
"""Nouns that point back to a body by what it is rather than by the last word of its name."""
NEAR = 3
"""Sentences within which a body must have been named to be pointed at."""


class Bodies:
    """The named bodies of an article, and what it says they are."""

    def __init__(
        self, doc: Doc, sents: Sequence[DocSpan], in_sentence: Mapping[int, Sequence[Mention]]
    ) -> None:
        """`in_sentence`: names and descriptions by the number of their sentence; filled while notes are taken."""
        self._doc = doc
        self._sents = sents
        self._in_sentence = in_sentence
        self._said: dict[str, frozenset[str]] = {}
        self._single: dict[str, bool] = {}
        self._unnamed: dict[str, int] = {}

    def note(self, mention: Mention) -> None:
        """Takes down what a name's sentence calls it, and where a body without a name is brought in."""
        span = self._doc.char_span(*mention.span, alignment_mode="expand")
        if span is None:
            return
        if mention.form is Form.NAME and mention.kind is ActorKind.ORGANISATION:
            nouns = frozenset(noun.lemma_.lower() for noun in nouns_beside(span))
            self._said[mention.name] = self._said.get(mention.name, frozenset()) | nouns
        head = self._doc.char_span(*mention.head, alignment_mode="expand")
        unnamed = mention.form is Form.DESCRIPTION and mention.apposition is None
        if (
            head is not None
            and unnamed
            and head.root.dep_ not in {"appos", "attr"}
            and any(one.lower_ in {"a", "an"} for one in head.root.lefts)
        ):
            self._unnamed.setdefault(mention.name.split()[-1], head.start)

    def meant(self, base: str, token: Token, number: int) -> tuple[Mention, str] | None:
        """The body that "the `base`" at `token`, in sentence `number`, means; the rule says why."""
        if base not in read_sections("en", "bodies") and base not in SORTS:
            return None
        if self._unnamed.get(base, token.i) < token.i:
            # "A court in Elm sentenced him": the court is that one.
            return None
        named = distinct(self._named_so(base, token, number))
        near = self._sents[max(number - NEAR, 0)].start_char
        if len(named) == 1 and (named[0].span[0] >= near or self._alone(base)):
            return named[0], f"the only {base} named before in the article"
        if not named and SORTS.get(base) == "company":
            firm = self._only_firm(token, number)
            if firm is not None:
                return firm, "the only body named before in the article that can be one"
        return None

    def _named_so(self, base: str, token: Token, number: int) -> Iterator[Mention]:
        """Bodies that are called by this word and named before it."""
        for before in range(number + 1):
            for one in self._in_sentence.get(before, []):
                if one.span[1] <= token.idx and self._is_called(one, base):
                    yield one

    def _alone(self, base: str) -> bool:
        """Whether the whole article names one body of this sort only."""
        if base not in self._single:
            everyone = (one for found in self._in_sentence.values() for one in found)
            named = distinct(one for one in everyone if self._is_called(one, base))
            self._single[base] = len(named) == 1
        return self._single[base]

    def _is_called(self, mention: Mention, base: str) -> bool:
        """A name of such a body, or a phrase that tells it by a name: "the Elm **union**"."""
        if mention.form is Form.NAME:
            return self._is_a(mention, base)
        owned = (mention.affiliation or "").startswith("name:") and not mention.plural
        return owned and mention.form is Form.DESCRIPTION and mention.name.split()[-1].lower() == base

    def _only_firm(self, token: Token, number: int) -> Mention | None:
        """The one body named so far that can be a firm: by its name it is neither office, party, court nor union."""
        bodies = read_sections("en", "bodies")
        firms = distinct(
            one
            for before in range(number + 1)
            for one in self._in_sentence.get(before, [])
            if one.kind is ActorKind.ORGANISATION
            and one.form is Form.NAME
            and one.span[1] <= token.idx
            and not one.gazetteer
            and not self._said.get(one.name)
            and bodies.get(one.name.lower().split()[-1].strip("."), "company") == "company"
        )
        near = self._sents[max(number - NEAR, 0)].start_char
        return firms[0] if len(firms) == 1 and firms[0].span[0] >= near else None

    def _is_a(self, name: Mention, base: str) -> bool:
        """Whether a name ends in this word, or is called so: "Halden Foods", "Elm, a **union** of nurses"."""
        last = name.name.lower().split()[-1].strip(".")
        if last == base and not (name.gazetteer and base in SORTS):
            return True
        if name.kind is not ActorKind.ORGANISATION or name.gazetteer:
            return False
        said = self._said.get(name.name, frozenset())
        if base in said:
            return True
        sort = SORTS.get(base)
        bodies = read_sections("en", "bodies")
        return sort is not None and (bodies.get(last) == sort or any(SORTS.get(one) == sort for one in said))


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """One mention an actor, as far as names tell: "Ann Lee" and "Lee" count once, the last of them stands."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        key = mention.gazetteer or mention.name.split()[-1].casefold()
        if mention.form is Form.DESCRIPTION:
            if mention.apposition is not None or (
                mention.kind is ActorKind.PERSON and mention.rule not in {"role", "office"}
            ):
                continue
            key = f"{mention.affiliation} {mention.name}"
        found[key] = mention
    return list(found.values())
