"""Vocabulary as data: word lists and the gazetteer, loaded once and checked.

In: the text files beside this module. Out: plain mappings and tuples. A new language is a new folder; no rule of
`annotate` spells out words that a linguist would want to extend.
"""

from generator.lexicons.files import (
    language_names,
    languages,
    lexicon_digest,
    read_list,
    read_sections,
    read_yaml,
)
from generator.lexicons.gazetteer import Gazetteer, Place, load_gazetteer

__all__ = [
    "Gazetteer",
    "Place",
    "language_names",
    "languages",
    "lexicon_digest",
    "load_gazetteer",
    "read_list",
    "read_sections",
    "read_yaml",
]
