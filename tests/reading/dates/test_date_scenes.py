"""Scenes told in the present, lines that break off, feasts with their day, and stories that leap over a season."""

from __future__ import annotations

from datetime import date

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


def test_a_story_of_the_past_may_leap_over_a_season() -> None:
    text = "The raid came on May 24, 2026.\n\nHe fell on June 5.\n\nShe walked free on the night of Aug. 20-21."
    assert last(text) == "2026-08-20..2026-08-21"
    visited = "The raid came on May 24, 2026. He fell on June 5.\n\nOn Monday his son came.\n\nShe walked free on "
    assert last(visited + "the night of Aug. 20-21.") == "2026-08-20..2026-08-21"


@pytest.mark.parametrize(
    ("closing", "day"),
    [
        ("The last letter is postmarked 1 May.", "1993-05-01"),
        ("The last letter is postmarked 9 June.", "2006-06-09"),
    ],
)
def test_a_day_lies_in_the_stretch_told_and_not_in_a_season_named_since(closing: str, day: str) -> None:
    told = "She drew up the roll between 12 April and 3 May 1993.\n\nA court sat in the summer of 2006.\n\n"
    assert last(told + closing, date(2025, 7, 9)) == day
