"""The writing half of the store: checkpoints, and the commit that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from chronist.model.analysis import Analysis
from chronist.model.judgement import Judgement
from chronist.model.report import Failure, FailureKind, RawReport, Report
from chronist.store import search, tables
from chronist.store.codec import from_json, pack, to_json, unpack
from chronist.store.rows import Row, judgement_row, rows_of
from chronist.store.store import (
    Failed,
    Member,
    PackedAnalysis,
    Pile,
    Reading,
    RunRecord,
    RunState,
    StagedRaw,
)

_ROWS_AT_ONCE = 500


class SqlWriter:
    """``Writer`` over one connection that nobody else writes beside."""

    def __init__(self, connection: Connection) -> None:
        """Take over an open connection that is in no transaction."""
        self._connection = connection
        self._judged: dict[str, Judgement] = {}

    def begin_run(self, command: str, versions: dict[str, str]) -> RunRecord:
        """Open a line in the ledger."""
        with self._connection.begin():
            newest = self._connection.scalar(select(func.max(tables.run.c.number)))
            record = RunRecord(
                number=(newest or 0) + 1,
                command=command,
                state=RunState.RUNNING,
                started_at=datetime.now(UTC),
                versions=tuple(sorted(versions.items())),
            )
            self._connection.execute(insert(tables.run).values(_run_row(record)))
        return record

    def end_run(self, record: RunRecord) -> None:
        """Write the ledger's line as it ended."""
        with self._connection.begin():
            self._write_run(record)

    def stage_raws(self, raws: Sequence[StagedRaw]) -> None:
        """Checkpoint raw reports; known ones are left as they are."""
        rows = [
            {"key": r.key, "source": r.raw.source, "body": pack(r.raw, RawReport)}
            for r in raws
        ]
        with self._connection.begin():
            self._put_new(tables.raw, rows)

    def stage(
        self, readings: Sequence[Reading], analyses: Sequence[PackedAnalysis]
    ) -> None:
        """Checkpoint finished work in one transaction."""
        with self._connection.begin():
            self._put_new(tables.reading, [_reading_row(r) for r in readings])
            self._put_new(
                tables.analysis,
                [{"key": a.key, "report": a.report, "body": a.body} for a in analyses],
            )

    def raw_body(self, key: str) -> bytes:
        """Return a raw report, packed."""
        return self._body(tables.raw, key)

    def reading(self, key: str) -> Reading | None:
        """Return a reading, or None if it was not made yet."""
        with self._connection.begin():
            found = self._connection.execute(
                select(tables.reading).where(tables.reading.c.key == key)
            ).one_or_none()
        return Reading(**found._mapping) if found else None

    def has_analysis(self, key: str) -> bool:
        """Whether this analysis was made."""
        with self._connection.begin():
            return (
                self._connection.scalar(
                    select(func.count()).where(tables.analysis.c.key == key)
                )
                == 1
            )

    def analysis(self, key: str) -> Analysis:
        """Return an analysis that was made."""
        return unpack(self._body(tables.analysis, key), Analysis)

    def members(self) -> tuple[Member, ...]:
        """Return the visible reports, by source."""
        query = select(tables.report).order_by(
            tables.report.c.source, tables.report.c.id
        )
        with self._connection.begin():
            rows = self._connection.execute(query).all()
        return tuple(
            Member(
                report=replace(unpack(row.body, Report), text=row.text),
                raw=row.raw,
                reading=row.reading,
                first_analysis=row.first_analysis,
                analysis=row.analysis,
            )
            for row in rows
        )

    def failed(self) -> tuple[Failed, ...]:
        """Return the visible failures, by source."""
        query = select(tables.failure).order_by(
            tables.failure.c.source, tables.failure.c.number
        )
        with self._connection.begin():
            rows = self._connection.execute(query).all()
        return tuple(
            Failed(Failure(row.source, FailureKind(row.kind), row.reason), row.raw)
            for row in rows
        )

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, oldest first, with those not committed yet."""
        with self._connection.begin():
            bodies = self._connection.scalars(select(tables.judgement.c.body)).all()
        kept = {j.id: j for j in (from_json(body, Judgement) for body in bodies)}
        kept |= self._judged
        return tuple(sorted(kept.values(), key=lambda j: (j.at, j.id)))

    def put_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement, or what became of it, with the next commit."""
        self._judged[judgement.id] = judgement

    def commit(self, pile: Pile, record: RunRecord) -> None:
        """Make ``pile`` the visible chronicle and close the ledger's line, at once."""
        with self._connection.begin():
            self._index(pile)
            for table, rows in rows_of(pile):
                self._connection.execute(delete(table))
                self._put_all(table, rows)
            for judgement in self._judged.values():
                self._put_judgement(judgement)
            self._forget_unused()
            self._write_run(record)
        self._judged.clear()

    def _index(self, pile: Pile) -> None:
        """Index reports that are new or were read anew. Before the rows change."""
        query = select(tables.report.c.id, tables.report.c.reading)
        old = {row.id: row.reading for row in self._connection.execute(query)}
        new = {m.report.id: m.reading for m in pile.members}
        for report in sorted(old):
            if new.get(report) != old[report]:
                search.drop_report(self._connection, report)
        for member in pile.members:
            if old.get(member.report.id) != member.reading:
                search.index_report(self._connection, member.report)

    def _forget_unused(self) -> None:
        """Delete content that no visible row names: checkpoints that led nowhere."""
        report, failure = tables.report.c, tables.failure.c
        raws = select(report.raw).union(
            select(failure.raw).where(failure.raw.is_not(None))
        )
        self._connection.execute(
            delete(tables.raw).where(tables.raw.c.key.not_in(raws))
        )
        reading = tables.reading.c
        self._connection.execute(
            delete(tables.reading).where(
                reading.key.not_in(select(report.reading)),
                reading.report.is_not(None) | reading.raw.not_in(raws),
            )
        )
        analyses = select(report.analysis).union(select(report.first_analysis))
        self._connection.execute(
            delete(tables.analysis).where(tables.analysis.c.key.not_in(analyses))
        )

    def _put_judgement(self, judgement: Judgement) -> None:
        row = judgement_row(judgement)
        self._connection.execute(
            upsert(tables.judgement)
            .values(row)
            .on_conflict_do_update(index_elements=["id"], set_=row)
        )

    def _write_run(self, record: RunRecord) -> None:
        self._connection.execute(
            update(tables.run)
            .where(tables.run.c.number == record.number)
            .values(_run_row(record))
        )

    def _put_new(self, table: Table, rows: list[Row]) -> None:
        if rows:
            self._connection.execute(upsert(table).on_conflict_do_nothing(), rows)

    def _put_all(self, table: Table, rows: Iterable[Row]) -> None:
        for some in _chunks(rows):
            self._connection.execute(insert(table), some)

    def _body(self, table: Table, key: str) -> bytes:
        with self._connection.begin():
            query = select(table.c.body).where(table.c.key == key)
            return bytes(self._connection.scalars(query).one())


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while some := list(islice(remaining, _ROWS_AT_ONCE)):
        yield some


def _run_row(record: RunRecord) -> Row:
    return {
        "number": record.number,
        "command": record.command,
        "state": record.state.value,
        "started_at": record.started_at.isoformat(),
        "ended_at": record.ended_at and record.ended_at.isoformat(),
        "body": to_json(record, RunRecord),
    }


def _reading_row(reading: Reading) -> Row:
    return {
        "key": reading.key,
        "raw": reading.raw,
        "report": reading.report,
        "digest": reading.digest,
        "body": reading.body,
        "fingerprint": reading.fingerprint,
    }
