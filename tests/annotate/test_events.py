"""Who did what to whom: one short text a construction, coded as a careful reader would."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.annotate.extractors.events.lexicon import CLASSES, load_events
from generator.errors import LexiconError
from generator.model.findings import Modality
from tests.annotate.reading import read

if TYPE_CHECKING:
    from generator.model.findings import Event


def events(text: str) -> tuple[Event, ...]:
    return read(text)[1].events


def coded(text: str) -> list[tuple[str, str | None, str, str | None]]:
    """Class, doer, trigger and other side of each event, as words."""
    article, findings = read(text)

    def words(span: tuple[int, int] | None) -> str | None:
        return article.quote(span) if span else None

    return [
        (one.kind, words(one.agent), article.quote(one.trigger), words(one.patient))
        for one in findings.events
    ]


CONSTRUCTIONS = {
    "active": ("Norway attacked Peru.", ("ASSAULT", "Norway", "attacked", "Peru")),
    "passive": (
        "The hostages were released by rebels in May.",
        ("YIELD", "rebels", "released", "The hostages"),
    ),
    "relative clause": (
        "Soldiers who invaded Chile are tired.",
        ("ASSAULT", "Soldiers", "invaded", "Chile"),
    ),
    "participle": (
        "Rebels attacking Chile have no food.",
        ("ASSAULT", "Rebels", "attacking", "Chile"),
    ),
    "row of verbs": (
        "Police arrested a lawyer and deported two students.",
        ("COERCE", "Police", "deported", "two students"),
    ),
    "preposition": ("Norwegian officials met with Kenyan officials.", (
        "CONSULT", "Norwegian officials", "met with", "Kenyan officials",
    )),
    "light verb": (
        "Norway held talks with Kenya.",
        ("CONSULT", "Norway", "held", "Kenya"),
    ),
    "object that decides": (
        "Norway lifted the embargo on Kenya.",
        ("YIELD", "Norway", "lifted", "Kenya"),
    ),
    "the same verb with another object": (
        "Norway suspended aid to Kenya.",
        ("SANCTION", "Norway", "suspended", "Kenya"),
    ),
    "noun with by and against": (
        "The offensive by Norway against Kenya began in May.",
        ("ASSAULT", "Norway", "offensive", "Kenya"),
    ),
    "noun with an owner": (
        "Norway's invasion of Kenya surprised nobody.",
        ("ASSAULT", "Norway", "invasion", "Kenya"),
    ),
    "friendly deed agreed": (
        "Norway agreed to release the prisoners.",
        ("AGREE", "Norway", "agreed", "the prisoners"),
    ),
    "deed refused": ("Norway refused to meet Kenyan officials.", (
        "REJECT", "Norway", "refused", "Kenyan officials",
    )),
    "deed threatened": (
        "Norway threatened to bomb Kenya.",
        ("THREATEN", "Norway", "threatened", "Kenya"),
    ),
    "friendly deed announced": (
        "Norway will give Kenya a loan.",
        ("AGREE", "Norway", "give", "Kenya"),
    ),
    "hostile deed announced": (
        "Norway will invade Kenya.",
        ("THREATEN", "Norway", "invade", "Kenya"),
    ),
    "friendly deed ruled out": (
        "Norway will not release the prisoners.",
        ("REJECT", "Norway", "release", "the prisoners"),
    ),
    "duty in somebody's mouth": (
        "Norway said that Kenya must open its ports.",
        ("REQUEST", "Norway", "must", "Kenya"),
    ),
    "demand with a clause": (
        "Norway demanded that Kenya leave the council.",
        ("REQUEST", "Norway", "demanded", "Kenya"),
    ),
    "pronoun of the sentence": (
        "Norway said it had expelled two diplomats.",
        ("SANCTION", "Norway", "expelled", "two diplomats"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_each_construction_is_read(name: str) -> None:
    """Class, doer, trigger and other side are found in each way of telling."""
    text, expected = CONSTRUCTIONS[name]
    assert expected in coded(text)


@pytest.mark.parametrize(
    "text", ["Norway and Kenya agreed on a truce.", "Talks between Norway and Kenya began on Monday."]
)
def test_what_two_sides_do_to_each_other_goes_both_ways(text: str) -> None:
    """A row of sides makes one event in each direction."""
    pairs = {(agent, patient) for _, agent, _, patient in coded(text)}
    assert {("Norway", "Kenya"), ("Kenya", "Norway")} <= pairs


def test_members_of_a_row_are_told_apart() -> None:
    """“A and B attacked C” is two events."""
    pairs = {(agent, patient) for _, agent, _, patient in coded("Norway and Chile attacked Kenya.")}
    assert pairs == {("Norway", "Kenya"), ("Chile", "Kenya")}


MODALITIES = {
    "Norway attacked Kenya.": Modality.ASSERTED,
    "Norway plans to attack Kenya.": Modality.PLANNED,
    "Norway tried to attack Kenya.": Modality.PLANNED,
    "Norway did not attack Kenya.": Modality.NEGATED,
    "Norway might attack Kenya.": Modality.CONDITIONAL,
    "If Norway attacks Kenya, prices will rise.": Modality.CONDITIONAL,
    "Ministers urged Norway to attack Kenya.": Modality.DEMANDED,
    "Norway should attack Kenya.": Modality.DEMANDED,
    "Norway favoured attacking Kenya.": Modality.CONDITIONAL,
    "There is a law that allows Norway to attack Kenya.": Modality.CONDITIONAL,
    "Has Norway attacked Kenya?": Modality.CONDITIONAL,
    "Should the rebels ever attack Kenya, prices will rise.": Modality.CONDITIONAL,
    "Ministers said that Norway attacked Kenya.": Modality.REPORTED,
}


@pytest.mark.parametrize("text", MODALITIES)
def test_modality_says_whether_it_happened(text: str) -> None:
    """A plan, a demand, a condition, a denial and hearsay are not told as facts."""
    article, findings = read(text)
    found = [one for one in findings.events if article.quote(one.trigger).startswith("attack")]
    assert [one.modality for one in found] == [MODALITIES[text]]


def test_a_refusal_is_not_denied() -> None:
    """Who says he will not do something has refused; who did not do it has not."""
    refused, undone = events("Norway will not release the prisoners. Norway did not release the prisoners.")
    assert (refused.kind, refused.modality) == ("REJECT", Modality.ASSERTED)
    assert (undone.kind, undone.modality) == ("YIELD", Modality.NEGATED)


def test_hearsay_names_whose_word_it_is() -> None:
    """A reported event carries the head word of its source; an asserted one carries none."""
    article, findings = read("Kenyan officials said that Norway attacked Chile. Chile attacked Norway.")
    reporters = [article.quote(one.reporter) if one.reporter else None for one in findings.events]
    assert reporters == ["officials", None]


@pytest.mark.parametrize(
    "text",
    [
        "Norway launched a website.",
        "The company released a statement.",
        "He took part in a rally.",
        "The report demonstrated a lack of care.",
        "The country returned to normal.",
        "The judge asked the mayor why.",
        "The fund allocated money.",
    ],
)
def test_other_senses_of_a_verb_are_no_sure_events(text: str) -> None:
    """A verb without the object that its class needs makes no confident event."""
    assert not [one for one in events(text) if one.confident]


def test_place_and_date_are_those_of_the_clause() -> None:
    """The clause's own date and place go with the event."""
    article, findings = read(
        "In 2019 Norway opened a port, and in May 2021 rebels attacked soldiers in Chile."
    )
    event = next(one for one in findings.events if one.kind == "ASSAULT")
    assert event.date is not None
    assert event.place is not None
    assert (article.quote(event.date), article.quote(event.place)) == ("May 2021", "Chile")


