"""Charts say what the corpus says, in text, plot and table alike, and no article can act through them."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.corpus import Corpus
from generator.present.addresses import Place
from generator.present.assets import FOLDER, scripts, static_assets, styles
from generator.present.figures import Figure, draw_actor, draw_keywords, draw_mentions, draw_voices
from generator.present.plots import label, shorten
from generator.present.render import environment
from generator.settings import Links, PresentSettings
from tests.present.harbour import NAMES, make_corpus

SETTINGS = PresentSettings()
OVERVIEW = Place("index.md", Links.DIRECTORY)
HOSTILE = '<b onclick="x()">A</b> %{x} $5$ &amp; {{ 7*7 }} {% raw %}\' `c` --8<-- "x" <script>'


def all_figures(corpus: Corpus, settings: PresentSettings = SETTINGS) -> list[Figure]:
    articles = {article.id: article for article in corpus.articles}
    figures = [draw_mentions(corpus, settings, OVERVIEW), draw_voices(corpus, settings, OVERVIEW)]
    figures += [draw_actor(actor, articles, settings, OVERVIEW) for actor in corpus.actors[:1]]
    pairs = zip(corpus.articles, corpus.findings, strict=True)
    figures += [draw_keywords(article, found, settings, OVERVIEW) for article, found in pairs]
    return figures


def plot_of(figure: Figure) -> Any:
    assert figure.plot is not None
    return json.loads(figure.plot)


def strings_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for entry in value.values() for text in strings_in(entry)]
    return [text for entry in value for text in strings_in(entry)] if isinstance(value, list) else []


def rendered(figure: Figure) -> str:
    source = '{% from "figure.md.j2" import figure %}{{ figure(fig) }}'
    return environment().from_string(source).render(fig=figure)


@pytest.mark.parametrize("articles", [1, 2, 5, 20])
def test_plotly_accepts_every_figure(articles: int) -> None:
    """Plotly's own classes, which check every attribute, take what we write by hand."""
    plots = [plot_of(figure) for figure in all_figures(make_corpus(articles=articles)) if figure.plot]
    assert plots
    for plot in plots:
        made = go.Figure({"data": plot["data"], "layout": plot["layout"]})
        assert made.layout.template.layout.to_plotly_json() == {} or "template" not in plot["layout"]


def test_mentions_are_those_of_the_corpus() -> None:
    """Text, bars and table give the same numbers, which are the corpus' own."""
    corpus = make_corpus()
    figure = draw_mentions(corpus, SETTINGS, OVERVIEW)
    top = corpus.actors[0]
    assert figure.says == "Most mentioned: Port Authority, 12 times in 2 articles."
    assert [(row[1].text, row[-1].text) for row in figure.rows] == [
        (actor.name, str(len(actor.mentions))) for actor in corpus.actors
    ]
    bars = [trace for trace in plot_of(figure)["data"] if trace["type"] == "bar"]
    assert [bar["x"][0] for bar in bars] == [6, 6]
    assert sum(bar["x"][0] for bar in bars) == len(top.mentions)


def test_every_bar_and_count_leads_to_evidence() -> None:
    """Each bar carries an address, and the table twin links to the same places."""
    figure = draw_mentions(make_corpus(), SETTINGS, OVERVIEW)
    bars = [trace for trace in plot_of(figure)["data"] if trace["type"] == "bar"]
    addresses = {address for bar in bars for address in bar["customdata"]}
    assert addresses
    assert all(re.fullmatch(r"articles/harbour-\d/#s\d+", address) for address in addresses)
    assert addresses <= {cell.href for row in figure.rows for cell in row}


def test_many_articles_are_summed() -> None:
    """Above a handful of articles one bar shows their sum, since nobody can tell twenty patterns apart."""
    figure = draw_mentions(make_corpus(articles=20), SETTINGS, OVERVIEW)
    assert len([trace for trace in plot_of(figure)["data"] if trace["type"] == "bar"]) == 1
    assert figure.columns == ("Kind", "Actor", "Mentions")


def test_many_actors_are_cut_and_counted() -> None:
    """A chart shows at most twelve actors and says so; the table goes on."""
    names = tuple(f"Actor {chr(65 + number)}" for number in range(20))
    figure = draw_mentions(make_corpus(names), SETTINGS, OVERVIEW)
    assert "The chart shows 12 of 20 actors." in figure.says
    assert len(plot_of(figure)["layout"]["yaxis"]["tickvals"]) == 12
    assert len(figure.rows) == 20


