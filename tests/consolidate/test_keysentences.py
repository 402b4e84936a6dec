"""Key sentences: whole, verbatim, able to stand alone, unlike each other, and with the articles that say the same."""

from __future__ import annotations

from generator.lexicons import language_names, read_sections
from tests.consolidate.telling import joined

FLOOD = (
    "The harbour council of {Sund|place} voted for a higher wall against the winter storms on the quay. But nobody "
    "asked the fishermen of the town about the wall. They were at sea when the council voted on the quay. On the "
    "other hand, the fishermen want a higher quay and not a wall against the storms. Was the wall wanted by the "
    "fishermen of the town at all?"
)
SAME = (
    "The harbour council of {Sund|place} voted on Monday for a much higher wall on the quay against winter storms. "
    "The ferry to the islands will not sail on Sundays before the end of the year."
)
OTHERS = (
    "{Ada Holm|person} sold the old mill by the bridge to a family from the north. The school opens a week later "
    "because of the snow on the roads. The choir of the chapel sang for the miners by the lake. A bakery was closed "
    "by the owner after forty years of early mornings. The train from the capital was late by an hour for a month."
)
TAKEN = "The harbour council of {Sund|place} voted for a higher wall against the winter storms on the quay."


def test_key_sentences_are_whole_and_stand_alone() -> None:
    """No question, no fragment, nothing that leans on the sentence before it."""
    corpus = joined(FLOOD)
    chosen = [one.evidence.quote for one in corpus.key_sentences]
    assert chosen == [
        "The harbour council of Sund voted for a higher wall against the winter storms on the quay."
    ]
    assert chosen[0] in corpus.articles[0].text


def test_an_article_that_says_the_same_supports_a_key_sentence() -> None:
    """In words of its own: it is named as support and its sentence does not stand beside the first one."""
    found = joined(FLOOD, SAME, OTHERS).key_sentences
    quotes = [one.evidence.quote for one in found]
    (held,) = [one for one in found if "voted" in one.evidence.quote]
    assert [one.article for one in held.support] == [{"a": "b", "b": "a"}[held.evidence.article]]
    assert any("ferry" in quote for quote in quotes)


def test_a_sentence_taken_over_is_no_further_witness() -> None:
    """Word for word the same: one article, told once."""
    found = joined(FLOOD, TAKEN, OTHERS).key_sentences
    assert [one.support for one in found if "voted" in one.evidence.quote] == [()]


def test_openers_fit_the_rule_and_languages_have_names() -> None:
    """An opener has four words at most; a code that stands on a page has a name."""
    assert max(len(entry.split()) for entry in read_sections("en", "openers")) == 4
    assert language_names()["hy"] == "Armenian"


def test_a_copy_makes_no_sentence_more_central() -> None:
    """A story that was printed twice is no more of what the articles say than one that was printed once."""
    once = joined(FLOOD, OTHERS)
    again = joined(FLOOD, OTHERS, f"{OTHERS} Nothing else was heard of.")
    assert [one.evidence.quote for one in again.key_sentences] == [
        one.evidence.quote for one in once.key_sentences
    ]
    assert again.comparison.stands_for
