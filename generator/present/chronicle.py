"""What happened and what is dated, in one order.

In: happenings and dates of the corpus. Out: `Entry` records in the order of time, then those without a place in the
calendar in the order of the texts. A date in the sentence of a happening is shown with it and not twice; how well a
date is known is drawn as an interval within its year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.model.findings import Anchor, Granularity
from generator.present.evidence import Passage, read_passage
from generator.present.happenings import HappeningLine, line_happening
from generator.present.items import MONTHS, DateLine, line_date, name_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.corpus import Evidence, Happening, TimelineEntry
    from generator.model.findings import DateRef
    from generator.present.addresses import Place
    from generator.present.briefing import Briefing

LONG = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
"""What has no month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How well a date is known: the part of its year that it can mean."""

    start: float
    length: float
    """Both in hundredths of the year."""
    before: bool
    """True where it reaches back beyond the year."""
    after: bool
    year_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A happening with its date, or a date alone."""

    id: str
    label: str
    """The date as it is known, or what the text says instead."""
    rule: str | None
    """How the date was read, where its words alone do not say it."""
    bar: Bar | None
    happening: HappeningLine | None
    passage: Passage
    date: DateLine | None
    """The date alone; `None` for a happening."""
    others: tuple[DateLine, ...]
    """Further dates in the happening's sentences."""
    anchors: tuple[str, ...]
    """Ids of the dates that are shown with it."""
    actors: tuple[str, ...]
    articles: tuple[str, ...]
    low: date | None
    high: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry before it is written out."""

    happening: Happening | None
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
        if self.happening:
            return self.happening.reports[0].trigger
        return self.entry.evidence if self.entry else None


def gather_entries(
    briefing: Briefing, happenings: Iterable[Happening], dates: Iterable[TimelineEntry]
) -> tuple[Draft, ...]:
    """Happenings and the dates that none of them holds: dated ones in the order of time, the others after them."""
    numbers = {article.id: number for number, article in enumerate(briefing.corpus.articles)}
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
        trigger = one.reports[0].trigger
        drafts.append(
            Draft(
                happening=one,
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
            happening=None,
            when=entry.date,
            entry=entry,
            others=(),
            anchors=(),
            spot=(numbers[entry.evidence.article], entry.evidence.span[0]),
        )
        for entry in dates
        if entry.id not in taken
    ]
    return tuple(sorted(drafts, key=_order))


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
    low = draft.when and (draft.when.lo or draft.when.hi)
    if draft.when is None or low is None:
        return True, 0, False, date.min, date.min, False, draft.spot
    high = draft.when.hi or date.max
    return False, low.year, month_of(draft.when) is not None, low, high, not draft.happening, draft.spot


def month_of(when: DateRef) -> int | None:
    """The month under whose heading a date stands; `None` where it is known by the year alone."""
    low = when.lo or when.hi
    if low is None or when.granularity in LONG:
        return None
    if when.lo and when.hi and (when.lo.month, when.lo.day, when.hi.month, when.hi.day) == (1, 1, 12, 31):
        return None
    return low.month


def write_entry(draft: Draft, briefing: Briefing, place: Place, above: Draft | None = None) -> Entry:
    """The entry as a page shows it; `above` is the one before it, from which its date may be counted."""
    happening = line_happening(draft.happening, briefing, place) if draft.happening else None
    alone = line_date(draft.entry, briefing, place) if draft.entry and not happening else None
    evidence = [report.trigger for report in draft.happening.reports] if draft.happening else []
    if draft.entry:
        evidence.append(draft.entry.evidence)
    found = draft.when
    label, rule = _label(draft, above)
    one = draft.happening
    parties = (one.agent, one.patient, one.place) if one else ()
    passage = happening.passage if happening else None
    if passage is None:
        assert draft.entry is not None
        passage = read_passage(draft.entry.evidence, briefing, place)
    return Entry(
        id=one.id if one else draft.entry.id if draft.entry else "",
        label=label,
        rule=rule,
        bar=draw_bar(found) if found else None,
        happening=happening,
        passage=passage,
        date=alone,
        others=tuple(line_date(other, briefing, place) for other in draft.others),
        anchors=draft.anchors,
        actors=tuple(dict.fromkeys(key for key in parties if key)) or _named(draft, briefing),
        articles=tuple(dict.fromkeys(held.article for held in evidence)),
        low=found.lo if found else None,
        high=found.hi if found else None,
    )


def _named(draft: Draft, briefing: Briefing) -> tuple[str, ...]:
    """The actors in the sentence of a date that stands alone."""
    where = draft.first
    if draft.happening or where is None:
        return ()
    return tuple(briefing.deeds.named_at.get((where.article, where.sentence), ()))


def _label(draft: Draft, above: Draft | None) -> tuple[str, str | None]:
    """The date as it is known, and how it was read where that does not go without saying."""
    found = draft.when
    if found is None:
        return "no date given", None
    words = draft.entry.evidence.quote if draft.entry else None
    counted = found.anchor in (Anchor.DOCUMENT, Anchor.NARRATIVE)
    known = name_date(found)
    if known:
        return known, found.rule if counted else None
    partial = _without_year(found)
    if partial:
        return partial, None
    said = f"“{words}”" if words else "not known"
    if found.anchor is Anchor.NARRATIVE and _follows(draft, above):
        after = "after the entry above"
        return (f"{after}, within days" if words and words.lower() == "within days" else f"{after}: {said}"), None
    return said, found.rule


def _follows(draft: Draft, above: Draft | None) -> bool:
    """True where the entry above is told before this one in the same article."""
    return above is not None and above.spot[0] == draft.spot[0] and above.spot < draft.spot


def _without_year(found: DateRef) -> str | None:
    """`15 September, year not given`."""
    parts = (found.edtf or "").split("-")
    if parts[0] != "XXXX" or len(parts) not in (2, 3) or not all(part.isdigit() for part in parts[1:]):
        return None
    if not 1 <= int(parts[1]) <= 12:
        return None
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 3:
        return f"{int(parts[2])} {month}, year not given"
    thirds = {"early": "early ", "mid": "mid-", "late": "late "}
    return f"{thirds.get(found.qualifier or '', '')}{month}, year not given"


def draw_bar(found: DateRef) -> Bar | None:
    """The part of the year that the date can mean; a date without a year has its month."""
    low, high = found.lo or found.hi, found.hi or found.lo
    if low is None or high is None:
        parts = (found.edtf or "").split("-")
        if len(parts) < 2 or parts[0] != "XXXX" or not parts[1].isdigit() or not 1 <= int(parts[1]) <= 12:
            return None
        start = (int(parts[1]) - 1) * 100 / 12
        return Bar(start=round(start, 1), length=8.3, before=False, after=False, year_known=False)
    start = _share(low)
    end = 100.0 if high.year > low.year else _share(high) + 100 / 366
    return Bar(
        start=round(start, 1),
        length=round(max(1.0, end - start), 1),
        before=found.lo is None,
        after=found.hi is None or high.year > low.year,
        year_known=True,
    )


def _share(day: date) -> float:
    return (day.timetuple().tm_yday - 1) * 100 / 366
