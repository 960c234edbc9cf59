"""One report: the clean text with layers, what was set apart, and the raw text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from chronist.errors import BadFilter
from chronist.model.derivation import Derivation
from chronist.model.report import DuplicateGroup, Report, SegmentKind
from chronist.web.asking import text_of
from chronist.web.desk import Page, Visit
from chronist.web.marking import Mark, Piece, differing, pieces

LAYERS = ("actors", "times", "statements", "events", "pledges")
_AT = "at"
_LONGEST_RAW = 60_000
"""Characters of raw text on the page; the rest is in the file itself."""
_LONGEST_DIFF = 20_000
_HEADS = (SegmentKind.TITLE, SegmentKind.HEADING)


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of the report. ``apart`` is what it is if it tells no story."""

    kind: SegmentKind
    apart: bool
    is_heading: bool
    pieces: Sequence[Piece]


@dataclass(frozen=True)
class ReportPage(Page):
    """A report with its layers."""

    template: ClassVar[str] = "report.html"
    room: ClassVar[str] = "pile"

    report: Annotated[Report, "the report"]
    parts: Annotated[Sequence[Part], "its segments, cut at the marks"]
    layers: Annotated[Sequence[str], "layers that are on"]
    counts: Annotated[dict[str, int], "how many marks each layer has"]
    all_layers: Annotated[Sequence[str], "layers there are"]
    raw: Annotated[str, "the raw text if asked for, else empty"]
    raw_more: Annotated[int, "characters of raw text left out"]
    raw_asked: Annotated[bool, "whether the raw text stands beside"]
    dated: Annotated[Sequence[Derivation], "how it was dated"]
    group: Annotated[DuplicateGroup | None, "prints of the same text"]
    prints: Annotated[Sequence[Report], "the other prints"]
    other: Annotated[Report | None, "the print that is compared"]
    difference: Annotated[Sequence[Piece], "the text, differing words marked"]
    entries: Annotated[int, "entries that rest on this report"]
    at: Annotated[str, "the words asked for, as start-end, or empty"]


def report_page(visit: Visit) -> Page:
    """Return the page of one report."""
    report = visit.chronicle.report(visit.path("id"))
    shelf = visit.shelf
    marks = {layer: list(_MARKS[layer](visit, report)) for layer in LAYERS}
    layers = _layers(visit)
    at = _asked_place(visit)
    shown = [mark for layer in layers for mark in marks[layer]]
    if at:
        shown.append(Mark(*at, _AT))
    group = shelf.group_of_report.get(report.id)
    others = (
        [i for i in (group.origin, *group.copies) if i != report.id] if group else []
    )
    prints = [shelf.reports[i] for i in others if i in shelf.reports]
    asked = text_of(visit.query, "against")
    other = next((r for r in prints if r.id == asked), None)
    raw_asked = text_of(visit.query, "raw") == "1"
    return ReportPage(
        report=report,
        parts=_parts(report, shown),
        layers=layers,
        counts={layer: len(found) for layer, found in marks.items()},
        all_layers=LAYERS,
        raw=report.raw[:_LONGEST_RAW] if raw_asked else "",
        raw_more=max(0, len(report.raw) - _LONGEST_RAW),
        raw_asked=raw_asked,
        dated=report.published.evidence if report.published else (),
        group=group,
        prints=prints,
        other=other,
        difference=_difference(report, other),
        entries=len(shelf.entries_of_report.get(report.id, ())),
        at=f"{at[0]}-{at[1]}" if at else "",
    )


def _parts(report: Report, marks: Sequence[Mark]) -> list[Part]:
    return [
        Part(
            kind=segment.kind,
            apart=not (segment.kind.tells_the_story or segment.kind in _HEADS),
            is_heading=segment.kind in _HEADS,
            pieces=pieces(
                report.text[segment.start : segment.end], segment.start, marks
            ),
        )
        for segment in report.segments
    ]


def _layers(visit: Visit) -> list[str]:
    asked = [
        layer for value in visit.query.getlist("layer") for layer in value.split(",")
    ]
    unknown = [layer for layer in asked if layer and layer not in LAYERS]
    if unknown:
        msg = f"{unknown[0][:50]!r} is none of {', '.join(LAYERS)}"
        raise BadFilter(msg)
    return [layer for layer in LAYERS if layer in asked]


def _asked_place(visit: Visit) -> tuple[int, int] | None:
    start, dash, end = text_of(visit.query, "at").partition("-")
    is_place = dash and start.isdecimal() and end.isdecimal() and len(start + end) < 20
    return (int(start), int(end)) if is_place else None


def _difference(report: Report, other: Report | None) -> list[Piece]:
    if other is None:
        return []
    return differing(report.text[:_LONGEST_DIFF], other.text[:_LONGEST_DIFF])


def _actors(visit: Visit, report: Report) -> Iterator[Mark]:
    shelf = visit.shelf
    for referent in visit.chronicle.analysis(report.id).referents:
        actor = shelf.actor_of_referent.get(referent.id)
        name = shelf.name(actor) if actor else referent.name
        url = visit.urls.item(actor) if actor else ""
        for mention in referent.mentions:
            cited = mention.citation
            yield Mark(cited.start, cited.end, "actors", url, name)


def _times(visit: Visit, report: Report) -> Iterator[Mark]:
    say = visit.say
    for time in visit.chronicle.times(report.id):
        told = say.when(time.when) if time.when else time.value
        url = visit.urls.why(time.id)
        yield Mark(time.citation.start, time.citation.end, "times", url, told)


def _statements(visit: Visit, report: Report) -> Iterator[Mark]:
    shelf, say = visit.shelf, visit.say
    for said in shelf.statements_of_report.get(report.id, ()):
        statement = shelf.statements[said]
        nobody = say("jemand", "somebody")
        speaker = shelf.name(statement.speaker) if statement.speaker else nobody
        told = f"{speaker}, {say.label(statement.form)}"
        for part in statement.content:
            yield Mark(part.start, part.end, "statements", visit.urls.item(said), told)


def _events(visit: Visit, report: Report) -> Iterator[Mark]:
    say, shelf = visit.say, visit.shelf
    for event in visit.chronicle.events(report.id):
        entry = shelf.entry_of_event.get(event.id)
        url = visit.urls.item(entry) if entry else visit.urls.why(event.id)
        words = (say.label(event.type), say.label(event.status), say.when(event.when))
        yield Mark(
            event.trigger.start, event.trigger.end, "events", url, ", ".join(words)
        )


def _pledges(visit: Visit, report: Report) -> Iterator[Mark]:
    shelf, say = visit.shelf, visit.say
    for promised in shelf.pledges_of_report.get(report.id, ()):
        pledge = shelf.pledges[promised]
        who = ", ".join(shelf.name(by) for by in pledge.by) or say("jemand", "somebody")
        told = f"{who}: {say('Zusage', 'pledge')}, {say.label(pledge.course)}"
        for part in pledge.content:
            yield Mark(part.start, part.end, "pledges", visit.urls.item(promised), told)


_MARKS: dict[str, Callable[[Visit, Report], Iterator[Mark]]] = {
    "actors": _actors,
    "times": _times,
    "statements": _statements,
    "events": _events,
    "pledges": _pledges,
}
