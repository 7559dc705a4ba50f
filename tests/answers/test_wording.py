from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.wording import cleaned, clipped, counted, days_in_words, echoed, listed, siege_day


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2022-04-30", "2022-04-30", "30 April 2022"),
        ("2022-04-21", "2022-04-30", "21–30 April 2022"),
        ("2022-04-28", "2022-05-03", "28 April – 3 May 2022"),
        ("2021-12-28", "2022-01-03", "28 December 2021 – 3 January 2022"),
        ("2022-04-01", "2022-04-30", "April 2022"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-04-01", "2022-05-31", "1 April – 31 May 2022"),
        ("9999-12-01", "9999-12-31", "1–31 December 9999"),
    ],
)
def test_days(earliest: str, latest: str, words: str) -> None:
    assert days_in_words(date.fromisoformat(earliest), date.fromisoformat(latest)) == words


def test_vague_days_are_said_to_be_vague() -> None:
    assert days_in_words(date(2022, 4, 21), date(2022, 4, 30), approximate=True) == "about 21–30 April 2022"


def test_days_of_the_siege() -> None:
    first, last = date(2022, 2, 24), date(2022, 5, 20)
    assert siege_day(first, first, last) == 1
    assert siege_day(date(2022, 4, 30), first, last) == 66
    assert siege_day(date(2022, 2, 23), first, last) is None
    assert siege_day(date(2022, 5, 21), first, last) is None
    assert siege_day(date(2023, 2, 24), first, None) == 366


def test_lists_and_counts() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert [counted(1, "source"), counted(0, "source"), counted(1200, "passage")] == [
        "1 source",
        "0 sources",
        "1,200 passages",
    ]


@given(st.text(), st.integers(1, 100))
def test_clipped_keeps_to_its_length(words: str, longest: int) -> None:
    assert len(clipped(words, longest)) <= longest
    if len(words) <= longest:
        assert clipped(words, longest) == words


@given(st.text())
def test_what_is_echoed_is_one_short_clean_line(words: str) -> None:
    assert cleaned(cleaned(words)) == cleaned(words)
    assert len(echoed(words)) <= 82
    assert echoed(words).isprintable()
