"""Where a text names an outlet of the dossier as what it draws on.

In: a text, the names of outlets. Out: the places of such names. A name counts where it stands in capitals, is no place and no
part of a longer name; a place counts where the words beside it cite ("told the Gazette", "the Gazette's report"), and not
where the outlet is only told of ("the Gazette moved", "said it would sue").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.lexicons import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.article import Span

WORD = re.compile(r"[^\W_]+")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
OPENERS = frozenset(
    "the a an this that these in on at by to of for from as and but or when while after since his her".split()
)
SELF = re.compile(
    r"(?:(?:that |in a statement that |on \w+ that )?(?:it|its|they|their|the (?:newspaper|paper|outlet|company))"
    r"|(?:a |an )?(?:record |net |annual |yearly |quarterly |higher |lower )?(?:loss|losses|profit|profits|earnings)"
    r"(?! of (?!about|more|nearly|some)[a-z]))\b"
)
"""What an outlet says of itself: what it will do, and what it has earned."""
INSIDE = re.compile(r"\b(?:of|at|for|from|with|against|to|by|in|and|or) (?:the )?$", re.IGNORECASE)
ENDS = re.compile(r"[.!?]\s+|\n")
AROUND = 80
"""Characters beside a name that are read."""


class _Words(NamedTuple):
    """The lexicon as expressions that are laid beside a name."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    kinds: frozenset[str]
    all: frozenset[str]


@cache
def _words() -> _Words:
    sections: dict[str, list[str]] = read_yaml("en", "citing")
    kinds, works = _any(sections["kind"]), _any(sections["work"])
    # "told the newspaper", "a report by the daily", "a report of Monday by": then the name.
    lead = rf"(?:the |a |an )?(?:\w+(?:[’']s)? )?(?:(?:{kinds}) )*(?:the )?"
    day = r"(?: (?:on|of) \w+day)?"
    before = (
        rf"(?:\b(?:{_any(sections['before'])})|\b(?:{works}){day},? (?:{_any(sections['link'])})"
        rf"|\bin (?:a|an|its) (?:\w+ )?(?:{works}){day},) {lead}$"
    )
    between = _any(sections["between"])
    after = (
        rf"(?: (?:{kinds}))*(?:[’']s? (?:\w+ )?(?:{works})\b| (?:{works})\b(?! (?:to|on the)\b))"
        rf"|(?P<verb>(?: (?:{kinds}))*(?:[’']s (?:\w+ )?(?:{_any(sections['staff'])})(?: in \w+)?)?"
        rf"(?:, [^,.]{{1,60}},)?,? (?:which )?(?:(?:{between}) ){{0,2}}(?:{_any(sections['after'])})\b)"
    )
    return _Words(
        re.compile(before),
        re.compile(after),
        frozenset(sections["kind"]),
        frozenset(word for entry in sections["before"] for word in WORD.findall(entry)),
    )


def _any(entries: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, entries), key=lambda one: (-len(one), one)))


def generic(word: str) -> bool:
    """Whether a word beside a name says only that it is an outlet, or when it appeared."""
    return word.casefold() in _words().kinds or word.casefold() in CALENDAR


def named(outlet: str, text: str, folded: str) -> Iterator[Span]:
    """Places of an outlet's name (in lower-case words) in a text: in capitals, and not within a longer name."""
    at = folded.find(outlet)
    while at >= 0:
        end = at + len(outlet)
        alone = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
        if text[at].isupper() and alone and not _within_longer(text, at, end):
            yield at, end
        at = folded.find(outlet, end)


def _within_longer(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    word = re.search(r"([^\W_]+)[ -]$", before)
    if word is not None and word[1][0].isupper() and not generic(word[1]):
        first = (
            ENDS.search(before[: word.start()] + " ", max(0, word.start() - 2)) is not None
            or start - len(word[0]) == 0
        )
        known = word[1].casefold() in OPENERS or word[1].casefold() in _words().all
        if not (known and (first or word[1].casefold() in OPENERS)):
            return True
    follows = re.match(r"[ -]([^\W_]+)", after)
    return follows is not None and follows[1][0].isupper() and not generic(follows[1])


def citing(text: str, span: Span) -> Span | None:
    """The words that cite, with the name; `None` where the outlet is only told of."""
    before, after = text[max(0, span[0] - AROUND) : span[0]], text[span[1] : span[1] + AROUND]
    ends = list(ENDS.finditer(before))
    if ends:
        before = before[ends[-1].end() :]
    found = _words().before.search(before.casefold())
    if found is not None and len(before.casefold()) == len(before):
        return span[0] - len(before) + found.start(), span[1]
    behind = _words().after.match(after.casefold())
    if behind is None:
        return None
    # "The editor of the Gazette said": the verb has another subject.
    if behind["verb"] is not None and (INSIDE.search(before) or _of_itself(after[behind.end() :])):
        return None
    return span[0], span[1] + behind.end()


def speaks(text: str, lead: Span, content: Sequence[str]) -> bool:
    """Whether a speaker whose words hold the name is the outlet itself and tells of something else than itself.

    `lead` is what stands before the name in the speaker's words: "the editor of the" is another speaker.
    """
    return INSIDE.search(text[lead[0] : lead[1]]) is None and not (content and _of_itself(content[0]))


def _of_itself(rest: str) -> bool:
    """“The Gazette said it would sue”: it speaks for itself and reports nothing."""
    return SELF.match(rest.lstrip().casefold()) is not None
