"""Diaries by numbered days, logs, lists in figures, and days that bear the names of people."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.dates.texts import dates_in, days_in

DIARY = (
    "A cellar diary\n\nDay 2\n\nWater from the boiler. My neighbour came yesterday.\n\n"
    "Day 5 - Sunday\n\nMass in the cellar. They say there will be bread by Wednesday.\n\n"
    "Day 9 - Thursday, 12 June\n\nNobody went up today. On Friday the roof fell.\n\n"
    "Day 14, the last\n\nThey came this morning. Last week I would have danced."
)


def test_one_dated_heading_dates_all_numbered_days_and_what_stands_under_them() -> None:
    assert days_in(DIARY, date(2031, 6, 25)) == [
        ("Day 2", "2031-06-05"),
        ("yesterday", "2031-06-04"),
        ("Day 5 - Sunday", "2031-06-08"),
        ("Wednesday", "2031-06-11"),
        ("Day 9 - Thursday, 12 June", "2031-06-12"),
        ("today", "2031-06-12"),
        ("Friday", "2031-06-06"),
        ("Day 14", "2031-06-17"),
        ("this morning", "2031-06-17"),
        ("Last week", "2031-06-09..2031-06-15"),
    ]


def test_headings_say_what_their_days_were_told_from() -> None:
    reasons = {one.text: one.reason for one in dates_in(DIARY, date(2031, 6, 25))}
    assert reasons["Day 5 - Sunday"] == "day 5, counted on from “Day 9 - Thursday, 12 June”"
    assert reasons["Day 9 - Thursday, 12 June"] == "in the year of publication, 2031"
    assert reasons["today"] == "the day of the entry, 12 June 2031"


def test_an_entry_of_a_log_ends_with_its_clock_times() -> None:
    text = (
        "The duty log tells it:\n\nWednesday, March 6\n\n06:10 Boat seen off the point today.\n\n"
        "Thursday, March 7\n\n01:20 Shots. Nobody hurt.\n\nThe chief said on Friday that she would read it again."
    )
    assert days_in(text)[-1] == ("Friday", "2031-05-09")
    assert ("today", "2030-03-06") in days_in(text)


def test_a_list_in_figures_follows_the_order_of_the_account() -> None:
    text = (
        "2031-03-01: first shots.\n- 03/02: the bridge falls.\n- 03/05 (a truce): bread.\nThe score was 10/11: no more."
    )
    assert days_in(text) == [("2031-03-01", "2031-03-01"), ("03/02", "2031-03-02"), ("03/05", "2031-03-05")]
    assert days_in("Notes on the siege:\n- 25/02: first shots.\n- 03/04: the bridge.")[-1] == ("03/04", "2031-04-03")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell on 27 April. The order of the 29th of that month stands.", ("the 29th of that month", "2031-04-29")),
        ("A note dated the 3rd of this month says so.", ("the 3rd of this month", "2031-05-03")),
        ("Shelling, 2031-02-03 to 2031-02-07.", ("2031-02-03 to 2031-02-07", "2031-02-03..2031-02-07")),
        ("He taught there 1990 to 1994.", ("1990 to 1994", "1990-01-01..1994-12-31")),
        ("The gate fell on 27 April. On that date he was away.", ("that date", "2031-04-27")),
        ("The siege began on April 3. On Holy Thursday it rained.", ("Holy Thursday", "2031-04-10")),
        ("The siege began on April 3. The entry for the ninth day is short.", ("the ninth day", "2031-04-11")),
        ("It rained on 20 April. On the Sunday after that it froze.", ("the Sunday after that", "2031-04-27")),
        ("It was in her message of yesterday.", ("yesterday", "2031-05-13")),
        ("The gate fell on 27 April, the day before the surrender.", ("the day before", "2031-04-27")),
    ],
)  # fmt: skip
def test_forms_that_were_torn_or_missed(text: str, found: tuple[str, str]) -> None:
    assert days_in(text)[-1] == found


@pytest.mark.parametrize(
    "text",
    [
        "Hon. Sunday Adeyemi opened the gate.",
        "Monday Ude, a cook, opened the gate.",
        "He is today a cook.",
        "She lives in Ghent today.",
        "They are the heroes of yesterday.",
        "A page with a name and that date.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert days_in(text) == []


def test_a_weekday_before_a_name_stays_a_day() -> None:
    assert days_in("On Sunday Ana Reyes, a nurse, came. Friday, a cold day, passed.") == [
        ("Sunday", "2031-05-11"),
        ("Friday", "2031-05-09"),
    ]
