"""What a figure counts, in one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archive.keeping.units import is_measure, unit_of


@pytest.mark.parametrize(
    ("counted", "unit"),
    [
        ("soldiers", "soldiers"),
        ("gravely wounded soldiers", "soldiers"),
        ("rounds of ammunition", "rounds"),
        ("people in the tunnels", "people"),
        ("ferry pilots who stayed", "pilots"),
        ("women and children", "women and children"),
        ("frightened women and children from the port", "women and children"),
        ("T-72s", "T-72s"),
        ("Verhovians", "Verhovians"),
        ("in", "in"),
        ("", ""),
        (None, ""),
        ("—", ""),
    ],
)
def test_the_unit_is_the_word_that_names_what_is_counted(counted: str | None, unit: str) -> None:
    assert unit_of(counted) == unit


@given(st.text(max_size=60))
def test_a_unit_is_made_of_words_of_what_is_counted(counted: str) -> None:
    assert all(word in counted for word in unit_of(counted).split())


def test_stretches_of_time_and_lengths_are_measures_and_people_are_not() -> None:
    assert [unit for unit in ("minutes", "Days", "feet", "percent", "tons") if not is_measure(unit)] == []
    assert [unit for unit in ("soldiers", "ferries", "sides", "", "meals") if is_measure(unit)] == []
