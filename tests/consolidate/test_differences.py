"""Articles that date a deed otherwise, name another doer or tell of a plan differ; those that tell of two deeds do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generator.consolidate import consolidate, verify
from generator.model.comparison import Contrast
from generator.model.findings import Modality
from tests.consolidate.telling import report

if TYPE_CHECKING:
    from generator.model.article import Article
    from generator.model.comparison import Difference
    from generator.model.findings import Findings

THIRD = "{Norway|state} bombed the {Peru|state} harbour at dawn on 3 May and left many ships burning."
FIFTH = "The {Peru|state} harbour was bombed at dawn on 5 May by {Norway|state}, leaving many ships burning."
BRIDGE = "On 5 May {Norway|state} bombed a railway bridge in {Peru|state}, far inland, without any warning."
DAWN = "{Norway|state} bombed the {Peru|state} harbour at dawn and left many ships burning near the pier."
CHILE = "{Chile|state} bombed the {Peru|state} harbour at dawn on 3 May and left many ships burning."
FAR = "{Chile|state} bombed two villages of {Peru|state} on 3 May, where nobody lived any longer."
PLAN = "{Norway|state} would have bombed the {Peru|state} harbour at dawn on 3 May, with many ships inside."
MAY_3, MAY_5 = date(2021, 5, 3), date(2021, 5, 5)


def differences(kind: Contrast, *pairs: tuple[Article, Findings]) -> tuple[Difference, ...]:
    corpus = consolidate([article for article, _ in pairs], [findings for _, findings in pairs])
    verify(corpus)
    return tuple(one for one in corpus.comparison.differences if one.kind is kind)


def sides(found: Difference) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Value -> articles and the words they rest on."""
    return {one.value: (one.articles, tuple(each.quote for each in one.evidence)) for one in found.sides}


def test_one_deed_on_two_days_is_a_difference_of_date() -> None:
    """Two articles that tell of one deed in like words and date it two days apart differ, doubtfully, in the date."""
    (found,) = differences(
        Contrast.DATE, report("a", THIRD, day=MAY_3), report("b", FIFTH, day=MAY_5, words="5 May")
    )
    assert sides(found) == {"2021-05-03": (("a",), ("3 May",)), "2021-05-05": (("b",), ("5 May",))}
    assert found.doubtful
    assert found.actors == ("norway", "peru")
    assert found.subject == "bombed"


def test_the_day_may_stand_in_any_report_of_a_deed() -> None:
    """Where the first article gives no day and one that tells the same does, that day is held against another."""
    (found,) = differences(
        Contrast.DATE,
        report("a", DAWN),
        report("b", THIRD, day=MAY_3),
        report("c", FIFTH, day=MAY_5, words="5 May"),
    )
    assert sides(found) == {"2021-05-03": (("b",), ("3 May",)), "2021-05-05": (("c",), ("5 May",))}


def test_two_deeds_on_two_days_are_no_difference() -> None:
    """Other words tell of another deed; so do the same words more than a week later."""
    first = report("a", THIRD, day=MAY_3)
    assert not differences(Contrast.DATE, first, report("b", BRIDGE, day=MAY_5, words="5 May"))
    later = report("b", FIFTH, day=date(2021, 6, 5), words="5 May")
    assert not differences(Contrast.DATE, first, later)


def test_one_day_in_both_is_no_difference_of_date() -> None:
    """Two articles that give the same day agree."""
    assert not differences(Contrast.DATE, report("a", THIRD, day=MAY_3), report("b", THIRD, day=MAY_3))


def test_one_deed_of_two_doers_is_a_difference_of_agent() -> None:
    """One deed on one day that two articles lay to two states is a doubtful difference, with both names quoted."""
    (found,) = differences(
        Contrast.AGENT,
        report("a", THIRD, day=MAY_3),
        report("b", CHILE, agent="Chile", day=MAY_3),
    )
    assert sides(found) == {"norway": (("a",), ("Norway",)), "chile": (("b",), ("Chile",))}
    assert [one.label for one in found.sides] == ["Norway", "Chile"]
    assert found.doubtful


def test_two_deeds_of_two_doers_are_no_difference() -> None:
    """Other words, another day or no day at all: nothing says that two doers did one thing."""
    first = report("a", THIRD, day=MAY_3)
    assert not differences(Contrast.AGENT, first, report("b", FAR, agent="Chile", day=MAY_3))
    assert not differences(Contrast.AGENT, first, report("b", CHILE, agent="Chile", day=MAY_5))
    assert not differences(Contrast.AGENT, first, report("b", CHILE, agent="Chile"))


