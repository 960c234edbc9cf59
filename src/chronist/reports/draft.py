"""What passes between the steps of reading: the text so far, and what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from chronist.model.report import RawReport, Segment, SegmentKind
from chronist.model.when import When
from chronist.text.offsets import OffsetMap

_MOST_DATES = 12
"""More days than that are a list of something, not days of publication."""


class Weight(IntEnum):
    """How explicit a date of publication is; the larger one wins a contradiction."""

    HINT = 1
    """The day a file was made: near the day of publication, not the day itself."""
    GUESS = 2
    ADDRESS = 3
    LINE = 4
    FIELD = 5


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of publication that something says.

    ``rule`` is the id of the reason, ``words`` what it says there, ``span`` where that
    stands in the clean text, None if it stands outside.
    """

    when: When
    weight: Weight
    rule: str
    words: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day and month whose year is not said, and where it stands."""

    month: int
    day: int
    span: tuple[int, int]
    words: str

    def in_interval(self, when: When) -> date | None:
        """Return the one such day inside ``when``, None if there is none or several."""
        years = range(when.earliest.year, when.latest.year + 1)
        if len(years) > 2:
            return None
        days = [d for d in map(self._in_year, years) if d and when.contains(d)]
        return days[0] if len(days) == 1 else None

    def _in_year(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a report besides its text. Unknown is None."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    place: str | None = None
    url: str | None = None
    dates: tuple[Dated, ...] = ()
    days_of_year: tuple[DayOfYear, ...] = ()

    def or_else(self, other: Facts) -> Facts:
        """Return these facts, with gaps filled from ``other`` and all dates of both."""
        return Facts(
            self.title or other.title,
            self.outlet or other.outlet,
            self.agency or other.agency,
            self.author or other.author,
            self.place or other.place,
            self.url or other.url,
            (self.dates + other.dates)[:_MOST_DATES],
            (self.days_of_year + other.days_of_year)[:_MOST_DATES],
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A report on its way from raw to read.

    ``base`` is the text that ``offsets`` lead back to; ``hints`` says for positions
    where a line begins what the mark-up calls it.
    """

    raw: RawReport
    base: str
    text: str
    offsets: OffsetMap
    facts: Facts = Facts()
    hints: Mapping[int, SegmentKind] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()
