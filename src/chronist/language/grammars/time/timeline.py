"""The time a text speaks of, carried from one expression to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chronist.language.grammars.time.point import Grain, Point
from chronist.language.morphology import Tense

FAR = 180
"""Days back from the report's day from which a named time opens a background: relative
times behind it are counted from it (measured on the annotated corpus: 90, 180 and 365
differ by less than 0.2 points)."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What an expression is resolved against.

    ``report`` is the day of publication, ``named`` the time the text named last,
    ``day`` the last day of a calendar it named; None if there is none. ``told`` says
    that the text tells history: it names times far from its own day throughout.
    """

    report: date | None
    named: Point | None
    day: Point | None
    tense: Tense
    told: bool = False
    fresh: bool = True

    @property
    def today(self) -> Point | None:
        """The report's day as a point."""
        return Point.of(self.report) if self.report else None

    @property
    def background(self) -> Point | None:
        """The far time the text has moved to, None if it speaks of its own days."""
        named = self.named
        if named is None or not named.in_reach or named.grain is Grain.CENTURY:
            return None
        if self.told or self.report is None:
            return named
        far = abs((self.report - named.last).days) > FAR
        past = self.tense in (Tense.PAST, Tense.UNKNOWN) and self.fresh
        return named if far and past and named.last < self.report else None
