"""Linear assignment: which pairing of two lists has the greatest sum of scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_INFINITE = float("inf")


def assign(scores: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Return pairs (row, column) with the greatest sum, in order of rows.

    Every row or every column gets a partner, whichever are fewer. This is the Hungarian
    algorithm with potentials, cubic in the shorter side.

    >>> assign([[0.9, 0.8], [0.8, 0.1]])
    ((0, 1), (1, 0))
    """
    if not scores or not scores[0]:
        return ()
    if len(scores) > len(scores[0]):
        turned = assign(list(zip(*scores, strict=True)))
        return tuple(sorted((row, column) for column, row in turned))
    search = _Search([[-s for s in row] for row in scores])
    for row in range(1, len(scores) + 1):
        search.add(row)
    return tuple(sorted((r - 1, c - 1) for c, r in enumerate(search.row_of) if c and r))


@dataclass
class _Search:
    """Rows and columns count from 1; column 0 stands for the row being added."""

    costs: list[list[float]]
    row_of: list[int] = field(init=False)
    rows: list[float] = field(init=False)
    columns: list[float] = field(init=False)

    def __post_init__(self) -> None:
        width = len(self.costs[0]) + 1
        self.row_of = [0] * width
        self.rows = [0.0] * (len(self.costs) + 1)
        self.columns = [0.0] * width

    def add(self, row: int) -> None:
        """Give a row a column, moving earlier rows where that costs less."""
        self.row_of[0] = row
        width = len(self.row_of)
        least, way, used = [_INFINITE] * width, [0] * width, [False] * width
        at = 0
        while self.row_of[at]:
            used[at] = True
            at = self._step(at, least, way, used)
        while at:
            self.row_of[at] = self.row_of[way[at]]
            at = way[at]

    def _step(
        self, at: int, least: list[float], way: list[int], used: list[bool]
    ) -> int:
        row = self.row_of[at]
        free = [c for c in range(1, len(used)) if not used[c]]
        for column in free:
            cost = (
                self.costs[row - 1][column - 1] - self.rows[row] - self.columns[column]
            )
            if cost < least[column]:
                least[column], way[column] = cost, at
        nearest = min(free, key=lambda c: least[c])
        delta = least[nearest]
        for column, taken in enumerate(used):
            if taken:
                self.rows[self.row_of[column]] += delta
                self.columns[column] -= delta
            else:
                least[column] -= delta
        return nearest
