from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.wording import LONGEST_ECHO, cleaned, clipped, repeated, siege_day


def test_days_of_the_siege() -> None:
    first, last = date(2022, 2, 24), date(2022, 5, 20)
    assert siege_day(first, first, last) == 1
    assert siege_day(date(2022, 4, 30), first, last) == 66
    assert siege_day(date(2022, 2, 23), first, last) is None
    assert siege_day(date(2022, 5, 21), first, last) is None
    assert siege_day(date(2023, 2, 24), first, None) == 366


@given(st.text(), st.integers(1, 100))
def test_clipped_keeps_to_its_length(words: str, longest: int) -> None:
    assert len(clipped(words, longest)) <= longest
    if len(words) <= longest:
        assert clipped(words, longest) == words


@given(st.text())
def test_what_is_repeated_is_one_short_clean_line(words: str) -> None:
    assert cleaned(cleaned(words)) == cleaned(words)
    assert len(repeated(words)) <= LONGEST_ECHO
    assert repeated(words).isprintable()
