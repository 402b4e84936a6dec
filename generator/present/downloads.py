"""The files that the data page offers.

In: the corpus. Out: `Download` records: the JSON document, one CSV file a kind of thing and the data
dictionary, each with size, checksum and columns. Articles are hostile: no cell may be taken for a formula.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.present.columns import TABLES
from generator.present.extract import SCHEMA, extract_document, extract_json
from generator.present.fields import FIELDS
from generator.present.graphs import GRAPHML_FIELDS, JSON_FIELDS, graph_of, to_graphml, to_node_link
from generator.present.sources import Sources
from generator.present.tallies import dossier_of, tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.corpus import Corpus
    from generator.present.tables import Value
    from generator.settings import PresentSettings

__all__ = ["Download", "Field", "Opening", "extract_document", "extract_json", "files", "state_of"]

FOLDER = "data"
DOCUMENT = "dossier.json"
DICTIONARY = "dictionary.csv"
TYPES = {"json": "application/json", "csv": "text/csv", "graphml": "application/graphml+xml"}

CONVENTIONS = (
    "Positions count characters (Unicode code points) of the article's text from 0; the end is not included. "
    "CSV files are UTF-8 with a byte order mark, so that spreadsheets read them rightly, with commas and "
    "quotation marks as in RFC 4180. A cell whose text begins with =, +, -, @, a tab or a line end has an "
    "apostrophe in front, so that no spreadsheet takes it for a formula. An empty cell means: not known."
)
"""What holds for all files; shown beside them."""

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column of a table, or one field of the JSON document."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How to open a file with one program."""

    program: str
    code: str | None
    """Lines to type; `None` where words do."""
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One file that can be downloaded."""

    path: str
    """Relative to the docs folder."""
    title: str
    description: str
    media_type: str
    rows: int | None
    """Number of rows without the heads; `None` for a document."""
    size: int
    """Bytes."""
    sha256: str
    fields: tuple[Field, ...]
    opening: tuple[Opening, ...]
    content: bytes


def files(corpus: Corpus, settings: PresentSettings) -> tuple[Download, ...]:
    """Every file, in the order in which the data page lists them."""
    sources = Sources(corpus)
    document_fields = tuple(Field(name=name, meaning=meaning) for name, meaning in FIELDS)
    made = [
        _download(
            DOCUMENT,
            "Everything",
            "The whole dossier as one document.",
            document_fields,
            extract_json(corpus),
            None,
        )
    ]
    for table in TABLES:
        fields = tuple(Field(name=name, meaning=meaning) for name, meaning in table.columns)
        rows = list(table.values(sources, settings.links))
        content = to_csv([field.name for field in fields], rows)
        made.append(
            _download(f"{table.name}.csv", table.title, table.description, fields, content, len(rows))
        )
    graph = graph_of(corpus, settings.links)
    for name, words, known, content in (
        ("relations.graphml", "The network for Gephi and other programs.", GRAPHML_FIELDS, to_graphml(graph)),
        ("relations.json", "The same as JSON, as networkx writes it.", JSON_FIELDS, to_node_link(graph)),
    ):
        fields = tuple(Field(name=field, meaning=meaning) for field, meaning in known)
        made.append(_download(name, "Network", words, fields, content, None))
    entries = [
        (file.path.rpartition("/")[2], field.name, field.meaning) for file in made for field in file.fields
    ]
    own = (
        Field(name="file", meaning="name of the file"),
        Field(name="field", meaning="column of a table, or path of a field in the document"),
        Field(name="meaning", meaning="what it holds"),
    )
    content = to_csv([field.name for field in own], entries)
    words = "What every column and field means."
    made.append(_download(DICTIONARY, "Data dictionary", words, own, content, len(entries)))
    return tuple(made)


def to_csv(heads: Iterable[str], rows: Iterable[Iterable[Value]]) -> bytes:
    """A table as RFC 4180, UTF-8 with byte order mark, harmless to spreadsheets."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(heads)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Value) -> str:
    """A value as text; only words can be hostile, so that numbers stay numbers."""
    if isinstance(value, str):
        text = value.replace("\0", "")
        return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else repr(value)


def state_of(corpus: Corpus, downloads: Iterable[Download]) -> str:
    """Words by which a reader can name exactly this state of the data; they hold no date of their own."""
    document = next(file for file in downloads if file.path.endswith(DOCUMENT))
    articles = dossier_of(tally(corpus.comparison, (one.id for one in corpus.articles)))
    return f"A dossier of {articles}, data in the form {SCHEMA}, SHA-256 {document.sha256}."


def _download(
    name: str, title: str, description: str, fields: tuple[Field, ...], content: bytes, rows: int | None
) -> Download:
    return Download(
        path=f"{FOLDER}/{name}",
        title=title,
        description=description,
        media_type=TYPES[name.rpartition(".")[2]],
        rows=rows,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        fields=fields,
        opening=_open(name),
        content=content,
    )


def _open(name: str) -> tuple[Opening, ...]:
    if name == "relations.json":
        return _open_graph(name)
    if name.endswith(".graphml"):
        return _open_graphml(name)
    return _open_table(name) if name.endswith(".csv") else _open_document(name)


def _open_table(name: str) -> tuple[Opening, ...]:
    return (
        Opening(
            program="Python",
            code=f'import pandas\ntable = pandas.read_csv("{name}", keep_default_na=False, na_values=[""])',
        ),
        Opening(program="R", code=f'table <- read.csv("{name}", fileEncoding = "UTF-8-BOM")'),
        Opening(program="Spreadsheet", code=None, words="Open the file; the separator is the comma."),
    )


def _open_document(name: str) -> tuple[Opening, ...]:
    return (
        Opening(program="Python", code=f'import json\ndossier = json.load(open("{name}", encoding="utf-8"))'),
        Opening(program="R", code=f'dossier <- jsonlite::fromJSON("{name}", simplifyVector = FALSE)'),
    )


def _open_graphml(name: str) -> tuple[Opening, ...]:
    return (
        Opening(program="Gephi", code=None, words="File, Open; the graph is directed, with parallel edges."),
        Opening(program="Python", code=f'import networkx\ngraph = networkx.read_graphml("{name}")'),
    )


def _open_graph(name: str) -> tuple[Opening, ...]:
    code = f'import json, networkx\ngraph = networkx.node_link_graph(json.load(open("{name}", encoding="utf-8")), edges="links")'
    return (Opening(program="Python", code=code),)
