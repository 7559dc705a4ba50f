"""Whether a person is a woman or a man, and the weight of what tells."""

from __future__ import annotations

import pytest

from bot.reading.quotations.gender import genders
from tests.reading.quotations.accounts import people_of


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Ms. Quill came.", "Quill", "f"),
        ("Mr. Quill came.", "Quill", "m"),
        ("Sister Quill came.", "Quill", "f"),
        ("Father Quill came.", "Quill", "m"),
        ("Quill came. She sat.", "Quill", "f"),
        ("Quill came, and he sat.", "Quill", "m"),
        ("His wife, Quill, came.", "Quill", "f"),
        ("Quill, whose husband was inside, came.", "Quill", "f"),
        ("Quill and his wife came.", "Quill", "m"),
        ("Quill, a widow, came.", "Quill", "f"),
        ("Olena Quill came.", "Olena Quill", "f"),
        ("Dmytro Quill came.", "Dmytro Quill", "m"),
        ("Ms. Dmytro Quill came.", "Dmytro Quill", "f"),
        ("Quill came.", "Quill", None),
    ],
)
def test_gender(text: str, name: str, gender: str | None) -> None:
    assert genders(text, people_of(text, name)) == [gender]


def test_a_pronoun_behind_another_name_does_not_count() -> None:
    text = "Quill met Brandt, and she sat."
    assert genders(text, people_of(text, "Quill", "Brandt")) == [None, "f"]


def test_a_surname_that_is_a_given_name_too_yields_to_a_pronoun() -> None:
    text = "Clinton came, and she sat."
    assert genders(text, people_of(text, "Clinton")) == ["f"]


def test_of_two_named_together_the_second_does_not_take_the_first_ones_pronoun() -> None:
    text = "Nurse Quill and Simon Brandt came. She sat."
    assert genders(text, people_of(text, "Quill", "Simon Brandt")) == [None, "m"]
