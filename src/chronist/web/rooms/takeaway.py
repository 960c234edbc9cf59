"""Taking away: a chronology on paper, and the filtered view as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from starlette.exceptions import HTTPException
from starlette.responses import Response

from chronist.chronicle import Chronicle
from chronist.exports.csv import csv_lines
from chronist.exports.json import json_lines
from chronist.exports.markdown import markdown_lines
from chronist.model.entry import Entry
from chronist.model.story import Links, Story
from chronist.web.asking import EntryFilter, Paging, number_of
from chronist.web.desk import Page, Visit
from chronist.web.docx import Paragraph, document
from chronist.web.lines import FACTS, DayGroup, day_groups
from chronist.web.rooms.chronicle import asked_entries
from chronist.web.shelf import Shelf

_ON_PAPER = 240
"""Entries on one printed chronology: about 250 kB; longer ones come in parts."""
_NOTES = 3
"""Sentences cited under an entry: the first of each source."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the words and where they stand."""

    text: str
    source: str


@dataclass(frozen=True)
class PrintPage(Page):
    """A clean chronology with its sources as notes."""

    template: ClassVar[str] = "print.html"

    asked: Annotated[EntryFilter, "the filter"]
    groups: Annotated[Sequence[DayGroup], "entries by date"]
    marks: Annotated[Mapping[str, Sequence[int]], "numbers of the notes of each entry"]
    notes: Annotated[Sequence[Note], "the notes in order"]
    paging: Annotated[Paging, "which part of a long chronology this is"]


class Excerpt(Chronicle):
    """A part of a chronicle, for exports: they ask for nothing but its story."""

    def __init__(self, story: Story) -> None:
        """Hold the part."""
        self._story = story

    def story(self) -> Story:
        """Return the part."""
        return self._story


def print_page(visit: Visit) -> Page:
    """Return the chronology to print."""
    asked = EntryFilter.of(visit.query)
    found = asked_entries(visit, asked)
    paging = Paging.of(
        len(found), number_of(visit.query, "page"), asked.values(), _ON_PAPER
    )
    shown = found[paging.first : paging.last]
    marks, notes = _notes(visit, shown)
    return PrintPage(
        asked=asked,
        groups=day_groups(shown, visit.shelf, visit.say),
        marks=marks,
        notes=notes,
        paging=paging,
    )


def export_file(visit: Visit) -> Response:
    """Return the filtered view as a file."""
    kind = visit.path("kind")
    if kind not in _KINDS:
        raise HTTPException(404)
    make, media_type, ending = _KINDS[kind]
    body = make(visit, asked_entries(visit, EntryFilter.of(visit.query)))
    name = f'attachment; filename="chronist.{ending}"'
    return Response(body, media_type=media_type, headers={"Content-Disposition": name})


def excerpt(shelf: Shelf, entries: Sequence[Entry]) -> Story:
    """Return the story of these entries alone: with all that they rest on."""
    events = {event for entry in entries for event in entry.events}
    reports = {report for entry in entries for report in entry.reports}
    parties = {party.actor for entry in entries for party in entry.participants}
    links = shelf.story.links
    told = tuple(e for e in links.events if e.id in events)
    said = {event.said_in for event in told if event.said_in is not None}
    statements = tuple(s for s in links.statements if s.id in said)
    pledges = tuple(p for p in links.pledges if events & set(p.events))
    parties |= {s.speaker for s in statements if s.speaker is not None}
    parties |= {v for s in statements for v in s.via}
    parties |= {by for pledge in pledges for by in pledge.by}
    kept = {entry.id for entry in entries}
    return replace(
        shelf.story,
        reports=tuple(r for r in shelf.story.reports if r.id in reports),
        times=tuple(t for t in shelf.story.times if t.id in {e.time for e in told}),
        duplicates=tuple(d for d in shelf.story.duplicates if d.origin in reports),
        links=Links(
            actors=tuple(a for a in links.actors if a.id in parties),
            events=told,
            entries=tuple(entries),
            statements=statements,
            pledges=pledges,
            conflicts=tuple(c for c in links.conflicts if c.entry in kept),
        ),
        failures=(),
    )


def _notes(
    visit: Visit, entries: Sequence[Entry]
) -> tuple[dict[str, list[int]], list[Note]]:
    marks: dict[str, list[int]] = {}
    notes: list[Note] = []
    for entry in entries:
        numbers = marks.setdefault(entry.id, [])
        for sentence in visit.shelf.sentences(entry)[:_NOTES]:
            report = visit.shelf.reports[sentence.report]
            words = " ".join(sentence.text.split())
            place = report.url or report.source
            notes.append(Note(words, f"{visit.say.cite(report)}, {place}"))
            numbers.append(len(notes))
    return marks, notes


def _markdown(visit: Visit, entries: Sequence[Entry]) -> bytes:
    part = Excerpt(excerpt(visit.shelf, entries))
    return "".join(markdown_lines(part, visit.say.language)).encode()


def _csv(visit: Visit, entries: Sequence[Entry]) -> bytes:
    part = Excerpt(excerpt(visit.shelf, entries))
    return "".join(csv_lines(part, "entries")).encode("utf-8-sig")


def _json(visit: Visit, entries: Sequence[Entry]) -> bytes:
    return "".join(json_lines(Excerpt(excerpt(visit.shelf, entries)))).encode()


def _docx(visit: Visit, entries: Sequence[Entry]) -> bytes:
    say = visit.say
    marks, notes = _notes(visit, entries)
    paragraphs = [
        Paragraph(
            f"{say('Chronik', 'Chronicle')}: {visit.desk.config.story.stem}", "Title"
        )
    ]
    for group in day_groups(entries, visit.shelf, say):
        paragraphs.append(Paragraph(group.heading, "Heading1"))
        for line in group.lines:
            entry = line.entry
            status = "" if entry.status in FACTS else f" ({say.label(entry.status)})"
            cited = tuple(
                f"„{notes[n - 1].text}“ – {notes[n - 1].source}"
                for n in marks[entry.id]
            )
            paragraphs.append(Paragraph(entry.headline + status, "Normal", cited))
    return document(paragraphs, say.language)


Maker = Callable[[Visit, Sequence[Entry]], bytes]
_KINDS: dict[str, tuple[Maker, str, str]] = {
    "markdown": (_markdown, "text/markdown", "md"),
    "csv": (_csv, "text/csv", "csv"),
    "json": (_json, "application/json", "json"),
    "docx": (
        _docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
}
