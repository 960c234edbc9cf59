"""Reports date each other: a copy, or a report on the same matter, whose day is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log, sqrt

from chronist.model.analysis import Analysis
from chronist.model.derivation import Derivation
from chronist.model.report import DuplicateGroup, Published, Report
from chronist.model.when import When
from chronist.text.belief import FIRST, LAST, Belief, Step

MASS = 0.99
"""Share of the weight that an interval holds; as where words alone date a report."""
_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{3,}")
_COMMON = 60
"""Reports a word may stand in to count as rare."""
_MOST = 3
"""Most similar reports that are heard."""
_LEAST_SHARED = 0.15
_NEAR_BEST = 3
_TRUST_IN_BEST = 4.0
_COPY = ((0, 0, 0.5), (1, 2, 0.1), (3, 7, 0.02), (8, 60, 0.001))
_KERNELS: tuple[tuple[float, tuple[tuple[int, int, float], ...]], ...] = (
    (0.65, ((0, 0, 0.4), (1, 1, 0.2), (2, 14, 0.005), (15, 60, 0.0003))),
    (
        0.2,
        (
            (0, 1, 0.05),
            (2, 3, 0.03),
            (4, 14, 0.011),
            (15, 60, 0.003),
            (61, 400, 0.0002),
        ),
    ),
    (
        0.15,
        (
            (0, 1, 0.012),
            (2, 3, 0.03),
            (4, 14, 0.009),
            (15, 60, 0.002),
            (61, 400, 0.0003),
        ),
    ),
)
"""By how much of their rare words two reports share: days between them (first, last) and
weight a day on either side. Counted on German Wikinews reports."""
_REST = 4e-6
"""Weight of any other day: two in a hundred similar reports are years apart."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A dated report that shares rare words with an undated one."""

    report: str
    day: date
    likeness: float
    words: tuple[str, ...]


def date_pile(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    duplicates: Sequence[DuplicateGroup],
) -> Mapping[str, Published]:
    """Return narrower days of publication, by report, where other reports give them.

    A report whose day is known dates others and is never changed. The result does not
    depend on the order of the reports.
    """
    known = _known_days(reports)
    heard = {a.report: a.published for a in analyses if a.published is not None}
    index = _Index(reports, known)
    copies = _copies(duplicates, known)
    found: dict[str, Published] = {}
    for report in sorted(reports, key=lambda r: r.id):
        if report.id in known:
            continue
        before = heard.get(report.id, report.published)
        days = copies.get(report.id, ())
        published = _dated(before, days, tuple(index.neighbours(report)))
        if published is not None:
            found[report.id] = published
    return found


def _known_days(reports: Sequence[Report]) -> dict[str, date]:
    return {
        r.id: r.published.when.earliest
        for r in reports
        if r.published is not None and r.published.when.is_day
    }


def _copies(
    duplicates: Sequence[DuplicateGroup], known: Mapping[str, date]
) -> dict[str, tuple[tuple[str, date], ...]]:
    """Return, for each undated print of a text, the dated prints."""
    found: dict[str, tuple[tuple[str, date], ...]] = {}
    for group in duplicates:
        members = (group.origin, *group.copies)
        dated = tuple(sorted((m, known[m]) for m in members if m in known))
        for member in members:
            if dated and member not in known:
                found[member] = dated
    return found


def _dated(
    before: Published | None,
    copies: Sequence[tuple[str, date]],
    neighbours: Sequence[Neighbour],
) -> Published | None:
    if not copies and not neighbours:
        return None
    belief = _begin(before)
    for _, day in copies[:1]:
        belief.hear_steps(_around(day.toordinal(), _COPY), _REST)
    if neighbours:
        belief.hear_steps(_mixture(neighbours), _REST)
    when = When.between(*belief.interval(MASS))
    if before is not None and when.width >= before.when.width:
        return None
    evidence = (*(before.evidence if before else ()), *_reasons(copies, neighbours))
    return Published(when, belief.best(), tuple(dict.fromkeys(evidence)))


