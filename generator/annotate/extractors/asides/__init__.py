"""Finds capitalised words that name no actor: offices, prizes, works, competitions, and adjectives of states.

In: the doc and the mentions in it. Out: `Mention` records that no other extractor sees: whoever speaks or acts is found
without them, so that an office or a prize can never take the place of a speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.asides.adjectives import find_adjectives
from generator.annotate.extractors.asides.offices import find_offices
from generator.annotate.extractors.asides.things import find_events, find_things
from generator.annotate.reading import Extractor
from generator.model.findings import Form

if TYPE_CHECKING:
    from generator.annotate.reading import Reading
    from generator.model.findings import Mention


def find_asides(reading: Reading) -> tuple[Mention, ...]:
    """Offices and things, which share no words with each other or with a name but a place's, and adjectives."""
    doc = reading.doc
    taken: set[int] = set()
    places: set[int] = set()
    mentions: tuple[Mention, ...] = reading.found["mentions"]
    for mention in mentions:
        span = doc.char_span(*mention.span, alignment_mode="expand")
        if mention.form is Form.NAME and span is not None:
            (places if mention.gazetteer else taken).update(range(span.start, span.end))
    wars = find_events(doc, taken, places)
    taken |= places
    adjectives = list(find_adjectives(doc, taken))
    offices = list(find_offices(doc, taken))
    things = [*wars, *find_things(doc, taken)]
    return tuple(sorted((*adjectives, *offices, *things), key=lambda one: (one.span, one.rule)))


EXTRACTOR = Extractor(field="asides", find=find_asides, needs=("mentions",))
