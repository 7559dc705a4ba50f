"""Days as people type them."""

from __future__ import annotations

from calendar import month_name
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.dates.asked import AskedDay, DayError, read_day

DAY_ONE = date(2022, 2, 24)
_UKRAINIAN = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
]
_RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]


def asked(words: str, years: tuple[int, ...] = (2022,)) -> AskedDay:
    return read_day(words, years=years, day_one=DAY_ONE)


@pytest.mark.parametrize(
    "words",
    [
        "2022-04-30", "2022/4/30", "30 April", "april 30th", "30th of April, 2022", "30.04.2022", "30/04/2022",
        "04/30/2022",
        "30.04", "30 apr 2022", "Saturday, 30 April", "day 66", "Day #66", "the 66th day of the siege", "66th day",
        "30 квітня", "30 квітня 2022 року", "30 апреля 2022", "30 апреля 2022 г.", "30-го апреля", "день 66",
        "66-й день облоги",
        " “30 April”. ",
    ],
)  # fmt: skip
def test_forms_of_one_day(words: str) -> None:
    found = asked(words)
    assert found.earliest == found.latest == date(2022, 4, 30)
    assert "30 April 2022" in found.label


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("April 2022", (4, 1), (4, 30)),
        ("2022-04", (4, 1), (4, 30)),
        ("may", (5, 1), (5, 31)),
        ("2022", (1, 1), (12, 31)),
        ("late April", (4, 21), (4, 30)),
        ("mid-april 2022", (4, 11), (4, 20)),
        ("кінець квітня", (4, 21), (4, 30)),
        ("в начале апреля", (4, 1), (4, 10)),
        ("у квітні", (4, 1), (4, 30)),
        ("spring 2022", (3, 1), (5, 31)),
        ("2022-04-26..2022-05-07", (4, 26), (5, 7)),
        ("26 April - 7 May", (4, 26), (5, 7)),
        ("from April 26 to May 7", (4, 26), (5, 7)),
        ("26-30 April", (4, 26), (4, 30)),
        ("з 26 квітня по 7 травня", (4, 26), (5, 7)),
        ("26 April..day 70", (4, 26), (5, 4)),
        ("April..May", (4, 1), (5, 31)),
    ],
)
def test_months_parts_and_ranges(words: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    found = asked(words)
    assert (found.earliest, found.latest) == (date(2022, *first), date(2022, *last))


@pytest.mark.parametrize(
    ("words", "wrong", "would_do"),
    [
        ("2022-13-45", "no month 13", "2022-04-30"),
        ("31 April", "April has 30 days", "30 April"),
        ("31 квітня", "April has 30 days", "30 April"),
        ("29 February 2022", "no leap year", "28 February 2022"),
        ("29 February", "There is no 29 February in 2022", "with its year"),
        ("32.01.2022", "January has 31 days", "31 January 2022"),
        ("0000-01-01", "no year 0", "2022"),
        ("day 0", "no day 0", "24 February 2022"),
        ("2022-05-07..2022-04-26", "ends before it begins", "2022-04-26..2022-05-07"),
        ("yesterday", "depends on the day", "2022-04-30"),
        ("the ferry", "no day", "2022-04-30"),
        ("", "No day", "2022-04-30"),
        ("NEAR(\"a\"*", "no day", "2022-04-30"),
        ("x" * 6_000, "too long", "2022-04-30"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named_with_what_would_do(words: str, wrong: str, would_do: str) -> None:
    with pytest.raises(DayError) as error:
        asked(words)
    sentence = str(error.value)
    assert wrong in sentence
    assert would_do in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 300


def test_a_year_that_is_taken_is_told() -> None:
    found = asked("30 April", (2022, 2014))
    assert found.earliest.year == 2022
    assert found.note == "No year was given: 2022 is taken; the archive also has 2014."
    assert asked("30 April 2022").note == ""


def test_the_first_year_that_has_the_day_is_taken() -> None:
    assert asked("29 February", (2022, 2024)).earliest == date(2024, 2, 29)


def test_the_order_of_figures_is_told_where_it_is_unclear() -> None:
    assert asked("4/5/2022").earliest == date(2022, 5, 4)
    assert "before the month" in asked("4/5/2022").note


@settings(max_examples=150, deadline=None)
@given(day=st.dates(date(1000, 1, 1), date(2199, 12, 31)))
def test_any_day_reads_back_in_every_typed_form(day: date) -> None:
    forms = [
        day.isoformat(),
        f"{day.day} {month_name[day.month]} {day.year}",
        f"{month_name[day.month].lower()} {day.day}, {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day} {_UKRAINIAN[day.month - 1]} {day.year}",
        f"{day.day} {_RUSSIAN[day.month - 1]} {day.year} года",
        f"{day.isoformat()}..{day.isoformat()}",
    ]
    for form in forms:
        found = asked(form)
        assert (found.earliest, found.latest) == (day, day), form


@given(number=st.integers(1, 9_999))
def test_any_day_of_the_siege(number: int) -> None:
    assert asked(f"day {number}").earliest == DAY_ONE + timedelta(days=number - 1)


@settings(deadline=None)
@given(words=st.text(max_size=60) | st.text("0123456789-./ .aprilmytozдень", max_size=20))
def test_junk_is_a_day_or_one_sentence(words: str) -> None:
    try:
        found = asked(words)
    except DayError as error:
        assert str(error).endswith(".")
    else:
        assert found.earliest <= found.latest
