"""Records of a CSV file, also of one whose quotation marks do not balance."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from chronist.model.report import FailureKind
from chronist.sources.columns import split
from chronist.sources.refusal import Refused

_MAX_RECOVERIES = 20
"""Each may read as far as a field may be long, so their number is bounded."""


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one row; None if its quotation marks do not balance."""

    cells: tuple[str, ...] | None


class _Replay:
    """Lines that can be put back, and that know when a record outran them."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._waiting: deque[str] = deque()
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> _Replay:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line

    def put_back(self, lines: list[str]) -> None:
        self._waiting.extendleft(reversed(lines))


def records(lines: Iterator[str], delimiter: str, limit: int) -> Iterator[Record]:
    """Yield the rows of a table; no cell may have more than ``limit`` characters.

    A quotation mark that is never closed would swallow the rows after it. Where that
    shows (the file ends inside, a cell outgrows the limit, or a row of several lines
    has the wrong number of cells or text behind a closing mark, while its lines look
    like rows), the first line is given up and the others are read again.
    """
    replay = _Replay(lines)
    before = csv.field_size_limit()
    width = 0
    recoveries = 0
    try:
        while True:
            csv.field_size_limit(limit)
            replay.taken = []
            cells = _next(replay, delimiter)
            if not replay.taken:
                return
            if cells is None or _swallowed(replay.taken, cells, width, delimiter):
                recoveries += 1
                _recover(replay, width, delimiter, recoveries)
                yield Record(None)
                continue
            width = width or len(cells)
            if cells:
                yield Record(tuple(cells))
    finally:
        csv.field_size_limit(before)


def _next(replay: _Replay, delimiter: str) -> list[str] | None:
    """Return the next record, None if the quotation marks in it do not balance."""
    replay.ended = False
    try:
        cells = next(csv.reader(replay, delimiter=delimiter), [])
    except csv.Error:
        return None
    return None if replay.ended and replay.taken else cells


def _swallowed(taken: list[str], cells: list[str], width: int, delimiter: str) -> bool:
    """Whether a record of several lines has taken in rows that are not its own."""
    if len(taken) < 2:
        return False
    rows = sum(_is_row(line, width, delimiter) for line in taken)
    is_wrong = bool(width) and len(cells) != width and rows >= 2
    return is_wrong or (rows >= 1 and _is_malformed(taken, delimiter))


def _is_row(line: str, width: int, delimiter: str) -> bool:
    return width in (0, len(split(line, delimiter)), line.count(delimiter) + 1)


def _is_malformed(taken: list[str], delimiter: str) -> bool:
    """Whether a closing quotation mark stands in the middle of a cell."""
    try:
        for _ in csv.reader(taken, delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return True
    return False


def _recover(replay: _Replay, width: int, delimiter: str, recoveries: int) -> None:
    if recoveries > _MAX_RECOVERIES:
        reason = (
            "The quotation marks in this table do not balance in many rows; the rest "
            "was not read. Export it again as CSV with quoted text, or as JSON."
        )
        raise Refused(FailureKind.CORRUPT, reason)
    rest = replay.taken[1:]
    if any(_is_row(line, width, delimiter) for line in rest):
        replay.put_back(rest)
    # Otherwise the file was cut off inside a cell: its lines are no rows.
