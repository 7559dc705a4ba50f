"""What holds for every text: exact spans, no overlap, bounds in order; numbers in words; and hostile input."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading import read
from bot.reading.dates import find_dates
from bot.reading.figures import find_figures
from bot.reading.figures.numbers import number_at
from bot.reading.indirect import find_indirect
from bot.reading.quotations import find_quotations
from tests.reading.quotations.accounts import document_of, people_of

WORDS = """
    2 1,000 1.500 12 3.5 1 2014 99 007 two eight twenty-one hundred thousand million dozen dozens thousands tens scores
    half a an one several few some about over at least more than up to as many as between and or to from - – — 's ’ “ ”
    " . , ; : ( ) % $ € per cent + of the them men soldiers wounded were killed said Roe according who 3 May on Friday
    in years old aged km No. Brigade rose number or so odd k bn m / ² Ⅷ ٣
"""
PIECES = st.sampled_from((*WORDS.split(), "\n", "\n\n", "\u00a0", "\u202f", " "))
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_every_text(text: str) -> None:
    reading = read(text, "2031-05-16")
    figures = reading.figures
    assert all(figure.text == text[figure.start : figure.end] and figure.text for figure in figures)
    assert all(any(passage.holds(figure) for passage in reading.passages) for figure in figures)
    assert all(figure.clause.holds(figure) for figure in figures)
    assert all(a.end <= b.start for a, b in pairwise(figures))
    assert not any(figure.start < day.end and day.start < figure.end for figure in figures for day in reading.dates)
    assert all(figure.least is not None or figure.most is not None for figure in figures)
    assert all(f.least <= f.most for f in figures if f.least is not None and f.most is not None)
    named = [figure.counted for figure in figures if figure.counted is not None]
    assert all(noun.text == text[noun.start : noun.end] and noun.text.strip() for noun in named)
    days = {day.start for day in reading.dates}
    assert all(figure.as_of is None or figure.as_of in days for figure in figures)


UNITS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(number: int, joint: str) -> str:
    """A number as it is said; `joint` stands behind hundreds ("" or "and ")."""
    if number < 20:
        return UNITS.split()[number - 1]
    if number < 100:
        ten = TENS.split()[number // 10 - 2]
        return f"{ten}-{in_words(number % 10, joint)}" if number % 10 else ten
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = (
                f" {joint if number % scale < 100 else ''}{in_words(number % scale, joint)}" if number % scale else ""
            )
            return f"{in_words(number // scale, joint)} {word}{rest}"
    raise AssertionError(number)


@given(st.integers(1, 10**12 - 1), st.sampled_from(["", "and "]))
def test_number_in_words_is_read_as_it_was_written(value: int, joint: str) -> None:
    words = in_words(value, joint)
    number = number_at(words, 0, len(words))
    assert number is not None
    assert (number.value, number.end) == (value, len(words))


@given(st.integers(0, 10**14), st.sampled_from([",", "\u00a0", "\u202f"]))
def test_number_in_figures_is_read_as_it_was_written(value: int, mark: str) -> None:
    figures = f"{value:,}".replace(",", mark)
    number = number_at(figures, 0, len(figures))
    assert number is not None
    assert (number.value, number.end) == (value, len(figures))


HOSTILE = {
    "numbers in a row": "12 " * 8_000,
    "number words in a row": "two " * 8_000,
    "scales in a row": "two hundred thousand " * 4_000,
    "one endless number": "1" * 200_000,
    "groups without end": "1" + ",000" * 30_000,
    "groups set off by spaces": "1" + " 000" * 30_000,
    "points without end": "1." * 50_000,
    "one line": "There were 20 boats and a tree stood there " * 8_000,
    "one reported sentence": "Roe said " + "20 boats sank and " * 8_000 + "then left.",
    "said at the end": "20 boats sank, " * 8_000 + "Roe said.",
    "qualifiers": "more than " * 8_000 + "20",
    "ranges": "20-30-" * 8_000,
    "of": "2 of " * 8_000,
    "nouns": "2 " + "tall " * 40_000,
    "spaces": "20" + " " * 200_000 + "boats",
    "separators": "20 ; " * 8_000,
    "days around": "On May 3 " + "20 " * 8_000 + "on May 5",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_its_end(name: str) -> None:
    text = HOSTILE[name]
    document = document_of(text)
    people = people_of(text, "Roe")
    quotations = find_quotations(document, people)
    days = find_dates(document, quotations)
    for figure in find_figures(document, quotations, find_indirect(document, people, quotations), days):
        assert figure.text == text[figure.start : figure.end]
