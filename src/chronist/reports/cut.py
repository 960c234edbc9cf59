"""Lines cut at the marks inside them: the stretches a report is made of, before naming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chronist.model.report import SegmentKind
from chronist.model.when import When
from chronist.reports.agencies import agencies_in, agency_of, outlet_in, trailing_mark
from chronist.reports.days import read_day
from chronist.reports.draft import Dated, Draft, Facts, Weight
from chronist.reports.head_dates import metadata_mark
from chronist.reports.pictures import inline_credit
from chronist.reports.place_lines import PlaceLine, day_of_year, place_line

_HEAD_LINES = 4
"""A metadata line stands within the first lines of a text."""
_PLACELESS_PARAGRAPHS = 3
"""After so many paragraphs a bare "Minsk." is a short sentence, not a place line."""
_LEAST_PARAGRAPH = 80


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a line, trimmed; ``kind`` is None until a pass names it.

    ``after_gap`` says that an empty line stands before it, ``opens_line`` that nothing
    else stands before it on its line.
    """

    start: int
    end: int
    text: str
    kind: SegmentKind | None = None
    after_gap: bool = False
    opens_line: bool = True


@dataclass(frozen=True, slots=True)
class Cut:
    """All stretches of a text, and the facts the marks gave."""

    stretches: tuple[Stretch, ...]
    facts: Facts


def cut_lines(draft: Draft) -> Cut:
    """Return the stretches of the text, with the marks inside lines set apart."""
    lines = list(_lines(draft))
    last = max((i for i, s in enumerate(lines) if s.kind is None), default=0)
    stretches: list[Stretch] = []
    facts = Facts()
    cutter = _Cutter()
    for index, line in enumerate(lines):
        pieces, found = cutter.cut(line, index, index >= last - 1)
        stretches += pieces
        facts = facts.or_else(found)
    return Cut(tuple(stretches), facts)


def _lines(draft: Draft) -> Iterator[Stretch]:
    position, gap = 0, False
    for line in draft.text.split("\n"):
        inner = line.strip()
        if inner:
            start = position + len(line) - len(line.lstrip())
            kind = draft.hints.get(position)
            yield Stretch(start, start + len(inner), inner, kind, gap)
        gap = not inner
        position += len(line) + 1


class _Cutter:
    """Cuts one line after the other; knows how many paragraphs had no place line yet."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._placed = False

    def cut(self, line: Stretch, index: int, last: bool) -> tuple[list[Stretch], Facts]:
        """Return the stretches of one line and what they say."""
        if line.kind not in {None, SegmentKind.PARAGRAPH, SegmentKind.LEAD}:
            return [line], Facts()
        if index < _HEAD_LINES:
            mark = metadata_mark(line.text)
            if mark is not None:
                return _cut_metadata(line, mark.end, mark.dated)
        credit = inline_credit(line.text)
        if credit is not None:
            parts = divide(line, credit, SegmentKind.PICTURE, SegmentKind.CREDIT)
            return parts, Facts()
        return self._cut_paragraph(line, last)

    def _cut_paragraph(self, line: Stretch, last: bool) -> tuple[list[Stretch], Facts]:
        facts = Facts()
        before: list[Stretch] = []
        found = self._place(line)
        if found is not None:
            facts = _facts_of_place(found, line.start)
            place, line = divide(line, found.end, SegmentKind.PLACE_LINE, line.kind)
            before = [place]
        if len(line.text) >= _LEAST_PARAGRAPH:
            self._paragraphs += 1
        at = trailing_mark(line.text, last)
        if at is None:
            return [*before, line], facts
        line, mark = divide(line, at, SegmentKind.PARAGRAPH, SegmentKind.AGENCY_MARK)
        return [*before, line, mark], facts.or_else(
            facts_of_codes(mark.text.strip("()/ ."))
        )

    def _place(self, line: Stretch) -> PlaceLine | None:
        found = place_line(line.text)
        if found is None or found.end >= len(line.text):
            return None
        if found.certain:
            self._placed = True
            return found
        early = self._paragraphs < _PLACELESS_PARAGRAPHS and not self._placed
        if not early or len(line.text) < _LEAST_PARAGRAPH:
            return None
        self._placed = True
        return found


def divide(
    line: Stretch, at: int, first: SegmentKind | None, second: SegmentKind | None
) -> list[Stretch]:
    """Return a line in two trimmed stretches, cut at ``at`` (counted from its start)."""
    left = line.text[:at].rstrip()
    right = line.text[at:].lstrip()
    return [
        replace(line, end=line.start + len(left), text=left, kind=first),
        Stretch(line.end - len(right), line.end, right, second, False, False),
    ]


def _cut_metadata(line: Stretch, end: int, dated: Dated) -> tuple[list[Stretch], Facts]:
    facts = Facts(dates=(shifted(dated, line.start),))
    if not line.text[end:].strip():
        return [replace(line, kind=SegmentKind.METADATA)], facts
    return divide(line, end, SegmentKind.METADATA, None), facts


def shifted(dated: Dated, by: int) -> Dated:
    """Return a day whose span counts from the start of the text, not of its line."""
    if dated.span is None:
        return dated
    return replace(dated, span=(dated.span[0] + by, dated.span[1] + by))


def facts_of_codes(codes: str) -> Facts:
    """Return agency and outlet that a mark outside a place line names.

    Only known agencies count there: others are the initials of an editor.
    """
    agency = agency_of(codes) if agencies_in(codes) else None
    return Facts(agency=agency, outlet=outlet_in(codes))


def _facts_of_place(found: PlaceLine, at: int) -> Facts:
    codes = found.codes
    facts = (
        Facts(agency=agency_of(codes), outlet=outlet_in(codes)) if codes else Facts()
    )
    when: When | None = read_day(found.day) if found.day else None
    dates: tuple[Dated, ...] = ()
    if found.day and when is not None:
        span = (at + found.day_at, at + found.day_at + len(found.day))
        dates = (Dated(when, Weight.LINE, "report.dated.place_line", found.day, span),)
    days = day_of_year(found, at)
    return replace(
        facts,
        place=found.place,
        dates=dates,
        days_of_year=(days,) if days else (),
    )
