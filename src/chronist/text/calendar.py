"""Month ends, ISO weeks, movable feasts: arithmetic on days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def month_end(year: int, month: int) -> date:
    """Return the last day of a month.

    >>> month_end(2020, 2).isoformat()
    '2020-02-29'
    """
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """Return ``day`` moved by whole months, cut to the month's end where needed.

    >>> add_months(date(2021, 1, 31), 1).isoformat()
    '2021-02-28'
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def iso_week(year: int, week: int) -> tuple[date, date]:
    """Return Monday and Sunday of an ISO week.

    >>> [day.isoformat() for day in iso_week(2010, 50)]
    ['2010-12-13', '2010-12-19']
    """
    monday = date.fromisocalendar(year, week, 1)
    return monday, monday + timedelta(days=6)


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian; the anonymous algorithm of Meeus, ch. 8).

    >>> easter(2021).isoformat()
    '2021-04-04'
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
