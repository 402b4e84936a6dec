"""Which words are names, where they begin and end, and what they are the names of, on texts about nobody."""

from __future__ import annotations

import pytest

from generator.model.findings import Form
from tests.annotate.reading import read


def _names(text: str) -> dict[str, str]:
    """Name -> kind, as the extractor finds them in a text."""
    return {one.name: one.kind.value for one in read(text)[1].mentions if one.form is Form.NAME}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Overcast skies did not stop the fair in Halden.", "Overcast"),
        ("“The result is odd.” Controversial mayor Ann Lee left the room.", "Controversial"),
        ("Drugmaker cuts the price of a vaccine in Norway.", "Drugmaker"),
        ("Troubles continued at the Halden stadium on Friday.", "Troubles"),
        ("Photographs showed the ship near Norway.", "Photographs"),
        ("Media in Norway say that a man has been arrested.", "Media"),
        ("Scroll down for video", "Scroll"),
        ("Scholars have long debated the role of the court in Norway.", "Scholars"),
        ("He asked for the Gallic pride of the fans in Norway.", "Gallic"),
        ("Reporters asked Defence Secretary Ann Lee about the ship.", "Defence"),
        ("Reporters asked the Secretary of Transportation about the ship.", "Transportation"),
    ],
)
def test_capitals_make_no_name_of_a_common_word(text: str, word: str) -> None:
    """First words of sentences, adjectives before a noun and departments in an office are nobody."""
    assert word not in _names(text)


def test_a_word_that_speaks_or_is_named_in_full_stays() -> None:
    """A firm called by a common word that speaks, and a surname that is one, with the full name elsewhere."""
    assert _names("Beacon said on Monday that it would close its plant.").get("Beacon") is not None
    names = _names("Ann Weaver left Norway. Weaver dismissed the report. Weaver will be back on Friday.")
    assert names["Weaver"] == "person"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("And Nora Lund - last seen in a film about the sea - has left Norway.", {"Nora Lund": "person"}),
        ("On Monday, United States Senator from Vermont Anna Lund endorsed her.", {"Anna Lund": "person"}),
        ("As Breakwater's Anna Lund reported, the harbour is closed.", {"Anna Lund": "person"}),
        (
            "The House Oversight and Reform Committee has asked for papers.",
            {"House Oversight and Reform Committee": "organisation"},
        ),
        (
            "Nora Fane, a lawyer with the Halden-based Center for Justice and Accountability, went to court.",
            {"Center for Justice and Accountability": "organisation"},
        ),
    ],
)
def test_a_name_ends_where_another_word_begins(text: str, expected: dict[str, str]) -> None:
    """At a dash with blanks, behind a place, at a possessive; "and" goes on with a body's field of work."""
    names = _names(text)
    assert {name: names.get(name) for name in expected} == expected
    assert not any("-" in name and " - " in name for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "HALDEN, N.Y. (AP) — Four men have been arrested.",
        "HALDEN, Aug. 24 (UPI) — Four men have been arrested.",
        "HALDEN ― Four men have been arrested.",
    ],
)
def test_datelines_of_all_forms(text: str) -> None:
    """The place before a state, a date, an agency in brackets, or a bar."""
    assert _names(text)["Halden"] == "place"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He works at the Center for Harbour Studies in Oslo.", "Center for Harbour Studies"),
        ("Chicago Herons won again on Friday.", "Chicago Herons"),
        ("They lost to Sydney City on Friday.", "Sydney City"),
        ("The price will fall, said Jean Noir, chief executive of Redfin.", "Redfin"),
        ("The story was told by Nordpress's Anna Lund.", "Nordpress"),
        ("“We are happy,” he told HavenPress on Friday.", "HavenPress"),
        ("The Lantern reported that the harbour is closed.", "Lantern"),
    ],
)
def test_a_body_is_no_place_and_no_person(text: str, name: str) -> None:
    """A field of work, a club's word behind its town, staff, an owned person, inner capitals, an article."""
    assert _names(text).get(name) == "organisation"


