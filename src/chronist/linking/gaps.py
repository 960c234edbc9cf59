"""What a chronicle does not tell: silent spans, and plans of which nothing came to light.

Values for a reader's page; nothing here changes an entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from chronist.model.entry import Entry
from chronist.model.event import Status
from chronist.model.when import When

LEAST_SILENCE = 30
"""Days without a report that are worth telling."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Spans without reports, oldest first, and entries that ended as plans although
    their day had passed when the last report appeared, by day."""

    silent: tuple[When, ...]
    without_outcome: tuple[str, ...]


def find_gaps(
    days: Iterable[date], entries: Sequence[Entry], least: int = LEAST_SILENCE
) -> Gaps:
    """Return the gaps of a story whose reports appeared on ``days``."""
    ordered = sorted(set(days))
    if not ordered:
        return Gaps((), ())
    one = timedelta(days=1)
    silent = tuple(
        When.between(first + one, second - one)
        for first, second in pairwise(ordered)
        if (second - first).days > least
    )
    return Gaps(silent, _without_outcome(entries, ordered[-1]))


def _without_outcome(entries: Sequence[Entry], last: date) -> tuple[str, ...]:
    """Return planned entries whose day the last report could have told of."""
    passed = [
        (entry.when.latest, entry.id)
        for entry in entries
        if entry.status is Status.PLANNED
        and entry.when is not None
        and entry.when.is_bounded
        and entry.when.latest < last
    ]
    return tuple(entry for _, entry in sorted(passed))
