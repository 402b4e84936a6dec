"""What a profile and the list of actors tell, each item with its proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.findings import ActorKind
from generator.present import present
from generator.settings import Links, PresentSettings
from tests.builders import make_actor, make_corpus, make_statement, make_tie, make_topic, write
from tests.present.river import read_html, river
from tests.present.views import read, section


def test_a_profile_tells_stated_from_inferred() -> None:
    """A sentence that only a rule gives to the actor is shown with the rule."""
    found = section(read("actors/ada-holm.md"), "Every mention")
    guessed = found.all("li", class_="ds-guessed")
    assert [one.all("mark")[0].text() for one in guessed] == ["She"]
    assert "Inferred: pronoun after weir" in guessed[0].text()
    assert len(found.all("li")) == 3


def test_a_profile_holds_statements_by_and_about_apart() -> None:
    """What it says and what others say about it are two lists."""
    keepers = read("actors/keepers.md")
    (head,) = keepers.all("div", class_="ds-profile")
    assert "No statement in the articles is attributed to weir keepers" in head.text()
    assert "Says" not in [one.text() for one in keepers.all("h2")]
    about = section(keepers, "Is spoken of")
    assert "Ben Rask" in about.text()
    assert about.all("q")[0].text() == "Nobody asked the weir keepers what they saw that night,"


def test_statements_stand_by_kind() -> None:
    """What somebody demands, warns of or claims stands under its kind; plain saying comes last."""
    says = section(read("actors/ada-holm.md"), "Says")
    assert [one.text() for one in says.all("h3")] == ["warns", "says"]


def test_an_inferred_speaker_is_shown_as_such() -> None:
    """Its chip is another one, and the card names the rule and the words of the text."""
    says = section(read("actors/ada-holm.md"), "Says")
    guessed, stated = says.all("li")
    assert not stated.all("ds-chip", class_="ds-inferred")
    assert "Inferred: pronoun after weir" in guessed.all("ds-chip", class_="ds-inferred")[0].text()
    assert "as “She”" in guessed.text()


def test_each_sentence_stands_on_some_page() -> None:
    """Beyond the limit of a page the sentences go on, and every page leads to the others."""
    pages = [
        read(path, sentences_per_page=1)
        for path in ("actors/keepers.md", "actors/keepers/page-2.md", "actors/keepers/page-3.md")
    ]
    for page in pages:
        assert len(section(page, "Every mention").all("li")) == 1
    assert len({section(page, "Every mention").all("li")[0].text() for page in pages}) == 3
    links = [one.attributes["href"] for one in section(pages[0], "Every mention").all("nav")[0].all("a")]
    assert links == ["../../actors/keepers/page-2/", "../../actors/keepers/page-3/"]
    back = section(pages[2], "Every mention").all("nav")[0].all("a")[0]
    assert back.attributes["href"] == "../../../actors/keepers/"


def test_further_pages_are_neither_searched_nor_in_the_menu() -> None:
    """They repeat sentences that search finds in the articles."""
    site = present(river(), PresentSettings(sentences_per_page=1), "River")
    further = [page for page in site.pages if "/page-" in page.path]
    assert further
    assert not [page for page in further if page.hub or page.searchable]


def test_the_voices_of_a_body_stand_on_its_page() -> None:
    """Groups and office-holders are kept apart from the body, and their statements are shown there as theirs."""
    found = section(read("actors/board.md"), "Voices of weir board")
    (holm,) = found.all("div", class_="ds-voice")
    assert "Ada Holm (person) head of the weir board" in holm.all("h3")[0].text("ds-card")
    assert "the weir will hold" in holm.all("ol")[0].text()
    assert "weir keepers" in found.all("p", class_="ds-silent")[0].text()
    corpus = river()
    alone = [
        replace(one, affiliation=None, roles=tuple(replace(role, affiliation=None) for role in one.roles))
        for one in corpus.actors
    ]
    assert "Voices of" not in read("actors/board.md", replace(corpus, actors=tuple(alone))).text()


def test_who_held_an_office_once_is_no_voice() -> None:
    """A former head does not speak for what she headed."""
    corpus = river()
    holm = corpus.actors[1]
    former = replace(holm, roles=tuple(replace(one, text=f"Former {one.text}") for one in holm.roles))
    page = read("actors/board.md", replace(corpus, actors=(corpus.actors[0], former, *corpus.actors[2:])))
    assert not page.all("div", class_="ds-voice")


def test_citizens_and_companies_do_not_speak_for_a_state() -> None:
    """Of those that belong to a state, its officials, forces and government bodies are its voices."""
    text = write("a", [["Peru, its ministry, Peruvian firms and Peruvians met."]])
    peru = make_actor("peru", "Peru", ActorKind.STATE, text.point("Peru"))
    held = (("ministry", "government body"), ("Peruvian firms", "company"), ("Peruvians", "people"))
    others = tuple(
        make_actor(
            words.lower().replace(" ", "-"),
            words,
            ActorKind.ORGANISATION if sort != "people" else ActorKind.GROUP,
            text.point(words),
            affiliation="peru",
            sort=sort,
        )
        for words, sort in held
    )
    found = section(read("actors/peru.md", make_corpus(text, actors=(peru, *others))), "Voices of Peru")
    assert [one.text() for one in found.all("a", class_="ds-name")] == ["ministry (organisation)"]


def test_a_state_without_a_word_of_its_own_is_heard_through_a_voice() -> None:
    """On the overview, a statement of its officials stands on its card, under their name."""
    text = write("a", [["Officials in Peru said that the port stays open.", "Peru waits."]])
    peru = make_actor("peru", "Peru", ActorKind.STATE, text.point("Peru"), text.point("Peru", 1))
    officials = make_actor(
        "peru-official",
        "Officials in Peru",
        ActorKind.GROUP,
        text.point("Officials"),
        affiliation="peru",
        sort="officials",
    )
    said = make_statement(
        "open", text.point("the port stays open"), speaker="peru-official", heard=text.point("Officials")
    )
    corpus = make_corpus(text, actors=(peru, officials), statements=(said,))
    card = section(read("index.md", corpus), "Who is who").all("div", class_="ds-person-card")[0]
    assert card.all("h3")[0].text() == "Peru (state)"
    assert "Officials in Peru (group)" in card.all("p", class_="ds-saying")[0].text("ds-card")
    assert "the port stays open" in card.text("ds-card")


def test_articles_keep_their_own_words_for_an_actor() -> None:
    """Article by article: the names and descriptions it uses, how often, and the offices it states."""
    rows = section(read("actors/ada-holm.md"), "Described as").all("tbody")[0].all("tr")
    assert [row.text("ds-card", "ds-chip") for row in rows] == [
        "Drought below the weirHolm",
        "Flood at the weirAda Holm as head of the weir board",
    ]


def test_articles_that_use_the_name_alone_are_gathered() -> None:
    """Where many articles say the same, the ones that say something else are not lost among them."""
    texts = [write(key, [["Peru spoke."]], title=f"Title {key}") for key in "abc"]
    other = write("d", [["The republic spoke."]], title="Title d")
    peru = make_actor(
        "peru", "Peru", ActorKind.STATE, *(text.point("Peru") for text in texts), other.point("The republic")
    )
    rows = section(read("actors/peru.md", make_corpus(*texts, other, actors=(peru,))), "Described as").all(
        "tr"
    )
    assert [row.all("td")[0].text() for row in rows[1:]] == ["Title d", "3 articles"]
    assert "Title a" in rows[2].text()


def test_keywords_near_an_actor_lead_to_their_pages() -> None:
    """The keywords of its sentences, with the proof."""
    (near,) = section(read("actors/ada-holm.md"), "Keywords nearby").all("li")
    assert near.all("a")[0].text() == "weir"
    assert near.all("a", class_="ds-count")[0].text() == "1"
    assert near.all("a")[0].attributes["href"] == "../../keywords/weir/"


def test_places_are_listed_apart_from_partners() -> None:
    """With whom it stands in a sentence is one question, where another."""
    text = write("a", [["Ann Lee met Bo Berg in Lima."]])
    lee, berg, lima = (
        make_actor(key, name, kind, text.point(name))
        for key, name, kind in (
            ("lee", "Ann Lee", ActorKind.PERSON),
            ("berg", "Bo Berg", ActorKind.PERSON),
            ("lima", "Lima", ActorKind.PLACE),
        )
    )
    whole = text.cite(text.sentences[0].span)
    ties = (make_tie("lee", "berg", whole), make_tie("lee", "lima", whole))
    page = read("actors/lee.md", make_corpus(text, actors=(lee, berg, lima), ties=ties))
    partners, ground = section(page, "With whom").all("ul")
    assert [one.all("a")[0].text() for one in partners.all("li")] == ["Bo Berg (person)"]
    assert [one.all("a")[0].text() for one in ground.all("li")] == ["Lima (place)"]


def test_the_first_and_last_dated_mention_are_named() -> None:
    """By the date of publication; where no article has one, that is said."""
    early = write("a", [["Ann Lee left."]], published=date(2020, 2, 3))
    late = write("b", [["Ann Lee came."]], published=date(2019, 1, 5))
    undated = write("c", [["Ann Lee slept."]])
    texts = (early, late, undated)
    lee = make_actor("lee", "Ann Lee", ActorKind.PERSON, *(text.point("Ann Lee") for text in texts))
    line = read("actors/lee.md", make_corpus(*texts, actors=(lee,))).all("p", class_="ds-coverage")[1]
    assert line.text() == "first dated mention 5 January 2019 last 3 February 2020 1 article without a date"
    assert line.all("a")[0].attributes["href"] == "../../articles/b/#s1"
    alone = make_actor("lee", "Ann Lee", ActorKind.PERSON, undated.point("Ann Lee"))
    page = read("actors/lee.md", make_corpus(undated, actors=(alone,)))
    assert "no dated mention" in page.all("p", class_="ds-coverage")[1].text()


def test_an_old_address_leads_to_the_actor() -> None:
    """A file at the address of each other id sends the reader on; search and menu do not know it."""
    site = present(river(), PresentSettings(), "River")
    (asset,) = (one for one in site.assets if one.path == "actors/holm/index.html")
    page = read_html(asset.content.decode())
    refresh = next(one for one in page.all("meta") if one.attributes.get("http-equiv") == "refresh")
    assert refresh.attributes["content"] == "0; url=../../actors/ada-holm/"
    assert page.all("a")[0].attributes["href"] == "../../actors/ada-holm/"
    assert page.all("link", rel="canonical")[0].attributes["href"] == "../../actors/ada-holm/"
    assert any(one.attributes.get("content") == "noindex" for one in page.all("meta"))


def test_old_addresses_are_files_where_pages_are_files() -> None:
    """With addresses that end in .html the file stands beside the pages; other engines get none."""
    filed = present(river(), PresentSettings(links=Links.FILE), "River")
    (asset,) = (one for one in filed.assets if one.path.endswith(".html"))
    assert asset.path == "actors/holm.html"
    assert b'href="../actors/ada-holm.html"' in asset.content
    source = present(river(), PresentSettings(links=Links.SOURCE), "River")
    assert not [one for one in source.assets if one.path.endswith(".html")]


def test_a_doubtful_merge_is_suggested_and_not_made() -> None:
    """A profile names the other actor that may be the same, with the reason."""
    found = section(read("actors/ada-holm.md"), "Possibly the same")
    assert found.all("li")[0].text() == "Ben Rask (person) names that differ by one weir"


def test_what_somebody_says_stands_by_subject_too() -> None:
    """The same statements, under the keyword that most of them share; those without one come last."""
    text = write("a", [["Floods will come.", "The dam holds.", "Floods are rare.", "Bread is dear."]])
    holm = make_actor("ada-holm", "Ada Holm", ActorKind.PERSON, text.point("Bread"))
    parts = [
        text.point(words)
        for words in ("Floods will come", "The dam holds", "Floods are rare", "Bread is dear")
    ]
    topics = (make_topic("flood", "floods", parts[0]), make_topic("dam", "dam", parts[1], rank=2))
    about = (("flood",), ("dam",), ("flood",), ())
    statements = tuple(
        replace(make_statement(str(number), part, speaker="ada-holm"), topics=keys)
        for number, (part, keys) in enumerate(zip(parts, about, strict=True))
    )
    site = present(
        make_corpus(text, actors=(holm,), statements=statements, topics=topics), PresentSettings(), "T"
    )
    page = next(one for one in site.pages if one.path == "actors/ada-holm.md")
    shown = read_html(page.body).all("div", class_="ds-order-subject")[0]
    assert [one.text() for one in shown.all("h3")] == ["floods 2", "dam", "no keyword in it"]
    assert "Floods will come" in shown.all("li")[0].text()


def test_a_chain_is_told_wherever_the_statement_stands() -> None:
    """The profile, the ledger and the article say by whom a statement is told."""
    text = write("a", [["Holm said that Rask had warned of floods."]])
    holm = make_actor("ada-holm", "Ada Holm", ActorKind.PERSON, text.point("Holm"))
    rask = make_actor("ben-rask", "Ben Rask", ActorKind.PERSON, text.point("Rask"))
    outer = make_statement("1", text.point("Rask had warned of floods"), speaker="ada-holm")
    inner = replace(
        make_statement("2", text.point("floods"), speaker="ben-rask", kind="warns"), inside="st-1"
    )
    corpus = make_corpus(text, actors=(holm, rask), statements=(outer, inner))
    bodies = {page.path: page.body for page in present(corpus, PresentSettings(), "T").pages}
    for path in ("actors/ben-rask.md", "statements/index.md", "articles/a.md"):
        assert "as told by Ada Holm" in read_html(bodies[path]).text()
    assert "as told by" not in read_html(bodies["actors/ada-holm.md"]).all("ol", class_="ds-lines")[0].text()
