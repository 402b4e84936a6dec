"""Names, descriptions and metonyms are found where a careful reader sees them, and nowhere else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.annotate.articles import annotate_article
from generator.model.article import Article, Paragraph, TitleOrigin
from generator.model.findings import ActorKind, Form
from generator.settings import AnnotateSettings

if TYPE_CHECKING:
    from generator.model.findings import Findings, Mention


def read(text: str) -> tuple[Article, Findings]:
    """Findings of a text, one paragraph a line, taken for English however short it is."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    article = Article(
        id="a",
        path="a.txt",
        title="a",
        title_origin=TitleOrigin.HEADING,
        text=text,
        paragraphs=tuple(
            Paragraph(span=(start, start + len(line)))
            for start, line in zip(starts, text.split("\n"), strict=False)
            if line.strip()
        ),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
    )
    return article, annotate_article(article, AnnotateSettings())


def mentions(text: str, form: Form) -> dict[str, Mention]:
    """Mentions of one form by their words; the first of equal ones."""
    article, findings = read(text)
    found: dict[str, Mention] = {}
    for mention in findings.mentions:
        if mention.form is form:
            found.setdefault(article.quote(mention.span), mention)
    return found


def test_gazetteer_overrules_the_model() -> None:
    """States, capitals and disputed territories have their own kinds, whatever the model takes them for."""
    names = mentions("Norway’s envoy flew from Lima to Transnistria. Later Uruguay agreed.", Form.NAME)
    assert names["Norway"].kind is ActorKind.STATE
    assert names["Lima"].kind is ActorKind.PLACE
    assert names["Transnistria"].kind is ActorKind.TERRITORY
    assert names["Uruguay"].gazetteer == "state:UY"


def test_adjective_of_a_state_is_no_actor() -> None:
    """“Norwegian” alone names nobody; “Norwegian officials” are a group that belongs to Norway."""
    text = "Norwegian officials met Chilean miners. The Peruvian economy grew."
    assert not {"Norwegian", "Chilean", "Peruvian"} & set(mentions(text, Form.NAME))
    described = mentions(text, Form.DESCRIPTION)
    assert described["Norwegian officials"].affiliation == "state:NO"
    assert described["Chilean miners"].affiliation == "state:CL"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Observers warned that talks would fail.", "Observers", "observer"),
        ("Displaced persons returned on Monday.", "Displaced persons", "displaced person"),
        (
            "The international community urged restraint.",
            "international community",
            "international community",
        ),
        ("UN peacekeepers left the valley.", "UN peacekeepers", "peacekeeper"),
        ("Some 300 senior health officials resigned.", "health officials", "health official"),
    ],
)
def test_actors_without_a_name(text: str, words: str, name: str) -> None:
    """Groups are found by nouns that can speak and act, without number, rank and article."""
    assert mentions(text, Form.DESCRIPTION)[words].name == name


def test_officials_in_a_capital_belong_to_its_state() -> None:
    """“Officials in Oslo” are Norway's, while protesters in Oslo may be anybody's."""
    described = mentions("Officials in Oslo refused. Protesters in Oslo cheered.", Form.DESCRIPTION)
    assert described["Officials in Oslo"].affiliation == "state:NO"
    assert described["Protesters"].affiliation is None


def test_capital_that_speaks_stands_for_its_government() -> None:
    """A capital as the subject of a deed is its government; where something lies in it, it is a place."""
    article, findings = read("Oslo rejected the plan. The fair opened in Oslo. A signal from Lima followed.")
    stands = {article.quote(one.span): one.stands_for for one in findings.mentions if one.span[0] == 0}
    assert stands["Oslo"] == "state:NO"
    later = [one for one in findings.mentions if article.quote(one.span) == "Oslo" and one.span[0] > 0]
    assert [one.stands_for for one in later] == [None]
    assert any(one.stands_for == "state:PE" for one in findings.mentions)


def test_surname_is_found_where_the_model_misses_it() -> None:
    """A person named in full is recognised by surname alone in the rest of the article."""
    text = "Kjersti Halvorsen leads the union. Employers met Halvorsen twice.\nHalvorsen left."
    article, findings = read(text)
    found = [one for one in findings.mentions if article.quote(one.span) == "Halvorsen"]
    assert len(found) == 2
    assert {one.kind for one in found} == {ActorKind.PERSON}


def test_calendar_words_and_headline_words_are_no_names() -> None:
    """Months, weekdays and time zones never become actors."""
    names = mentions("In mid-September talks began. By Friday, 18:00 UTC, Sweden had left.", Form.NAME)
    assert set(names) == {"Sweden"}


def test_things_with_names_are_nobody() -> None:
    """A prize, a law, a storm and a tournament have names and do not act: they make no actors."""
    text = (
        "Storm Petra hit Norway. Ann Lee won the Velden Prize. The Clean Harbours Act passed. "
        "Uruguay reached the Coastal Cup."
    )
    assert set(mentions(text, Form.NAME)) <= {"Norway", "Ann Lee", "Uruguay"}


