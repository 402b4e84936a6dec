"""The whole corpus as one JSON document.

In: the corpus. Out: the document of the form `dossier/1`, for measuring and for other programs. The names of
its fields are a promise: more may come, none may change its meaning. `fields.py` says what each one means.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.present.comparison_record import comparison_record, copy_groups
from generator.present.event_columns import event_records, happening_record
from generator.present.sources import PlacedMention, Sources
from generator.present.stand_columns import matter_record, position_record, shift_record
from generator.present.tallies import tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model.article import Article, Span
    from generator.model.comparison import Comparison
    from generator.model.corpus import Actor, ActorStatement, Corpus, Evidence, Tie, Topic
    from generator.model.findings import DateRef, Findings, Keyword

SCHEMA = "dossier/1"

Record = dict[str, Any]


def extract_document(corpus: Corpus) -> Record:
    """The document as plain dictionaries and lists; spans are `[start, end]` into an article's `text`."""
    sources = Sources(corpus)
    made = corpus.comparison
    groups = copy_groups(made)
    return {
        "schema": SCHEMA,
        "articles": [
            record
            for article, findings in sources.pairs()
            for record in _with_copies(_article(article, findings, sources, groups), article)
        ],
        "actors": [_actor(actor, made) for actor in (*corpus.actors, *corpus.things)],
        "topics": [_topic(topic, made) for topic in corpus.topics],
        "happenings": [happening_record(one) for one in corpus.happenings],
        "ties": [_tie(tie) for tie in corpus.ties],
        "comparison": comparison_record(made),
        "versions": [{"name": name, "version": version} for name, version in corpus.versions],
    }


def extract_json(corpus: Corpus) -> bytes:
    """The document as UTF-8 on one line; the same corpus gives the same bytes."""
    text = json.dumps(extract_document(corpus), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"


def _with_copies(record: Record, article: Article) -> Iterator[Record]:
    """The article, and the same once more for each file that repeats its text."""
    yield record
    for copy in article.copies:
        yield {**record, "id": copy.id, "path": copy.path, "copy_of": article.id}


def _article(article: Article, findings: Findings, sources: Sources, groups: Mapping[str, str]) -> Record:
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "title_origin": article.title_origin.value,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "author": article.author,
        "url": article.url,
        "language": findings.language,
        "analysed": findings.analysed,
        "sha256": article.digest,
        "extent": article.extent.value,
        "text": article.text,
        "copy_group": groups.get(article.id, article.id if article.copies else None),
        "copy_of": None,
        "paragraphs": [
            {"span": list(paragraph.span), "heading": paragraph.heading} for paragraph in article.paragraphs
        ],
        "sentences": [
            {"id": sentence.id, "span": list(sentence.span), "paragraph": sentence.paragraph}
            for sentence in findings.sentences
        ],
        "keywords": [_keyword(keyword) for keyword in findings.keywords],
        "mentions": [_mention(mention, article, sources) for mention in sources.mentions(article.id)],
        "statements": [
            _statement(one) for one in sources.statements.get(article.id, ()) if one.inside is None
        ],
        "retold": [
            {**_statement(one), "inside": one.inside}
            for one in sources.statements.get(article.id, ())
            if one.inside is not None
        ],
        "positions": [position_record(one) for one in sources.positions.get(article.id, ())],
        "shifts": [shift_record(one) for one in sources.shifts.get(article.id, ())],
        "uncertainties": [matter_record(one) for one in sources.matters.get(article.id, ())],
        "dates": [_date(found, article, sources) for found in findings.dates],
        "events": event_records(article, sources),
    }


def _keyword(keyword: Keyword) -> Record:
    return {
        "term": keyword.term,
        "lemma": keyword.lemma,
        "score": round(float(keyword.score), 6),
        "rank": keyword.rank,
        "spans": [list(span) for span in keyword.spans],
    }


