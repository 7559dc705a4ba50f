"""What an expression hangs on: publication, a date before it, something that happened, the first day of the siege."""

from __future__ import annotations

from datetime import date

import pytest

from bot.reading.dates import find_dates
from bot.reading.document import Document
from bot.reading.model import Catalogue, Passage, Sentence, Span
from tests.reading.dates.texts import dates_in, days_in, last, only


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On April 26 the envoy flew north. Four days later the gate opened.", "2031-04-30"),
        ("On April 26 the envoy flew north.\n\nThe next day the gate opened.", "2031-04-27"),
        ("On April 26 the envoy flew north. Later that day the gate opened.", "2031-04-26"),
        ("On April 26 the envoy flew north. The night before, he had not slept.", "2031-04-25"),
        ("On April 26 the envoy flew north. The previous evening he had packed.", "2031-04-25"),
        ("On April 26 the envoy flew north. Three weeks earlier he had written.", "2031-04-05"),
        ("On April 26 the envoy flew north. On the 28th the gate opened.", "2031-04-28"),
        ("On April 26 the envoy flew north. The following Monday the gate opened.", "2031-04-28"),
        ("On April 26 the envoy flew north. Three months later he was dead.", "2031-07-01..2031-07-31"),
        ("On April 26 the envoy flew north, and during the next two weeks 40 came out.", "2031-04-27..2031-05-10"),
        ("In 1954 the dam was begun. Two years later it burst.", "1956-01-01..1956-12-31"),
        ("The dam burst in May 1956. That spring had been wet.", "1956-03-01..1956-05-31"),
        ("The dam burst in May 1956. In June of that year it was mended.", "1956-06-01..1956-06-30"),
        ("Three days after April 26 the gate opened.", "2031-04-29"),
    ],
)
def test_the_story_goes_on_from_the_date_before(text: str, days: str) -> None:
    assert last(text) == days


def test_the_anchor_is_named_and_pointed_at() -> None:
    text = "On April 26 the envoy flew north. Four days later the gate opened."
    first, second = dates_in(text)
    assert second.reason == "four days after “April 26”"
    assert second.anchor == first.start == text.index("April 26")


def test_news_hangs_on_publication_even_under_an_older_date() -> None:
    text = "The treaty was signed in July 1997. The minister said on Monday that talks resumed on April 28."
    assert last(text) == "2031-04-28"


def test_a_history_goes_on_in_its_own_years() -> None:
    text = (
        "On March 4, 1861, the fort was manned. On April 12 the guns opened, and two days later it fell. "
        "By September the coast was closed.\n\nIn 1862 the river froze. On 8 March an ironclad broke through. "
        "The next day another came. In December it sank, and in January the crew came home."
    )
    assert [days for _, days in days_in(text)] == [
        "1861-03-04",
        "1861-04-12",
        "1861-04-14",
        "1861-09-01..1861-09-30",
        "1862-01-01..1862-12-31",
        "1862-03-08",
        "1862-03-09",
        "1862-12-01..1862-12-31",
        "1863-01-01..1863-01-31",
    ]


def test_one_account_tells_of_a_fair_and_of_what_is_remembered_there() -> None:
    text = (
        "Nine sisters met on Friday. The long strike at Alder Mill ran from Nov. 3 to Dec. 9, 1958. "
        "The boiler burst on Nov. 20. They have met every year since 1983.\n\n"
        "On the 24th the coal ran out. Two days later it snowed.\n\n"
        "On Friday one of them sang of it. On Tuesday they will see the mill."
    )
    assert [days for _, days in days_in(text)] == [
        "2031-05-09",
        "1958-11-03..1958-12-09",
        "1958-11-20",
        "1983-01-01..1983-12-31",
        "1958-11-24",
        "1958-11-26",
        "2031-05-09",
        "2031-05-20",
    ]


def test_a_year_looked_back_to_in_news_does_not_set_the_scene() -> None:
    text = "The bridge, rebuilt in 2014, was hit on Monday. Nobody was hurt. The guns fell silent on April 28."
    assert last(text) == "2031-04-28"


def test_a_day_that_something_happened_on() -> None:
    text = "The ferry sank on April 2. On April 9 they marched out. Of the day of the ferry she says nothing."
    assert last(text) == "2031-04-02"
    assert last("They marched out on Tuesday.\n\nOn the evening of the march a child was born.") == "2031-05-13"


