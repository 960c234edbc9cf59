"""Who said what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.event import EventType
from chronist.model.when import When


class StatementForm(StrEnum):
    """How the words of another are rendered."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    FREE = "free"
    REPORTED = "reported"


class SpeechAct(StrEnum):
    """What somebody does by saying it, where the cue tells."""

    DENIAL = "denial"
    DEMAND = "demand"
    ACCUSATION = "accusation"
    THREAT = "threat"
    PROMISE = "promise"

    @property
    def event_type(self) -> EventType | None:
        """The type of political act it is; a promise is a pledge, no event."""
        return _EVENT_TYPES.get(self)


_EVENT_TYPES = {
    SpeechAct.DENIAL: EventType.REJECT,
    SpeechAct.DEMAND: EventType.REQUEST,
    SpeechAct.ACCUSATION: EventType.ACCUSE,
    SpeechAct.THREAT: EventType.THREATEN,
}


@dataclass(frozen=True, slots=True)
class Statement:
    """Words somebody is reported to have said.

    ``speaker``, ``addressee`` and ``via`` name referents before linking and actors
    after it; ``via`` is the chain of sources between speaker and report. ``place``
    are the words that say where it was said ("in Sotschi"), ``hedges`` those by which
    the speaker leaves open whether it is so ("möglicherweise").
    """

    id: str
    report: str
    form: StatementForm
    content: tuple[Citation, ...]
    speaker: str | None
    speaker_citation: Citation | None
    cue: Citation | None
    derivations: tuple[Derivation, ...]
    addressee: str | None = None
    via: tuple[str, ...] = ()
    when: When | None = None
    addressee_citation: Citation | None = None
    act: SpeechAct | None = None
    place: Citation | None = None
    hedges: tuple[Citation, ...] = ()
