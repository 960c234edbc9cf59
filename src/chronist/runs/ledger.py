"""What ran, with which versions, how long each step took, and what failed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from chronist.runs.progress import Progress, Step
from chronist.store.store import RunRecord, RunState, Writer


class Ledger:
    """Keeps one run's line while the run goes on."""

    def __init__(self, record: RunRecord, progress: Progress) -> None:
        """Start from the line that the store opened."""
        self._record = record
        self._progress = progress
        self._seconds: dict[str, float] = {}
        self._counts: dict[str, int] = {}

    @contextmanager
    def step(self, step: Step, total: int | None = None) -> Iterator[Progress]:
        """Time a step and tell of it."""
        began = time.monotonic()
        self._progress.begin(step, total)
        try:
            yield self._progress
        finally:
            self._progress.end()
            took = time.monotonic() - began
            self._seconds[step] = self._seconds.get(step, 0.0) + took

    def count(self, what: str, number: int) -> None:
        """Note a number worth keeping."""
        self._counts[what] = number

    def closed(self, state: RunState, failed: str | None = None) -> RunRecord:
        """Return the line as it ends."""
        return replace(
            self._record,
            state=state,
            ended_at=datetime.now(UTC),
            counts=tuple(sorted(self._counts.items())),
            seconds=tuple((s, round(t, 3)) for s, t in self._seconds.items()),
            failed=failed,
        )


@contextmanager
def kept_by(
    writer: Writer, command: str, versions: dict[str, str], progress: Progress
) -> Iterator[Ledger]:
    """Open a line for a run; a run that does not reach its commit is noted as such."""
    ledger = Ledger(writer.begin_run(command, versions), progress)
    try:
        yield ledger
    except KeyboardInterrupt:
        writer.end_run(ledger.closed(RunState.INTERRUPTED))
        raise
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        writer.end_run(ledger.closed(RunState.FAILED, told))
        raise