def test_office_in_capitals_is_no_name() -> None:
    """“Prime Minister” before a verb of speech names nobody, and makes no page."""
    names = mentions("The Prime Minister of Peru, Ana Rojas, conceded that taxes rose.", Form.NAME)
    assert set(names) == {"Peru", "Ana Rojas"}


def test_phrase_beside_a_name_points_to_it() -> None:
    """“The Prime Minister of Peru, Ana Rojas” is one person, described and named."""
    described = mentions("The Prime Minister of Peru, Ana Rojas, resigned on Monday.", Form.DESCRIPTION)
    office = described["Prime Minister of Peru"]
    assert office.apposition is not None
    assert office.affiliation == "state:PE"


@pytest.mark.parametrize(
    ("text", "holder", "role"),
    [
        ("Norway’s Prime Minister Jonas Berg spoke.", "Jonas Berg", "Norway’s Prime Minister"),
        ("Former Finance Minister Ann Lee left.", "Ann Lee", "Former Finance Minister"),
        ("The Prime Minister of Peru, Ana Rojas, resigned.", "Ana Rojas", "Prime Minister of Peru"),
        ("Ann Lee, the mayor of Bristol, declined.", "Ann Lee", "mayor of Bristol"),
    ],
)
def test_roles_in_the_words_of_the_text(text: str, holder: str, role: str) -> None:
    """Titles before a name and phrases beside it are roles, quoted as they stand."""
    article, findings = read(text)
    assert (holder, role) in [(article.quote(one.holder), article.quote(one.text)) for one in findings.roles]


@pytest.mark.parametrize(
    "text",
    [
        "X" * 10_000,
        "Ann Lee Bo Berg Carl Dahl " * 200,
        "MINISTER LEE SAID NORWAY AND PERU WOULD SIGN A TREATY. OSLO REFUSED.",
        "minister lee said norway and peru would sign a treaty.",
        "Zoë 🦊 Müller met 田中 and Иван Петров in Ålesund — <b>Bob</b> {{ x }}.",
        "\n\n  \n",
    ],
)
def test_strange_texts_do_no_harm(text: str) -> None:
    """Over-long names, lists of names, capitals, other scripts and mark-up neither crash nor give absurd names."""
    article, findings = read(text)
    for mention in findings.mentions:
        words = article.quote(mention.span)
        assert words == words.strip()
        assert len(words) < 200
        assert any(map(str.isalpha, words))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=200))
def test_spans_are_inside_the_text(text: str) -> None:
    """Whatever the text, each mention lies inside it, has its head inside itself, and none is empty."""
    article, findings = read(f"Ann Lee said {text} to officials in Oslo.")
    for mention in findings.mentions:
        assert 0 <= mention.span[0] < mention.span[1] <= len(article.text)
        assert mention.span[0] <= mention.head[0] < mention.head[1] <= mention.span[1]


def test_a_name_that_says_it_is_a_place_is_one() -> None:
    """Counties, mosques and bridges are places, whether the model takes them for persons or for firms."""
    text = "Flood warnings were issued for County Meath and County Kerry. The fire began in Linden Mosque at noon."
    names = mentions(text, Form.NAME)
    assert {names[words].kind for words in ("County Meath", "County Kerry", "Linden Mosque")} == {
        ActorKind.PLACE
    }


def test_name_after_a_title_is_a_person() -> None:
    """A title tells a person where the model sees nothing, or a work of art."""
    names = mentions("The vote went to Representative Zulsi Gadbar of the coast. It was late.", Form.NAME)
    assert names["Zulsi Gadbar"].kind is ActorKind.PERSON


def test_letters_in_brackets_are_a_name_again() -> None:
    """Initials behind a name are the same body, here and wherever they stand."""
    names = mentions("The Arden Valley Aid Society (AVAS) was founded in May. AVAS grew.", Form.NAME)
    assert names["AVAS"].kind is ActorKind.ORGANISATION


def test_two_surnames_behind_a_hyphen_are_no_person() -> None:
    """“The Harvey-Nash debate” is about two persons named elsewhere."""
    text = "Ann Harvey met Bo Nash. Bo Nash and Ann Harvey spoke after the Harvey-Nash debate on Monday."
    assert "Harvey-Nash" not in mentions(text, Form.NAME)


def test_and_between_places_makes_no_place_of_two() -> None:
    """“Peru and Chile” are two states, "Bosnia and Herzegovina" is one."""
    names = mentions(
        "The border between Peru and Chile is open, that of Bosnia and Herzegovina is not.", Form.NAME
    )
    assert {"Peru", "Chile", "Bosnia and Herzegovina"} <= set(names)


def test_new_in_a_citys_name_is_kept() -> None:
    """A word of rank is left off a description, the first word of a name is not."""
    described = mentions("The virus closed the New York airports. New officials came.", Form.DESCRIPTION)
    assert not any(words.startswith("York") for words in described)


def test_a_name_ends_before_a_time() -> None:
    """“Oslo before Easter” names a city, whatever the model takes for one name."""
    found = mentions("Lund warned that the strike could spread to Gdansk before Easter.", Form.NAME)
    assert "Gdansk" in found
    assert not any("Easter" in name for name in found)


