"""Statements marked by a verb or an adjective.

In: a `Ground`. Out: drafts, at most one a verb: the cue's licensed constructions are tried in the order clause,
phrase, quotation. A verb whose subject is no actor marks nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.extractors.statements.clauses import find_clause, is_infinitive
from generator.annotate.extractors.statements.drafts import Draft
from generator.annotate.extractors.statements.objects import FINDERS
from generator.annotate.extractors.statements.spans import noun_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from generator.annotate.extractors.statements.clauses import Found
    from generator.annotate.extractors.statements.drafts import Speaker
    from generator.annotate.extractors.statements.ground import Ground
    from generator.annotate.extractors.statements.lexicon import Cue
    from generator.annotate.extractors.statements.speakers import Voice
    from generator.model.article import Span

DUTIES = frozenset({"must", "should", "ought"})
AGENTLESS = frozenset({"clausal complement", "fronted clause", "described as", "infinitive", "urged to"})
"""Constructions that are told of even where nobody is named ("it is said that ...")."""


LONGEST_SENTENCE = 800
"""Tokens; beyond it a text has no sentence ends and its parse means nothing."""
SPOKEN = frozenset({"clausal complement", "fronted clause", "as-clause", "parenthesis", "quotation"})
"""Constructions in which a speech verb proves that its subject speaks."""


def find_verb_statements(ground: Ground) -> Iterator[Draft]:
    """One draft for each verb or adjective that marks a statement."""
    for token in ground.doc:
        if token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"} or not token.is_alpha:
            continue
        if len(ground.sentence_at(token)) > LONGEST_SENTENCE:
            continue
        for cue, words in entries_at(ground, token):
            draft = _draft(ground, token, cue, words)
            if draft is not None:
                yield draft
                break


def entries_at(ground: Ground, token: Token) -> Iterator[tuple[Cue, list[Token]]]:
    """The entries that fit a token, with the words they take up; the longest first."""
    lemma = ground.cues.lemma(token)
    if _otherwise(ground, token, lemma):
        return
    if token.pos_ in {"VERB", "AUX"}:
        for cue in ground.cues.verbs.get(lemma, ()):
            words = _tail(token, cue)
            if words is not None:
                yield cue, [token, *words]
    if (
        token.dep_ in {"acomp", "attr", "oprd", "conj", "ROOT", "amod", "ccomp", "advcl"}
        or token.tag_ == "VBN"
    ):
        for cue in ground.cues.adjectives.get(token.lower_, ()):
            words = _tail(token, cue)
            if words is not None:
                yield cue, [token, *words]


def _otherwise(ground: Ground, verb: Token, lemma: str) -> bool:
    """True where the words beside a verb give it another sense: "pleaded guilty", "blocked the road"."""
    words = ground.cues.otherwise.get(lemma)
    if words is None:
        return False
    beside = [
        c for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "acomp", "oprd", "advmod", "neg"}
    ]
    beside += [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj"]
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return any(one.lemma_.lower() in words or one.lower_ in words for one in [*beside, *after])


def _tail(verb: Token, cue: Cue) -> list[Token] | None:
    """The words of the entry's tail, found among what hangs on the verb or stands right behind it."""
    words: list[Token] = []
    at = verb
    for word in cue.tail:
        found = next(
            (c for c in at.children if c.i > verb.i and c.lower_ == word and c.dep_ in _TAILS),
            None,
        ) or next((c for c in verb.children if c.i > verb.i and c.lower_ == word and c.dep_ in _TAILS), None)
        if found is None:
            after = words[-1].i + 1 if words else verb.i + 1
            if after < len(verb.doc) and verb.doc[after].lower_ == word and verb.doc[after].dep_ in _TAILS:
                found = verb.doc[after]
        if found is None:
            return None
        words.append(found)
        at = found
    return words


_TAILS = frozenset(
    {"prt", "prep", "advmod", "dative", "dobj", "acomp", "ccomp", "oprd", "npadvmod", "advcl", "xcomp"}
)


