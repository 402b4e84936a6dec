"""An address that was once right keeps leading to the actor."""

from __future__ import annotations

from tests.consolidate.telling import actors


def test_a_surname_that_becomes_a_full_name_keeps_its_address() -> None:
    """With one article there is "Lee"; a second one says "Ann Lee", and the old id leads to the new one."""
    before = actors("{Lee|person} spoke.")
    after = actors("{Lee|person} spoke.", "{Ann Lee|person} left.")
    old, new = before["Lee"].id, after["Ann Lee"].id
    assert old != new
    assert old in after["Ann Lee"].other_ids


def test_a_surname_of_two_leads_to_neither() -> None:
    """Where two persons bear the name, the bare name is no address of either."""
    found = actors("{Ann Lee|person} spoke.", "{Bo Lee|person} left.")
    assert all("lee" not in one.other_ids for one in found.values())


def test_no_other_id_is_the_id_of_an_actor() -> None:
    """A name that is an actor of its own keeps its own page."""
    found = actors("{Ann Lee|person} and {Bo Lee|person} met. {Lee|person} spoke.")
    ids = {one.id for one in found.values()}
    assert "lee" in ids
    assert not ids & {other for one in found.values() for other in one.other_ids}


def test_a_body_keeps_the_address_of_its_acronym() -> None:
    """Once an article says what the letters mean, the page of the letters leads to the body."""
    before = actors("{HBA|organisation} spoke.")
    after = actors("The {Harbour Board Association|organisation} ({HBA|organisation}) spoke.")
    assert before["HBA"].id in after["Harbour Board Association"].other_ids


def test_a_body_keeps_its_address_when_its_state_becomes_known() -> None:
    """“Fishing Ministry” alone, then "Peru's Fishing Ministry" in the same article."""
    before = actors("The {Fishing Ministry|organisation} spoke.")
    after = actors("The {Fishing Ministry|organisation @state:PE} spoke.")
    (old,) = (one.id for one in before.values())
    (new,) = (one for one in after.values())
    assert new.id != old
    assert old in new.other_ids
