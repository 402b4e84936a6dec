"""What stands on the overview, chosen by rule.

In: everything. Out: a few statements, actors and dates. Each rule is plain enough to be told in a sentence, depends on
nothing but the corpus, and gives the same choice in every build.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.model.findings import ActorKind, Mode
from generator.present.briefing import first_told

if TYPE_CHECKING:
    from datetime import date

    from generator.model.corpus import Actor, ActorStatement, TimelineEntry
    from generator.present.briefing import Briefing

WORDS = 6
"""Key statements shown."""
ENOUGH = 6
"""Mentions of an actor in one article that count."""
CANDIDATES = 200
"""Most mentioned actors among whom the main ones are."""
WHO = 8
"""Actors shown."""
DATES = 5
TERMS = 10
SILENT = 12
REACH = 10
"""Number of articles above which a speaker gains no more weight."""
SHORT, LONG = 40, 260
"""Characters of a statement that can stand alone and is still read at a glance."""


def key_statements(briefing: Briefing) -> tuple[ActorStatement, ...]:
    """The statements of *In their words*.

    Candidates have a known speaker, are not negated and have 40 to 260 characters. Weightiest first: words in
    quotation marks before reported ones, then the more of the article's ten best keywords and of other actors
    they hold and the more articles mention the speaker, then the earlier one. Every speaker is heard once before any is heard twice, and no article gives
    two in a row while another one has something left for that round.
    """
    candidates = [
        one
        for one in first_told(briefing.corpus)
        if one.speaker in briefing.actors
        and one.content
        and not one.negated
        and SHORT <= sum(len(part.quote) for part in one.content) <= LONG
    ]
    order = {one.id: number for number, one in enumerate(candidates)}
    weights = {one.id: weigh(one, briefing) for one in candidates}
    left = sorted(candidates, key=lambda one: (-weights[one.id], order[one.id]))[: WORDS * 50]
    chosen: list[ActorStatement] = []
    heard: dict[str | None, int] = {}
    while left and len(chosen) < WORDS:
        last = chosen[-1].article if chosen else None
        best = min(left, key=lambda one: (heard.get(one.speaker, 0), one.article == last))
        chosen.append(best)
        left.remove(best)
        heard[best.speaker] = heard.get(best.speaker, 0) + 1
    return tuple(chosen)


def weigh(statement: ActorStatement, briefing: Briefing) -> int:
    """How much of what its article is about a statement holds; words in quotation marks come before all others."""
    text = " ".join(part.quote for part in statement.content).casefold()
    terms = [topic.term.casefold() for topic, _ in briefing.topics_in.get(statement.article, ())[:10]]
    quoted = 0 if statement.mode is Mode.INDIRECT else 100
    known = min(REACH, briefing.reach.get(statement.speaker or "", 0))
    return quoted + known + sum(term in text for term in terms) + len(statement.about)


def main_actors(briefing: Briefing) -> tuple[Actor, ...]:
    """The most mentioned actors that are neither mere places nor documents.

    One long article must not decide who matters: of its mentions only the first few count.
    """
    left_out = (ActorKind.PLACE, ActorKind.DOCUMENT)
    main = [actor for actor in briefing.corpus.actors if actor.mentions and actor.kind not in left_out]

    def weight(actor: Actor) -> tuple[int, int, str]:
        counts = Counter(mention.evidence.article for mention in actor.mentions)
        return -sum(min(count, ENOUGH) for count in counts.values()), -len(actor.mentions), actor.id

    return tuple(sorted(main[:CANDIDATES], key=weight)[:WHO])


def main_dates(briefing: Briefing) -> tuple[tuple[TimelineEntry, ...], ...]:
    """The dates that most articles name, finer and later ones first where equal; given in the order of time."""
    groups: defaultdict[tuple[date, date], list[TimelineEntry]] = defaultdict(list)
    for entry in briefing.corpus.timeline:
        if entry.date.lo and entry.date.hi:
            groups[entry.date.lo, entry.date.hi].append(entry)
    spread = {span: Counter(one.evidence.article for one in found) for span, found in groups.items()}
    ranked = sorted(groups, key=lambda span: (-len(spread[span]), span[1] - span[0], -span[0].toordinal()))
    return tuple(tuple(groups[span]) for span in sorted(ranked[:DATES]))
