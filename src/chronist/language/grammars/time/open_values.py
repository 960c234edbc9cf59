"""TIMEX3 values of times that nothing anchors: X stands for what is not known."""

from __future__ import annotations

from chronist.language.grammars.time.point import Grain, Point
from chronist.language.grammars.time.reading import (
    Away,
    Clock,
    DayOfMonth,
    ElectionYear,
    InYear,
    Sense,
    Weekday,
)

_OF_GRAIN = {
    Grain.WEEK: "XXXX-WXX",
    Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.MONTH: "XXXX-XX",
    Grain.YEAR: "XXXX",
    Grain.DECADE: "XXX",
    Grain.CENTURY: "XX",
}


def open_value(sense: Sense) -> str:
    """Return what the words alone leave of a value.

    >>> open_value(Weekday(4)), open_value(Clock("T20:30"))
    ('XXXX-WXX-4', 'XXXX-XX-XXT20:30')
    """
    match sense:
        case InYear():
            return _in_year(sense)
        case DayOfMonth():
            value = f"XXXX-XX-{sense.day:02d}"
        case Weekday():
            value = f"XXXX-WXX-{sense.number}{sense.clock}"
        case Clock():
            value = f"XXXX-XX-XX{sense.value}"
        case Away():
            value = _OF_GRAIN.get(sense.grain, "XXXX-XX-XX") + sense.clock
        case ElectionYear():
            value = "XXXX"
        case _:
            value = "XXXX-XX-XX"
    return value


def _in_year(sense: InYear) -> str:
    point = Point.part(sense.grain, 2000, sense.number)
    day = f"-{sense.day:02d}{sense.clock}" if sense.day else ""
    return f"XXXX{point.value[4:]}{day}"
