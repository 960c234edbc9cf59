"""What a person asks for, in words, made values a query understands."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TypeVar

from chronist.errors import BadFilter, BadJudgement, ItemNotFound
from chronist.model.when import When
from chronist.store.store import Item, Period, View

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_Choice = TypeVar("_Choice", bound=StrEnum)
Day = date | str
"""A day, or a year, month or day as text: ``2021``, ``2021-09``, ``2021-09-09``."""


def period(since: Day | None, until: Day | None) -> Period:
    """Return the days from the first day of ``since`` to the last of ``until``.

    >>> period("2021-09", "2021").until.isoformat()
    '2021-12-31'
    """
    asked = Period(
        since=None if since is None else _when(since).earliest,
        until=None if until is None else _when(until).latest,
    )
    if asked.since and asked.until and asked.since > asked.until:
        msg = f"a period cannot end ({until}) before it begins ({since})"
        raise BadFilter(msg)
    return asked


def _when(day: Day) -> When:
    if isinstance(day, date):
        return When.day(day)
    try:
        if _DATE.fullmatch(day):
            return When.from_edtf(day)
    except ValueError:
        pass  # the words below fit both: not of this form, and no such day
    msg = f"{day!r} is no date: write 2021, 2021-09 or 2021-09-09"
    raise BadFilter(msg)


def choice(choices: type[_Choice], said: _Choice | str | None) -> _Choice | None:
    """Return the member that ``said`` names, in upper or lower case."""
    if said is None:
        return None
    for member in choices:
        if member.value.casefold() == said.casefold():
            return member
    msg = f"{said!r} is none of {', '.join(choices)}"
    raise BadFilter(msg)


def actors_called(view: View, name: str | None) -> tuple[str, ...] | None:
    """Return ids of the actors called so; ``ItemNotFound`` if nobody is."""
    if name is None:
        return None
    found = view.actors_called(name)
    if not found:
        msg = f"no actor is called {name!r}; see: chronist actors STORY"
        raise ItemNotFound(msg)
    return found


def judged_item(view: View, name: str) -> Item:
    """Return the one item with this id, or the one actor called so."""
    actors = view.actors_called(name)
    if len(actors) > 1:
        msg = f"{name!r} may be {', '.join(actors)}; give one of these ids"
        raise BadJudgement(msg)
    return view.item(actors[0] if actors else name)
