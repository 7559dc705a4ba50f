import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.clamp import clamp, shares, units

from .answers import any_text


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("all of it", 9, "all of it"),
        ("cut at a word", 9, "cut at a…"),
        ("cut at a word", 8, "cut at…"),
        ("unbreakable", 5, "unbr…"),
        ("ab\\*cd", 4, "ab…"),
        ("ab\\*cd", 5, "ab\\*…"),
        ("ab\\\\cd", 5, "ab\\\\…"),
        ("anything", 1, "…"),
        ("anything", 0, ""),
        ("anything", -3, ""),
        ("", 0, ""),
        ("🚒🚒🚒", 5, "🚒🚒…"),
        ("cafe\u0301s", 5, "caf…"),
    ],
)
def test_text_is_cut_at_word_ends_and_never_inside_an_escape_or_a_character(text, limit, expected):
    assert clamp(text, limit) == expected


def test_an_emoji_of_several_code_points_is_not_cut_in_two():
    fireman = "\U0001f9d1\u200d\U0001f692"
    assert clamp(fireman * 2, 8) == fireman + "…"


@given(any_text, st.integers(-5, 400))
def test_nothing_is_longer_than_its_limit_and_short_text_is_untouched(text, limit):
    shortened = clamp(text, limit)
    assert units(shortened) <= max(limit, 0)
    if units(text) <= limit:
        assert shortened == text
    else:
        assert text.startswith(shortened.removesuffix("…"))


@given(st.lists(st.integers(0, 500), max_size=9), st.integers(0, 2000))
def test_shares_are_fair_and_leave_nothing_lying(wanted, total):
    given_out = shares(wanted, total)
    assert all(got <= want for got, want in zip(given_out, wanted, strict=True))
    assert sum(given_out) <= total
    if sum(wanted) <= total:
        assert given_out == wanted
    elif wanted:
        assert all(got >= min(want, total // len(wanted)) for got, want in zip(given_out, wanted, strict=True))
        assert sum(given_out) > total - len(wanted)
