"""The cue lexicon as the rules use it.

In: `lexicons/<language>/cues.yaml`. Out: `Cues`, which answers what a verb, adjective or noun marks and which
constructions it licenses. Entries are checked once, so that a slip in the data is found at the first article.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.errors import LexiconError
from generator.lexicons import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

CONSTRUCTIONS = frozenset(
    "clause quote object charge as predicate infinitive raised someone-to gerund colon fact thing".split()
)
PREPOSITIONS = frozenset("of for on about against over in to".split())
KINDS = frozenset(
    "says claims denies accuses criticises praises supports warns demands proposes promises agrees concedes "
    "rejects asks predicts believes intends".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the lexicon."""

    base: str
    """Base form of the cue word."""
    tail: tuple[str, ...]
    """Words that must follow it: particles or a preposition."""
    kind: str
    takes: frozenset[str]
    """The constructions it licenses; for nouns also the prepositions that lead to the content."""


@dataclass(frozen=True, slots=True)
class Cues:
    """All entries by their base form; those with longer tails stand first."""

    verbs: Mapping[str, tuple[Cue, ...]]
    adjectives: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    light: frozenset[str]
    """Verbs that lend their subject to a cue noun."""
    sources: tuple[tuple[str, ...], ...]
    """Phrases that name a source, as lower-case words."""
    partitives: frozenset[str]
    """Nouns that stand for a part of those they are followed by ("a majority of voters")."""
    texts: frozenset[str]
    """Nouns for utterances and texts: their author speaks through them."""
    surveys: frozenset[str]
    """Nouns for polls: what is told of "in a poll" is what the poll says."""
    hearsay: frozenset[str]
    """Adverbs that say that somebody tells it who is not named."""
    gatherings: frozenset[str]
    """Nouns for gatherings: those who take part speak."""
    conditions: frozenset[str]
    """Words that open a condition behind what is said."""
    otherwise: Mapping[str, frozenset[str]]
    """Words beside a verb with which it marks no utterance."""
    reasons: frozenset[str]
    """Words with which what is said goes on behind an attribution in its middle."""
    lemmas: Mapping[str, str]
    """Base forms for those that the model gets wrong."""

    def lemma(self, token: Token) -> str:
        """The base form of a token, as entries have it."""
        base = token.lemma_.lower()
        return self.lemmas.get(base, base)


@cache
def load_cues(language: str) -> Cues:
    """The cues of a language; raises `LexiconError` for an unknown kind or construction."""
    data = read_yaml(language, "cues")
    try:
        return Cues(
            verbs=_entries(data["verbs"], CONSTRUCTIONS),
            adjectives=_entries(data["adjectives"], CONSTRUCTIONS),
            nouns=_entries(data["nouns"], CONSTRUCTIONS | PREPOSITIONS),
            light=frozenset(data["light"]),
            sources=tuple(
                sorted((tuple(phrase.split()) for phrase in data["sources"]), key=len, reverse=True)
            ),
            partitives=frozenset(data["partitives"]),
            texts=frozenset(data["texts"]),
            surveys=frozenset(data["surveys"]),
            hearsay=frozenset(data["hearsay"]),
            gatherings=frozenset(data["gatherings"]),
            conditions=frozenset(data["conditions"]),
            otherwise=MappingProxyType({verb: frozenset(words) for verb, words in data["otherwise"].items()}),
            reasons=frozenset(data["reasons"]),
            lemmas=MappingProxyType(dict(data["lemmas"])),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"cues.yaml: {error!r} is missing or has the wrong form.") from error


def _entries(table: Mapping[str, list[Any]], known: frozenset[str]) -> Mapping[str, tuple[Cue, ...]]:
    entries: dict[str, list[Cue]] = {}
    for words, (kind, *takes) in table.items():
        if kind not in KINDS or not known.issuperset(takes):
            raise LexiconError(f"cues.yaml: “{words}: {[kind, *takes]}” has an unknown kind or construction.")
        base, *tail = words.split()
        entries.setdefault(base, []).append(Cue(base, tuple(tail), kind, frozenset(takes)))
    return MappingProxyType(
        {base: tuple(sorted(cues, key=lambda cue: -len(cue.tail))) for base, cues in entries.items()}
    )
