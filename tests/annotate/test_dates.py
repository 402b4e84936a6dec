"""Dates mean what the text says of them, and no more."""

from __future__ import annotations

import hashlib
import re
import time
from datetime import date
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.annotate.extractors import dates
from generator.annotate.extractors.dates import RULES, moments
from generator.annotate.extractors.dates.places import Places
from generator.annotate.language import read_doc, read_sentences
from generator.annotate.reading import Reading
from generator.model.article import Article, Paragraph, TitleOrigin
from generator.model.findings import Anchor, Granularity
from generator.settings import AnnotateSettings

if TYPE_CHECKING:
    from generator.model.findings import DateRef

FRIDAY = date(2023, 9, 29)


def find(text: str, published: date | None = FRIDAY) -> tuple[DateRef, ...]:
    article = Article(
        id="text",
        path="text.txt",
        title="Text",
        title_origin=TitleOrigin.FIRST_SENTENCE,
        text=text,
        paragraphs=tuple(Paragraph(span=match.span()) for match in re.finditer(r"[^\n]+", text)),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        published=published,
    )
    chosen = AnnotateSettings()
    doc = read_doc(article, chosen.model)
    reading = Reading(article, doc, read_sentences(article, doc), "en", chosen, MappingProxyType({}))
    return dates.EXTRACTOR.find(reading)


def values(text: str, published: date | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [(text[slice(*found.span)], found.value) for found in find(text, published)]


def only(text: str, published: date | None = FRIDAY) -> DateRef:
    found = find(text, published)
    assert len(found) == 1, values(text, published)
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The dam broke on 29 September 2023.", "29 September 2023", "2023-09-29"),
        ("The dam broke on September 29, 2023.", "September 29, 2023", "2023-09-29"),
        ("The dam broke on Sept. 29, 2023.", "Sept. 29, 2023", "2023-09-29"),
        ("The dam broke on the 3rd of May 1998.", "3rd of May 1998", "1998-05-03"),
        ("The dam broke on Friday, 29 September 2023.", "Friday, 29 September 2023", "2023-09-29"),
        ("The dam broke on 2023-09-29.", "2023-09-29", "2023-09-29"),
        ("The dam broke on 29/9/2023.", "29/9/2023", "2023-09-29"),
        ("The dam broke on 9/29/2023.", "9/29/2023", "2023-09-29"),
        ("The dam broke in September 2023.", "September 2023", "2023-09"),
        ("The dam broke in 1987.", "1987", "1987"),
        ("The dam broke in the 1990s.", "1990s", "199X"),
        ("The dam broke in the nineties.", "nineties", "199X"),
        ("The dam was built in the 19th century.", "19th century", "18XX"),
        ("The dam was built in the nineteenth century.", "nineteenth century", "18XX"),
        ("The dam broke in spring 2020.", "spring 2020", "2020-21"),
        ("The dam broke in the autumn of 2020.", "autumn of 2020", "2020-23"),
        ("The dam broke in the second quarter of 2020.", "second quarter of 2020", "2020-34"),
        ("The dam was closed 2014\u20132016 for repairs.", "2014\u20132016", "2014/2016"),
        ("The dam was closed from 2014 to 2016.", "2014 to 2016", "2014/2016"),
        ("The dam was closed 3-5 May 2021.", "3-5 May 2021", "2021-05-03/2021-05-05"),
        ("The dam was closed from March to May 2020.", "March to May 2020", "2020-03/2020-05"),
        ("The dam was closed from 30 December 2019 to 2 January 2020.", None, "2019-12-30/2020-01-02"),
    ],
)
def test_a_date_in_full_needs_nothing_else(text: str, words: str | None, value: str) -> None:
    """Whatever its form, it is read alike with and without a date of publication."""
    for published in (FRIDAY, None):
        found = only(text, published)
        assert found.value == value
        assert found.anchor is Anchor.EXPLICIT
        assert words is None or text[slice(*found.span)] == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor resigned yesterday.", "2023-09-28"),
        ("The mayor resigns today.", "2023-09-29"),
        ("The mayor will resign tomorrow.", "2023-09-30"),
        ("The mayor resigned the day before yesterday.", "2023-09-27"),
        ("The mayor resigned on Tuesday.", "2023-09-26"),
        ("The mayor will resign on Tuesday.", "2023-10-03"),
        ("The mayor resigned last Friday.", "2023-09-22"),
        ("The mayor will resign next Friday.", "2023-10-06"),
        ("The mayor resigned three days ago.", "2023-09-26"),
        ("The mayor resigned two months ago.", "2023-07"),
        ("The mayor resigned five years ago.", "2018"),
        ("The mayor resigned last month.", "2023-08"),
        ("The mayor resigned last year.", "2022"),
        ("The mayor resigned last week.", "2023-09-18/2023-09-24"),
        ("The mayor resigned on 3 May.", "2023-05-03"),
        ("The mayor resigned in November.", "2022-11"),
        ("The mayor will resign in November.", "2023-11"),
        ("The mayor will resign on 2 January.", "2024-01-02"),
        ("The mayor resigned in January of last year.", "2022-01"),
        ("The mayor resigned last summer.", "2023-22"),
    ],
)
def test_what_is_missing_is_counted_from_the_publication(text: str, value: str) -> None:
    """The tense decides the direction; the rule says that the date of publication was used."""
    found = only(text)
    assert found.value == value
    assert found.anchor is Anchor.DOCUMENT
    assert "publication" in found.rule


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mayor resigned yesterday.", None),
        ("The mayor resigned on Tuesday.", None),
        ("The mayor resigned two weeks ago.", None),
        ("The mayor resigned last year.", None),
        ("The mayor resigned in September.", "XXXX-09"),
        ("The mayor resigned in mid-September.", "XXXX-09"),
        ("The mayor resigned on 3 September.", "XXXX-09-03"),
    ],
)
def test_without_a_publication_date_the_rest_stays_unknown(text: str, edtf: str | None) -> None:
    """Nothing is counted from the day of the build: no first day, no last day, no value."""
    found = only(text, None)
    assert (found.lo, found.hi, found.value) == (None, None, None)
    assert found.edtf == edtf
    assert found.anchor is Anchor.NONE


