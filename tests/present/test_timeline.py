"""The timeline: every entry once, as precise as the texts, and nothing told as done that no article tells."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.findings import ActorKind, Anchor, DateRef, Granularity
from generator.present import present
from generator.present.precision import draw_bar, month_of
from generator.settings import PresentSettings
from tests.builders import make_actor, make_corpus, make_date, make_happening, write
from tests.present.river import Element, read_page
from tests.present.strait import strait

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.corpus import Corpus

HOSTILE = "<img src=x onerror=alert(1)> [a](javascript:b) </span> {{ x }} # *y* | `z`"


def read(corpus: Corpus, path: str = "timeline/index.md", **options: int) -> Element:
    site = present(corpus, PresentSettings(**options), "Strait")  # type: ignore[arg-type]
    return read_page(next(page.body for page in site.pages if page.path == path))


def entries(page: Element) -> list[Element]:
    return [one for one in page.all("li") if "data-class" in one.attributes]


def labels(found: Sequence[Element]) -> list[str]:
    return [one.all("span", class_="ds-day")[0].text("a") for one in found]


def entry(page: Element, key: str) -> Element:
    return next(one for one in entries(page) if one.attributes["id"] == key or one.all(id=key))


def many(number: int, step: int = 3) -> Corpus:
    """A dossier of dated meetings."""
    first = date(2020, 1, 1)
    days = [first + timedelta(days=step * count) for count in range(number)]
    text = write("log", [[f"Ann met Bo on day {count:03}." for count in range(number)]])
    ann, bo = (
        make_actor(
            name.lower(), name, ActorKind.PERSON, *(text.point(name, count) for count in range(number))
        )
        for name in ("Ann", "Bo")
    )
    dates = [make_date(f"d-{count}", text.point(f"day {count:03}"), day) for count, day in enumerate(days)]
    return make_corpus(
        text,
        actors=(ann, bo),
        timeline=tuple(dates),
        happenings=tuple(
            make_happening(str(count), text.point("met", count), agent="ann", patient="bo", date=one.date)
            for count, one in enumerate(dates)
        ),
    )


def test_a_date_is_shown_with_its_happening_and_not_twice() -> None:
    """The sentence of a dated deed stands once, under its day; the date's own address leads there."""
    page = read(strait())
    shelled = entry(page, "ev-shelled")
    assert labels([shelled]) == ["3 May 2019"]
    assert entry(page, "d-3may") is shelled
    assert sum("on 3 May 2019" in one.text("ds-chip") for one in entries(page)) == 1


def test_a_date_without_a_happening_stays() -> None:
    """Nothing that is dated vanishes because nobody does anything in the sentence."""
    page = read(strait())
    assert labels([entry(page, "d-1august"), entry(page, "d-2017")]) == ["1 August 2019", "2017"]


def test_entries_stand_in_the_order_of_time_under_their_years() -> None:
    """Years have headings with addresses, and a year is listed before its months."""
    page = read(strait())
    assert [one.attributes["id"] for one in page.all("h3") if "id" in one.attributes] == ["y2017", "y2019"]
    dated = [label for label in labels(entries(page)) if "20" in label]
    assert dated == ["2017", "3 May 2019", "5 May 2019", "June 2019", "9 July 2019", "1 August 2019"]


def test_long_years_are_divided_by_month() -> None:
    """A year with many entries has a heading with an address for each month."""
    page = read(many(30))
    assert [one.attributes["id"] for one in page.all("h4")] == ["y2020-01", "y2020-02", "y2020-03"]
    assert page.all("h4")[0].text() == "January 2020"


def test_what_has_no_date_is_told_in_the_order_of_the_texts() -> None:
    """Undated deeds stand at the end, by article, and are not left out."""
    page = read(strait())
    undated = [one.attributes["id"] for one in entries(page)][6:]
    assert undated == ["ev-leave", "ev-again", "d-sept", "ev-asked", "ev-thanked"]


