"""``chronist show``: the chronicle in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

import click

from chronist.chronicle import Chronicle
from chronist.cli.face import Face, story_argument
from chronist.cli.screen import paint, put, put_json, put_wrapped
from chronist.cli.texts import Say
from chronist.exports import contract
from chronist.exports.labels import entry_day_in_words, label
from chronist.exports.sources import cite_report, cited_sources, reports_of
from chronist.model.entry import Entry, Standing
from chronist.model.event import Event, EventType, Role, Status
from chronist.model.report import Report

_SIGNS = {
    Status.OCCURRED: ("●", "green"),
    Status.ONGOING: ("◐", "green"),
    Status.PLANNED: ("○", "blue"),
    Status.POSSIBLE: ("?", "yellow"),
    Status.DENIED: ("✗", "red"),
}
_SUREST_FIRST = (
    Status.OCCURRED,
    Status.ONGOING,
    Status.DENIED,
    Status.PLANNED,
    Status.POSSIBLE,
)
_FACTS = (Status.OCCURRED, Status.ONGOING)


def command(face: Face) -> click.Command:
    """Return the command."""
    types = click.Choice([t.value for t in EventType], case_sensitive=False)
    statuses = click.Choice([s.value for s in Status], case_sensitive=False)

    @face.command("show")
    @story_argument()
    @face.period()
    @face.option("--actor", "actor", metavar="NAME")
    @face.option("--type/type_", "type", type=types, metavar="TYPE")
    @face.option("--status", "status", type=statuses)
    @face.option("--top", "top", type=click.IntRange(min=1), metavar="N")
    @face.option("--quotes", "quotes", is_flag=True)
    @face.as_json()
    def show(
        story: str,
        since: str | None,
        until: str | None,
        actor: str | None,
        type_: str | None,
        status: str | None,
        top: int | None,
        quotes: bool,
        as_json: bool,
    ) -> None:
        chronicle = face.open(story)
        entries = chronicle.entries(
            since=since, until=until, actor=actor, type=type_, status=status
        )
        entries = _weightiest(entries, top)
        if as_json:
            put_json(map(contract.entry, entries))
        elif entries:
            _put_entries(entries, _Shown.of(chronicle, face.say, quotes))
        else:
            put(face.say("entries.none"))

    return show


@dataclass(frozen=True, slots=True)
class _Shown:
    """What lines are made with; without quotes there are no events."""

    say: Say
    reports: Mapping[str, Report]
    names: Mapping[str, str]
    events: Mapping[str, Event]

    @classmethod
    def of(cls, chronicle: Chronicle, say: Say, quotes: bool) -> _Shown:
        """Load what is needed."""
        return cls(
            say,
            {report.id: report for report in chronicle.reports()},
            {actor.id: actor.name for actor in chronicle.actors()},
            {event.id: event for event in chronicle.events()} if quotes else {},
        )


def _weightiest(entries: tuple[Entry, ...], top: int | None) -> tuple[Entry, ...]:
    if top is None:
        return entries
    best = sorted(entries, key=lambda e: (-e.weight, -e.independent_sources, e.id))
    kept = {entry.id for entry in best[:top]}
    return tuple(entry for entry in entries if entry.id in kept)


def _put_entries(entries: Iterable[Entry], shown: _Shown) -> None:
    language = shown.say.language
    by_day = groupby(entries, lambda entry: entry_day_in_words(entry, language))
    for number, (day, of_day) in enumerate(by_day):
        if number:
            put()
        put(paint(day, bold=True))
        for entry in of_day:
            _put_entry(entry, shown)


def _put_entry(entry: Entry, shown: _Shown) -> None:
    language = shown.say.language
    sign, colour = _SIGNS[entry.status]
    status = "" if entry.status in _FACTS else f" [{label(entry.status, language)}]"
    disputed = entry.standing is Standing.DISPUTED
    headline = paint(" ".join(entry.headline.split()), bold=not status)
    put(
        f"  {paint(sign, fg=colour)} {headline}{paint(status, fg=colour)}"
        f"  {paint(entry.id, dim=True)}"
    )
    parties = _parties(entry, shown.names)
    if parties:
        put_wrapped(parties, "      ")
    sources = cited_sources(entry, shown.reports, language)
    put(paint(f"      {sources}", fg="red" if disputed else None, dim=not disputed))
    steps = history(entry)
    if len(steps) > 1:
        put(paint(f"      {_told(steps, shown)}", fg="blue"))
    _put_quotes(entry, shown)


def _parties(entry: Entry, names: Mapping[str, str]) -> str:
    places = [p.actor for p in entry.participants if p.role is Role.PLACE]
    others = [p.actor for p in entry.participants if p.role is not Role.PLACE]
    sides = (
        ", ".join(dict.fromkeys(names.get(i, i) for i in ids))
        for ids in (others, places)
    )
    return " · ".join(side for side in sides if side)


def history(entry: Entry) -> list[tuple[str, Status]]:
    """Return the reports in which the status changed, oldest first.

    A report that tells of an event and looks ahead to it, too, counts by the surest
    of its statuses: one that plans nothing any more is not told as planning again.
    """
    surest: dict[str, Status] = {}
    for report, status in entry.history:
        before = surest.setdefault(report, status)
        surest[report] = min(before, status, key=_SUREST_FIRST.index)
    steps = groupby(surest.items(), lambda step: step[1])
    return [next(reports) for _, reports in steps]


def _told(steps: Iterable[tuple[str, Status]], shown: _Shown) -> str:
    """Return how the status changed: "Verlauf: geplant (…) → geschehen (…)"."""
    language = shown.say.language
    told = []
    for name, status in steps:
        report = shown.reports.get(name)
        cited = f" ({cite_report(report, language)})" if report else ""
        told.append(f"{label(status, language)}{cited}")
    return f"{shown.say('show.history')}: {' → '.join(told)}"


def _put_quotes(entry: Entry, shown: _Shown) -> None:
    events = [shown.events[i] for i in entry.events if i in shown.events]
    for sentence in dict.fromkeys(event.sentence for event in events):
        source = reports_of([sentence.report], shown.reports, shown.say.language)
        put_wrapped(f"{shown.say('quote', text=sentence.text)} — {source}", "      │ ")
