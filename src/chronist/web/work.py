"""What is written to the chronicle, and the process of its own that writes it."""

from __future__ import annotations

from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from chronist.chronicle import Chronicle, Step
from chronist.errors import ChronistError, StoryBusy
from chronist.model.judgement import Verdict


@dataclass(frozen=True, slots=True)
class Judging:
    """A judgement to record."""

    verdict: Verdict
    items: tuple[str, ...]
    author: str
    value: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """A judgement to lift."""

    judgement: str


@dataclass(frozen=True, slots=True)
class Adding:
    """A folder of uploaded files to bring in; ``names`` are what they were called."""

    folder: Path
    names: tuple[str, ...]


Job = Judging | Withdrawing | Adding


@dataclass(frozen=True, slots=True)
class Told:
    """What the writing process says: where it is, or how it ended.

    ``failed`` names the error class and its message; ``busy`` means: try again.
    """

    step: Step | None = None
    done: int = 0
    total: int | None = None
    ended: bool = False
    busy: bool = False
    failed: tuple[str, str] | None = None
    made: str | None = None
    reports: int = 0
    analysed: int = 0


class Teller:
    """``Progress`` that tells another process."""

    def __init__(self, connection: Connection) -> None:
        """Tell over this connection."""
        self._connection = connection
        self._step: Step | None = None
        self._done = 0
        self._total: int | None = None

    def begin(self, step: Step, total: int | None) -> None:
        """Tell that a step begins."""
        self._step, self._total, self._done = step, total, 0
        self._tell()

    def advance(self) -> None:
        """Tell that one part is done."""
        self._done += 1
        self._tell()

    def end(self) -> None:
        """Say nothing: the next step or the end is told."""

    def _tell(self) -> None:
        self._connection.send(Told(self._step, self._done, self._total))


def serve_jobs(path: Path, connection: Connection) -> None:
    """Do jobs as they come, until the other side has gone.

    Writing takes a processor for seconds to hours; in a process of its own it leaves
    the pages as quick as they were.
    """
    while True:
        try:
            job: Job = connection.recv()
        except (EOFError, KeyboardInterrupt):
            return
        connection.send(_outcome(path, job, connection))


def _outcome(path: Path, job: Job, connection: Connection) -> Told:
    try:
        return _perform(Chronicle.open(path), job, Teller(connection))
    except StoryBusy as error:
        return Told(ended=True, busy=True, failed=(type(error).__name__, str(error)))
    except ChronistError as error:
        return Told(ended=True, failed=(type(error).__name__, str(error)))


def _perform(chronicle: Chronicle, job: Job, teller: Teller) -> Told:
    match job:
        case Judging():
            made = chronicle.judge(
                job.verdict,
                *job.items,
                value=job.value,
                author=job.author,
                note=job.note,
            )
            return Told(ended=True, made=made.id)
        case Withdrawing():
            return Told(ended=True, made=chronicle.withdraw(job.judgement).id)
        case Adding():
            done = chronicle.add([job.folder], jobs=None, progress=teller)
            return Told(ended=True, reports=done.reports, analysed=done.analysed)
