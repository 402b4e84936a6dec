"""Positions find their actors, repeated quotations each other, and false evidence stops the build."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from generator.consolidate import consolidate, verify
from generator.consolidate.repeats import mark_copied, mark_repeats
from generator.errors import EvidenceError
from generator.model.corpus import ActorStatement, Corpus, Evidence
from generator.model.findings import (
    Address,
    Doubt,
    Keyword,
    Mode,
    Position,
    Shift,
    Stand,
    Statement,
    Uncertainty,
)
from tests.consolidate.telling import told

SAID = "We will never sell the old harbour to anybody"


def corpus() -> Corpus:
    """Ann Lee urges Peru to pay; Peru, which once refused, now agrees; something is unclear."""
    article, findings = told(
        "a", "{Ann Lee|person} urged {Peru|state} to pay. {Peru|state} now agrees. It is unclear when."
    )
    text = article.text

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    statement = Statement(
        id="st-1",
        speaker=at("Ann Lee"),
        speaker_head=at("Lee"),
        cue=at("urged"),
        content=(at("Peru to pay"),),
        mode=Mode.INDIRECT,
        kind="demands",
        rule="urged to",
    )
    findings = replace(
        findings,
        keywords=(Keyword(term="pay", lemma="pay", score=1.0, rank=1, spans=(at("pay"),)),),
        statements=(statement,),
        addresses=(Address(statement="st-1", span=at("Peru"), head=at("Peru"), rule="object of the cue"),),
        positions=(
            Position(
                id="po-1",
                kind=Stand.DEMAND,
                statement="st-1",
                holder=at("Ann Lee"),
                holder_head=at("Lee"),
                addressee=at("Peru"),
                addressee_head=at("Peru"),
                content=(at("Peru to pay"),),
                cue=at("urged"),
                date=None,
                rule="by its cue",
            ),
        ),
        shifts=(
            Shift(
                id="sh-1",
                actor=at("Peru"),
                actor_head=at("Peru"),
                before=None,
                after=at("now agrees"),
                cue=at("now"),
                rule="earlier and later",
            ),
        ),
        uncertainties=(Uncertainty(id="un-1", kind=Doubt.UNKNOWN, cue=at("is unclear"), statement=None),),
    )
    return consolidate([article], [findings])


def test_a_position_has_the_statements_speaker_and_its_addressee() -> None:
    """The board and the ledger name the same holder; the addressee is an actor, with its words."""
    made = corpus()
    (position,), (statement,) = made.positions, made.statements
    assert (position.holder, position.addressee) == ("ann-lee", "peru")
    assert position.holder == statement.speaker
    assert (statement.addressee, statement.topics) == ("peru", ("pay",))
    assert position.sentence.quote.startswith("Ann Lee urged Peru to pay.")
    assert not position.own_voice


def test_shifts_and_open_matters_have_their_evidence() -> None:
    """A half that the text does not give stays empty."""
    made = corpus()
    (shift,), (matter,) = made.shifts, made.open_matters
    assert (shift.actor, shift.before) == ("peru", None)
    assert shift.after is not None
    assert shift.after.quote == "now agrees"
    assert matter.sentence.quote == "It is unclear when."


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda made: replace(made, positions=(replace(made.positions[0], sentence=false(made)),)),
            "position po-1",
        ),
        (lambda made: replace(made, shifts=(replace(made.shifts[0], after=false(made)),)), "shift sh-1"),
        (
            lambda made: replace(
                made, open_matters=(replace(made.open_matters[0], cue_evidence=false(made)),)
            ),
            "open matter un-1",
        ),
        (
            lambda made: replace(
                made, statements=(replace(made.statements[0], addressee_evidence=false(made)),)
            ),
            "statement st-1",
        ),
    ],
)
def test_false_evidence_stops_the_build(change: object, says: str) -> None:
    """Every new kind of item is checked against its article."""
    assert callable(change)
    with pytest.raises(EvidenceError, match=says):
        verify(change(corpus()))


def false(made: Corpus) -> Evidence:
    return replace(made.positions[0].cue_evidence, quote="begged")


def said(key: str, words: str, speaker: str | None = "ann-lee", mode: Mode = Mode.DIRECT) -> ActorStatement:
    """A statement of an article named after the first letter of its key."""
    evidence = Evidence(article=key[0], span=(0, len(words)), quote=words, sentence="s1")
    return ActorStatement(
        id=key,
        article=key[0],
        speaker=speaker,
        speaker_rule="name" if speaker else None,
        speaker_evidence=None,
        cue_evidence=None,
        content=(evidence,),
        about=(),
        mode=mode,
        kind="says",
        rule="quotation",
        negated=False,
    )


def groups(*statements: ActorStatement) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.same_as, one.repeats) for one in mark_repeats(statements)]


def test_one_quotation_in_several_articles_is_one() -> None:
    """The first lists the others, which point to it; marks, capitals and a lost word make no other quotation."""
    first, second, third = (
        said("a1", f"“{SAID}”"),
        said("b1", f"'{SAID.upper()},'"),
        said("c1", f"“{SAID} now”"),
    )
    assert groups(first, second, third) == [(None, ("b1", "c1")), ("a1", ()), ("a1", ())]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (said("a1", SAID), said("b1", SAID, speaker="bo-berg")),
        (said("a1", SAID), said("b1", "We will always sell the old mill to everybody who asks")),
        (said("a1", SAID), said("a2", SAID)),
        (said("a1", "No, never"), said("b1", "No, never")),
        (said("a1", SAID, mode=Mode.INDIRECT), said("b1", SAID, mode=Mode.INDIRECT)),
    ],
)
def test_what_is_not_the_same_statement(first: ActorStatement, second: ActorStatement) -> None:
    """Other speakers, other words, the same article, a mere formula, and reported speech stay apart."""
    assert groups(first, second) == [(None, ()), (None, ())]


def test_a_speaker_that_one_article_does_not_name_is_no_obstacle() -> None:
    """A quotation whose speaker is not known joins the one whose speaker is."""
    assert groups(said("a1", SAID), said("b1", SAID, speaker=None)) == [(None, ("b1",)), ("a1", ())]
    assert groups(said("a1", SAID, speaker=None), said("b1", SAID)) == [("b1", ()), (None, ("a1",))]


def test_what_two_copies_report_in_the_same_words_is_one_statement() -> None:
    """Reported speech too, however short; it stands under the text that is no copy. Other articles stay apart."""
    words, copies = "that the mill is closed", {"a": "b"}
    first, second, other = (said(f"{key}1", words, mode=Mode.INDIRECT) for key in "abc")
    marked = mark_copied(mark_repeats([first, second, other]), copies)
    assert [(one.same_as, one.repeats) for one in marked] == [("b1", ()), (None, ("a1",)), (None, ())]
    quoted = mark_repeats([said("a1", SAID), said("b1", SAID), said("c1", SAID)])
    assert [one.same_as for one in mark_copied(quoted, copies)] == ["b1", None, "b1"]
    assert mark_copied([first, said("b1", words, speaker="bo-berg")], copies)[1].same_as is None


def test_very_many_equal_quotations_are_joined_in_little_time() -> None:
    """The work does not grow with the square of their number."""
    many = [
        replace(said(f"a{number}", f"{SAID} {number % 7}"), article=f"n{number}") for number in range(3_000)
    ]
    start = time.process_time()
    marked = mark_repeats(many)
    assert time.process_time() - start < 5
    assert sum(one.same_as is None for one in marked) == 1
