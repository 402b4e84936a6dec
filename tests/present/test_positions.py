"""The board of positions, the ledger beyond its page, and those who are never heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.findings import Stand
from generator.present import present
from generator.settings import PresentSettings
from tests.builders import make_corpus, write
from tests.present.river import Element, read_html, read_page, river
from tests.present.views import rest_of, section

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.site import Site


def site(corpus: Corpus, **options: int) -> Site:
    return present(corpus, PresentSettings(**options), "River")  # type: ignore[arg-type]


def read(path: str, corpus: Corpus | None = None, **options: int) -> Element:
    made = site(river() if corpus is None else corpus, **options)
    return read_page(next(page.body for page in made.pages if page.path == path))


BOARD = "positions/index.md"


def test_a_position_is_its_sentence_with_the_words_marked() -> None:
    """The whole sentence stands there; what is promised and the modal verb are marked, holder and addressee named."""
    page = read(BOARD)
    (row,) = page.all("li", id="po-hold")
    (words,) = row.all("p", class_="ds-content")
    assert words.text("ds-chip").startswith(
        "Ada Holm, head of the weir board, said on 3 May 2019 that the weir will hold"
    )
    assert [one.text() for one in words.all("mark")][:3] == ["the weir", "will", "hold"]
    assert "weir board (organisation)" in row.all("p", class_="ds-by")[0].text()
    assert "3 May 2019" in row.all("p", class_="ds-facts")[0].text()
    assert row.all("a", class_="ds-count")[0].attributes["href"] == "../articles/flood/#s1"


def test_the_board_counts_and_leads_down() -> None:
    """A cell holds a number that leads to that holder's positions of that kind."""
    page = read(BOARD)
    (table,) = page.all("table", class_="ds-board")
    (link,) = [one for one in table.all("a", class_="ds-board-count") if "Ada Holm" in one.text()]
    target = link.attributes["href"].removeprefix("#")
    assert page.all(id=target)[0].text() == "Commitments"


def test_the_articles_own_voice_is_never_an_actors() -> None:
    """It stands in its own section, and in no actor's."""
    page = read(BOARD)
    assert section(page, "The articles’ own voice").all("li", id="po-met")
    assert not section(page, "By actor").all("li", id="po-met")


def test_both_halves_of_a_shift_stand_side_by_side() -> None:
    """A half that the text does not give is said to be missing."""
    (shift,) = section(read(BOARD), "Shifts").all("li", id="sh-fell")
    before, after = shift.all("div", class_="ds-half")
    assert "the weir board" in before.text("ds-chip")
    assert "does not say" in after.text()


def test_who_calls_something_uncertain_is_named() -> None:
    """A speaker's uncertainty bears the speaker's name; the article's bears none."""
    rows = {one.attributes["id"]: one for one in section(read(BOARD), "What is uncertain").all("li")}
    assert "says Ben Rask" in rows["un-asked"].text()
    assert "says" not in rows["un-heard"].all("p", class_="ds-facts")[0].text()


def test_positions_on_one_subject_stand_together() -> None:
    """Two holders that share a keyword stand under it."""
    subjects = section(read(BOARD), "By subject").all("section")
    assert [one.all("h3")[0].text() for one in subjects] == ["weir"]
    assert len(subjects[0].all("li")) == 2


def test_a_page_without_positions_says_why() -> None:
    """No empty table: one sentence for each part."""
    text = read(BOARD, make_corpus(write("calm", [["Nothing happened."]]))).text()
    for words in (
        "No position was found.",
        "No article says that somebody changed position.",
        "No article calls",
    ):
        assert words in text


def test_the_overview_shows_positions_at_a_glance() -> None:
    """Under each kind its holders with their shortest words; a dossier without positions has no such section."""
    glance = section(read("index.md"), "Positions at a glance")
    kinds = {kind.all("h3")[0].text(): kind.all("li") for kind in glance.all("section")}
    assert all(1 <= len(held) <= 3 for held in kinds.values())
    assert any("the weir will hold" in held.text() for line in kinds.values() for held in line)
    assert all(held.all("a", class_="ds-count") for line in kinds.values() for held in line)
    assert "Positions at a glance" not in read("index.md", replace(river(), positions=())).text()


def repeated() -> Corpus:
    """The quotation of the first article stands once more in the second."""
    made = river()
    first, second = made.statements[2], made.statements[3]
    return replace(
        made,
        statements=(
            *made.statements[:2],
            replace(first, repeats=(second.id,)),
            replace(second, same_as=first.id),
        ),
    )


