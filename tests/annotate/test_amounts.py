"""Numbers are read with what they count, from the noun beside them or from the verb; what is no amount is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.annotate.reading import read

if TYPE_CHECKING:
    from generator.model.findings import Amount


def amounts(text: str) -> tuple[Amount, ...]:
    return read(text)[1].amounts


def counts(text: str) -> list[tuple[float | None, float | None, str | None, str | None]]:
    """Least and largest value, what is counted, what is said of it."""
    return [(one.lo, one.hi, one.counted, one.done) for one in amounts(text)]


def values(text: str) -> list[tuple[float | None, float | None, str | None, str | None]]:
    """Least and largest value, unit, what is measured."""
    return [(one.lo, one.hi, one.unit, one.counted) for one in amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12.", (12, 12, "people", "kill")),
        ("At least 40 were wounded.", (40, None, "people", "wound")),
        ("The toll rose to 25.", (25, 25, "people", "kill")),
        ("The death toll stands at 25.", (25, 25, "people", "kill")),
        ("Deaths topped 100 on Monday.", (100, None, "people", "kill")),
        ("Fog claimed 12 lives.", (12, 12, "people", "kill")),
        ("Police arrested 12 in the harbour.", (12, 12, "people", "arrest")),
        ("More than a dozen fishermen were rescued.", (12, None, "fisherman", "rescue")),
        ("Hundreds were killed.", (200, None, "people", "kill")),
        ("Tens of thousands of people marched.", (20_000, None, "people", "march")),
        ("Half a million people fled.", (500_000, 500_000, "people", "flee")),
        ("Twenty-two sailors drowned.", (22, 22, "sailor", "drown")),
        ("One person died.", (1, 1, "people", "die")),
        ("A total of 12 ferries were sold.", (12, 12, "ferry", "sell")),
        ("Between 10 and 15 ferries were sold.", (10, 15, "ferry", "sell")),
        ("Up to 30 ferries were sold.", (None, 30, "ferry", "sell")),
        ("About 100 ferries were sold.", (90, 110, "ferry", "sell")),
    ],
)
def test_a_count_is_read_from_noun_or_verb(text: str, expected: tuple[object, ...]) -> None:
    """Bounds, vague words and ranges loosen the value; without a noun the verb tells who is counted."""
    assert counts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike cost exporters about 40 million euros.", (36e6, 44e6, "euro", "loss")),
        ("The chamber put the losses of exporters at 55 million euros.", (55e6, 55e6, "euro", "loss")),
        ("Exporters lost $3.5bn.", (3.5e9, 3.5e9, "dollar", "loss")),
        ("The bridge costs between $5 and $7 billion.", (5e9, 7e9, "dollar", "cost")),
        ("The company paid a £5,000 fine.", (5000, 5000, "pound", "fine")),
        ("Turnout was 48 per cent.", (48, 48, "percent", "turnout")),
        ("A 5.9-magnitude quake hit the coast.", (5.9, 5.9, "magnitude", "magnitude")),
        ("Two-thirds of the voters stayed away.", (66, 67, "percent", "voter")),
        ("Oil costs $70 a barrel.", (70, 70, "dollar per barrel", "cost")),
        ("The court set bail at 100,000 Georgian lari.", (1e5, 1e5, "lari", "bail")),
    ],
)
def test_a_measure_has_its_unit_and_what_is_measured(text: str, expected: tuple[object, ...]) -> None:
    """Currencies with magnitude words, percentages, rates and other units, with the noun or what the verb measures."""
    assert values(text) == [expected]


def test_a_change_is_not_the_value() -> None:
    """“Rose by 4” and "rose from 20" are told apart from "rose to 25"."""
    assert counts("Prices rose by 4 per cent.") == [(4, 4, "price", "rise by")]
    found = counts("The number of patients rose from 20 to 25.")
    assert found == [(20, 20, "patient", "rise from"), (25, 25, "patient", None)]


def test_a_number_takes_the_noun_of_the_one_before() -> None:
    """“30 wounded” after twelve soldiers are soldiers; after a number of houses those who are killed are people."""
    first = counts("Twelve soldiers were killed and 30 wounded.")
    assert first == [(12, 12, "soldier", "kill"), (30, 30, "soldier", "wound")]
    assert counts("The flood destroyed 20 houses and killed 12.")[1] == (12, 12, "people", "kill")


def test_who_counts_and_whose_it_is_are_kept() -> None:
    """The subject of "put at" gives the value; the exporters bear the loss."""
    text = "The ministry put the losses of exporters at 55 million euros."
    article, findings = read(text)
    (found,) = findings.amounts
    assert found.source is not None
    assert article.quote(found.source) == "ministry"
    assert found.holder == "exporter"


def test_those_who_do_it_are_not_those_to_whom_it_is_done() -> None:
    """“Twelve people killed a man” counts no dead."""
    assert counts("Twelve people killed a man.") == [(12, 12, "people", "kill man")]


@pytest.mark.parametrize(
    "text",
    [
        "Smith, 34, was arrested by a man aged 17.",
        "The team won 3-5 and the council approved it in a 5-7 vote.",
        "The Heritage Act, 1972 lists the pier.",
        "Article 5 was read at 6 p.m. on page 12.",
        "The meeting lasted two hours and took three days.",
        "One hopes that half will do.",
    ],
)
def test_what_is_no_amount_is_left_alone(text: str) -> None:
    """Ages, results, years, numbers of things, clock times, lengths of time."""
    assert counts(text) == []
