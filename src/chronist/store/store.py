"""What any store offers: ``Store`` hands out ``View``s to read and ``Writer``s to write.

A ``View`` sees one committed state, however long it is used. A ``Writer`` is alone; what
it checkpoints no view sees before ``commit``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from chronist.model.actor import Actor
from chronist.model.analysis import Analysis, TimeExpression
from chronist.model.citation import Citation
from chronist.model.conflict import Conflict
from chronist.model.entry import Entry, Standing
from chronist.model.event import Event, EventType, Status
from chronist.model.judgement import Judgement
from chronist.model.pledge import Course, Pledge
from chronist.model.report import DuplicateGroup, Failure, RawReport, Report
from chronist.model.statement import Statement, StatementForm
from chronist.model.story import Links

Item = (
    Report
    | TimeExpression
    | Actor
    | Event
    | Entry
    | Statement
    | Pledge
    | Conflict
    | Judgement
)
"""Whatever has an id."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days to look for; an open side is None. Undated items lie in no period."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class EntryQuery:
    """Which entries: ``actors`` are ids of whom one must take part; None is no limit."""

    period: Period = Period()
    actors: tuple[str, ...] | None = None
    type: EventType | None = None
    status: Status | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """Which statements: ``by`` are ids of speakers, ``about`` words of the content."""

    by: tuple[str, ...] | None = None
    about: str | None = None
    period: Period = Period()
    form: StatementForm | None = None


@dataclass(frozen=True, slots=True)
class PledgeQuery:
    """Which pledges: ``by`` are ids of those who pledged."""

    by: tuple[str, ...] | None = None
    course: Course | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage in which all words searched for occur, and where they stand in it."""

    passage: Citation
    hits: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class StagedRaw:
    """A raw report under the digest of its content."""

    key: str
    raw: RawReport


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reports stage made of a raw report: packed, under its digest.

    ``report`` is None where it failed; ``digest`` is that of the report's content, the
    part of an analysis's key that changes with it.
    """

    key: str
    raw: str
    report: str | None
    digest: str
    body: bytes = field(repr=False)
    fingerprint: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class PackedAnalysis:
    """An analysis under the digest of report and analyser version."""

    key: str
    report: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Member:
    """A report of the pile with its final day, and where its content is kept.

    ``report`` carries no raw text and no offsets: those stay with the reading.
    ``first_analysis`` was made before the other reports narrowed the day.
    """

    report: Report
    raw: str
    reading: str
    first_analysis: str
    analysis: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A failure, and the raw report it came from, if there was one."""

    failure: Failure
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """All that a commit makes visible."""

    members: tuple[Member, ...]
    failed: tuple[Failed, ...]
    duplicates: tuple[DuplicateGroup, ...]
    times: tuple[TimeExpression, ...]
    links: Links


class RunState(StrEnum):
    """How a run ended; RUNNING after its process died means it was killed."""

    RUNNING = "running"
    DONE = "done"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One line of the ledger. ``seconds`` are per stage, ``failed`` says what broke."""

    number: int
    command: str
    state: RunState
    started_at: datetime
    ended_at: datetime | None = None
    versions: tuple[tuple[str, str], ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    failed: str | None = None


class View(Protocol):
    """Reads one committed state. Lists come in reading order, undated items last."""

    def reports(self) -> Iterator[Report]:
        """Yield all reports without raw text and offsets, by source."""

    def report(self, name: str) -> Report:
        """Return one report, whole, by id, source or file name."""

    def analysis(self, report: str) -> Analysis:
        """Return what language found in one report."""

    def duplicates(self) -> tuple[DuplicateGroup, ...]:
        """Return the groups of reports that print one text."""

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read, by source."""

    def times(self, report: str | None = None) -> Iterator[TimeExpression]:
        """Yield the time expressions of one report or all."""

    def actors(self) -> Iterator[Actor]:
        """Yield all actors, by name."""

    def actors_called(self, name: str) -> tuple[str, ...]:
        """Return ids of actors with this id, or whose names hold these words."""

    def events(self, report: str | None = None) -> Iterator[Event]:
        """Yield the events of one report or all."""

    def entry_of_event(self) -> dict[str, str]:
        """Return the entry of each event that has one."""

    def entries(self, query: EntryQuery) -> Iterator[Entry]:
        """Yield entries, earliest first."""

    def statements(self, query: StatementQuery) -> Iterator[Statement]:
        """Yield statements in the order of the reports."""

    def pledges(self, query: PledgeQuery) -> Iterator[Pledge]:
        """Yield pledges in the order of the reports."""

    def conflicts(self) -> Iterator[Conflict]:
        """Yield conflicts, by what they are about."""

    def find(self, query: str, limit: int) -> tuple[Finding, ...]:
        """Return passages that hold all words in any form; "two words" is a phrase."""

    def item(self, item_id: str) -> Item:
        """Return whatever has this id; ``ItemNotFound`` if nothing has."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, oldest first, withdrawn ones too."""

    def runs(self) -> tuple[RunRecord, ...]:
        """Return the ledger, oldest first."""


class Writer(Protocol):
    """Checkpoints content, then commits a pile made of it. One at a time."""

    def begin_run(self, command: str, versions: dict[str, str]) -> RunRecord:
        """Open a line in the ledger."""

    def end_run(self, record: RunRecord) -> None:
        """Write the ledger's line as it ended."""

    def stage_raws(self, raws: Sequence[StagedRaw]) -> None:
        """Checkpoint raw reports; known ones are left as they are."""

    def stage(
        self, readings: Sequence[Reading], analyses: Sequence[PackedAnalysis]
    ) -> None:
        """Checkpoint finished work in one transaction."""

    def raw_body(self, key: str) -> bytes:
        """Return a raw report, packed."""

    def reading(self, key: str) -> Reading | None:
        """Return a reading, or None if it was not made yet."""

    def has_analysis(self, key: str) -> bool:
        """Whether this analysis was made."""

    def analysis(self, key: str) -> Analysis:
        """Return an analysis that was made."""

    def members(self) -> tuple[Member, ...]:
        """Return the visible reports."""

    def failed(self) -> tuple[Failed, ...]:
        """Return the visible failures."""

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, oldest first."""

    def put_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement, or what became of it, with the next commit."""

    def commit(self, pile: Pile, record: RunRecord) -> None:
        """Make ``pile`` the visible chronicle and close the ledger's line, at once."""


class Store(Protocol):
    """Where one chronicle is kept."""

    def view(self) -> AbstractContextManager[View]:
        """Open the last committed state for reading."""

    def writer(self) -> AbstractContextManager[Writer]:
        """Open for writing; ``StoryBusy`` if somebody else has."""
