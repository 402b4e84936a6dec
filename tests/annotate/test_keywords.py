"""The keywords of an article are telling phrases, spelled as a reader would, wherever they stand."""

from __future__ import annotations

import hashlib
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.annotate.extractors import keywords
from generator.annotate.extractors.keywords.ranking import choose, rank
from generator.annotate.extractors.keywords.yake_scores import yake_scores
from generator.annotate.language import read_doc, read_sentences
from generator.annotate.reading import Reading
from generator.model.article import Article, Paragraph, TitleOrigin
from generator.settings import AnnotateSettings

if TYPE_CHECKING:
    from generator.model.findings import Keyword

FERRIES = """Harbour council votes on the night ferry

The harbour council signaled a clear openness to reviving the night ferry between Malmborg and Ostervik. \
Councillor Petra Lindqvist emphasized on 3 May 2019 that the night ferry would cost 40 million euros a year. \
Ferry workers and dock workers describe the plan as overdue. Unfortunately, many dock workers left last winter.

Lindqvist said the Ministry of Transport had promised support for the night ferry. Dock workers doubt the promise. \
The Ministry of Transport declined to comment. Malmborg needs the ferry, Lindqvist argued, and so does Ostervik.
"""


def reading(text: str, chosen: AnnotateSettings) -> Reading:
    paragraphs = tuple(Paragraph(span=match.span()) for match in re.finditer(r"[^\n]+", text))
    article = Article(
        id="text",
        path="text.txt",
        title="Text",
        title_origin=TitleOrigin.FIRST_SENTENCE,
        text=text,
        paragraphs=paragraphs,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )
    doc = read_doc(article, chosen.model)
    return Reading(article, doc, read_sentences(article, doc), "en", chosen, MappingProxyType({}))


def find(text: str, chosen: AnnotateSettings = AnnotateSettings()) -> tuple[Keyword, ...]:  # noqa: B008
    return keywords.EXTRACTOR.find(reading(text, chosen))


def terms(text: str) -> list[str]:
    return [keyword.term for keyword in find(text)]


@pytest.fixture(scope="module")
def ferries() -> tuple[Keyword, ...]:
    return find(FERRIES)


def test_what_the_article_is_about_comes_first(ferries: tuple[Keyword, ...]) -> None:
    """Repeated phrases and names are among the first ten."""
    first = [keyword.term for keyword in ferries[:10]]
    assert {"night ferry", "dock workers", "Ministry of Transport", "Petra Lindqvist"} <= set(first)


def test_no_verb_stands_in_a_keyword(ferries: tuple[Keyword, ...]) -> None:
    """Neither "signaled a clear" nor "workers describe" is a keyword."""
    words = {word.lower() for keyword in ferries for word in keyword.term.split()}
    assert not words & {
        "signaled",
        "emphasized",
        "describe",
        "said",
        "promised",
        "needs",
        "votes",
        "a",
        "the",
    }


def test_no_date_amount_or_adverb_is_a_keyword(ferries: tuple[Keyword, ...]) -> None:
    """Months, years, sums of money, time units and sentence adverbs are left out."""
    words = {word.lower() for keyword in ferries for word in keyword.term.split()}
    assert not words & {"may", "2019", "million", "40", "euros", "year", "winter", "unfortunately", "last"}


def test_spans_are_the_phrase_or_an_inflected_form() -> None:
    """Singular and plural are one keyword, and every place of both is given."""
    text = "A peace treaty was signed. Peace treaties rarely last. The peace treaty failed."
    treaty = next(keyword for keyword in find(text) if keyword.lemma == "peace treaty")
    assert [text[start:end] for start, end in treaty.spans] == [
        "peace treaty",
        "Peace treaties",
        "peace treaty",
    ]


def test_the_most_frequent_spelling_is_shown() -> None:
    """A phrase seen mostly in the plural is shown in the plural, without the capital of a sentence's start."""
    text = "Wind farms grew. Wind farms pay. One wind farm failed."
    assert terms(text)[0] == "wind farms"


def test_names_keep_their_capitals_and_lose_determiners_and_possessives() -> None:
    """A keyword reads "Danube Commission" where the text has "The Danube Commission's"."""
    text = "The Danube Commission's budget fell. Experts of the Danube Commission met in Vienna."
    assert "Danube Commission" in terms(text)
    assert "Vienna" in terms(text)


def test_a_hyphenated_name_is_one_word() -> None:
    """The halves of "Rhine-Ruhr" are no keywords."""
    found = terms("Rhine-Ruhr is growing. Trams in Rhine-Ruhr are full. Rhine-Ruhr plans a metro.")
    assert "Rhine-Ruhr" in found
    assert not {"Rhine", "Ruhr"} & set(found)


