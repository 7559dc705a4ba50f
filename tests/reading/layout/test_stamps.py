"""Date stamps of mastheads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.layout.stamps import stamp_of


@pytest.mark.parametrize(
    "line",
    [
        "Mon 12 May 2031 19.05 BST",
        "First published on Mon 12 May 2031 06.15 BST",
        "Issued on: 12/05/2031 - 14:02    Modified: 13/05/2031 - 13:58",
        "Updated May 13, 2031, 9:04 a.m. ET Published May 12, 2031",
        "Monday, May 12, 2031",
        "2031-05-12",
        "date: 2031-05-12",
        "12.05.2031",
        "12th of May, 2031",
        "May 12, 2031 / 7:36 PM / 8 years ago",
    ],
)
def test_line_of_a_date_and_its_labels_is_a_stamp(line: str) -> None:
    stamp = stamp_of(line)
    assert stamp is not None
    assert stamp.day == date(2031, 5, 12)


@pytest.mark.parametrize(
    "line", ["On May 12, 2031 the ferry left", "May 12", "31/02/2031", "The siege, 12 May 2031", ""]
)
def test_anything_else_is_none(line: str) -> None:
    assert stamp_of(line) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_any_day_is_read_in_each_form(day: date) -> None:
    for form in (day.isoformat(), f"{day.day} {day:%B} {day.year:04}", f"{day:%b}. {day.day}, {day.year:04}"):
        stamp = stamp_of(form)
        assert stamp is not None and stamp.day == day
