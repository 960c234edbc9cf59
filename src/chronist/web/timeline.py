"""The time line: how much happened when, as a picture of bars, bands and gaps.

A date wider than a bar of the picture is not put into one: it is a band below, as wide
as it is uncertain. Where nothing is reported for long there is a hatched gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from chronist.model.entry import Entry
from chronist.model.when import When
from chronist.text.calendar import add_months
from chronist.web.lines import FACTS

WIDTH, TALL = 1000, 120
"""Size of the picture in its own units; the bars stand on ``TALL``."""
_LANE, _LANES = 9, 7
_OUTSIDE = 0.02
"""Share of the entries at either end that may fall outside of the picture."""
_FEWEST_EMPTY = 2
_UNITS = (("day", 75), ("week", 500), ("month", 366 * 9), ("year", 366 * 10_000))
"""Unit of a bar, and the longest span in days it is used for."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What happened in one unit: ``facts`` have happened, the others have not."""

    since: date
    until: date
    x: float
    width: float
    facts: int
    others: int
    facts_height: float
    others_height: float

    @property
    def total(self) -> int:
        """Number of entries."""
        return self.facts + self.others


@dataclass(frozen=True, slots=True)
class Band:
    """Entries whose date is as wide as this."""

    when: When
    x: float
    y: float
    width: float
    number: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the picture: a gap without reports, or a mark with its text."""

    x: float
    width: float
    since: date
    days: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture. ``before`` and ``after`` count entries outside of it."""

    unit: str
    since: date
    until: date
    height: float
    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    gaps: tuple[Span, ...]
    ticks: tuple[Span, ...]
    highest: int
    before: int
    after: int
    unplaced: int


def chart(entries: Sequence[Entry], limits: tuple[date, date]) -> Chart | None:
    """Return the picture of the entries; ``limits`` are the days asked for."""
    whens = [(w, e) for e in entries if (w := e.when or e.reported) and w.is_bounded]
    narrow = sorted(w.earliest for w, _ in whens if w.width <= 366)
    if not narrow:
        return None
    first, last = _frame(narrow, limits)
    unit = next(unit for unit, days in _UNITS if (last - first).days <= days)
    edges = _edges(first, last, unit)
    inside = [
        (w, e) for w, e in whens if w.earliest < edges[-1] and edges[0] <= w.latest
    ]
    bars, wide = _bars(inside, edges)
    bands = _bands(wide, edges)
    lanes = max((band.y for band in bands), default=TALL - _LANE) + _LANE - TALL
    return Chart(
        unit=unit,
        since=edges[0],
        until=edges[-1] - timedelta(1),
        height=TALL + max(0, lanes) + 22,
        bars=tuple(bars),
        bands=tuple(bands),
        gaps=tuple(_gaps(bars)),
        ticks=tuple(_ticks(edges, unit)),
        highest=max((bar.total for bar in bars), default=0),
        before=sum(1 for w, _ in whens if w.latest < edges[0]),
        after=sum(1 for w, _ in whens if w.earliest >= edges[-1]),
        unplaced=len(entries) - len(whens),
    )


def _frame(days: Sequence[date], limits: tuple[date, date]) -> tuple[date, date]:
    cut = int(len(days) * _OUTSIDE)
    first, last = days[cut], days[len(days) - 1 - cut]
    asked_first, asked_last = limits
    if asked_first != date.min:
        first = max(asked_first, days[0])
    if asked_last != date.max:
        last = min(asked_last, max(days[-1], first))
    return first, max(first, last)


def _edges(first: date, last: date, unit: str) -> list[date]:
    """Return the first days of all units from ``first`` to past ``last``."""
    edges = [_start(first, unit)]
    while edges[-1] <= last:
        edges.append(_after(edges[-1], unit))
    return edges


def _start(day: date, unit: str) -> date:
    match unit:
        case "day":
            return day
        case "week":
            return day - timedelta(day.weekday())
        case "month":
            return day.replace(day=1)
        case _:
            return day.replace(month=1, day=1)


def _after(day: date, unit: str) -> date:
    if unit == "day":
        return day + timedelta(1)
    if unit == "week":
        return day + timedelta(7)
    return add_months(day, 1 if unit == "month" else 12)


def _x(day: date, edges: Sequence[date]) -> float:
    days = (edges[-1] - edges[0]).days
    share = (day - edges[0]).days / max(1, days)
    return round(WIDTH * min(1.0, max(0.0, share)), 1)


def _bars(
    inside: Iterable[tuple[When, Entry]], edges: Sequence[date]
) -> tuple[list[Bar], list[When]]:
    longest = (edges[1] - edges[0]).days
    counts: Counter[tuple[int, bool]] = Counter()
    wide = []
    ordinals = [edge.toordinal() for edge in edges]
    for when, entry in inside:
        if when.width > longest + 3 or when.earliest < edges[0]:
            wide.append(when)
            continue
        place = _place(ordinals, when.earliest.toordinal())
        counts[place, entry.status in FACTS] += 1
    totals = [counts[i, True] + counts[i, False] for i in range(len(edges) - 1)]
    scale = (TALL - 16) / max(1, *totals) if totals else 0
    return [
        Bar(
            since=start,
            until=end - timedelta(1),
            x=_x(start, edges),
            width=round(_x(end, edges) - _x(start, edges), 1),
            facts=counts[i, True],
            others=counts[i, False],
            facts_height=round(counts[i, True] * scale, 1),
            others_height=round(counts[i, False] * scale, 1),
        )
        for i, (start, end) in enumerate(pairwise(edges))
    ], wide


def _place(ordinals: Sequence[int], day: int) -> int:
    low, high = 0, len(ordinals) - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if ordinals[middle] <= day else (low, middle)
    return low


def _bands(wide: Iterable[When], edges: Sequence[date]) -> list[Band]:
    """Return the most frequent wide dates, each in the first lane with room."""
    common = Counter(wide).most_common(_LANES * 4)
    ends = [-1.0] * _LANES
    bands = []
    for when, number in sorted(common, key=lambda c: (-c[0].width, c[0].earliest)):
        left, right = _x(when.earliest, edges), _x(when.latest + timedelta(1), edges)
        lane = next((i for i, end in enumerate(ends) if end < left), None)
        if lane is None or right - left < 1:
            continue
        ends[lane] = right
        y = TALL + 6 + lane * _LANE
        bands.append(Band(when, left, y, round(right - left, 1), number))
    return bands


def _gaps(bars: Sequence[Bar]) -> Iterable[Span]:
    empty: list[Bar] = []
    for bar in [*bars, None]:
        if bar is not None and not bar.total:
            empty.append(bar)
            continue
        if len(empty) >= _FEWEST_EMPTY:
            x, end = empty[0].x, empty[-1].x + empty[-1].width
            days = (empty[-1].until - empty[0].since).days + 1
            yield Span(x, round(end - x, 1), empty[0].since, days)
        empty = []


def _ticks(edges: Sequence[date], unit: str) -> Iterable[Span]:
    """Return marks at years, or at months where the picture is short."""
    months = (edges[-1] - edges[0]).days <= 430
    every = max(1, (edges[-1].year - edges[0].year) // 12)
    day = edges[0].replace(day=1) if months else edges[0].replace(month=1, day=1)
    while day < edges[-1]:
        is_round = months or day.year % every == 0
        if day >= edges[0] and is_round:
            text = f"{day.month}/{day.year % 100:02d}" if months else str(day.year)
            yield Span(_x(day, edges), 0, day, text=text)
        day = add_months(day, 1 if months else 12)
    del unit
