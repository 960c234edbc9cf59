"""Points of the calendar at any grain: counted, so that going back and forth is a sum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from chronist.model.when import AUTUMN, SPRING, SUMMER, WINTER, When
from chronist.text.calendar import add_months


class Grain(StrEnum):
    """How finely a point is meant; the letters are TIMEX3's units."""

    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    QUARTER = "Q"
    HALF = "H"
    SEASON = "S"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"


SEASONS = ("SP", "SU", "FA", "WI")
_EDTF_SEASONS = (SPRING, SUMMER, AUTUMN, WINTER)
_PER_YEAR = {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.HALF: 2, Grain.SEASON: 4}
_YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}
_FIRST, _LAST = date(1, 1, 1).toordinal(), date(9990, 12, 31).toordinal()


@dataclass(frozen=True, slots=True)
class Point:
    """A day, week, month … : ``count`` numbers them from the beginning of time.

    ``clock`` is TIMEX3's part behind the day, such as ``T20:30`` or ``TMO``. Years
    before Christ are negative (-489 is 490 BC) and have no days.

    >>> Point.of(date(2021, 9, 9)).shifted(-1).value
    '2021-09-08'
    >>> Point.month(2021, 1).shifted(-2).value, Point.year(1995).to(Grain.DECADE).value
    ('2020-11', '199')
    """

    grain: Grain
    count: int
    clock: str = ""

    @classmethod
    def of(cls, day: date, clock: str = "") -> Point:
        """Return a day."""
        return cls(Grain.DAY, day.toordinal(), clock)

    @classmethod
    def year(cls, year: int) -> Point:
        """Return a year."""
        return cls(Grain.YEAR, year)

    @classmethod
    def month(cls, year: int, month: int) -> Point:
        """Return a month."""
        return cls(Grain.MONTH, year * 12 + month - 1)

    @classmethod
    def part(cls, grain: Grain, year: int, number: int) -> Point:
        """Return a month, quarter, half (1 …) or season (0 … 3) of a year."""
        first = 0 if grain is Grain.SEASON else 1
        return cls(grain, year * _PER_YEAR[grain] + number - first)

    @property
    def in_reach(self) -> bool:
        """Whether the calendar has days for it."""
        return 1 <= self._first_year() <= 9000

    @property
    def value(self) -> str:
        """TIMEX3's value."""
        if self.grain in _YEARS:
            return self._years_value()
        if self.grain in _PER_YEAR:
            year, rest = divmod(self.count, _PER_YEAR[self.grain])
            return f"{year:04d}-{self._part_name(rest)}"
        day = self.first
        if self.grain is Grain.DAY:
            return day.isoformat() + self.clock
        iso = day.isocalendar()
        end = "-WE" if self.grain is Grain.WEEKEND else ""
        return f"{iso.year:04d}-W{iso.week:02d}{end}"

    @property
    def first(self) -> date:
        """First day."""
        if self.grain is Grain.DAY:
            return date.fromordinal(min(max(self.count, _FIRST), _LAST))
        if self.grain is Grain.WEEK:
            return date.fromordinal(self.count * 7 + 1)
        if self.grain is Grain.WEEKEND:
            return date.fromordinal(self.count * 7 + 6)
        if self.grain in _YEARS:
            return date(max(1, self._first_year()), 1, 1)
        return self._first_of_part()

    @property
    def last(self) -> date:
        """Last day."""
        if self.grain is Grain.DAY:
            return self.first
        if self.grain is Grain.WEEK:
            return self.first + timedelta(days=6)
        if self.grain is Grain.WEEKEND:
            return self.first + timedelta(days=1)
        if self.grain in _YEARS:
            return date(self._first_year() + _YEARS[self.grain] - 1, 12, 31)
        months = 12 // _PER_YEAR[self.grain]
        return add_months(self.first, months) - timedelta(days=1)

    @property
    def when(self) -> When | None:
        """All days of it; None where the calendar ends."""
        if not self.in_reach:
            return None
        if self.grain is Grain.DAY:
            return self._when_day()
        if self.grain in (Grain.WEEK, Grain.WEEKEND):
            return When.between(self.first, self.last)
        if self.grain in _YEARS:
            return self._when_years()
        return self._when_part()

    def shifted(self, steps: int) -> Point:
        """Return the point that many of its own grain later."""
        return replace(self, count=self.count + steps)

    def to(self, grain: Grain) -> Point:
        """Return the point of another grain that holds its first day."""
        if grain is self.grain:
            return self
        if grain in _YEARS and self.grain in _YEARS:
            return Point(grain, self._first_year() // _YEARS[grain])
        return _holding(self.first, grain)

    def at(self, clock: str) -> Point:
        """Return the day with a clock time or part of the day."""
        return replace(self, clock=clock)

    def _first_year(self) -> int:
        if self.grain in _YEARS:
            return self.count * _YEARS[self.grain]
        if self.grain in _PER_YEAR:
            return self.count // _PER_YEAR[self.grain]
        return 1 + int(self.count / (365.25 if self.grain is Grain.DAY else 52.18))

    def _years_value(self) -> str:
        if self.count < 0:
            width = {Grain.YEAR: 4, Grain.DECADE: 3, Grain.CENTURY: 2}[self.grain]
            return f"BC{-self.count + (self.grain is Grain.YEAR):0{width}d}"
        return f"{self.count:0{5 - len(str(_YEARS[self.grain]))}d}"

    def _part_name(self, rest: int) -> str:
        if self.grain is Grain.MONTH:
            return f"{rest + 1:02d}"
        if self.grain is Grain.SEASON:
            return SEASONS[rest]
        return f"{self.grain.value}{rest + 1}"

    def _first_of_part(self) -> date:
        per_year = _PER_YEAR[self.grain]
        year, rest = divmod(self.count, per_year)
        month = (
            3 * rest + 3 if self.grain is Grain.SEASON else 12 // per_year * rest + 1
        )
        return date(min(max(year, 1), 9990), month, 1)

    def _when_day(self) -> When:
        if self.clock[1:3].isdigit():
            return When.moment(self.first, self.clock[1:])
        return When.day(self.first)

    def _when_years(self) -> When:
        if self.grain is Grain.YEAR:
            return When.year(self.count)
        if self.grain is Grain.DECADE:
            return When.decade(self.count * 10)
        return When.century(self.count)

    def _when_part(self) -> When:
        year, rest = divmod(self.count, _PER_YEAR[self.grain])
        if self.grain is Grain.MONTH:
            return When.month(year, rest + 1)
        if self.grain is Grain.SEASON:
            return When.season(year, _EDTF_SEASONS[rest])
        make = When.quarter if self.grain is Grain.QUARTER else When.half
        return make(year, rest + 1)


def _holding(day: date, grain: Grain) -> Point:
    if grain is Grain.DAY:
        return Point.of(day)
    if grain in (Grain.WEEK, Grain.WEEKEND):
        return Point(grain, (day.toordinal() - 1) // 7)
    if grain in _YEARS:
        return Point(grain, day.year // _YEARS[grain])
    return _part_of(grain, day)


def _part_of(grain: Grain, day: date) -> Point:
    if grain is Grain.SEASON:
        # January and February belong to the winter that began the year before.
        return Point(grain, day.year * 4 + (day.month - 3) // 3)
    per_year = _PER_YEAR[grain]
    return Point(grain, day.year * per_year + (day.month - 1) * per_year // 12)
