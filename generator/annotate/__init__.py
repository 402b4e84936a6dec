"""One article in, its findings out: the only stage that knows spaCy and YAKE."""
