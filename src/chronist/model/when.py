"""A time with its precision: an interval of days, written as EDTF at the border."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chronist.text.calendar import add_months, month_end

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
"""EDTF season numbers (ISO 8601-2, level 1). Winter belongs to the year it begins in."""
_FIRST_QUARTER, _FIRST_HALF = 33, 40
_SEASON_START_MONTH = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}


@dataclass(frozen=True, slots=True)
class When:
    """All days between ``earliest`` and ``latest`` (both included) that may be meant.

    ``date.min`` and ``date.max`` stand for "open". ``edtf`` says the same with the
    precision the text gave: ``2021-10`` is a month, not thirty-one days in a row.

    >>> When.month(2021, 10)
    When('2021-10')
    >>> When.between(date(2021, 10, 21), date(2021, 10, 31)).edtf
    '2021-10-21/2021-10-31'
    """

    earliest: date
    latest: date
    edtf: str

    def __repr__(self) -> str:
        return f"When({self.edtf!r})"

    @classmethod
    def day(cls, day: date) -> When:
        """Return one day."""
        return cls(day, day, day.isoformat())

    @classmethod
    def moment(cls, day: date, clock: str) -> When:
        """Return a clock time ``HH:MM`` on a day."""
        return cls(day, day, f"{day.isoformat()}T{clock}")

    @classmethod
    def month(cls, year: int, month: int) -> When:
        """Return a calendar month."""
        return cls(
            date(year, month, 1), month_end(year, month), f"{year:04d}-{month:02d}"
        )

    @classmethod
    def year(cls, year: int) -> When:
        """Return a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), f"{year:04d}")

    @classmethod
    def decade(cls, year: int) -> When:
        """Return the ten years that ``year`` lies in, as in "1990er"."""
        first = year - year % 10
        return cls(
            date(max(first, 1), 1, 1), date(first + 9, 12, 31), f"{first // 10:03d}X"
        )

    @classmethod
    def century(cls, hundreds: int) -> When:
        """Return the years that begin with ``hundreds`` (19 is 1900 to 1999)."""
        first = hundreds * 100
        return cls(
            date(max(first, 1), 1, 1), date(first + 99, 12, 31), f"{hundreds:02d}XX"
        )

    @classmethod
    def season(cls, year: int, season: int) -> When:
        """Return a meteorological season; ``season`` is one of SPRING … WINTER."""
        start = date(year, _SEASON_START_MONTH[season], 1)
        return cls(start, _last_day(start, 3), f"{year:04d}-{season}")

    @classmethod
    def quarter(cls, year: int, quarter: int) -> When:
        """Return a quarter, 1 to 4."""
        start = date(year, 3 * quarter - 2, 1)
        edtf = f"{year:04d}-{_FIRST_QUARTER + quarter - 1}"
        return cls(start, _last_day(start, 3), edtf)

    @classmethod
    def half(cls, year: int, half: int) -> When:
        """Return a half year, 1 or 2."""
        start = date(year, 6 * half - 5, 1)
        return cls(start, _last_day(start, 6), f"{year:04d}-{_FIRST_HALF + half - 1}")

    @classmethod
    def between(cls, earliest: date, latest: date) -> When:
        """Return an interval; ``date.min`` or ``date.max`` leave a side open."""
        if earliest > latest:
            msg = f"an interval cannot end ({latest}) before it begins ({earliest})"
            raise ValueError(msg)
        if earliest == latest:
            return cls.day(earliest)
        first = ".." if earliest == date.min else earliest.isoformat()
        last = ".." if latest == date.max else latest.isoformat()
        return cls(earliest, latest, f"{first}/{last}")

    @classmethod
    def from_edtf(cls, edtf: str) -> When:
        """Read what ``edtf`` of any ``When`` wrote.

        >>> When.from_edtf("2021-23").latest.isoformat()
        '2021-11-30'
        """
        if "/" in edtf:
            return _read_interval(edtf)
        if "T" in edtf:
            day, clock = edtf.split("T", 1)
            return cls.moment(date.fromisoformat(day), clock)
        return _read_single(edtf)

    @property
    def is_day(self) -> bool:
        """Whether a single day is known."""
        return self.earliest == self.latest

    @property
    def is_bounded(self) -> bool:
        """Whether both sides are known."""
        return self.earliest != date.min and self.latest != date.max

    @property
    def width(self) -> int:
        """Number of days in the interval, at least 1."""
        return (self.latest - self.earliest).days + 1

    def contains(self, day: date) -> bool:
        """Whether ``day`` may be meant."""
        return self.earliest <= day <= self.latest

    def overlaps(self, other: When) -> bool:
        """Whether both may mean the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def within(self, other: When) -> bool:
        """Whether every day of this one is a day of ``other``."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def widened(self, days: int) -> When:
        """Return the interval grown by ``days`` on both closed sides."""
        earliest = max(self.earliest.toordinal() - days, date.min.toordinal())
        latest = min(self.latest.toordinal() + days, date.max.toordinal())
        return When.between(date.fromordinal(earliest), date.fromordinal(latest))


def _last_day(start: date, months: int) -> date:
    """Return the end of the ``months``-th month; the winter of 9999 is cut short."""
    if start.year == date.max.year and start.month + months - 1 > 12:
        return date.max
    last = add_months(start, months - 1)
    return month_end(last.year, last.month)


def _read_interval(edtf: str) -> When:
    first, last = edtf.split("/", 1)
    earliest = date.min if first == ".." else When.from_edtf(first).earliest
    latest = date.max if last == ".." else When.from_edtf(last).latest
    return When(earliest, latest, edtf)


def _read_single(edtf: str) -> When:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf):
        return When.day(date.fromisoformat(edtf))
    if re.fullmatch(r"\d{4}-\d{2}", edtf):
        return _read_part_of_year(int(edtf[:4]), int(edtf[5:]))
    if re.fullmatch(r"\d{4}", edtf):
        return When.year(int(edtf))
    if re.fullmatch(r"\d{3}X", edtf):
        return When.decade(int(edtf[:3]) * 10)
    if re.fullmatch(r"\d{2}XX", edtf):
        return When.century(int(edtf[:2]))
    msg = f"not an EDTF date that Chronist writes: {edtf!r}"
    raise ValueError(msg)


def _read_part_of_year(year: int, part: int) -> When:
    if part <= 12:
        return When.month(year, part)
    if part in _SEASON_START_MONTH:
        return When.season(year, part)
    if _FIRST_QUARTER <= part < _FIRST_QUARTER + 4:
        return When.quarter(year, part - _FIRST_QUARTER + 1)
    if part in (_FIRST_HALF, _FIRST_HALF + 1):
        return When.half(year, part - _FIRST_HALF + 1)
    msg = f"not an EDTF part of a year that Chronist writes: {year}-{part}"
    raise ValueError(msg)
