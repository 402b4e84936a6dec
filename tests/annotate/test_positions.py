"""Demands, conditions, offers and refusals: who holds them, towards whom, in which words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.annotate.extractors.positions.lexicon import load_words
from tests.annotate.reading import read


def stands(text: str) -> list[tuple[str, str | None, str, str]]:
    """Kind, holder, modality word and content of each position, as words; the article's own voice is ARTICLE."""
    article, findings = read(text)
    return [
        (
            one.kind.value,
            "ARTICLE" if one.statement is None else article.quote(one.holder) if one.holder else None,
            article.quote(one.cue),
            " | ".join(article.quote(span) for span in one.content),
        )
        for one in findings.positions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee said that the council must repair the bridge.",
            ("demand", "Ann Lee", "must", "the council must repair the bridge"),
        ),
        (
            "The union called for an inquiry into the fire.",
            ("demand", "The union", "called for", "an inquiry into the fire"),
        ),
        (
            "The villagers want the company to clean the river.",
            ("demand", "The villagers", "want", "the company to clean the river"),
        ),
        (
            "The observers stressed the importance of keeping the records.",
            ("demand", "The observers", "importance", "keeping the records"),
        ),
        (
            "The observers said that lasting trust depends on honest reporting.",
            ("condition", "The observers", "depends", "lasting trust depends on honest reporting"),
        ),
        (
            "Peru said it was ready for talks, provided that Chile stopped the patrols.",
            ("condition", "Peru", "provided that", "provided that Chile stopped the patrols"),
        ),
        (
            "Norway has proposed reopening the border.",
            ("proposal", "Norway", "proposed", "reopening the border"),
        ),
        (
            "Norway has indicated it is ready to reopen the border.",
            ("offer", "Norway", "ready", "to reopen the border"),
        ),
        (
            "The rebels agreed to end the strike.",
            ("commitment", "The rebels", "agreed", "to end the strike"),
        ),
        (
            "The mayor conceded that the dam was unsafe.",
            ("concession", "The mayor", "conceded", "the dam was unsafe"),
        ),
        ("The farmers reject the new tax.", ("rejection", "The farmers", "reject", "the new tax")),
        (
            "Officials warned that the wall could fall.",
            ("warning", "Officials", "warned", "the wall could fall"),
        ),
        (
            "“We will rebuild the school,” Ann Lee said.",
            ("commitment", "Ann Lee", "will", "will rebuild the school"),
        ),
        (
            "“We will not accept this budget,” Ann Lee said.",
            ("rejection", "Ann Lee", "accept", "will not accept this budget"),
        ),
        (
            "The union said it would return to work.",
            ("commitment", "The union", "would", "would return to work"),
        ),
    ],
)
def test_a_position_of_somebody(text: str, expected: tuple[str, str, str, str]) -> None:
    """The holder is the speaker, the content the exact words, the modality word what makes it a position."""
    assert expected in stands(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lasting peace requires honest talks.",
            ("condition", "requires", "Lasting peace requires honest talks"),
        ),
        (
            "The government must not ignore the villages.",
            ("demand", "must", "The government must not ignore the villages"),
        ),
        (
            "Only through patient talks can a settlement be reached.",
            ("condition", "Only through", "Only through patient talks"),
        ),
        (
            "The accident highlights the need for stricter rules.",
            ("demand", "need", "stricter rules"),
        ),
    ],
)
def test_the_articles_own_voice_is_kept_apart(text: str, expected: tuple[str, str, str]) -> None:
    """What stands outside every statement belongs to no actor."""
    assert [(kind, cue, words) for kind, holder, cue, words in stands(text) if holder == "ARTICLE"] == [
        expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The dam must have been built before the war.",
        "Should the vote fail, the mayor resigns.",
        "Must the school close?",
        "She asked whether the council should act.",
        "Not everyone agreed to the plan.",
        "The bill must also be approved by the senate.",
        "The museum was recognised by some as the best.",
        "It will cost exporters about 40 million euros, the chamber of commerce said.",
    ],
)
def test_what_is_no_position(text: str) -> None:
    """Conclusions, conditions that are only supposed, questions, denials and procedures take no stand."""
    assert stands(text) == []


def test_who_is_to_act_is_the_addressee() -> None:
    """The one urged, or the subject of what must be done."""
    article, findings = read("Ann Lee urged the mayor to step in and said that Norway must pay.")
    addressed = {article.quote(one.addressee) for one in findings.positions if one.addressee}
    assert addressed == {"the mayor", "Norway"}


def test_a_condition_names_who_is_to_fulfil_it() -> None:
    """The subject of the condition, or the name behind “from”."""
    article, findings = read("Peru said it was ready to talk, contingent on a pledge from Chile.")
    condition = next(one for one in findings.positions if one.kind.value == "condition")
    assert condition.addressee is not None
    assert article.quote(condition.addressee) == "Chile"


def test_a_former_position_is_left_to_the_shift() -> None:
    """What somebody “previously” supported is not listed among what is supported now."""
    kinds = [
        kind
        for kind, _, _, _ in stands("Norway, which previously supported the dam, has shifted its stance.")
    ]
    assert "acceptance" not in kinds