def test_a_capital_that_thanks_is_a_government() -> None:
    """Courtesies are deeds of people: a capital that thanks stands for its state."""
    found = mentions("Warsaw thanked the rescuers for their concern.", Form.NAME)
    assert found["Warsaw"].stands_for == "state:PL"


def named(text: str) -> dict[str, ActorKind]:
    """Kind of each name of a text."""
    _, findings = read(text)
    return {one.name: one.kind for one in findings.mentions if one.form is Form.NAME}


def test_word_beside_a_name_says_what_it_is() -> None:
    """A ship, a deity or a drug is no actor, however its name looks; a firm, a town and a wife are what they are called."""
    text = (
        "The ferry Aurora left the port of Elmsby. Brenn, a software firm, hired the singer Jorunn. "
        "Priests prayed to the goddess Velna. His wife Tordis stayed."
    )
    found = named(text)
    assert "Aurora" not in found
    assert "Velna" not in found
    assert found["Elmsby"] is ActorKind.PLACE
    assert found["Brenn"] is ActorKind.ORGANISATION
    assert found["Tordis"] is ActorKind.PERSON


def test_a_word_in_a_place_is_a_place() -> None:
    """What people are in, again and again, is neither a firm nor a person."""
    found = named("Police in Torvik arrested two men. Shops in Torvik closed. Lund praised Torvik.")
    assert found["Torvik"] is ActorKind.PLACE


def test_short_name_of_a_firm_and_the_company() -> None:
    """“Nordhaven” beside “Nordhaven Terminals” is the firm, and “the company” goes back to it."""
    text = (
        "Nordhaven Terminals said on Monday it would cut 300 jobs. The company reported a loss. "
        "Nordhaven employs 4,000 people, said Anders Lund, who founded Nordhaven in 1994."
    )
    article, findings = read(text)
    assert named(text)["Nordhaven"] is ActorKind.ORGANISATION
    (company,) = [one for one in findings.mentions if one.name == "company"]
    assert company.antecedent is not None
    assert article.quote(company.antecedent) == "Nordhaven Terminals"


def test_the_union_is_the_one_called_so() -> None:
    """“The union” goes back to the body that was called a union, and “the company” to nobody where two could be meant."""
    text = (
        "The Dockers Federation, a union of 9,000 members, called the plan reckless. The union will strike.\n"
        "Kestrel Air, an airline, and Brenn Foods, a retailer, did not comment. The company declined to say more."
    )
    article, findings = read(text)
    points = {
        article.quote(one.span): one.antecedent
        for one in findings.mentions
        if one.form is Form.DESCRIPTION and one.antecedent is not None
    }
    assert "union" in points
    assert "company" not in points


def test_half_of_a_name_is_nobody() -> None:
    """A word of a longer name that the model did not see whole, or one before a common noun, is no actor."""
    found = named("Jackal horns were sold in the village. He crossed the English Channel on a raft.")
    assert "Jackal" not in found
    assert "Channel" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "HALDEN, N.Y. - Four days after the vote, Ann Lund spoke to the crowd.",
            {"Halden": "place", "N.Y.": "place", "Ann Lund": "person"},
        ),
        ("LESNA (AP) — Officials said that the mill was closed.", {"Lesna": "place", "AP": "organisation"}),
        (
            "Lund Calls Rivals Most Dangerous Candidates Ever Seen\n\nAnn Lund said that the rivals were wrong.",
            {"Lund": "person", "Ann Lund": "person"},
        ),
        (
            "“He has DEMONSTRATED A PENCHANT FOR CRUELTY,” Ann Lund said of Ben Rask.",
            {"Ann Lund": "person", "Ben Rask": "person"},
        ),
        ("Police shot 17-year-old Marcus Rask 16 times in October.", {"Marcus Rask": "person"}),
        (
            "Senator Ann Lund (R-Tex.) voted for the law, and Senator Ben Rask (Vt.) voted against it.",
            {"Ann Lund": "person", "Tex.": "place", "Ben Rask": "person", "Vt.": "place"},
        ),
        (
            "BORA - the agency of the port - closed a pier. Later BORA opened it again, Ann Lund said.",
            {"Ann Lund": "person"},
        ),
        (
            "The FBI and NATO met the CIA.",
            {"FBI": "organisation", "NATO": "organisation", "CIA": "organisation"},
        ),
    ],
)
def test_capitals_alone_make_no_name(text: str, expected: dict[str, str]) -> None:
    """Shouted words and headlines name nobody who is not named elsewhere; a dateline names a place."""
    assert {name: kind.value for name, kind in named(text).items()} == expected


def test_offices_and_nicknames_at_a_name() -> None:
    """A trade before a name is none of it; a nickname inside it is."""
    found = named(
        "Immunologist Kristian Lund and Alderman William Rask met John “Tig” Holm, an officer. Holm left."
    )
    assert set(found) == {"Kristian Lund", "William Rask", "John “Tig” Holm", "Holm"}
    assert set(found.values()) == {ActorKind.PERSON}


def test_a_seat_with_a_surname_is_a_body() -> None:
    """An administration named after its head is no person."""
    assert named("The Obama White House did not comment.") == {"Obama White House": ActorKind.ORGANISATION}