def _begin(before: Published | None) -> Belief:
    if before is None:
        return Belief(FIRST, LAST)
    when = before.when
    belief = Belief(max(when.earliest, FIRST), max(min(when.latest, LAST), FIRST))
    if before.best is not None:
        at = before.best.toordinal()
        step = Step(at - _NEAR_BEST, at + _NEAR_BEST, _TRUST_IN_BEST)
        belief.hear_steps([step], 1.0)
    return belief


def _around(
    day: int, kernel: Sequence[tuple[int, int, float]], share: float = 1.0
) -> Iterator[Step]:
    for low, high, weight in kernel:
        yield Step(day + low, day + high, weight * share + _REST)
        if high:
            yield Step(day - high, day - max(low, 1), weight * share + _REST)


def _mixture(neighbours: Sequence[Neighbour]) -> Iterator[Step]:
    """Return the neighbours' kernels, each by its share of the likeness, as one."""
    total = sum(n.likeness for n in neighbours)
    edges: Counter[int] = Counter()
    rises: dict[int, float] = {}
    for neighbour in neighbours:
        kernel = next(k for least, k in _KERNELS if neighbour.likeness >= least)
        share = neighbour.likeness / total
        for step in _around(neighbour.day.toordinal(), kernel, share):
            for at, rise in ((step.first, step.weight), (step.last + 1, -step.weight)):
                edges[at] += 1
                rises[at] = rises.get(at, 0.0) + rise
    yield from _flat(sorted(edges), rises)


def _flat(edges: Sequence[int], rises: Mapping[int, float]) -> Iterator[Step]:
    level = 0.0
    for edge, following in pairwise(edges):
        level += rises[edge]
        if level > _REST:
            yield Step(edge, following - 1, level)


def _reasons(
    copies: Sequence[tuple[str, date]], neighbours: Sequence[Neighbour]
) -> Iterator[Derivation]:
    for report, day in copies[:1]:
        yield Derivation(
            "link.dating.copy",
            f"Der Bericht {report} vom {day:%d.%m.%Y} druckt denselben Text.",
            f"Report {report} of {day} prints the same text.",
        )
    for near in neighbours:
        words = ", ".join(near.words)
        yield Derivation(
            "link.dating.alike",
            f"Der Bericht {near.report} vom {near.day:%d.%m.%Y} teilt seltene Wörter: {words}.",
            f"Report {near.report} of {near.day} shares rare words: {words}.",
        )


class _Index:
    """Rare words of dated reports, to find those on the same matter."""

    def __init__(self, reports: Sequence[Report], known: Mapping[str, date]) -> None:
        self._known = known
        self._words = {r.id: frozenset(_WORD.findall(r.text)) for r in reports}
        self._in = Counter(w for words in self._words.values() for w in words)
        self._weight = {w: log(len(reports) / n) for w, n in self._in.items()}
        self._holders: dict[str, list[str]] = {}
        for report in sorted(known):
            for word in self._words[report]:
                if self._is_rare(word):
                    self._holders.setdefault(word, []).append(report)
        self._norms = {r: self._norm(words) for r, words in self._words.items()}

    def neighbours(self, report: Report) -> Iterator[Neighbour]:
        """Yield the most similar dated reports, the most similar first."""
        shared: dict[str, float] = {}
        mine = self._words[report.id]
        for word in sorted(w for w in mine if self._is_rare(w)):
            for holder in self._holders.get(word, ()):
                shared[holder] = shared.get(holder, 0.0) + self._weight[word] ** 2
        scored = [
            (self._likeness(report.id, other, s), other) for other, s in shared.items()
        ]
        near = sorted((-v, o) for v, o in scored if v >= _LEAST_SHARED)
        for value, other in near[:_MOST]:
            words = self._telling(mine & self._words[other])
            yield Neighbour(other, self._known[other], -value, words)

    def _likeness(self, one: str, other: str, shared: float) -> float:
        return shared / sqrt(self._norms[one] * self._norms[other])

    def _is_rare(self, word: str) -> bool:
        return 1 < self._in[word] <= _COMMON

    def _norm(self, words: frozenset[str]) -> float:
        return sum(self._weight[w] ** 2 for w in sorted(words)) or 1.0

    def _telling(self, words: frozenset[str]) -> tuple[str, ...]:
        return tuple(sorted(words, key=lambda w: (self._in[w], w))[:4])
