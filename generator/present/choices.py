"""What stands on the overview, chosen by rule.

In: everything. Out: a few statements, actors and dates. Each rule is plain enough to be told in a sentence, depends on
nothing but the corpus, and gives the same choice in every build.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.model.findings import ActorKind, Modality, Mode
from generator.present.chronicle import gather_entries
from generator.present.happenings import told_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.model.corpus import Actor, ActorStatement, Happening, TimelineEntry
    from generator.present.briefing import Briefing
    from generator.present.chronicle import Draft

ENOUGH = 6
"""Mentions of an actor in one article that count."""
CANDIDATES = 200
"""Most mentioned actors among whom the main ones are."""
WHO = 8
"""Actors shown."""
DECADE = timedelta(days=3653)
"""Longest time that says when something was."""
EVENTS = 5
FEWEST = 3
"""Entries below which a date may stand there whose sentence stands on the page already."""
LATEST = 2
"""Happenings of the latest dates that stand among the main ones in any case."""
TOLD = (Modality.ASSERTED, Modality.REPORTED)
TERMS = 8
SILENT = 8
Spot = tuple[str, str]
"""Article and sentence."""
REACH = 10
"""Number of articles above which a speaker gains no more weight."""


def weigh(statement: ActorStatement, briefing: Briefing) -> int:
    """How much of what its article is about a statement holds; words in quotation marks come before all others."""
    text = " ".join(part.quote for part in statement.content).casefold()
    terms = [topic.term.casefold() for topic, _ in briefing.topics_in.get(statement.article, ())[:10]]
    quoted = 0 if statement.mode is Mode.INDIRECT else 100
    reach = briefing.reach.get(statement.speaker or "")
    known = min(REACH, reach.number if reach else 0)
    return quoted + known + sum(term in text for term in terms) + len(statement.about)


def main_actors(briefing: Briefing) -> tuple[Actor, ...]:
    """The most mentioned actors that are neither mere places nor documents.

    One long article must not decide who matters: of its mentions only the first few count, and a text that was copied
    counts as often as the copy that mentions the actor most.
    """
    left_out = (ActorKind.PLACE, ActorKind.DOCUMENT)
    stands_for = briefing.comparing.made.stands_for
    main = [actor for actor in briefing.corpus.actors if actor.mentions and actor.kind not in left_out]

    def weight(actor: Actor) -> tuple[int, int, str]:
        counts = Counter(mention.evidence.article for mention in actor.mentions)
        texts: dict[str, int] = {}
        for article, count in counts.items():
            text = stands_for.get(article, article)
            texts[text] = max(texts.get(text, 0), min(count, ENOUGH))
        return -sum(texts.values()), -len(actor.mentions), actor.id

    return tuple(sorted(main[:CANDIDATES], key=weight)[:WHO])


def main_happenings(briefing: Briefing, taken: Collection[Spot]) -> tuple[Draft, ...]:
    """What happened, for the overview: the latest and the main ones, in the order of time.

    Happenings that are plain and told as having happened, or as reported; those come first that most articles tell,
    then those with a date, then those with both sides known and those whose sides most articles name. The two latest
    ones of those that have a calendar date are kept in any case. Mere dates fill what is left: those with a place in the
    calendar, then the others; and where nothing plain is told, doubtful happenings. A sentence stands once, and not
    where it stands on the page already, unless there is next to nothing else.
    """
    told = [one for one in briefing.corpus.happenings if one.modality in TOLD and (one.agent or one.patient)]
    plain = [one for one in told if one.confident]
    latest = [one for one in plain if _is_placed(one)]
    latest.sort(key=lambda one: one.date.lo if one.date and one.date.lo else date.min, reverse=True)
    ranked = sorted(
        plain or told,
        key=lambda one: (
            -one.articles,
            not _is_placed(one),
            one.agent is None or one.patient is None,
            one.modality is not Modality.ASSERTED,
            -_reach(one, briefing),
        ),
    )
    kept: list[Happening] = []
    # By their words: a sentence that several articles share stands once as well.
    sentences = {_sentence(spot, briefing) for spot in taken}
    for one in (*latest[:LATEST], *ranked):
        trigger = told_in(one).trigger
        words = _sentence((trigger.article, trigger.sentence), briefing)
        if len(kept) == EVENTS:
            break
        if words not in sentences:
            kept.append(one)
            sentences.add(words)
    named = [*main_dates(briefing), *(one for one in briefing.corpus.timeline if not one.date.lo)]
    fresh: list[TimelineEntry] = []
    again: list[TimelineEntry] = []
    for entry in named:
        if len(kept) + len(fresh) >= EVENTS:
            break
        words = _sentence((entry.evidence.article, entry.evidence.sentence), briefing)
        (again if words in sentences else fresh).append(entry)
    lacking = max(0, FEWEST - len(kept) - len(fresh))
    return gather_entries(briefing, kept, [*fresh, *again[:lacking]])


def _sentence(spot: Spot, briefing: Briefing) -> str:
    """The words of a sentence, in small letters."""
    found = briefing.sentence(*spot)
    return briefing.articles[spot[0]].quote(found.span).casefold() if found else ""


def _is_placed(one: Happening) -> bool:
    """Whether it has a place in the calendar that says when it was: a decade at most, not a century."""
    if one.date is None or one.date.lo is None:
        return False
    return one.date.hi is None or one.date.hi - one.date.lo <= DECADE


def _reach(one: Happening, briefing: Briefing) -> int:
    """How widely those who take part are known in the dossier."""
    return sum(
        briefing.reach[key].number for key in (one.agent, one.patient) if key and key in briefing.reach
    )


def main_dates(briefing: Briefing) -> tuple[TimelineEntry, ...]:
    """The dates with a place in the calendar, one mention of each: first those that most articles name, finer and later ones first where equal."""
    groups: defaultdict[tuple[date, date], list[TimelineEntry]] = defaultdict(list)
    for entry in briefing.corpus.timeline:
        if entry.date.lo and entry.date.hi:
            groups[entry.date.lo, entry.date.hi].append(entry)
    spread = {
        span: briefing.comparing.count(one.evidence.article for one in found)
        for span, found in groups.items()
    }
    ranked = sorted(groups, key=lambda span: (-spread[span], span[1] - span[0], -span[0].toordinal()))
    return tuple(groups[span][0] for span in ranked)
