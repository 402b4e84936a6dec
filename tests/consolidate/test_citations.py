"""Articles that draw on another article of the dossier are found, and what only looks like it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from generator.consolidate import consolidate, verify
from generator.model.findings import Mode, Statement
from tests.consolidate.telling import told

if TYPE_CHECKING:
    from generator.model.article import Article
    from generator.model.comparison import Comparison
    from generator.model.findings import Findings

FIRST = "{Norway|state} closed its harbour. The pilots of {Norway|state} had asked for it since spring."
PASSAGE = (
    "The older of the tankers had been due for repairs in the spring and lay low in the water when it came in, "
    "and fishermen waited outside with their catch until the pilots let them pass one by one late in the evening."
)
BEFORE = "Nobody had seen such fog off the pier for years. "
AFTER = " The council meets on Tuesday about the costs, which nobody has counted yet, and about a new light."
ELSEWHERE = "Schools stayed shut for a day because two buses stood in the snow. "
LATER = (
    " Teachers welcomed it, parents less so, and the mayor promised new tyres, better roads and more salt."
)
MAY_3, MAY_4 = date(2021, 5, 3), date(2021, 5, 4)


def text(name: str, marked: str, speaker: str = "", said: str = "", **more: Any) -> tuple[Article, Findings]:
    """An article, and where a speaker is given a statement of the words `said`."""
    article, findings = told(name, marked)

    def at(words: str) -> tuple[int, int]:
        start = article.text.index(words)
        return start, start + len(words)

    if speaker:
        statement = Statement(
            id=f"st-{name}",
            speaker=at(speaker),
            speaker_head=(at(speaker)[1] - len(speaker.rsplit(maxsplit=1)[-1]), at(speaker)[1]),
            cue=None,
            content=(at(said),),
            mode=Mode.INDIRECT,
            kind="says",
            rule="clausal complement",
        )
        findings = replace(findings, statements=(statement,))
    return replace(article, **more), findings


def compared(*pairs: tuple[Article, Findings]) -> Comparison:
    corpus = consolidate([article for article, _ in pairs], [findings for _, findings in pairs])
    verify(corpus)
    return corpus.comparison


def cited(*pairs: tuple[Article, Findings]) -> list[tuple[str, str, str, str]]:
    """Who cites whom by which rule, and the first words it rests on."""
    return [(one.article, one.cited, one.rule, one.evidence[0].quote) for one in compared(*pairs).citations]


def quoting(outlet: str, speaker: str, marked: str = "") -> list[tuple[str, str, str, str]]:
    """An article of the outlet and a later one whose speaker is given, about the same state."""
    said = "ships of Norway turned back"
    return cited(
        text("a", FIRST, outlet=outlet, published=MAY_3),
        text(
            "b",
            f"According to {marked or speaker}, ships of {{Norway|state}} turned back.",
            speaker,
            said,
            outlet="Inland Courier",
            published=MAY_4,
        ),
    )


def test_an_outlet_named_as_source_is_cited() -> None:
    """An article that lays what it tells to another's outlet cites it, with or without "the" and a common noun."""
    rule = "names the outlet as its source"
    for outlet, speaker in (
        ("Coast Gazette", "the Coast Gazette"),
        ("The Coast Gazette", "Coast Gazette reporters"),
        ("COAST GAZETTE", "the newspaper Coast Gazette"),
        ("Coast", "Coast News"),
    ):
        assert quoting(outlet, speaker) == [("b", "a", rule, speaker)]


def test_words_beside_the_name_cite_without_a_statement() -> None:
    """“Told the Gazette”, "the Gazette's report" and a kind of outlet with a capital cite; its own affairs do not."""
    first = text("a", FIRST, outlet="Coast Gazette", published=MAY_3)
    for words, evidence in (
        ("A pilot of {Norway|state} told the Coast Gazette of it.", "told the Coast Gazette"),
        ("Newspaper Coast Gazette reported on {Norway|state}.", "Coast Gazette reported"),
        ("The Coast Gazette's report of Monday named {Norway|state}.", "Coast Gazette's report"),
    ):
        found = cited(first, text("b", words, published=MAY_4))
        assert found == [("b", "a", "names the outlet as its source", evidence)]
    for words in (
        "The Coast Gazette moved to {Norway|state}.",
        "The owner of the Coast Gazette reported a theft in {Norway|state}.",
        "The Coast Gazette said it would leave {Norway|state}.",
    ):
        assert cited(first, text("b", words, published=MAY_4)) == []


