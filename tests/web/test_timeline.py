"""Precision is width, gaps are gaps, and the order is the one people read in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from chronist.model.entry import Entry
from chronist.model.event import Status
from chronist.model.when import When
from chronist.web.marking import Mark, differing, pieces
from chronist.web.order import in_order
from chronist.web.timeline import WIDTH, chart
from tests.store import literal_pile

ANY = (date.min, date.max)


def entry(edtf: str | None, status: Status = Status.OCCURRED) -> Entry:
    when = When.from_edtf(edtf) if edtf else None
    whole = literal_pile.links().entries[0]
    return replace(whole, id=f"n-{edtf}", when=when, status=status, reported=None)


def test_a_month_is_a_band_and_no_day():
    found = chart([entry("2021-09-09"), entry("2021-09-10"), entry("2021-09")], ANY)
    assert found is not None
    assert found.unit == "day"
    assert sum(bar.total for bar in found.bars) == 2
    assert [band.when.edtf for band in found.bands] == ["2021-09"]


def test_what_is_planned_is_told_apart():
    found = chart([entry("2021-09-09"), entry("2021-09-09", Status.PLANNED)], ANY)
    assert found is not None
    assert [(bar.facts, bar.others) for bar in found.bars if bar.total] == [(1, 1)]


def test_a_stretch_without_entries_is_a_gap():
    found = chart([entry("2021-01-05"), entry("2021-03-01")], ANY)
    assert found is not None
    assert [gap.days for gap in found.gaps] == [54]


def test_nothing_dated_gives_no_picture():
    assert chart([entry(None)], ANY) is None


def test_wide_and_undated_entries_stand_last():
    mixed = [entry(None), entry("202X"), entry("2021-09-10"), entry("2021-09")]
    order = [e.when.edtf if e.when else "" for e in in_order(mixed)]
    assert order == ["2021-09", "2021-09-10", "202X", ""]


days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(st.lists(st.tuples(days, st.integers(0, 900)), min_size=1, max_size=40))
def test_every_entry_is_in_the_picture_or_counted_outside(spans):
    entries = [
        replace(
            entry(None),
            when=When.between(first, date.fromordinal(first.toordinal() + more)),
        )
        for first, more in spans
    ]
    found = chart(entries, ANY)
    if found is None:
        assert all(e.when.width > 366 for e in entries)
        return
    counted = sum(bar.total for bar in found.bars) + found.before + found.after
    assert counted <= len(entries)
    assert all(0 <= bar.x <= bar.x + bar.width <= WIDTH + 1 for bar in found.bars)
    assert all(0 <= band.x <= band.x + band.width <= WIDTH + 1 for band in found.bands)


marks = st.builds(
    Mark, st.integers(0, 30), st.integers(0, 30), st.sampled_from(["a", "b", "c"])
)


@given(st.text(max_size=30), st.lists(marks, max_size=8))
def test_marking_keeps_every_character(text, marked):
    assert "".join(piece.text for piece in pieces(text, 0, marked)) == text


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparing_keeps_every_character(text, other):
    assert "".join(piece.text for piece in differing(text, other)) == text
