"""What a visitor asks for, read from the address; hostile values end here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from starlette.datastructures import QueryParams

from chronist.errors import BadFilter
from chronist.model.entry import Entry, Standing
from chronist.model.event import EventType, Status
from chronist.model.when import When
from chronist.web.shelf import Shelf
from chronist.web.urls import Values

LONGEST = 300
"""Characters of a value that are read; a name or a search is shorter."""
PAGE = 60
"""Entries on a page: about 150 kB, and what one reads at a stretch."""
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_Choice = TypeVar("_Choice", bound=StrEnum)

TOPS = ("", "main", "core")
"""How much of the chronicle: everything, the weightiest fifth, the twentieth."""


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries to show. Empty fields are no limit."""

    since: str = ""
    until: str = ""
    actor: str = ""
    types: tuple[EventType, ...] = ()
    statuses: tuple[Status, ...] = ()
    standing: Standing | None = None
    outlet: str = ""
    report: str = ""
    words: str = ""
    top: str = ""

    @classmethod
    def of(cls, query: QueryParams) -> EntryFilter:
        """Read the filter; ``BadFilter`` names a value that cannot be understood."""
        standings = _choices(Standing, query, "standing")
        found = cls(
            since=text_of(query, "since"),
            until=text_of(query, "until"),
            actor=text_of(query, "actor"),
            types=_choices(EventType, query, "type"),
            statuses=_choices(Status, query, "status"),
            standing=standings[0] if standings else None,
            outlet=text_of(query, "outlet"),
            report=text_of(query, "report"),
            words=text_of(query, "q"),
            top=text_of(query, "top"),
        )
        found.period()
        return found

    def values(self) -> dict[str, str | tuple[str, ...]]:
        """Return the filter as the query parameters it was read from."""
        return {
            "q": self.words,
            "since": self.since,
            "until": self.until,
            "actor": self.actor,
            "type": tuple(kind.value for kind in self.types),
            "status": tuple(status.value for status in self.statuses),
            "standing": self.standing.value if self.standing else "",
            "outlet": self.outlet,
            "report": self.report,
            "top": self.top,
        }

    @property
    def is_set(self) -> bool:
        """Whether anything is filtered."""
        return any(self.values().values())

    def period(self) -> tuple[date, date]:
        """Return the first and the last day asked for."""
        return period(self.since, self.until)


def chosen_entries(
    shelf: Shelf, asked: EntryFilter, said: frozenset[str] | None = None
) -> list[Entry]:
    """Return the entries asked for, in reading order.

    ``said`` are ids of those that hold the words searched for.
    """
    first, last = asked.period()
    dated = bool(asked.since or asked.until)
    found = _candidates(shelf, asked)
    floor = _floor(shelf, asked.top)
    return [
        entry
        for entry in found
        if (not dated or _may_lie_in(entry, first, last))
        and (not asked.types or entry.type in asked.types)
        and (not asked.statuses or entry.status in asked.statuses)
        and (asked.standing in (None, entry.standing))
        and (not asked.outlet or _told_by(shelf, entry, asked.outlet))
        and (said is None or entry.id in said)
        and (floor is None or entry.weight >= floor)
    ]


def period(since: str, until: str) -> tuple[date, date]:
    """Return the days from the first of ``since`` to the last of ``until``.

    >>> period("2021-09", "")[0].isoformat()
    '2021-09-01'
    """
    first = _when(since).earliest if since else date.min
    last = _when(until).latest if until else date.max
    if first > last:
        msg = f"a period cannot end ({until}) before it begins ({since})"
        raise BadFilter(msg)
    return first, last


def text_of(query: QueryParams, name: str) -> str:
    """Return a parameter without white space around it, cut to a sensible length."""
    return query.get(name, "")[:LONGEST].strip()


def number_of(query: QueryParams, name: str, default: int = 1) -> int:
    """Return a parameter that counts from 1; anything else is the default."""
    said = query.get(name, "")
    if said.isdecimal() and said.isascii() and len(said) <= 7:
        return max(1, int(said))
    return default


def choice_of(choices: type[_Choice], query: QueryParams, name: str) -> _Choice | None:
    """Return the member a parameter names, or None where there is none."""
    found = _choices(choices, query, name)
    return found[0] if found else None


def _choices(
    choices: type[_Choice], query: QueryParams, name: str
) -> tuple[_Choice, ...]:
    said = [value for value in query.getlist(name) if value]
    known = {member.value: member for member in choices}
    unknown = [value for value in said if value not in known]
    if unknown:
        msg = f"{unknown[0][:LONGEST]!r} is none of {', '.join(known)}"
        raise BadFilter(msg)
    return tuple(dict.fromkeys(known[value] for value in said))


def _when(said: str) -> When:
    try:
        if _DATE.fullmatch(said):
            return When.from_edtf(said)
    except ValueError:
        pass  # the words below fit both: not of this form, and no such day
    msg = f"{said!r} is no date: write 2021, 2021-09 or 2021-09-09"
    raise BadFilter(msg)


def _candidates(shelf: Shelf, asked: EntryFilter) -> Sequence[Entry]:
    if asked.actor:
        taken = {
            entry
            for actor in shelf.actors_called(asked.actor)
            for entry in shelf.entries_of_actor.get(actor, ())
        }
        found = [entry for entry in shelf.reading if entry.id in taken]
    else:
        found = list(shelf.reading)
    if asked.report:
        told = set(shelf.entries_of_report.get(asked.report, ()))
        return [entry for entry in found if entry.id in told]
    return found


def _floor(shelf: Shelf, top: str) -> float | None:
    return dict(zip(TOPS[1:], shelf.heavy, strict=True)).get(top)


def _may_lie_in(entry: Entry, first: date, last: date) -> bool:
    when = entry.when or entry.reported
    return when is not None and when.earliest <= last and first <= when.latest


def _told_by(shelf: Shelf, entry: Entry, outlet: str) -> bool:
    reports = (shelf.reports.get(report) for report in entry.reports)
    return any(report is not None and report.outlet == outlet for report in reports)


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list, and the ways to its neighbours."""

    total: int
    number: int
    first: int
    last: int
    previous: Values | None
    next: Values | None

    @classmethod
    def of(cls, total: int, number: int, asked: Values, size: int = PAGE) -> Paging:
        """Return page ``number`` of ``total`` items; pages past the end are the last."""
        pages = max(1, -(-total // size))
        number = min(number, pages)
        first = (number - 1) * size
        return cls(
            total=total,
            number=number,
            first=first,
            last=min(first + size, total),
            previous={**asked, "page": number - 1} if number > 1 else None,
            next={**asked, "page": number + 1} if number < pages else None,
        )
