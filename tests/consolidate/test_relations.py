"""Relations count what is told as done, and keep the rest beside it."""

from __future__ import annotations

from generator.consolidate.relations import gather_relations
from generator.model.findings import Modality
from tests.builders import make_happening, write

LAKE = write("lake", [[f"Ann paid Bo {number} times." for number in range(8)]])
TRIGGERS = [LAKE.point("paid", number) for number in range(8)]


def test_each_direction_is_a_relation_of_its_own() -> None:
    """What Ann does to Bo is not what Bo does to Ann."""
    relations = gather_relations(
        [
            make_happening("a", TRIGGERS[0], agent="ann", patient="bo"),
            make_happening("b", TRIGGERS[1], agent="bo", patient="ann"),
            make_happening("c", TRIGGERS[2], agent="bo", patient="ann"),
        ]
    )
    assert [(one.agent, one.patient, len(one.happenings)) for one in relations] == [
        ("bo", "ann", 2),
        ("ann", "bo", 1),
    ]


def test_only_what_is_told_as_done_counts() -> None:
    """Plans, demands, denials, conditions and doubtful readings are kept apart from the count."""
    happenings = [
        make_happening(modality.value, TRIGGERS[number], agent="ann", patient="bo", modality=modality)
        for number, modality in enumerate(Modality)
    ]
    happenings.append(make_happening("weak", TRIGGERS[7], agent="ann", patient="bo", confident=False))
    (one,) = gather_relations(happenings)
    assert set(one.happenings) == {"ev-asserted", "ev-reported"}
    assert one.doubtful == ("ev-weak",)
    assert set(one.open) == {"ev-planned", "ev-demanded", "ev-negated", "ev-conditional"}
    assert [evidence.span for evidence in one.evidence] == [TRIGGERS[0].span, TRIGGERS[5].span]
    assert one.classes == (("CONSULT", 2),)


def test_a_relation_takes_two() -> None:
    """A deed without a doer, without another side, or to oneself ties nobody."""
    happenings = [
        make_happening("a", TRIGGERS[0], agent="ann"),
        make_happening("b", TRIGGERS[1], patient="bo"),
        make_happening("c", TRIGGERS[2], agent="ann", patient="ann"),
    ]
    assert gather_relations(happenings) == ()


def test_an_address_lasts() -> None:
    """The id of a pair depends on the pair alone: more happenings do not change it."""
    first = make_happening("a", TRIGGERS[0], agent="ann", patient="bo")
    more = make_happening("b", TRIGGERS[1], agent="ann", patient="bo")
    assert gather_relations([first])[0].id == gather_relations([more, first])[0].id
