"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.dates.calendar import (
    Stretch,
    easter,
    months_from,
    nth_weekday,
    orthodox_easter,
    part_of,
    shift_months,
    unit_around,
    weekday_near,
)

_UNITS = ("day", "week", "month", "quarter", "season", "year", "decade", "century")


@pytest.mark.parametrize(
    ("year", "day"), [(2022, (4, 17)), (2031, (4, 13)), (1818, (3, 22)), (2038, (4, 25)), (2000, (4, 23))]
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(("year", "day"), [(2022, (4, 24)), (2024, (5, 5)), (2025, (4, 20)), (1975, (5, 4))])
def test_orthodox_easter(year: int, day: tuple[int, int]) -> None:
    assert orthodox_easter(year) == date(year, *day)


@given(st.integers(1583, 9999))
def test_easter_is_a_spring_sunday(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.dates(date(200, 1, 1), date(9800, 1, 1)), st.sampled_from(_UNITS))
def test_units_hold_their_day_and_follow_each_other(day: date, unit: str) -> None:
    here, following = unit_around(day, unit), unit_around(day, unit, 1)  # type: ignore[arg-type]
    assert here is not None and following is not None
    assert here.first <= day <= here.last
    assert (following.first - here.last).days == 1


@given(st.dates(), st.integers(0, 6))
def test_the_nearest_weekday(day: date, weekday: int) -> None:
    near = weekday_near(day, weekday)
    if near is not None:
        assert near.weekday() == weekday
        assert 0 <= (day - near).days < 7


def test_parts_of_a_month_meet() -> None:
    february = months_from(2024, 2)
    assert february is not None
    early, mid, late = (part_of(february, part) for part in ("early", "mid", "late"))
    assert (early.last.day, mid.first.day, mid.last.day, late.first.day, late.last.day) == (10, 11, 20, 21, 29)


def test_parts_of_a_year_are_its_thirds() -> None:
    year = Stretch(date(2030, 1, 1), date(2030, 12, 31))
    assert part_of(year, "mid") == Stretch(date(2030, 5, 1), date(2030, 8, 31))


def test_months_on_stay_in_short_months() -> None:
    assert shift_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert shift_months(date(9999, 12, 1), 1) is None


def test_nth_weekdays() -> None:
    assert nth_weekday(2022, 11, 3, 4) == date(2022, 11, 24)
    assert nth_weekday(2022, 5, 0, -1) == date(2022, 5, 30)
