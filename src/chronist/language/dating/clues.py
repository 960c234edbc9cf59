"""What in a report's own times tells when it was written, gathered as clues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chronist.language.grammars.time.point import Grain, Point
from chronist.language.grammars.time.reading import (
    Away,
    Fixed,
    InYear,
    Origin,
    Weekday,
)
from chronist.language.grammars.time.resolve import Found
from chronist.language.morphology import Tense


class Kind(StrEnum):
    """Which table of lags a clue is weighed by."""

    LEAD_DAY = "lead_day"
    LATEST_DAY = "latest_day"
    LATEST_MONTH = "latest_month"
    LATEST_YEAR = "latest_year"
    NEXT_DAY = "next_day"
    WEEKDAY = "weekday"
    DAY_OF_YEAR = "day_of_year"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Clue:
    """A time in the text that bears on the day of publication.

    ``point`` is set for dated ones; ``month`` and ``day`` for days of any year;
    ``weekday`` is 1 to 7.
    """

    kind: Kind
    found: Found
    tense: Tense
    point: Point | None = None
    month: int = 0
    day: int = 0
    weekday: int = 0


def gather_clues(found: Sequence[Found]) -> list[Clue]:
    """Return the clues of a report, the weightier kinds first."""
    dated = _dated(found)
    return [*dated, *_undated(found)]


_KIND_OF_GRAIN = {
    Grain.DAY: Kind.LATEST_DAY,
    Grain.MONTH: Kind.LATEST_MONTH,
    Grain.YEAR: Kind.LATEST_YEAR,
}


def _dated(found: Sequence[Found]) -> list[Clue]:
    """The latest dated time counts, and the next one ahead: the rest is their past."""
    fixed = [f for f in found if isinstance(f.piece.sense, Fixed) and _in_reach(f)]
    clues: list[Clue] = []
    row = [f for f in fixed if f.tense is not Tense.FUTURE]
    row = [f for f in row if _point(f).grain in _KIND_OF_GRAIN]
    if row:
        # A day beats the month and the year it lies in.
        latest = max(
            row, key=lambda f: (_point(f).first, _fineness(f), -f.sentence.index)
        )
        kind = _KIND_OF_GRAIN[_point(latest).grain]
        if kind is Kind.LATEST_DAY and latest.sentence.index == 0:
            kind = Kind.LEAD_DAY
        clues.append(Clue(kind, latest, latest.tense, _point(latest)))
    ahead = [
        f for f in fixed if f.tense is Tense.FUTURE and _point(f).grain is Grain.DAY
    ]
    if ahead:
        soonest = min(ahead, key=lambda f: _point(f).count)
        clues.append(Clue(Kind.NEXT_DAY, soonest, Tense.FUTURE, _point(soonest)))
    return clues


def _fineness(found: Found) -> int:
    return (Grain.YEAR, Grain.MONTH, Grain.DAY).index(_point(found).grain)


def _point(found: Found) -> Point:
    sense = found.piece.sense
    if not isinstance(sense, Fixed):
        msg = f"{sense} is not dated"
        raise TypeError(msg)
    return sense.point


def _in_reach(found: Found) -> bool:
    point = _point(found)
    return point.in_reach and point.first >= date(1900, 1, 1)


def _undated(found: Sequence[Found]) -> list[Clue]:
    clues: dict[tuple[object, ...], Clue] = {}
    for each in found:
        clue = _undated_clue(each)
        if clue is not None:
            key = (clue.kind, clue.tense, clue.month, clue.day, clue.weekday)
            clues.setdefault(key, clue)
    return list(clues.values())


def _undated_clue(found: Found) -> Clue | None:
    sense = found.piece.sense
    if isinstance(sense, Weekday) and sense.origin is Origin.REPORT and not sense.week:
        tense = found.tense
        if sense.step in (-1, 1):
            tense = Tense.PAST if sense.step < 0 else Tense.FUTURE
        return Clue(Kind.WEEKDAY, found, tense, weekday=sense.number)
    if isinstance(sense, Away) and sense.weekday and sense.grain is Grain.DAY:
        day = (sense.weekday - sense.steps - 1) % 7 + 1
        return Clue(Kind.WEEKDAY, found, Tense.UNKNOWN, weekday=day)
    if isinstance(sense, InYear) and sense.year is None and sense.grain is Grain.MONTH:
        kind = Kind.DAY_OF_YEAR if sense.day else Kind.MONTH
        return Clue(kind, found, found.tense, month=sense.number, day=sense.day)
    return None