def _mention(mention: PlacedMention, article: Article, sources: Sources) -> Record:
    return {
        "actor": mention.actor,
        "span": list(mention.span),
        "form": mention.form.value,
        "quote": article.quote(mention.span),
        "sentence": _sentence(article, mention.span, sources),
        "rule": mention.rule,
        "inferred": mention.inferred,
    }


def _statement(statement: ActorStatement) -> Record:
    return {
        "id": statement.id,
        "speaker": {
            "span": _span(statement.speaker_evidence),
            "actor": statement.speaker,
            "quote": _quote(statement.speaker_evidence),
            "rule": statement.speaker_rule,
        },
        "cue": {"span": _span(statement.cue_evidence), "quote": _quote(statement.cue_evidence)},
        "content": {
            "spans": [list(piece.span) for piece in statement.content],
            "quotes": [piece.quote for piece in statement.content],
            "sentences": [piece.sentence for piece in statement.content],
        },
        "mode": statement.mode.value,
        "kind": statement.kind,
        "negated": statement.negated,
        "about": list(statement.about),
        "addressee": {
            "span": _span(statement.addressee_evidence),
            "actor": statement.addressee,
            "quote": _quote(statement.addressee_evidence),
        },
        "topics": list(statement.topics),
        "same_as": statement.same_as,
        "repeats": list(statement.repeats),
        "rule": statement.rule,
    }


def _date(found: DateRef, article: Article, sources: Sources) -> Record:
    return {
        "span": list(found.span),
        "value": found.value,
        "edtf": found.edtf,
        "anchor": found.anchor.value,
        "rule": found.rule,
        "earliest": found.lo.isoformat() if found.lo else None,
        "latest": found.hi.isoformat() if found.hi else None,
        "granularity": found.granularity.value,
        "qualifier": found.qualifier,
        "quote": article.quote(found.span),
        "sentence": _sentence(article, found.span, sources),
    }


def _actor(actor: Actor, made: Comparison) -> Record:
    found = tally(made, (mention.evidence.article for mention in actor.mentions))
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": [alias.text for alias in actor.aliases],
        "roles": [role.text for role in actor.roles],
        "role_details": [
            {
                "text": role.text,
                "affiliation": role.affiliation,
                "rule": role.rule,
                "evidence": [_evidence(evidence) for evidence in role.evidence],
            }
            for role in actor.roles
        ],
        "affiliation": actor.affiliation,
        "sort": actor.sort,
        "rule": actor.rule,
        "mentions": len(actor.mentions),
        "inferred": sum(mention.inferred for mention in actor.mentions),
        "articles": found.every,
        "independent": found.number,
        "adjectives": len(actor.adjectives),
        "suggestions": [{"actor": one.actor, "reason": one.reason} for one in actor.suggestions],
        "other_ids": list(actor.other_ids),
    }


def _topic(topic: Topic, made: Comparison) -> Record:
    found = tally(made, (use.article for use in topic.uses))
    return {
        "id": topic.id,
        "term": topic.term,
        "articles": found.every,
        "independent": found.number,
        "uses": [
            {"article": use.article, "rank": use.rank, "score": round(float(use.score), 6)}
            for use in topic.uses
        ],
        "actors": [{"actor": actor, "sentences": number} for actor, number in topic.actors],
    }


def _tie(tie: Tie) -> Record:
    return {"a": tie.a, "b": tie.b, "evidence": [_evidence(evidence) for evidence in tie.evidence]}


def _evidence(evidence: Evidence) -> Record:
    return {
        "article": evidence.article,
        "span": list(evidence.span),
        "quote": evidence.quote,
        "sentence": evidence.sentence,
    }


def _span(evidence: Evidence | None) -> list[int] | None:
    return list(evidence.span) if evidence else None


def _quote(evidence: Evidence | None) -> str | None:
    return evidence.quote if evidence else None


def _sentence(article: Article, span: Span, sources: Sources) -> str | None:
    sentence = sources.sentence(article.id, span)
    return sentence.id if sentence else None