def test_long_tables_say_what_they_leave_out() -> None:
    """Rows that a table does not hold are counted, so that nobody takes it for the whole."""
    names = tuple(f"Actor no. {number:03}" for number in range(120))
    figure = draw_mentions(make_corpus(names, articles=1), SETTINGS, OVERVIEW)
    assert (len(figure.rows), figure.left_out) == (50, 70)
    assert "70 more rows in the data files" in rendered(figure)


def test_unknown_speakers_are_shown_last() -> None:
    """Statements without a known speaker have a row of their own at the end, however many they are."""
    corpus = make_corpus()
    figure = draw_voices(corpus, SETTINGS, OVERVIEW)
    unknown = sum(statement.speaker is None for statement in corpus.statements)
    assert (figure.rows[-1][0].text, figure.rows[-1][-1].text) == ("no resolved speaker", str(unknown))
    assert f"{unknown} without a resolved speaker" in figure.says
    total = sum(int(row[-1].text) for row in figure.rows)
    assert total == len(corpus.statements)


def test_a_shared_first_place_is_shared() -> None:
    """Where several come first the sentence names them all, or how many they are."""
    corpus = make_corpus(NAMES[:5])
    statements = tuple(replace(one, speaker=f"actor-{n % 2}") for n, one in enumerate(corpus.statements[:8]))
    figure = draw_voices(replace(corpus, statements=statements), SETTINGS, OVERVIEW)
    assert figure.says.endswith("Most quoted: Port Authority and Maria Lund, 4 times each.")
    statements = tuple(replace(one, speaker=f"actor-{n % 4}") for n, one in enumerate(corpus.statements[:8]))
    figure = draw_voices(replace(corpus, statements=statements), SETTINGS, OVERVIEW)
    assert figure.says.endswith("Most quoted: 4 speakers, 2 times each.")


def test_unknown_speakers_are_drawn_beside_many_known_ones() -> None:
    """However many speakers there are, the chart keeps a bar for those who are not known and counts them apart."""
    corpus = make_corpus(tuple(f"Actor {chr(65 + number)}" for number in range(20)), articles=1)
    statements = tuple(
        replace(one, speaker=None if n == 20 else f"actor-{n}") for n, one in enumerate(corpus.statements)
    )
    figure = draw_voices(replace(corpus, statements=statements), SETTINGS, OVERVIEW)
    assert plot_of(figure)["layout"]["yaxis"]["ticktext"][-1] == "no resolved speaker"
    assert "The chart shows 11 of 20 speakers." in figure.says


def test_inferred_mentions_are_told_apart() -> None:
    """An actor's chart separates what the texts say from what only a rule says."""
    corpus = make_corpus(articles=6)
    articles = {article.id: article for article in corpus.articles}
    figure = draw_actor(corpus.actors[0], articles, SETTINGS, OVERVIEW)
    assert figure.columns == ("Article", "by name or description", "inferred", "Mentions")
    assert figure.says == "36 mentions in all 6 articles, 9 of them inferred."


def test_keyword_weights_start_at_a_hundred() -> None:
    """The heaviest keyword counts as 100, the others in proportion."""
    corpus = make_corpus()
    figure = draw_keywords(corpus.articles[0], corpus.findings[0], SETTINGS, OVERVIEW)
    assert plot_of(figure)["data"][0]["x"] == [100, 50, 33, 25, 20, 17]


def test_charts_are_withheld_below_the_minimum() -> None:
    """With too little to compare a sentence says so and what would change it; the table stands open."""
    corpus = make_corpus(NAMES[:3])
    for figure in all_figures(corpus):
        assert figure.plot is None
        assert figure.withheld is not None
        assert figure.withheld.startswith("No chart: there ")
        assert figure.withheld.endswith(" would change that.")
        assert '<details class="ds-twin" open>' in rendered(figure)
    assert all(figure.plot for figure in all_figures(corpus, PresentSettings(chart_minimum=2))[:2])


