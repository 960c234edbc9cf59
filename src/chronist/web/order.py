"""The order in which one reads entries: by day, wide dates and undated ones last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chronist.model.entry import Entry
from chronist.model.when import When

WIDE = 370
"""Days from which a date says less than "that year"; such entries stand at the end."""


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries as one reads them."""
    return sorted(entries, key=_position)


def shown_when(entry: Entry) -> When | None:
    """Return the date an entry stands under: its own, or when it was reported."""
    return entry.when or entry.reported


def _position(entry: Entry) -> tuple[int, date, date, str, float, str]:
    when = shown_when(entry)
    if when is None:
        return (2, date.max, date.max, "", -entry.weight, entry.id)
    # Wider dates come first: "September 2021" is the heading over its days.
    inverted = date.fromordinal(date.max.toordinal() - when.width + 1)
    wide = int(when.width >= WIDE)
    return (wide, when.earliest, inverted, when.edtf, -entry.weight, entry.id)
