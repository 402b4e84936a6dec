"""Mentions become actors: what belongs together is joined, what is doubtful is not."""

from __future__ import annotations

import time

import pytest

from generator.consolidate.ids import Ids, slug
from generator.consolidate.naming import is_acronym_of, person_name
from generator.model.findings import ActorKind
from tests.consolidate.telling import actors, joined, told


def test_surname_is_the_person_named_in_full_in_the_article() -> None:
    """“Lee” is Ann Lee where the article names her in full."""
    found = actors("{Ann Lee|person} spoke. {Lee|person} left.")
    assert list(found) == ["Ann Lee"]
    assert [mention.evidence.quote for mention in found["Ann Lee"].mentions] == ["Ann Lee", "Lee"]


def test_two_persons_of_one_surname_stay_two() -> None:
    """Each article's "Lee" is the Lee it names in full; a third article's is left open."""
    corpus = joined(
        "{Ann Lee|person} spoke. {Lee|person} left.",
        "{Bo Lee|person} spoke. {Lee|person} left.",
        "{Lee|person} came.",
    )
    quotes = {actor.name: [one.evidence.article for one in actor.mentions] for actor in corpus.actors}
    assert quotes == {"Ann Lee": ["a", "a"], "Bo Lee": ["b", "b"], "Lee": ["c"]}


def test_surname_of_two_persons_in_one_article_is_left_open() -> None:
    """Where an article names two Lees equally often, "Lee" is given to neither."""
    found = actors("{Ann Lee|person} met {Bo Lee|person}. {Lee|person} left.")
    assert found["Lee"].mentions[0].rule.endswith("left open")


def test_name_known_to_most_articles_is_marked_as_inferred() -> None:
    """A bare surname read as its best-known bearer says so."""
    found = actors(
        *["{Ann Lee|person} spoke. {Ann Lee|person} left."] * 2,
        "{Bo Lee|person} slept.",
        "{Lee|person} came.",
    )
    last = found["Ann Lee"].mentions[-1]
    assert last.inferred
    assert "named most in all articles" in last.rule


def test_middle_names_and_initials_make_no_other_person() -> None:
    """“Ann B. Lee” and “Ann Lee” are one; a hyphen joins two persons, not a first and a last name."""
    assert person_name("Ann B. Lee") == person_name("Ann Lee")
    assert not person_name("Lee-Nash").full


def test_initial_and_beginning_of_a_surname_are_the_person_of_the_article() -> None:
    """“A-Lee” is Ann Leeson where the article has nobody else whom it fits."""
    found = actors("{Ann Leeson|person} sang. {A-Lee|organisation} left.")
    assert [mention.evidence.quote for mention in found["Ann Leeson"].mentions] == ["Ann Leeson", "A-Lee"]
    assert len(actors("{Ann Leeson|person} met {Abe Leery|person}. {A-Lee|organisation} left.")) == 3


def test_capital_that_acts_is_its_state_by_inference() -> None:
    """A metonym counts as a mention of the state, marked with its rule, and is no alias of it."""
    article, findings = told("a", "{Oslo|place} refused. {Norway|state} agreed.")
    from dataclasses import replace

    from generator.consolidate import consolidate

    first = replace(findings.mentions[0], stands_for="state:NO")
    corpus = consolidate([article], [replace(findings, mentions=(first, *findings.mentions[1:]))])
    (norway,) = corpus.actors
    assert norway.name == "Norway"
    assert norway.mentions[0].inferred
    assert "Oslo" in norway.mentions[0].rule
    assert [alias.text for alias in norway.aliases] == ["Norway"]


def test_groups_of_different_states_are_kept_apart() -> None:
    """Officials of two states are two groups, each belonging to its state; both wordings of one are one."""
    found = actors(
        "{Norway|state} and {Peru|state} met. {Norwegian officials|group official @state:NO} left. "
        "{officials in Oslo|group official @state:NO} stayed. {Peruvian officials|group official @state:PE} ate."
    )
    assert found["Norwegian officials"].affiliation == "norway"
    assert [alias.text for alias in found["Norwegian officials"].aliases] == [
        "Norwegian officials",
        "officials in Oslo",
    ]
    assert found["Peruvian officials"].affiliation == "peru"


