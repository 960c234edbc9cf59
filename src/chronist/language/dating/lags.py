"""How far reports lie from the times they name: counted tables, turned into weights."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from chronist.language.dating.clues import Clue, Kind
from chronist.language.grammars.time.point import Grain
from chronist.lexica.load import load_table
from chronist.text.belief import Belief, Step

_STRENGTH = {
    Kind.LEAD_DAY: 1.0,
    Kind.LATEST_DAY: 1.0,
    Kind.LATEST_MONTH: 1.0,
    Kind.LATEST_YEAR: 1.0,
    Kind.NEXT_DAY: 0.7,
    Kind.WEEKDAY: 0.9,
    Kind.DAY_OF_YEAR: 0.9,
    Kind.MONTH: 0.7,
}
"""Exponents of the weights. Clues of one report are not independent; at 1.0 each, the
intervals would be too narrow (measured on the reports the tables were counted on)."""


def hear(belief: Belief, clue: Clue, *, press: bool) -> None:
    """Weigh the days by one clue. ``press`` is for reports of newsrooms, which name the
    day they are written on by its weekday; others name it a day or two later."""
    if clue.kind is Kind.WEEKDAY:
        belief.hear_week(_week(clue, press=press))
        return
    steps = list(_steps(clue))
    floor = min((s.weight for s in steps), default=1.0)
    strength = _STRENGTH[clue.kind]
    belief.hear_steps(
        [Step(s.first, s.last, s.weight**strength) for s in steps], floor**strength
    )


def _week(clue: Clue, *, press: bool) -> list[float]:
    tables = load_table("time/lags")
    name = f"weekday_{clue.tense}"
    if press and f"press_{name}" in tables:
        name = f"press_{name}"
    lags = tables[name]
    strength = _STRENGTH[Kind.WEEKDAY]
    return [lags[(day - (clue.weekday - 1)) % 7] ** strength for day in range(7)]


def _steps(clue: Clue) -> Iterator[Step]:
    if clue.point is not None:
        base = clue.point.first.toordinal()
        if clue.point.grain is Grain.DAY:
            base = clue.point.count
        for low, high, weight in load_table("time/lags")[clue.kind.value]:
            yield Step(base + low, base + high, weight)
        return
    table = load_table("time/lags")[f"{clue.kind}_{clue.tense}"]
    for year in range(1989, 2037):
        base = _day_in(year, clue.month, clue.day or 15)
        for low, high, weight in table:
            yield Step(base + low, base + high, weight)


def _day_in(year: int, month: int, day: int) -> int:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return date(year, month, 28).toordinal()
