"""Which quotations are of one breath."""

from __future__ import annotations

import pytest

from tests.reading.quotations.accounts import read

PEOPLE = (("Mira Toll", "Toll"), ("Oto Lund", "Lund"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("“We left,” said Mira Toll. “It was cold.”", [1, 1]),
        ("“We left,” Mira Toll said, “and it was cold.”", [1, 1]),
        ("“We left,” said Mira Toll. “It was cold.\n“Then it thawed.”", [1, 1, 1]),
        ("It takes “six years,” Mira Toll said, adding: “Nobody should build.”", [1, 1]),
        ("“We left,” said Mira Toll.\n“We stayed,” said Oto Lund.", [1, 2]),
        ("“We left,” said Mira Toll.\n“It was cold,” said Toll.", [1, 2]),
        ("Mira Toll said it was “cold” there and that the town would “do without”.", [1, 2]),
    ],
)
def test_numbers(text: str, numbers: list[int]) -> None:
    assert [quotation.utterance for quotation in read(text, *PEOPLE)] == numbers