def test_a_citing_article_is_no_independent_support() -> None:
    """Beside the article it cites it counts for nothing; alone it counts."""
    found = compared(
        text("a", FIRST, outlet="Coast Gazette", published=MAY_3),
        text(
            "b",
            "According to the Coast Gazette, ships of {Norway|state} turned back.",
            "the Coast Gazette",
            "ships of Norway turned back",
            published=MAY_4,
        ),
        text("c", "Snow fell in {Norway|state} all night.", published=MAY_4),
    )
    assert found.cites == {"b": ("a",)}
    assert found.witnesses(["a", "b", "c"]) == ("a", "c")
    assert found.independent(["b"]) == 1


def test_a_place_of_an_outlets_name_is_no_citation() -> None:
    """Where the outlet's name is a place in the text, whoever speaks there is not the outlet."""
    assert quoting("Lima", "the mayor of Lima", "the mayor of {Lima|place}") == []
    assert quoting("Lima", "Lima", "{Lima|place}") == []


def test_a_longer_name_or_a_common_word_is_no_citation() -> None:
    """An outlet's name inside another's, or the same word as an adjective, does not name the outlet."""
    assert quoting("The Gazette", "the Mountain Gazette") == []
    assert quoting("Guardian", "the Guardian Council") == []
    assert quoting("The Independent", "several independent experts") == []
    assert quoting("The News", "the News") == []


def test_an_outlet_that_tells_of_other_things_or_later_is_not_cited() -> None:
    """A named outlet whose article shares no actor with the statement, or is younger, is not what was read."""
    later = text(
        "b",
        "According to the Coast Gazette, ships of {Norway|state} turned back.",
        "the Coast Gazette",
        "ships of Norway turned back",
        published=MAY_3,
    )
    other = "{Peru|state} has a new harbour."
    assert cited(text("a", other, outlet="Coast Gazette", published=MAY_3), later) == []
    assert cited(text("a", FIRST, outlet="Coast Gazette", published=MAY_4), later) == []


def test_a_link_to_an_article_cites_it() -> None:
    """The address counts with or without "www.", a closing slash or full stop; another page of the site does not."""
    first = text("a", FIRST, url="https://www.coast.example/fog/")
    link = "http://coast.example/fog"
    assert cited(first, text("b", f"More about it stands at {link}.")) == [("b", "a", "links to it", link)]
    assert cited(first, text("b", f"More about it stands at {link}/harbour.")) == []


def test_a_passage_taken_over_cites_the_earlier_article() -> None:
    """Thirty words in a row from an article published before cite it, wherever it stands in the folder."""
    late = text("a", BEFORE * 4 + PASSAGE + AFTER * 3, published=MAY_4)
    early = text("b", ELSEWHERE * 4 + PASSAGE + LATER * 3, published=MAY_3)
    (found,) = compared(late, early).citations
    assert (found.article, found.cited, found.rule) == ("a", "b", "takes over passages")
    assert [one.quote for one in found.evidence] == [PASSAGE.rstrip(".")]


def test_a_passage_that_nobody_took_over_is_no_citation() -> None:
    """A quotation that both print, fewer than thirty words, one day or one outlet: none shows who read whom."""

    def both(passage: str, **more: Any) -> list[tuple[str, str, str, str]]:
        fields = {"published": MAY_4, **more}
        return cited(
            text("a", ELSEWHERE * 4 + passage + LATER * 3, published=MAY_3, outlet=more.get("outlet")),
            text("b", BEFORE * 4 + passage + AFTER * 3, **fields),
        )

    assert both(PASSAGE)
    assert both(f"“{PASSAGE}”") == []
    assert both(PASSAGE[: PASSAGE.index(" and fishermen")]) == []
    assert both(PASSAGE, published=MAY_3) == []
    assert both(PASSAGE, published=None) == []
    assert both(PASSAGE, outlet="Coast Gazette") == []


def test_two_that_cite_each_other_keep_the_later_one() -> None:
    """Of two articles that link to each other the later one draws on the earlier, so that one of them counts."""
    found = compared(
        text("a", "See https://inland.example/2 for more.", url="https://coast.example/1", published=MAY_4),
        text("b", "See https://coast.example/1 for more.", url="https://inland.example/2", published=MAY_3),
    )
    assert found.cites == {"a": ("b",)}
    assert found.independent(["a", "b"]) == 1