def test_unknown_doers_are_kept_and_marked() -> None:
    """A passive without a doer stays, with nobody as its doer, and is not confident."""
    event = events("Two journalists were kidnapped on Monday.")[0]
    assert (event.kind, event.agent, event.confident) == ("ASSAULT", None, False)


def test_a_thing_is_no_sure_doer() -> None:
    """“Peace in Kenya” does nothing."""
    found = events("Peace in Kenya supports the farmers.")
    assert not [one for one in found if one.confident]


def test_ids_are_stable_and_unique() -> None:
    """Text added behind an event does not change its id, and no two events share one."""
    before = events("Norway attacked Kenya.")
    after = events("Norway attacked Kenya. Kenya attacked Norway. Norway attacked Kenya.")
    assert after[0].id == before[0].id
    assert len({one.id for one in after}) == len(after) == 3


def test_every_class_has_verbs() -> None:
    """The lexicon covers the whole scheme."""
    lexicon = load_events("en")
    assert {one.kind for ones in lexicon.verbs.values() for one in ones} == CLASSES
    assert len(lexicon.verbs) > 330


def test_a_slip_in_the_lexicon_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown role stops the program with the entry in the message."""
    data = {"groups": {}, "verbs": {"AID": {"help": "nowhere"}}, "nouns": {}, "operators": {}}
    monkeypatch.setattr("generator.annotate.extractors.events.lexicon.read_yaml", lambda *_: data)
    with pytest.raises(LexiconError, match="help: nowhere"):
        load_events.__wrapped__("en")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            'Norway Kenya attacked , and "refused to" by the rebels who talks between will not must said . ( ) - of'.split()
        ),
        min_size=1,
        max_size=30,
    )
)
def test_broken_sentences_do_no_harm(words: list[str]) -> None:
    """Whatever the parser makes of word salad, spans lie in the text and sides differ."""
    article, findings = read(" ".join(words))
    for one in findings.events:
        for span in (one.trigger, one.agent, one.patient, one.place, one.date):
            assert span is None or 0 <= span[0] < span[1] <= len(article.text)
        assert one.agent is None or one.agent != one.patient


def test_long_rows_stay_cheap() -> None:
    """A sentence of hundreds of members takes no more than its length."""
    text = "Norway, " * 400 + "and Kenya attacked Chile. " + "Rebels who attacked soldiers " * 100 + "left."
    read("Norway left.")
    start = time.process_time()
    found = events(text)
    assert time.process_time() - start < 20
    assert len(found) < 1000


def test_deed_of_arms_without_sides_and_what_was_withdrawn() -> None:
    """An operation that nobody is named for, and weapons that are withdrawn, are events that rest on weak rules."""
    _, findings = read(
        "In mid-May the ministry described a local anti-terrorism operation near the river. "
        "The deal was signed, with heavy equipment being withdrawn."
    )
    kinds = {one.kind: one for one in findings.events}
    assert {"ASSAULT", "YIELD"} <= set(kinds)
    assert not kinds["ASSAULT"].confident
    assert not kinds["YIELD"].confident


def test_who_oversees_a_deal_has_not_made_it() -> None:
    """“By” behind a participle names the doer of the deed only where the participle means doing it."""
    assert not any(
        one[1] == "observers" for one in coded("An agreement overseen by observers ended the war.")
    )
    assert ("ASSAULT", "rebels", "launched", None) in coded("An offensive launched by rebels began.")


def test_second_verb_goes_on_from_the_speaker() -> None:
    """Who says that something would last, and calls on somebody, is one person."""
    found = coded("Jonas Vik said the repairs would take a year, and called on Anna Holm to resign.")
    assert ("REQUEST", "Jonas Vik", "called on", "Anna Holm") in found
