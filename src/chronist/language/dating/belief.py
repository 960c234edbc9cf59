"""How likely each day is, as clues are heard one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
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
    """Log weights of the days of an interval; clues multiply them."""

    def __init__(self, first: date, last: date) -> None:
        """Begin with all days from ``first`` to ``last`` equally likely."""
        self.first = first.toordinal()
        self._logs = [0.0] * (last.toordinal() - self.first + 1)

    def hear_steps(self, steps: Iterable[Step], elsewhere: float) -> None:
        """Weigh stretches of days; they must not overlap. Other days get ``elsewhere``."""
        base = log(max(elsewhere, LEAST))
        added = [base] * len(self._logs)
        for step in steps:
            low = max(step.first - self.first, 0)
            high = min(step.last - self.first + 1, len(added))
            if low < high:
                value = log(max(step.weight, LEAST))
                added[low:high] = [value] * (high - low)
        self._logs = [a + b for a, b in zip(self._logs, added, strict=True)]

    def hear_week(self, weights: Sequence[float]) -> None:
        """Weigh days by their day of the week, Monday first."""
        logs = [log(max(w, LEAST)) for w in weights]
        shift = (self.first - 1) % 7
        row = [logs[(shift + i) % 7] for i in range(7)]
        whole = row * (len(self._logs) // 7 + 1)
        self._logs = [a + b for a, b in zip(self._logs, whole, strict=False)]

    def hear_days(self, weights: dict[int, float], elsewhere: float) -> None:
        """Weigh single days given as ordinals; other days get ``elsewhere``."""
        steps = [Step(day, day, w) for day, w in weights.items()]
        self.hear_steps(steps, elsewhere)

    def best(self) -> date:
        """Return the likeliest day, the earliest of equals."""
        top = max(self._logs)
        return date.fromordinal(self.first + self._logs.index(top))

    def interval(self, mass: float) -> tuple[date, date]:
        """Return the first and last of the likeliest days that hold ``mass`` of all."""
        top = max(self._logs)
        weights = [exp(value - top) for value in self._logs]
        wanted = mass * sum(weights)
        order = sorted(range(len(weights)), key=lambda i: (-weights[i], i))
        held, low, high = 0.0, order[0], order[0]
        for index in order:
            held += weights[index]
            low, high = min(low, index), max(high, index)
            if held >= wanted:
                break
        first, last = self.first + low, self.first + high
        return date.fromordinal(first), date.fromordinal(last)
