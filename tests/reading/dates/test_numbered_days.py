"""Days numbered from a first day: "day 12 of the siege", "ten days into the war", "26 April, its 62nd day"."""

from __future__ import annotations

import pytest

from tests.reading.dates.texts import dates_in, days_in, last


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # The first day may be told later, and is not the nearest date
        ("On the siege's nineteenth day they ate the cat.\n\nThe siege began on 3 March.", None),
        (
            "On 1 March envoys left; the siege began on 3 March. It was quiet on 9 March. Day 5: the mast falls.",
            "03-07",
        ),
        ("• 3 March – the mole is mined. The siege begins.\n\n• Day 6 – no more coal.", "03-08"),
        ("The siege began on 3 March. Welcome to day 17 of the siege.", "03-19"),
        ("The siege began on 3 March. By day 9 there was no salt.", "03-11"),
        ("The siege began on 3 March. On its third day the mill burned.", "03-05"),
        ("The siege began on 3 March. Ten days into the siege it snowed.", "03-13"),
        ("The blockade began on 3 March. It was day 12.", "03-14"),
        # The account's own count proves the first day
        ("14 March, the siege's 12th day – first truce. On day 20 of the siege it broke.", "03-22"),
        ("Day 12 (14 March): first truce. Day 20: it breaks.", "03-22"),
        ("The fire came on April 26, day three of the Hill Fair. On day five of the fair it rained.", None),
    ],
)
def test_days_are_counted_from_the_first(text: str, day: str | None) -> None:
    days = [days for _, days in days_in(text)]
    if day:
        assert days[-1] == f"2031-{day}"
    elif "cat" in text:
        assert days[0] == "2031-03-21"
    else:
        assert days == ["2031-04-26", "2031-04-26", "2031-04-28"]


def test_the_day_after_a_numbered_day_follows_it() -> None:
    assert last("14 March, the siege's 12th day – first truce.\n\nThe next day – bread is cut.") == "2031-03-15"


def test_nothing_is_counted_from_nothing() -> None:
    assert days_in("On day three of the fair it rained, and on day 12 there was a flood.") == []


def test_a_second_clock_is_not_taken_for_the_first() -> None:
    assert days_in(
        "The siege began on 3 March. The strike was in its fourth week; day three of the strike was wet."
    ) == [("3 March", "2031-03-03")]


def test_a_weekday_of_the_report_is_no_first_day() -> None:
    text = "The mayor came on Friday, months after the encirclement ended. “It was the 45th day,” one told him."
    assert [words for words, _ in days_in(text)] == ["Friday"]


def test_a_bare_count_beside_its_date_is_that_day() -> None:
    text = "He asked her on the evening of May 4 — the 41st day — and she said yes the next morning."
    assert [days for _, days in days_in(text)] == ["2031-05-04", "2031-05-04", "2031-05-05"]


def test_reasons_say_what_is_counted_from() -> None:
    found = dates_in("14 March, the siege's 12th day – first truce. On day 20 of the siege it broke.")
    assert [one.reason for one in found] == [
        "in the year of publication, 2031",
        "another word for “14 March”",
        "day 20, counted on from “the siege's 12th day”",
    ]
    assert (
        dates_in("The siege began on 3 March. Day 5: rain.")[1].reason == "day 5, counted from “3 March” as the first"
    )
