"""What a run tells about itself while it goes on."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Step(StrEnum):
    """The parts of a run, in order."""

    READ = "read"
    ANALYSE = "analyse"
    LOAD = "load"
    DUPLICATES = "duplicates"
    DATE = "date"
    LINK = "link"
    STORE = "store"


class Progress(Protocol):
    """Told where a run is; draws a bar, writes a log, or nothing."""

    def begin(self, step: Step, total: int | None) -> None:
        """Tell that a step begins; ``total`` is its number of parts, None if unknown."""

    def advance(self) -> None:
        """Tell that one part is done."""

    def end(self) -> None:
        """Tell that the step is done."""


class Silence:
    """``Progress`` for callers who do not want to know."""

    def begin(self, step: Step, total: int | None) -> None:
        """Say nothing."""

    def advance(self) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Say nothing."""
