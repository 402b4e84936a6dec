"""No fact without evidence: what does not stand in its article stops the build."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.consolidate import verify
from generator.errors import EvidenceError
from tests.consolidate.telling import joined


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"quote": "Bo Lee"}, "does not stand in"),
        ({"span": (5, 900)}, "lie outside"),
        ({"article": "z"}, "no article"),
        ({"sentence": "s2"}, "is not the sentence"),
    ],
)
def test_a_false_quotation_stops_the_build_and_names_the_item(change: dict[str, Any], says: str) -> None:
    """Each way in which evidence can be false raises, naming the actor whose evidence it is."""
    corpus = joined("{Ann Lee|person} spoke. {Peru|state} listened.")
    actor = next(one for one in corpus.actors if one.name == "Ann Lee")
    mention = replace(actor.mentions[0], evidence=replace(actor.mentions[0].evidence, **change))
    others = tuple(one for one in corpus.actors if one is not actor)
    with pytest.raises(EvidenceError, match=f"actor ann-lee.*{says}"):
        verify(replace(corpus, actors=(*others, replace(actor, mentions=(mention,)))))


def test_actors_of_one_sentence_are_tied_by_it() -> None:
    """A tie quotes the whole sentence that two actors share."""
    corpus = joined("{Ann Lee|person} saw {Bo Berg|person} in {Peru|state}. {Bo Berg|person} left.")
    tie = next(one for one in corpus.ties if (one.a, one.b) == ("ann-lee", "bo-berg"))
    assert [one.quote for one in tie.evidence] == ["Ann Lee saw Bo Berg in Peru."]
    assert len(corpus.ties) == 3
