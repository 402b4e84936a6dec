"""What happened and what is dated, in one order.

In: happenings and dates of the corpus. Out: `Entry` records in the order of time, then those without a place in the
calendar in the order of the texts. A date in the sentence of a happening is shown with it and not twice; how well a
date is known is drawn as an interval within its year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from generator.model.findings import Anchor
from generator.present.evidence import SIDE, Passage, end_of, read_passage, shorten
from generator.present.happenings import HappeningLine, line_happening, told_in
from generator.present.items import DateLine, line_date, name_date
from generator.present.marks import Mark, cut
from generator.present.precision import Bar, draw_bar, month_of, name_without_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.corpus import Evidence, Happening, TimelineEntry
    from generator.model.findings import DateRef
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a sentence."""

    text: str
    meant: bool
    """True for the words that tell the happening, or give the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one sentence tells of one time: happenings with their date, or a date alone."""

    id: str
    label: str | None
    """The date as it is known, or what the text says instead; `None` where it says nothing."""
    rule: str | None
    """How the date was read, where its words alone do not say it."""
    bar: Bar | None
    deeds: tuple[HappeningLine, ...]
    stretches: tuple[Stretch, ...]
    """The sentence, the words that tell it marked."""
    passage: Passage
    bare: DateLine | None
    """The date alone; `None` where something happens."""
    others: tuple[DateLine, ...]
    """Further dates in the sentences."""
    anchors: tuple[str, ...]
    """Ids of the dates that are shown with it."""
    actors: tuple[str, ...]
    articles: tuple[str, ...]
    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry before it is written out."""

    happenings: tuple[Happening, ...]
    when: DateRef | None
    entry: TimelineEntry | None
    """The date of the text that gave `when`; `None` where a happening has no date of its own."""
    others: tuple[TimelineEntry, ...]
    anchors: tuple[str, ...]
    """Ids of dates that no other entry bears."""
    spot: tuple[int, int]
    """Number of the article and first character: the order of the texts."""

    @property
    def first(self) -> Evidence | None:
        """Where it stands in the texts."""
        if self.happenings:
            return told_in(self.happenings[0]).trigger
        return self.entry.evidence if self.entry else None


def gather_entries(
    briefing: Briefing, happenings: Iterable[Happening], dates: Iterable[TimelineEntry]
) -> tuple[Draft, ...]:
    """Happenings and the dates that none of them holds: dated ones in the order of time, the others after them."""
    numbers = briefing.deeds.numbers
    taken: set[str] = set()
    drafts: list[Draft] = []
    for one in happenings:
        spots = dict.fromkeys((report.article, report.trigger.sentence) for report in one.reports)
        within = [entry for spot in spots for entry in briefing.deeds.dates_at.get(spot, ())]
        own = [entry for entry in within if one.date and _same(entry.date, one.date)]
        others = [
            entry
            for entry in within
            if entry.id not in taken and entry not in own and not _claimed(entry, one, briefing)
        ]
        trigger = told_in(one).trigger
        drafts.append(
            Draft(
                happenings=(one,),
                when=one.date,
                entry=own[0] if own else None,
                others=tuple(others),
                anchors=tuple(entry.id for entry in (*own, *others) if entry.id not in taken),
                spot=(numbers[trigger.article], trigger.span[0]),
            )
        )
        taken.update(entry.id for entry in (*own, *others))
    drafts += [
        Draft(
            happenings=(),
            when=entry.date,
            entry=entry,
            others=(),
            anchors=(),
            spot=(numbers[entry.evidence.article], entry.evidence.span[0]),
        )
        for entry in dates
        if entry.id not in taken
    ]
    return _joined(sorted(drafts, key=_order))


def _joined(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """One entry where a sentence tells several happenings of the same time, one after the other."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last and last.happenings and draft.happenings and _together(last, draft):
            joined[-1] = replace(
                last,
                happenings=(*last.happenings, *draft.happenings),
                others=(*last.others, *draft.others),
                anchors=(*last.anchors, *draft.anchors),
            )
        else:
            joined.append(draft)
    return tuple(joined)


def _together(one: Draft, other: Draft) -> bool:
    mine, its = one.first, other.first
    same = mine and its and (mine.article, mine.sentence) == (its.article, its.sentence)
    if one.when is None or other.when is None:
        return bool(same) and one.when is other.when
    return bool(same) and _same(one.when, other.when)


def _same(one: DateRef, other: DateRef) -> bool:
    if one.lo or one.hi or other.lo or other.hi:
        return (one.lo, one.hi) == (other.lo, other.hi)
    return (one.span, one.edtf) == (other.span, other.edtf)


def _claimed(entry: TimelineEntry, by: Happening, briefing: Briefing) -> bool:
    """True where another happening of the same sentence has this date for its own."""
    spot = (entry.evidence.article, entry.evidence.sentence)
    return any(
        one.date is not None and _same(one.date, entry.date)
        for one in briefing.deeds.at.get(spot, ())
        if one.id != by.id
    )


def _order(draft: Draft) -> tuple[bool, int, bool, date, date, bool, tuple[int, int]]:
    """In the order of time, a year before its months; without a date, in the order of the texts."""
    found = draft.when
    low = (found.lo or found.hi) if found else None
    if found is None or low is None:
        return True, 0, False, date.min, date.min, False, draft.spot
    high = found.hi or date.max
    return False, low.year, month_of(found) is not None, low, high, not draft.happenings, draft.spot


