"""The chronicle: the story as a time line and as days one can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from chronist.model.entry import Entry, Standing
from chronist.model.event import EventType, Status
from chronist.web.asking import (
    EntryFilter,
    Paging,
    chosen_entries,
    number_of,
)
from chronist.web.desk import Page, Visit
from chronist.web.lines import DayGroup, day_groups
from chronist.web.shelf import Shelf
from chronist.web.timeline import Chart, chart
from chronist.web.urls import Values

_SUGGESTED = 150
"""Names the filter suggests: those with the most entries."""
_FOUND = 2000
"""Passages that a search looks through."""


@dataclass(frozen=True)
class ChroniclePage(Page):
    """Entries by day under the filter of the address."""

    template: ClassVar[str] = "chronicle.html"
    room: ClassVar[str] = "chronicle"

    asked: Annotated[EntryFilter, "the filter"]
    groups: Annotated[Sequence[DayGroup], "this page's entries by date"]
    paging: Annotated[Paging, "where in the list this page lies"]
    chart: Annotated[Chart | None, "the time line, None without a dated entry"]
    narrowing: Annotated[Values, "the filter that the time line narrows"]
    reports: Annotated[int, "reports in the chronicle"]
    actor_names: Annotated[Sequence[str], "names the filter suggests"]
    outlets: Annotated[Sequence[str], "outlets one can choose"]
    types: Annotated[Sequence[EventType], "types that occur"]
    statuses: Annotated[Sequence[Status], "statuses that occur"]
    standings: Annotated[Sequence[Standing], "standings one can choose"]
    report_title: Annotated[str, "title of the report that is filtered by, or empty"]


def chronicle_page(visit: Visit) -> Page:
    """Return the page of the chronicle."""
    asked = EntryFilter.of(visit.query)
    found = asked_entries(visit, asked)
    paging = Paging.of(len(found), number_of(visit.query, "page"), asked.values())
    shown = found[paging.first : paging.last]
    shelf = visit.shelf
    report = shelf.reports.get(asked.report)
    types, statuses = shelf.once("kinds", lambda: _kinds(shelf))
    return ChroniclePage(
        asked=asked,
        groups=day_groups(shown, shelf, visit.say),
        paging=paging,
        chart=shelf.once(("chart", asked), lambda: chart(found, asked.period())),
        narrowing=asked.values(),
        reports=len(shelf.reports),
        actor_names=[shelf.name(a) for a in shelf.by_importance[:_SUGGESTED]],
        outlets=shelf.outlets,
        types=[kind for kind in EventType if kind in types],
        statuses=[status for status in Status if status in statuses],
        standings=tuple(Standing),
        report_title=(report.title or report.source) if report else "",
    )


def asked_entries(visit: Visit, asked: EntryFilter) -> list[Entry]:
    """Return the entries under the filter, in reading order."""

    def choose() -> list[Entry]:
        said = entries_saying(visit, asked.words) if asked.words else None
        return chosen_entries(visit.shelf, asked, said)

    return visit.shelf.once(("entries", asked), choose)


def entries_saying(visit: Visit, words: str) -> frozenset[str]:
    """Return ids of entries in one of whose sentences words searched for stand."""
    hits: dict[str, list[int]] = {}
    for finding in visit.find(words, _FOUND):
        places = hits.setdefault(finding.passage.report, [])
        places += (hit.start for hit in finding.hits)
    return frozenset(_holding(visit.shelf, hits))


def _kinds(shelf: Shelf) -> tuple[set[EventType], set[Status]]:
    entries = shelf.entries.values()
    return {entry.type for entry in entries}, {entry.status for entry in entries}


def _holding(shelf: Shelf, hits: dict[str, list[int]]) -> set[str]:
    found = set()
    for event in shelf.events.values():
        sentence = event.sentence
        places = hits.get(sentence.report, ())
        entry = shelf.entry_of_event.get(event.id)
        if entry and any(sentence.start <= at < sentence.end for at in places):
            found.add(entry)
    return found
