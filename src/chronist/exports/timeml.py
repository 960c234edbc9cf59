"""Times as TimeML and as plain JSON, for programs that know nothing of chronicles.

TimeML is written after the annotation guides of the German and Italian TimeML corpora,
which differ from our own in five points: a distance ("vor fünf Jahren") is a DURATION;
ages are no times; words that tie a text together (nun, inzwischen, bisher) are none;
a named event ("nach dem Mauerfall") is an EVENT there; a day in a list stands without
its full stop. JSON gives all that Chronist found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from chronist.model.analysis import TimeExpression, TimeType

_NOT_ANNOTATED = frozenset(("de.time.age", "de.time.vague.thread", "de.time.named"))
_NO_DAY = "XXXX-XX-XX"
_NOT_XML = {c: "\ufffd" for c in range(32) if c not in (9, 10, 13)} | {
    0xFFFE: "\ufffd", 0xFFFF: "\ufffd", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 element: a half-open span in code points, and its attributes."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None


def timex3(times: Sequence[TimeExpression]) -> tuple[Timex, ...]:
    """Return times as TimeML's guides annotate them, in order, without overlaps."""
    return tuple(
        _timex(time) for time in times if time.derivation.rule not in _NOT_ANNOTATED
    )


def _timex(time: TimeExpression) -> Timex:
    cited = time.citation
    found = Timex(cited.start, cited.end, str(time.type), time.value, time.mod)
    if time.length is not None:
        found = replace(found, type=str(TimeType.DURATION), value=time.length)
    elif time.derivation.rule == "de.time.then":
        found = replace(found, value="PAST_REF")
    elif time.type is TimeType.TIME:
        found = replace(found, value=found.value.removeprefix(_NO_DAY))
    if time.derivation.rule == "de.time.day.list" and cited.text.endswith("."):
        found = replace(found, end=found.end - 1)
    return found


# Ranges ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Range:
    """A time from one expression to another; ``first`` and ``last`` are their places
    in the row, ``value`` is how long it lasts as far as the ends say."""

    first: int
    last: int
    value: str


_TO = re.compile(
    r"\.?\s*(?:bis(?:\s+(?:zum|zur|einschließlich|in\s+den))?(?:\s+de[mnr])?|[–-])\s*"
)
_AND = re.compile(r"\.?\s*und\s*(?:de[mnr]\s*)?")
_BETWEEN = re.compile(r"(?i)\bzwischen\s+(?:de[mnr]\s+)?$")
_REACH = 20
"""Code points before an expression in which "zwischen" stands."""


def ranges(text: str, row: Sequence[Timex]) -> tuple[Range, ...]:
    """Return which neighbours are the two ends of a range: vom 3. bis 5. Mai."""
    return tuple(
        Range(place, place + 1, _how_long(one.value, two.value))
        for place, (one, two) in enumerate(pairwise(row))
        if one.type == two.type == TimeType.DATE and _is_range(text, one, two)
    )


def _is_range(text: str, one: Timex, two: Timex) -> bool:
    if two.start - one.end > _REACH:
        return False
    joint = text[one.end : two.start]
    if _TO.fullmatch(joint):
        return True
    before = text[max(0, one.start - _REACH) : one.start]
    return bool(_AND.fullmatch(joint) and _BETWEEN.search(before))


def _how_long(first: str, last: str) -> str:
    """Return a length, both ends included but for years ("1939 bis 1945" is P6Y).

    >>> _how_long("2021-05-03", "2021-05-05"), _how_long("2020-11", "2021-01")
    ('P3D', 'P3M')
    """
    for pattern, unit in _COUNTED:
        ends = pattern.fullmatch(first), pattern.fullmatch(last)
        if ends[0] and ends[1]:
            steps = _count(ends[1][0]) - _count(ends[0][0]) + (unit != "Y")
            return f"P{steps}{unit}" if steps > 0 else f"PX{unit}"
    return "PXD"


