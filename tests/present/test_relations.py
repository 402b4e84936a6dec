"""Relations as matrix, picture, list, map and files: all count the same, and every mark leads to its sentences."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.consolidate.relations import gather_relations
from generator.model.findings import ActorKind, Form, Mention
from generator.present import present
from generator.present.graphs import graph_of, to_graphml, to_node_link
from generator.present.layout import Box, Frame, arrange
from generator.present.widths import break_lines, width
from generator.settings import Links, PresentSettings
from tests.builders import make_actor, make_corpus, make_happening, write
from tests.present.river import Element, read_page, to_html
from tests.present.strait import strait, without_deeds

if TYPE_CHECKING:
    from generator.model.corpus import Corpus

HOSTILE = "<script>x</script> \"'><a href=javascript:1> ]]> &lt; {{ x }} # *y* | `z`"
PAGE = "relations/index.md"


def body(corpus: Corpus, path: str = PAGE, **options: int) -> str:
    site = present(corpus, PresentSettings(**options), "Strait")  # type: ignore[arg-type]
    return next(page.body for page in site.pages if page.path == path)


def read(corpus: Corpus, path: str = PAGE, **options: int) -> Element:
    return read_page(body(corpus, path, **options))


def crowd(number: int, ties: int) -> Corpus:
    """Many persons, of whom some pay others."""
    pairs = list(combinations(range(number), 2))[:ties]
    text = write("crowd", [[f"Person {a:02} paid Person {b:02}." for a, b in pairs]])
    keys = sorted({one for pair in pairs for one in pair})
    happenings = tuple(
        make_happening(str(index), text.point("paid", index), agent=f"p{a}", patient=f"p{b}")
        for index, (a, b) in enumerate(pairs)
    )
    return make_corpus(
        text,
        actors=tuple(
            make_actor(f"p{one}", f"Person {one:02}", ActorKind.PERSON, text.point(f"Person {one:02}"))
            for one in keys
        ),
        happenings=happenings,
        relations=gather_relations(happenings),
    )


def test_the_matrix_has_two_kinds_of_marks() -> None:
    """A cell says in words what its marks stand for, and leads to the row of its pair."""
    matrix = read(strait()).all("table", class_="ds-matrix")[0]
    assert [one.text() for one in matrix.all("th", scope="col")] == ["Weir Fleet", "Port Salt", "Cape Fern"]
    (fleet, port) = matrix.all("tbody")[0].all("tr")
    assert port.all("th")[0].text() == "Port Salt"
    marks = [one.attributes["class"] for one in port.all("td")[0].all("span", class_="ds-sort")]
    assert marks == ["ds-sort ds-sort-cooperation", "ds-sort ds-sort-conflict"]
    assert port.all("td")[0].text() == (
        "2 cooperation: 1 agreement, 1 support2 conflict: 1 accusation, 1 threat"
    )
    target = fleet.all("td")[1].all("a")[0].attributes["href"].removeprefix("#")
    row = read(strait()).all("li", id=target)[0]
    assert row.text().startswith("Weir Fleet (group) →to Port Salt (state)")


def test_matrix_network_and_files_count_the_same() -> None:
    """What the table counts is what cells, lines and downloads hold."""
    corpus = strait()
    counted = sum(len(one.happenings) for one in corpus.relations)
    assert counted == 7
    graph = graph_of(corpus, Links.DIRECTORY)
    assert sum(data["weight"] for *_, data in graph.edges(data=True)) == counted
    drawing = read(corpus).all("svg", class_="ds-network-wide")[0]
    assert len(drawing.all("a", class_="ds-tie")) == graph.number_of_edges() == 5


def test_plans_and_doubts_are_listed_and_not_counted() -> None:
    """A row says how many happenings it does not count, and why; no line stands for them."""
    page = read(strait())
    said = [
        one.text()
        for row in page.all("p", class_="ds-dyad-head")
        for one in row.all("span", class_="ds-modality")
    ]
    assert sorted(said) == ["1 doubtful", "1 planned"]
    assert not [one for one in page.all("title") if "planned" in one.text() or "doubtful" in one.text()]


def test_every_line_of_the_network_names_its_deeds() -> None:
    """A line has a name for those who do not see it, and leads to the sentences of its pair."""
    page = read(strait())
    ids = {one.attributes["id"] for one in page.all("li", class_="ds-dyad")}
    lines = page.all("svg", class_="ds-network-wide")[0].all("a", class_="ds-tie")
    assert {one.attributes["xlink:href"].removeprefix("#") for one in lines} <= ids
    names = [one.attributes["aria-label"] for one in lines]
    assert "Weir Fleet → Port Salt: conflict, 1 attack" in names
    assert {one.attributes["class"] for one in lines} == {
        "ds-tie ds-tie-cooperation",
        "ds-tie ds-tie-conflict",
    }


def test_without_deeds_shared_sentences_are_called_that() -> None:
    """Where nobody does anything to anybody, lines are undirected and said to mean no deed."""
    page = read(without_deeds(strait()))
    assert "named in the same sentences, which is no deed" in page.text()
    lines = page.all("svg", class_="ds-network-wide")[0].all("a", class_="ds-tie-shared")
    assert len(lines) == 3
    assert not page.all("polygon", class_="ds-tie-head")
    assert not page.all("table", class_="ds-matrix")
    assert "1 shared sentence" in page.text()


def test_two_articles_without_actors_give_a_clear_page() -> None:
    """Nothing found is said in a sentence for each part, without an empty drawing or table."""
    page = read(make_corpus(write("a", [["It rained."]]), write("b", [["It snowed."]])))
    assert not page.all("svg")
    assert not page.all("table")
    assert len(page.all("p", class_="ds-nothing")) == 4


def test_a_large_network_begins_with_its_strongest_ties() -> None:
    """The first picture holds as many ties as the option says, the second twice as many, and both say so."""
    page = read(crowd(16, 60), network_ties=10)
    wide = page.all("svg", class_="ds-network-wide")
    assert [len(one.all("a", class_="ds-tie")) for one in wide] == [10, 20]
    assert [one.attributes["value"] for one in page.all("input", type="radio")] == ["1", "2"]
    assert "10 of 60 pairs drawn: the strongest." in page.text()


def test_a_profile_shows_who_is_near() -> None:
    """The network of an actor holds it and those it is tied to, and its lines lead to the pairs."""
    page = read(strait(), "actors/cape.md")
    drawing = page.all("svg", class_="ds-network")[0]
    names = [one.attributes["aria-label"] for one in drawing.all("a", class_="ds-node")]
    assert names == ["Cape Fern, place", "Weir Fleet, group", "Port Salt, state"]
    assert drawing.all("a", class_="ds-tie")[0].attributes["xlink:href"].startswith("../../relations/#rl-")


def test_pictures_are_the_same_in_every_build() -> None:
    """The same corpus gives the same bytes; nothing is left to chance."""
    assert body(crowd(14, 40)) == body(crowd(14, 40))


@settings(max_examples=40, deadline=None)
@given(
    st.integers(min_value=1, max_value=24).flatmap(
        lambda size: st.tuples(
            st.lists(st.floats(min_value=13, max_value=62), min_size=size, max_size=size),
            st.sets(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=40),
        )
    ),
    st.sampled_from([(744.0, False), (320.0, True)]),
)
def test_no_two_names_stand_on_each_other(
    graph: tuple[list[float], set[tuple[int, int]]], paper: tuple[float, bool]
) -> None:
    """Whatever is tied to whatever, no two labels overlap and none leaves the paper."""
    halves, links = graph
    boxes = [Box(half=half, above=11, below=40) for half in halves]
    frame = Frame(width=paper[0], reach=110, few=12, upright=paper[1])
    points, height = arrange(boxes, sorted(links), frame)
    for (x, y), box in zip(points, boxes, strict=True):
        assert x - box.half >= -0.2
        assert x + box.half <= frame.width + 0.2
        assert y - box.above >= -0.2
        assert y + box.below <= height + 0.2
    for (one, mine), (other, its) in combinations(zip(points, boxes, strict=True), 2):
        apart = abs(one[0] - other[0]) >= mine.half + its.half - 0.7
        assert apart or abs(one[1] - other[1]) >= mine.above + its.below - 0.7


@given(st.text(), st.floats(min_value=30, max_value=200))
def test_labels_keep_to_their_width(text: str, most: float) -> None:
    """Two lines at most, each within its room, whatever the letters are."""
    lines = break_lines(text, 12, most)
    assert len(lines) <= 2
    assert all(width(line, 12) <= most for line in lines)


def test_hostile_names_stay_names() -> None:
    """A name that looks like markup changes no element of page, picture or profile."""
    for path in (PAGE, "actors/cape.md"):
        plain, hostile = read(strait(), path), read(strait(HOSTILE), path)
        tags = [one.tag for one in hostile.all() if one.tag not in ("text", "a", "polygon", "path", "title")]
        assert tags == [
            one.tag for one in plain.all() if one.tag not in ("text", "a", "polygon", "path", "title")
        ]
        assert f"{HOSTILE} Fleet" in " ".join(
            one.attributes.get("aria-label", "") for one in hostile.all("a")
        )


def test_graphml_comes_back_whole() -> None:
    """The library networkx reads from the file what was written: arrows, names, numbers."""
    graph = graph_of(strait(), Links.DIRECTORY)
    again = nx.read_graphml(io.BytesIO(to_graphml(graph)), force_multigraph=True)
    assert again.is_directed()
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted(map(str, again.edges(data=True))) == sorted(map(str, graph.edges(data=True)))


def test_graphml_has_unique_edges_and_typed_fields() -> None:
    """What Gephi asks for: a declared type for each field and an id of its own for each edge."""
    text = to_graphml(graph_of(strait(), Links.DIRECTORY)).decode()
    assert 'attr.name="weight" attr.type="long"' in text
    assert 'edgedefault="directed"' in text
    ids = [part.partition('"')[0] for part in text.split('<edge source="')[1:]]
    assert len(ids) == 5
    edges = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True).edges(keys=True)
    assert len({key for *_, key in edges}) == 5


@pytest.mark.parametrize("name", [HOSTILE, "a\x0bb", "\ud800", "<![CDATA[x]]>", "\uffff"])
def test_graph_files_hold_any_name(name: str) -> None:
    """No name breaks a file: what XML cannot hold is replaced, everything else comes back."""
    corpus = strait()
    graph = graph_of(
        replace(corpus, actors=(replace(corpus.actors[0], name=name), *corpus.actors[1:])), Links.DIRECTORY
    )
    again = nx.read_graphml(io.BytesIO(to_graphml(graph)), force_multigraph=True)
    assert len(again) == 3
    if name == HOSTILE:
        assert again.nodes["fleet"]["label"] == name
    data = json.loads(to_node_link(graph))
    assert {one["id"] for one in data["nodes"]} == {"fleet", "port", "cape"}


def test_node_link_json_opens_in_networkx() -> None:
    """The JSON file is what networkx takes for a graph."""
    data = json.loads(to_node_link(graph_of(strait(), Links.DIRECTORY)))
    for link in data["links"]:
        assert link["address"].startswith("relations/#rl-")
    again = nx.node_link_graph(data, edges="links")
    assert again.is_multigraph()
    assert again.number_of_edges() == 5


def cities(*names: str) -> Corpus:
    """An article that names cities known to the gazetteer."""
    from generator.lexicons.gazetteer import load_gazetteer

    text = write("tour", [[f"They saw {name}." for name in names]])
    corpus = make_corpus(
        text,
        actors=tuple(
            make_actor(name.lower().replace(" ", "-"), name, ActorKind.PLACE, text.point(name))
            for name in names
        ),
    )
    mentions = tuple(
        Mention(
            span=text.at(name),
            head=text.at(name),
            form=Form.NAME,
            kind=ActorKind.PLACE,
            name=name,
            gazetteer=load_gazetteer().by_name[name].key,
        )
        for name in names
    )
    return replace(corpus, findings=(replace(corpus.findings[0], mentions=mentions),))


def test_five_places_make_a_map() -> None:
    """Points with names on a net of degrees, over the shade of the land, cut at the edges of the paper."""
    page = read(cities("Oslo", "Stockholm", "Helsinki", "Copenhagen", "Reykjavik"))
    drawn = page.all("svg", class_="ds-map")[0]
    assert len(drawn.all("circle")) == 5
    (land,) = drawn.all("path", class_="ds-land")
    starts = re.findall(r"M(-?\d+) (-?\d+)", land.attributes["d"])
    width, height = (float(drawn.attributes[side]) for side in ("width", "height"))
    assert starts
    assert all(0 <= int(x) <= width and 0 <= int(y) <= height for x, y in starts)
    assert drawn.all("a")[0].attributes["aria-label"] == "Copenhagen, 55.7° N, 12.6° E"
    assert [one.text() for one in drawn.all("g", class_="ds-net")[0].all("text")]


def test_four_places_make_a_table() -> None:
    """Too few places for a map are listed with their coordinates, and the page says what it takes."""
    page = read(cities("Oslo", "Stockholm", "Helsinki", "Copenhagen"))
    assert not page.all("svg", class_="ds-map")
    assert "No map: there are 4 located places, and it takes 5." in page.text()
    assert "59.9° N, 10.8° E" in page.text()


def test_a_name_of_several_places_has_no_point() -> None:
    """Two cities of like size bear this name: no point is guessed."""
    page = read(cities("Oslo", "Birmingham"))
    assert "Oslo" in page.text()
    assert "Birmingham" not in page.text()


def test_places_on_both_sides_of_the_date_line_stand_together() -> None:
    """A map of the Pacific does not stretch around the other side of the world."""
    page = read(cities("Suva", "Auckland", "Honolulu", "Apia", "Wellington"))
    net = page.all("svg", class_="ds-map")[0].all("g", class_="ds-net")[0]
    meridians = {one.text() for one in net.all("text") if one.text()[-1] in "EW"}
    assert "160°W" in meridians
    assert not {"80°E", "60°E", "40°E", "20°E", "20°W", "40°W", "60°W"} & meridians
    assert "180°" in [one.text() for one in net.all("text")]


def test_drawings_pass_through_markdown_untouched() -> None:
    """Markdown leaves the picture alone: no paragraph, no entity in a path."""
    html = to_html(body(strait()))
    start = html.index('<svg class="ds-network ds-network-wide"')
    drawing = html[start : html.index("</svg>", start)]
    assert "<p>" not in drawing
    assert "&amp;" not in drawing
