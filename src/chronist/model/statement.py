"""Who said what."""

from __future__ import annotations

from collections.abc import Iterable
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
    the speaker leaves open whether it is so ("möglicherweise"). ``saying`` is the id
    that statements share which are the same words in several reports.
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
    saying: str | None = None

    @property
    def words(self) -> str:
        """The content as one string; what a cue interrupts is joined by " […] "."""
        return " […] ".join(part.text for part in self.content)


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said once, as all reports have it; in order of day and report."""

    id: str
    variants: tuple[Statement, ...]

    @property
    def first(self) -> Statement:
        """The earliest."""
        return self.variants[0]

    @property
    def longest(self) -> Statement:
        """The fullest wording; the earliest of equally long ones."""
        return max(self.variants, key=lambda s: len(s.words))

    @property
    def wordings(self) -> tuple[Statement, ...]:
        """The earliest statement of each different wording, the longest first."""
        by_words = {s.words: s for s in reversed(self.variants)}
        return tuple(sorted(by_words.values(), key=lambda s: (-len(s.words), s.id)))


def sayings_of(statements: Iterable[Statement]) -> tuple[Saying, ...]:
    """Return the statements as sayings, in order of each one's first statement.

    A statement that nobody repeats is a saying with one variant, under its own id.
    """
    gathered: dict[str, list[Statement]] = {}
    for statement in statements:
        gathered.setdefault(statement.saying or statement.id, []).append(statement)
    made = (
        Saying(key, tuple(sorted(variants, key=_in_time)))
        for key, variants in gathered.items()
    )
    return tuple(sorted(made, key=lambda saying: _in_time(saying.first)))


def _in_time(statement: Statement) -> tuple[bool, str, str, int]:
    when = statement.when
    day = when.earliest.isoformat() if when else ""
    start = statement.content[0].start if statement.content else 0
    return when is None, day, statement.report, start
