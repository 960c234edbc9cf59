"""Meetings whose days are known: a report on one lies close to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from chronist.language.dating.fact import Fact, agreement
from chronist.language.grammars.time.resolve import Found
from chronist.language.morphology import Tense, clauses
from chronist.language.tokens import Sentence, TokenizedReport
from chronist.lexica.load import load_table, load_words
from chronist.model.actor import Referent
from chronist.text.belief import Step

_LAGS = ((-30, -8, 0.002), (-7, -4, 0.015), (-3, -1, 0.07), (0, 0, 0.4), (1, 1, 0.2),
         (2, 2, 0.05), (3, 7, 0.01), (8, 30, 0.0004), (31, 90, 0.0001))  # fmt: skip
"""Days a report lies behind the meeting it is about: first, last, weight. By hand, after
the manner of agencies: about one report in four looks ahead."""
_NOT_YET = 0.02
"""Weight of the days before a meeting that is told in the past."""
_MOSTLY = 0.6
_OTHER_PLACE = 0.05
_UNLISTED = 3e-5
"""Weight of a day outside the years that the list covers: the meeting may be another."""
_MISSED = 1e-7
"""Weight of a day inside them that is near no listed meeting."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A known meeting: its first day, who met (known ids), and words for where.

    ``complete`` says that no meeting of theirs is missing between entries so marked.
    """

    day: date
    who: frozenset[str]
    places: tuple[str, ...]
    complete: bool = False


@cache
def _all_meetings() -> tuple[Meeting, ...]:
    table: Mapping[str, Any] = load_table("knowledge/meetings")
    return tuple(
        Meeting(
            date.fromisoformat(k[:10]),
            frozenset(r["who"]),
            tuple(r["places"]),
            bool(r.get("complete")),
        )
        for k, r in table.items()
    )


def meetings(
    tokenized: TokenizedReport, referents: Sequence[Referent], found: Sequence[Found]
) -> Iterator[Fact]:
    """Yield the days near the known meetings of the persons a report is about."""
    here = {r.known for r in referents if r.known}
    candidates = _candidates(here, tokenized.report.text.lower())
    told = [s for s in tokenized.sentences if _tells_meeting(s)]
    if not candidates or not told:
        return
    times = [f for f in found if f.sentence in told]
    weights = _placed(tokenized, candidates)
    report = tokenized.report
    days = _days(candidates, weights, times, ahead=_looks_ahead(told))
    yield Fact(
        "de.dating.meeting",
        "Die Genannten trafen sich am {}; davon spricht der Bericht wahrscheinlich.",
        "Those named met on {}; the report probably speaks of that.",
        tuple(_steps(days, candidates)),
        _UNLISTED,
        report.cite(told[0].start, told[0].end),
        tuple(m.day for m in candidates),
    )


def _candidates(here: frozenset[str] | set[str], text: str) -> list[Meeting]:
    """Return the meetings of persons named; where the list has gaps, the place must be
    named too."""
    return [
        m
        for m in _all_meetings()
        if m.who <= here and (m.complete or any(p in text for p in m.places))
    ]


def _tells_meeting(sentence: Sentence) -> bool:
    cues = tuple(load_words("knowledge/meeting_words"))
    return any(t.lower.startswith(cues) for t in sentence.tokens)


def _looks_ahead(told: Sequence[Sentence]) -> bool:
    """Whether the sentences on the meeting are not mostly in the past."""
    tenses = [c.tense for s in told for c in clauses(s.tokens)]
    past = sum(tense is Tense.PAST for tense in tenses)
    return past <= _MOSTLY * len(tenses)


def _placed(tokenized: TokenizedReport, candidates: Sequence[Meeting]) -> list[float]:
    """Weigh meetings by whether their place is named, most by the place line."""
    report = tokenized.report
    text = report.text.lower()
    line = (report.place or "").lower()
    weights = [
        (1.0 if any(p in text for p in m.places) else _OTHER_PLACE)
        * (2.0 if any(p in line for p in m.places) else 1.0)
        for m in candidates
    ]
    return [w / sum(weights) for w in weights]


def _days(
    candidates: Sequence[Meeting],
    weights: Sequence[float],
    times: Sequence[Found],
    *,
    ahead: bool,
) -> dict[int, float]:
    days: dict[int, float] = {}
    for meeting, weight in zip(candidates, weights, strict=True):
        base = meeting.day.toordinal()
        for low, high, density in _LAGS:
            density = density if ahead or low >= 0 else density * _NOT_YET
            for day in range(base + low, base + high + 1):
                fits = agreement(times, meeting.day, day)
                days[day] = days.get(day, 0.0) + weight * density * fits
    return days


def _steps(days: dict[int, float], candidates: Sequence[Meeting]) -> Iterator[Step]:
    covered = [m.day.toordinal() for m in candidates if m.complete]
    gap = range(min(covered), max(covered) + 1) if covered else range(0)
    for day in sorted({*days, *gap}):
        other = _MISSED if day in gap else _UNLISTED
        yield Step(day, day, days.get(day, 0.0) + other)