def test_no_longer_supporting_is_refusing() -> None:
    """“no longer supports” is not listed as support."""
    assert [kind for kind, _, _, _ in stands("The mayor no longer supports the bridge.")] == ["rejection"]


def test_the_date_of_the_sentence_is_kept() -> None:
    """A position knows the first date in its sentence."""
    article, findings = read("On 4 May 2019, Ann Lee demanded an inquiry.")
    (one,) = findings.positions
    assert one.date is not None
    assert article.quote(one.date) == "4 May 2019"


def shifts(text: str) -> list[tuple[str | None, ...]]:
    """Actor, earlier and later position of each shift, as words."""
    article, findings = read(text)
    return [
        tuple(article.quote(span) if span else None for span in (one.actor, one.before, one.after))
        for one in findings.shifts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway, which long opposed the dam, has changed its position and now supports it.",
            ("Norway", "long opposed the dam", "now supports it"),
        ),
        (
            "The union dropped its demand for a pay rise.",
            ("The union", "its demand for a pay rise", None),
        ),
        (
            "The minister initially refused to resign, but later agreed to step down.",
            ("The minister", "initially refused to resign", "later agreed to step down"),
        ),
        ("Denmark has softened its stance on the quota.", ("Denmark", None, None)),
        (
            "The council backed down from its threat to close the mill.",
            ("The council", "its threat to close the mill", None),
        ),
        ("The mayor no longer supports the bridge.", ("The mayor", None, "no longer supports the bridge")),
    ],
)
def test_a_shift_with_the_halves_that_the_text_gives(text: str, expected: tuple[str | None, ...]) -> None:
    """Both halves are the text's own words; what it does not tell is not filled in."""
    assert shifts(text) == [expected]


def test_the_later_half_may_stand_in_the_next_sentence() -> None:
    """Where somebody who belongs to the actor concedes something right after."""
    text = "Norway seems to have shifted its stance. The Prime Minister of Norway, Ann Lee, has conceded that the dam is safe."
    assert shifts(text) == [("Norway", None, "the dam is safe")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway would sign only if Sweden withdrew its objection.",
        "The council did not change its position.",
        "The museum shifted its collection to the cellar.",
        "The hall can no longer be used.",
    ],
)
def test_what_is_no_shift(text: str) -> None:
    """What only might change, did not change, or is no position."""
    assert shifts(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "cue"),
    [
        ("It remains unclear whether the dam will hold.", "unknown", "remains unclear"),
        (
            "The figures could not be independently verified.",
            "unconfirmed",
            "could not be independently verified",
        ),
        ("The number of boats is disputed.", "disputed", "is disputed"),
        ("A repair before winter is highly unlikely.", "unlikely", "is highly unlikely"),
        ("The guards allegedly slept.", "unconfirmed", "allegedly"),
    ],
)
def test_what_is_uncertain(text: str, kind: str, cue: str) -> None:
    """The words that say so, and in which way."""
    article, findings = read(text)
    assert [(one.kind.value, article.quote(one.cue)) for one in findings.uncertainties] == [(kind, cue)]


def test_a_disputed_place_is_no_uncertainty() -> None:
    """“the disputed territory” names a place and leaves nothing open."""
    assert read("Troops entered the disputed territory.")[1].uncertainties == ()


def test_uncertainty_inside_a_statement_is_the_speakers() -> None:
    """The statement is named, so that it is not taken for the article's judgement."""
    _, findings = read("The mayor said that it was unclear whether the dam would hold.")
    (one,) = findings.uncertainties
    assert one.statement == findings.statements[0].id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee told reporters that the dam was safe.", "reporters"),
        ("Ann Lee urged Bo Berg to step in.", "Bo Berg"),
        ("The union called on the mayor to resign.", "the mayor"),
        ("The union accused the company of breaking its promise.", "the company"),
        ("Norway proposed to Sweden that the border be moved.", "Sweden"),
        ("Ann Lee thanked Bo Berg for his patience.", "Bo Berg"),
    ],
)
def test_to_whom_it_is_said(text: str, expected: str) -> None:
    """The addressee is somebody named by the sentence."""
    article, findings = read(text)
    assert expected in [article.quote(one.span) for one in findings.addresses]


def test_a_thing_is_no_addressee() -> None:
    """“told a story” addresses nobody."""
    assert read("Ann Lee told a long story, she said.")[1].addresses == ()


def test_the_lexicon_is_whole() -> None:
    """Every list of the lexicon is read, and no entry stands for two kinds."""
    words = load_words("en")
    assert words.modals
    assert words.openings
    assert not words.none & words.cues.keys()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            'must should only if unless provided that “ ” " ; : . ? ! , Ann Lee said the council need to talks '
            "requires peace no longer dropped its demand previously now supports unclear is not known we will I".split()
        ),
        max_size=40,
    )
)
def test_no_text_breaks_the_rules(words: list[str]) -> None:
    """Whatever stands in a text, spans lie inside it and quote words."""
    article, findings = read(" ".join(words) or "x")
    for one in findings.positions:
        for start, end in (*one.content, one.cue):
            assert 0 <= start < end <= len(article.text)
            assert any(map(str.isalnum, article.text[start:end]))
