"""In how many articles an event stands, also where each article calls it by words of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generator.consolidate.coverage import gather_coverage
from generator.model.comparison import Comparison, Covered, Naming, Referent, Share, Thing, Wording
from generator.model.findings import Modality
from tests.builders import make_corpus, make_date, make_happening, write

if TYPE_CHECKING:
    from generator.model.corpus import Evidence, Happening

COAST = write("coast", [["The Guard began a raid on the port.", "The raid went on."]])
INLAND = write("inland", [["The Guard led an operation in the port."]])
WEEKLY = write("weekly", [["Nobody spoke of the clash on the quay."]])
RAID, OPERATION, CLASH = COAST.point("raid"), INLAND.point("operation"), WEEKLY.point("clash")


def deed(key: str, *triggers: Evidence, agent: str | None = None, day: date | None = None) -> Happening:
    when = make_date(f"dt-{key}", triggers[0], day).date if day else None
    return make_happening(key, *triggers, agent=agent, kind="ASSAULT", quad="material conflict", date=when)


def covered(*happenings: Happening, words: tuple[Evidence, ...] = (RAID, OPERATION)) -> list[Covered]:
    """The events of three articles, of which one row of names says that the words mean one deed."""
    row = Naming(
        id="nm-raid",
        kind=Referent.EVENT,
        name="raid",
        actors=(),
        place=None,
        happenings=tuple(one.id for one in happenings),
        wordings=tuple(
            Wording(article=one.article, text=one.quote, evidence=(one,), rule="same place", doubtful=True)
            for one in words
        ),
        rule="same place",
        doubtful=True,
    )
    corpus = make_corpus(COAST, INLAND, WEEKLY, happenings=happenings)
    return [one for one in gather_coverage(corpus, Comparison(), (row,)) if one.kind is Thing.EVENT]


def test_an_event_by_two_names_stands_in_both_articles() -> None:
    """A row of names joins them: one thing in several articles, said to be doubtful, and none in one only."""
    (one,) = covered(deed("raid", RAID, agent="guard"), deed("operation", OPERATION))
    assert (one.share, one.articles) == (Share.SEVERAL, ("coast", "inland"))
    assert (one.id, one.joined, one.naming, one.doubtful) == ("ev-raid", ("ev-operation",), "nm-raid", True)


def test_an_article_that_only_names_an_event_has_it_too() -> None:
    """Words without a report of their own count where they can mean one event alone."""
    (one,) = covered(deed("raid", RAID), words=(RAID, OPERATION, CLASH))
    assert (one.share, one.articles) == (Share.ALL, ("coast", "inland", "weekly"))


def test_what_is_known_of_both_keeps_two_events_apart() -> None:
    """Another doer, another day, or that it is said not to have happened."""
    first = deed("raid", RAID, agent="guard", day=date(2019, 5, 3))
    for other in (
        deed("operation", OPERATION, agent="coast-police"),
        deed("operation", OPERATION, day=date(2019, 6, 3)),
        replace(deed("operation", OPERATION), modality=Modality.NEGATED),
        replace(deed("operation", OPERATION), quad="verbal conflict"),
    ):
        found = covered(first, other)
        assert [one.share for one in found] == [Share.ONE, Share.ONE]
        assert not any(one.joined for one in found)


def test_a_row_of_one_article_joins_nothing() -> None:
    """Two events of one article stay two: which of them the words mean elsewhere is not known."""
    found = covered(deed("raid", RAID), deed("again", COAST.point("raid", 1)), words=(RAID,))
    assert [one.joined for one in found] == [(), ()]
