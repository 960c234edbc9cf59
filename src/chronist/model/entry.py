"""One line of the chronicle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chronist.model.derivation import Derivation
from chronist.model.event import EventType, Participant, Status
from chronist.model.when import When


class Standing(StrEnum):
    """How well an entry is supported."""

    CONFIRMED = "confirmed"
    SINGLE_SOURCE = "single_source"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Entry:
    """The events of all reports that are one happening.

    ``history`` holds the statuses over time as (report, status), oldest first;
    ``status`` is where it ended. ``independent_sources`` counts duplicate groups,
    not prints. ``weight`` says how much the entry matters to the story, more is more;
    its parts stand in a derivation ``link.weight.parts``. ``reported`` is when
    the earliest dated report came out: a fact lies not after its last day, also where
    ``when`` is None.
    """

    id: str
    headline: str
    type: EventType
    status: Status
    when: When | None
    participants: tuple[Participant, ...]
    events: tuple[str, ...]
    reports: tuple[str, ...]
    independent_sources: int
    standing: Standing
    history: tuple[tuple[str, Status], ...]
    derivations: tuple[Derivation, ...]
    weight: float = 0.0
    reported: When | None = None

    @property
    def sort_day(self) -> date | None:
        """Return the day to order by: the entry's own, else that of its report."""
        if self.when is not None:
            return self.when.earliest
        return self.reported.latest if self.reported is not None else None
