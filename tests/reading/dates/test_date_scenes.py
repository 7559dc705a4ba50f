"""Scenes told in the present, lines that break off, and feasts with their day."""

from __future__ import annotations

import pytest

from tests.reading.dates.texts import days_in, last, only


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It is Sunday in Lower Pell, and the pump is dry.", "2031-05-11"),
        ("It’s late Friday, and nobody has swept the hall.", "2031-05-09"),
        ("The deadline is Sunday, and the pump is dry.", "2031-05-18"),
    ],
)
def test_a_scene_of_the_present_lies_behind_the_day_of_writing(text: str, day: str) -> None:
    assert only(text) == day


def test_the_scene_goes_on_behind_a_story_of_the_past() -> None:
    past = "It is Sunday in Lower Pell.\n\nThe bridge fell on 3 March 2029.\n\n"
    assert last(past + "The next day, on the bus, she counts the spoons again.") == "2031-05-12"
    assert last(past + "The next day, on the bus, she counted the spoons again.") == "2029-03-04"


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_line_that_breaks_off_before_a_weekday_is_one_sentence(gap: str) -> None:
    assert only(f"The council said late on{gap}Friday that those responsible would be fined.") == "2031-05-09"


def test_the_line_before_does_not_count_where_it_is_whole() -> None:
    assert only("The council met\nFriday the gates will open again.") == "2031-05-16"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 12/2, Founders Day, the mill burnt.", [("12/2, Founders Day", "2031-02-12")]),
        ("On 3/4, the Old Harbour Day, it rained.", [("3/4, the Old Harbour Day", "2031-04-03")]),
        ("It scored 12/2, Founders Day or not.", []),
        ("On 32/40, Founders Day, the mill burnt.", []),
    ],
)
def test_figures_beside_a_feast_are_a_day(text: str, found: list[tuple[str, str]]) -> None:
    assert days_in(text) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Christmas Day, which is kept here on January 7, the ovens were cold.", "2031-01-07"),
        ("On Christmas Day, observed in the hills on 6 January, the ovens were cold.", "2031-01-06"),
        ("On Christmas Day, which is kept here on January 45, the ovens were cold.", "2030-12-25"),
        ("On Christmas Day, which is loved here, the ovens were cold.", "2030-12-25"),
    ],
)
def test_a_feast_is_on_the_day_that_the_account_keeps_it(text: str, day: str) -> None:
    assert days_in(text)[0][1] == day


def test_no_day_is_meant_by_an_ordinary_one() -> None:
    assert days_in("All she wants is an ordinary Tuesday.") == []
