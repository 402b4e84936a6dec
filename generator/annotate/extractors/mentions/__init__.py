"""Finds where a text refers to actors: names, describing noun phrases and pronouns.

In: the doc. Out: `Mention` records. Names are settled first, since a description ("Norwegian officials") is read
with the names inside it, and a pronoun only where neither stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.mentions.anaphora import read_anaphora
from generator.annotate.extractors.mentions.descriptions import find_descriptions
from generator.annotate.extractors.mentions.metonyms import read_metonyms
from generator.annotate.extractors.mentions.names import find_names
from generator.annotate.extractors.mentions.pronouns import find_pronouns
from generator.annotate.reading import Extractor

if TYPE_CHECKING:
    from generator.annotate.reading import Reading
    from generator.model.findings import Mention


def find_mentions(reading: Reading) -> tuple[Mention, ...]:
    """All mentions in the order of the text; names may stand inside descriptions ("US officials")."""
    names = read_metonyms(reading.doc, find_names(reading.doc))
    descriptions = find_descriptions(reading.doc, names)
    pronouns = find_pronouns(reading.doc)
    found = sorted((*names, *descriptions, *pronouns), key=lambda one: (one.span, one.form))
    return tuple(read_anaphora(reading.doc, found))


EXTRACTOR = Extractor(field="mentions", find=find_mentions)
