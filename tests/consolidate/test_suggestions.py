"""What no rule dares to join is suggested, with the reason; what is plainly one person is joined."""

from __future__ import annotations

from generator.consolidate.variants import skeleton
from tests.consolidate.telling import actors


def test_romanised_surnames_are_one_person() -> None:
    """Two romanisations of a surname with one first name are one person, filed under the usual spelling."""
    found = actors(
        "{Pyotr Galitskiy|person} left.",
        "{Pyotr Galitsky|person} spoke. {Pyotr Galitsky|person} sat.",
        "{Galitskii|person} came.",
    )
    assert list(found) == ["Pyotr Galitsky"]
    assert len(found["Pyotr Galitsky"].mentions) == 4
    assert found["Pyotr Galitsky"].mentions[0].rule == "same first name, surname spelled differently"


def test_never_across_different_first_names() -> None:
    """Brothers with one surname stay two, and nothing is suggested of them."""
    found = actors("{Pyotr Galitsky|person} and {Ivan Galitskiy|person} spoke.")
    assert len(found) == 2
    assert not any(actor.suggestions for actor in found.values())


def test_similar_names_are_suggested() -> None:
    """A short first name beside its long form is shown on both profiles, and not joined."""
    found = actors("{Rob Dole|person} spoke.", "{Robert Dole|person} left.")
    assert [one.actor for one in found["Rob Dole"].suggestions] == ["robert-dole"]
    assert [one.reason for one in found["Robert Dole"].suggestions] == ["same surname, first names alike"]


def test_open_surname_points_to_its_bearers() -> None:
    """A surname that two persons bear is an entry of its own that names both."""
    found = actors("{Ann Lee|person} met {Bo Lee|person}.", "{Lee|person} came.")
    assert [one.actor for one in found["Lee"].suggestions] == ["ann-lee", "bo-lee"]


def test_acronym_that_no_article_introduces_is_suggested() -> None:
    """Letters that are the initials of one body only may be that body."""
    found = actors("{North Coast Fishery Board|organisation} met.", "{NCFB|organisation} voted.")
    assert [one.actor for one in found["NCFB"].suggestions] == ["north-coast-fishery-board"]


def test_sorts_of_bodies() -> None:
    """The last word of a name says what sort of body it is; most names say nothing."""
    found = actors(
        "{Veldmark Ministry of Ports|organisation} and {Harbour Court|organisation} and {Zelta|organisation}."
    )
    assert found["Harbour Court"].sort == "court"
    assert found["Zelta"].sort is None


def test_skeletons() -> None:
    """Different surnames keep different skeletons."""
    assert skeleton("galitskiy") == skeleton("galitsky")
    assert len({skeleton(name) for name in ("brandt", "brand", "berg", "burg", "nash", "nesh")}) == 6
