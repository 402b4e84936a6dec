"""Who said what: one small text a construction, read as a careful reader would."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.annotate.articles import annotate_article
from generator.annotate.extractors.statements.lexicon import load_cues
from generator.annotate.extractors.statements.marks import find_quotations
from generator.lexicons.files import FOLDER
from generator.model.article import Article, Paragraph, TitleOrigin
from generator.model.findings import Mode
from generator.settings import AnnotateSettings

if TYPE_CHECKING:
    from generator.model.findings import Statement


def article_of(text: str) -> Article:
    """An article, one paragraph a line, taken for English however short it is."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lead = len(line) - len(line.lstrip())
            paragraphs.append(Paragraph(span=(start + lead, start + lead + len(line.strip()))))
        start += len(line) + 1
    return Article(
        id="a",
        path="a.txt",
        title="a",
        title_origin=TitleOrigin.HEADING,
        text=text,
        paragraphs=tuple(paragraphs),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
    )


def find(text: str) -> tuple[Statement, ...]:
    """Statements of a text."""
    return annotate_article(article_of(text), AnnotateSettings()).statements


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, cue and content of each statement, as words."""
    rows = []
    for one in find(text):
        speaker = text[slice(*one.speaker)] if one.speaker else None
        cue = text[slice(*one.cue)] if one.cue else ""
        rows.append((speaker, cue, " | ".join(text[slice(*span)] for span in one.content)))
    return rows


CONSTRUCTIONS = {
    "quoted by somebody else": (
        "The Courier quoted Lena Holm as saying that the dam leaks.",
        ("Lena Holm", "saying", "the dam leaks"),
    ),
    "a poll before what it counts": (
        "In a poll of members, just 8 percent were for Lund.",
        ("a poll of members", "In", "just 8 percent were for Lund"),
    ),
    "somebody unnamed tells it": (
        "The bank reportedly sold the mill.",
        (None, "reportedly", "The bank | sold the mill"),
    ),
    "passive with an infinitive": (
        "Lena Holm is said to have left the council.",
        (None, "said", "Lena Holm | to have left the council"),
    ),
    "condition before the clause": (
        "The mayor said if it rained the fair would move to the hall.",
        ("The mayor", "said", "if it rained the fair would move to the hall"),
    ),
    "goes on behind the attribution": (
        "Prices will fall, the traders say, because the harbour is open again.",
        ("the traders", "say", "Prices will fall | because the harbour is open again"),
    ),
    "unknown noun behind a quotation": (
        "“They will always find a way to blame the villages,” wrote one commenter.",
        ("one commenter", "wrote", "“They will always find a way to blame the villages,”"),
    ),
    "verb taken for a noun": (
        "The report said that the old dam leaks in winter.",
        ("The report", "said", "the old dam leaks in winter"),
    ),
    "clause behind": (
        "The mayor said that the bridge would open in May.",
        ("The mayor", "said", "the bridge would open in May"),
    ),
    "clause before": (
        "The bridge will open in May, the mayor said.",
        ("the mayor", "said", "The bridge will open in May"),
    ),
    "clause around": (
        "The bridge, engineers say, will open in May.",
        ("engineers", "say", "The bridge | will open in May"),
    ),
    "contrast before": (
        "The bridge is old, but it will be repaired by May, the mayor said.",
        ("the mayor", "said", "The bridge is old, but it will be repaired by May"),
    ),
    "adverbial between": (
        "The minister said in a statement on Monday that the harbour would stay closed.",
        ("The minister", "said", "the harbour would stay closed"),
    ),
    "inversion": (
        "“The bridge is safe,” said the engineer.",
        ("the engineer", "said", "“The bridge is safe,”"),
    ),
    "split quotation": (
        "“The bridge,” said Anna Berg, “is safe for everybody.”",
        ("Anna Berg", "said", "“The bridge,” | “is safe for everybody.”"),
    ),
    "quotation goes on": (
        "“The bridge is safe,” said Anna Berg. “We tested it twice.”",
        ("Anna Berg", "said", "“The bridge is safe,” | “We tested it twice.”"),
    ),
    "colon": (
        "The engineer wrote: “Nobody asked us about the bridge.”",
        ("The engineer", "wrote", "“Nobody asked us about the bridge.”"),
    ),
    "according to": (
        "According to the union, wages fell by a tenth last year.",
        ("the union", "According to", "wages fell by a tenth last year"),
    ),
    "as-clause": (
        "The harbour is too small, as the fishermen say.",
        ("the fishermen", "say", "The harbour is too small"),
    ),
    "described as": (
        "The opposition described the vote as a farce.",
        ("The opposition", "described", "the vote as a farce"),
    ),
    "called so": (
        "The senator called the plan a mistake.",
        ("The senator", "called", "the plan a mistake"),
    ),
    "object": (
        "The ministry stressed the importance of clean water.",
        ("The ministry", "stressed", "the importance of clean water"),
    ),
    "list of gerunds": (
        "The committee stressed the importance of keeping records, training staff, and paying workers on time.",
        (
            "The committee",
            "stressed",
            "the importance of keeping records, training staff, and paying workers on time",
        ),
    ),
    "charge": (
        "The union accused the ministry of neglect.",
        ("The union", "accused", "the ministry of neglect"),
    ),
    "infinitive": (
        "The rebels agreed to lay down their weapons.",
        ("The rebels", "agreed", "to lay down their weapons"),
    ),
    "urged to": (
        "The bishop urged the government to release the prisoners.",
        ("The bishop", "urged", "the government to release the prisoners"),
    ),
    "called for": (
        "The farmers called for lower taxes.",
        ("The farmers", "called for", "lower taxes"),
    ),
    "gerund": (
        "The president proposed postponing the vote.",
        ("The president", "proposed", "postponing the vote"),
    ),
    "adjective": (
        "The governor is determined to build the dam.",
        ("The governor", "determined", "to build the dam"),
    ),
    "passive": (
        "The vote was described by observers as a farce.",
        ("observers", "described", "The vote | as a farce"),
    ),
    "noun": (
        "The minister repeated her claim that the dam is safe.",
        ("The minister", "claim", "the dam is safe"),
    ),
    "relative clause": (
        "Officials who said that the dam was safe have resigned.",
        ("Officials who", "said", "the dam was safe"),
    ),
    "statement of somebody": (
        "Statements from the ministry described a small fire.",
        ("Statements from the ministry", "described", "a small fire"),
    ),
    "gathering": (
        "Large demonstrations calling for reform filled the square.",
        ("Large demonstrations", "calling for", "reform"),
    ),
    "document": (
        "A report found that half of the wells are dry.",
        ("A report", "found", "half of the wells are dry"),
    ),
    "condition": (
        "The ministry said it is ready to talk, provided the strike ends.",
        ("The ministry", "said", "it is ready to talk, provided the strike ends"),
    ),
}


@pytest.mark.parametrize("name", sorted(CONSTRUCTIONS))
def test_construction(name: str) -> None:
    """Each construction gives one statement with its speaker, its cue and nothing but what was said."""
    text, expected = CONSTRUCTIONS[name]
    assert told(text) == [expected]


def test_second_cue_keeps_the_first_speaker() -> None:
    """A participle of saying starts a statement of its own, by the speaker of the first."""
    text = "The mayor stresses that the city is calm, while underlining that every party must help."
    assert told(text) == [
        ("The mayor", "stresses", "the city is calm"),
        ("The mayor", "underlining", "every party must help"),
    ]


def test_coordinated_cue_is_a_second_statement() -> None:
    """A coordination, "said A and warned that B", is two statements of one speaker."""
    text = "The minister said the roads are closed and warned that the snow will last."
    assert told(text) == [
        ("The minister", "said", "the roads are closed"),
        ("The minister", "warned", "the snow will last"),
    ]


def test_quotation_over_paragraphs() -> None:
    """A quotation whose paragraphs open again belongs to one statement."""
    text = "“We waited for hours,” said Maria Lund.\n“Nobody came to help us.”"
    assert told(text) == [("Maria Lund", "said", "“We waited for hours,” | “Nobody came to help us.”")]


def test_interview_turns() -> None:
    """A name and a colon at the start of a paragraph open a turn."""
    text = (
        "Lund: We waited for hours at the gate.\nBerg: The gate was locked by the police.\n"
        "Lund: Nobody told us about it.\nBerg: Nobody told us either."
    )
    assert told(text) == [
        ("Lund", ":", "We waited for hours at the gate"),
        ("Berg", ":", "The gate was locked by the police"),
        ("Lund", ":", "Nobody told us about it"),
        ("Berg", ":", "Nobody told us either"),
    ]


@pytest.mark.parametrize("label", ["[{}] ", "({}): ", "(({}))  ", "<{}> "])
def test_turns_of_a_transcript(label: str) -> None:
    """Names in brackets open turns too; what a speaker says of himself there is part of his turn."""
    turns = (
        ("Lund", "I think that we waited for hours at the gate."),
        ("Berg", "Could you describe the gate?"),
        ("Lund", "As I said, it was locked by the police."),
    )
    text = "\n\n".join(label.format(name) + words for name, words in turns)
    assert told(text) == [(name, "", words.rstrip(".")) for name, words in turns]
    assert [one.kind for one in find(text)] == ["says", "asks", "says"]


def test_a_turn_goes_on_over_paragraphs() -> None:
    """What stands between two turns belongs to the first; a short turn, a heading and the end of the last one close it."""
    lines = (
        "[Berg] What happened at the gate?",
        "[Lund] We waited for hours at the gate.",
        "Nobody came from the town hall.",
        "[Berg] Really.",
        "The gate was old and heavy.",
        "[Berg] Who had the key then?",
        "[Lund] The key was with the police.",
        "The gate was opened in the evening.",
    )
    rows = [(name, words) for name, _, words in told("\n\n".join(lines))]
    assert ("Lund", "Nobody came from the town hall") in rows
    assert not [words for _, words in rows if "heavy" in words or "evening" in words]


def test_whoever_took_a_picture_says_nothing() -> None:
    """The line below a picture is no turn."""
    text = "Lund at the gate in May.Image: Herald of the Harbour.\n\nMaria Lund in July. Photo: The Lund family archive."
    assert told(text) == []


def test_an_agency_in_brackets_is_no_speaker() -> None:
    """A paragraph that begins with the name of an agency is no turn."""
    text = "(Reuters) The gate was locked by the police.\n\n(Reuters) The crowd waited for hours at the gate."
    assert told(text) == []


def test_words_in_a_quotation_stay_there() -> None:
    """What is told inside a quotation is no statement of its own."""
    assert len(told("“I think that the dam is safe,” said the engineer.")) == 1


def test_stance_is_nobody() -> None:
    """An abstraction says nothing."""
    assert told("This stance frames the moment as a turning point.") == []


def test_words_beside_a_verb_give_it_another_sense() -> None:
    """A plea of guilty, a blocked road and a newspaper that quotes somebody are no demands, rejections or statements."""
    assert told("The firm pleaded guilty last year.") == []
    assert told("Hundreds of strikers blocked the road to the yard.") == []
    assert told("Lena Holm, quoted by the Courier, left the town.") == []


def test_clerk_with_a_name_is_the_one_who_speaks() -> None:
    """A noun that no list knows speaks for the name beside it."""
    text = "The clerk, Siri Holte, testified that the mayor had threatened her."
    (one,) = [found for found in find(text) if found.inside is None]
    assert one.speaker_head is not None
    assert text[slice(*one.speaker_head)] == "Holte"


def test_duty_is_no_utterance() -> None:
    """What somebody ought to do is not something they say."""
    assert told("The international community must support the efforts of the doctors.") == []


def test_claim_of_nobody_is_kept_without_speaker() -> None:
    """A clear claim whose holder is not named has no speaker."""
    assert told("The claim is that the wells are dry.") == [(None, "claim", "the wells are dry")]


def test_negated() -> None:
    """A statement that was not made is marked so."""
    (one,) = find("The minister did not say whether the harbour would open.")
    assert one.negated


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The dam is safe,” said the engineer.", Mode.DIRECT),
        ("The engineer said the dam was “safe for all.”", Mode.MIXED),
        ("The engineer said the dam was safe.", Mode.INDIRECT),
        ("''The dam is safe,'' said the engineer.", Mode.DIRECT),
        ("«The dam is safe,» said the engineer.", Mode.DIRECT),
    ],
)
def test_mode(text: str, mode: Mode) -> None:
    """The mode follows the quotation marks, of whatever kind."""
    (one,) = find(text)
    assert one.mode == mode


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("claimed", "claims"),
        ("warned", "warns"),
        ("denied", "denies"),
        ("predicted", "predicts"),
        ("conceded", "concedes"),
        ("demanded", "demands"),
        ("believed", "believes"),
    ],
)
def test_kind(verb: str, kind: str) -> None:
    """The kind of a statement is that of its cue."""
    (one,) = find(f"The minister {verb} that the harbour was closed.")
    assert one.kind == kind


def test_repeats_have_ids_of_their_own() -> None:
    """The same words said twice are two statements with different ids, the same ones in every run."""
    text = "The mayor said the road is closed.\nThe mayor said the road is closed."
    ids = [one.id for one in find(text)]
    assert len(set(ids)) == 2
    assert ids == [one.id for one in find(text)]


def test_appositive_name_is_the_head() -> None:
    """The name behind a title is the word an actor is matched with."""
    text = "The prime minister of Norway, Peter Miller, said that the strike was over."
    (one,) = find(text)
    assert one.speaker_head is not None
    assert text[slice(*one.speaker_head)] == "Miller"


WORDS = ["said", "the mayor", "Anna Berg", "that", "it rains", "according to", "warned", "and", "who", "as"]
MARKS = [
    '"',
    "“",
    "”",
    "„",
    "«",
    "»",
    "''",
    "'",
    "‘",
    "’",
    "`",
    ",",
    ".",
    "?",
    ":",
    "—",
    "\n",
    "(",
    ")",
    "\u00a0",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=40))
def test_hostile_marks(pieces: list[str]) -> None:
    """However marks are strewn: no error, no empty content, no span outside, no statement twice, text order."""
    text = " ".join(pieces)
    found = find(text)
    for one in found:
        assert one.content
        for start, end in (*one.content, *(s for s in (one.speaker, one.speaker_head, one.cue) if s)):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
        assert list(one.content) == sorted(one.content)
        ends = [end for _, end in one.content]
        assert all(end <= start for end, (start, _) in zip(ends, one.content[1:], strict=False))
    assert len({one.id for one in found}) == len(found)
    assert max(Counter(one.content for one in found).values(), default=1) == 1


@given(st.text(alphabet="ab \n.,?!'\"“”„«»‘’`’(", max_size=80))
def test_quotations_pair(text: str) -> None:
    """Quotations lie inside their paragraph, in order, and never overlap."""
    article = article_of(text)
    last = 0
    for one in find_quotations(article):
        start, end = article.paragraphs[one.paragraph].span
        assert start <= one.start < one.end <= end
        assert one.start >= last
        last = one.end


def test_lexicon_entries_stand_once() -> None:
    """No entry of a section is written twice: YAML would keep the last one in silence."""
    node = yaml.compose((FOLDER / "en" / "cues.yaml").read_text(encoding="utf-8"))
    assert isinstance(node, yaml.MappingNode)
    for _, section in node.value:
        if isinstance(section, yaml.MappingNode):
            keys = [key.value for key, _ in section.value]
            assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_lexicon_loads() -> None:
    """Every entry has a known kind and known constructions."""
    cues = load_cues("en")
    assert cues.verbs["say"][0].kind == "says"
    assert [cue.tail for cue in cues.verbs["call"]][-1] == ()


CHAINS = {
    "three links": (
        "Lund told the Herald that the mayor had warned of floods, according to a diary.",
        [
            ("a diary", "according to", None),
            ("Lund", "told", "according to"),
            ("the mayor", "warned of", "told"),
        ],
    ),
    "inside a quotation": (
        "“The minister told us that the harbour would close,” Lund said.",
        [("Lund", "said", None), ("The minister", "told", "said")],
    ),
    "a charge": (
        "The council said that the officials had accused Ann Lee of fraud.",
        [("The council", "said", None), ("the officials", "accused", "said")],
    ),
}
NO_CHAINS = {
    "nobody in particular": "Lund said that anyone who says that the dam is safe has not seen it.",
    "not made": "Lund said that the mayor should say that the dam is safe.",
    "asked": "“Did the mayor say that the dam is safe?” Lund asked.",
    "himself": "“I say that the dam is safe,” Lund said.",
    "belief": "Lund said that the mayor believes that the dam is safe.",
}


@pytest.mark.parametrize("name", CHAINS)
def test_speech_inside_speech_is_kept_with_its_chain(name: str) -> None:
    """Each link is a statement of its own and names the one that tells it."""
    text, chain = CHAINS[name]
    found = find(text)
    cues = {one.id: text[slice(*one.cue)] if one.cue else "" for one in found}
    links = [
        (text[slice(*one.speaker)] if one.speaker else "", cues[one.id], cues.get(one.inside or ""))
        for one in found
    ]
    assert sorted(links) == sorted(chain)


@pytest.mark.parametrize(
    "text",
    [
        "How would you describe the state of the harbour?",
        "What do you expect the weir to be?",
        "If you consider that the dam is old, the price is low.",
    ],
)
def test_what_is_put_to_a_reader_or_a_guest_is_no_statement_of_theirs(text: str) -> None:
    """“You” is whoever is addressed; nobody has said it."""
    assert told(text) == []


@pytest.mark.parametrize("name", NO_CHAINS)
def test_what_nobody_said_is_no_link(name: str) -> None:
    """A chain holds what somebody else is told to have said, not what might be said or is believed."""
    assert not [one for one in find(NO_CHAINS[name]) if one.inside]