def test_mid_month_is_its_second_ten_days() -> None:
    """The bounds are approximate, the month is the value, and the rule says where the year is from."""
    found = only("The ministry described an operation in mid-September.")
    assert (found.lo, found.hi) == (date(2023, 9, 11), date(2023, 9, 20))
    assert found.edtf == "2023-09-11~/2023-09-20~"
    assert (found.value, found.qualifier, found.anchor) == ("2023-09", "mid", Anchor.DOCUMENT)
    assert "year taken from the date of publication" in found.rule


def test_within_days_is_counted_from_the_date_before_it() -> None:
    """An earlier date of the text is the anchor; without its year, both stay open."""
    text = "In mid-September troops crossed the river. Within days, a truce was signed."
    _, within = find(text)
    assert (within.anchor, within.qualifier) == (Anchor.NARRATIVE, "within")
    assert within.lo == date(2023, 9, 11)
    assert within.hi is not None
    assert within.hi > date(2023, 9, 20)
    _, within = find(text, None)
    assert (within.lo, within.hi, within.edtf, within.anchor) == (None, None, None, Anchor.NARRATIVE)


@pytest.mark.parametrize(
    ("second", "value"),
    [
        ("The following day, it was closed.", "2021-05-04"),
        ("The day before, it had been inspected.", "2021-05-02"),
        ("Two days later, it was closed.", "2021-05-05"),
        ("It was closed the same day.", "2021-05-03"),
        ("It was rebuilt the following year.", "2022"),
        ("A year earlier, it had been praised.", "2020"),
    ],
)
def test_a_story_counts_from_its_own_dates(second: str, value: str) -> None:
    """The anchor is the date in the text, not the publication."""
    found = find(f"The bridge fell on 3 May 2021. {second}")
    assert (found[1].value, found[1].anchor) == (value, Anchor.NARRATIVE)


def test_a_story_without_a_date_gives_no_anchor() -> None:
    """A "following day" with nothing before it is shown as not known, publication or not."""
    found = only("The bridge fell. The following day, it was closed.")
    assert (found.lo, found.value, found.anchor) == (None, None, Anchor.NONE)


def test_a_year_may_name_an_event() -> None:
    """The "2020 war" is dated by its year, and the rule says so."""
    text = "The report recalls losses during the 2020 war."
    found = only(text, None)
    assert text[slice(*found.span)] == "2020"
    assert (found.value, found.granularity) == ("2020", Granularity.YEAR)
    assert "names an event" in found.rule


def test_a_year_at_the_start_of_a_sentence_holds_for_its_days() -> None:
    """A year that opens a sentence completes the months and days after it in the same sentence."""
    found = find("In 2014, the strike began on 3 May and ended in June.")
    assert [one.value for one in found] == ["2014", "2014-05-03", "2014-06"]
    assert found[1].anchor is Anchor.NARRATIVE


