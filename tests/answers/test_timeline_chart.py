"""Which days a timeline shows, and how many dates become a chart that can be read."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import pytest

from bot.answers.holdings import Holdings
from bot.answers.timeline.drawing import MOST_ROWS, chart_of
from bot.answers.timeline.window import WIDEST, lies_in, window_of
from bot.archive.records import AccountDates, DatedDays, SourceRecord, Window
from bot.archive.thesaurus import Thesaurus

FIRST, LAST = date(2022, 2, 24), date(2022, 5, 20)
HOLDINGS = Holdings(cast(Any, None), Thesaurus(), FIRST, LAST, "!")
SIEGE = Window(FIRST, LAST, WIDEST)
SOURCE = SourceRecord(
    "a", "The lamps", "The Gull", (), None, None, None, None, "en", "account", None, "a.txt", "", "tests", "", 1
)  # fmt: skip


def dated(first: str, last: str = "", hits: int = 1, *, approximate: bool = False) -> DatedDays:
    return DatedDays(date.fromisoformat(first), date.fromisoformat(last or first), approximate, hits)


def accounts(count: int, *days: DatedDays) -> list[AccountDates]:
    return [AccountDates(replace(SOURCE, id=str(number), title=f"Lamps {number}"), days) for number in range(count)]


@pytest.mark.parametrize(
    ("days", "last"),
    [
        ([dated("2022-03-16"), dated("2022-05-07")], LAST),
        ([dated("2022-03-16", hits=9), dated("2022-09-21")], LAST),
        ([dated("2022-03-16"), dated("2022-09-21")], date(2022, 9, 21)),
        ([dated("2022-06-29"), dated("2022-07-28", "2022-07-29")], date(2022, 7, 29)),
        ([dated("2022-03-16"), dated("2024-05-22", hits=50)], LAST),
        ([dated("2014-01-01", "2014-12-31", hits=50)], LAST),
        ([dated("2022-03-16"), dated("2022-06-01", "2022-12-31")], LAST),
    ],
)
def test_the_days_of_the_siege_are_shown_and_more_where_much_is_dated_to_its_aftermath(
    days: list[DatedDays], last: date
) -> None:
    assert window_of(days, HOLDINGS) == Window(FIRST, last, WIDEST)


def test_where_no_last_day_is_set_the_siege_is_as_long_as_it_was() -> None:
    assert window_of([dated("2022-03-16")], replace(HOLDINGS, last_day=None)).last == date(2022, 5, 21)


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (dated("2022-02-23"), False),
        (dated("2022-02-24"), True),
        (dated("2022-02-01", "2022-02-28"), True),
        (dated("2022-05-20", "2022-06-30"), True),
        (dated("2022-05-21"), False),
        (dated("2022-03-01", "2022-05-01"), True),
        (dated("2022-03-01", "2022-05-02"), False),
        (dated("2022-01-01", "2022-12-31"), False),
    ],
)
def test_what_reaches_into_the_window_is_shown_unless_it_is_too_wide(days: DatedDays, shown: bool) -> None:
    assert lies_in(days, SIEGE) == shown


def test_sources_without_a_row_of_their_own_share_the_last() -> None:
    days = [dated("2022-03-01", hits=MOST_ROWS + 3), dated("2022-03-02", hits=MOST_ROWS), dated("2014-01-01")]
    own = accounts(MOST_ROWS, dated("2022-03-01"), dated("2022-03-02"))
    chart = chart_of(HOLDINGS, "Lamps", days, SIEGE, own, MOST_ROWS + 3)
    assert len(chart.rows) == MOST_ROWS + 1
    assert chart.rows[-1].publisher == "3 more sources"
    # Of the first day three are left, of the second none; the third lies outside.
    assert [each.earliest.day for each in chart.rows[-1].stretches] == [1]
    assert chart.note == "In the picture 3 sources with fewer dates share the last row."


def test_no_row_is_shared_where_every_account_has_one() -> None:
    chart = chart_of(HOLDINGS, "Lamps", [dated("2022-03-01")], SIEGE, accounts(1, dated("2022-03-01")), 1)
    assert [(row.publisher, row.title) for row in chart.rows] == [("The Gull", "Lamps 0")]
    assert chart.note is None


def test_months_begin_within_the_days_shown_or_before_the_first() -> None:
    chart = chart_of(HOLDINGS, "Lamps", [dated("2022-03-01")], SIEGE, accounts(1, dated("2022-03-01")), 1)
    assert [month.words for month in chart.months] == ["February", "March", "April", "May"]


def test_a_chart_of_very_many_dates_is_said_in_few_words() -> None:
    days = [dated((FIRST + timedelta(days=number % 86)).isoformat()) for number in range(1000)]
    chart = chart_of(HOLDINGS, "Lamps" * 10, days, SIEGE, accounts(MOST_ROWS, *days), 999)
    assert len(chart.said) <= 1024
    assert "24 February, 25 February, 26 February, 27 February and 996 more times" in chart.said


def test_words_of_a_day_that_is_not_certain_say_so() -> None:
    days = [dated("2022-03-01", approximate=True), dated("2022-04-21", "2022-04-30", approximate=True)]
    chart = chart_of(HOLDINGS, "Lamps", days, SIEGE, accounts(1, *days), 1)
    assert [each.certain for each in chart.rows[0].stretches] == [False, False]
    assert "about 1 March and about 21–30 April" in chart.said


def test_the_year_is_said_once_unless_there_are_two() -> None:
    days = [dated("2022-03-30", "2022-04-02"), dated("2022-04-05")]
    chart = chart_of(HOLDINGS, "Lamps", days, SIEGE, accounts(1, *days), 1)
    assert ": 30 March – 2 April and 5 April." in chart.said
    assert "24 February – 20 May 2022" in chart.said
    longer = Window(FIRST, date(2023, 1, 5), WIDEST)
    assert "5 April 2022." in chart_of(HOLDINGS, "Lamps", days, longer, accounts(1, *days), 1).said


def test_accounts_are_shown_in_order_of_time() -> None:
    later, earlier = accounts(2, dated("2022-04-01"))
    earlier = replace(earlier, days=(dated("2022-03-01"),))
    chart = chart_of(HOLDINGS, "Lamps", [*later.days, *earlier.days], SIEGE, [later, earlier], 2)
    assert [row.stretches[0].earliest.month for row in chart.rows] == [3, 4]
