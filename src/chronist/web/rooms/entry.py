"""One entry: what all reports say of it, side by side, and why it is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, ClassVar

from starlette.exceptions import HTTPException

from chronist.model.citation import Citation
from chronist.model.conflict import Conflict
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry
from chronist.model.event import Event, Role, Status
from chronist.model.pledge import Pledge
from chronist.model.report import Report
from chronist.model.statement import Statement
from chronist.web.desk import Page, Visit
from chronist.web.lines import named
from chronist.web.marking import Piece, differing
from chronist.web.shelf import Shelf

_NEAR = 45
"""Days within which another entry may be the same happening."""
_OFFERED = 8
_ALIKE = 0.5
"""How alike sentences must be for their differing words to be worth marking."""
_WEIGHT = "link.weight"


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of one report; words the first sentence lacks are marked."""

    report: Report
    sentence: Citation
    pieces: Sequence[Piece]
    events: Sequence[Event]


@dataclass(frozen=True, slots=True)
class Source:
    """An independent source: one text, in however many prints."""

    quotes: Sequence[Quote]
    copies: Sequence[Report]
    agency: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """A status, and the first report that gave it."""

    status: Status
    report: Report | None


@dataclass(frozen=True, slots=True)
class PartyReason:
    """Who takes part as what, and the words that put them there."""

    actor: str
    role: Role
    words: Citation | None


@dataclass(frozen=True)
class EntryPage(Page):
    """An entry with everything that belongs to it."""

    template: ClassVar[str] = "entry.html"
    room: ClassVar[str] = "chronicle"

    entry: Annotated[Entry, "the entry"]
    parties: Annotated[Sequence[PartyReason], "who takes part, with words"]
    sources: Annotated[Sequence[Source], "sentences by independent source"]
    steps: Annotated[Sequence[Step], "how the status went"]
    when_reasons: Annotated[Sequence[Derivation], "why the date is this"]
    reasons: Annotated[Sequence[Derivation], "why these events are one happening"]
    weights: Annotated[Sequence[Derivation], "why it matters as much as it does"]
    conflicts: Annotated[Sequence[Conflict], "what cannot all hold"]
    pledges: Annotated[Sequence[Pledge], "promises about it"]
    statements: Annotated[Sequence[Statement], "statements that speak of it"]
    alike: Annotated[Sequence[Entry], "entries that may be the same happening"]
    earlier: Annotated[Entry | None, "the entry before this one"]
    later: Annotated[Entry | None, "the entry after this one"]


def entry_page(visit: Visit) -> Page:
    """Return the page of one entry."""
    shelf = visit.shelf
    entry = shelf.entries.get(visit.path("id"))
    if entry is None:
        raise HTTPException(404)
    events = [shelf.events[e] for e in entry.events if e in shelf.events]
    weights = [d for d in entry.derivations if d.rule.startswith(_WEIGHT)]
    earlier, later = _neighbours(shelf, entry)
    return EntryPage(
        entry=entry,
        parties=[PartyReason(p.actor, p.role, p.citation) for p in entry.participants],
        sources=_sources(shelf, events),
        steps=_steps(shelf, entry),
        when_reasons=_when_reasons(shelf, events),
        reasons=[d for d in entry.derivations if d not in weights],
        weights=weights,
        conflicts=[
            shelf.conflicts[c] for c in shelf.conflicts_of_entry.get(entry.id, ())
        ],
        pledges=_pledges(shelf, events),
        statements=_statements(shelf, events),
        alike=_alike(shelf, entry),
        earlier=earlier,
        later=later,
    )


def _sources(shelf: Shelf, events: Iterable[Event]) -> list[Source]:
    """Return the sentences, prints of one text together, the fullest source first."""
    by_sentence: dict[Citation, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence, []).append(event)
    first = max(by_sentence, key=lambda c: len(by_sentence[c]), default=None)
    groups: dict[str, list[Citation]] = {}
    for sentence in sorted(by_sentence):
        group = shelf.group_of_report.get(sentence.report)
        groups.setdefault(group.origin if group else sentence.report, []).append(
            sentence
        )
    found = [
        _source(shelf, origin, sentences, by_sentence, first)
        for origin, sentences in groups.items()
    ]
    return sorted(found, key=lambda s: all(q.sentence != first for q in s.quotes))


def _source(
    shelf: Shelf,
    origin: str,
    sentences: Sequence[Citation],
    by_sentence: dict[Citation, list[Event]],
    first: Citation | None,
) -> Source:
    quotes, wordings, copies = [], set(), {}
    for sentence in sorted(sentences, key=lambda c: (c.report != origin, c)):
        report = shelf.reports[sentence.report]
        if sentence.text in wordings:
            copies[report.id] = report
            continue
        wordings.add(sentence.text)
        other = first.text if first is not None and first != sentence else sentence.text
        pieces = differing(sentence.text, other, _ALIKE)
        quotes.append(Quote(report, sentence, pieces, by_sentence[sentence]))
    group = shelf.group_of_report.get(origin)
    shown = {quote.report.id for quote in quotes}
    return Source(
        quotes,
        [report for i, report in copies.items() if i not in shown],
        group.agency if group else None,
    )


def _steps(shelf: Shelf, entry: Entry) -> list[Step]:
    return [
        Step(status, shelf.reports.get(next(steps)[0]))
        for status, steps in groupby(entry.history, key=lambda step: step[1])
    ]


def _when_reasons(shelf: Shelf, events: Iterable[Event]) -> list[Derivation]:
    times = shelf.times
    found = [times[e.time].derivation for e in events if e.time and e.time in times]
    return list(dict.fromkeys(found))[:6]


def _pledges(shelf: Shelf, events: Iterable[Event]) -> list[Pledge]:
    ids = [p for event in events for p in shelf.pledges_of_event.get(event.id, ())]
    return [shelf.pledges[p] for p in dict.fromkeys(ids)]


def _statements(shelf: Shelf, events: Iterable[Event]) -> list[Statement]:
    ids = dict.fromkeys(e.said_in for e in events if e.said_in is not None)
    return [shelf.statements[s] for s in ids if s in shelf.statements]


def _alike(shelf: Shelf, entry: Entry) -> list[Entry]:
    """Return entries of this type near in time with a party in common."""
    parties = named(entry.participants, tuple(Role))
    ids = {e for p in parties for e in shelf.entries_of_actor.get(p, ())}
    near = [
        other
        for other in (shelf.entries[i] for i in ids if i != entry.id)
        if other.type is entry.type and _is_near(entry, other)
    ]
    shared = set(parties)
    near.sort(
        key=lambda o: (
            -len(shared & {p.actor for p in o.participants}),
            -o.weight,
            o.id,
        )
    )
    return near[:_OFFERED]


def _is_near(one: Entry, other: Entry) -> bool:
    first, second = one.when or one.reported, other.when or other.reported
    if first is None or second is None:
        return False
    return first.widened(_NEAR).overlaps(second)


def _neighbours(shelf: Shelf, entry: Entry) -> tuple[Entry | None, Entry | None]:
    ids = shelf.reading_order
    place = shelf.place_of_entry[entry.id]
    before = shelf.entries[ids[place - 1]] if place else None
    after = shelf.entries[ids[place + 1]] if place + 1 < len(ids) else None
    return before, after
