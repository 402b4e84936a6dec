"""Names that are no actors are found beside the actors, and never among them."""

from __future__ import annotations

from generator.consolidate import consolidate, verify
from generator.model.findings import ActorKind
from tests.annotate.reading import read


def asides(text: str) -> dict[str, str]:
    """Words of each aside and the rule that found it."""
    article, findings = read(text)
    return {article.quote(one.span): one.rule for one in findings.asides}


def test_offices_before_and_without_a_name_are_no_persons() -> None:
    """An office with capitals is found with the words that belong to it, apart from who holds it."""
    found = asides(
        "At the talks, Peruvian Defense Minister Ann Harvey met Professor Bo Nash. Later the MP for Arden left."
    )
    assert {words for words, rule in found.items() if rule == "office"} == {
        "Peruvian Defense Minister",
        "Professor",
        "MP",
    }


def test_offices_in_small_letters_and_in_the_plural_are_no_names() -> None:
    """Only capitals make an office a name: "the minister" and "Ministers said" describe people."""
    assert "office" not in asides("Ministers said that the professor and a minister left early.").values()


def test_adjectives_point_to_a_state_and_languages_do_not() -> None:
    """“Norwegian” before a noun or a hyphen means Norway; a language is none."""
    found = asides("The Norwegian army left the Peruvian-Chilean border. She speaks Finnish.")
    assert found == {"Norwegian": "adjective", "Peruvian": "adjective", "Chilean": "adjective"}


def test_capitals_in_the_middle_of_a_sentence_are_names() -> None:
    """A prize or a work is found; the first word of a sentence, a date and a currency are no names."""
    found = asides(
        "Yesterday the jury gave her the Harbour Prize, and on Monday she got BGN 20 from friends. Everybody slept."
    )
    assert "Harbour Prize" in found
    assert not {"Yesterday", "Monday", "BGN", "Everybody"} & set(found)


def test_what_is_no_actor_changes_no_actor() -> None:
    """Adjectives are on the state's page and in no count; offices and prizes are in the data without a page."""
    article, findings = read(
        "Norway rejected the plan. The Norwegian army left. Later, Prime Minister Ann Harvey won the Harbour Prize."
    )
    corpus = consolidate([article], [findings])
    verify(corpus)
    (norway,) = [actor for actor in corpus.actors if actor.name == "Norway"]
    assert [one.evidence.quote for one in norway.mentions] == ["Norway"]
    assert [(one.evidence.quote, one.inferred) for one in norway.adjectives] == [("Norwegian", True)]
    assert {one.name for one in corpus.things} == {"Prime Minister", "Harbour Prize"}
    assert all(actor.kind is not ActorKind.THING for actor in corpus.actors)
    assert not {one.id for one in corpus.things} & {actor.id for actor in corpus.actors}
