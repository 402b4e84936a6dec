"""A small dossier about a river, and its pages as a browser would have them.

In: words that may be hostile. Out: a corpus in which they stand wherever text can stand, and the rendered pages read
into elements, so that tests can ask what a reader sees.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import markdown  # type: ignore[import-untyped]

from generator.model.findings import ActorKind, Anchor, Doubt, Granularity, Mode, Stand
from tests.builders import (
    make_actor,
    make_corpus,
    make_date,
    make_statement,
    make_tie,
    make_topic,
    write,
)
from tests.stands import make_matter, make_position, make_shift

if TYPE_CHECKING:
    from generator.model.corpus import Corpus

VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr"})
EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
)


def river(word: str = "weir") -> Corpus:
    """Two articles; `word` stands in titles, names, roles, statements, keywords, dates, file names and addresses."""
    first = write(
        "flood",
        [
            [
                f"Ada Holm, head of the {word} board, said on 3 May 2019 that the {word} will hold through the whole of the coming spring.",
                "She warned of rain.",
            ],
            [
                f"“Nobody asked the {word} keepers what they saw that night,” Ben Rask said.",
                f"The {word} keepers were not heard.",
            ],
        ],
        title=f"Flood at the {word}",
        path=f"flood {word}.txt",
        outlet=f"Valley {word}",
        author=f"Staff {word}",
        published=date(2019, 5, 4),
        url="https://valley.example/flood",
    )
    second = write(
        "drought",
        [[f"Last autumn the river fell, the {word} board claimed.", f"Holm and the {word} keepers met."]],
        headline=f"Drought below the {word}",
        url=f"javascript:alert('{word}')",
    )
    holm = make_actor(
        "ada-holm",
        "Ada Holm",
        ActorKind.PERSON,
        first.point("Ada Holm"),
        second.point("Holm"),
        inferred=[(first.point("She"), f"pronoun after {word}")],
        roles=[(f"head of the {word} board", first.point(f"head of the {word} board"))],
        office_of="board",
        suggestions=[("ben-rask", f"names that differ by one {word}")],
        other_ids=("holm",),
    )
    board = make_actor(
        "board",
        f"{word} board",
        ActorKind.ORGANISATION,
        first.point(f"{word} board"),
        second.point(f"{word} board"),
        sort=f"{word} authority",
    )
    keepers = make_actor(
        "keepers",
        f"{word} keepers",
        ActorKind.GROUP,
        first.point(f"{word} keepers"),
        first.point(f"{word} keepers", 1),
        second.point(f"{word} keepers"),
        affiliation="board",
    )
    rask = make_actor("ben-rask", "Ben Rask", ActorKind.PERSON, first.point("Ben Rask"))
    made = make_corpus(
        first,
        second,
        actors=(keepers, holm, board, rask),
        statements=(
            make_statement(
                "hold",
                first.point(f"the {word} will hold through the whole of the coming spring"),
                speaker="ada-holm",
                heard=first.point("Ada Holm"),
                cue=first.point("said"),
            ),
            make_statement(
                "rain",
                first.point("of rain"),
                speaker="ada-holm",
                heard=first.point("She"),
                cue=first.point("warned"),
                kind="warns",
                rule=f"pronoun after {word}",
            ),
            make_statement(
                "asked",
                first.point(f"“Nobody asked the {word} keepers what they saw that night,”"),
                speaker="ben-rask",
                heard=first.point("Ben Rask"),
                cue=first.point("said", 1),
                about=("keepers",),
                mode=Mode.DIRECT,
            ),
            make_statement(
                "fell",
                second.point("Last autumn the river fell"),
                heard=second.point(f"the {word} board"),
                cue=second.point("claimed"),
                kind="claims",
            ),
        ),
        topics=(
            make_topic(
                "weir",
                word,
                first.point(f"the {word} will hold through the whole of the coming spring"),
                second.point(f"{word} board"),
                actors=(("ada-holm", 2), ("board", 1)),
            ),
            make_topic("rain", f"{word} rain", first.point("rain"), rank=2),
        ),
        timeline=(
            make_date("d-1", first.point("3 May 2019"), date(2019, 5, 3)),
            make_date("d-2", second.point("Last autumn")),
            make_date(
                "d-3",
                second.point("autumn"),
                date(2018, 9, 1),
                date(2018, 11, 30),
                granularity=Granularity.SEASON,
                anchor=Anchor.DOCUMENT,
                rule=f"season before {word}",
            ),
        ),
        ties=(make_tie("ada-holm", "keepers", second.cite(second.sentences[2].span)),),
    )
    hold, _, asked, _ = made.statements
    return replace(
        made,
        positions=(
            make_position(
                "hold",
                first.cite(first.sentences[0].span),
                first.point("will"),
                first.point(f"the {word} will hold"),
                kind=Stand.COMMITMENT,
                statement=hold,
                addressee="board",
                date=first.point("3 May 2019"),
                topics=("weir",),
                actors=("ada-holm", "board"),
            ),
            make_position(
                "asked",
                first.cite(first.sentences[2].span),
                first.point("Nobody"),
                first.point(f"Nobody asked the {word} keepers"),
                statement=asked,
                addressed=first.point(f"{word} keepers"),
                topics=("weir",),
                actors=("keepers",),
            ),
            make_position(
                "met",
                second.cite(second.sentences[2].span),
                second.point("met"),
                second.point(f"the {word} keepers met"),
                kind=Stand.CONDITION,
            ),
        ),
        shifts=(
            make_shift(
                "fell",
                second.cite(second.sentences[1].span),
                second.point("claimed"),
                actor="board",
                heard=second.point(f"the {word} board"),
                before=second.point(f"the {word} board"),
            ),
        ),
        open_matters=(
            make_matter(
                "asked", first.cite(first.sentences[2].span), first.point("Nobody"), Doubt.UNKNOWN, asked
            ),
            make_matter(
                "heard", first.cite(first.sentences[3].span), first.point("not heard"), Doubt.UNLIKELY
            ),
        ),
    )


@dataclass
class Element:
    """An element of a rendered page."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def all(self, tag: str | None = None, **attributes: str) -> list[Element]:
        """Elements below, in order; `class_` asks for one class among several."""
        found = []
        for child in self.children:
            if isinstance(child, Element):
                if child.fits(tag, attributes):
                    found.append(child)
                found += child.all(tag, **attributes)
        return found

    def fits(self, tag: str | None, attributes: dict[str, str]) -> bool:
        """True where tag and attributes are as asked."""
        for name, value in attributes.items():
            held = self.attributes.get(name.rstrip("_"), "")
            if value not in held.split() if name == "class_" else value != held:
                return False
        return tag is None or self.tag == tag

    def text(self, *without: str) -> str:
        """The words, blanks collapsed, without the elements of these tags."""
        return " ".join("".join(self._words(without)).split())

    def _words(self, without: tuple[str, ...]) -> list[str]:
        words: list[str] = []
        for child in self.children:
            if isinstance(child, str):
                words.append(child)
            elif child.tag not in without:
                words += child._words(without)
        return words

    def skeleton(self) -> list[tuple[str, ...]]:
        """Tags and names of attributes, in order: what text must never change."""
        return [(one.tag, *sorted(one.attributes)) for one in self.all()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(EXTENSIONS))


def to_html(body: str) -> str:
    """The page's HTML, with every extension on that a dossier might use."""
    converter = _converter()
    converter.reset()
    html: str = converter.convert(body)
    return html


def read_html(html: str) -> Element:
    """Its elements; fails where they are not properly nested."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def read_page(body: str) -> Element:
    """A generated body as elements."""
    return read_html(to_html(body))
