"""Whose word an event is.

In: a draft and the statements of its article. Out: the modality that the article as a whole gives the event, and the
one whose word it is. What stands inside somebody's utterance is no more than reported; inside a demand it is demanded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.findings import Modality

if TYPE_CHECKING:
    from generator.annotate.extractors.events.drafts import Draft
    from generator.annotate.extractors.events.scene import Scene
    from generator.model.article import Span

KINDS = {
    "demands": Modality.DEMANDED,
    "proposes": Modality.PLANNED,
    "promises": Modality.PLANNED,
    "intends": Modality.PLANNED,
    "denies": Modality.NEGATED,
    "predicts": Modality.CONDITIONAL,
    "asks": Modality.CONDITIONAL,
}
"""What statements of a kind make of the events in them; the others report."""

DIRECTED = frozenset("agrees promises demands proposes intends rejects asks supports criticises".split())
"""Statements that take a stand on something; when and after what they are made is the article's own word."""
BESIDE = frozenset("after before since following during amid despite".split())


def voice_of(scene: Scene, draft: Draft, trigger: Span) -> tuple[Modality, Span | None]:
    """Modality and reporter's head word."""
    if draft.modality is Modality.ASSERTED and _is_asked(scene, trigger):
        return Modality.CONDITIONAL, None
    statement = scene.statement_at(trigger[0])
    if draft.own_word or statement is None:
        return draft.modality, None
    if draft.modality is not Modality.ASSERTED:
        return draft.modality, None
    if statement.kind in DIRECTED and draft.verb.dep_ == "pobj" and draft.verb.head.lower_ in BESIDE:
        return draft.modality, None
    if statement.cue is not None and statement.cue[0] <= trigger[0] < statement.cue[1]:
        return draft.modality, None
    modality = KINDS.get(statement.kind, Modality.REPORTED)
    if draft.agent is not None and draft.agent.lower_ in {"i", "we"}:
        # "I urge them to": what a speaker does by saying so is done.
        modality = Modality.REPORTED
    return modality, statement.speaker_head if modality is Modality.REPORTED else None


def _is_asked(scene: Scene, trigger: Span) -> bool:
    """A question tells of nothing."""
    start, end = scene.sentence(trigger[0])
    return scene.article.text[start:end].rstrip(" \"”’'").endswith("?")
