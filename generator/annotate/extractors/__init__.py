"""All extractors; a new kind of finding is a record, a file here and a line in this list."""

from generator.annotate.extractors import (
    addressees,
    amounts,
    asides,
    dates,
    designations,
    events,
    keywords,
    mentions,
    positions,
    roles,
    shifts,
    statements,
    themes,
    uncertainties,
)

EXTRACTORS = (
    keywords.EXTRACTOR,
    mentions.EXTRACTOR,
    roles.EXTRACTOR,
    asides.EXTRACTOR,
    statements.EXTRACTOR,
    dates.EXTRACTOR,
    events.EXTRACTOR,
    addressees.EXTRACTOR,
    shifts.EXTRACTOR,
    positions.EXTRACTOR,
    uncertainties.EXTRACTOR,
    themes.EXTRACTOR,
    designations.EXTRACTOR,
    amounts.EXTRACTOR,
)
