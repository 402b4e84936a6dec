"""Which words are common words of the language, by the model's own list of base forms.

In: a token. Out: whether it is one. Capitals at the front of a sentence hide what a word is; the model's lemmatizer
brings some 80,000 base forms with it, so that nothing has to be compiled. A model without such a list knows none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token
    from spacy.vocab import Vocab

TABLE = "lemma_index"
ADJECTIVE, ADVERB, NOUN, VERB = "adj", "adv", "noun", "verb"
ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))


def share_words(nlp: Language) -> None:
    """Puts the lemmatizer's base forms where a doc can reach them."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is not None and lookups.has_table(TABLE):
        nlp.vocab.lookups.set_table(TABLE, lookups.get_table(TABLE))


def is_word(token: Token, *sorts: str) -> bool:
    """Whether its small form is a base form of one of the sorts, of any if none is given."""
    return any(
        token.lower_ in _base_forms(token.vocab, sort) for sort in sorts or (ADJECTIVE, ADVERB, NOUN, VERB)
    )


def is_plural(token: Token) -> bool:
    """Whether it is a common noun with the ending of many."""
    nouns = _base_forms(token.vocab, NOUN)
    return any(
        token.lower_.endswith(end) and token.lower_.removesuffix(end) + base in nouns for end, base in ENDINGS
    )


@cache
def _base_forms(vocab: Vocab, sort: str) -> frozenset[str]:
    table = vocab.lookups.get_table(TABLE, {})
    return frozenset(table.get(sort, ()))