def test_what_a_name_is_an_example_of() -> None:
    """Films, firms and towns are introduced as such before they are listed."""
    names = _names("She was seen in films such as Harbour Lights. They sell to firms including Sandvik.")
    assert "Harbour Lights" not in names
    assert names["Sandvik"] == "organisation"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The song has left the Harbour Hot 100 after a week.", "Harbour Hot"),
        ("She had a part in “Harbour Lights,” a series about the sea.", "Harbour Lights"),
        ("Vermont Sens. Ann Lee and Otto Nash agreed.", "Vermont Sens"),
        ("Vermont Sens. Ann Lee and Otto Nash agreed.", "Vermont Sens."),
    ],
)
def test_titles_and_lists_are_nobody(text: str, word: str) -> None:
    """A number that belongs to a name, quotation marks around it, an office of several behind a place."""
    assert word not in _names(text)


def test_a_name_without_the_headlines_word() -> None:
    """A full name of the article ends before the verb that a headline raises; small particles keep their first name."""
    names = _names("Nora Lund left the house on Friday. “Nora Lund Leads” was the headline in Norway.")
    assert names["Nora Lund"] == "person"
    assert "Nora Lund Leads" not in names
    assert _names("Leon van Biljon, owner of a lodge in Norway, was killed by a lion.").get("Leon van Biljon")


def test_a_camp_tells_groups_apart() -> None:
    """“Republican leaders” are not the same as all leaders."""
    found = [one.name for one in read("Republican leaders met. Leaders of the town stayed away.")[1].mentions]
    assert "republican leader" in found


def test_to_leads_to_a_place_only_with_a_move() -> None:
    """Who is spoken to is no place; where somebody travels is one."""
    assert _names("Nora Lund was speaking to Politiken about her plans.").get("Politiken") != "place"
    assert _names("Nora Lund travelled to Chikmagal on Friday.")["Chikmagal"] == "place"


def _roles(text: str) -> dict[str, str | None]:
    """Words of each role in a text -> key of what it belongs to."""
    article, findings = read(text)
    return {article.quote(role.text): role.affiliation for role in findings.roles}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was drawn up by campaign manager Ann Lee.", {"campaign manager": None}),
        ("It was founded by co-founder Ann Lee in May.", {"co-founder": None}),
        ("He called Italian foreign minister Carla Neri.", {"Italian foreign minister": "state:IT"}),
        (
            "Ann Lee, a former editor of the Lund Post, which closed in May, agreed.",
            {"former editor of the Lund Post": "name:Lund Post"},
        ),
        ("Ann Lee, vice president for policy at the Halden Institute, said so.", None),
        (
            "He met former New Mexico governor Ann Lee.",
            {"former New Mexico governor": "region:us-new-mexico"},
        ),
        ("She beat vice presidential nominee Ann Lee.", {"vice presidential nominee": None}),
        ("The mayor of London, Ann Lee, said so.", {"mayor of London": "capital:GB"}),
        ("Her campaign manager, Ann Lee, said so.", {"campaign manager": None}),
        ("The rally was planned by top aides Ann Lee and Otto Nash.", {}),
    ],
)
def test_roles_are_whole_and_belong_to_what_they_name(
    text: str, expected: dict[str, str | None] | None
) -> None:
    """Words in small letters before an office are part of it, clauses behind are not; plurals are nobody's role."""
    roles = _roles(text)
    if expected is None:
        assert any(role.startswith("vice president for policy") for role in roles)
    else:
        assert roles == expected


def test_a_chief_executive_is_no_executive() -> None:
    """A word of rank that is half of the office stays in the phrase."""
    article, findings = read("The chief executive of Halden left. Ann Lee, the chief executive, stayed.")
    phrases = {article.quote(one.span) for one in findings.mentions if one.form is Form.DESCRIPTION}
    assert any(phrase.startswith("chief executive") for phrase in phrases)
    assert not any(phrase.startswith("executive") for phrase in phrases)


def test_a_chief_executive_in_small_letters_is_an_office() -> None:
    """“Its chief executive, Ann Lee,” gives her that role."""
    article, findings = read("The operator lost money. Its chief executive, Ann Lee, left the firm.")
    assert [article.quote(one.text) for one in findings.roles] == ["chief executive"]
