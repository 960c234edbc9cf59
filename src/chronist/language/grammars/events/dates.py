"""Which time expression dates an event, if any.

Every time that may date it is weighed: those of its sentence, the last day named
before, the day of the report's opening, and the day of an earlier event of its type.
So is that it has none. The signs are grammatical; their weights were counted on the
annotated corpus and stand in ``events/dates``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronist.language.grammars.events.chunks import chunk_at
from chronist.language.grammars.events.frames import frame_at
from chronist.language.grammars.events.parse import Parse, root_of
from chronist.language.grammars.events.setting import Dated, Setting
from chronist.language.grammars.events.slots import voice_of
from chronist.language.grammars.events.triggers import Trigger
from chronist.language.grammars.events.words import event_word
from chronist.language.morphology import Tense
from chronist.lexica.load import load_table
from chronist.model.analysis import TimeExpression, TimeType
from chronist.model.event import EventType, Status
from chronist.model.when import When

_DATING = (TimeType.DATE, TimeType.TIME)
_FAR = 6
"""Sentences back in which the last day named may still be the day told of."""


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
    "Der Bericht erzählt weiter vom zuletzt genannten Tag.",
    "The report goes on with the day named last.",
)
SAME_EVENT = DateReason(
    "de.events.time.same_event",
    "Ein Ereignis dieser Art ist im Bericht schon datiert.",
    "The report has dated an event of this kind before.",
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An event read before in the report: its type, word, time and status."""

    type: EventType
    key: str
    time: TimeExpression | None
    status: Status = Status.OCCURRED


@dataclass(frozen=True, slots=True)
class Choice:
    """A time that may date an event, with its signs and the reason that it offers."""

    time: TimeExpression
    reason: DateReason
    signs: tuple[str, ...]


def date_of(
    trigger: Trigger,
    parse: Parse,
    settings: Sequence[Setting],
    earlier: Sequence[Earlier],
) -> tuple[TimeExpression, DateReason] | None:
    """Return the expression that dates an event, and why; None if none does."""
    weights = load_table("events/dates")
    best, most = None, _sum(weights, undated_signs(trigger, settings))
    for choice in choices_of(trigger, parse, settings, earlier):
        score = _sum(weights, choice.signs)
        score += _OWN_CLAUSE if choice.reason is SAME_CLAUSE else 0.0
        if score > most:
            best, most = (choice.time, choice.reason), score
    return best


_OWN_CLAUSE = 1.5
"""Head start of a time in the event's own clause over having none: a reader takes it
so unless much speaks against it. Dev: F1 of times 57.3 with it, 56.6 without."""


