"""Reports of one deed become one happening, and different deeds stay apart."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generator.consolidate import consolidate, verify
from generator.model.article import Copy
from generator.model.findings import Anchor, Event, Modality
from tests.consolidate.telling import report, told

if TYPE_CHECKING:
    from generator.model.article import Article
    from generator.model.corpus import Happening
    from generator.model.findings import Findings

ATTACK = "{Norway|state} bombed the {Peru|state} harbour at dawn on 3 May and left many ships burning."
AGAIN = "The {Peru|state} harbour was bombed at dawn on 3 May by {Norway|state}, leaving many ships burning."
OTHER = "Long before, {Norway|state} bombed a bridge in {Peru|state} for other reasons altogether."


def happenings(*pairs: tuple[Article, Findings]) -> tuple[Happening, ...]:
    corpus = consolidate([article for article, _ in pairs], [findings for _, findings in pairs])
    verify(corpus)
    return corpus.happenings


def test_reports_of_one_day_become_one() -> None:
    """Two articles that tell of the same deed on the same day are two witnesses of one happening."""
    (one,) = happenings(report("a", ATTACK, day=date(2021, 5, 3)), report("b", AGAIN, day=date(2021, 5, 3)))
    assert (one.agent, one.patient, one.quad) == ("norway", "peru", "material conflict")
    assert (len(one.reports), one.articles, one.id) == (2, 2, "ev-a")
    assert one.date is not None
    assert one.date.value == "2021-05-03"


def test_other_days_stay_apart() -> None:
    """The same words a year later tell of another deed."""
    found = happenings(report("a", ATTACK, day=date(2021, 5, 3)), report("b", AGAIN, day=date(2022, 5, 3)))
    assert [one.articles for one in found] == [1, 1]


def test_undated_reports_need_like_words() -> None:
    """Without dates, sentences must be alike; an undated deed told otherwise is not joined."""
    assert len(happenings(report("a", ATTACK), report("b", AGAIN))) == 1
    assert len(happenings(report("a", ATTACK), report("b", OTHER))) == 2


def test_direction_and_class_keep_apart() -> None:
    """Who does it to whom matters, and so does what."""
    turned = report("b", ATTACK, agent="Peru", patient="Norway")
    milder = report("c", ATTACK, kind="THREATEN")
    assert len(happenings(report("a", ATTACK), turned, milder)) == 3


def test_denials_are_no_further_reports() -> None:
    """A denied deed does not count for the deed."""
    found = happenings(report("a", ATTACK), report("b", AGAIN, modality=Modality.NEGATED))
    assert [one.modality for one in found] == [Modality.ASSERTED, Modality.NEGATED]


def test_the_strongest_telling_counts() -> None:
    """Asserted in one article and reported in another is asserted."""
    (one,) = happenings(report("a", ATTACK, modality=Modality.REPORTED), report("b", AGAIN))
    assert one.modality is Modality.ASSERTED
    assert [told.modality for told in one.reports] == [Modality.REPORTED, Modality.ASSERTED]


def test_copied_sentences_are_no_further_witness() -> None:
    """A sentence taken over word for word, or another file with the same text, adds no article."""
    article, findings = report("a", ATTACK)
    article = replace(article, copies=(Copy(id="x", path="x.txt"),))
    (one,) = happenings((article, findings), report("b", ATTACK))
    assert (len(one.reports), one.articles) == (2, 1)


def test_a_copy_of_a_later_day_tells_of_no_other_deed() -> None:
    """A reprint of the day after that says "yesterday" means the day of the text that was printed first; a day that the copy
    itself changes makes another deed.
    """
    article, findings = report("a", ATTACK, day=date(2021, 5, 3))
    again, later = report("b", ATTACK, day=date(2021, 5, 4))

    def counted(found: Findings, anchor: Anchor) -> Findings:
        return replace(found, dates=tuple(replace(one, anchor=anchor) for one in found.dates))

    (one,) = happenings(
        (article, counted(findings, Anchor.DOCUMENT)), (again, counted(later, Anchor.DOCUMENT))
    )
    assert (len(one.reports), one.articles) == (2, 1)
    assert one.date is not None
    assert one.date.value == "2021-05-03"
    assert (
        len(
            happenings(
                (article, counted(findings, Anchor.EXPLICIT)), (again, counted(later, Anchor.EXPLICIT))
            )
        )
        == 2
    )


def test_unknown_sides_are_kept() -> None:
    """A side that no actor took stays open, and the words of the text stay with the report."""
    (one,) = happenings(report("a", "Somebody bombed the {Peru|state} harbour.", agent="Somebody"))
    assert one.agent is None
    assert one.reports[0].agent is not None
    assert one.reports[0].agent.quote == "Somebody"


def test_an_adjective_of_a_state_means_the_state() -> None:
    """“Peruvian ships” are Peru's, where the articles speak of Peru."""
    text = "{Peru|state} is calm. Norwegians bombed Peruvian ships."
    article, findings = told("a", text)
    start = article.text.index("Peruvian")
    event = Event(
        id="ev-a",
        kind="ASSAULT",
        trigger=(article.text.index("bombed"), article.text.index("bombed") + 6),
        patient=(start, start + len("Peruvian ships")),
        patient_head=(start, start + len("Peruvian")),
    )
    (one,) = happenings((article, replace(findings, events=(event,))))
    assert one.patient == "peru"


def test_dated_ones_come_first_in_order() -> None:
    """Happenings stand by their first day; undated ones follow in the order of the texts."""
    found = happenings(
        report("a", OTHER),
        report("b", ATTACK, day=date(2022, 5, 3)),
        report("c", AGAIN, day=date(2020, 5, 3)),
    )
    assert [one.id for one in found] == ["ev-c", "ev-b", "ev-a"]


def test_many_reports_take_time_by_their_number() -> None:
    """Two thousand undated reports between the same two sides are joined in a few seconds."""
    pairs = []
    for number in range(2000):
        article, findings = report("a", OTHER)
        name = f"n{number}"
        pairs.append(
            (
                replace(article, id=name, path=f"{name}.txt"),
                replace(findings, article=name, events=(replace(findings.events[0], id=f"ev-{name}"),)),
            )
        )
    start = time.process_time()
    found = happenings(*pairs)
    assert time.process_time() - start < 20
    assert [(len(one.reports), one.articles) for one in found] == [(2000, 1)]
