"""What something known leaves open, as a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chronist.language.grammars.time.anchoring import anchor
from chronist.language.grammars.time.point import Grain
from chronist.language.grammars.time.reading import Away, InYear, Weekday
from chronist.language.grammars.time.resolve import Found
from chronist.language.grammars.time.timeline import Moment
from chronist.model.citation import Citation
from chronist.text.belief import Step


@dataclass(frozen=True, slots=True)
class Fact:
    """Days that something known leaves open, as steps, with its reason in words.

    ``elsewhere`` is the weight of all other days: how often such a reason misleads.
    ``known`` are the days the reason rests on; where there are several, ``{}`` in the
    sentences stands for the one nearest to the day found.
    """

    rule: str
    de: str
    en: str
    steps: tuple[Step, ...]
    elsewhere: float
    citation: Citation
    known: tuple[date, ...] = ()

    def reasons(self, best: date) -> tuple[str, str]:
        """Return the German and the English sentence, seen from the day found."""
        if not self.known:
            return self.de, self.en
        near = min(self.known, key=lambda day: abs((day - best).days))
        return self.de.format(f"{near:%d.%m.%Y}"), self.en.format(near)


_DISAGREES = 0.05
"""Weight of a day seen from which the times beside an event name other days."""


def agreement(times: Sequence[Found], event: date, day: int) -> float:
    """Return how well the times beside an event fit it, seen from a day of publication:
    1 if one of them names the event's day or there are none."""
    named = [f for f in times if _is_day(f.piece.sense)]
    if not named:
        return 1.0
    report = date.fromordinal(day)
    if any(_names(f, event, report) for f in named):
        return 1.0
    return _DISAGREES ** min(len(named), 2)


def _is_day(sense: object) -> bool:
    if isinstance(sense, InYear):
        return bool(sense.day)
    if isinstance(sense, Away):
        return sense.grain is Grain.DAY
    return isinstance(sense, Weekday)


def _names(found: Found, event: date, report: date) -> bool:
    anchored = anchor(found.piece.sense, Moment(report, None, None, found.tense))
    return (
        anchored is not None
        and anchored.point.in_reach
        and anchored.point.first <= event <= anchored.point.last
    )
