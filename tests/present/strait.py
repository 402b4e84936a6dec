"""A small dossier about two ports and what they do to each other.

In: words that may be hostile. Out: a corpus with happenings, relations and dates of every kind, in which the words stand
in titles, names and sentences.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from generator.consolidate.relations import gather_relations
from generator.model.findings import ActorKind, Anchor, Granularity, Modality
from tests.builders import make_actor, make_corpus, make_date, make_happening, make_tie, write

if TYPE_CHECKING:
    from generator.model.corpus import Corpus, TimelineEntry


def strait(word: str = "Weir") -> Corpus:
    """Two articles: a dated one with dates, an undated one without a year."""
    north = write(
        "north",
        [
            [
                f"The {word} Fleet shelled Port Salt on 3 May 2019.",
                f"Port Salt accused the {word} Fleet and threatened the {word} Fleet on 5 May 2019.",
                "The strait had been closed in 2017.",
                f"The {word} Fleet plans to leave Port Salt.",
            ],
            [
                f"In June 2019 Port Salt signed a pact with the {word} Fleet.",
                f"According to Ida Brekke, the {word} Fleet shelled Cape Fern.",
                "Port Salt may have blocked Cape Fern on 9 July 2019.",
                "Nothing moved on 1 August 2019.",
            ],
        ],
        title=f"North of the {word}",
        published=date(2019, 8, 2),
    )
    south = write(
        "south",
        [
            [
                f"In mid-September the {word} Fleet returned.",
                "Within days, Port Salt asked Cape Fern for help.",
                f"Port Salt had thanked the {word} Fleet.",
            ]
        ],
        title=f"South of the {word}",
    )
    fleet = make_actor(
        "fleet",
        f"{word} Fleet",
        ActorKind.GROUP,
        *(north.point(f"{word} Fleet", number) for number in range(5)),
        south.point(f"{word} Fleet"),
    )
    port = make_actor(
        "port",
        "Port Salt",
        ActorKind.STATE,
        *(north.point("Port Salt", number) for number in range(5)),
        south.point("Port Salt"),
    )
    cape = make_actor(
        "cape",
        "Cape Fern",
        ActorKind.PLACE,
        north.point("Cape Fern"),
        north.point("Cape Fern", 1),
        south.point("Cape Fern"),
    )
    ida = make_actor("ida", "Ida Brekke", ActorKind.PERSON, north.point("Ida Brekke"))
    third = make_date("d-3may", north.point("3 May 2019"), date(2019, 5, 3))
    fifth = make_date("d-5may", north.point("5 May 2019"), date(2019, 5, 5))
    year = make_date(
        "d-2017", north.point("2017"), date(2017, 1, 1), date(2017, 12, 31), granularity=Granularity.YEAR
    )
    june = make_date(
        "d-june",
        north.point("June 2019"),
        date(2019, 6, 1),
        date(2019, 6, 30),
        granularity=Granularity.MONTH,
    )
    ninth = make_date("d-9july", north.point("9 July 2019"), date(2019, 7, 9))
    august = make_date("d-1august", north.point("1 August 2019"), date(2019, 8, 1))
    september = _loose(make_date("d-sept", south.point("mid-September")), edtf="XXXX-09", qualifier="mid")
    within = _loose(
        make_date("d-within", south.point("Within days"), rule="counted from before"), anchor=Anchor.NARRATIVE
    )
    happenings = (
        make_happening(
            "shelled",
            north.point("shelled"),
            agent="fleet",
            patient="port",
            date=third.date,
            kind="ASSAULT",
            quad="material conflict",
        ),
        make_happening(
            "accused",
            north.point("accused"),
            agent="port",
            patient="fleet",
            date=fifth.date,
            kind="ACCUSE",
            quad="verbal conflict",
        ),
        make_happening(
            "threatened",
            north.point("threatened"),
            agent="port",
            patient="fleet",
            date=fifth.date,
            kind="THREATEN",
            quad="verbal conflict",
        ),
        make_happening(
            "signed",
            north.point("signed"),
            agent="port",
            patient="fleet",
            date=june.date,
            kind="AGREE",
            quad="verbal cooperation",
        ),
        make_happening(
            "blocked",
            north.point("blocked"),
            agent="port",
            patient="cape",
            date=ninth.date,
            confident=False,
            kind="ASSAULT",
            quad="material conflict",
        ),
        make_happening(
            "leave",
            north.point("leave"),
            agent="fleet",
            patient="port",
            kind="RETREAT",
            quad="material cooperation",
            modality=Modality.PLANNED,
        ),
        make_happening(
            "again",
            north.point("shelled", 1),
            agent="fleet",
            patient="cape",
            modality=Modality.REPORTED,
            kind="ASSAULT",
            quad="material conflict",
        ),
        make_happening(
            "asked",
            south.point("asked"),
            agent="port",
            patient="cape",
            date=within.date,
            kind="REQUEST",
            quad="verbal conflict",
        ),
        make_happening("thanked", south.point("thanked"), agent="port", patient="fleet", kind="SUPPORT"),
    )
    return make_corpus(
        north,
        south,
        actors=(fleet, port, cape, ida),
        timeline=(year, third, fifth, june, ninth, august, september, within),
        ties=(
            make_tie("fleet", "port", north.cite(north.sentences[0].span)),
            make_tie("fleet", "cape", north.cite(north.sentences[5].span)),
            make_tie("cape", "ida", north.cite(north.sentences[5].span)),
        ),
        happenings=happenings,
        relations=gather_relations(happenings),
    )


def _loose(
    entry: TimelineEntry,
    *,
    edtf: str | None = None,
    qualifier: str | None = None,
    anchor: Anchor = Anchor.NONE,
) -> TimelineEntry:
    """A date without a place in the calendar."""
    return replace(entry, date=replace(entry.date, edtf=edtf, qualifier=qualifier, anchor=anchor))


def without_deeds(corpus: Corpus) -> Corpus:
    """The same where nobody does anything to anybody."""
    return replace(corpus, happenings=(), relations=())
