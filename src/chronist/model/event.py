"""What happens: types, status and roles are those of the annotation guide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.when import When


class EventType(StrEnum):
    """PLOVER's sixteen types, and seven for what PLOVER leaves out."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    ELECT = "ELECT"
    OFFICE = "OFFICE"
    RULE = "RULE"
    DEATH = "DEATH"
    ACCIDENT = "ACCIDENT"
    BUSINESS = "BUSINESS"
    OTHER = "OTHER"


class Status(StrEnum):
    """Whether it happened. Only OCCURRED and ONGOING may be told as fact."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Role(StrEnum):
    """The part a participant plays."""

    AGENT = "agent"
    RECIPIENT = "recipient"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Participant:
    """A referent (in one report) or actor (across reports) in a role.

    ``citation`` holds the words in the event's sentence that put it there.
    """

    actor: str
    role: Role
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of a happening in one report.

    ``said_in`` is the id of the statement the trigger stands in, if any: such an
    event is somebody's word. ``participants`` name referents before linking and
    actors after it. ``time`` is the id of the expression that dates it.
    """

    id: str
    report: str
    type: EventType
    status: Status
    trigger: Citation
    sentence: Citation
    participants: tuple[Participant, ...]
    when: When | None
    derivations: tuple[Derivation, ...]
    time: str | None = None
    said_in: str | None = None