_COUNTED = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "D"),
    (re.compile(r"\d{4}-\d\d"), "M"),
    (re.compile(r"\d{4}"), "Y"),
)


def _count(value: str) -> int:
    if len(value) == len("2021-05-03"):
        return date.fromisoformat(value).toordinal()
    parts = [int(part) for part in value.split("-")]
    return parts[0] * 12 + parts[1] if len(parts) > 1 else parts[0]


_SINCE = re.compile(r"(?i)\bseit\s+(?:de[mnr]\s+|über\s+|mehr\s+als\s+)?$")
_UP_TO_NOW = re.compile(r"(?i)(?:de[nr]\s+)?(?:letzten|vergangenen)\b")
_FROM_NOW = re.compile(r"(?i)(?:de[nr]\s+)?(?:nächsten|kommenden)\b")


def _points(text: str, timex: Timex) -> str:
    """Return what a length that touches the report's day has as its points."""
    if timex.type != TimeType.DURATION:
        return ""
    words = text[timex.start : timex.end]
    before = text[max(0, timex.start - _REACH) : timex.start]
    if _SINCE.search(before) or _UP_TO_NOW.match(words):
        return ' endPoint="t0"'
    return ' beginPoint="t0"' if _FROM_NOW.match(words) else ""


# TimeML ----------------------------------------------------------------------------


def timeml(text: str, times: Sequence[TimeExpression], dct: date | None) -> str:
    """Return a TimeML document. Characters XML cannot hold become U+FFFD.

    A range is a TIMEX3 without words behind its second end, with the ends as its
    points; a length that leads to or from the report's day has that day as a point.
    """
    day = dct.isoformat() if dct else ""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DCT>'
        f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(day)} '
        f'temporalFunction="false" functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
    )
    return f"{head}<TEXT>{''.join(_tagged(text, times))}</TEXT>\n</TimeML>\n"


def _tagged(text: str, times: Sequence[TimeExpression]) -> Iterator[str]:
    at, row = 0, timex3(times)
    after = {each.last + 1: each for each in ranges(text, row)}
    for number, timex in enumerate(row, 1):
        yield _clean(text[at : timex.start])
        mod = f" mod={quoteattr(timex.mod)}" if timex.mod else ""
        yield (
            f'<TIMEX3 tid="t{number}" type="{timex.type}" value={quoteattr(timex.value)}'
            f'{mod}{_points(text, timex)} anchorTimeID="t0">{_clean(text[timex.start : timex.end])}</TIMEX3>'
        )
        if number in after:
            yield _empty(after[number], len(row) + number)
        at = timex.end
    yield _clean(text[at:])


def _empty(span: Range, number: int) -> str:
    return (
        f'<TIMEX3 tid="t{number}" type="DURATION" value="{span.value}" '
        f'beginPoint="t{span.first + 1}" endPoint="t{span.last + 1}" '
        'temporalFunction="true"/>'
    )


def _clean(text: str) -> str:
    return escape(text.translate(_NOT_XML))


def times_as_json(
    text: str, times: Sequence[TimeExpression], dct: date | None
) -> dict[str, object]:
    """Return what Chronist found, with rule and reasons, ready for a JSON writer.

    ``ranges`` names the two ends of each range by their place in ``times``.
    """
    row = [_timex(time) for time in times]
    return {
        "dct": dct.isoformat() if dct else None,
        "times": [_row(t) for t in times],
        "ranges": [
            {"first": r.first, "last": r.last, "length": r.value}
            for r in ranges(text, row)
        ],
    }


def _row(time: TimeExpression) -> dict[str, object]:
    cited, why = time.citation, time.derivation
    return {
        "start": cited.start,
        "end": cited.end,
        "text": cited.text,
        "type": str(time.type),
        "value": time.value,
        "mod": time.mod,
        "length": time.length,
        "when": time.when.edtf if time.when else None,
        "anchor": time.anchor.edtf if time.anchor else None,
        "rule": why.rule,
        "why": {"de": why.de, "en": why.en},
    }