def _draft(ground: Ground, verb: Token, cue: Cue, words: list[Token]) -> Draft | None:
    voice = ground.speakers.voice(verb)
    if voice is None:
        return None
    if voice.passive and verb.lower_ in ground.cues.adjectives and cue.base == verb.lower_:
        from generator.annotate.extractors.statements.speakers import Voice

        voice = Voice(voice.raised, relative=None)
    if _impersonal(verb, voice):
        return None
    speaker = ground.speakers.speaker(voice.subject, voice.relative, proven=True)
    if speaker is None and not (voice.passive and voice.subject is None):
        return None
    found = _content(ground, verb, cue, voice)
    if found is None and "quote" not in cue.takes:
        return None
    rule, content = found or ("quotation", [])
    if (
        speaker is not None
        and not ground.speakers.is_known(voice.subject)
        and not (
            (proves_speaker(cue) and rule in SPOKEN)
            or (rule == "fronted clause" and any(_quoted(ground, span) for span in content))
            or (voice.relative is not None and voice.relative.lower_ == "who")
        )
    ):
        return None
    if speaker is None and rule not in AGENTLESS:
        return None
    if rule not in SPOKEN and not _uttered(ground, verb, cue, speaker, rule):
        return None
    if speaker is not None:
        content = _without(content, speaker.span) if found and rule != "fronted clause" else content
    return Draft(
        anchor=verb.i,
        cue=cue_span(words),
        speaker=speaker,
        content=content,
        kind=cue.kind,
        rule="passive" if voice.passive else rule,
        negated=any(c.dep_ == "neg" for c in verb.children),
        quotable="quote" in cue.takes,
        region=_region(verb, voice, speaker, words),
    )


def _impersonal(verb: Token, voice: Voice) -> bool:
    """True where an empty "it" stands for the subject: "it is clear that ...", "when it comes to talking about ..."."""
    if voice.subject is None or voice.subject.lower_ != "it":
        return False
    governor = voice.subject.head
    return verb.pos_ == "ADJ" or (
        governor != verb and (governor.lemma_ == "be" or (governor.lemma_ == "come" and verb.tag_ == "VBG"))
    )


def _quoted(ground: Ground, span: Span) -> bool:
    """True where the words begin with a quotation: whoever stands beside it speaks."""
    return ground.quotation_at(span[0]) is not None


def _uttered(ground: Ground, verb: Token, cue: Cue, speaker: Speaker | None, rule: str) -> bool:
    """False where a phrase beside a verb is no utterance: what somebody must do, or what a treaty sets out."""
    if any(c.dep_ == "aux" and c.lower_ in DUTIES for c in verb.children):
        return False
    if (
        speaker is not None
        and rule == "object"
        and cue.kind == "says"
        and speaker.head.idx in ground.documents
    ):
        return ground.cues.lemma(speaker.head) in ground.cues.texts
    return not (verb.dep_ in {"xcomp", "ccomp"} and is_infinitive(verb) and controlled(verb))


def controlled(verb: Token) -> bool:
    """True for an infinitive that somebody else is urged or asked to do: "invites them to support"."""
    return any(c.dep_ in {"dobj", "dative"} and c.i < verb.i for c in verb.head.children) or (
        verb.dep_ == "ccomp" and any(c.dep_ == "nsubj" for c in verb.children)
    )


def proves_speaker(cue: Cue) -> bool:
    """True for cues whose subject can only be somebody: they take quotations and no facts."""
    return "quote" in cue.takes and "fact" not in cue.takes


def _content(ground: Ground, verb: Token, cue: Cue, voice: Voice) -> Found | None:
    if "clause" in cue.takes:
        found = find_clause(ground, verb, cue, voice)
        if found is not None and found[1]:
            return found
    for construction, finder in FINDERS:
        if construction in cue.takes:
            found = finder(ground, verb, cue, voice)
            if found is not None and found[1]:
                return found
    return None


def _without(content: list[Span], hole: Span) -> list[Span]:
    """Content without the speaker's own words, where the parser hangs them into it."""
    kept: list[Span] = []
    for start, end in content:
        if hole[1] <= start or end <= hole[0]:
            kept.append((start, end))
            continue
        kept += [(s, e) for s, e in ((start, hole[0]), (hole[1], end)) if s < e]
    return kept


def cue_span(words: list[Token]) -> Span:
    """From the first to the last word of the cue if they stand together, else the first word."""
    last = words[-1]
    if last.i - words[0].i > len(words):
        last = words[0]
    return words[0].idx, last.idx + len(last)


def _region(verb: Token, voice: Voice, speaker: Speaker | None, words: list[Token]) -> Span:
    """Characters from the speaker's first word, if it stands near, to the cue's last."""
    start, end = cue_span(words)
    if voice.subject is not None and speaker is not None:
        # "the paper quoted her as saying": the attribution begins with the paper.
        top = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else verb
        own = next((c for c in top.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if own is not None:
            left, right = noun_phrase(own)
            start, end = min(start, left), max(end, right)
    return start, end
