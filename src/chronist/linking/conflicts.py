"""Citations that cannot all hold: numbers, days, and whether it happened at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chronist.linking.happenings import Happening
from chronist.linking.numbers import Quantity, quantities
from chronist.linking.pile import Pile
from chronist.linking.standing import independent_sources
from chronist.model.citation import Citation
from chronist.model.conflict import Conflict, ConflictValue
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry
from chronist.model.event import EventType, Status
from chronist.text.digest import content_id

_CLAUSE_REACH = 90
"""Code points between trigger and figure beyond which the figure counts something
else ("… festgenommen, davon etwa 1000 in der Hauptstadt")."""
_SO_FAR = re.compile(
    r"\b(?:seit|seither|seitdem|bisher|bislang|insgesamt|inzwischen|mittlerweile)\b",
    re.IGNORECASE,
)
"""Words with which a sentence counts over a span of time: its figure is another one's
sum, no rival of it."""
_TOLLS = frozenset({EventType.ASSAULT, EventType.ACCIDENT, EventType.DEATH})
"""Types whose figures grow as news comes in."""
_ONCE = frozenset({EventType.DEATH, EventType.ELECT, EventType.OFFICE})
_MOST_DAYS_APART = 3
_FACT = (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True, slots=True)
class Told:
    """One value that one report gives, with the words that give it."""

    report: str
    value: str
    citation: Citation
    quantity: Quantity | None = None


Finder = Callable[[Entry, Sequence[Happening], Pile], Iterator[Conflict]]


def find_conflicts(
    entries: Iterable[Entry], seen: Mapping[str, Happening], pile: Pile
) -> tuple[Conflict, ...]:
    """Return the conflicts within entries, and between entries over their day."""
    ordered = sorted(entries, key=lambda e: e.id)
    found = [
        conflict
        for entry in ordered
        for finder in FINDERS
        for conflict in finder(entry, [seen[e] for e in entry.events], pile)
    ]
    found += _differing_days(ordered, seen)
    return tuple(sorted(found, key=lambda c: c.id))


def differing_numbers(
    entry: Entry, seen: Sequence[Happening], pile: Pile
) -> Iterator[Conflict]:
    """Independent reports count the same thing and arrive at different figures."""
    by_unit: dict[str, list[Told]] = defaultdict(list)
    for happening in seen:
        for told in _figures(happening, pile):
            if told.quantity is not None:
                by_unit[told.quantity.unit].append(told)
    for unit in sorted(by_unit):
        tolls = _single_figures(by_unit[unit])
        if entry.type in _TOLLS and _grows(tolls, pile):
            continue
        if _disagree(tolls, pile):
            noun = tolls[0].value.split()[-1]
            yield _conflict(
                entry,
                f"Zahl: {noun}",
                tolls,
                ("link.conflicts.number",
                 "Die Berichte nennen für dasselbe verschiedene Zahlen.",
                 "The reports give different figures for the same thing."),
            )  # fmt: skip


def denied(entry: Entry, seen: Sequence[Happening], pile: Pile) -> Iterator[Conflict]:
    """One report tells it as a fact, another, not older, says it did not happen."""
    facts = [h for h in seen if h.event.status in _FACT]
    denials = [
        h
        for h in seen
        if h.event.status is Status.DENIED
        and any(_not_before(h, fact, pile) for fact in facts)
    ]
    if not denials:
        return
    told = [Told(h.event.report, "geschehen", h.event.sentence) for h in facts]
    told += [Told(h.event.report, "bestritten", h.event.sentence) for h in denials]
    yield _conflict(
        entry,
        "Ob es geschah",
        told,
        (
            "link.conflicts.denial",
            "Was ein Bericht als geschehen erzählt, wird in einem anderen verneint.",
            "What one report tells as a fact is denied in another.",
        ),
    )


def differing_judged_days(
    entry: Entry, seen: Sequence[Happening], pile: Pile
) -> Iterator[Conflict]:
    """A person joined what the reports put on different days."""
    told = [
        Told(h.event.report, h.event.when.edtf, h.event.sentence)
        for h in seen
        if h.event.when is not None
        and h.event.when.is_day
        and h.event.status is not Status.PLANNED
    ]
    if len({t.value[:10] for t in told}) > 1:
        yield _conflict(entry, "Tag", told, _DAY_REASON)


_DAY_REASON = (
    "link.conflicts.day",
    "Die Berichte nennen für dasselbe Ereignis verschiedene Tage.",
    "The reports give different days for the same happening.",
)
FINDERS: tuple[Finder, ...] = (differing_numbers, denied, differing_judged_days)


def _figures(happening: Happening, pile: Pile) -> Iterator[Told]:
    """Return per unit the figure nearest to the trigger."""
    event = happening.event
    if _SO_FAR.search(event.sentence.text):
        return
    report = pile.reports[event.report]
    trigger = event.trigger.start - event.sentence.start
    nearest: dict[str, Quantity] = {}
    for quantity in quantities(event.sentence.text):
        old = nearest.get(quantity.unit)
        if abs(quantity.start - trigger) > _CLAUSE_REACH:
            continue
        if old is None or abs(quantity.start - trigger) < abs(old.start - trigger):
            nearest[quantity.unit] = quantity
    for quantity in nearest.values():
        start = event.sentence.start
        cited = report.cite(start + quantity.start, start + quantity.end)
        yield Told(event.report, " ".join(cited.text.split()), cited, quantity)


def _single_figures(told: Sequence[Told]) -> list[Told]:
    """Leave out reports that give several figures: they count several things."""
    figures: dict[str, set[float]] = defaultdict(set)
    for one in told:
        if one.quantity is not None:
            figures[one.report].add(one.quantity.value)
    return [one for one in told if len(figures[one.report]) == 1]


def _disagree(told: Sequence[Told], pile: Pile) -> bool:
    """Whether some two disagree, coming from sources independent of each other."""
    reports: dict[Quantity, list[str]] = defaultdict(list)
    for one in told:
        if one.quantity is not None:
            bare = replace(one.quantity, start=0, end=0)
            reports[bare].append(one.report)
    figures = sorted(reports, key=lambda q: (q.value, q.bound))
    return any(
        not a.agrees(b) and independent_sources(pile, reports[a] + reports[b]) > 1
        for i, a in enumerate(figures)
        for b in figures[i + 1 :]
    )


def _grows(told: Sequence[Told], pile: Pile) -> bool:
    """Whether each later day gives a higher figure: news growing, no contradiction."""
    by_day: dict[object, set[float]] = defaultdict(set)
    for one in told:
        if one.quantity is not None:
            by_day[pile.rank(one.report)[0]].add(one.quantity.value)
    figures = [by_day[day] for day in sorted(by_day, key=str)]
    if any(len(values) > 1 for values in figures):
        return False
    rising = [min(values) for values in figures]
    return len(rising) > 1 and rising == sorted(rising)


def _not_before(denial: Happening, fact: Happening, pile: Pile) -> bool:
    """Whether the denial can be about the fact: it is not older than the event."""
    if denial.event.report == fact.event.report:
        return False
    told, when = pile.day(denial.event.report), fact.event.when
    return told is None or when is None or told >= when.earliest


def _differing_days(
    entries: Sequence[Entry], seen: Mapping[str, Happening]
) -> Iterator[Conflict]:
    """Return entries that differ only in a day a few days apart.

    Only for what the same parties do once (elections, deaths, offices): two
    meetings on two days are two meetings.
    """
    blocks: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        parties = tuple(sorted({(p.actor, p.role.value) for p in entry.participants}))
        happened = entry.status is Status.OCCURRED
        if entry.type in _ONCE and happened and parties and _day(entry):
            blocks[entry.type.value, parties].append(entry)
    for key in sorted(blocks, key=str):
        ordered = sorted(blocks[key], key=lambda e: (_day(e), e.id))
        for first, second in pairwise(ordered):
            if _few_days_apart(first, second):
                told = [
                    Told(seen[e].event.report, entry.when.edtf, seen[e].event.sentence)
                    for entry in (first, second)
                    for e in entry.events
                    if entry.when is not None
                ]
                yield _conflict(first, "Tag", told, _DAY_REASON)


def _day(entry: Entry) -> str:
    return entry.when.edtf if entry.when is not None and entry.when.is_day else ""


def _few_days_apart(first: Entry, second: Entry) -> bool:
    if first.when is None or second.when is None:
        return False
    apart = (second.when.earliest - first.when.earliest).days
    return 0 < apart <= _MOST_DAYS_APART and not set(first.reports) & set(
        second.reports
    )


def _conflict(
    entry: Entry, about: str, told: Sequence[Told], reason: tuple[str, str, str]
) -> Conflict:
    values: dict[str, set[Citation]] = defaultdict(set)
    for one in told:
        values[one.value].add(one.citation)
    cited = tuple(
        ConflictValue(value, tuple(sorted(values[value]))) for value in sorted(values)
    )
    every = tuple(sorted(c for value in cited for c in value.citations))
    return Conflict(
        id=content_id("c", entry.id, about, *(v.value for v in cited)),
        about=about,
        values=cited,
        derivation=Derivation(*reason, every),
        entry=entry.id,
    )
