"""The columns of events and happenings.

In: `Sources`. Out: their tables, made like those of `columns.py`, and their records in the JSON document. An event is
one article's account; a happening is what several accounts tell, and knows the actors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.model.corpus import Evidence
from generator.present.tables import WHERE, Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.article import Article, Span
    from generator.model.corpus import Happening
    from generator.model.findings import DateRef, Event
    from generator.present.sources import Sources

Record = dict[str, Any]


class _Told(NamedTuple):
    """An event with all that the corpus knows of it."""

    event: Event
    article: Article
    happening: Happening | None
    agent_name: str | None
    patient_name: str | None
    date: DateRef | None


def _told(sources: Sources, only: str | None = None) -> Iterator[_Told]:
    """The events of one article or of all, in the order of the texts."""
    for findings in (sources.findings[only],) if only is not None else sources.corpus.findings:
        dates = {found.span: found for found in findings.dates}
        for event in findings.events:
            happening = sources.happenings.get((findings.article, event.id))
            agent, patient = (happening.agent, happening.patient) if happening else (None, None)
            yield _Told(
                event=event,
                article=sources.articles[findings.article],
                happening=happening,
                agent_name=sources.name(agent) if agent else None,
                patient_name=sources.name(patient) if patient else None,
                date=dates.get(event.date) if event.date else None,
            )


def _events(sources: Sources) -> Iterator[tuple[_Told, Evidence | None]]:
    for told in _told(sources):
        span = told.event.trigger
        sentence = sources.sentence(told.article.id, span)
        yield (
            told,
            Evidence(
                article=told.article.id,
                span=span,
                quote=told.article.quote(span),
                sentence=sentence.id if sentence else "",
            ),
        )


def _happenings(sources: Sources) -> Iterator[tuple[Happening, Evidence | None]]:
    for one in sources.corpus.happenings:
        yield one, one.reports[0].trigger


EVENTS: Table[_Told] = Table(
    name="events",
    title="Events",
    description="One row for each event of each article; place and sentence are those of the word that names it.",
    own=(
        Column("event", "id of the event", lambda row: row.event.id),
        Column(
            "happening",
            "id of what it tells, together with other reports",
            lambda row: row.happening.id if row.happening else None,
        ),
        Column("class", "PLOVER class", lambda row: row.event.kind),
        Column(
            "quad",
            "verbal or material cooperation or conflict",
            lambda row: row.happening.quad if row.happening else None,
        ),
        Column(
            "agent",
            "id of the actor who does it, empty where not known",
            lambda row: row.happening.agent if row.happening else None,
        ),
        Column("agent_name", "its name", lambda row: row.agent_name),
        Column(
            "agent_words",
            "the words for the doer, verbatim",
            lambda row: _quote(row.article, row.event.agent),
        ),
        Column(
            "patient",
            "id of the actor it is done to, empty where not known",
            lambda row: row.happening.patient if row.happening else None,
        ),
        Column("patient_name", "its name", lambda row: row.patient_name),
        Column(
            "patient_words",
            "the words for whom it is done to, verbatim",
            lambda row: _quote(row.article, row.event.patient),
        ),
        Column(
            "modality",
            "asserted, planned, demanded, negated, conditional or reported",
            lambda row: row.event.modality.value,
        ),
        Column(
            "reporter_words",
            "head word of whose word it is, where it is reported",
            lambda row: _quote(row.article, row.event.reporter),
        ),
        Column(
            "place_words",
            "head word of the place in its clause",
            lambda row: _quote(row.article, row.event.place),
        ),
        Column(
            "date_words",
            "the date in its sentence, verbatim",
            lambda row: _quote(row.article, row.event.date),
        ),
        Column(
            "edtf", "that date in Extended Date/Time Format", lambda row: row.date.edtf if row.date else None
        ),
        Column(
            "confident",
            "false where class, doer or other side rest on a weak rule",
            lambda row: row.event.confident,
        ),
        Column("rule", "the construction by which it was found", lambda row: row.event.rule),
    ),
    where=WHERE,
    rows=_events,
)
HAPPENINGS: Table[Happening] = Table(
    name="happenings",
    title="Happenings",
    description="One row for each thing that happened; place and sentence are those of its first report.",
    own=(
        Column("happening", "id of the happening", lambda row: row.id),
        Column("class", "PLOVER class", lambda row: row.kind),
        Column("quad", "verbal or material cooperation or conflict", lambda row: row.quad),
        Column("agent", "id of the actor who does it, empty where not known", lambda row: row.agent),
        Column("patient", "id of the actor it is done to, empty where not known", lambda row: row.patient),
        Column("location", "id of the place", lambda row: row.place),
        Column("date", "when, in Extended Date/Time Format", lambda row: row.date.edtf if row.date else None),
        Column("modality", "that of the report that says most", lambda row: row.modality.value),
        Column("confident", "true where one report rests on strong rules", lambda row: row.confident),
        Column("reports", "number of reports", lambda row: len(row.reports)),
        Column(
            "articles",
            "number of articles that tell it, copies among them",
            lambda row: len({report.article for report in row.reports}),
        ),
        Column(
            "independent",
            "number of independent articles that tell it in their own words",
            lambda row: row.articles,
        ),
    ),
    where=WHERE,
    rows=_happenings,
)


def event_records(article: Article, sources: Sources) -> list[Record]:
    """The events of an article in the JSON document."""
    return [_event(told, sources) for told in _told(sources, article.id)]


def _event(told: _Told, sources: Sources) -> Record:
    event, article = told.event, told.article
    sentence = sources.sentence(article.id, event.trigger)
    return {
        "id": event.id,
        "class": event.kind,
        "agent": _side(article, event.agent, told.happening.agent if told.happening else None),
        "patient": _side(article, event.patient, told.happening.patient if told.happening else None),
        "trigger": {"span": list(event.trigger), "quote": article.quote(event.trigger)},
        "date": _place(article, event.date),
        "edtf": told.date.edtf if told.date else None,
        "place": _place(article, event.place),
        "modality": event.modality.value,
        "reporter": _place(article, event.reporter),
        "confident": event.confident,
        "happening": told.happening.id if told.happening else None,
        "sentence": sentence.id if sentence else None,
        "rule": event.rule,
    }


def happening_record(one: Happening) -> Record:
    """The happening in the JSON document."""
    return {
        "id": one.id,
        "class": one.kind,
        "quad": one.quad,
        "agent": one.agent,
        "patient": one.patient,
        "place": one.place,
        "date": one.date.edtf if one.date else None,
        "modality": one.modality.value,
        "confident": one.confident,
        "articles": len({report.article for report in one.reports}),
        "independent": one.articles,
        "reports": [{"article": report.article, "event": report.event} for report in one.reports],
    }


def _side(article: Article, span: Span | None, actor: str | None) -> Record:
    return {"span": list(span) if span else None, "actor": actor, "quote": _quote(article, span)}


def _place(article: Article, span: Span | None) -> Record:
    return {"span": list(span) if span else None, "quote": _quote(article, span)}


def _quote(article: Article, span: Span | None) -> str | None:
    return article.quote(span) if span else None
