"""Days as containers and head lines write them: many formats, one When."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from chronist.lexica.load import load_table
from chronist.model.when import When

_MONTH_NUMBERS: dict[str, int] = {
    name.lower(): number for name, number in load_table("time/months").items()
}
MONTH = "|".join(sorted(map(re.escape, _MONTH_NUMBERS), key=len, reverse=True))
"""Alternatives of a pattern: names and abbreviations of months, in lower case."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)")
_WRITTEN = re.compile(
    rf"(\d{{1,2}})\.?\s?({MONTH})\.?,?\s(\d{{4}})(?!\d)", re.IGNORECASE
)
_MONTH_ONLY = re.compile(rf"({MONTH})\.?\s(\d{{4}})(?!\d)", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,4})/(\d{1,2})/(\d{1,4})(?!\d)")
_PACKED = re.compile(r"(?:D:)?((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{2,6}|T\d|Z|$)?")
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")
_YEAR = re.compile(r"\d{4}")


def read_day(written: str) -> When | None:
    """Return the day, month or year that a field gives, None if it gives none.

    >>> read_day("9. September 2021, 14:12 Uhr"), read_day("2021-09"), read_day("bald")
    (When('2021-09-09'), When('2021-09'), None)
    """
    text = written.strip()[:80]
    for reader in _READERS:
        when = reader(text)
        if when is not None:
            return when
    return None


def find_day(line: str) -> tuple[When, int, int] | None:
    """Return the first fully written day in a line and where it stands."""
    found = [m for p in (_GERMAN, _WRITTEN, _ISO) for m in p.finditer(line[:200])]
    for match in sorted(found, key=lambda m: m.start()):
        when = read_day(match.group())
        if when is not None and when.is_day:
            return when, match.start(), match.end()
    return None


def month_number(name: str) -> int:
    """Return the number of a month written out or abbreviated."""
    return _MONTH_NUMBERS[name.lower().rstrip(".")]


def german_day(moment: datetime) -> date:
    """Return the day it is in Germany at a moment given in UTC.

    Summer time runs from the last Sunday of March to that of October, 01:00 UTC;
    reckoned here because not every system has a time-zone data base.
    """
    begins = _last_sunday(moment.year, 3)
    ends = _last_sunday(moment.year, 10)
    naive = moment.replace(tzinfo=None)
    hours = 2 if begins <= naive < ends else 1
    return (naive + timedelta(hours=hours)).date()


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)  # noqa: DTZ001  # UTC on both sides
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _day(year: int, month: int, day: int) -> When | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return When.day(date(year, month, day))
    except ValueError:
        return None


def _from_iso(text: str) -> When | None:
    found = _ISO.match(text)
    if not found:
        return None
    year, month, day, hour, minute, zone = found.groups()
    if day is None:
        plausible = _day(int(year), int(month), 1)
        return When.month(int(year), int(month)) if plausible else None
    when = _day(int(year), int(month), int(day))
    if when and zone in {"Z", "UTC", "+0000", "+00:00"} and int(hour) < 24:
        moment = datetime.combine(when.earliest, datetime.min.time(), UTC)
        clock = timedelta(hours=int(hour), minutes=min(int(minute), 59))
        return When.day(german_day(moment + clock))
    return when


def _from_german(text: str) -> When | None:
    found = re.search(_GERMAN, text)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    return _day(year if year > 99 else 2000 + year, month, day)


def _from_written(text: str) -> When | None:
    found = _WRITTEN.search(text)
    if not found:
        return None
    return _day(int(found[3]), month_number(found[2]), int(found[1]))


def _from_month(text: str) -> When | None:
    found = _MONTH_ONLY.search(text)
    if not found or not _day(int(found[2]), 1, 1):
        return None
    return When.month(int(found[2]), month_number(found[1]))


def _from_slashed(text: str) -> When | None:
    """Read 2021/09/08, 08/09/2021 (day first, as Germans write) and 9/25/2021."""
    found = _SLASHED.match(text)
    if not found:
        return None
    first, second, third = (int(part) for part in found.groups())
    if first > 31:
        return _day(first, second, third)
    return _day(third, second, first) or _day(third, first, second)


def _from_mail(text: str) -> When | None:
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return _day(moment.year, moment.month, moment.day)


def _from_packed(text: str) -> When | None:
    found = _PACKED.match(text)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _from_epoch(text: str) -> When | None:
    found = _EPOCH.fullmatch(text)
    if not found:
        return None
    seconds = int(found[1]) if found[1] else int(found[2]) // 1000
    day = german_day(datetime.fromtimestamp(seconds, UTC))
    return _day(day.year, day.month, day.day)


def _from_year(text: str) -> When | None:
    found = _YEAR.fullmatch(text)
    return When.year(int(text)) if found and _day(int(text), 1, 1) else None


_READERS: tuple[Callable[[str], When | None], ...] = (
    _from_iso,
    _from_german,
    _from_written,
    _from_mail,
    _from_slashed,
    _from_packed,
    _from_epoch,
    _from_month,
    _from_year,
)
