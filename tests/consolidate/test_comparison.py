"""Articles are compared: copies found, dependence counted, names joined, numbers held against each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.annotate.articles import annotate_article
from generator.consolidate import consolidate, verify
from generator.consolidate.copies import gather_copies
from generator.consolidate.runs import runs_of
from generator.model.comparison import Comparison, Contrast, CopyKind, Share, Thing
from generator.settings import AnnotateSettings
from tests.builders import write

if TYPE_CHECKING:
    from generator.model.article import Article
    from generator.model.comparison import CopyGroup
    from generator.model.corpus import Corpus
    from tests.builders import Text

STORY = [
    "The harbour of Lund was closed on Monday after two tankers touched in the fog off the northern pier.",
    "Nobody was hurt, the port office wrote, and the oil that had leaked was gathered by noon with two barges.",
    "The older of the tankers had been due for repairs in the spring and lay low in the water when it came in.",
    "Fishermen waited outside with their catch until the pilots let them pass one by one late in the evening.",
]
OTHER = [
    "Tankers are to keep a mile apart near Lund, the port office decided, two days after a collision in fog.",
    "Fishermen had asked for that rule for years, since nobody sees far off the pier when the wind drops.",
    "Pilots say that a mile is too much, because the channel is narrow and the tide does not wait for anybody.",
]


def groups(*texts: list[str]) -> tuple[CopyGroup, ...]:
    articles = [write(f"a{number}", [text]).article for number, text in enumerate(texts)]
    return gather_copies(articles, [runs_of(one.text) for one in articles], 0.6)


def read(*texts: Text) -> Corpus:
    articles: list[Article] = [text.article for text in texts]
    found = [annotate_article(article, AnnotateSettings()) for article in articles]
    corpus = consolidate(articles, found)
    verify(corpus)
    return corpus


def test_reprints_cuts_and_updates_are_copies() -> None:
    """A changed headline, a part of the text and a text with more in it are copies, each named for what it is."""
    (group,) = groups(
        [*STORY, *OTHER],
        ["Fog closes harbour", *STORY, *OTHER],
        STORY,
    )
    assert group.articles == ("a1", "a0", "a2")
    assert {pair.b: pair.kind for pair in group.pairs} == {"a0": CopyKind.REPRINT, "a2": CopyKind.CUT}


def test_another_article_on_the_subject_is_no_copy() -> None:
    """Two articles about one collision that share names and no passages stand apart."""
    assert groups(STORY, OTHER) == ()


def test_a_short_text_in_two_others_does_not_join_them() -> None:
    """What two different articles both quote makes them no copies of each other."""
    found = groups(
        [*STORY, *STORY[:2]], [*OTHER, STORY[0], "The mayor would not comment on the costs."], STORY[:1]
    )
    assert all(not {"a0", "a1"} <= set(group.articles) for group in found)


def test_changes_are_the_words_that_differ() -> None:
    """The word diff names the words changed, in both texts, and nothing else."""
    changed = [STORY[0].replace("two tankers", "three barges"), *STORY[1:]]
    ((pair,),) = (group.pairs for group in groups(STORY, changed))
    texts = {f"a{number}": " ".join(text) for number, text in enumerate((STORY, changed))}
    (change,) = pair.changes
    assert {texts[pair.a][slice(*change.a)], texts[pair.b][slice(*change.b)]} == {
        "two tankers",
        "three barges",
    }


def test_copies_and_citing_articles_are_no_further_witnesses() -> None:
    """Copies count once; an article that draws on another counts only without it; nothing counts for nothing."""
    found = Comparison(stands_for={"b": "a"}, cites={"c": ("a",)})
    assert found.witnesses(["a", "b", "c", "d"]) == ("a", "d")
    assert found.independent(["c", "d"]) == 2
    assert found.independent(["b"]) == 1


def test_differences_between_two_reports() -> None:
    """Two words for one deed make a doubtful row of names; two numbers of one loss a difference; both with evidence."""
    corpus = read(
        write(
            "coast",
            [
                [
                    "Norway’s army began a police operation in Lima.",
                    "Norway said the army killed 12 civilians in Lima.",
                ]
            ],
            published=date(2019, 5, 3),
        ),
        write(
            "inland",
            [["An offensive by Norway hit Lima.", "The offensive killed at least 30 civilians in Lima."]],
            published=date(2019, 5, 4),
        ),
    )
    found = corpus.comparison
    (row,) = [row for row in found.namings if row.rule.startswith("military action")]
    assert row.contrast
    assert row.doubtful
    assert {(one.article, one.text) for one in row.wordings} == {
        ("coast", "police operation"),
        ("inland", "offensive"),
    }
    (number,) = [one for one in found.differences if one.kind is Contrast.NUMBER]
    assert {side.value: side.articles for side in number.sides} == {
        "12": ("coast",),
        "at least 30": ("inland",),
    }
    shares = {one.id: one.share for one in found.coverage if one.kind in {Thing.ACTOR, Thing.PLACE}}
    assert shares["norway"] is Share.ALL


LOSS = "The closure of the strait by Norway cost exporters about 40 million euros."


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            LOSS,
            "Norway closed the strait. The chamber put the losses of exporters at 55 million euros.",
            ("about 40 million euros", "55 million euros"),
        ),
        ("An explosion in Lima killed 12.", "The toll in Lima rose to 25.", ("12", "25")),
        ("Turnout in Norway was 48 per cent.", "Turnout in Norway stood at 62%.", ("48 per cent", "62%")),
        ("Norway arrested 40.", "Police of Norway detained more than 60.", ("40", "more than 60")),
    ],
)
def test_numbers_of_one_thing_in_other_words_differ(first: str, second: str, values: tuple[str, ...]) -> None:
    """A loss and a cost, the killed and the toll, with and without a noun: each a doubtful difference."""
    found = read(write("a", [[first]]), write("b", [[second]])).comparison.differences
    (number,) = [one for one in found if one.kind is Contrast.NUMBER]
    assert tuple(side.value for side in number.sides) == values
    assert number.doubtful


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LOSS, "Norway closed the strait. The chamber put the losses of fishermen at 3 million euros."),
        ("Norway said 12 soldiers died in the attack.", "Norway said 30 civilians died in the attack."),
        ("An explosion in Lima killed 12.", "An explosion in Cusco killed 30."),
        ("Prices in Norway rose by 4 per cent.", "Prices in Norway rose from 3 per cent to 5 per cent."),
        (
            "In 2012, Norway spent 3 million euros on roads.",
            "In 2019, Norway spent 5 million euros on roads.",
        ),
        ("Norway freed 12 sailors.", "Norway freed at least ten sailors."),
    ],
)
def test_numbers_of_two_things_are_not_compared(first: str, second: str) -> None:
    """Other people, another place, another year, a change against a value: nothing is held against each other."""
    found = read(write("a", [[first]]), write("b", [[second]])).comparison.differences
    assert not [one for one in found if one.kind is Contrast.NUMBER]


def test_the_one_who_gives_a_number_is_its_speaker() -> None:
    """“Norway put the losses at” is no statement, and yet Norway says so."""
    corpus = read(write("a", [["Norway put the losses of exporters at 55 million euros."]]))
    (found,) = corpus.comparison.quantities
    assert found.speaker == "norway"
    corpus = read(write("a", [["The chamber put the losses of exporters at 55 million euros."]]))
    (found,) = corpus.comparison.quantities
    assert found.speaker is None
    assert found.source_evidence is not None
    assert found.source_evidence.quote == "chamber"


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "Norway attacked the harbour of Peru on 3 May.",
            "Norway denied attacking the harbour of Peru on 3 May.",
            {"asserted", "negated"},
        ),
        (
            "Norway bombed Peru’s harbour at dawn on Monday, officials in Lima said.",
            "Norway denied bombing Peru’s harbour at dawn on Monday.",
            {"reported", "negated"},
        ),
    ],
)
def test_a_denied_deed_is_held_against_the_deed(first: str, second: str, values: set[str]) -> None:
    """A denial by a verb or by a noun in -ing stands beside the deed as one difference."""
    day = date(2021, 5, 6)
    corpus = read(write("a", [[first]], published=day), write("b", [[second]], published=day))
    (found,) = corpus.comparison.differences
    assert found.kind is Contrast.MODALITY
    assert {side.value for side in found.sides} == values


def test_what_is_named_in_passing_is_attributed_to_nobody() -> None:
    """“Since the protests began” in somebody's words does not make the protests his claim."""
    corpus = read(
        write(
            "a", [["The protests in Lima began in June over a law on schools."]], published=date(2021, 9, 3)
        ),
        write(
            "b",
            [["Police have arrested 900 people since the protests in Lima began in June, Ann Lee said."]],
            published=date(2021, 9, 4),
        ),
    )
    assert not [one for one in corpus.comparison.differences if one.kind is Contrast.ATTRIBUTION]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("President Ann Lund spoke in the town hall on Monday. The president left at noon.", True),
        ("Vice President Ann Lund spoke in the town hall on Monday. The president left at noon.", False),
        (
            "Senate President Ann Lund spoke in the town hall on Monday. The U.S. president left at noon.",
            False,
        ),
    ],
)
def test_an_office_is_not_the_one_beside_it(text: str, *, meant: bool) -> None:
    """“The president” is the only president of an article, and no vice president nor president of a senate."""
    corpus = read(write("a", [text.split("  ")]))
    (lund,) = [one for one in corpus.actors if "Lund" in one.name]
    quotes = {one.evidence.quote.casefold() for one in lund.mentions}
    assert any("president" in quote and "lund" not in quote for quote in quotes) is meant
