"""Arithmetic on days, against dates that can be looked up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronist.text.calendar import add_months, easter, iso_week, month_end

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2020, 2, 29), (2021, 2, 28), (1900, 2, 28), (2000, 2, 29), (2021, 9, 30)],
)
def test_month_end(year, month, day):
    assert month_end(year, month) == date(year, month, day)


@given(DAYS, st.integers(-600, 600))
def test_add_months_moves_the_month_and_keeps_or_cuts_the_day(day, months):
    moved = add_months(day, months)
    difference = (moved.year - day.year) * 12 + moved.month - day.month
    assert difference == months
    assert moved.day == min(day.day, month_end(moved.year, moved.month).day)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1818, (3, 22)),  # the earliest possible
        (1943, (4, 25)),  # the latest possible
        (2000, (4, 23)),
        (2008, (3, 23)),
        (2020, (4, 12)),
        (2022, (4, 17)),
        (2038, (4, 25)),
    ],
)
def test_easter(year, sunday):
    assert easter(year) == date(year, *sunday)


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_in_its_range(year):
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(DAYS)
def test_iso_week_holds_its_days(day):
    year, week, _ = day.isocalendar()
    monday, sunday = iso_week(year, week)
    assert monday <= day <= sunday
    assert (monday.isoweekday(), sunday - monday) == (1, timedelta(days=6))


def test_a_week_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError, match="week"):
        iso_week(2021, 53)
