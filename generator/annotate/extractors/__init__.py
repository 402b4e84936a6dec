"""All extractors; a new kind of finding is a record, a file here and a line in this list."""

from generator.annotate.extractors import mentions, roles, statements

EXTRACTORS = (mentions.EXTRACTOR, roles.EXTRACTOR, statements.EXTRACTOR)
