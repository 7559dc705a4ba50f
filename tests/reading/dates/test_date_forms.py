"""What is a date expression, what is none, and what each form comes to where nothing but publication is told."""

from __future__ import annotations

import pytest

from tests.reading.dates.texts import dates_in, days_in, only


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The quay burned on 3 May 2031.", "2031-05-03"),
        ("The quay burned on May 3, 2031.", "2031-05-03"),
        ("The quay burned on the 3rd of May 2031.", "2031-05-03"),
        ("The log says 2031-05-03.", "2031-05-03"),
        ("The log says 03.05.2031.", "2031-05-03"),
        ("The log says 25/04/2031.", "2031-04-25"),
        ("It fell in May of 2029.", "2029-05-01..2029-05-31"),
        ("It fell in the summer of 1929.", "1929-06-01..1929-08-31"),
        ("It fell in 1929.", "1929-01-01..1929-12-31"),
        ("The mill was built in the 1890s.", "1890-01-01..1899-12-31"),
        ("The mill was built in the ’90s.", "1990-01-01..1999-12-31"),
        ("The mill was built in the early 1890s.", "1890-01-01..1893-12-31"),
        ("The mill was built in the 19th century.", "1800-01-01..1899-12-31"),
        ("The mill was built in the class of ’87.", "1987-01-01..1987-12-31"),
        ("Shells fell from 11 to 14 May.", "2031-05-11..2031-05-14"),
        ("Shells fell between April 4 and 6.", "2031-04-04..2031-04-06"),
        ("Shells fell from April 20 to May 3.", "2031-04-20..2031-05-03"),
        ("Shells fell from Dec. 20 to Jan. 3, 2030.", "2029-12-20..2030-01-03"),
        ("Shells fell from late April to early May.", "2031-04-21..2031-05-10"),
        ("11–13 April: the mill is hit.", "2031-04-11..2031-04-13"),
        ("They came in late April.", "2031-04-21..2031-04-30"),
        ("They came in mid-April.", "2031-04-11..2031-04-20"),
        ("They came in the first week of April.", "2031-04-01..2031-04-07"),
        ("They came in early 2030.", "2030-01-01..2030-04-30"),
        ("They came at the end of 2029.", "2029-09-01..2029-12-31"),
        ("They came on New Year's Eve 2029.", "2029-12-31"),
        ("They came on Easter Monday.", "2031-04-14"),
        ("They came on Good Friday, April 11.", "2031-04-11"),
        ("They came on Tuesday, May 6.", "2031-05-06"),
        ("They came on the Fourth of July.", "2030-07-04"),
        ("They came in nineteen eighty-four.", "1984-01-01..1984-12-31"),
        ("They came in the week of May 7.", "2031-05-05..2031-05-11"),
        ("They came on the weekend of May 10.", "2031-05-10..2031-05-11"),
        ("They came on the twenty-fourth of February.", "2031-02-24"),
        ("They came on Orthodox Easter in a cart.", "2031-04-13"),
        ("They came on 30-Apr-2031.", "2031-04-30"),
        ("They came on May 3 (Saturday).", "2031-05-03"),
        ("They came in the first days of April.", "2031-04-01..2031-04-10"),
        ("They came in the third quarter of 2029.", "2029-07-01..2029-09-30"),
        ("They came in the 1982 summer rains.", "1982-06-01..1982-08-31"),
        ("They came on the last day of March.", "2031-03-31"),
        ("They came on the last Sunday of January.", "2031-01-26"),
        ("They came on the first Monday in May 2030.", "2030-05-06"),
        ("Forty died between Christmas and New Year.", "2030-12-25..2031-01-01"),
        ("They came on Presidents Day.", "2031-02-17"),
        ("They spent April in a cellar.", "2031-04-01..2031-04-30"),
        ("They came in the two weeks after April 20.", "2031-04-21..2031-05-04"),
        ("They came for two weeks after April 20.", "2031-04-21..2031-05-04"),
        ("They came in the week before Easter.", "2031-04-06..2031-04-12"),
        ("They came three days after April 20.", "2031-04-23"),
        ("They came on the day after April 20.", "2031-04-21"),
        ("Between 2 and 9 August 1864 it rained.", "1864-08-02..1864-08-09"),
    ],
)
def test_days_of_the_calendar(text: str, days: str) -> None:
    assert only(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The mill burned yesterday.", "2031-05-13"),
        ("The mill burned today.", "2031-05-14"),
        ("The mill burned last night.", "2031-05-13"),
        ("The mill burned this morning.", "2031-05-14"),
        ("The mill burned on Friday.", "2031-05-09"),
        ("The mill burned on Wednesday.", "2031-05-14"),
        ("The mill burned last Wednesday.", "2031-05-07"),
        ("The mill burned this week.", "2031-05-12..2031-05-18"),
        ("The mill burned last week.", "2031-05-05..2031-05-11"),
        ("The mill burned over the weekend.", "2031-05-10..2031-05-11"),
        ("The mill burned last month.", "2031-04-01..2031-04-30"),
        ("The mill burned last autumn.", "2030-09-01..2030-11-30"),
        ("The mill burned last April.", "2030-04-01..2030-04-30"),
        ("The mill burned last Christmas.", "2030-12-25"),
        ("The mill burned two weeks ago.", "2031-04-28..2031-05-04"),
        ("The mill burned ten days ago.", "2031-05-04"),
        ("The mill burned twenty-one years ago.", "2010-01-01..2010-12-31"),
        ("The mill burned a decade ago.", "2021-01-01..2021-12-31"),
        ("The mill burned a year ago this month.", "2030-05-01..2030-05-31"),
        ("The mill burned from Monday to Tuesday.", "2031-05-12..2031-05-13"),
        ("The mill burned earlier this year.", "2031-01-01..2031-12-31"),
        ("The mill burned the day before yesterday.", "2031-05-12"),
        ("The mill burned on Wednesday of last week.", "2031-05-07"),
        ("The mill burned a fortnight ago.", "2031-04-28..2031-05-04"),
        ("The mill burned last Jan. 7.", "2031-01-07"),
        ("The mill burned in June last year.", "2030-06-01..2030-06-30"),
        ("The mill will open this Saturday.", "2031-05-17"),
        ("The mill will reopen next month.", "2031-06-01..2031-06-30"),
    ],
)
def test_days_seen_from_publication(text: str, days: str) -> None:
    assert only(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The ferry will sail on Friday.", "2031-05-16"),
        ("The council has promised to open the road by Friday.", "2031-05-16"),
        ("Half the town had come back by Friday.", "2031-05-09"),
        ("The deadline was extended until Friday.", "2031-05-16"),
        ("The mayor said on Friday that the road will open.", "2031-05-09"),
        ("The mayor could not be reached on Friday.", "2031-05-09"),
        ("Talks are scheduled for Friday.", "2031-05-16"),
        ("Letters are to be burned in June.", "2031-06-01..2031-06-30"),
        ("Letters were burned in June.", "2030-06-01..2030-06-30"),
        ("The ferry leaves as early as Friday.", "2031-05-16"),
        ("The ferry came as early as Friday.", "2031-05-09"),
        ("As early as Friday, three ferries were able to come.", "2031-05-09"),
        ("Neighbours condemned Friday's raid.", "2031-05-09"),
        ("On Friday the two choirs will sing together.", "2031-05-16"),
    ],
)
def test_the_governing_verb_tells_past_from_future(text: str, days: str) -> None:
    assert only(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and we may march.",
        "May God help us, she said.",
        "April Kestrel, 31, and June Alder sat in the sun.",
        "They sat on a wall for 80 days and slept at 4 a.m.",
        "The siege lasted 61 days and 9 weeks.",
        "Call 555-1945 or 0171 2022 1945.",
        "They fed 2,014 people and 1900 prisoners on 10/11 loaves.",
        "She took Flight 1989 and Route 2014.",
        "He is 1.945 metres tall and weighs 19.45 stone.",
        "The 9th Army and the 14th floor.",
        "The M1918 rifle and the T-1945.",
        "Every Friday and on Sundays they baked.",
        "He sang “White Christmas” after Bloody Sunday.",
        "Even today he limps, and today's youth does not know.",
        "The people of tomorrow will ask.",
        "The quarter was shelled, and so was the first quarter of the town.",
        "The Sunday Post has Christmas trees on Easter Island.",
        "She read the Friday Mail on a Tuesday.",
        "Over the next decade, for the last week, and within 0171 2022 1945 calls.",
        "Six years after she was freed she sang.",
        "He swelters in the summer heat and shivers in the winter cold.",
        "For Ann Alder it was just like yesterday, or as if it were yesterday.",
        "Nobody had seen the sun recently, or for weeks, or then.",
        "On 31 April 2022 and 2022-13-45 nothing can have happened.",
    ],
)
def test_not_dates(text: str) -> None:
    assert days_in(text) == []


