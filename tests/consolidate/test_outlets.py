"""A text draws on an outlet where the words beside its name say so, and not where the outlet is only told of.

The sentences are invented. The first two pairs of lists were read to mend the rules, the third was written afterwards.
"""

from __future__ import annotations

import pytest

from generator.consolidate.outlets import citing, named

CITING_1 = """
The Coast Gazette reported that the strait was closed.
According to the Coast Gazette, ships of Norway turned back.
Ships turned back, the newspaper Coast Gazette wrote on Monday.
The Coast Gazette Daily reported a loss of ships.
Newspaper Coast Gazette first reported the closure.
The minister told the Coast Gazette that ships would wait.
In an interview with the Coast Gazette, the minister ruled that out.
The Coast Gazette's report of Monday named two ships.
A Coast Gazette investigation found leaks in both tanks.
The closure was first reported by the Coast Gazette.
A report in the Coast Gazette says that ships turned back.
Citing the Coast Gazette, officials spoke of a closure.
"We will wait," the minister was quoted as saying by the Coast Gazette.
Two ships turned back, Coast Gazette reporters said.
The mayor, quoted in the Coast Gazette, denied it.
Writing in the Coast Gazette, the mayor denied it.
As the Coast Gazette also noted, two ships were empty.
The Coast Gazette has learned that two ships were empty.
Source: Coast Gazette
The figures, published in Monday's Coast Gazette, are lower.
The losses were estimated in an article in the Coast Gazette.
The Coast Gazette on Tuesday published a list of ships.
The daily Coast Gazette puts the losses at 55 million euros.
An analysis by the Coast Gazette shows that ships turned back.
According to a story of Friday in the Coast Gazette, nobody was hurt.
The minister confirmed to the Coast Gazette that ships would wait.
"""
TELLING_1 = """
The Coast Gazette moved to a new building in May.
A lawsuit against the Coast Gazette was dropped.
The Coast Gazette said it would sue the port.
Two reporters of the Coast Gazette were arrested.
The owner of the Coast Gazette met the minister.
The Mountain Coast Gazette reported a flood.
Coast Gazette Park was closed on Monday.
The Coast Gazette was founded in 1901.
She worked for the Coast Gazette until 2004.
The minister attacked the Coast Gazette in a speech.
The Coast Gazette's building burned down.
The Coast Gazette's owner was told of it.
The Coast Gazette declined to comment.
Readers of the Coast Gazette were surprised.
Police searched the offices of the Coast Gazette.
The coast gazette of the port is a list of ships.
The court ordered the Coast Gazette to pay a fine.
He bought the Coast Gazette and sold it again.
The minister called a report on the Coast Gazette unfair.
A bomb threat was made against the Coast Gazette.
The Coast Gazette won a prize for its pictures.
The Coast Gazette apologised for the picture.
Coast Gazette Editor Ann Lee resigned.
The council stopped buying the Coast Gazette.
The strike hit the Coast Gazette and the port.
The Coast Gazette said they would hire ten people.
"""
CITING_2 = """
Kurier reported on Friday that the bridge had been closed.
The bridge has been closed, Kurier reports.
The Kurier newspaper wrote that the bridge had been closed.
The bridge had been closed for a week, according to the weekly Kurier.
Speaking to Kurier, the mayor called the closure a mistake.
"It is a mistake," the mayor told the broadcaster Kurier.
The mayor said in an interview published by Kurier that it was a mistake.
The closure, Kurier said, was a mistake.
As reported by Kurier, the bridge has been closed since May.
Kurier, which first reported the closure, puts the cost at 4 million euros.
The engineers' letter was seen by Kurier.
Documents obtained by Kurier show that the engineers had warned of it.
Kurier obtained a letter in which the engineers warned of it.
The mayor's remarks in Kurier on Monday caused an outcry.
In a report on Monday, Kurier named the engineers.
Engineers had warned of it, Kurier revealed last week.
Sources cited by Kurier spoke of a mistake.
Kurier quoted an engineer as saying that the bridge was safe.
An engineer quoted by the Kurier daily said that the bridge was safe.
The mayor made the remark to Kurier.
A poll for Kurier found that most people want a new bridge.
Reporting by Kurier shows that engineers had warned of it.
The state news agency Kurier said the bridge was safe.
Kurier's correspondent in Lund says the bridge is closed.
News of the closure was broken by Kurier.
The bridge will reopen in May, the Kurier news agency quoted the mayor as saying.
Details of the letter appeared in Kurier on Tuesday.
The mayor gave Kurier another account of it.
"A mistake," she told Kurier TV.
The letter was leaked to Kurier.
"""
TELLING_2 = """
Kurier is the largest newspaper in Lund.
Kurier has been on strike since Monday.
The council fined Kurier for the picture.
The editor of Kurier said she would resign.
Kurier said its offices had been searched.
Hackers attacked the website of Kurier.
The mayor refused to speak to Kurier.
The mayor sued Kurier over the article.
A journalist of Kurier was beaten near the bridge.
Thousands of copies of Kurier were burned.
The bridge leads to the building of Kurier.
Kurier and two other newspapers will merge.
The Evening Kurier reported the closure.
The Kurier Group reported a profit of 4 million euros.
Kurier reported a loss of 4 million euros for the year.
Kurier Street was closed after the report.
He began as a driver with Kurier.
The government has taken over Kurier.
Kurier was banned from the briefing.
Advertisements in Kurier have become fewer.
The union called on Kurier to pay better wages.
Kurier's journalists went on strike.
Kurier's editor was arrested after the report.
The mayor denied that Kurier had been banned.
The minister praised Kurier and its readers.
Police questioned two people who work for Kurier.
The kurier of the council brought the letter.
A statue of the founder of Kurier fell.
Nobody at Kurier could be reached.
Kurier published its last issue in May.
"""
CITING_3 = """
Three schools will close, the Lakeside Post has reported.
The Lakeside Post, citing two teachers, said three schools would close.
Speaking on condition of anonymity, a teacher told the Lakeside Post of the plan.
Teachers who spoke to the Lakeside Post fear for their jobs.
"Three schools will go," a teacher told the Lakeside Post newspaper.
The plan was revealed by the Lakeside Post in May.
The Lakeside Post claims that three schools will close.
Last week the Lakeside Post published the plan.
A Lakeside Post article named the schools.
The council confirmed a Lakeside Post report that three schools would close.
The mayor rejected the Lakeside Post's account of the meeting.
According to a Lakeside Post report, three schools will close.
In its Monday edition, the Lakeside Post wrote that three schools would close.
The Lakeside Post added that two teachers had resigned.
As the Lakeside Post put it, the schools were never asked.
The number of pupils, the Lakeside Post says, has fallen.
In comments to the local Lakeside Post, the mayor spoke of a saving.
The mayor was speaking to the Lakeside Post on Tuesday.
A teacher interviewed by the Lakeside Post called it a shame.
The Lakeside Post's Ann Lee reports that three schools will close.
"""
TELLING_3 = """
The Lakeside Post will close in May.
The Lakeside Post, founded in 1901, has new owners.
Two teachers wrote a letter to the Lakeside Post.
The council bought a page in the Lakeside Post.
The mayor accused the Lakeside Post of lies.
The Lakeside Post said that its printers were on strike.
The Lakeside Post reported record profits.
A former editor of the Lakeside Post was elected mayor.
The Lakeside Post has 40 employees.
The mayor's wife owns the Lakeside Post.
The Lakeside Post Office reported long queues.
He threw a copy of the Lakeside Post on the table.
The court ruled against the Lakeside Post.
Journalists from the Lakeside Post were kept out of the room.
The Lakeside Post did not reply to questions.
The reporter now writes novels and no longer works at the Lakeside Post.
The lakeside post marks the border.
The mayor congratulated the Lakeside Post on its birthday.
Staff at the Lakeside Post said they feared for their jobs.
The Lakeside Post lost a fifth of its readers.
"""
MISSED = {
    "The mayor gave Kurier another account of it.",
    "The Lakeside Post's Ann Lee reports that three schools will close.",
}
"""Known to be missed: a gift of words, and a person behind the name."""
SETS = [
    ("coast gazette", CITING_1, TELLING_1),
    ("kurier", CITING_2, TELLING_2),
    ("lakeside post", CITING_3, TELLING_3),
]


def cites(outlet: str, text: str) -> bool:
    return any(citing(text, span) for span in named(outlet, text, text.casefold()))


@pytest.mark.parametrize(("outlet", "drawing", "telling"), SETS)
def test_drawing_on_an_outlet_is_told_from_telling_of_it(outlet: str, drawing: str, telling: str) -> None:
    """Verbs and works beside the name, in many forms; buildings, strikes, owners, longer names, its own affairs."""
    missed = {text for text in drawing.strip().splitlines() if not cites(outlet, text)}
    assert missed == MISSED & set(drawing.strip().splitlines())
    assert [text for text in telling.strip().splitlines() if cites(outlet, text)] == []


def test_the_words_that_cite_are_the_evidence() -> None:
    """The name with the words beside it."""
    text = "Ships turned back, as first reported by the Coast Gazette on Monday."
    (span,) = named("coast gazette", text, text.casefold())
    found = citing(text, span)
    assert found is not None
    assert text[slice(*found)] == "first reported by the Coast Gazette"
