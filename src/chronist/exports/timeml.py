"""Times as TimeML and as plain JSON, for programs that know nothing of chronicles.

TimeML is written after the annotation guides of the German and Italian TimeML corpora,
which differ from our own in five points: a distance ("vor fünf Jahren") is a DURATION;
ages are no times; words that tie a text together (nun, inzwischen, bisher) are none;
a named event ("nach dem Mauerfall") is an EVENT there; a day in a list stands without
its full stop. JSON gives all that Chronist found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
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


def timeml(text: str, times: Sequence[TimeExpression], dct: date | None) -> str:
    """Return a TimeML document. Characters XML cannot hold become U+FFFD."""
    day = dct.isoformat() if dct else ""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DCT>'
        f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(day)} '
        f'temporalFunction="false" functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
    )
    return f"{head}<TEXT>{''.join(_tagged(text, times))}</TEXT>\n</TimeML>\n"


def _tagged(text: str, times: Sequence[TimeExpression]) -> Iterator[str]:
    at = 0
    for number, timex in enumerate(timex3(times), 1):
        yield _clean(text[at : timex.start])
        mod = f" mod={quoteattr(timex.mod)}" if timex.mod else ""
        yield (
            f'<TIMEX3 tid="t{number}" type="{timex.type}" value={quoteattr(timex.value)}'
            f'{mod} anchorTimeID="t0">{_clean(text[timex.start : timex.end])}</TIMEX3>'
        )
        at = timex.end
    yield _clean(text[at:])


def _clean(text: str) -> str:
    return escape(text.translate(_NOT_XML))


def times_as_json(
    times: Sequence[TimeExpression], dct: date | None
) -> dict[str, object]:
    """Return what Chronist found, with rule and reasons, ready for a JSON writer."""
    return {"dct": dct.isoformat() if dct else None, "times": [_row(t) for t in times]}


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
