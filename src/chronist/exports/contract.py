"""Values of the model under the names that other programs rely on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from chronist.model.actor import Actor
from chronist.model.analysis import TimeExpression
from chronist.model.citation import Citation
from chronist.model.conflict import Conflict
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry
from chronist.model.event import Event, Participant, Role
from chronist.model.judgement import Judgement
from chronist.model.pledge import Pledge
from chronist.model.report import DuplicateGroup, Failure, Published, Report
from chronist.model.statement import Statement
from chronist.model.when import When

Record = dict[str, Any]

_NEVER_SAID = {"edtf": "../..", "earliest": "0001-01-01", "latest": "9999-12-31"}
"""A report of which nothing is known: every day remains."""


def citation(cited: Citation) -> Record:
    """Return the words and where they stand."""
    return {
        "report": cited.report,
        "start": cited.start,
        "end": cited.end,
        "text": cited.text,
    }


def citations(cited: Iterable[Citation]) -> list[Record]:
    """Return several citations in their order."""
    return [citation(one) for one in cited]


def when(time: When | None) -> Record | None:
    """Return a date with its precision, or None."""
    if time is None:
        return None
    return {
        "edtf": time.edtf,
        "earliest": time.earliest.isoformat(),
        "latest": time.latest.isoformat(),
    }


def report(value: Report, duplicate_of: Mapping[str, str]) -> Record:
    """Return a report with its clean text; ``duplicate_of`` maps copies to origins."""
    return {
        "id": value.id,
        "source": value.source,
        "title": value.title,
        "outlet": value.outlet,
        "agency": value.agency,
        "author": value.author,
        "place": value.place,
        "language": value.language,
        "published": _published(value.published),
        "text": value.text,
        "duplicate_of": duplicate_of.get(value.id),
        "url": value.url,
    }


def origins(groups: Iterable[DuplicateGroup]) -> dict[str, str]:
    """Return the origin of every copy."""
    return {copy: group.origin for group in groups for copy in group.copies}


def actor(value: Actor) -> Record:
    """Return an actor."""
    return {
        "id": value.id,
        "name": value.name,
        "kind": value.kind.value,
        "aliases": list(value.aliases),
        "descriptions": list(value.descriptions),
        "citations": citations(value.citations),
    }


def time(value: TimeExpression) -> Record:
    """Return a time expression."""
    return {
        "id": value.id,
        "citation": citation(value.citation),
        "type": value.type.value,
        "value": value.value,
        "when": when(value.when),
        "mod": value.mod,
        "length": value.length,
    }


def event(value: Event, entry_of: Mapping[str, str]) -> Record:
    """Return an event; ``entry_of`` maps events to their entries."""
    places = [p.actor for p in value.participants if p.role is Role.PLACE]
    return {
        "id": value.id,
        "entry": entry_of.get(value.id),
        "type": value.type.value,
        "status": value.status.value,
        "trigger": citation(value.trigger),
        "participants": _participants(value.participants),
        "place": places[0] if places else None,
        "when": when(value.when),
        "said_in": value.said_in,
    }


def entry(value: Entry) -> Record:
    """Return a line of the chronicle."""
    return {
        "id": value.id,
        "headline": value.headline,
        "type": value.type.value,
        "status": value.status.value,
        "when": when(value.when),
        "events": list(value.events),
        "reports": list(value.reports),
        "independent_sources": value.independent_sources,
        "standing": value.standing.value,
        "participants": _participants(value.participants),
        "history": [
            {"report": report, "status": status.value}
            for report, status in value.history
        ],
        "weight": value.weight,
        "reported": when(value.reported),
    }


def statement(value: Statement) -> Record:
    """Return a statement."""
    return {
        "id": value.id,
        "report": value.report,
        "form": value.form.value,
        "content": citations(value.content),
        "speaker": value.speaker,
        "speaker_citation": _maybe(value.speaker_citation),
        "cue": _maybe(value.cue),
        "via": list(value.via),
        "when": when(value.when),
        "addressee": value.addressee,
        "act": None if value.act is None else value.act.value,
        "place": _maybe(value.place),
        "hedges": citations(value.hedges),
        "saying": value.saying,
    }


def pledge(value: Pledge) -> Record:
    """Return a pledge."""
    return {
        "id": value.id,
        "by": list(value.by),
        "content": citations(value.content),
        "due": when(value.due),
        "made": when(value.made),
        "course": value.course.value,
        "course_citations": citations(value.course_citations),
        "report": value.report,
    }


def conflict(value: Conflict) -> Record:
    """Return a conflict."""
    return {
        "id": value.id,
        "about": value.about,
        "values": [
            {"value": held.value, "citations": citations(held.citations)}
            for held in value.values
        ],
        "entry": value.entry,
    }


def failure(value: Failure) -> Record:
    """Return what could not be read."""
    return {
        "source": value.source,
        "kind": value.kind.value,
        "reason": value.reason,
    }


def derivation(value: Derivation) -> Record:
    """Return a reason in both languages."""
    return {
        "rule": value.rule,
        "de": value.de,
        "en": value.en,
        "citations": citations(value.citations),
    }


def judgement(value: Judgement) -> Record:
    """Return a judgement."""
    withdrawn = value.withdrawn_at
    return {
        "id": value.id,
        "verdict": value.verdict.value,
        "subject": value.subject.value,
        "targets": [list(target) for target in value.targets],
        "value": value.value,
        "note": value.note,
        "author": value.author,
        "at": value.at.isoformat(),
        "withdrawn_at": None if withdrawn is None else withdrawn.isoformat(),
    }


def _published(value: Published | None) -> Record:
    if value is None:
        return {**_NEVER_SAID, "best": None, "evidence": []}
    return {
        **(when(value.when) or {}),
        "best": None if value.best is None else value.best.isoformat(),
        "evidence": [
            {"why": reason.de, "citation": _first(reason.citations)}
            for reason in value.evidence
        ],
    }


def _maybe(cited: Citation | None) -> Record | None:
    return None if cited is None else citation(cited)


def _first(cited: tuple[Citation, ...]) -> Record | None:
    return citation(cited[0]) if cited else None


def _participants(participants: Iterable[Participant]) -> list[Record]:
    return [{"actor": p.actor, "role": p.role.value} for p in participants]
