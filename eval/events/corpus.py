"""The annotated corpus as reports with gold referents, times, statements and events.

Read from the shared folder (CHRONIST_SHARED or ../shared); nothing of it is kept here.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from chronist.model.actor import ActorKind, Mention, MentionKind, Referent
from chronist.model.analysis import TimeExpression, TimeType
from chronist.model.derivation import Derivation
from chronist.model.report import Published, Report, Segment, SegmentKind
from chronist.model.statement import Statement, StatementForm
from chronist.model.when import When

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CHRONIST_SHARED", ROOT.parent / "shared"))  # noqa: TID251  # an eval script has no settings
GOLD = Derivation("gold", "Annotiert.", "Annotated.")
KINDS = {
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "LOC": ActorKind.PLACE,
    "GRP": ActorKind.GROUP,
    "OTH": ActorKind.OTHER,
}
MENTIONS = {
    "n": MentionKind.NAME,
    "d": MentionKind.DESCRIPTION,
    "p": MentionKind.PRONOUN,
}
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


@dataclass(frozen=True)
class Annotated:
    """One report of the corpus with its gold readings."""

    report: Report
    referents: tuple[Referent, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    events: tuple[dict[str, Any], ...]
    dev: bool


def read_corpus(shared: Path) -> Iterator[Annotated]:
    """Yield the annotated reports in file order."""
    dev = set(json.loads((ROOT / "eval/dev_reports.json").read_text())["dev"])
    texts = {}
    for part in ("general", "politics"):
        for row in _rows(shared / f"corpus/wikinews-{part}.jsonl"):
            texts[row["id"]] = row
    for row in _rows(shared / "corpus/annotations.jsonl"):
        yield _annotated(row, texts[row["id"]], row["id"] in dev)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _annotated(row: dict[str, Any], text: dict[str, Any], dev: bool) -> Annotated:
    report = report_of(row["id"], text)
    return Annotated(
        report,
        tuple(_referent(report, key, e) for key, e in row["entities"].items()),
        tuple(_time(report, *t) for t in row["times"]),
        tuple(_statement(report, i, s) for i, s in enumerate(row["statements"])),
        tuple(row["events"]),
        dev,
    )


def report_of(report_id: str, row: dict[str, Any]) -> Report:
    """Return a corpus text as a report; every line is a paragraph."""
    text = row["text"]
    segments = [
        Segment(SegmentKind.PARAGRAPH, m.start(), m.end())
        for m in re.finditer(r"[^\n]*\S[^\n]*", text)
    ]
    day = row.get("published")
    when = When.day(date.fromisoformat(day)) if day else None
    published = Published(when, when.earliest) if when else None
    return Report(
        report_id,
        report_id,
        text,
        tuple(segments),
        title=row.get("title"),
        place=row.get("place"),
        published=published,
    )


def _referent(report: Report, key: str, entity: dict[str, Any]) -> Referent:
    mentions = tuple(
        Mention(report.cite(start, end), MENTIONS[kind], GOLD)
        for kind, start, end in entity["mentions"]
    )
    return Referent(key, report.id, KINDS[entity["type"]], entity["name"], mentions)


def _time(report: Report, start: int, end: int, value: str) -> TimeExpression:
    bare, _, mod = value.removeprefix("SET:").partition("~")
    kind = TimeType.DATE
    if value.startswith("SET:"):
        kind = TimeType.SET
    elif bare.startswith("P") and not bare.endswith("_REF"):
        kind = TimeType.DURATION
    elif "T" in bare[1:] and not bare.endswith("_REF"):
        kind = TimeType.TIME
    return TimeExpression(
        f"t{start}",
        report.cite(start, end),
        kind,
        bare,
        when_of(value),
        GOLD,
        mod or None,
    )


def _statement(report: Report, number: int, row: dict[str, Any]) -> Statement:
    cue = row.get("cue")
    spans = [tuple(s) for s in (cue or ())]
    return Statement(
        f"s{number}",
        report.id,
        StatementForm(row["form"]),
        tuple(report.cite(start, end) for start, end in row["content"]),
        row["speaker"],
        None,
        report.cite(*spans[0]) if spans else None,
        (GOLD,),
    )


def when_of(value: str | None) -> When | None:
    """Return the days a TIMEX3 value of the guide names; None if it names none."""
    if not value or value.startswith("SET:"):
        return None
    bare = value.partition("~")[0]
    if "/" in bare:
        first, last = (when_of(part) for part in bare.split("/", 1))
        if first is None or last is None or first.earliest > last.latest:
            return None
        return When.between(first.earliest, last.latest)
    try:
        return _single(bare)
    except ValueError:
        return None


def _single(bare: str) -> When | None:
    for shape, read in SHAPES:
        if match := re.fullmatch(shape, bare):
            return read(match)
    return None


def _week(match: re.Match[str]) -> When:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return When.between(monday, monday + timedelta(days=6))


def _part(match: re.Match[str]) -> When:
    year, number = int(match[1]), int(match[3])
    return When.quarter(year, number) if match[2] == "Q" else When.half(year, number)


SHAPES: tuple[tuple[str, Callable[[re.Match[str]], When]], ...] = (
    (r"(\d{4}-\d\d-\d\d)(T.*)?", lambda m: When.day(date.fromisoformat(m[1]))),
    (r"(\d{4})-W(\d\d)(-WE)?", _week),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda m: When.season(int(m[1]), SEASONS[m[2]])),
    (r"(\d{4})-([QH])(\d)", _part),
    (r"\d{4}-\d\d|\d{4}", lambda m: When.from_edtf(m[0])),
    (r"\d{3}", lambda m: When.decade(int(m[0]) * 10)),
    (r"\d{2}", lambda m: When.century(int(m[0]))),
)
