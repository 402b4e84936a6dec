"""Whether a mention shows that a person is a man or a woman, so that "she" is not read as him.

In: a mention of a person. Out: "female", "male" or `None` where nothing shows it, which is most of the world's names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.lexicons import read_sections

if TYPE_CHECKING:
    from spacy.tokens import Token

    from generator.model.findings import Mention


def gender_of(mention: Mention, head: Token) -> str | None:
    """From a word of address or office before the name, from the describing noun, or from the given name."""
    first = head.doc.char_span(*mention.span, alignment_mode="expand")
    before = head.doc[first.start - 1] if first is not None and first.start else None
    for word in (before.lower_.strip(".") if before is not None else "", mention.name.split()[-1]):
        shown = read_sections("en", "gendered").get(word)
        if shown is not None:
            return shown
    words = mention.name.lower().split()
    section = read_sections("general", "given_names").get(words[0]) if len(words) > 1 else None
    return section if section in {"female", "male"} else None
