"""What language found in one report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chronist.model.actor import Referent
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.event import Event
from chronist.model.pledge import Pledge
from chronist.model.report import Published
from chronist.model.statement import Statement
from chronist.model.when import When


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, with TIMEX3 value and, if it can be placed, its When.

    ``mod`` is TIMEX3's modifier (START, MID, END, APPROX, …). ``anchor`` says what
    a relative expression was counted from. ``length`` is the TIMEX3 value of a length
    of time, also where the expression, as a distance, names a date ("vor fünf Jahren").
    """

    id: str
    citation: Citation
    type: TimeType
    value: str
    when: When | None
    derivation: Derivation
    mod: str | None = None
    anchor: When | None = None
    length: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything read from one report, before it meets the others.

    ``published`` is the report's day after its own words were heard; it may be
    narrower than the day its metadata gave.
    """

    report: str
    published: Published | None
    sentences: tuple[Citation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    referents: tuple[Referent, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    pledges: tuple[Pledge, ...] = ()
