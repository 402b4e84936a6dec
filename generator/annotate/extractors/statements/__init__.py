"""Statements: who is said to have said what.

In: one reading with its mentions. Out: `Statement` records in the order of the text. Each family of constructions
makes drafts (verbs, nouns, sources), quotations are then given to drafts, and of drafts that overlap the better
one stays. What somebody is told to have said inside another utterance is kept with the id of that one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.ground import survey
from generator.annotate.extractors.statements.nouns import find_noun_statements
from generator.annotate.extractors.statements.quotations import attach_blocks, attach_quotations
from generator.annotate.extractors.statements.selection import choose, is_quoted
from generator.annotate.extractors.statements.sources import (
    find_hearsay,
    find_source_phrases,
    find_surveys,
)
from generator.annotate.extractors.statements.spans import tidy
from generator.annotate.extractors.statements.turns import find_captions, find_turns
from generator.annotate.extractors.statements.verbs import find_verb_statements
from generator.annotate.reading import Extractor, span_of
from generator.model.findings import Mode, Statement

if TYPE_CHECKING:
    from generator.annotate.extractors.statements.drafts import Draft
    from generator.annotate.extractors.statements.ground import Ground
    from generator.annotate.reading import Reading


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """All attributed utterances of an article."""
    ground = survey(reading)
    drafts = [
        *find_verb_statements(ground),
        *find_noun_statements(ground),
        *find_source_phrases(ground),
        *find_surveys(ground),
        *find_hearsay(ground),
        *find_turns(ground),
        *find_captions(ground),
    ]
    attach_quotations(ground, drafts)
    attach_blocks(ground, drafts)
    for draft in drafts:
        # A cue inside a quotation marks a part of it and never the whole.
        quotations = () if is_quoted(ground, draft) else ground.quotations
        draft.content = tidy(reading.article.text, draft.content, quotations)
    return _numbered(ground, choose(ground, drafts))


def _numbered(ground: Ground, drafts: list[Draft]) -> tuple[Statement, ...]:
    ids = _ids(ground, drafts)
    known = {id(draft): key for draft, key in zip(drafts, ids, strict=True)}
    statements = []
    for draft, key in zip(drafts, ids, strict=True):
        statements.append(
            Statement(
                id=key,
                speaker=draft.speaker.span if draft.speaker else None,
                speaker_head=span_of(draft.speaker.head) if draft.speaker else None,
                cue=draft.cue,
                content=tuple(draft.content),
                mode=_mode(ground, draft),
                kind=draft.kind,
                rule=draft.rule,
                negated=draft.negated,
                inside=known[id(draft.inside)] if draft.inside is not None else None,
            )
        )
    return tuple(statements)


def _ids(ground: Ground, drafts: list[Draft]) -> list[str]:
    """Ids that depend on article, cue and content alone."""
    seen: Counter[str] = Counter()
    ids = []
    for draft in drafts:
        article = ground.article
        words = [
            article.quote(draft.cue) if draft.cue else "",
            *(article.quote(span) for span in draft.content),
        ]
        key = "\x1f".join([article.id, *words])
        seen[key] += 1
        if seen[key] > 1:
            key += f"\x1f{seen[key]}"
        ids.append("st-" + hashlib.sha256(key.encode()).hexdigest()[:10])
    return ids


def _mode(ground: Ground, draft: Draft) -> Mode:
    """Direct where all words stand in quotation marks, mixed where some do.

    Inside somebody's quotation the words are those of the one who tells it.
    """
    if draft.inside is not None and draft.cue is not None and ground.quotation_at(draft.cue[0]) is not None:
        return Mode.INDIRECT
    letters = quoted = 0
    for start, end in draft.content:
        for offset in range(start, end):
            if ground.article.text[offset].isalnum():
                letters += 1
                quoted += ground.quotation_at(offset) is not None
    if not quoted:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= 0.95 * letters else Mode.MIXED


EXTRACTOR = Extractor(field="statements", find=find_statements, needs=("mentions",))
