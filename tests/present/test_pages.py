"""What a reader finds on the pages: every item with its proof, and what is not known said plainly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from generator.model.article import Copy
from generator.model.findings import ActorKind
from generator.present import present
from generator.settings import PresentSettings
from tests.builders import make_actor, make_corpus, make_date, make_statement, write
from tests.consolidate.telling import joined
from tests.present.river import read_page, river, to_html
from tests.present.views import read, section

NEWS = (
    (
        "{Ada Holm|person} closed the upper weir on the river Olt after the flood of the spring. It was late. The town of "
        "{Sund|place} asked the weir keepers for a plan against the next flood of the river. Nobody slept that night."
    ),
    (
        "The weir keepers of the river Olt met the town of {Sund|place} over a plan against the flood. {Ben Rask|person} "
        "promised new gates for the upper weir before the winter comes again."
    ),
)


def test_an_article_shows_its_whole_text() -> None:
    """Sentence by sentence, verbatim, each under the anchor to which evidence leads."""
    corpus = river()
    page = read("articles/flood.md", corpus)
    article, findings = corpus.articles[0], corpus.findings[0]
    for sentence in findings.sentences:
        (shown,) = page.all(id=sentence.id)
        assert shown.text() == article.quote(sentence.span)


def test_paragraphs_are_numbered_without_the_headline() -> None:
    """The headline is no paragraph; its sentence has an anchor all the same."""
    page = read("articles/drought.md")
    assert [one.text() for one in page.all("h3", class_="ds-paragraph")] == ["Paragraph 1"]
    assert page.all("p", class_="ds-headline")[0].text() == "Drought below the weir"
    assert page.all(id="s1")


def test_what_an_article_does_not_state_is_named() -> None:
    """An article without outlet and date says so; nothing is made up."""
    page = read("articles/drought.md")
    meta = page.all("div", class_="ds-meta")[0].text()
    assert "no outlet given" in meta
    assert "no date given" in meta
    assert "4 May 2019" in read("articles/flood.md").all("div", class_="ds-meta")[0].text()


def test_marks_say_what_they_are() -> None:
    """A name leads to its profile; a statement names its speaker and leads to the ledger."""
    page = read("articles/flood.md")
    name = next(one for one in page.all("a", class_="ds-mark") if one.text() == "Ada Holm")
    assert name.attributes["href"] == "../../actors/ada-holm/"
    assert name.attributes["title"] == "Ada Holm, person"
    guessed = page.all("a", class_="ds-guess")[0]
    assert guessed.text() == "She"
    assert guessed.attributes["title"] == "Ada Holm, person; inferred: pronoun after weir"
    end = page.all("a", class_="ds-end")[0]
    assert end.attributes["href"] == "../../statements/#st-hold"
    assert "Ada Holm (says)" in end.attributes["aria-label"]
    start = page.all("span", class_="ds-start")[0]
    assert start.attributes["aria-label"].startswith("Ada Holm, says, ")
    assert start.text() == ""


def test_a_chip_counts_sentences_and_leads_to_the_first() -> None:
    """Three mentions in three sentences: a figure of three, the sentences and where they stand."""
    chip = read("actors/keepers.md").all("p", class_="ds-also")[0].all("ds-chip")[0]
    assert chip.all("a", class_="ds-count")[0].attributes["aria-label"] == "Evidence: 3 sentences"
    assert chip.all("a", class_="ds-count")[0].attributes["href"] == "../../articles/flood/#s3"
    assert [one.text() for one in chip.all("a", class_="ds-where")] == [
        "Flood at the weir · paragraph 2",
        "Flood at the weir · paragraph 2",
        "Drought below the weir · paragraph 1",
    ]


def test_the_ledger_holds_every_statement_under_its_id() -> None:
    """With what filters need; a speaker who is not resolved keeps the words of the text."""
    ledger = read("statements/index.md")
    lines = ledger.all("li", class_="ds-entry")
    assert [one.attributes["id"] for one in lines] == ["st-hold", "st-rain", "st-asked", "st-fell"]
    assert lines[3].attributes["data-speaker"] == "-"
    assert "“the weir board” not resolved" in lines[3].text()


def test_dates_stand_in_their_order() -> None:
    """By the first day they can mean; without one under a heading of their own."""
    page = read("timeline/index.md")
    dated = section(page, "In order").all("span", class_="ds-day")
    assert [one.text() for one in dated] == ["1 September – 30 November 2018season before weir", "3 May 2019"]
    undated = section(page, "Without a calendar date").all("span", class_="ds-day")
    assert [one.text("a") for one in undated] == ["“Last autumn”day, month and year"]


def test_the_overview_says_what_is_not_known() -> None:
    """An undated article, a statement without speaker, an actor who is never heard."""
    text = section(read("index.md"), "Not known").text()
    assert "1 article states no date of publication: Drought below the weir." in text
    assert "1 statement has no resolved speaker." in text
    assert "never given a word: weir keepers (group)." in text


def test_nothing_stands_twice_on_the_overview() -> None:
    """A key sentence is quoted whole, once; cards and cells quote others, or none."""
    page = read("index.md", joined(*NEWS))
    gist = [one.text() for one in page.all("q", class_="ds-key-words")]
    assert gist
    rest = section(page, "Who is who").text() + section(page, "What happened").text()
    assert [one for one in gist if one in rest] == []
    chips = [one.all("ds-chip") for one in page.all("li", class_="ds-gist-line")]
    assert all(chips)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("articles/index.md", "There is no article."),
        ("actors/index.md", "No actor was found."),
        ("statements/index.md", "No statement was found."),
        ("keywords/index.md", "No keyword was found."),
        ("timeline/index.md", "No date in the articles"),
        ("index.md", "There is no article."),
    ],
)
def test_an_empty_dossier_explains_itself(path: str, words: str) -> None:
    """No empty table: a sentence says that there is nothing."""
    page = read(path, make_corpus())
    assert words in page.text()
    assert not page.all("table", class_="ds-table")


def test_a_text_that_is_not_analysed_is_still_read() -> None:
    """Its page holds the text and says why nothing is marked; it has no list of what was looked for in vain."""
    text = write("muisto", [["Joki tulvi keväällä."]], title="Joki")
    page = read("articles/muisto.md", make_corpus(text, analysed=False))
    assert page.all(id="s1")[0].text() == "Joki tulvi keväällä."
    assert "not analysed (Finnish)" in page.text()
    assert [one.text() for one in page.all("h2")] == ["Text"]


def test_a_lone_article_is_held_against_nothing() -> None:
    """That there is no other article is said once."""
    page = read("articles/muisto.md", make_corpus(write("muisto", [["The river rose."]], title="River")))
    heads = [one.text() for one in page.all("h2")]
    assert "Dates" in heads
    assert heads[-1] == "Only in this article"
    assert page.text().count("There is no other article.") == 1


def test_headings_do_not_skip_a_level() -> None:
    """Every page has one level-one heading, first, and no level is left out below it."""
    for page in present(river(), PresentSettings(), "River").pages:
        levels = [
            int(one.tag[1]) for one in read_page(page.body).all() if one.tag in ("h1", "h2", "h3", "h4")
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.path


def test_pages_load_nothing_and_run_nothing() -> None:
    """No script, style, frame or picture stands in a page, and no event attribute."""
    for page in present(river(), PresentSettings(), "River").pages:
        for one in read_page(page.body).all():
            assert one.tag not in ("script", "style", "iframe", "img", "object", "embed", "link")
            assert not [name for name in one.attributes if name.startswith("on") or name == "src"]


def test_two_runs_give_the_same_pages() -> None:
    """Nothing depends on order of hashing or on the time."""
    assert present(river(), PresentSettings(), "River") == present(river(), PresentSettings(), "River")


def found_by_search(path: str) -> dict[str, str]:
    """Entries that Material's search makes of a page: title -> text."""
    site = present(river(), PresentSettings(), "River")
    parser = Parser()
    parser.feed(to_html(next(page.body for page in site.pages if page.path == path)))
    parser.close()
    return {f"{one.id or ''} {''.join(one.title).strip()}".strip(): "".join(one.text) for one in parser.data}


