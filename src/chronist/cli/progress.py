"""How far a run is, with an estimate of the time left."""

from __future__ import annotations

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from chronist.chronicle import Step
from chronist.cli.texts import Say


class Bars:
    """A bar per step on standard error; nothing where that is no terminal."""

    def __init__(self, say: Say) -> None:
        """Take the language."""
        self._say = say
        self._shown = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            disable=not sys.stderr.isatty(),
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Bars:
        """Begin to show."""
        self._shown.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the terminal as it was."""
        self._shown.stop()

    def begin(self, step: Step, total: int | None) -> None:
        """Show a step."""
        self._task = self._shown.add_task(self._say(f"step.{step}"), total=total)

    def advance(self) -> None:
        """Show that one part is done."""
        if self._task is not None:
            self._shown.advance(self._task)

    def end(self) -> None:
        """Show that the step is done."""
        if self._task is None:
            return
        done = max(1, int(self._shown.tasks[self._task].completed))
        self._shown.update(self._task, total=done, completed=done)