@pytest.mark.parametrize(
    ("text", "qualifier", "edtf"),
    [
        ("The road has been closed since 2014.", "since", "2014/.."),
        ("The road will be closed until 2030.", "until", "../2030"),
        ("The road will be rebuilt by May 2030.", "by", "../2030-05"),
        ("The road was safe before 1 May 2019.", "before", "../2019-05-01"),
        ("The road was built around 1950.", "about", "1950~"),
        ("The road was built in early 2019.", "early", "2019-01~/2019-04~"),
        ("The road was built in the late 1990s.", "late", "1997~/1999~"),
        ("The road was closed earlier this year.", "early", "2023-01-01/2023-09-29"),
    ],
)
def test_words_around_a_date_qualify_it(text: str, qualifier: str, edtf: str) -> None:
    """The qualifier is kept and the open end or the narrowed part stands in EDTF."""
    found = only(text)
    assert (found.qualifier, found.edtf) == (qualifier, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "Trains run daily and trams every Monday.",
        "Theresa May spoke first, and May was heard.",
        "They may march in silence.",
        "The marchers march on.",
        "Version 3.11.2 replaces version 2.0.2019 of the program.",
        "The hosts won 3-2 and then 21-19.",
        "Call 555-2020-1999 or +44 20 7946 0018.",
        "The day after tomorrow's vote is not planned yet.",
        "A school for tomorrow's leaders was opened.",
        "Some 2,000 people and 1990 soldiers took part.",
        "The hall seats 1900 people and measures 1800 metres.",
        "The council adopted Resolution 1973 without debate.",
        "Shops prepare for Black Friday.",
        "She read the Sunday Times.",
        "The road was built in two weeks.",
        "He is in his early thirties.",
        "The date 3/4/2023 has two readings.",
        "The form says 31 February 2020.",
        "It is the lowest rate in ten years and it keeps falling.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """Habits, names, verbs, versions, scores, numbers, amounts, durations and impossible days are left alone."""
    assert values(text) == []


def test_spans_are_exact_and_do_not_overlap() -> None:
    """Each span holds the words of one date, and they come in the order of the text."""
    text = "On Monday, 3 May 2021, and on 5 June, talks failed; in 2022 and last week they resumed."
    found = find(text)
    assert [text[slice(*one.span)] for one in found] == ["Monday, 3 May 2021", "5 June", "2022", "last week"]
    spans = [one.span for one in found]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_the_day_of_the_build_plays_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the machine is never asked."""

    def refuse(*_: object) -> float:
        message = "the clock was asked"
        raise AssertionError(message)

    text = "It happened yesterday, on Tuesday, last year and in March."
    expected = find(text, None)
    monkeypatch.setattr(time, "time", refuse)
    assert find(text, None) == expected


def check(found: tuple[DateRef, ...], text: str) -> None:
    for one in found:
        start, end = one.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert one.rule
        if one.edtf is not None:
            parse_edtf(one.edtf)
        if one.value is not None:
            parse_edtf(one.value)
        if one.lo is not None and one.hi is not None:
            assert one.lo <= one.hi


@pytest.mark.parametrize("published", [None, date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])
def test_the_ends_of_the_calendar_are_safe(published: date | None) -> None:
    """No count runs over the first or last day that a calendar can hold."""
    text = (
        "On 31 December 9999, 9999-12-31 and 29 February it ended. Within days, two centuries later and the following day "
        "it began. A hundred years ago, 999 years ago, last year, next year, last week, this weekend, tomorrow, yesterday, "
        "next month, in recent decades, over the past 900 years, next winter, in late December, on Monday, "
        "in the 2nd century and 9990s. It will start in 999 decades."
    )
    check(find(text, published), text)


PIECES = [
    "mid-", "early ", "late ", "in ", "since ", "the ", "last ", "next ", "this ", "May", "March ", "Sept. ", "September",
    " 29", ", ", "2023", "1990s", " 3rd ", "-", "\u2013", "/", "Tuesday", "two ", "weeks ", "ago", "later", " day ",
    "following ", "within ", "days", "year", "century", "19th ", "from ", " to ", "and ", "31", "30 February", "9999",
    "0000", "yesterday", "tomorrow", "'s ", "summer ", "first quarter of ", ".", "\n", "\u0130", "\U0001f600",
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from([None, FRIDAY]))
def test_any_mixture_gives_valid_dates(text: str, published: date | None) -> None:
    """Whatever the words, nothing raises and every EDTF string is one to the edtf package."""
    check(find(text, published), text)


@settings(max_examples=40, deadline=None)
@given(st.dates(), st.integers(1, 3), st.sampled_from(["day", "month", "year", "decade", "century"]))
def test_every_moment_is_valid_edtf(day: date, third: int, unit: str) -> None:
    """All units of the calendar, and their thirds, can be written and hold their day."""
    made = {
        "day": moments.on(day),
        "month": moments.month_of(day.year, day.month),
        "year": moments.year_of(day.year),
        "decade": moments.decade_of(day.year // 10 * 10),
        "century": moments.century_of(day.year // 100 + 1),
    }[unit]
    for moment in (made, moments.third_of(made, third) if made else None):
        if moment is not None:
            assert moment.lo is not None
            assert moment.hi is not None
            parse_edtf(str(moment.edtf))
            parse_edtf(str(moment.value))
    assert made is None or (made.lo or day) <= day <= (made.hi or day)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "12 ",
        "2020-",
        "May ",
        "3-",
        "early ",
        " ",
        "\n",
        "the last ",
        "a few ",
        "twenty",
        "1/1/",
        "from May to ",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    """Fifty thousand characters of it are searched by all rules within seconds."""
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    for rule in RULES:
        assert sum(1 for _ in rule.pattern.finditer(text)) >= 0
    assert time.process_time() - start < 20


def test_no_rule_misses_a_place_for_its_hints() -> None:
    """Searching around hints finds what searching everywhere finds."""
    text = (
        (
            "On 3 May 2021, in early 2019, the 1990s, the nineties, the 19th century, Q1 2020, spring 2020, 2014-2016, fiscal "
            "2018, yesterday, last night, two days ago, earlier this year, over the past week, in two weeks, that night, the day "
            "before, a year later, within days, from March to May, last June, on Tuesday, next winter and January of last year. "
        )
        + "x " * 300
        + "It was closed until 5 June."
    )
    places = Places(text)
    for rule in RULES:
        everywhere = [match.span() for match in rule.pattern.finditer(text)]
        around = [
            match.span()
            for start, end in places.around(rule.hints)
            for match in rule.pattern.finditer(text, start, end)
        ]
        assert around == everywhere


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Profit fell in the third quarter.", "the third quarter", "2023-35"),
        ("Sales rose in Q2.", "Q2", "2023-34"),
        ("It will open in the first quarter of next year.", "the first quarter of next year", "2024-33"),
        ("In the first half of last year output rose.", "the first half of last year", "2022-40"),
        ("Last quarter was poor.", "Last quarter", "2023-34"),
        ("Last winter was cold.", "Last winter", "2022-24"),
        ("They met in the summer.", "the summer", "2023-22"),
        ("In the fall, voters will choose.", "the fall", "2023-23"),
        ("The truce held until Easter.", "Easter", "2023-04-09"),
        ("On Good Friday 2019 the church burned.", "Good Friday 2019", "2019-04-19"),
        ("She died on New Year's Eve.", "New Year's Eve", "2022-12-31"),
        ("They will meet after Christmas.", "Christmas", "2023-12-25"),
        ("On Orthodox Easter, 2021 bells rang.", "Orthodox Easter, 2021", "2021-05-02"),
    ],
)
def test_quarters_seasons_and_holidays_find_their_year(text: str, words: str, value: str) -> None:
    """What lacks its year takes it from the tense and the date of publication; Easter is computed."""
    found = only(text)
    assert (text[slice(*found.span)], found.value) == (words, value)
    assert found.edtf is not None
    assert found.qualifier in {None, "until", "after"}
    parse_edtf(found.edtf)


@pytest.mark.parametrize(
    "text",
    [
        "They scored in the third quarter of the game.",
        "The first half was dull.",
        "She bought a Christmas tree.",
        "He sailed to Christmas Island.",
        "In the fall of the government nobody died.",
        "They swim in the summer months.",
        "Storks leave in winter.",
        "Ms Easter said no.",
    ],
)
def test_what_only_sounds_like_a_part_of_the_year_is_no_date(text: str) -> None:
    """Quarters of a match, trees and islands, persons, and seasons in general are no dates."""
    assert find(text) == ()


def test_a_holiday_without_any_year_keeps_what_is_known() -> None:
    """Without a date of publication a fixed day keeps its month and day; one that moves keeps nothing."""
    assert only("He died on Christmas Eve.", None).edtf == "XXXX-12-24"
    assert only("He died on Easter Monday.", None).edtf is None