def test_search_lands_on_the_paragraph() -> None:
    """The text of an article is indexed paragraph by paragraph, without cards or marks."""
    entries = found_by_search("articles/flood.md")
    assert "said on 3 May 2019 that the weir will hold" in entries["p1 Paragraph 1"]
    assert "Nobody asked" in entries["p2 Paragraph 2"]
    assert "End of a statement" not in "".join(entries.values())


def test_search_finds_an_actor_by_any_alias() -> None:
    """Names and roles are indexed on the profile, the sentences on the articles alone."""
    entries = found_by_search("actors/ada-holm.md")
    text = " ".join([*entries, *entries.values()])
    assert "Ada Holm" in text
    assert "Holm" in entries["ada-holm Ada Holm"]
    assert "head of the weir board" in text
    assert "that the weir will hold" not in text


def test_search_finds_no_sentence_twice() -> None:
    """Lists and ledgers are found by their titles alone."""
    for path in ("index.md", "statements/index.md", "keywords/weir.md", "timeline/index.md"):
        assert "weir" not in "".join(found_by_search(path).values()), path


def test_an_article_without_a_title_of_its_own_has_a_page() -> None:
    """Titles may be equal; pages are told apart by the article's id."""
    first, second = write("a", [["One."]], title="Same"), write("b", [["Two."]], title="Same")
    site = present(make_corpus(first, second), PresentSettings(), "River")
    paths = [page.path for page in site.pages]
    assert len(paths) == len(set(paths))
    assert {"articles/a.md", "articles/b.md"} <= set(paths)


