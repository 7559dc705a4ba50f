"""Stories whose end is told ahead, and glances beside the story that must not set its year."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.dates.texts import dates_in, days_in, last

LATER = date(2066, 6, 1)


@pytest.mark.parametrize(
    "opening",
    [
        "The siege of Varn began on 2 May 2029 and was lifted on 14 February 2030.",
        "The siege of Varn lasted from 2 May 2029 until 14 February 2030.",
        "The siege of Varn lasted from 2 May 2029 to 14 February 2030.",
    ],
)
def test_an_undated_day_falls_between_the_first_day_and_the_last(opening: str) -> None:
    text = (
        f"{opening}\n\nBy July the wells were dry. On 9 November a ship came. At Christmas there was horse. "
        "On 20 January the first lorry got in. That April the houses were painted."
    )
    found = dates_in(text, LATER)[2:]
    assert [one.earliest.isoformat() for one in found] == [
        "2029-07-01", "2029-11-09", "2029-12-25", "2030-01-20", "2030-04-01",
    ]  # fmt: skip
    assert found[1].reason == "in the year of “2 May 2029”"


def test_a_day_after_the_last_one_ends_the_story() -> None:
    text = (
        "The siege began on 2 May 2029 and ended on 14 February 2030. On 3 March 2030 the mayor was tried. "
        "On 9 November she was freed."
    )
    assert last(text, LATER) == "2030-11-09"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A life told beside the story
        ("They came on 2 May 1991. Brek, who left in the spring of 1997, slept.\n\nOn 4 May it rained.", "1991-05-04"),
        ("Pell, who led a school out of Dorn in the autumn of 1944, died on May 2.", "2031-05-02"),
        ("They came on 2 May 1991. Brek left in 1998, and died in August 2005. A leaflet of May 4 hung.", "1991-05-04"),
        ("The gate fell on 3 March.\n\n1. Olha Dub, born 03.11.1991, cook.\n\nOn 8 March it rained.", "2031-03-08"),
        ("Olha, who had never sung before the fall of 2029, sang on April 9. She left on April 11.", "2031-04-11"),
        # What had been before the story
        ("The gate fell on 3 May. She had last called in November 2030. On the 5th she came.", "2031-05-05"),
        # A day named again
        ("On 16.04.2031 they came home. One had been held until October 2030. He wrote on 16 April.", "2031-04-16"),
        # The newest Christmas that was over
        ("On 14 March 1991 a sergeant came. The town had owed her bread since Christmas.", "1990-12-25"),
        ("The shelling has killed more than 600 people since September.", "2030-09-01..2030-09-30"),
        # A past verb never tells of days after publication
        ("She was caught in October 2030. In November she wrote.", "2030-11-01..2030-11-30"),
        ("They came in August 2030 and left. He was seen on 9 June.", "2030-06-09"),
    ],
)  # fmt: skip
def test_the_story_keeps_its_year(text: str, day: str) -> None:
    assert last(text) == day


def test_a_verbless_list_of_days_goes_on_with_the_story() -> None:
    text = (
        "The guns opened on 19 June 2027. It went on until September.\n\nOn Friday she showed us the calendar. "
        "At 28 July there is a heart, at 3 August a skull."
    )
    assert [day for _, day in days_in(text, date(2030, 2, 17))][-2:] == ["2027-07-28", "2027-08-03"]


def test_where_a_garrison_had_come_from_is_no_month_of_the_story() -> None:
    text = "The fort was shut in on 7 August 1916. Its garrison, which had come in May, slept. On the 12th it rained."
    assert last(text, LATER) == "1916-08-12"


LETTERS_OF_1977 = "Ana was kept in the quarry in 1977. She lives in Graz.\n\nOn Tuesday the court read her papers. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (LETTERS_OF_1977 + "“We are well,” the entry for May 9 begins.", "1977-05-09"),
        (LETTERS_OF_1977 + "The letter of May 9 is short. The next day the quarry blew up.", "1977-05-10"),
        (LETTERS_OF_1977 + "The diary stops on May 9.", "1977-05-09"),
        ("Flour came on April 2. A plaque tells of 1977.\n\n“No salt,” the entry for April 9 says.", "2031-04-09"),
    ],
)
def test_pages_of_an_old_book_belong_to_its_time(text: str, day: str) -> None:
    assert last(text) == day


def test_a_month_does_not_run_back_before_the_blockade_began() -> None:
    text = "The blockade began on 22 April. On the 25th a boat left. Early on the 7th the harbour was mined."
    assert last(text) == "2031-05-07"


def test_a_date_line_in_the_middle_of_a_text_is_the_day_that_follows_are_told_from() -> None:
    text = (
        "Harbour notes\n5 March 2031\n\nThe town of Ness has been cut off since 3 January, the office says."
        "\n\nAnnex\n\n5 March 2031\n\nThe envoy had spoken with the mayor the previous evening."
    )
    assert last(text, None) == "2031-03-04"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On New Year’s Eve, Ms. Oto said, she will ring the bell.", "2031-12-31"),
        ("The judge expects a verdict before Christmas.", "2031-12-25"),
        ("The trial continues on Monday.", "2031-05-19"),
        ("The ferry sails again on Friday.", "2031-05-16"),
        ("He said that Saturday’s planned convoy was off.", "2031-05-17"),
        ("He added that Saturday’s convoy was lost.", "2031-05-10"),
        ("Friends may call Sunday. Burial Monday, 9:30 a.m.", "2031-05-19"),
        ("They promised flour “by Friday, if it pleases”.", "2031-05-16"),
        ("He will be freed – if he lives – in June.", "2031-06-01..2031-06-30"),
        ("The mill burnt in 1951. In September the museum will open.", "2031-09-01..2031-09-30"),
    ],
)
def test_what_is_to_come(text: str, days: str) -> None:
    assert last(text) == days


def test_that_friday_is_looked_for_further_back_where_the_day_told_is_one() -> None:
    text = "They came on 11 August 1944.\n\nA bell.\n\nIt fell silent. It had begun that Friday, and lasted."
    assert days_in(text)[-1] == ("that Friday", "1944-08-11")
