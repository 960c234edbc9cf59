"""What happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from chronist.language.grammars.events.dates import DateReason, Earlier, date_of
from chronist.language.grammars.events.parse import Parse, parse_of
from chronist.language.grammars.events.participants import Part, find_parts
from chronist.language.grammars.events.reasons import part_reason, trigger_reason
from chronist.language.grammars.events.relations import surroundings_of
from chronist.language.grammars.events.setting import settings_of
from chronist.language.grammars.events.triggers import Trigger, find_triggers
from chronist.language.grammars.events.words import WordKind
from chronist.language.grammars.stance.occurrence import (
    Occurrence,
    Surroundings,
    TimeOrder,
)
from chronist.language.grammars.stance.status import read_status
from chronist.language.tokens import TokenizedReport
from chronist.lexica.load import load_table
from chronist.model.actor import Referent
from chronist.model.analysis import TimeExpression
from chronist.model.derivation import Derivation
from chronist.model.event import Event, Participant
from chronist.model.report import Published, Report
from chronist.model.statement import Statement
from chronist.model.when import When
from chronist.text.digest import content_id


@dataclass(frozen=True, slots=True)
class _Circumstances:
    """What else is known of a trigger: its sentence's grammar, who, and when."""

    parse: Parse
    parts: tuple[Part, ...]
    dated: tuple[TimeExpression, DateReason] | None
    earlier: tuple[Earlier, ...]


def find_events(
    tokenized: TokenizedReport,
    referents: Sequence[Referent],
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    published: Published | None,
) -> tuple[Event, ...]:
    """Return the events of a report with participants, place, day and status."""
    settings = settings_of(tokenized, referents, times, statements)
    day = published.when if published else None
    found: list[Event] = []
    earlier: list[Earlier] = []
    parse: Parse | None = None
    parsed = -1
    for trigger in find_triggers(settings):
        number = trigger.setting.sentence.index
        if parse is None or number != parsed:
            parse, parsed = parse_of(trigger.setting), number
        dated = date_of(trigger, parse, settings, earlier)
        parts = find_parts(trigger, parse)
        if not (parts or dated) and trigger.chance < _least_alone():
            continue
        circumstances = _Circumstances(parse, parts, dated, tuple(earlier))
        event = _event(tokenized.report, trigger, circumstances, day)
        found.append(event)
        time = dated[0] if dated else None
        earlier.append(Earlier(trigger.type, trigger.word.key, time, event.status))
    return tuple(found)


@cache
def _least_alone() -> float:
    """Return the chance a word needs that has neither a party nor a time: such a line
    tells a reader least, and is most often wrong."""
    return float(load_table("events/decision")["alone"])


def _event(
    report: Report,
    trigger: Trigger,
    circumstances: _Circumstances,
    day: When | None,
) -> Event:
    parts, dated = circumstances.parts, circumstances.dated
    setting = trigger.setting
    token = setting.tokens[trigger.index]
    time = dated[0] if dated else None
    said = setting.statement_at(trigger.index)
    around = replace(
        surroundings_of(circumstances.parse, trigger.index),
        earlier=told_before(trigger, circumstances.earlier),
    )
    seen = occurrence(trigger, around, time, day)
    status, stance = read_status(seen, trigger.type)
    return Event(
        id=content_id("ev", report.id, trigger.type, token.start, token.end),
        report=report.id,
        type=trigger.type,
        status=status,
        trigger=report.cite(token.start, token.end),
        sentence=report.cite(setting.sentence.start, setting.sentence.end),
        participants=tuple(
            Participant(p.mention.referent.id, p.role, p.mention.mention.citation)
            for p in parts
        ),
        when=time.when if time else None,
        derivations=tuple(_reasons(report, trigger, stance, parts, dated)),
        time=time.id if time else None,
        said_in=said.id if said else None,
    )


def occurrence(
    trigger: Trigger,
    around: Surroundings,
    time: TimeExpression | None,
    day: When | None,
) -> Occurrence:
    """Return a trigger as the stance rules see it."""
    said = trigger.setting.statement_at(trigger.index)
    return Occurrence(
        trigger.setting.tokens,
        trigger.setting.clauses,
        trigger.index,
        trigger.setting.clause_numbers[trigger.index],
        trigger.word.kind in (WordKind.VERB, WordKind.PHRASE),
        said.form if said else None,
        _order(time.when if time else None, day),
        around,
    )


def told_before(trigger: Trigger, earlier: Sequence[Earlier]) -> tuple[str, ...]:
    """Return as signs how the report told of the same before: its word, its type."""
    alike = [e for e in earlier if e.type is trigger.type]
    word = [e for e in alike if e.key.lstrip("-") == trigger.word.key.lstrip("-")]
    signs = [f"word before {word[-1].status}"] if word else []
    return (*signs, f"type before {alike[-1].status}") if alike else ()


def _order(when: When | None, day: When | None) -> TimeOrder:
    if when is None or day is None:
        return TimeOrder.UNKNOWN
    if when.earliest > day.latest:
        return TimeOrder.AFTER
    return TimeOrder.BEFORE if when.latest < day.earliest else TimeOrder.SAME


def _reasons(
    report: Report,
    trigger: Trigger,
    stance: Derivation,
    parts: Sequence[Part],
    dated: tuple[TimeExpression, DateReason] | None,
) -> Iterator[Derivation]:
    """Yield why it is an event, why of this status, who took part and when."""
    token = trigger.setting.tokens[trigger.index]
    yield trigger_reason(trigger, report.cite(token.start, token.end))
    yield stance
    for part in parts:
        yield part_reason(part)
    if dated is not None:
        time, reason = dated
        yield Derivation(reason.rule, reason.de, reason.en, (time.citation,))
