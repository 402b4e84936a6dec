"""All extractors; a new kind of finding is a record, a file here and a line in this list."""

from generator.annotate.extractors import dates, keywords, mentions, roles, statements

EXTRACTORS = (
    keywords.EXTRACTOR,
    mentions.EXTRACTOR,
    roles.EXTRACTOR,
    statements.EXTRACTOR,
    dates.EXTRACTOR,
)