@pytest.mark.parametrize("words", ["day 12 of the siege", "the twelfth day of the siege", "the siege’s 12th day"])
def test_days_of_the_siege_are_counted_from_its_first(words: str) -> None:
    text = f"The town was besieged from 3 March. A bakery burned on 2 May. By {words} the wells were dry."
    assert last(text) == "2031-03-14"


def test_a_range_lends_its_year_from_either_end() -> None:
    text = "From October 1944 the coast was mined. From November to March no boat sailed. One did on 3 May."
    assert [days for _, days in days_in(text)][1:] == ["1944-11-01..1945-03-31", "1945-05-03"]


def test_a_weekday_decides_between_years() -> None:
    assert last("The fort fell on Jan. 6, 2021. They met again on Tuesday, May 6.") == "2031-05-06"


def test_without_a_day_of_writing_its_expressions_are_left_out() -> None:
    assert days_in("The mill burned yesterday, on Friday and in April.", None) == []
    assert days_in("The mill burned in 1954. It burned again in April.", None)[-1][1] == "1954-04-01..1954-04-30"


def test_a_typed_day_outweighs_the_stated_one() -> None:
    text = "Published on 12 May 2031\n\nThe long report begins here, and the mill burned yesterday."
    assert last(text, None) == "2031-05-11"
    assert last(text, date(2031, 5, 13)) == "2031-05-12"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ferry sinks\n\nMon 12 May 2031 19.05 BST\n\nThe ferry sank at noon, officials said.", "Mon 12 May 2031"),
        ("Ferry sinks\n\nIssued on: 12/05/2031 - 14:02\n\nThe ferry sank at noon, officials said.", "12/05/2031"),
        ("Page last updated at 18:40 GMT, Monday, 12 May 2031 19:40 UK\n\nThe ferry sank.", "Monday, 12 May 2031"),
        ("May 12, 2031 / 7:36 PM / 8 years ago\n\nFerry sinks\n\nThe ferry sank at noon, they said.", "May 12, 2031"),
        (" date 2031-05-12 PORT ALDER (AP) — The ferry sank at noon, officials said.", "2031-05-12"),
        ("PORT ALDER, May 12 (Reuters) - The ferry sank at noon, officials said.", "May 12"),
        ("Ferry sinks\n\nBy ANN ALDER\nMonday, May 12, 2031\n\nThe ferry sank at noon.", "Monday, May 12, 2031"),
    ],
)
def test_the_account_s_own_date(text: str, written: str) -> None:
    [found] = dates_in(text, date(2031, 5, 12))
    assert (found.text, found.kind, found.earliest) == (written, "published", date(2031, 5, 12))


def test_a_reason_is_given_for_publication_too() -> None:
    assert dates_in("The mill burned two weeks ago.")[0].reason == "two weeks before publication on 14 May 2031"
    assert dates_in("The mill burned this week.")[0].reason == "the week of publication, 14 May 2031"


def test_quoted_words_hang_on_publication() -> None:
    assert only("“We leave tomorrow,” the pilot said.") == "2031-05-15"


def test_boilerplate_has_no_dates_but_the_account_s_own() -> None:
    lines = ["12 May 2031", "Seen on Friday", "The mill burned on 3 May.", "Related: A fair on 1 April 2030"]
    text = "\n".join(lines)
    stamp, teaser, body, related = (Span(text.index(line), text.index(line) + len(line)) for line in lines)
    document = Document(
        text,
        None,
        Catalogue(),
        (Passage(body.start, body.end),),
        (Sentence(body.start, body.end, 0),),
        left_out=(stamp, teaser, related),
    )
    found = find_dates(document)
    assert [(one.text, one.kind) for one in found] == [("12 May 2031", "published"), ("3 May", "explicit")]
    assert found[1].earliest == date(2031, 5, 3)


def test_a_day_does_not_follow_a_month() -> None:
    text = "The raid was as great as that of March 2027. That evening the guards slept. The next day all was well."
    assert days_in(text) == [("March 2027", "2027-03-01..2027-03-31")]


def test_how_long_it_took_is_no_day() -> None:
    text = "The raid hit Max Pell on 4 May 2031. It was five days before Pell could be got out of the town."
    assert days_in(text) == [("4 May 2031", "2031-05-04")]


def test_a_date_says_which_day_the_next_one_was() -> None:
    text = "They came the day before. The next morning, 12 May, guns were heard. That day, 9 April 2014, is far off."
    assert [days for _, days in days_in(text)][-4:] == ["2031-05-12", "2031-05-12", "2014-04-09", "2014-04-09"]