def test_further_files_with_the_same_text_are_named() -> None:
    """One article, and below its title the other files that hold it."""
    corpus = river()
    first = replace(corpus.articles[0], copies=(Copy(id="twin", path="twin.txt"),))
    page = read("articles/flood.md", replace(corpus, articles=(first, *corpus.articles[1:])))
    assert "the same text as twin.txt" in page.all("p", class_="ds-file")[0].text()


def test_a_date_given_twice_in_the_same_words_is_one() -> None:
    """An article lists each date that it names once, with all sentences that give it."""
    text = write(
        "a", [["It rained on 3 May 2019.", "On 3 May 2019 the mill closed.", "It opened on 4 May 2019."]]
    )
    days = ((0, 3, "3 May 2019"), (1, 3, "3 May 2019"), (0, 4, "4 May 2019"))
    dates = tuple(
        make_date(f"d-{at}", text.point(words, nth), date(2019, 5, day))
        for at, (nth, day, words) in enumerate(days)
    )
    rows = section(read("articles/a.md", make_corpus(text, timeline=dates)), "Dates").all("li")
    assert [row.all("a", class_="ds-count")[0].text() for row in rows] == ["2", "1"]


def test_a_profile_has_no_empty_part() -> None:
    """What says nothing is left out; that nobody quotes the actor is said once, on top."""
    text = write("a", [["Ann Lee slept."]])
    lee = make_actor("lee", "Ann Lee", ActorKind.PERSON, text.point("Ann Lee"))
    page = read("actors/lee.md", make_corpus(text, actors=(lee,)))
    assert [one.text() for one in page.all("h2")] == ["Every mention"]
    (silent,) = page.all("p", class_="ds-nothing")
    assert (
        silent.text() == "No statement in the articles is attributed to Ann Lee, and none speaks of Ann Lee."
    )


def test_what_is_said_of_an_actor_is_folded_beyond_the_first_ten() -> None:
    """The rest opens where it stands; nothing is lost."""
    lines = [f"Rain {number} hit Ann Lee." for number in range(12)]
    text = write("a", [lines])
    lee = make_actor("lee", "Ann Lee", ActorKind.PERSON, *(text.point("Ann Lee", nth) for nth in range(12)))
    said = tuple(
        replace(make_statement(str(nth), text.point(line.rstrip("."))), about=("lee",))
        for nth, line in enumerate(lines)
    )
    found = section(read("actors/lee.md", make_corpus(text, actors=(lee,), statements=said)), "Is spoken of")
    (fold,) = found.all("details", class_="ds-fold")
    assert fold.all("summary")[0].text() == "2 more"
    assert (len(fold.all("li")), len(found.all("li"))) == (2, 12)