def _sum(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    return sum(weights.get(sign, 0.0) for sign in signs)


def choices_of(
    trigger: Trigger,
    parse: Parse,
    settings: Sequence[Setting],
    earlier: Sequence[Earlier],
) -> tuple[Choice, ...]:
    """Return the times that may date an event; those of the same days are one."""
    found: dict[When, Choice] = {}
    for choice in _all(trigger, parse, settings, earlier):
        when = choice.time.when
        if when is None:
            continue
        known = found.get(when)
        if known is not None:
            signs = tuple(dict.fromkeys((*known.signs, *choice.signs)))
            choice = Choice(known.time, known.reason, signs)
        found[when] = choice
    return tuple(found.values())


def _all(
    trigger: Trigger,
    parse: Parse,
    settings: Sequence[Setting],
    earlier: Sequence[Earlier],
) -> Iterator[Choice]:
    yield from _of_sentence(trigger, parse)
    yield from _same_event(trigger, earlier)
    yield from _named_before(trigger, settings)


def undated_signs(trigger: Trigger, settings: Sequence[Setting]) -> tuple[str, ...]:
    """Return the signs that an event has no time."""
    setting = trigger.setting
    voice = voice_of(setting, trigger.index, trigger.word.kind)
    clause = setting.clause_at(trigger.index)
    said = setting.statement_at(trigger.index)
    times = "times" if any(may_date(t.expression) for t in setting.times) else "bare"
    return (
        f"none {times}",
        f"none {times} {voice}",
        f"none {times} {trigger.type}",
        f"none {times} {voice} {clause.tense} {clause.mood}",
        f"none {times} {said.form if said else 'told'}",
        f"none {times} sentence {min(setting.sentence.index, 3)}",
        f"none {trigger.word.key}",
        f"none {times} {_before(setting, trigger.index)}",
        f"none {times} perfect {_is_pluperfect(trigger)}",
    )


def may_date(expression: TimeExpression) -> bool:
    """Whether an expression names a time an event can have."""
    return expression.type in _DATING and expression.when is not None


def _of_sentence(trigger: Trigger, parse: Parse) -> Iterator[Choice]:
    setting = trigger.setting
    voice = voice_of(setting, trigger.index, trigger.word.kind)
    usable = [t for t in setting.times if may_date(t.expression)]
    ranked = sorted(usable, key=lambda t: (_gap(t, trigger.index), t.first))
    for rank, time in enumerate(ranked):
        near = frame_at(parse.frames, trigger.index) == frame_at(
            parse.frames, time.first
        )
        reason = SAME_CLAUSE if near else SAME_SENTENCE
        signs = tuple(_signs(trigger, parse, time, voice))
        rank_sign = f"rank {min(rank, 2)} of {min(len(ranked), 3)}"
        yield Choice(
            time.expression,
            reason,
            (*signs, rank_sign, f"{voice} {rank_sign}", f"{near} {rank_sign}"),
        )


def _signs(trigger: Trigger, parse: Parse, time: Dated, voice: str) -> Iterator[str]:
    index = trigger.index
    path = _path(parse, index, time)
    side = "before" if time.first < index else "after"
    size = _size(time.expression)
    tense = trigger.setting.clause_at(index).tense
    yield "own"
    yield f"{voice} {path}"
    yield f"{voice} {path} {side}"
    yield f"{trigger.type} {path}"
    yield f"size {size}"
    yield f"{voice} {path} {size}"
    yield f"{trigger.type} {size}"
    yield f"{voice} {tense} {size}"
    yield f"{voice} gap {min(_gap(time, index), 8)}"
    hung = _hangs_on(parse, index, time)
    yield f"{voice} {hung}"
    yield f"{voice} {hung} {path}"
    yield f"words {time.expression.citation.text.lower()}"
    before = parse.tokens[time.first - 1].lower if time.first else ""
    yield f"behind {before} {voice} {path}"


def _path(parse: Parse, index: int, time: Dated) -> str:
    """Name the way from the trigger's clause to the time's."""
    own, far = frame_at(parse.frames, index), frame_at(parse.frames, time.first)
    if own == far:
        return "same clause"
    frame, other = parse.frames[own], parse.frames[far]
    if frame.above == far:
        return f"above {'joined' if frame.joined else frame.kind}"
    if other.above == own:
        return f"below {'joined' if other.joined else other.kind}"
    return "clause before" if far < own else "clause after"


def _hangs_on(parse: Parse, index: int, time: Dated) -> str:
    """Say whether the time stands right behind the trigger's phrase, or another's."""
    other, own = chunk_at(parse.chunks, time.first), chunk_at(parse.chunks, index)
    start = parse.chunks[other].first if other >= 0 else time.first
    before = chunk_at(parse.chunks, start - 1)
    if before < 0:
        return "free"
    if before == own or (own >= 0 and root_of(parse.chunks, before) == own):
        return "behind it"
    head = parse.tokens[parse.chunks[before].head]
    return "behind an event" if event_word(head) is not None else "behind a noun"


def _size(expression: TimeExpression) -> str:
    when = expression.when
    if when is None or not when.is_bounded:
        return "open"
    days = (when.latest - when.earliest).days
    if days == 0:
        return "time" if expression.type is TimeType.TIME else "day"
    return next((n for n, limit in _SIZES if days <= limit), "years")


_SIZES = (("week", 10), ("month", 31), ("season", 100), ("year", 366))


def _gap(time: Dated, index: int) -> int:
    return time.first - index if time.first > index else index - time.last + 1


def _named_before(trigger: Trigger, settings: Sequence[Setting]) -> Iterator[Choice]:
    """Yield the day named last before the sentence, and that of the opening."""
    number = trigger.setting.sentence.index
    own = "times" if any(may_date(t.expression) for t in trigger.setting.times) else ""
    for back in range(1, min(_FAR, number) + 1):
        days = [t.expression for t in settings[number - back].times if _is_day(t)]
        if days:
            signs = _running_signs(trigger, settings, f"back {min(back, 3)} {own}")
            yield Choice(days[-1], RUNNING, tuple(signs))
            break
    opening = [
        t.expression for s in settings[: min(2, number)] for t in s.times if _is_day(t)
    ]
    if opening:
        yield Choice(
            opening[0],
            RUNNING,
            tuple(_running_signs(trigger, settings, f"opening {own}")),
        )


def _running_signs(
    trigger: Trigger, settings: Sequence[Setting], kind: str
) -> Iterator[str]:
    setting = trigger.setting
    clause = setting.clause_at(trigger.index)
    voice = voice_of(setting, trigger.index, trigger.word.kind)
    before = settings[setting.sentence.index - 1]
    together = before.sentence.segment == setting.sentence.segment
    yield kind
    yield f"{kind} {voice}"
    yield f"{kind} {voice} {clause.tense} {clause.mood}"
    yield f"{kind} {trigger.type}"
    yield f"{kind} together {together}"
    yield f"{kind} {_before(setting, trigger.index)}"
    yield f"{kind} perfect {_is_pluperfect(trigger)}"
    yield f"{kind} said {setting.statement_at(trigger.index) is not None}"
    yield f"running {trigger.word.key}"
    yield f"{kind} number {min(setting.sentence.index, 6)}"


def _before(setting: Setting, index: int) -> str:
    """Return the small word before a noun's adjectives: "dem", "ein", "keine"."""
    for at in range(index - 1, max(-1, index - 4), -1):
        token = setting.tokens[at]
        if {"words/determiners", "words/prepositions"} & token.tags:
            return token.lower
        if token.is_capitalised or not token.is_word:
            break
    return "bare"


def _is_pluperfect(trigger: Trigger) -> bool:
    clause = trigger.setting.clause_at(trigger.index)
    words = {trigger.setting.tokens[i].lower for i in clause.verbs}
    return clause.tense is Tense.PAST and bool(
        words & {"hatte", "hatten", "war", "waren"}
    )


def _same_event(trigger: Trigger, earlier: Sequence[Earlier]) -> Iterator[Choice]:
    """Yield the time of the last event of the type, and of the same word."""
    alike = [e for e in earlier if e.type is trigger.type]
    for event in reversed(alike):
        if event.time is not None:
            word = "word" if event.key == trigger.word.key else "type"
            kind = trigger.word.kind
            yield Choice(
                event.time,
                SAME_EVENT,
                (f"same {word}", f"same {word} {kind}", f"same {word} {trigger.type}"),
            )
            return


def _is_day(time: Dated) -> bool:
    when = time.expression.when
    return may_date(time.expression) and when is not None and when.is_day
