"""Values of the model as rows of the tables: ids, kinds, days to query, and the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from chronist.model.actor import Actor
from chronist.model.analysis import TimeExpression
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.event import Event, Participant
from chronist.model.judgement import Judgement
from chronist.model.pledge import Pledge
from chronist.model.report import DuplicateGroup, Report
from chronist.model.statement import Statement
from chronist.model.when import When
from chronist.store import tables
from chronist.store.codec import pack, to_json
from chronist.store.stems import fold
from chronist.store.store import Failed, Member, Pile
from chronist.text.offsets import OffsetMap

Row = dict[str, Any]


def light(report: Report) -> Report:
    """Return ``report`` without raw text and offsets, as it stands in lists."""
    return replace(report, raw="", offsets=OffsetMap(()))


def rows_of(pile: Pile) -> Iterator[tuple[Any, Iterable[Row]]]:
    """Yield each visible table with the rows that ``pile`` has for it.

    Rows are generators: a large pile's rows never lie in memory together.
    """
    links = pile.links
    entry_of = {event: entry.id for entry in links.entries for event in entry.events}
    yield tables.report, map(_report, pile.members)
    yield tables.failure, map(_failure, pile.failed)
    yield tables.duplicate_group, map(_group, pile.duplicates)
    yield tables.time, map(_time, pile.times)
    yield tables.actor, map(_actor, links.actors)
    yield tables.actor_name, _actor_names(links.actors)
    yield tables.event, (_event(event, entry_of) for event in links.events)
    yield tables.entry, map(_entry, links.entries)
    yield tables.entry_report, _entry_reports(links.entries)
    yield tables.statement, map(_statement, links.statements)
    yield tables.pledge, map(_pledge, links.pledges)
    yield tables.conflict, map(_conflict, links.conflicts)
    yield tables.part, _parts(pile)


def judgement_row(judgement: Judgement) -> Row:
    """Return the row of a judgement."""
    withdrawn = judgement.withdrawn_at
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "subject": judgement.subject.value,
        "author": judgement.author,
        "at": judgement.at.isoformat(),
        "withdrawn_at": withdrawn and withdrawn.isoformat(),
        "body": to_json(judgement, Judgement),
    }


def _days(when: When | None) -> Row:
    if when is None:
        return {"earliest": None, "latest": None}
    return {"earliest": when.earliest.isoformat(), "latest": when.latest.isoformat()}


def _report(member: Member) -> Row:
    report = member.report
    published = report.published
    best = published.best if published else None
    return {
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "outlet": report.outlet,
        "agency": report.agency,
        "author": report.author,
        "place": report.place,
        "language": report.language,
        **_days(published.when if published else None),
        "best": best and best.isoformat(),
        "text": report.text,
        "raw": member.raw,
        "reading": member.reading,
        "first_analysis": member.first_analysis,
        "analysis": member.analysis,
        "body": pack(replace(light(report), text=""), Report),
    }


def _failure(failed: Failed) -> Row:
    failure = failed.failure
    return {
        "source": failure.source,
        "kind": failure.kind.value,
        "reason": failure.reason,
        "raw": failed.raw,
    }


def _group(group: DuplicateGroup) -> Row:
    body = pack(group, DuplicateGroup)
    return {"origin": group.origin, "agency": group.agency, "body": body}


def _time(time: TimeExpression) -> Row:
    return {
        "id": time.id,
        "report": time.citation.report,
        "start": time.citation.start,
        "type": time.type.value,
        "value": time.value,
        **_days(time.when),
        "body": pack(time, TimeExpression),
    }


def _actor(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "known": actor.known,
        "body": pack(actor, Actor),
    }


def _actor_names(actors: Iterable[Actor]) -> Iterator[Row]:
    for actor in actors:
        for folded in sorted({fold(name) for name in (actor.name, *actor.aliases)}):
            # Blanks at both ends let one LIKE find whole words.
            yield {"actor": actor.id, "folded": f" {folded} "}


def _event(event: Event, entry_of: Mapping[str, str]) -> Row:
    return {
        "id": event.id,
        "report": event.report,
        "start": event.trigger.start,
        "entry": entry_of.get(event.id),
        "type": event.type.value,
        "status": event.status.value,
        **_days(event.when),
        "body": pack(event, Event),
    }


def _entry(entry: Entry) -> Row:
    return {
        "id": entry.id,
        "type": entry.type.value,
        "status": entry.status.value,
        "standing": entry.standing.value,
        "independent_sources": entry.independent_sources,
        "weight": entry.weight,
        **_days(entry.when),
        "sort_day": entry.sort_day and entry.sort_day.isoformat(),
        "body": pack(entry, Entry),
    }


def _entry_reports(entries: Iterable[Entry]) -> Iterator[Row]:
    for entry in entries:
        for report in sorted(set(entry.reports)):
            yield {"entry": entry.id, "report": report}


def _statement(statement: Statement) -> Row:
    return {
        "id": statement.id,
        "report": statement.report,
        "start": statement.content[0].start if statement.content else 0,
        "form": statement.form.value,
        **_days(statement.when),
        "body": pack(statement, Statement),
    }


def _pledge(pledge: Pledge) -> Row:
    return {
        "id": pledge.id,
        "report": pledge.report,
        "start": pledge.content[0].start if pledge.content else 0,
        "course": pledge.course.value,
        **_days(pledge.due),
        "body": pack(pledge, Pledge),
    }


def _conflict(conflict: Conflict) -> Row:
    return {
        "id": conflict.id,
        "entry": conflict.entry,
        "about": conflict.about,
        "body": pack(conflict, Conflict),
    }


def _parts(pile: Pile) -> Iterator[Row]:
    links = pile.links
    for event in links.events:
        yield from _distinct(event.id, _taking_part(event.participants))
    for entry in links.entries:
        yield from _distinct(entry.id, _taking_part(entry.participants))
    for statement in links.statements:
        spoken = [(statement.speaker, "speaker"), (statement.addressee, "addressee")]
        spoken += [(source, "via") for source in statement.via]
        yield from _distinct(statement.id, spoken)
    for pledge in links.pledges:
        yield from _distinct(pledge.id, [(actor, "by") for actor in pledge.by])


def _taking_part(participants: Iterable[Participant]) -> list[tuple[str | None, str]]:
    return [(p.actor, p.role.value) for p in participants]


def _distinct(item: str, parts: Iterable[tuple[str | None, str]]) -> Iterator[Row]:
    for actor, role in sorted({(a, role) for a, role in parts if a is not None}):
        yield {"item": item, "actor": actor, "role": role}
