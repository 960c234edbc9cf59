"""Which time expression dates an event: the nearest that governs its trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chronist.language.grammars.events.setting import Dated, Setting
from chronist.language.grammars.events.triggers import Trigger
from chronist.language.morphology import Tense
from chronist.model.analysis import TimeExpression, TimeType

_DATING = (TimeType.DATE, TimeType.TIME)


@dataclass(frozen=True, slots=True)
class DateReason:
    """Why a time expression dates an event: rule id, and a sentence in each language."""

    rule: str
    de: str
    en: str


SAME_CLAUSE = DateReason(
    "de.events.time.same_clause",
    "Die Zeitangabe steht im selben Teilsatz.",
    "The time stands in the same clause.",
)
SAME_SENTENCE = DateReason(
    "de.events.time.same_sentence",
    "Die Zeitangabe steht im selben Satz.",
    "The time stands in the same sentence.",
)
RUNNING = DateReason(
    "de.events.time.running",
    "Der Absatz erzählt weiter vom Tag des Satzes davor.",
    "The paragraph goes on with the day of the sentence before.",
)


def date_of(
    trigger: Trigger, settings: Sequence[Setting]
) -> tuple[TimeExpression, DateReason] | None:
    """Return the expression that dates an event, and why; None if none does."""
    setting = trigger.setting
    clause = setting.clause_at(trigger.index)
    usable = [t for t in setting.times if _may_date(t.expression)]
    here = [t for t in usable if clause.holds(t.first)]
    if here:
        return _nearest(here, trigger.index), SAME_CLAUSE
    if usable:
        return _nearest(usable, trigger.index), SAME_SENTENCE
    running = _running(trigger, settings)
    return (running, RUNNING) if running is not None else None


def _may_date(expression: TimeExpression) -> bool:
    return expression.type in _DATING and expression.when is not None


def _nearest(times: Sequence[Dated], index: int) -> TimeExpression:
    return min(times, key=lambda t: (_gap(t, index), t.first)).expression


def _gap(time: Dated, index: int) -> int:
    return time.first - index if time.first > index else index - time.last + 1


def _running(trigger: Trigger, settings: Sequence[Setting]) -> TimeExpression | None:
    """Return the last day named in the sentence before, if both tell of the past."""
    number = trigger.setting.sentence.index
    if number == 0:
        return None
    before = settings[number - 1]
    if before.sentence.segment != trigger.setting.sentence.segment:
        return None
    if trigger.setting.clause_at(trigger.index).tense is not Tense.PAST:
        return None
    days = [t.expression for t in before.times if _is_day(t.expression)]
    return days[-1] if days else None


def _is_day(expression: TimeExpression) -> bool:
    return _may_date(expression) and bool(expression.when and expression.when.is_day)
