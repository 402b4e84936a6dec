"""Plain text, with or without front matter.

In: the bytes of a `.txt` file. Out: a `Draft` with one paragraph a line. Lines that were broken at a fixed width
are joined here, since only plain text is broken so.
"""

from __future__ import annotations

from generator.ingest.decode import decode
from generator.ingest.draft import Draft, Reader
from generator.ingest.frontmatter import split_front_matter
from generator.ingest.normalise import clean
from generator.ingest.wrapping import unwrap


def read_text(content: bytes) -> Draft:
    """The draft of a plain text; raises `UnreadableError` where the bytes are no text."""
    decoded = decode(content)
    front = split_front_matter(clean(decoded.text))
    return Draft(text=unwrap(front.body), metadata=front.metadata, problems=decoded.problems + front.problems)


READER = Reader(suffixes=(".txt",), read=read_text)
