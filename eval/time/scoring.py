"""Scores of time expressions in the manner of TempEval-3.

Spans count in code points of the text. Pairs are one to one: equal spans first, then
the longest overlap, then the leftmost. Strict is the same span, relaxed a shared
character; type and value count the relaxed pairs whose attribute is equal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timex:
    """An annotated time: half-open span, type, value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(slots=True)
class Counts:
    """Right ones of each measure, over all texts so far."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    type: int = 0
    value: int = 0

    def add(self, other: Counts) -> None:
        """Add the counts of another part."""
        for name in ("gold", "system", "strict", "relaxed", "type", "value"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def f1(self, measure: str) -> float:
        """Return F1 in percent."""
        total = self.gold + self.system
        return 200 * getattr(self, measure) / total if total else 0.0

    def row(self) -> dict[str, float]:
        """Return the counts and F1 of each measure."""
        measures = ("strict", "relaxed", "type", "value")
        scores = {name: round(self.f1(name), 1) for name in measures}
        return {"gold": self.gold, "system": self.system} | scores


def pair_up(gold: Sequence[Timex], system: Sequence[Timex]) -> list[tuple[int, int]]:
    """Return pairs of indexes (gold, system)."""
    candidates = sorted(
        ((g.start, g.end) != (s.start, s.end), -_shared(g, s), g.start, s.start, i, j)
        for i, g in enumerate(gold)
        for j, s in enumerate(system)
        if _shared(g, s) > 0
    )
    used_gold: set[int] = set()
    used_system: set[int] = set()
    pairs = []
    for *_, i, j in candidates:
        if i not in used_gold and j not in used_system:
            used_gold.add(i)
            used_system.add(j)
            pairs.append((i, j))
    return pairs


def _shared(one: Timex, other: Timex) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def score(gold: Sequence[Timex], system: Sequence[Timex]) -> Counts:
    """Return the counts of one text."""
    counts = Counts(len(gold), len(system))
    for i, j in pair_up(gold, system):
        one, other = gold[i], system[j]
        counts.relaxed += 1
        counts.strict += (one.start, one.end) == (other.start, other.end)
        counts.type += one.type == other.type
        counts.value += one.value == other.value
    return counts


def canonical(value: str) -> str:
    """Return one spelling for values that differ in notation alone (T8.30, T08:30)."""
    text = re.sub(r"T(\d\d?)\.(\d\d)", r"T\1:\2", value.strip())
    text = re.sub(r"T(\d)(?=:|$)", r"T0\1", text)
    text = re.sub(r"(T\d\d:\d\d):00$", r"\1", text)
    text = re.sub(r"(T\d\d)$", r"\1:00", text)
    return re.sub(r"^(\d{4})-(\d)(?=-|$)", r"\1-0\2", text)
