"""The network as files for programs that draw and measure networks.

In: the corpus. Out: GraphML, which Gephi and networkx open, and the node-link JSON of networkx. Both hold what the
picture shows, whole: actors, and an arrow for each sort of deed of one to another, weighted by its number.
"""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import networkx as nx

from generator.present.addresses import RELATIONS, published

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.settings import Links

NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold."""
SORTS = ("cooperation", "conflict")
NODE_FIELDS = (
    ("nodes[].id", "id of the actor"),
    ("nodes[].label", "its name"),
    ("nodes[].kind", "person, state, territory, place, organisation, group or document"),
    ("nodes[].mentions", "number of its mentions"),
)
LINK_FIELDS = (
    ("links[].source", "id of the actor who acts"),
    ("links[].target", "id of the actor it is done to"),
    ("links[].key", "id of the arrow"),
    ("links[].sort", "cooperation or conflict"),
    ("links[].weight", "number of happenings that count"),
    ("links[].classes", "PLOVER classes with their numbers"),
    ("links[].articles", "number of articles that tell of the pair, copies among them"),
    ("links[].independent", "number of independent ones"),
    ("links[].address", "address of the pair, below the root of the site"),
)
GRAPHML_FIELDS = (
    ("node/label", "name of the actor; the id of the node is the actor's"),
    ("node/kind", "person, state, territory, place, organisation, group or document"),
    ("node/mentions", "number of its mentions"),
    ("edge/sort", "cooperation or conflict"),
    ("edge/weight", "number of happenings that count"),
    ("edge/classes", "PLOVER classes with their numbers"),
    ("edge/articles", "number of articles that tell of the pair, copies among them"),
    ("edge/independent", "number of independent ones"),
    ("edge/address", "address of the pair, below the root of the site"),
)
JSON_FIELDS = (
    ("directed", "true: arrows go from who acts to whom it is done"),
    ("multigraph", "true: a pair can have an arrow for each sort"),
    ("graph", "nothing; other programs expect the field"),
    *NODE_FIELDS,
    *LINK_FIELDS,
)


def graph_of(corpus: Corpus, links: Links) -> Any:
    """A directed graph with parallel edges; actors without a counted relation are left out."""
    graph = nx.MultiDiGraph()
    actors = {actor.id: actor for actor in corpus.actors}
    happenings = {one.id: one for one in corpus.happenings}
    held = [
        one for one in corpus.relations if one.happenings and one.agent in actors and one.patient in actors
    ]
    used = {key for one in held for key in (one.agent, one.patient)}
    for actor in corpus.actors:
        if actor.id in used:
            graph.add_node(
                actor.id, label=_plain(actor.name), kind=actor.kind.value, mentions=len(actor.mentions)
            )
    page = published(RELATIONS, links)
    for one in held:
        for sort in SORTS:
            kinds = Counter(
                happenings[key].kind for key in one.happenings if happenings[key].quad.endswith(sort)
            )
            if kinds:
                graph.add_edge(
                    one.agent,
                    one.patient,
                    key=f"{one.id}-{sort}",
                    sort=sort,
                    weight=kinds.total(),
                    classes=", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())),
                    articles=len({held.article for held in one.evidence}),
                    independent=one.articles,
                    address=f"{page}#{one.id}",
                )
    return graph


def to_graphml(graph: Any) -> bytes:
    """The graph as GraphML, the same bytes for the same graph."""
    buffer = io.BytesIO()
    nx.write_graphml_xml(graph, buffer, encoding="utf-8", named_key_ids=True)
    return buffer.getvalue().rstrip() + b"\n"


def to_node_link(graph: Any) -> bytes:
    """The graph as networkx' node-link JSON."""
    document = {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{"id": key, **fields} for key, fields in graph.nodes(data=True)],
        "links": [
            {"source": source, "target": target, "key": key, **fields}
            for source, target, key, fields in graph.edges(keys=True, data=True)
        ],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def _plain(text: str) -> str:
    return NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