def test_dates_are_named_as_far_as_they_are_known() -> None:
    """A month without a year says so; what is counted from the entry above says that."""
    page = read(strait())
    assert labels([entry(page, "d-sept")]) == ["mid-September, year not given"]
    assert labels([entry(page, "ev-asked")]) == ["after the entry above, within days"]
    thanked = entry(page, "ev-thanked")
    assert labels([thanked]) == [""], "the heading says that there is no date"
    assert thanked.all("a", class_="ds-where")[0].text().startswith("paragraph"), (
        "so does it name the article"
    )


def test_several_deeds_of_one_sentence_share_an_entry() -> None:
    """The sentence stands once, with both of its words marked and both deeds above it."""
    found = entry(read(strait()), "ev-threatened")
    assert found.attributes["id"] == "ev-accused"
    assert [one.text() for one in found.all("b")] == ["accusation", "threat"]
    words = found.all("span", class_="ds-scene-words")[0]
    assert [one.text() for one in words.all("mark")] == ["accused", "threatened"]


def test_what_is_not_told_as_done_is_marked() -> None:
    """Plans, somebody's word and doubt are said beside the deed."""
    page = read(strait())
    marks = {
        key: [one.text() for one in entry(page, f"ev-{key}").all("span", class_="ds-modality")]
        for key in ("leave", "again", "blocked", "shelled")
    }
    assert marks == {"leave": ["planned"], "again": ["reported"], "blocked": ["doubtful"], "shelled": []}


def test_publication_stands_apart() -> None:
    """When an article appeared is no event: it has a list of its own, and what is undated is counted."""
    page = read(strait())
    issues = page.all("ol", class_="ds-issues")[0]
    assert [one.text() for one in issues.all("span")] == ["2 August 2019", "North of the Weir"]
    assert "1 article states no date of publication" in page.text()
    assert "2 August 2019" not in labels(entries(page))


def test_the_list_can_be_narrowed_by_what_it_holds() -> None:
    """Each choice of a filter fits at least one entry, so that a click is never in vain."""
    page = read(strait())
    found = entries(page)
    signs = {"actor": " ", "article": " ", "class": " ", "told": "|"}
    selects = page.all("select")
    assert [one.attributes["name"] for one in selects] == ["actor", "class", "article", "told"]
    for select in selects:
        name = select.attributes["name"]
        for option in select.all("option"):
            value = option.attributes["value"]
            if value:
                held = [one for one in found if value in one.attributes[f"data-{name}"].split(signs[name])]
                assert held, (name, value)


def test_a_long_list_keeps_what_happened() -> None:
    """Where not everything fits, deeds stay before mere dates, and the rest is counted."""
    page = read(strait(), sentences_per_page=8)
    found = entries(page)
    assert len(found) == 8
    assert not [one for one in found if "ds-bare" in one.attributes["class"]]
    assert "3 more: in the data files" in page.text()


def test_no_chart_below_five_dated_entries() -> None:
    """Four entries give a sentence and no empty chart; an option cannot lower that."""
    page = read(many(4), chart_minimum=1)
    assert not page.all("div", class_="ds-plot")
    assert "there are 4 dated entries, and it takes 5" in page.text()


@pytest.mark.parametrize("number", [5, 24])
def test_few_entries_have_a_bar_each(number: int) -> None:
    """Each bar reaches from the first to the last day and leads to its sentence; Plotly accepts the figure."""
    plot = json.loads(read(many(number)).all("div", class_="ds-plot")[0].attributes["data-figure"])
    assert go.Figure(plot["data"], {key: value for key, value in plot["layout"].items() if key != "meta"})
    (trace,) = plot["data"]
    assert trace["base"][0] == "2020-01-01"
    assert len(trace["customdata"]) == number
    assert trace["customdata"][1] == "../articles/log/#s2"
    drawn = read(many(number)).all("div", class_="ds-sketch")[0]
    assert len(drawn.all("rect")) == number
    assert [one.attributes["xlink:href"] for one in drawn.all("a")] == trace["customdata"]
    assert "2020-01-01" in drawn.text()


def test_many_entries_are_counted() -> None:
    """Bars count entries by month; their sum is that of the entries."""
    plot = json.loads(read(many(60)).all("div", class_="ds-plot")[0].attributes["data-figure"])
    assert plot["layout"]["yaxis"]["ticktext"][0] == "January 2020"
    assert sum(plot["data"][0]["x"]) == 60


