"""Citations hold the words of their report and compare by position."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.model.citation import Citation
from chronist.model.report import Report, Segment, SegmentKind

REPORT = Report(
    id="r-1",
    source="a.txt",
    text="Minsk. Der Präsident reiste ab. 😀 Ende",
    segments=(
        Segment(SegmentKind.PLACE_LINE, 0, 6),
        Segment(SegmentKind.PARAGRAPH, 7, 31),
        Segment(SegmentKind.TEASER, 32, 38),
    ),
)


@given(st.data())
def test_a_report_cites_its_own_words(data):
    start = data.draw(st.integers(0, len(REPORT.text)))
    end = data.draw(st.integers(start, len(REPORT.text)))
    citation = REPORT.cite(start, end)
    assert citation == Citation("r-1", start, end, REPORT.text[start:end])


def test_positions_are_code_points():
    assert REPORT.cite(32, 33).text == "😀"
    assert REPORT.cite(34, 38).text == "Ende"


def test_only_the_story_is_read():
    assert [s.kind for s in REPORT.story_segments()] == [SegmentKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ((0, 5), (0, 5), True, True),
        ((0, 5), (1, 4), True, True),
        ((1, 4), (0, 5), True, False),
        ((0, 5), (5, 8), False, False),
        ((0, 5), (4, 8), True, False),
        ((6, 9), (0, 5), False, False),
    ],
)
def test_relations(one, other, overlaps, contains):
    a, b = REPORT.cite(*one), REPORT.cite(*other)
    assert a.overlaps(b) == b.overlaps(a) == overlaps
    assert a.contains(b) == contains


def test_citations_of_other_reports_never_meet():
    mine, other = REPORT.cite(0, 5), Citation("r-2", 0, 5, "Minsk")
    assert not mine.overlaps(other)
    assert not mine.contains(other)


def test_citations_sort_by_report_and_place():
    rows = [("r-2", 0, 1), ("r-1", 4, 9), ("r-1", 4, 5), ("r-1", 0, 9)]
    ordered = sorted(Citation(r, s, e, "x") for r, s, e in rows)
    assert [(c.report, c.start, c.end) for c in ordered] == sorted(rows)


def test_a_citation_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        REPORT.cite(0, 5).start = 1  # type: ignore[misc]