def test_a_list_of_days_is_several_expressions() -> None:
    assert days_in("Shells fell on May 4 and 6.") == [("May 4", "2031-05-04"), ("6", "2031-05-06")]


def test_longer_lists_of_days() -> None:
    assert [days for _, days in days_in("Shells fell on 2, 4 and 6 May.")] == ["2031-05-02", "2031-05-04", "2031-05-06"]
    assert [text for text, _ in days_in("Shells fell on May 2, 4 and 6.")] == ["May 2", "4", "6"]


def test_listed_months_share_a_year() -> None:
    found = days_in("It froze in December and January 1999, and in August and September 1914.")
    assert [days for _, days in found] == [
        "1998-12-01..1998-12-31",
        "1999-01-01..1999-01-31",
        "1914-08-01..1914-08-31",
        "1914-09-01..1914-09-30",
    ]


def test_years_from_one_to_another_are_told_apart() -> None:
    assert [days for _, days in days_in("The old quarrel, 1861–65, was over.")] == [
        "1861-01-01..1861-12-31",
        "1865-01-01..1865-12-31",
    ]


def test_figures_follow_the_account_s_own_order() -> None:
    day_first = "On 25/04/2031 it began; on 04/05/2031 it ended."
    month_first = "On 04/25/2031 it began; on 05/04/2031 it ended."
    assert days_in(day_first, None)[-1][1] == days_in(month_first, None)[-1][1] == "2031-05-04"


