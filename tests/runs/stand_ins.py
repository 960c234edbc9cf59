"""Small stages with the seams of the real ones: a report is a line per sentence.

A text "2021-09-09 Treffen" is a report of that day that tells of one meeting; one
without a day is dated by the pile. Module-level, so that spawned workers find them.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from chronist.model.analysis import Analysis, TimeExpression, TimeType
from chronist.model.derivation import Derivation
from chronist.model.entry import Entry, Standing
from chronist.model.event import Event, EventType, Status
from chronist.model.judgement import Judgement
from chronist.model.report import (
    DuplicateGroup,
    Failure,
    FailureKind,
    Published,
    RawReport,
    Report,
    Segment,
    SegmentKind,
)
from chronist.model.story import Links
from chronist.model.when import When
from chronist.runs.plan import Versions
from chronist.runs.stages import Stages
from chronist.runs.work import Craft
from chronist.sources.options import SourceOptions
from chronist.text.digest import content_id
from chronist.text.offsets import identity

WHY = Derivation("test", "darum", "because")


def read_sources(
    paths: Sequence[Path], options: SourceOptions
) -> Iterator[RawReport | Failure]:
    del options
    for path in sorted(paths, key=lambda p: p.name):
        text = path.read_text("utf-8")
        if text:
            yield RawReport(path.name, text)
        else:
            yield Failure(path.name, FailureKind.EMPTY, "Die Datei ist leer.")


def read(raw: RawReport) -> Report | Failure:
    if raw.text.startswith("The "):
        return Failure(raw.source, FailureKind.NOT_GERMAN, "Nicht deutsch.")
    found = re.match(r"\d{4}-\d\d-\d\d", raw.text)
    day = date.fromisoformat(found.group()) if found else None
    return Report(
        id=content_id("r", raw.source, raw.text),
        source=raw.source,
        text=raw.text,
        segments=(Segment(SegmentKind.PARAGRAPH, 0, len(raw.text)),),
        published=Published(When.day(day), day) if day else None,
        raw=raw.text,
        offsets=identity(len(raw.text)),
    )


def analyse(report: Report) -> Analysis:
    when = report.published.when if report.published else None
    times, events = [], []
    for found in re.finditer(r"\d{4}-\d\d-\d\d", report.text):
        cited = report.cite(found.start(), found.end())
        times.append(
            TimeExpression(
                content_id("t", report.id, found.start()),
                cited,
                TimeType.DATE,
                cited.text,
                When.day(date.fromisoformat(cited.text)),
                WHY,
            )
        )
    for found in re.finditer("Treffen", report.text):
        events.append(
            Event(
                content_id("e", report.id, found.start()),
                report.id,
                EventType.CONSULT,
                Status.OCCURRED,
                report.cite(found.start(), found.end()),
                report.cite(0, len(report.text)),
                (),
                when,
                (WHY,),
            )
        )
    return Analysis(
        report.id, report.published, times=tuple(times), events=tuple(events)
    )


def analyse_and_die(report: Report) -> Analysis:
    if "Ende" in report.text:
        time.sleep(0.2)
        os.kill(os.getpid(), signal.SIGKILL)
    return analyse(report)


def analyse_and_stop(report: Report) -> Analysis:
    if "Ende" in report.text:
        raise KeyboardInterrupt
    return analyse(report)


def analyse_and_fail(report: Report) -> Analysis:
    if "Ende" in report.text:
        raise ZeroDivisionError
    return analyse(report)


def fingerprint(report: Report) -> bytes:
    return report.text.encode()


def group_duplicates(
    reports: Sequence[Report], fingerprints: Sequence[bytes]
) -> tuple[DuplicateGroup, ...]:
    by_text: dict[bytes, list[str]] = {}
    for report, text in zip(reports, fingerprints, strict=True):
        by_text.setdefault(text, []).append(report.id)
    return tuple(
        DuplicateGroup(ids[0], tuple(ids[1:]), None, WHY)
        for ids in map(sorted, by_text.values())
        if len(ids) > 1
    )


def date_pile(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    duplicates: Sequence[DuplicateGroup],
) -> Mapping[str, Published]:
    del analyses, duplicates
    days = [r.published for r in reports if r.published]
    if not days:
        return {}
    first = min(days, key=lambda p: p.when.earliest)
    return {r.id: first for r in reports if r.published is None}


def link(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    duplicates: Sequence[DuplicateGroup],
    judgements: Sequence[Judgement],
) -> Links:
    del reports, duplicates, judgements
    events = [e for a in analyses for e in a.events]
    by_day: dict[str, list[Event]] = {}
    for event in events:
        by_day.setdefault(event.when.edtf if event.when else "?", []).append(event)
    entries = [_entry(sorted(same, key=lambda e: e.id)) for same in by_day.values()]
    return Links(
        events=tuple(sorted(events, key=lambda e: e.id)),
        entries=tuple(sorted(entries, key=lambda e: e.id)),
    )


def _entry(events: list[Event]) -> Entry:
    first = events[0]
    return Entry(
        content_id("n", *(e.id for e in events)),
        "Treffen",
        first.type,
        first.status,
        first.when,
        (),
        tuple(e.id for e in events),
        tuple(sorted({e.report for e in events})),
        len(events),
        Standing.CONFIRMED if len(events) > 1 else Standing.SINGLE_SOURCE,
        (),
        (WHY,),
    )


CRAFT = Craft(read, analyse, fingerprint, Versions("reader 1", "analyser 1"))
STAGES = Stages(read_sources, CRAFT, group_duplicates, link)
DATING_STAGES = replace(STAGES, date_pile=date_pile)
