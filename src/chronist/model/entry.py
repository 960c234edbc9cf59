"""One line of the chronicle."""

from __future__ import annotations

from dataclasses import dataclass
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
    not prints.
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
