"""The parts of an event: its sides one by one, its place, its date.

In: a draft. Out: pairs of parties, spans of place and date. Pronouns stand for what they point back to where the
sentence itself says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.events.scene import Party
from generator.model.findings import ActorKind, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.events.drafts import Draft
    from generator.annotate.extractors.events.scene import Scene
    from generator.model.article import Span

PLACED = frozenset({"in", "at", "near", "across", "throughout", "inside", "outside", "over"})
PLACES = frozenset({ActorKind.STATE, ActorKind.TERRITORY, ActorKind.PLACE})
UNNAMED = frozenset({"COERCE", "YIELD"})
"""Classes whose doer, where nobody is named, is the power at the place: "was arrested in Chile"."""
MOST = 6
"""Most pairs made of one trigger."""


def pairs_of(scene: Scene, draft: Draft, sentence: Span) -> Iterator[tuple[Party | None, Party | None, bool]]:
    """(doer, other side, whether both rest on strong rules)."""
    if draft.mutual:
        between = draft.other is not None and draft.other.mutual
        start = draft.other.token if between and draft.other is not None else draft.agent
        members = [scene.doer(one) for one in scene.row(start)] if start is not None else []
        if len(members) > 1:
            known = all(one.known for one in members)
            pairs = [(one, two, known) for one in members[:3] for two in members[:3] if one != two]
            yield from pairs[:MOST]
            return
    agents = _row(scene, draft.agent, sentence, doer=True)
    others = _row(scene, draft.other.token if draft.other is not None else None, sentence, doer=False)
    count = 0
    if not agents:
        place = _power_at_place(scene, draft)
        if not others:
            yield place, None, False
        for other in others:
            yield place, other, False
        return
    for agent in agents:
        if not others:
            yield agent, None, agent.known and draft.alone
        for other in others:
            if other.token == agent.token or other.span == agent.span:
                continue
            count += 1
            if count > MOST:
                return
            strong = draft.other is not None and draft.other.strong
            yield agent, other, agent.known and strong and other.known


def _row(scene: Scene, head: Token | None, sentence: Span, *, doer: bool) -> list[Party]:
    return [_told(scene, one, sentence, doer=doer) for one in scene.row(head)] if head is not None else []


def _told(scene: Scene, head: Token, sentence: Span, *, doer: bool) -> Party:
    """A party; a pronoun gives way to what it means where that stands in the same sentence."""
    party = scene.doer(head) if doer else scene.party(head)
    mention = scene.mentions.get(party.token.idx)
    if mention is None or mention.form is not Form.PRONOUN:
        if party.token.lower_ in {"it", "they", "he", "she"} and mention is None:
            return _speaker(scene, party)
        return party
    if mention.antecedent is not None and sentence[0] <= mention.antecedent[0] < sentence[1]:
        span = scene.doc.char_span(*mention.antecedent, alignment_mode="expand")
        if span is not None:
            named = scene.party(span.root)
            return Party(span.root, named.span, known=True)
    if mention.antecedent is None:
        return _speaker(scene, party)
    return party


def _speaker(scene: Scene, party: Party) -> Party:
    """In what somebody says of "it" or "they", the speaker is often meant."""
    statement = scene.statement_at(party.token.idx)
    if statement is None or statement.speaker_head is None or statement.speaker is None:
        return Party(party.token, party.span, known=False)
    speaker = scene.token_at(statement.speaker_head[0])
    if speaker is None or party.token.lower_ not in {"it", "they", "he", "she", "we", "i"}:
        return Party(party.token, party.span, known=False)
    if scene.sentence(speaker.idx) != scene.sentence(party.token.idx):
        return Party(party.token, party.span, known=False)
    return Party(speaker, scene.phrase(speaker), known=party.token.lower_ in {"we", "i"})


def _power_at_place(scene: Scene, draft: Draft) -> Party | None:
    if draft.kind not in UNNAMED:
        return None
    place = _place_token(scene, draft)
    return scene.party(place) if place is not None else None


def place_of(scene: Scene, draft: Draft) -> Span | None:
    """The head word of the place that the clause names."""
    token = _place_token(scene, draft)
    return (token.idx, token.idx + len(token)) if token is not None else None


def _place_token(scene: Scene, draft: Draft) -> Token | None:
    roots = [draft.verb, *draft.trigger]
    for root in roots:
        for child in root.children:
            for prep in (child, *(child.children if child.dep_ in {"dobj", "prep"} else ())):
                if prep.dep_ == "prep" and prep.lower_ in PLACED:
                    found = _pobj(prep)
                    if found is not None and _is_place(scene, found):
                        return found
    return None


def _pobj(prep: Token) -> Token | None:
    return next((one for one in prep.children if one.dep_ == "pobj"), None)


def _is_place(scene: Scene, token: Token) -> bool:
    mention = scene.mentions.get(token.idx)
    if mention is not None and mention.form is Form.NAME:
        return mention.kind in PLACES
    return token.ent_type_ in {"GPE", "LOC", "FAC"}


def when_of(scene: Scene, draft: Draft, sentence: Span) -> Span | None:
    """The date of the clause: one that hangs on the event's words, else the only one of the sentence."""
    dates = scene.dates_in(sentence)
    if not dates:
        return None
    own = {token.i for root in (draft.verb, *draft.trigger) for token in _clause(root)}
    for date in dates:
        token = scene.token_at(date.span[0])
        if token is not None and token.i in own:
            return date.span
    return dates[0].span if len(dates) == 1 else None


def _clause(root: Token) -> Iterator[Token]:
    """The words below a verb or noun, without those of clauses below it."""
    queue = [root]
    while queue:
        current = queue.pop()
        yield current
        queue += [
            one
            for one in current.children
            if one.dep_ not in {"ccomp", "advcl", "relcl", "conj", "parataxis", "acl"} or one.pos_ == "NUM"
        ]
