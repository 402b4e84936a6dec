"""Where things are: paths of pages and the links between them.

In: the page a link stands on and what it leads to. Out: relative addresses. Links stand in raw HTML, which no site
engine rewrites, so they must be right for the addresses that the engine makes of the paths.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from generator.settings import Links

OVERVIEW = "index.md"
ARTICLES = "articles/index.md"
ACTORS = "actors/index.md"
STATEMENTS = "statements/index.md"
POSITIONS = "positions/index.md"
KEYWORDS = "keywords/index.md"
TIMELINE = "timeline/index.md"
RELATIONS = "relations/index.md"
COMPARISON = "comparison/index.md"
DATA = "data/index.md"
METHOD = "method.md"


def article_path(article: str) -> str:
    """Source path of an article's page."""
    return f"articles/{_leaf(article)}.md"


def actor_path(actor: str) -> str:
    """Source path of an actor's profile."""
    return f"actors/{_leaf(actor)}.md"


def actor_more_path(actor: str, number: int) -> str:
    """Source path of a further page of an actor's sentences; the profile itself holds the first ones."""
    return f"actors/{_leaf(actor)}/page-{number}.md"


def actor_list_path(kind: str, number: int = 1) -> str:
    """Source path of the list of all actors of a kind, or of a further page of it; no actor's address looks so."""
    return f"actors/all/{kind}.md" if number == 1 else f"actors/all/{kind}-{number}.md"


def keyword_list_path(number: int = 1) -> str:
    """Source path of the list of all keywords, or of a further page of it."""
    return f"keywords/all/{number}.md"


def naming_list_path(number: int) -> str:
    """Source path of a further page of the naming matrix; the comparison itself holds the first rows."""
    return f"comparison/names/{number}.md"


def pair_path(first: str, second: str) -> str:
    """Source path of the page of two articles; ids hold two hyphens at most, so that no two pairs share an address."""
    return f"comparison/{first}---{second}.md"


def keyword_path(topic: str) -> str:
    """Source path of a keyword's page."""
    return f"keywords/{_leaf(topic)}.md"


def _leaf(key: str) -> str:
    """An id as a file name; two names mean a folder's own page and are kept free of it."""
    return f"{key}_" if key.lower() in ("index", "readme") else key


def published(path: str, links: Links) -> str:
    """The address of a page or file below the site's root; a folder's ends in a slash."""
    if links is Links.SOURCE or not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if links is Links.FILE:
        return f"{stem}.html"
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"


def address(source: str, target: str, links: Links, anchor: str | None = None) -> str:
    """A link from page `source` to page or file `target`, both source paths; `anchor` without its sign."""
    if source == target and anchor:
        return f"#{quote(anchor)}"
    path = _to_root(source, links) + _from_root(target, links)
    return f"{path or './'}#{quote(anchor)}" if anchor else path or "./"


@lru_cache(maxsize=4)
def _to_root(source: str, links: Links) -> str:
    return "../" * published(source, links).count("/")


@lru_cache(maxsize=20_000)
def _from_root(target: str, links: Links) -> str:
    return quote(published(target, links))


def web_address(url: str | None) -> str | None:
    """`url` where it is an ordinary address of the web, else nothing: no other scheme becomes a link."""
    if not url or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


@dataclass(frozen=True, slots=True)
class Place:
    """The page that is being built: what links start from."""

    path: str
    links: Links
    closed: frozenset[str] = frozenset()
    """Ids of the articles whose pages show none of their sentences."""

    def to(self, target: str, anchor: str | None = None) -> str:
        """A link to another page or file, by its source path."""
        return address(self.path, target, self.links, anchor)

    def article(self, article: str, sentence: str | None = None) -> str:
        """A link to an article, or to one of its sentences where its page shows them."""
        return self.to(article_path(article), None if article in self.closed else sentence)

    def actor(self, actor: str) -> str:
        """A link to a profile."""
        return self.to(actor_path(actor))

    def keyword(self, topic: str) -> str:
        """A link to a keyword's page."""
        return self.to(keyword_path(topic))

    def pair(self, first: str, second: str, anchor: str | None = None) -> str:
        """A link to the page on which two articles stand side by side, in the order of articles."""
        return self.to(pair_path(first, second), anchor)
