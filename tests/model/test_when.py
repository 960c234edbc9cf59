"""A time keeps its precision, through arithmetic and through EDTF."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.model.when import AUTUMN, SPRING, SUMMER, WINTER, When

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
YEARS = st.integers(1, 9998)


@st.composite
def intervals(draw):
    earliest, latest = sorted(draw(st.tuples(DAYS, DAYS)))
    return When.between(
        draw(st.sampled_from([earliest, date.min])),
        draw(st.sampled_from([latest, date.max])),
    )


ANY_WHEN = st.one_of(
    DAYS.map(When.day),
    st.builds(When.moment, DAYS, st.times().map(lambda t: t.strftime("%H:%M"))),
    st.builds(When.month, YEARS, st.integers(1, 12)),
    YEARS.map(When.year),
    YEARS.map(When.decade),
    st.integers(0, 98).map(When.century),
    st.builds(When.season, YEARS, st.sampled_from([SPRING, SUMMER, AUTUMN, WINTER])),
    st.builds(When.quarter, YEARS, st.integers(1, 4)),
    st.builds(When.half, YEARS, st.integers(1, 2)),
    intervals(),
)


@given(ANY_WHEN)
def test_edtf_says_all_of_it(when):
    assert When.from_edtf(when.edtf) == when


@pytest.mark.parametrize(
    ("when", "edtf", "earliest", "latest"),
    [
        (When.day(date(2021, 9, 9)), "2021-09-09", "2021-09-09", "2021-09-09"),
        (
            When.moment(date(2021, 9, 9), "18:30"),
            "2021-09-09T18:30",
            "2021-09-09",
            "2021-09-09",
        ),
        (When.month(2020, 2), "2020-02", "2020-02-01", "2020-02-29"),
        (When.year(2021), "2021", "2021-01-01", "2021-12-31"),
        (When.decade(1994), "199X", "1990-01-01", "1999-12-31"),
        (When.century(19), "19XX", "1900-01-01", "1999-12-31"),
        (When.season(2021, SPRING), "2021-21", "2021-03-01", "2021-05-31"),
        (When.season(2021, SUMMER), "2021-22", "2021-06-01", "2021-08-31"),
        (When.season(2021, AUTUMN), "2021-23", "2021-09-01", "2021-11-30"),
        (When.season(2019, WINTER), "2019-24", "2019-12-01", "2020-02-29"),
        (When.quarter(2021, 1), "2021-33", "2021-01-01", "2021-03-31"),
        (When.quarter(2021, 4), "2021-36", "2021-10-01", "2021-12-31"),
        (When.half(2021, 1), "2021-40", "2021-01-01", "2021-06-30"),
        (When.half(2021, 2), "2021-41", "2021-07-01", "2021-12-31"),
    ],
)
def test_precisions(when, edtf, earliest, latest):
    assert when.edtf == edtf
    assert (when.earliest.isoformat(), when.latest.isoformat()) == (earliest, latest)
    assert repr(when) == f"When('{edtf}')"


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf"),
    [
        (date(2021, 10, 21), date(2021, 10, 31), "2021-10-21/2021-10-31"),
        (date(2021, 10, 21), date(2021, 10, 21), "2021-10-21"),
        (date.min, date(2021, 10, 21), "../2021-10-21"),
        (date(2021, 10, 21), date.max, "2021-10-21/.."),
        (date.min, date.max, "../.."),
    ],
)
def test_between(earliest, latest, edtf):
    assert When.between(earliest, latest).edtf == edtf


def test_an_interval_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="cannot end"):
        When.between(date(2021, 2, 1), date(2021, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gestern",
        "2021-13",
        "2021-00",
        "2021-45",
        "2021-9-9",
        "21-09-09",
        "20210909",
    ],
)
def test_what_chronist_does_not_write_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  # date's own message for some
        When.from_edtf(text)


def test_intervals_of_less_precise_ends_can_be_read():
    when = When.from_edtf("2021-10/2022-02")
    assert (when.earliest, when.latest) == (date(2021, 10, 1), date(2022, 2, 28))


@pytest.mark.parametrize("year", [1, 9, 9999])
def test_the_ends_of_the_calendar(year):
    for when in (
        When.year(year),
        When.decade(year),
        When.quarter(year, 4),
        When.half(year, 2),
        When.season(year, WINTER),
        When.month(year, 12),
    ):
        assert date.min <= when.earliest <= when.latest <= date.max
        assert When.from_edtf(when.edtf) == when


@given(ANY_WHEN, ANY_WHEN)
def test_relations_agree_with_sets_of_days(one, other):
    common = max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    assert one.overlaps(other) == other.overlaps(one) == common
    if one.within(other):
        assert one.overlaps(other)
        assert other.contains(one.earliest)
        assert other.contains(one.latest)
    if one.within(other) and other.within(one):
        assert (one.earliest, one.latest) == (other.earliest, other.latest)


@given(ANY_WHEN)
def test_width_and_bounds(when):
    assert when.width >= 1
    assert when.is_day == (when.width == 1)
    assert when.within(when)
    assert when.contains(when.earliest)
    assert when.contains(when.latest)


@pytest.mark.parametrize(
    ("edtf", "days", "widened"),
    [
        ("2021-09-09", 0, "2021-09-09"),
        ("2021-09-09", 2, "2021-09-07/2021-09-11"),
        ("2021-09", 1, "2021-08-31/2021-10-01"),
        ("../2021-09-09", 2, "../2021-09-11"),
        ("2021-09-09/..", 2, "2021-09-07/.."),
        ("../..", 2, "../.."),
    ],
)
def test_widened(edtf, days, widened):
    assert When.from_edtf(edtf).widened(days).edtf == widened


def test_widened_does_not_leave_the_calendar():
    assert When.day(date(1, 1, 3)).widened(5).earliest == date.min
    assert When.day(date(9999, 12, 30)).widened(5).latest == date.max
