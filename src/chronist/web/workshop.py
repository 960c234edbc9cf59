"""Jobs that write, one after the other; nobody who reads waits for them."""

from __future__ import annotations

import multiprocessing
import queue
import shutil
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from chronist.web.work import Adding, Job, Told, serve_jobs

_KEPT = 20
"""Finished jobs that are shown."""
_BUSY_PAUSE = 1.0
"""Seconds between two tries while another process writes the chronicle."""


@dataclass
class Ticket:
    """A job and how far it is."""

    number: int
    job: Job
    told: Told = field(default_factory=Told)
    started: bool = False
    finished: threading.Event = field(default_factory=threading.Event)

    @property
    def is_open(self) -> bool:
        """Whether it is waiting or under way."""
        return not self.finished.is_set()


class Workshop:
    """Takes jobs and does them in a process of its own, started for the first one."""

    def __init__(self, path: Path, changed: Callable[[], object]) -> None:
        """Write to ``path``; call ``changed`` after each commit, before it is told."""
        self._path = path
        self._changed = changed
        self._jobs: queue.Queue[Ticket | None] = queue.Queue()
        self._tickets: deque[Ticket] = deque(maxlen=_KEPT)
        self._counted = 0
        self._connection: Connection | None = None
        self._process: BaseProcess | None = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> Ticket:
        """Put a job at the end of the line."""
        self._counted += 1
        ticket = Ticket(self._counted, job)
        self._tickets.append(ticket)
        self._jobs.put(ticket)
        return ticket

    def tickets(self) -> tuple[Ticket, ...]:
        """Return the last jobs, newest first."""
        return tuple(reversed(self._tickets))

    def close(self) -> None:
        """Take no more jobs and end the process; what it finished is kept."""
        self._closing.set()
        self._jobs.put(None)
        if self._process is not None:
            self._process.terminate()
        self._thread.join(timeout=5)

    def _work(self) -> None:
        while (ticket := self._jobs.get()) is not None and not self._closing.is_set():
            ticket.started = True
            ended = self._do(ticket)
            if ended.failed is None:
                self._changed()
            ticket.told = ended
            if isinstance(ticket.job, Adding):
                shutil.rmtree(ticket.job.folder, ignore_errors=True)
            ticket.finished.set()

    def _do(self, ticket: Ticket) -> Told:
        while not self._closing.is_set():
            ended = self._try(ticket)
            if not ended.busy:
                return ended
            ticket.told = ended
            time.sleep(_BUSY_PAUSE)
        return Told(ended=True, failed=("Closed", "the server was stopped"))

    def _try(self, ticket: Ticket) -> Told:
        try:
            connection = self._connected()
            connection.send(ticket.job)
            while not (told := connection.recv()).ended:
                ticket.told = told
        except (EOFError, OSError) as error:
            self._connection = None
            why = str(error) or "the writing process ended"
            return Told(ended=True, failed=(type(error).__name__, why))
        outcome: Told = told
        return outcome

    def _connected(self) -> Connection:
        if self._connection is None:
            # Spawned, not forked: a fork would copy the shelf and held locks.
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(
                target=serve_jobs, args=(self._path, theirs)
            )
            self._process.start()
            theirs.close()
        return self._connection