def test_an_expression_may_be_wrapped_but_not_torn() -> None:
    assert only("The quay burned on May\n3, 2031.".replace("\n", "\u00a0")) == "2031-05-03"
    assert [text for text, _ in days_in("Seen in May\n\n3 boats sank.")] == ["May"]


def test_vague_expressions_are_marked_approximate() -> None:
    assert [found.approximate for found in dates_in("In late April, on 3 May, about 5 May.")] == [True, False, True]
    counted = dates_in("It fell on 3 May 2031. Two weeks earlier it rained. Four days later it thawed.")
    assert [found.approximate for found in counted] == [False, True, False]


def test_kinds() -> None:
    text = "On 3 May 2031, in late April, two weeks ago, on Friday, on 2 May, in April."
    assert [found.kind for found in dates_in(text)] == [
        "explicit",
        "partial",
        "relative",
        "relative",
        "explicit",
        "partial",
    ]


CONTINENTAL = "The lock was shut on 14.02.2031. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A note dated 26.02. spoke of it.", [("26.02.", "2031-02-26")]),
        ("He came on 10.03. by boat.", [("10.03.", "2031-03-10")]),
        ("Tuesday, 18.2. Fog.", [("Tuesday, 18.2.", "2031-02-18")]),
        ("On 3. March it rained.", [("3. March", "2031-03-03")]),
        ("It rained from 8. to 9. March.", [("8. to 9. March", "2031-03-08..2031-03-09")]),
        ("See paragraph 12.3 of the statutes.", []),
        ("It cost 3.5. times as much, and 12.50 on Sundays.", []),
        ("At 4.20 h the bell rang.", []),
    ],
)
def test_days_with_dots_by_the_accounts_own_usage(text: str, found: list[tuple[str, str]]) -> None:
    assert days_in(CONTINENTAL + text)[1:] == found


def test_dots_are_no_days_where_the_account_writes_days_otherwise() -> None:
    assert days_in("On May 3, 2031, he came to chapter 10.03. It is long.") == [("May 3, 2031", "2031-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "By 1520 that evening the carts were gone.",
        "The list is posted at 1800 daily.",
        "Call between 0800 and 2000.",
        "The patrol left at 1930.",
        "On the shelf stood only ‘1984’, in Dutch.",
        "The towels can be had today in every shop.",
        "The fort is a museum today.",
        "On the first Sunday they sang.",
        "Every May 9 the town walks.",
        "He led the 1914 Battalion.",
    ],
)
def test_what_looks_like_a_date_and_is_none(text: str) -> None:
    assert days_in(text) == []


def test_seasons_bear_each_other_out() -> None:
    text = "They spent the spring and summer there."
    assert [days for _, days in days_in(text)] == ["2031-03-01..2031-05-31", "2030-06-01..2030-08-31"]
