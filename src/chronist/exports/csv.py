"""Tables for spreadsheets: one row per item, safe to open."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from chronist.chronicle import Chronicle
from chronist.exports.contract import origins
from chronist.model.actor import Actor
from chronist.model.citation import Citation
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.event import Event, Participant, Role
from chronist.model.pledge import Pledge
from chronist.model.report import Report
from chronist.model.statement import Statement
from chronist.model.story import Story
from chronist.model.when import When

Cell = str | int | float | None
Row = dict[str, Cell]

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class _Names:
    """What ids are called."""

    actors: Mapping[str, str]
    sources: Mapping[str, str]

    def of_actors(self, ids: Iterable[str | None]) -> str:
        known = (self.actors.get(i, i) for i in ids if i is not None)
        return _BETWEEN.join(dict.fromkeys(known))

    def of_reports(self, ids: Iterable[str]) -> str:
        return _BETWEEN.join(self.sources.get(i, i) for i in ids)


def csv_lines(chronicle: Chronicle, table: str) -> Iterator[str]:
    """Yield a table named in ``TABLES`` as CSV (RFC 4180), the head first.

    Cells that a spreadsheet would take for a formula begin with an apostrophe.
    """
    story = chronicle.story()
    names = _Names(
        {actor.id: actor.name for actor in story.links.actors},
        {report.id: report.source for report in story.reports},
    )
    columns, rows = TABLES[table]
    yield _line(columns)
    for row in rows(story, names):
        yield _line([_safe(row[column]) for column in columns])


def _line(cells: Iterable[Cell]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA):
        return f"'{cell}"
    return cell


def _days(when: When | None) -> Row:
    if when is None:
        return {"when": None, "earliest": None, "latest": None}
    return {
        "when": when.edtf,
        "earliest": when.earliest.isoformat(),
        "latest": when.latest.isoformat(),
    }


def _words(citations: Iterable[Citation]) -> str:
    return " […] ".join(citation.text for citation in citations)


def _in_role(participants: Iterable[Participant], role: Role, names: _Names) -> str:
    return names.of_actors(p.actor for p in participants if p.role is role)


def _parties(participants: tuple[Participant, ...], names: _Names) -> Row:
    return {
        "agents": _in_role(participants, Role.AGENT, names),
        "recipients": _in_role(participants, Role.RECIPIENT, names),
        "place": _in_role(participants, Role.PLACE, names),
    }


def _entry(entry: Entry, names: _Names) -> Row:
    return {
        "id": entry.id,
        **_days(entry.when),
        "headline": entry.headline,
        "type": entry.type.value,
        "status": entry.status.value,
        **_parties(entry.participants, names),
        "standing": entry.standing.value,
        "independent_sources": entry.independent_sources,
        "weight": entry.weight,
        "reported": entry.reported.edtf if entry.reported else None,
        "reports": names.of_reports(entry.reports),
    }


def _event(event: Event, names: _Names) -> Row:
    return {
        "id": event.id,
        "report": names.of_reports([event.report]),
        **_days(event.when),
        "type": event.type.value,
        "status": event.status.value,
        **_parties(event.participants, names),
        "trigger": event.trigger.text,
        "sentence": event.sentence.text,
        "start": event.trigger.start,
        "end": event.trigger.end,
    }


def _statement(statement: Statement, names: _Names) -> Row:
    return {
        "id": statement.id,
        "report": names.of_reports([statement.report]),
        **_days(statement.when),
        "form": statement.form.value,
        "speaker": names.of_actors([statement.speaker]),
        "via": names.of_actors(statement.via),
        "content": _words(statement.content),
        "cue": statement.cue.text if statement.cue else None,
        "addressee": names.of_actors([statement.addressee]),
        "act": statement.act.value if statement.act else None,
        "place": statement.place.text if statement.place else None,
        "hedges": _words(statement.hedges),
        "saying": statement.saying,
    }


def _pledge(pledge: Pledge, names: _Names) -> Row:
    return {
        "id": pledge.id,
        "report": names.of_reports([pledge.report]),
        "by": names.of_actors(pledge.by),
        "content": _words(pledge.content),
        "due": pledge.due.edtf if pledge.due else None,
        "made": pledge.made.edtf if pledge.made else None,
        "course": pledge.course.value,
        "shown_by": _words(pledge.course_citations),
    }


def _actor(actor: Actor, names: _Names) -> Row:
    del names
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": _BETWEEN.join(actor.aliases),
        "descriptions": _BETWEEN.join(actor.descriptions),
        "mentions": len(actor.citations),
    }


def _conflicts(conflicts: Iterable[Conflict], names: _Names) -> Iterator[Row]:
    for conflict in conflicts:
        for value in conflict.values:
            yield {
                "id": conflict.id,
                "entry": conflict.entry,
                "about": conflict.about,
                "value": value.value,
                "reports": names.of_reports(c.report for c in value.citations),
                "words": _words(value.citations),
            }


def _reports(story: Story) -> Iterator[Row]:
    duplicate_of = origins(story.duplicates)
    for report in story.reports:
        yield _report(report, duplicate_of.get(report.id))


def _report(report: Report, origin: str | None) -> Row:
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
        **_days(published.when if published else None),
        "best": best.isoformat() if best else None,
        "duplicate_of": origin,
    }


_DAYS = ("when", "earliest", "latest")
_PARTIES = ("agents", "recipients", "place")
Table = tuple[tuple[str, ...], Callable[[Story, _Names], Iterable[Row]]]

TABLES: MappingProxyType[str, Table] = MappingProxyType(
    {
        "entries": (
            (
                *("id", *_DAYS, "headline", "type", "status", *_PARTIES),
                *("standing", "independent_sources", "weight", "reported", "reports"),
            ),
            lambda story, names: (_entry(e, names) for e in story.links.entries),
        ),
        "events": (
            (
                *("id", "report", *_DAYS, "type", "status", *_PARTIES),
                *("trigger", "sentence", "start", "end"),
            ),
            lambda story, names: (_event(e, names) for e in story.links.events),
        ),
        "statements": (
            ("id", "report", *_DAYS, "form", "speaker", "via", "content", "cue"),
            lambda story, names: (_statement(s, names) for s in story.links.statements),
        ),
        "pledges": (
            ("id", "report", "by", "content", "due", "made", "course", "shown_by"),
            lambda story, names: (_pledge(p, names) for p in story.links.pledges),
        ),
        "actors": (
            ("id", "name", "kind", "aliases", "descriptions", "mentions"),
            lambda story, names: (_actor(a, names) for a in story.links.actors),
        ),
        "conflicts": (
            ("id", "entry", "about", "value", "reports", "words"),
            lambda story, names: _conflicts(story.links.conflicts, names),
        ),
        "reports": (
            (
                *("id", "source", "title", "outlet", "agency", "author", "place"),
                *(*_DAYS, "best", "duplicate_of"),
            ),
            lambda story, _: _reports(story),
        ),
    }
)
"""Columns and rows of each table."""
