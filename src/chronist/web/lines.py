"""Entries as lines that one can read: what is shown of each, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from chronist.model.citation import Citation
from chronist.model.entry import Entry
from chronist.model.event import Event, Participant, Role, Status
from chronist.model.when import When
from chronist.web.order import WIDE, shown_when
from chronist.web.say import Say
from chronist.web.shelf import Shelf

SIGNS = {
    Status.OCCURRED: "●",
    Status.ONGOING: "◐",
    Status.PLANNED: "○",
    Status.POSSIBLE: "?",
    Status.DENIED: "✗",
}
"""A sign for each status, so that none is told by colour alone."""
FACTS = (Status.OCCURRED, Status.ONGOING)
_GAP = 14
"""Days without an entry from which a gap is worth a line."""
_QUOTED = 320
"""Characters of a sentence that the list shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the list shows it."""

    entry: Entry
    parties: tuple[str, ...]
    places: tuple[str, ...]
    sentence: Citation | None
    quoted: str
    sources: str
    more: int
    course: tuple[Status, ...]
    rank: str
    reported: bool


@dataclass(frozen=True, slots=True)
class DayGroup:
    """The entries of one date. ``gap`` are days without any entry before it.

    ``width`` is 0 to 6, how wide the date is: day, week, month, quarter, year, wider,
    and none.
    """

    heading: str
    when: When | None
    width: int
    gap: int
    lines: tuple[Line, ...]


def day_groups(entries: Iterable[Entry], shelf: Shelf, say: Say) -> list[DayGroup]:
    """Return the entries, which are in order, under their dates."""
    groups: list[DayGroup] = []
    reached: date | None = None
    for edtf, same in groupby(entries, key=_edtf):
        found = list(same)
        when = shown_when(found[0])
        groups.append(
            DayGroup(
                heading=say.when(when),
                when=when,
                width=width_of(when),
                gap=_gap(reached, when),
                lines=tuple(line_of(entry, shelf, say) for entry in found),
            )
        )
        if when is not None and when.width < WIDE:
            reached = max(reached or when.latest, when.latest)
        del edtf
    return groups


def line_of(entry: Entry, shelf: Shelf, say: Say) -> Line:
    """Return an entry as a line."""
    event = telling_event(entry, shelf)
    cited = list(dict.fromkeys(say.cite(shelf.reports[r]) for r in entry.reports))
    return Line(
        entry=entry,
        parties=named(entry.participants, (Role.AGENT, Role.RECIPIENT)),
        places=named(entry.participants, (Role.PLACE,)),
        sentence=event.sentence if event else None,
        quoted=shortened(event.sentence.text, _QUOTED) if event else "",
        sources=", ".join(cited[:3]),
        more=max(0, len(cited) - 3),
        course=status_course(entry),
        rank=_rank(entry, shelf),
        reported=entry.when is None and entry.reported is not None,
    )


def telling_event(entry: Entry, shelf: Shelf) -> Event | None:
    """Return the event that tells most: settled as the entry is, and the longest."""
    found = [shelf.events[e] for e in entry.events if e in shelf.events]
    if not found:
        return None
    return min(
        found,
        key=lambda e: (e.status is not entry.status, -len(e.participants), e.id),
    )


def named(parties: Iterable[Participant], roles: tuple[Role, ...]) -> tuple[str, ...]:
    """Return the actors that have one of the roles, each once."""
    return tuple(dict.fromkeys(p.actor for p in parties if p.role in roles))


def status_course(entry: Entry) -> tuple[Status, ...]:
    """Return how the status went over time; empty if it never changed."""
    steps = tuple(status for status, _ in groupby(s for _, s in entry.history))
    return steps if len(steps) > 1 else ()


def shortened(text: str, limit: int) -> str:
    """Return ``text`` on one line, cut after a word near ``limit`` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[:limit].rsplit(' ', 1)[0]} …"


def width_of(when: When | None) -> int:
    """Return how wide a date is, from 0 (a day) to 5 (years), 6 for none."""
    if when is None:
        return 6
    for number, days in enumerate((1, 7, 31, 92, 366)):
        if when.width <= days:
            return number
    return 5


def _rank(entry: Entry, shelf: Shelf) -> str:
    fifth, twentieth = shelf.heavy
    if entry.weight >= twentieth:
        return "core"
    return "main" if entry.weight >= fifth else "plain"


def _edtf(entry: Entry) -> str:
    when = shown_when(entry)
    return when.edtf if when is not None else ""


def _gap(reached: date | None, when: When | None) -> int:
    if reached is None or when is None or when.width >= WIDE:
        return 0
    days = (when.earliest - reached).days - 1
    return days if days >= _GAP else 0
