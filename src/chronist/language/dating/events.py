"""Public events that date a report: since when one can speak of them, and until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from chronist.language.dating.fact import Fact, agreement
from chronist.language.grammars.time.resolve import Found
from chronist.language.tokens import TokenizedReport
from chronist.lexica.load import load_table
from chronist.model.citation import Citation
from chronist.text.belief import LAST, Step

_MISTAKEN = 0.002
"""Weight of a day that the event speaks against: its words may mean another one."""
_AROUND = (
    (-600, -61, 1e-4),
    (-60, -8, 0.002),
    (-7, 10, 0.01),
    (11, 60, 0.002),
    (61, 600, 2e-4),
)
"""Days a report lies behind the first day of an event it speaks of: first, last, weight."""
_SLACK = 60
"""Days before and behind a term in which its holder is still, or already, called so."""
_FAR = 1e-6


def events(tokenized: TokenizedReport, found: Sequence[Found]) -> Iterator[Fact]:
    """Yield what each known event that a report speaks of says about its day."""
    lower = tokenized.report.text.lower()
    table: Mapping[str, Any] = load_table("knowledge/events")
    for name, row in table.items():
        groups = row["words"]
        if not all(any(word in lower for word in group) for group in groups):
            continue
        cue = next(word for word in groups[0] if word in lower)
        at = lower.index(cue)
        cited = tokenized.report.cite(at, at + len(cue))
        beside = [f for f in found if f.sentence.start <= at < f.sentence.end]
        yield _fact(name, row, cited, beside)


def _fact(
    name: str, row: Mapping[str, Any], cited: Citation, times: Sequence[Found]
) -> Fact:
    first = date.fromisoformat(row["first"])
    last = date.fromisoformat(row["last"]) if "last" in row else None
    if row["reach"] == "at":
        return _around(name, first, cited, times)
    if row["reach"] == "during" and last is not None:
        return _within(name, first, last, cited)
    return _within(name, first, LAST, cited)


def _within(name: str, first: date, last: date, cited: Citation) -> Fact:
    slack = 0 if last == LAST else _SLACK
    until = "" if last == LAST else f" bis zum {last:%d.%m.%Y}"
    until_english = "" if last == LAST else f" until {last}"
    return Fact(
        "de.dating.since",
        f"{name}: erst seit dem {first:%d.%m.%Y}{until}.",
        f"{name}: only since {first}{until_english}.",
        (Step(first.toordinal() - slack, last.toordinal() + slack, 1.0),),
        _MISTAKEN,
        cited,
    )


def _around(name: str, first: date, cited: Citation, times: Sequence[Found]) -> Fact:
    base = first.toordinal()
    steps = [
        Step(
            day,
            day,
            density * (agreement(times, first, day) if abs(day - base) < 90 else 1.0),
        )
        for low, high, density in _AROUND
        for day in range(base + low, base + high + 1)
    ]
    return Fact(
        "de.dating.event",
        f"{name}: Beginn am {first:%d.%m.%Y}.",
        f"{name}: began on {first}.",
        tuple(steps),
        _FAR,
        cited,
    )
