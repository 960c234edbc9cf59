"""Days in head lines: "date 2021-11", "Blatt | 9.9.2021 | 14:12 Uhr", "Stand: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from chronist.lexica.load import load_names
from chronist.reports.days import MONTH, find_day, read_day
from chronist.reports.draft import Dated, Weight

_DATE_VALUE = rf"(?P<value>\d{{4}}(?:-\d{{1,2}}){{0,2}}|\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{2,4}}|(?:\d{{1,2}}\.\s?)?(?:{MONTH})\.?\s\d{{4}})(?![\w-])"
_CLOCK = r"(?:[\s,|–-]*(?:um\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?Uhr)?)?"


@cache
def _metadata() -> re.Pattern[str]:
    cues = "|".join(
        sorted(map(re.escape, load_names("press/datelines")), key=len, reverse=True)
    )
    weekday = r"(?:(?:am\s)?\w+tag,?\s(?:den\s)?)?"
    return re.compile(
        rf"(?P<cue>{cues})(?P<colon>:?)\s{{1,3}}{weekday}{_DATE_VALUE}{_CLOCK}",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class DateMark:
    """A day named at the head of a report: where it stands and what else is there."""

    dated: Dated
    end: int
    rest: str = ""


def metadata_mark(line: str) -> DateMark | None:
    """Return the leading ``date 2021-11`` or ``Stand: 9.9.2021`` of a line.

    Behind ``date`` and ``Datum`` anything may follow on the line; after other words
    only the end, because "Vom 9. September 2021 an" begins a sentence.
    """
    found = _metadata().match(line[:200])
    if not found:
        return None
    when = read_day(found["value"])
    cue = found["cue"].lower()
    rest = line[found.end() :].strip()
    if when is None or (rest and cue not in {"date", "datum"}):
        return None
    updated = cue in load_names("press/updates")
    rule = "report.dated.update_line" if updated else "report.dated.metadata_line"
    weight = Weight.GUESS if updated else Weight.LINE
    dated = Dated(when, weight, rule, found.group(), (found.start(), found.end()))
    return DateMark(dated, found.end(), rest)


_PART = re.compile(r"\s*[|•·,;()/]\s*|\s+[-–—]\s+|\s*\n\s*")
_NOISE = re.compile(
    r"(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so|"
    r"(?:um\s)?\d{1,2}[:.]\d{2}(?:\s?uhr)?|uhr|(?:seite|s\.|nr\.|ausgabe)\s?\d+|den|vom|am)\.?",
    re.IGNORECASE,
)
_LONGEST_HEAD_LINE = 110
_LONGEST_PART = 4


def date_line(line: str) -> DateMark | None:
    """Return day and remaining parts of a head line such as ``Blatt | 9.9.2021 | 14:12``."""
    found = find_day(line) if len(line) <= _LONGEST_HEAD_LINE else None
    if found is None:
        return None
    when, start, end = found
    before, after = line[:start], line[end:]
    if re.match(r"\s*(?::|[^\W\d_])", after) or re.search(r"\b[a-zäöü]+\s$", before):
        return None
    parts = [p.strip() for p in [*_PART.split(before), *_PART.split(after)]]
    said = [p for p in parts if p and not _is_noise(p)]
    if any(len(p.split()) > _LONGEST_PART or p.endswith((".", "!", "?")) for p in said):
        return None
    dated = Dated(
        when, Weight.LINE, "report.dated.head_line", line[start:end], (start, end)
    )
    return DateMark(dated, end, " | ".join(said))


def _is_noise(part: str) -> bool:
    return all(_NOISE.fullmatch(word) for word in part.split()) or bool(
        _NOISE.fullmatch(part)
    )
