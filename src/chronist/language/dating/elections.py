"""Elections whose days are known: a report that names one by its day lies near it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from chronist.language.dating.fact import Fact, agreement
from chronist.language.dating.spans import speaks_of
from chronist.language.grammars.time.reading import InYear
from chronist.language.grammars.time.resolve import Found
from chronist.language.tokens import TokenizedReport
from chronist.lexica.load import load_table
from chronist.text.belief import Step

_REACH = 200
"""Days from an election within which a report speaks of its day without a year."""
_ANOTHER = 3e-4
"""Weight of days from which no known election fits: the day may be that of something
else in the sentence, or the election one in another country."""


def elections(tokenized: TokenizedReport, found: Sequence[Found]) -> Iterator[Fact]:
    """Yield the days from which the day named beside an election is its day."""
    text = tokenized.report.text.lower()
    table: Mapping[str, Any] = load_table("knowledge/elections")
    for name, row in table.items():
        if not speaks_of(text, row["words"]):
            continue
        for sentence in tokenized.sentences:
            beside = [f for f in found if f.sentence is sentence and _is_date(f)]
            if beside and speaks_of(text[sentence.start : sentence.end], row["words"]):
                yield _fact(tokenized, name, row["days"], beside)
                break


def _is_date(found: Found) -> bool:
    """Whether a day and month without a year is named; weekdays fit too often."""
    sense = found.piece.sense
    return isinstance(sense, InYear) and bool(sense.day)


def _fact(
    tokenized: TokenizedReport, name: str, days: Sequence[str], beside: Sequence[Found]
) -> Fact:
    known = tuple(date.fromisoformat(day) for day in days)
    tokens = beside[0].tokens
    return Fact(
        "de.dating.election",
        f"{name}: gewählt wurde am {{}}; dazu passt der genannte Tag.",
        f"{name}: the vote was on {{}}; the day named fits that.",
        tuple(_steps(known, beside)),
        _ANOTHER,
        tokenized.report.cite(tokens[0].start, tokens[-1].end),
        known,
    )


def _steps(known: Sequence[date], beside: Sequence[Found]) -> Iterator[Step]:
    for event in known:
        base = event.toordinal()
        for day in range(base - _REACH, base + _REACH + 1):
            if agreement(beside, event, day) == 1.0:
                yield Step(day, day, 1.0)
