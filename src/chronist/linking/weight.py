"""How much an entry matters to the story: an order for the reader.

The weights were set by hand and read on the example pile: what several papers tell of
the people at the story's centre comes first, what one report says somebody might do
comes last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import log2

from chronist.linking.happenings import Happening
from chronist.linking.pile import Pile
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry
from chronist.model.event import EventType, Role, Status

_DEEDS = frozenset(
    {EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.AID,
     EventType.RETREAT, EventType.SANCTION, EventType.MOBILIZE, EventType.ASSAULT,
     EventType.ELECT, EventType.OFFICE, EventType.RULE, EventType.DEATH,
     EventType.PROTEST, EventType.COERCE, EventType.ACCIDENT, EventType.CONCEDE}
)  # fmt: skip
_FACT = (Status.OCCURRED, Status.ONGOING)
_MONTH = 31
_LEADING = 2
"""Parties whose place in the story counts; the rest of a long list adds nothing."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What entries are weighed against: how often each party is told of, in groups of
    reports, and the most any is."""

    pile: Pile
    seen: Mapping[str, Happening]
    told: Mapping[str, int]
    most: int
    unnamed: frozenset[str]


Part = Callable[[Entry, Scale], float]


def set_scale(
    entries: Iterable[Entry],
    pile: Pile,
    seen: Mapping[str, Happening],
    unnamed: Iterable[str],
) -> Scale:
    """Return the scale for all entries of a pile."""
    groups: dict[str, set[str]] = {}
    for entry in entries:
        reports = {pile.group_of[report] for report in entry.reports}
        for party in _parties(entry):
            groups.setdefault(party, set()).update(reports)
    told = {party: len(of) for party, of in groups.items()}
    return Scale(pile, seen, told, max(told.values(), default=1), frozenset(unnamed))


def weigh(entry: Entry, scale: Scale) -> Entry:
    """Return the entry with its weight, and the parts of it as a derivation."""
    parts = [(part, round(part(entry, scale) * factor, 2)) for part, factor in FACTORS]
    total = round(sum(value for _, value in parts), 2)
    named = [(*_says(part), value) for part, value in parts if value]
    de = "; ".join(f"{word} {value:+.1f}".replace(".", ",") for word, _, value in named)
    en = "; ".join(f"{word} {value:+.1f}" for _, word, value in named)
    reason = Derivation(
        "link.weight.parts",
        f"Gewicht {total:.1f}".replace(".", ",") + f": {de}.",
        f"Weight {total:.1f}: {en}.",
    )
    return replace(entry, weight=total, derivations=(*entry.derivations, reason))


def sources(entry: Entry, scale: Scale) -> float:
    """unabhängige Quellen | independent sources"""
    return log2(max(entry.independent_sources, 1))


def mentions(entry: Entry, scale: Scale) -> float:
    """Erwähnungen | mentions"""
    told = Counter(
        scale.pile.group_of[scale.seen[e].event.report] for e in entry.events
    )
    distinct = {
        scale.seen[e].event.sentence.text for e in entry.events if e in scale.seen
    }
    return log2(max(len(distinct), len(told), 1))


def span(entry: Entry, scale: Scale) -> float:
    """wie lange davon die Rede ist | how long it is spoken of"""
    days = [day for report in entry.reports if (day := scale.pile.day(report))]
    if len(days) < 2:
        return 0.0
    return min(log2(1 + (max(days) - min(days)).days / _MONTH), 3.0)


def centrality(entry: Entry, scale: Scale) -> float:
    """Beteiligte im Mittelpunkt der Geschichte | parties at the story's centre"""
    shares = sorted((scale.told[p] / scale.most for p in _parties(entry)), reverse=True)
    return sum(shares[:_LEADING]) / _LEADING


def named(entry: Entry, scale: Scale) -> float:
    """Beteiligte mit Namen | parties with names"""
    parties = _parties(entry)
    if not parties:
        return -1.0
    return 0.0 if all(party in scale.unnamed for party in parties) else 1.0


def dated(entry: Entry, scale: Scale) -> float:
    """Tag bekannt | day known"""
    when = entry.when
    if when is None or not when.is_bounded or when.width > _MONTH:
        return 0.0
    return 1.0 if when.is_day else 0.7


def sort(entry: Entry, scale: Scale) -> float:
    """Art des Ereignisses | kind of event"""
    if entry.type in (EventType.OTHER, EventType.BUSINESS):
        return -1.0
    return 1.0 if entry.type in _DEEDS else 0.0


def standing(entry: Entry, scale: Scale) -> float:
    """nicht als geschehen erzählt | not told as having happened"""
    if entry.status in _FACT:
        return 0.0
    return -1.0 if entry.status is Status.POSSIBLE else -0.5


FACTORS: tuple[tuple[Part, float], ...] = (
    (sources, 2.0),
    (mentions, 0.6),
    (span, 0.6),
    (centrality, 1.5),
    (named, 0.8),
    (dated, 1.0),
    (sort, 1.0),
    (standing, 1.5),
)
"""Parts of the weight; each docstring names it to the reader, German and English."""


def _parties(entry: Entry) -> list[str]:
    others = [p.actor for p in entry.participants if p.role is not Role.PLACE]
    return list(dict.fromkeys(others))


def _says(part: Part) -> tuple[str, str]:
    de, _, en = (part.__doc__ or part.__name__).partition(" | ")
    return de, en
