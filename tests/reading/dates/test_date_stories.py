"""What a story goes on from, and what it only glances at."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.dates import find_dates
from bot.reading.layout import lay_out
from bot.reading.model import Span
from tests.reading.dates.texts import dates_in, days_in, last, only


def _last_with_quotations(text: str, published: date | None = date(2031, 5, 14)) -> str:
    """The day of the last expression of a text whose quotations stand between curly marks."""
    marks = [at for at, char in enumerate(text) if char in "“”"]
    quotations = [Span(start + 1, end) for start, end in zip(marks[::2], marks[1::2], strict=True)]
    return find_dates(lay_out(text, published), quotations)[-1].earliest.isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A date in somebody's mouth, of another time than the story's
        ("The wells froze on April 26. “The best soup since Christmas,” she said.\n\nThe next day it thawed.", "04-27"),
        ("The wells froze on April 26. “I was born on 2 June 1990,” he said. The next day it thawed.", "04-27"),
        # ... and of the story's own
        ("The wells froze on April 26. “On April 28 they burst,” he said.\n\nThe next day it thawed.", "04-29"),
        # A look ahead
        ("It was April 6. She would not see her house until May 4.\n\nThat night the stove went out.", "04-06"),
        # A month named in passing does not turn the story back
        ("On April 6 he fell. The hero of the March 2029 revolt took his chair. On April 9 it was burnt.", "04-09"),
    ],
)
def test_asides_do_not_carry_the_story(text: str, day: str) -> None:
    assert _last_with_quotations(text) == f"2031-{day}"


def test_a_diary_speaks_from_its_own_days() -> None:
    text = "The entry for 9 March reads: “Today the last lamp went out.”"
    assert _last_with_quotations(text) == "2031-03-09"
    text = "He read from it: “Monday, April 7. Rain.” And further down: “Wednesday. More of it.”"
    assert _last_with_quotations(text) == "2031-04-09"
    text = "April 7. We are still here.\n\nApril 8. The mayor came yesterday.\n\nApril 9. A mule tonight."
    assert [days for _, days in days_in(text)] == ["2031-04-07", "2031-04-08", "2031-04-07", "2031-04-09", "2031-04-09"]
    assert dates_in(text)[2].reason == "one day before the entry on 8 April 2031"


def test_an_old_diary_printed_later_stays_in_its_year() -> None:
    text = (
        "1 June 1944\n\nOrders came for the boats.\n\n3 June\n\nRain since yesterday, and no post.\n\n"
        "6 June\n\nAshore. I shall not write about today."
    )
    found = days_in(text, date(2004, 5, 20))
    assert [days for _, days in found] == ["1944-06-01", "1944-06-03", "1944-06-02", "1944-06-06", "1944-06-06"]


def test_a_report_of_yesterday_quotes_yesterdays_today() -> None:
    assert _last_with_quotations("The team lost yesterday. “I was proud of today,” the captain said.") == "2031-05-13"


WINTER = "2030-12-01..2031-02-28"
STORY_OF_1979 = (
    "The island was cut off on March 2, 1979. On March 9 the mast broke. On the 14th the pipe burst. A book on it came "
    "out in 2011.\n\nSome of them met on Saturday. "
)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (STORY_OF_1979 + "\n\nOn the last day of March it rained.", "1979-03-31"),
        (STORY_OF_1979 + "\n\nOn the night of April 9 a boat rowed in.", "1979-04-09"),
        (STORY_OF_1979 + "\n\nThe next exhibition will open on June 9.", "2031-06-09"),
        ("They held the mill in the autumn of 1958. They met on Sunday. It began on Sept. 30.", "1958-09-30"),
        ("The first shells fell on August 25, 1991. They met on Monday and Tuesday.", "2031-05-13"),
        ("They met on Monday. The first shells fell on August 25, 1991. The town fell on Nov. 18.", "1991-11-18"),
        (
            "In 2014 they were freed. He left that year, she the year after. In March she died.",
            "2015-03-01..2015-03-31",
        ),
        ("Bread was short in December 1941. 27 May is the 65th anniversary of the landing.", "2031-05-27"),
        ("On Nov. 3 a bridge of the fall of 1971 blew up. On Nov. 9 it froze. That winter was hard.", WINTER),
    ],
)
def test_a_story_of_other_years_is_taken_up_again(text: str, days: str) -> None:
    assert last(text) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The gate fell on 17 April. The guard said yesterday that bread ran out on the 25th.", "2031-04-25"),
        ("The gate fell on 17 April. Salt came in on the 24th. The following Saturday it rained.", "2031-04-26"),
        ("The gate fell on 27 April. On the 2nd it was hung again.", "2031-05-02"),
        ("He spoke on Tuesday of the fire. It broke out on the 25th.", "2031-04-25"),
        ("The gate fell on 27 April. The 30th brought rain.", "2031-04-30"),
        ("The gate fell on 27 April. On the Friday it was hung again.", "2031-05-02"),
        ("The gate fell on 27 April. In the week before Christmas they had oiled it.", None),
    ],
)
def test_days_of_the_month_are_not_later_than_publication(text: str, day: str | None) -> None:
    assert last(text) == (day or "2030-12-18..2030-12-24")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The next sitting is on Tuesday.", "2031-05-20"),
        ("The deadline is Friday.", "2031-05-16"),
        ("She was to have retired in the autumn.", "2031-09-01..2031-11-30"),
        ("The army said it would let the doctors in from Friday.", "2031-05-16"),
        ("They will marry in three weeks’ time.", "2031-06-02..2031-06-08"),
        ("Half a year ago they had not met.", "2030-11-01..2030-11-30"),
    ],
)
def test_verbs_that_look_ahead(text: str, days: str) -> None:
    assert only(text) == days


def test_what_stands_beside_a_day_is_another_word_for_it() -> None:
    found = dates_in("The truce broke on Saturday, four days after it came into force.")
    assert [one.earliest for one in found] == [date(2031, 5, 10)] * 2
    assert found[1].reason == "another word for “Saturday”"


def test_a_story_of_last_year_stays_in_it() -> None:
    text = "It began on Tuesday, April 16. By the first of May there was no coal. On May 8 a shell fell."
    assert [days for _, days in days_in(text)] == ["2030-04-16", "2030-05-01", "2030-05-08"]


def test_a_date_line_of_a_newspaper_is_the_day_it_speaks_from() -> None:
    text = "Harbour opens again\n\nThursday, May 15, 2031\n\nThe harbour of Ness opened again yesterday, to singing."
    found = dates_in(text)
    assert found[-1].earliest == date(2031, 5, 14)
    assert found[-1].reason == "one day before the date line on 15 May 2031"
    assert dates_in(text, date(2031, 8, 1))[-1].earliest == date(2031, 7, 31)