def test_an_unknown_doer_contradicts_nobody() -> None:
    """An article that leaves the doer open does not say that it was another."""
    silent = "The {Peru|state} harbour was bombed at dawn on 3 May, leaving many ships burning."
    assert not differences(
        Contrast.AGENT, report("a", THIRD, day=MAY_3), report("b", silent, agent="", day=MAY_3)
    )


def test_done_in_one_and_planned_in_another_is_a_difference_of_modality() -> None:
    """What one article tells as done and another as planned differs in modality, each with its verb as evidence."""
    (found,) = differences(
        Contrast.MODALITY,
        report("a", THIRD, day=MAY_3),
        report("b", PLAN, day=MAY_3, modality=Modality.PLANNED),
    )
    assert sides(found) == {"asserted": (("a",), ("bombed",)), "planned": (("b",), ("bombed",))}
    assert not found.doubtful


def test_equal_or_reported_modality_is_no_difference() -> None:
    """Two that assert agree; what somebody is told to have said differs in whose word it is, not in modality."""
    first = report("a", THIRD, day=MAY_3)
    assert not differences(Contrast.MODALITY, first, report("b", PLAN, day=MAY_3))
    reported = report("b", PLAN, day=MAY_3, modality=Modality.REPORTED)
    assert not differences(Contrast.MODALITY, first, reported)
    (found,) = differences(Contrast.ATTRIBUTION, first, reported)
    assert {one.value: one.articles for one in found.sides} == {"own words": ("a",), "reported": ("b",)}


def test_a_plan_of_another_deed_is_no_difference() -> None:
    """A plan against the same side on another day does not contradict what was done."""
    plan = report("b", PLAN.replace("3 May", "5 May"), day=MAY_5, words="5 May", modality=Modality.PLANNED)
    assert not differences(Contrast.MODALITY, report("a", THIRD, day=MAY_3), plan)


DENIED = (
    "{Norway|state} denied it bombed the {Peru|state} harbour at dawn on 3 May and left many ships burning."
)


def denial() -> tuple[Article, Findings]:
    return report("b", DENIED, day=MAY_3, modality=Modality.NEGATED)


def test_stated_here_and_denied_there_is_a_difference_of_modality() -> None:
    """A deed that one article states and another tells as denied stands as done and as denied, each with its verb."""
    (found,) = differences(Contrast.MODALITY, report("a", THIRD, day=MAY_3), denial())
    assert sides(found) == {"asserted": (("a",), ("bombed",)), "negated": (("b",), ("bombed",))}
    reported = report("a", THIRD, day=MAY_3, modality=Modality.REPORTED)
    (found,) = differences(Contrast.MODALITY, reported, denial())
    assert set(sides(found)) == {"reported", "negated"}


def test_a_denial_of_another_deed_contradicts_nothing() -> None:
    """Another doer, another side or another day: what is denied is not what was stated."""
    first = report("a", THIRD, day=MAY_3)
    assert not differences(Contrast.MODALITY, report("a", CHILE, agent="Chile", day=MAY_3), denial())
    later = DENIED.replace("3 May", "5 May")
    assert not differences(
        Contrast.MODALITY, first, report("b", later, day=MAY_5, words="5 May", modality=Modality.NEGATED)
    )


def test_a_plan_of_another_class_is_the_same_deed_by_its_verb() -> None:
    """A promise to do it and the deed have two classes; doer, side and verb show that they are one."""
    plan = report("b", PLAN, day=MAY_3, modality=Modality.PLANNED, kind="THREATEN")
    (found,) = differences(Contrast.MODALITY, report("a", THIRD, day=MAY_3), plan)
    assert set(sides(found)) == {"asserted", "planned"}


def test_a_plan_older_than_the_deed_is_no_difference() -> None:
    """Who told of the plan the day before did not tell it otherwise."""
    article, findings = report("b", PLAN, day=MAY_3, modality=Modality.PLANNED)
    done, told = report("a", THIRD, day=MAY_3)
    after = replace(done, published=MAY_5), told
    assert not differences(Contrast.MODALITY, after, (replace(article, published=date(2021, 5, 2)), findings))
    assert differences(Contrast.MODALITY, after, (replace(article, published=MAY_5), findings))
