"""The reading half of the store: one committed state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from chronist.errors import ItemNotFound
from chronist.model.actor import Actor
from chronist.model.analysis import Analysis, TimeExpression
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry
from chronist.model.event import Event
from chronist.model.judgement import Judgement
from chronist.model.pledge import Pledge
from chronist.model.report import (
    DuplicateGroup,
    Failure,
    FailureKind,
    RawReport,
    Report,
)
from chronist.model.statement import Statement
from chronist.store import search, tables
from chronist.store.codec import from_json, unpack
from chronist.store.stems import fold, stemmed_words
from chronist.store.store import (
    EntryQuery,
    Finding,
    Item,
    Period,
    PledgeQuery,
    RunRecord,
    StatementQuery,
)

_T = TypeVar("_T")
_TOLD = 5
"""Ids named in an error."""

_ITEMS: tuple[tuple[Table, type[Any]], ...] = (
    (tables.entry, Entry),
    (tables.event, Event),
    (tables.actor, Actor),
    (tables.statement, Statement),
    (tables.pledge, Pledge),
    (tables.conflict, Conflict),
    (tables.time, TimeExpression),
    (tables.judgement, Judgement),
)


_ENTRY = tables.entry.c
_READING_ORDER = (
    _ENTRY.sort_day.is_(None),
    _ENTRY.sort_day,
    _ENTRY.earliest.is_(None),
    _ENTRY.latest,
    _ENTRY.id,
)
"""By day; what is undated stands after the day it was first reported."""


class SqlView:
    """``View`` over one connection inside one read transaction."""

    def __init__(self, connection: Connection) -> None:
        """Take over an open connection."""
        self._connection = connection

    def reports(self) -> Iterator[Report]:
        """Yield all reports without raw text and offsets, by source."""
        query = select(tables.report.c.body, tables.report.c.text)
        by_source = (tables.report.c.source, tables.report.c.id)
        for row in self._connection.execute(query.order_by(*by_source)):
            yield replace(unpack(row.body, Report), text=row.text)

    def report(self, name: str) -> Report:
        """Return one report, whole, by id, source or part of its source."""
        row = self._connection.execute(
            select(tables.report).where(tables.report.c.id == self._report_id(name))
        ).one()
        raw = unpack(self._content(tables.raw, row.raw), RawReport)
        read = unpack(self._content(tables.reading, row.reading), Report)
        visible = unpack(row.body, Report)
        # A reading repeats the raw text only where it is not the source's own.
        return replace(
            visible, text=row.text, raw=read.raw or raw.text, offsets=read.offsets
        )

    def analysis(self, report: str) -> Analysis:
        """Return what language found in one report."""
        query = select(tables.report.c.analysis).where(tables.report.c.id == report)
        key = self._connection.scalars(query).one()
        return unpack(self._content(tables.analysis, key), Analysis)

    def duplicates(self) -> tuple[DuplicateGroup, ...]:
        """Return the groups of reports that print one text."""
        query = select(tables.duplicate_group.c.body)
        ordered = query.order_by(tables.duplicate_group.c.origin)
        return tuple(self._bodies(ordered, DuplicateGroup))

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read, by source."""
        query = select(tables.failure).order_by(
            tables.failure.c.source, tables.failure.c.kind
        )
        return tuple(
            Failure(row.source, FailureKind(row.kind), row.reason)
            for row in self._connection.execute(query)
        )

    def times(self, report: str | None = None) -> Iterator[TimeExpression]:
        """Yield the time expressions of one report or all."""
        return self._in_reports(tables.time, TimeExpression, report)

    def events(self, report: str | None = None) -> Iterator[Event]:
        """Yield the events of one report or all."""
        return self._in_reports(tables.event, Event, report)

    def entry_of_event(self) -> dict[str, str]:
        """Return the entry of each event that has one."""
        query = select(tables.event.c.id, tables.event.c.entry)
        rows = self._connection.execute(query.where(tables.event.c.entry.is_not(None)))
        return {row.id: row.entry for row in rows}

    def actors(self) -> Iterator[Actor]:
        """Yield all actors, by name."""
        query = select(tables.actor.c.body)
        return self._bodies(
            query.order_by(tables.actor.c.name, tables.actor.c.id), Actor
        )

    def actors_called(self, name: str) -> tuple[str, ...]:
        """Return ids of actors with this id, or whose names hold these words."""
        folded = tables.actor_name.c.folded
        words = [folded.like(f"% {word} %") for word in fold(name).split()]
        query = select(tables.actor_name.c.actor).where(*words)
        by_name = self._connection.scalars(query.distinct()) if words else ()
        by_id = self._connection.scalars(
            select(tables.actor.c.id).where(tables.actor.c.id == name)
        )
        return tuple(sorted({*by_name, *by_id}))

    def entries(self, query: EntryQuery) -> Iterator[Entry]:
        """Yield entries, earliest first."""
        entry = tables.entry.c
        wanted = _during(entry.earliest, entry.latest, query.period)
        wanted += [
            column == value.value
            for column, value in (
                (entry.type, query.type),
                (entry.status, query.status),
                (entry.standing, query.standing),
            )
            if value is not None
        ]
        if query.actors is not None:
            wanted.append(entry.id.in_(_items_of(query.actors)))
        ordered = select(entry.body).where(*wanted).order_by(*_READING_ORDER)
        return self._bodies(ordered, Entry)

    def statements(self, query: StatementQuery) -> Iterator[Statement]:
        """Yield statements in the order of the reports."""
        column = tables.statement.c
        wanted = _during(column.earliest, column.latest, query.period)
        if query.form is not None:
            wanted.append(column.form == query.form.value)
        if query.by is not None:
            wanted.append(column.id.in_(_items_of(query.by, "speaker")))
        found = self._in_reports(tables.statement, Statement, None, wanted)
        if query.about is None:
            return found
        about = {word.stem for word in stemmed_words(query.about)}
        return (statement for statement in found if about <= _stems(statement))

    def pledges(self, query: PledgeQuery) -> Iterator[Pledge]:
        """Yield pledges in the order of the reports."""
        wanted: list[ColumnElement[bool]] = []
        if query.course is not None:
            wanted.append(tables.pledge.c.course == query.course.value)
        if query.by is not None:
            wanted.append(tables.pledge.c.id.in_(_items_of(query.by, "by")))
        return self._in_reports(tables.pledge, Pledge, None, wanted)

    def conflicts(self) -> Iterator[Conflict]:
        """Yield conflicts, by what they are about."""
        query = select(tables.conflict.c.body)
        ordered = query.order_by(tables.conflict.c.about, tables.conflict.c.id)
        return self._bodies(ordered, Conflict)

    def find(self, query: str, limit: int) -> tuple[Finding, ...]:
        """Return passages that hold all words in any form; "two words" is a phrase."""
        return search.find(self._connection, query, limit)

    def item(self, item_id: str) -> Item:
        """Return whatever has this id; ``ItemNotFound`` if nothing has."""
        for table, shape in _ITEMS:
            query = select(table.c.body).where(table.c.id == item_id)
            body = self._connection.scalars(query).one_or_none()
            if body is not None:
                read = from_json if isinstance(body, str) else unpack
                item: Item = read(body, shape)
                return item
        return self.report(item_id)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, oldest first, withdrawn ones too."""
        query = select(tables.judgement.c.body)
        ordered = query.order_by(tables.judgement.c.at, tables.judgement.c.id)
        bodies = self._connection.scalars(ordered)
        return tuple(from_json(body, Judgement) for body in bodies)

    def runs(self) -> tuple[RunRecord, ...]:
        """Return the ledger, oldest first."""
        query = select(tables.run.c.body).order_by(tables.run.c.number)
        bodies = self._connection.scalars(query)
        return tuple(from_json(body, RunRecord) for body in bodies)

    def _bodies(self, query: Select[bytes], shape: type[_T]) -> Iterator[_T]:
        for body in self._connection.scalars(query):
            yield unpack(body, shape)

    def _in_reports(
        self,
        table: Table,
        shape: type[_T],
        report: str | None,
        wanted: list[ColumnElement[bool]] | None = None,
    ) -> Iterator[_T]:
        conditions = list(wanted or ())
        if report is not None:
            conditions.append(table.c.report == report)
        query = (
            select(table.c.body)
            .join(tables.report, tables.report.c.id == table.c.report)
            .where(*conditions)
            .order_by(tables.report.c.source, table.c.report, table.c.start, table.c.id)
        )
        return self._bodies(query, shape)

    def _content(self, table: Table, key: str) -> bytes:
        query = select(table.c.body).where(table.c.key == key)
        return bytes(self._connection.scalars(query).one())

    def _report_id(self, name: str) -> str:
        report = tables.report.c
        conditions = (
            (report.id == name) | (report.source == name),
            report.source.endswith(f"/{name}", autoescape=True),
            report.source.contains(name, autoescape=True),
        )
        for condition in conditions if name else ():
            query = select(report.id).where(condition).order_by(report.id)
            ids = list(self._connection.scalars(query.limit(_TOLD + 1)))
            if len(ids) == 1:
                return str(ids[0])
            if ids:
                some = ", ".join(ids[:_TOLD]) + (", …" if len(ids) > _TOLD else "")
                msg = f"{name!r} may be any of {some}; give one of these ids"
                raise ItemNotFound(msg)
        msg = f"nothing in this chronicle is called {name!r}"
        raise ItemNotFound(msg)


def _items_of(actors: tuple[str, ...], role: str | None = None) -> Select[str]:
    query = select(tables.part.c.item).where(tables.part.c.actor.in_(actors))
    return query if role is None else query.where(tables.part.c.role == role)


def _during(
    earliest: ColumnElement[str], latest: ColumnElement[str], period: Period
) -> list[ColumnElement[bool]]:
    conditions = []
    if period.since is not None:
        conditions.append(latest >= period.since.isoformat())
    if period.until is not None:
        conditions.append(earliest <= period.until.isoformat())
    return conditions


def _stems(statement: Statement) -> set[str]:
    words = (stemmed_words(part.text) for part in statement.content)
    return {word.stem for part in words for word in part}