def weightiest(drafts: Sequence[Draft], most: int) -> Sequence[Draft]:
    """The weightiest, in their order: what happened before mere dates, plain before doubtful ones."""
    if len(drafts) <= most:
        return drafts

    def weight(number: int) -> tuple[bool, bool, int, int]:
        held = drafts[number].happenings
        plain = any(one.confident for one in held)
        return not held, not plain, -max((one.articles for one in held), default=0), number

    return [drafts[number] for number in sorted(sorted(range(len(drafts)), key=weight)[:most])]


def write_entry(draft: Draft, briefing: Briefing, place: Place, above: Draft | None = None) -> Entry:
    """The entry as a page shows it; `above` is the one before it, from which its date may be counted."""
    where = draft.first
    assert where is not None, "an entry rests on a sentence"
    deeds = tuple(line_happening(one, briefing, place) for one in draft.happenings)
    evidence = [report.trigger for one in draft.happenings for report in one.reports]
    evidence += [draft.entry.evidence] if draft.entry else []
    passage = read_passage(where, briefing, place)
    triggers = [told_in(one).trigger for one in draft.happenings] or [where]
    label, rule = _label(draft, above)
    parties = (key for one in draft.happenings for key in (one.agent, one.patient, one.place) if key)
    return Entry(
        id=draft.happenings[0].id if draft.happenings else draft.entry.id if draft.entry else "",
        label=label,
        rule=rule,
        bar=draw_bar(draft.when) if draft.when else None,
        deeds=deeds,
        stretches=_stretches(triggers, passage, briefing),
        passage=passage,
        bare=line_date(draft.entry, briefing, place) if draft.entry and not deeds else None,
        others=tuple(line_date(other, briefing, place) for other in draft.others),
        anchors=(*(one.id for one in draft.happenings[1:]), *draft.anchors),
        actors=tuple(dict.fromkeys(parties)) or _named(draft, briefing),
        articles=tuple(dict.fromkeys(held.article for held in evidence)),
        low=draft.when.lo if draft.when else None,
        high=draft.when.hi if draft.when else None,
    )


def _stretches(triggers: Iterable[Evidence], passage: Passage, briefing: Briefing) -> tuple[Stretch, ...]:
    """The sentence with every word marked that tells something; a very long one is shortened as elsewhere."""
    held = list(triggers)
    short = tuple(
        Stretch(text=text, meant=meant)
        for text, meant in ((passage.before, False), (passage.quote, True), (passage.after, False))
        if text
    )
    sentence = briefing.sentence(held[0].article, held[0].sentence)
    if sentence is None or sentence.span[1] - sentence.span[0] > 2 * SIDE or len(held) == 1:
        return short
    article = briefing.articles[held[0].article]
    pieces = cut(sentence.span, [Mark(one.span, True) for one in held])
    return tuple(Stretch(text=article.quote(one.span), meant=bool(one.marks)) for one in pieces)


def near_the_words(stretches: tuple[Stretch, ...], most: int) -> tuple[Stretch, ...]:
    """The marked words with as much of the sentence around them as `most` characters hold, cut at words."""
    marked = [number for number, one in enumerate(stretches) if one.meant]
    if not marked or sum(len(one.text) for one in stretches) <= most:
        return stretches
    first, last = marked[0], marked[-1] + 1
    before, after = ("".join(one.text for one in part) for part in (stretches[:first], stretches[last:]))
    room = max(0, most - sum(len(one.text) for one in stretches[first:last]))
    # What one side does not need is the other's.
    left = max(room // 2, room - len(after))
    sides = end_of(before, left), shorten(after, max(room - len(before), room - left))
    begun, ended = (Stretch(text=text, meant=False) for text in sides)
    return tuple(one for one in (begun, *stretches[first:last], ended) if one.text)


def _named(draft: Draft, briefing: Briefing) -> tuple[str, ...]:
    """The actors in the sentence of a date that stands alone."""
    where = draft.first
    if draft.happenings or where is None:
        return ()
    return tuple(briefing.deeds.named_at.get((where.article, where.sentence), ()))


def _label(draft: Draft, above: Draft | None) -> tuple[str | None, str | None]:
    """The date as it is known, and how it was read where that does not go without saying."""
    found = draft.when
    if found is None:
        return None, None
    words = draft.entry.evidence.quote if draft.entry else None
    counted = found.anchor in (Anchor.DOCUMENT, Anchor.NARRATIVE)
    known = name_date(found)
    if known:
        return known, found.rule if counted else None
    partial = name_without_year(found)
    if partial:
        return partial, None
    said = f"“{words}”" if words else "not known"
    if found.anchor is Anchor.NARRATIVE and _follows(draft, above):
        after = "after the entry above"
        return (
            f"{after}, within days" if words and words.lower() == "within days" else f"{after}: {said}"
        ), None
    return said, found.rule


def _follows(draft: Draft, above: Draft | None) -> bool:
    """True where the entry above is told before this one in the same article."""
    return above is not None and above.spot[0] == draft.spot[0] and above.spot < draft.spot