def test_a_repeated_quotation_stands_once_with_all_its_evidence() -> None:
    """One row, two sentences in its chip, both articles named; links to the other statement lead to the row."""
    page = read("statements/index.md", repeated())
    assert not page.all("li", id="st-fell")
    (row,) = page.all("li", id="st-asked")
    assert "2" in row.all("a", class_="ds-count")[0].text()
    assert "Drought below the weir" in row.all("p", class_="ds-facts")[0].text()
    article = read("articles/drought.md", repeated())
    assert any(one.attributes["href"].endswith("statements/#st-asked") for one in article.all("a"))


def test_the_ledger_leaves_the_rest_to_a_script() -> None:
    """The page holds the first rows; the script holds the others, so that it works from a disk too."""
    made = site(river(), sentences_per_page=1)
    page = read("statements/index.md", sentences_per_page=1)
    (ledger,) = page.all("ol", class_="ds-ledger")
    assert len(ledger.all("li", class_="ds-entry")) == 1
    assert ledger.attributes["data-total"] == "4"
    (asset,) = [one for one in made.assets if one.path == "statements/statements-rest.js"]
    assert ledger.attributes["data-more"] == "../statements/statements-rest.js"
    data = rest_of(asset)
    assert data["rows"][0] is None
    rows = [read_html(row[1]).all("li")[0] for row in data["rows"][1:]]
    assert [row.attributes["id"] for row in rows] == ["st-rain", "st-asked", "st-fell"]
    (full,) = read("statements/index.md").all("li", id="st-rain")
    assert rows[0].text("ds-card") == full.text("ds-card")
    assert not [one for one in site(river()).assets if one.path.endswith("-rest.js")]


def test_a_cut_board_keeps_its_headings_in_the_script() -> None:
    """Positions that the page does not hold stand under their holder and kind; all values of the controls are kept."""
    made = site(river(), sentences_per_page=1)
    page = read(BOARD, sentences_per_page=1)
    assert len(section(page, "By actor").all("li", class_="ds-stand")) == 1
    (asset,) = [one for one in made.assets if one.path == "positions/positions-rest.js"]
    data = rest_of(asset)
    assert len(data["rows"]) == len(section(read(BOARD), "By actor").all("li", class_="ds-stand"))
    for row in data["rows"][1:]:
        assert "ds-label" in data["parts"][row[0]]


def test_filters_count_all_statements() -> None:
    """Choices are those of the whole ledger, not of the rows in the page."""
    page = read("statements/index.md", sentences_per_page=1)
    (kinds,) = page.all("select", name="kind")
    assert [one.text() for one in kinds.all("option")] == ["all", "says (2)", "claims (1)", "warns (1)"]


def test_silence_is_told_from_speaking_through_others() -> None:
    """A group that never speaks is listed; a body whose head speaks is said to speak through her."""
    corpus = river()
    board = next(one for one in corpus.actors if one.id == "board")
    holm = next(one for one in corpus.actors if one.id == "ada-holm")
    linked = replace(holm, affiliation=board.id)
    corpus = replace(corpus, actors=tuple(linked if one is holm else one for one in corpus.actors))
    found = section(read("statements/index.md", corpus, silence_minimum=2), "Never given a word")
    text = found.text("ds-card")
    assert "weir keepers (group) 3 " in text
    assert "weir board (organisation) 2 sentences, speaks through Ada Holm" in text
    fewer = section(read("statements/index.md", corpus, silence_minimum=9), "Never given a word").text()
    assert "keepers" not in fewer


def test_words_are_counted_by_speaker_and_article() -> None:
    """The table twin holds the words of each speaker in each article."""
    page = read("statements/index.md")
    (figure,) = page.all("figure", id="figure-words")
    rows = [[cell.text() for cell in row.all("td")] for row in figure.all("tr")[1:]]
    assert ["Ada Holm", "13", "0", "13"] in rows


def test_every_kind_has_a_heading() -> None:
    """No kind of position is lost on its way to the page."""
    corpus = river()
    made = replace(
        corpus,
        positions=tuple(replace(corpus.positions[0], id=f"po-{kind}", kind=kind) for kind in Stand),
    )
    assert len(section(read(BOARD, made), "By actor").all("li", class_="ds-stand")) == len(Stand)
