"""How likely each day is, as clues are heard one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import exp, log

FIRST, LAST = date(1990, 1, 1), date(2035, 12, 31)
"""Days that a report without any date may be of. Older ones name their years."""
LEAST = 1e-9
"""No single clue makes a day impossible: any of them may be misread."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of days, both ends included as ordinals, and its weight (a density)."""

    first: int
    last: int
    weight: float


class Belief:
    """Log weights of the days of an interval; clues multiply them.

    >>> belief = Belief(date(2021, 11, 1), date(2021, 11, 30))
    >>> monday = date(2021, 11, 8).toordinal()
    >>> belief.hear_steps([Step(monday, monday + 6, 1.0)], elsewhere=0.001)
    >>> [day.isoformat() for day in belief.interval(0.9)]
    ['2021-11-08', '2021-11-14']
    """

    def __init__(self, first: date, last: date) -> None:
        """Begin with all days from ``first`` to ``last`` equally likely."""
        self.first = first.toordinal()
        self._size = last.toordinal() - self.first + 1
        # Differences of neighbours: a clue costs as much as it has steps.
        self._rises = [0.0] * (self._size + 1)
        self._week = [0.0] * 7

    def hear_steps(self, steps: Iterable[Step], elsewhere: float) -> None:
        """Weigh stretches of days; they must not overlap. Other days get ``elsewhere``."""
        base = log(max(elsewhere, LEAST))
        for step in steps:
            low = max(step.first - self.first, 0)
            high = min(step.last - self.first + 1, self._size)
            if low < high:
                rise = log(max(step.weight, LEAST)) - base
                self._rises[low] += rise
                self._rises[high] -= rise

    def hear_week(self, weights: Sequence[float]) -> None:
        """Weigh days by their day of the week, Monday first."""
        for day, weight in enumerate(weights):
            self._week[day] += log(max(weight, LEAST))

    def best(self) -> date:
        """Return the likeliest day, the middle one of equals."""
        logs = self._logs()
        top = max(logs)
        tied = [i for i, value in enumerate(logs) if value == top]
        return date.fromordinal(self.first + tied[len(tied) // 2])

    def interval(self, mass: float) -> tuple[date, date]:
        """Return the first and last of the likeliest days that hold ``mass`` of all."""
        logs = self._logs()
        top = max(logs)
        weights = [exp(value - top) for value in logs]
        wanted = mass * sum(weights)
        held, low, high = 0.0, len(weights), 0
        for index in sorted(range(len(weights)), key=lambda i: (-weights[i], i)):
            held += weights[index]
            low, high = min(low, index), max(high, index)
            if held >= wanted:
                break
        first, last = self.first + low, self.first + high
        return date.fromordinal(first), date.fromordinal(last)

    def _logs(self) -> list[float]:
        shift = (self.first - 1) % 7
        week = self._week
        rising = accumulate(self._rises[:-1])
        # Rounded: sums in another order must not part equal days.
        return [round(r + week[(shift + i) % 7], 9) for i, r in enumerate(rising)]
