"""What sort of organisation or group an actor is, where the words say so."""

from __future__ import annotations

from tests.consolidate.telling import actors


def test_the_words_of_a_name_tell_the_sort_of_an_organisation() -> None:
    """A ministry is a government body; a name that says nothing has no sort."""
    found = actors("The {Fishing Ministry|organisation} met {Kelp|organisation}.")
    assert found["Fishing Ministry"].sort == "government body"
    assert found["Kelp"].sort is None


def test_a_described_group_has_the_sort_of_its_description() -> None:
    """Officials are told apart from other people, since they speak for a state."""
    found = actors("{Norwegian officials|group official @state:NO} met {Ann Lee|person}.")
    assert found["Norwegian officials"].sort == "officials"
    assert found["Ann Lee"].sort is None
