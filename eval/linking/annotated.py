"""The annotated reports of the shared corpus as reports and analyses for linking.

Linking is judged on what careful readers found in each report, so that its own
mistakes show and not those of the stages before it.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import starmap
from pathlib import Path
from typing import Any

from chronist.model.actor import ActorKind, Mention, MentionKind, Referent
from chronist.model.analysis import Analysis
from chronist.model.citation import Citation
from chronist.model.derivation import Derivation
from chronist.model.event import Event, EventType, Participant, Role, Status
from chronist.model.pledge import Pledge
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.when import When
from chronist.text.calendar import iso_week, month_end

_READ = Derivation("gold", "Von Hand gelesen.", "Read by hand.")
_KINDS = {
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "LOC": ActorKind.PLACE,
    "GRP": ActorKind.GROUP,
    "OTH": ActorKind.OTHER,
}
_MENTIONS = {
    "n": MentionKind.NAME,
    "d": MentionKind.DESCRIPTION,
    "p": MentionKind.PRONOUN,
}
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def load(shared: Path) -> tuple[list[Report], list[Analysis]]:
    """Return all annotated reports of the corpus with their readings."""
    corpus = shared / "corpus"
    texts: dict[str, dict[str, Any]] = {}
    for name in ("wikinews-general.jsonl", "wikinews-politics.jsonl"):
        for line in (corpus / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts[row["id"]] = row
    lines = (corpus / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [_read(json.loads(line), texts) for line in lines]
    return [report for report, _ in pairs], [analysis for _, analysis in pairs]


def _read(
    row: dict[str, Any], texts: dict[str, dict[str, Any]]
) -> tuple[Report, Analysis]:
    text = texts[row["id"]]["text"]
    published = None
    if row.get("published"):
        day = date.fromisoformat(row["published"])
        published = Published(When.day(day), day)
    report = Report(
        id=row["id"],
        source=row["id"],
        text=text,
        segments=(Segment(SegmentKind.PARAGRAPH, 0, len(text)),),
        title=texts[row["id"]].get("title"),
        published=published,
    )
    analysis = Analysis(
        report=report.id,
        published=published,
        referents=tuple(_referent(report, *pair) for pair in row["entities"].items()),
        events=tuple(
            starmap(
                lambda n, event: _event(report, row, n, event),
                enumerate(row["events"]),
            )
        ),
        pledges=tuple(
            starmap(
                lambda n, pledge: _pledge(report, row, n, pledge),
                enumerate(row["pledges"]),
            )
        ),
    )
    return report, analysis


def _referent(report: Report, local: str, entity: dict[str, Any]) -> Referent:
    mentions = tuple(
        Mention(report.cite(start, end), _MENTIONS[kind], _READ)
        for kind, start, end in entity["mentions"]
    )
    return Referent(
        f"{report.id}:{local}",
        report.id,
        _KINDS[entity["type"]],
        entity["name"],
        mentions,
    )


def _event(
    report: Report, row: dict[str, Any], number: int, event: dict[str, Any]
) -> Event:
    trigger = report.cite(*event["trigger"])
    participants = tuple(
        Participant(f"{report.id}:{local}", Role(role))
        for role, locals_ in event["roles"].items()
        for local in locals_
    )
    return Event(
        id=f"{report.id}:e{number}",
        report=report.id,
        type=EventType[event["type"]],
        status=Status(event["status"]),
        trigger=trigger,
        sentence=_sentence(report, row, trigger),
        participants=participants,
        when=when_of(event["time"]),
        derivations=(_READ,),
        said_in=_said_in(row, trigger),
    )


def _pledge(
    report: Report, row: dict[str, Any], number: int, pledge: dict[str, Any]
) -> Pledge:
    content = tuple(report.cite(start, end) for start, end in pledge["content"])
    inner = tuple(
        f"{report.id}:e{n}"
        for n, event in enumerate(row["events"])
        if any(c.start <= event["trigger"][0] < c.end for c in content)
    )
    return Pledge(
        f"{report.id}:p{number}",
        report.id,
        tuple(f"{report.id}:{local}" for local in pledge["by"]),
        content,
        when_of(pledge["due"]),
        report.published.when if report.published else None,
        (_READ,),
        inner,
    )


def _sentence(report: Report, row: dict[str, Any], trigger: Citation) -> Citation:
    for start, end in row["sentences"]:
        if start <= trigger.start < end:
            return report.cite(start, end)
    return trigger


def _said_in(row: dict[str, Any], trigger: Citation) -> str | None:
    for number, statement in enumerate(row["statements"]):
        for start, end in statement.get("content") or ():
            if start <= trigger.start < end:
                return f"{row['id']}:s{number}"
    return None


def when_of(value: str | None) -> When | None:
    """Return the interval of a TIMEX3 value of the annotation guide, if it is one.

    >>> when_of("2021-10~END"), when_of("P3D")
    (When('2021-10-21/2021-10-31'), None)
    """
    if not value or value[0] in "PFS":
        return None
    if "/" in value:
        first, last = (when_of(part) for part in value.split("/", 1))
        if first is None or last is None or first.earliest > last.latest:
            return None
        return When.between(first.earliest, last.latest)
    base, _, mod = value.partition("~")
    plain = _plain(base.split("T")[0])
    return _modified(plain, mod) if plain is not None else None


def _plain(value: str) -> When | None:
    year, _, part = value.partition("-")
    if part.startswith("W") and part[1:].isdigit():
        return When.between(*iso_week(int(year), int(part[1:])))
    if part in _SEASONS:
        return When.season(int(year), _SEASONS[part])
    if part[:1] in ("Q", "H") and part[1:].isdigit():
        make = When.quarter if part[0] == "Q" else When.half
        return make(int(year), int(part[1:]))
    try:
        return When.from_edtf(value)
    except ValueError:
        return None


def _modified(when: When, mod: str) -> When:
    if mod not in ("START", "MID", "END") or when.width < 28:
        return when
    if when.earliest.day == 1 and when.latest == month_end(
        when.earliest.year, when.earliest.month
    ):
        ten = timedelta(days=10)
        starts = {
            "START": (when.earliest, when.earliest + timedelta(days=9)),
            "MID": (when.earliest + ten, when.earliest + timedelta(days=19)),
            "END": (when.earliest + timedelta(days=20), when.latest),
        }
        return When.between(*starts[mod])
    return when