def test_a_surname_is_no_second_keyword(ferries: tuple[Keyword, ...]) -> None:
    """The full name stands for the person, ranked by all places where the surname alone stands."""
    assert "Lindqvist" not in [keyword.term for keyword in ferries]


def test_variants_of_a_phrase_do_not_stand_side_by_side() -> None:
    """Of "trade agreement", "formal trade agreement" and "agreement" one remains."""
    text = (
        "The trade agreement is near. A formal trade agreement needs a vote. "
        "The trade agreement helps farmers, and the agreement helps banks."
    )
    assert sum("agreement" in term for term in terms(text)) == 1


def test_a_phrase_with_its_own_head_stands_beside_its_part() -> None:
    """A keyword "harbour" does not hide "harbour festival", to which the text returns."""
    text = (
        "The harbour is growing. Ships wait outside the harbour. Fishermen love the harbour. "
        "Thousands come to the harbour festival. Hotels live on the harbour festival."
    )
    assert {"harbour", "harbour festival"} <= set(terms(text))


def test_a_headline_does_not_run_into_the_first_sentence() -> None:
    """No keyword spans a line end, also where the headline has no full stop."""
    found = find("River towns fear the flood\nEngineers inspect the dam near the river towns.")
    assert all("\n" not in keyword.term for keyword in found)
    assert not any("flood engineer" in keyword.lemma for keyword in found)


def test_the_settings_bound_number_and_length() -> None:
    """`keywords` and `keyword_words` are kept."""
    found = find(FERRIES, AnnotateSettings(keywords=4, keyword_words=2))
    assert len(found) == 4
    assert all(len(keyword.term.split()) <= 2 for keyword in found)


def test_ranks_and_scores_agree(ferries: tuple[Keyword, ...]) -> None:
    """Ranks count from one, scores fall with them, and they are plain numbers that JSON knows."""
    assert [keyword.rank for keyword in ferries] == list(range(1, len(ferries) + 1))
    scores = [keyword.score for keyword in ferries]
    assert scores == sorted(scores, reverse=True)
    assert all(type(score) is float for score in scores)
    assert len({keyword.lemma for keyword in ferries}) == len(ferries)


def test_yake_takes_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """What YAKE prefers rises in the ranking."""
    text = "Salt mines closed. Copper mines opened. Zinc mines burned. Lead mines flooded."
    neutral = dict.fromkeys(("salt mines", "copper mines", "zinc mines", "lead mines"), 1.0)
    monkeypatch.setattr(keywords, "yake_scores", lambda *_: neutral | {"lead mines": 0.1})
    raised = terms(text).index("lead mines")
    monkeypatch.setattr(keywords, "yake_scores", lambda *_: neutral | {"lead mines": 9.0})
    assert raised < terms(text).index("lead mines")


def test_keywords_are_found_when_yake_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception inside YAKE, and the empty list that it makes of one, leave the noun phrase ranking."""

    class Broken:
        def __init__(self, **_: object) -> None:
            message = "out of order"
            raise ValueError(message)

    import yake

    monkeypatch.setattr(yake, "KeywordExtractor", Broken)
    assert yake_scores(FERRIES, "en", 3) == {}
    assert "night ferry" in terms(FERRIES)[:5]


def test_a_language_unknown_to_yake_gets_no_scores() -> None:
    """YAKE would go on with a single stop word; here it says nothing."""
    assert yake_scores("uma frase qualquer sobre o porto", "xx", 3) == {}


def test_yake_scores_are_plain_numbers() -> None:
    """No NumPy type leaves the wrapper."""
    scores = yake_scores(FERRIES, "en", 3)
    assert scores
    assert all(type(score) is float for score in scores.values())


def test_nothing_comes_from_nothing() -> None:
    """Empty input gives an empty ranking."""
    assert choose(rank({}, {}, 0), {}, 20) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ferry",
        "COUNCIL VOTES ON FERRY AS DOCK WORKERS STRIKE",
        "\U0001f600 \U0001f389 ferry \U0001f389",
        "Паром и гавань. 渡船 港口",
        "<script>alert('x')</script> {{ ferry }} {% raw %} [x](javascript:y) ==z== --8<-- \"a.md\"",
        "((( ''' \"\"\" ]]] --- ... ,,, " * 50,
        "x" * 30_000,
        "1" * 30_000,
        "a-" * 1_000,
    ],
)
def test_odd_texts_are_harmless(text: str) -> None:
    """Whatever stands in the file, every span lies in the text and no term is empty."""
    for keyword in find(text):
        assert keyword.term.strip()
        assert len(keyword.term) < 200
        assert keyword.spans
        assert all(0 <= start < end <= len(text) for start, end in keyword.spans)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_text_is_harmless(text: str) -> None:
    """No text makes the extractor raise, and it finds the same twice."""
    assert find(text) == find(text)
