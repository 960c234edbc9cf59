"""Why a reader gives up on a file: becomes a Failure in the list."""

from __future__ import annotations

from chronist.errors import ChronistError
from chronist.model.report import FailureKind


class Refused(ChronistError):
    """This file gives no report. Never leaves ``sources``: ``read`` lists it."""

    def __init__(self, kind: FailureKind, reason: str) -> None:
        """Keep what went wrong and a sentence that says what to do about it."""
        super().__init__(reason)
        self.kind = kind
        self.reason = reason


class Exhausted(Refused):
    """An archive used up a budget: nothing more of it is read, at any depth."""

    def __init__(self, reason: str) -> None:
        """Keep the sentence that names the budget."""
        super().__init__(FailureKind.OVER_BUDGET, reason)