def test_an_empty_corpus_draws_nothing_and_says_so() -> None:
    """Without articles there are sentences instead of empty charts and tables."""
    empty = Corpus(articles=(), findings=())
    for figure in all_figures(empty):
        assert (figure.plot, figure.rows) == (None, ())
        assert figure.says.startswith("No ")
        assert "<table" not in rendered(figure)


def test_hostile_words_stay_words_in_the_plot() -> None:
    """Names and keywords full of markup reach Plotly without a tag, a template or a formula."""
    corpus = make_corpus((HOSTILE, *NAMES), terms=(HOSTILE, *NAMES), title=HOSTILE, articles=4)
    for figure in all_figures(corpus):
        for text in strings_in(plot_of(figure)["data"]) + strings_in(plot_of(figure)["layout"]):
            assert not re.search(r"<(?!br>)|>(?<!<br>)|%\{|\$", text), text
    shown = plot_of(draw_mentions(corpus, SETTINGS, OVERVIEW))["layout"]["yaxis"]["ticktext"][0]
    assert html.unescape(shown) == '<b onclick="x()">A</b> %{x}…'


def test_hostile_words_stay_words_on_the_page() -> None:
    """The figure survives its attribute whole, and nothing on the page can be taken for markup."""
    corpus = make_corpus((HOSTILE, *NAMES), terms=(HOSTILE, *NAMES), title=HOSTILE)
    for figure in all_figures(corpus):
        page = rendered(figure)
        assert "<b " not in page
        assert "<script" not in page
        assert not re.search(r"\{\{|\{%|`|--8<--", page)
        if figure.plot:
            attribute = re.search(r'data-figure="([^"]*)"', page)
            assert attribute is not None
            assert json.loads(html.unescape(attribute[1])) == json.loads(figure.plot)


@given(st.text(max_size=80))
def test_labels_are_short_single_lines(text: str) -> None:
    """Whatever the text, a label keeps to its length, shows the text's own words and holds no markup."""
    made = label(text, 20)
    shown = html.unescape(made)
    assert len(shown) <= 20
    assert "\n" not in shown
    assert not set("<>$%") & set(made)
    assert " ".join(text.split()).startswith(shown.removesuffix("…"))


def test_labels_are_cut_at_a_word() -> None:
    """A long label ends after a whole word where one ends near."""
    assert shorten("The Ministry of Fisheries and Coastal Affairs", 28) == "The Ministry of Fisheries…"


def test_articles_of_one_title_keep_apart() -> None:
    """Two articles that would be named alike get different labels."""
    corpus = make_corpus(articles=4)
    same = replace(corpus, articles=tuple(replace(a, outlet=None, published=None) for a in corpus.articles))
    heads = draw_mentions(same, SETTINGS, OVERVIEW).columns[2:-1]
    assert heads == ("Harbour plan", "Harbour plan (2)", "Harbour plan (3)", "Harbour plan (4)")


def test_figures_are_the_same_every_time() -> None:
    """Two runs over the same corpus give the same JSON, without plotly's default template."""
    first, second = all_figures(make_corpus()), all_figures(make_corpus())
    assert [figure.plot for figure in first] == [figure.plot for figure in second]
    assert all(len(figure.plot) < 6000 for figure in first if figure.plot)


def test_every_page_gets_the_same_files() -> None:
    """Styles and scripts that pages load are published, and the chart library lies beside its script."""
    published = {asset.path: asset.content for asset in static_assets()}
    assert set(styles()) | set(scripts()) <= set(published)
    assert published[f"{FOLDER}/plotly.min.js"].lstrip().startswith(b"/**\n* plotly.js")


def test_what_stands_before_a_chart_leads_to_its_evidence_too() -> None:
    """Each piece is a link with words for those who do not see it; series differ by pattern, not by tone alone."""
    figure = draw_mentions(make_corpus(articles=2), SETTINGS, OVERVIEW)
    assert figure.sketch is not None
    html = rendered(figure)
    for row in figure.sketch.rows:
        for piece in row.pieces:
            assert piece.url
            assert f'xlink:href="{piece.url.replace("#", "&#35;")}"' in html
    assert {piece.tone for row in figure.sketch.rows for piece in row.pieces} == {1, 2}
    assert html.count("url(#ds-fill-mentions-2)") == sum(
        piece.tone == 2 for row in figure.sketch.rows for piece in row.pieces
    )