def test_body_without_owner_is_nobody() -> None:
    """“The ministry” may be any; a page for it would join what does not belong together."""
    assert not actors("{ministry|organisation ministry} spoke.")


def test_named_and_described_ministry_are_one() -> None:
    """“Peruvian Health Ministry” and “Peru's health ministry” are one body of Peru."""
    found = actors(
        "{Peruvian Health Ministry|organisation @state:PE} spoke. "
        "{health ministry|organisation health ministry @state:PE} spoke."
    )
    assert [actor.name for actor in found.values()] == ["Peruvian Health Ministry"]


def test_acronym_in_brackets_is_the_body_it_was_introduced_for() -> None:
    """“North Coast Fishery Board (NCFB)” and a later “NCFB” are one body, in other articles too."""
    found = actors(
        "{North Coast Fishery Board|organisation} ({NCFB|organisation}) met. {NCFB|organisation} voted.",
        "{NCFB|organisation} closed.",
    )
    assert len(found["North Coast Fishery Board"].mentions) == 4
    assert is_acronym_of("OSCE", "Organization for Security and Co-operation in Europe")
    assert not is_acronym_of("NCB", "North Coast Fishery Board")
    assert is_acronym_of("NCFB", "North Coast Fishery Board")


def test_majority_decides_the_kind_of_a_name() -> None:
    """One article's mistake about a name does not split it."""
    found = actors("{Velmar|organisation} grew. {Velmar|organisation} fell.", "{Velmar|person} rose.")
    assert found["Velmar"].kind is ActorKind.ORGANISATION
    assert len(found["Velmar"].mentions) == 3


def test_addresses_stay_when_an_article_is_added() -> None:
    """Another article, with other wordings and more mentions, renames no actor's address."""
    first = "{Ann Lee|person} met {officials in Oslo|group official @state:NO}."
    before = {actor.name: actor.id for actor in joined(first).actors}
    after = {
        actor.id
        for actor in joined(
            first, "{Norwegian officials|group official @state:NO} saw {Ann Lee|person}. {Lee|person} left."
        ).actors
    }
    assert set(before.values()) <= after


@pytest.mark.parametrize("name", ["Zoë Müller", "田中", "🦊", "<b>", "../..", "x" * 500, "ʻOkina", "  "])
def test_ids_are_safe_for_addresses(name: str) -> None:
    """Any name gives a short id of plain characters."""
    made = slug(name)
    assert made
    assert len(made) <= 90
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_ids_are_unique() -> None:
    """Names that fold to one slug get two ids."""
    ids = Ids()
    assert (
        len(
            {ids.take("Ann Lee", "person"), ids.take("Ann-Lee", "organisation"), ids.take("ann lee", "group")}
        )
        == 3
    )


def test_time_grows_with_the_number_of_mentions() -> None:
    """Twenty thousand mentions of ten thousand persons take seconds: there is no all-pairs comparison."""
    text = " ".join(
        f"{{{first} {last}|person}} spoke. {{{last}|person}} left."
        for first, last in ((f"Ann{number % 500}", f"Lee{number}") for number in range(10_000))
    )
    start = time.process_time()
    assert len(actors(text)) == 10_000
    assert time.process_time() - start < 30


def test_the_end_of_a_longer_name_is_nobodys_surname() -> None:
    """“Marta Holm Lee” of which only the end was found is not the Lee of the article; after a title it is."""
    found = actors("{Ann Lee|person} met Marta Holm {Lee|person}. Later Mayor {Lee|person} spoke.")
    assert [one.evidence.quote for one in found["Ann Lee"].mentions] == ["Ann Lee", "Lee"]
    assert found["Ann Lee"].mentions[1].evidence.sentence == "s2"


def test_last_word_of_a_things_name_is_the_thing_again() -> None:
    """“the Comet” is the Arden Comet of the same article; an office of that name stays an office."""
    from dataclasses import replace

    from generator.consolidate import consolidate

    article, findings = told("a", "An {Arden Comet|thing} stopped. Two men left the {Comet|thing} there.")
    named = tuple(replace(one, rule="capitals") for one in findings.mentions)
    corpus = consolidate([article], [replace(findings, mentions=(), asides=named)])
    assert [len(thing.mentions) for thing in corpus.things] == [2]
