"""Pronouns and pointing phrases are read where the text makes them plain, and left open where it does not."""

from __future__ import annotations

import pytest

from generator.model.findings import Form, Mention
from tests.annotate.test_mentions import read


def antecedents(text: str) -> dict[str, str | None]:
    """Each pronoun and pointing phrase with the words it goes back to, or `None`."""
    article, findings = read(text)
    return {
        article.quote(one.span): article.quote(one.antecedent) if one.antecedent else None
        for one in findings.mentions
        if one.form is Form.PRONOUN or one.antecedent
    }


def described(text: str, words: str) -> Mention:
    article, findings = read(text)
    return next(one for one in findings.mentions if article.quote(one.span) == words)


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Ann Lee said she would resign.", "she", "Ann Lee"),
        ("John Berg met voters on Monday. He promised lower taxes.", "He", "John Berg"),
        ("Uruguay said it would sign the treaty.", "it", "Uruguay"),
        ("Observers warned that they had seen violations.", "they", "Observers"),
    ],
)
def test_plain_pronouns(text: str, pronoun: str, meant: str) -> None:
    """A pronoun goes back to the subject of the governing clause, or to the only one who fits."""
    assert antecedents(text)[pronoun] == meant


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("John Berg and Peter Dahl met. After lunch he left.", "he"),
        ("John Berg met Ann Lee. Then he slept. Peter Dahl told the mayor she was wrong.", "she"),
        ("The motion failed. It rained.", "It"),
        ("Ann Lee said: “Nobody asked him. He knew that.”", "He"),
        ("The neighbours said they heard Ann Lee and officials.", "we"),
    ],
)
def test_doubtful_pronouns_stay_open(text: str, pronoun: str) -> None:
    """Two who fit, none who fits, or a quotation: nobody is given words or deeds."""
    assert antecedents(text).get(pronoun) is None


def test_gender_that_the_article_shows_decides() -> None:
    """“she” is the woman of two persons, also where only her surname stands near."""
    text = "Mary Nash criticised John Berg. Berg and Nash then left, and she wept."
    assert antecedents(text)["she"] == "Nash"


def test_pronoun_follows_the_same_pronoun() -> None:
    """A row of sentences that begin with "He" has one subject."""
    text = "John Berg opened the bridge. He thanked the workers. He left early."
    _, findings = read(text)
    spans = {one.antecedent for one in findings.mentions if one.form is Form.PRONOUN}
    assert spans == {(0, 9)}


def test_the_ministry_named_before() -> None:
    """“the ministry” is the one ministry named just before, and says by which rule."""
    text = "The Norwegian Defence Ministry denied the report. The ministry called it a rumour."
    ministry = described(text, "ministry")
    assert ministry.antecedent is not None
    assert "only ministry named before" in (ministry.inference or "")


def test_the_government_of_the_state_just_named() -> None:
    """“the government” belongs to the only state named just before; with two states it stays open."""
    plain = "Officials in Lima announced a curfew. The government described it as temporary."
    assert described(plain, "government").affiliation == "state:PE"
    two = "Norwegian envoys met Chilean officials in Lima. The government described it as useful."
    assert described(two, "government").affiliation is None


def test_the_country_of_the_speaker() -> None:
    """“the country” in what a state's leaders say is their own."""
    text = "Leaders of Uruguay stressed that the country had kept its word to Brazil."
    assert described(text, "country").affiliation == "state:UY"


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Ann Lee met Bo Berg at noon, and they both left.", "they"),
        ("Researchers measured lakes. Rivers and ponds were left out when they froze.", "they"),
        ('"Peter Nash plays well," he recalled.', "he"),
        ("The former partner Tom Nash held a meeting and said Carl Berg knew everything. He left.", "He"),
    ],
)
def test_what_is_not_plain_stays_open(text: str, pronoun: str) -> None:
    """Two who are "both", things that may be "they", a name inside the quotation, two men in one sentence."""
    assert antecedents(text)[pronoun] is None


def test_the_only_government_named() -> None:
    """“The government” is that of the only state whose government the article names, whatever place was named since."""
    _, findings = read(
        "Norway’s government will open the dam.\n\nThe envoy flew to Lima. She thanked the government."
    )
    governments = [one.affiliation for one in findings.mentions if one.name == "government"]
    assert governments == ["state:NO", "state:NO"]


def test_a_body_told_by_a_name_is_pointed_at() -> None:
    """“The union” goes back to "the Steel Front union"."""
    text = "Ann Lee, president of the Steel Front union, left. The union has agreed to talks."
    assert antecedents(text)["union"] == "Steel Front union"
