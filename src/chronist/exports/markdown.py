"""A chronology to print: a line per entry, its exact sentences as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from chronist.chronicle import Chronicle
from chronist.exports.labels import entry_day_in_words, label
from chronist.exports.sources import cited_sources, reports_of
from chronist.model.entry import Entry
from chronist.model.event import Event, Status
from chronist.model.report import Report

_TITLE = {"de": "Chronik", "en": "Chronicle"}
_FROM = {"de": "Aus {} Berichten.", "en": "From {} reports."}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_FACTS = (Status.OCCURRED, Status.ONGOING)


def markdown_lines(chronicle: Chronicle, language: str) -> Iterator[str]:
    """Yield the chronology in Markdown with footnotes, earliest first.

    What is not told as a fact (planned, possible, denied) carries its status.
    """
    story = chronicle.story()
    reports = {report.id: report for report in story.reports}
    events = {event.id: event for event in story.links.events}
    yield f"# {_TITLE[language]}\n\n{_FROM[language].format(len(reports))}\n"
    notes: list[str] = []
    for heading, entries in groupby(
        story.links.entries, lambda entry: entry_day_in_words(entry, language)
    ):
        yield f"\n## {heading}\n\n"
        for entry in entries:
            cited = list(_footnotes(entry, events, reports, language))
            numbers = range(len(notes) + 1, len(notes) + len(cited) + 1)
            marks = "".join(f"[^{number}]" for number in numbers)
            notes += cited
            yield f"- {_line(entry, reports, language)}{marks}\n"
    if notes:
        yield "\n"
    for number, note in enumerate(notes, 1):
        yield f"[^{number}]: {note}\n"


def plain(text: str) -> str:
    """Return words of a report as Markdown shows them, on one line, no markup.

    >>> plain("*neu* <b>")
    '\\\\*neu\\\\* \\\\<b\\\\>'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _line(entry: Entry, reports: Mapping[str, Report], language: str) -> str:
    status = "" if entry.status in _FACTS else f" ({label(entry.status, language)})"
    sources = cited_sources(entry, reports, language)
    return f"{plain(entry.headline)}{status} — *{plain(sources)}*"


def _footnotes(
    entry: Entry,
    events: Mapping[str, Event],
    reports: Mapping[str, Report],
    language: str,
) -> Iterator[str]:
    seen = set()
    for event in (events[e] for e in entry.events if e in events):
        sentence = event.sentence
        if sentence in seen:
            continue
        seen.add(sentence)
        named = reports_of([event.report], reports, language)
        yield f"„{plain(sentence.text)}“ — {plain(named)}"