def test_far_dates_do_not_empty_the_chart() -> None:
    """One date centuries away is counted before the others instead of stretching the periods."""
    corpus = many(60)
    far = replace(
        corpus.happenings[0],
        date=replace(corpus.timeline[0].date, lo=date(1200, 1, 1), hi=date(1200, 12, 31)),
    )
    plot = json.loads(
        read(replace(corpus, happenings=(far, *corpus.happenings[1:])))
        .all("div", class_="ds-plot")[0]
        .attributes["data-figure"]
    )
    assert plot["layout"]["yaxis"]["ticktext"][:2] == ["before January 2020", "January 2020"]


def test_doubtful_and_planned_deeds_are_not_drawn() -> None:
    """The chart holds what is told as done and dated, and dates alone."""
    plot = json.loads(read(strait()).all("div", class_="ds-plot")[0].attributes["data-figure"])
    drawn = [word for trace in plot["data"] for word in trace["hovertext"]]
    assert len(drawn) == 5
    assert not [word for word in drawn if "blocked" in word]


def test_two_undated_articles_give_a_clear_page() -> None:
    """Without any date the page says what is missing and what would change that."""
    corpus = make_corpus(write("a", [["Ann met Bo."]]), write("b", [["Bo left."]]))
    text = read(corpus).text()
    assert "No date in the articles can be placed in the calendar." in text
    assert "No happening and no date was found." in text
    assert "No article states its date of publication" in text


def test_a_profile_has_its_own_timeline() -> None:
    """What an actor does and what is done to it, in order, without addresses that the page has already."""
    page = read(strait(), "actors/cape.md")
    shown = entries(page)
    assert labels(shown) == ["9 July 2019", "no date given", "“Within days”counted from before"]
    assert not [one for one in shown if "id" in one.attributes]


def test_hostile_words_stay_words() -> None:
    """Names, titles and sentences that look like markup change no element of the page."""
    plain, hostile = read(strait()), read(strait(HOSTILE))
    assert [one.tag for one in plain.all()] == [one.tag for one in hostile.all()]
    assert HOSTILE in hostile.text()


def test_the_same_corpus_gives_the_same_page() -> None:
    """Two builds differ in no byte."""
    first, second = (present(strait(), PresentSettings(), "Strait").pages for _ in range(2))
    assert first == second


@given(
    st.dates(min_value=date(1, 1, 1)), st.integers(min_value=0, max_value=4000), st.booleans(), st.booleans()
)
def test_bars_stay_inside_their_year(low: date, days: int, has_low: bool, has_high: bool) -> None:  # noqa: FBT001
    """Whatever a date can mean, its bar begins and ends within the strip and can be seen."""
    high = date.fromordinal(min(low.toordinal() + days, date.max.toordinal()))
    found = DateRef(
        span=(0, 1),
        lo=low if has_low else None,
        hi=high if has_high else None,
        granularity=Granularity.INTERVAL,
        anchor=Anchor.EXPLICIT,
        qualifier=None,
        value=None,
        edtf=None,
        rule="",
    )
    bar = draw_bar(found)
    assert (bar is None) == (not has_low and not has_high)
    if bar:
        assert 0 <= bar.start <= 100
        assert 1 <= bar.length <= 101 - bar.start + 0.2
    month = month_of(found)
    assert month is None or 1 <= month <= 12


def test_a_year_without_an_entry_on_the_page_has_no_heading_there() -> None:
    """Entries that the page leaves out are in the script, and so are the headings of years that have no others."""
    site = present(many(60, step=30), PresentSettings(sentences_per_page=20), "Log")
    page = read_page(next(page.body for page in site.pages if page.path == "timeline/index.md"))
    years = page.all("div", class_="ds-year")
    assert years
    assert all(entries(year) for year in years)
    left = [str(year) for year in range(2020, 2025) if not page.all(id=f"y{year}")]
    assert left
    script = "".join(str(one.content) for one in site.assets if "timeline" in one.path)
    assert all(f"y{year}" in script for year in left)
