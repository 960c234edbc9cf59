"""Which pairs of events are worth comparing.

Events meet in blocks: same kind of happening, a party or place or trigger in
common, the same month. Inside a block each event meets only its next neighbours in
time, so that the number of pairs grows with the number of events, not its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from chronist.linking.happenings import Happening
from chronist.model.event import EventType

COMPATIBLE: tuple[tuple[frozenset[EventType], str], ...] = (
    (frozenset({EventType.AGREE, EventType.COOPERATE}), "a treaty is both"),
    (frozenset({EventType.AGREE, EventType.AID}), "a loan is agreed and given"),
    (frozenset({EventType.AID, EventType.SUPPORT}), "help in money or in words"),
    (frozenset({EventType.MOBILIZE, EventType.COOPERATE}), "a joint exercise"),
    (frozenset({EventType.ASSAULT, EventType.DEATH}), "killed on purpose, or dead"),
    (frozenset({EventType.ELECT, EventType.OFFICE}), "elected to an office"),
    (frozenset({EventType.RULE, EventType.SANCTION}), "sanctions are decided as law"),
)
"""Types that two readers may give to one happening, with the reason."""
NEIGHBOURS = 12
"""How many later events of its block one event meets. Mentions of one happening that
stand further apart are joined through those between them."""
_MOST_MONTHS = 3
"""A window wider than this is looked up in its first and last months only."""


def candidates(
    happenings: Sequence[Happening],
) -> Iterator[tuple[Happening, Happening]]:
    """Return pairs that may be one happening, each once, in stable order."""
    blocks: dict[tuple[str, ...], list[Happening]] = defaultdict(list)
    for happening in happenings:
        for key in _keys(happening):
            blocks[key].append(happening)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for first, second in _neighbours(blocks[key]):
            pair = (min(first.id, second.id), max(first.id, second.id))
            if pair not in seen:
                seen.add(pair)
                yield first, second


def compatible(first: EventType, second: EventType) -> bool:
    """Whether both types may name one happening."""
    return first is second or any({first, second} == both for both, _ in COMPATIBLE)


def _neighbours(block: list[Happening]) -> Iterator[tuple[Happening, Happening]]:
    ordered = sorted(block, key=_in_time)
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 : index + 1 + NEIGHBOURS]:
            if first.id != second.id:
                yield first, second


def _in_time(happening: Happening) -> tuple[date, date, str]:
    window = happening.window
    if window is None:
        return (date.max, date.max, happening.id)
    return (window.earliest, window.latest, happening.id)


def _keys(happening: Happening) -> Iterable[tuple[str, ...]]:
    whats = [happening.event.type.value]
    whats += [
        "+".join(sorted(both)) for both, _ in COMPATIBLE if happening.event.type in both
    ]
    features = [f"party {actor}" for actor in sorted(happening.parties)]
    features += [f"noun {head}" for head in sorted(happening.unnamed)]
    features += [f"place {actor}" for actor in sorted(happening.places)]
    features.append(f"family {happening.family}")
    keys = [
        (what, feature, month)
        for what in whats
        for feature in features
        for month in _months(happening)
    ]
    if happening.event.type is EventType.ELECT:  # votes are spoken of for months
        keys += [(whats[0], feature, "ever") for feature in features]
    keys += [(what, "report", happening.event.report) for what in whats[:1]]
    return keys


def _months(happening: Happening) -> tuple[str, ...]:
    window = happening.window
    if window is None:
        return ("undated",)
    first = window.earliest.year * 12 + window.earliest.month - 1
    span = happening.span or window
    last = span.latest.year * 12 + span.latest.month - 1
    months = range(first, last + 1)
    if len(months) > _MOST_MONTHS + (happening.span != happening.dated):
        return (f"{first}", f"{last}")
    return tuple(str(month) for month in months)
