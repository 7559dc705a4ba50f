"""Numbers that are no figures."""

from __future__ import annotations

import pytest

from bot.reading import read
from tests.reading.figures.documents import texts

NONE = [
    "It began on 3 May 2031 at 4 a.m., and ended at 10:30.",
    "It opened in 1933 and closed in 2014.",
    "The ferry leaves at six.",
    "The ferry leaves at 1100 GMT.",
    "Mira Odell, 29, a nurse, came.",
    "Mira Odell (29) came.",
    "A 23-year-old came, and a boy of six months.",
    "Children aged 5 to 12 came.",
    "She is three years old.",
    "She was 33 when it rained.",
    "The pilot was 51 and slept.",
    "Women over 60 stayed.",
    "The 36th Brigade and the Mi-8 came by the T-72.",
    "Resolution 1325 was read in Hospital No. 4.",
    "The Boeing 777 stood at gate 12.",
    "They live at 10 Harbour Street.",
    "Call +44 20 7946 0958 for more.",
    "The team won 3-1, then lost 2:0.",
    "A 20-minute walk leads to a three-storey house.",
    "One of them came, and no one left.",
    "It was World War Two.",
    "Two thirds of the town burned, three-quarters of the port too.",
    "It happened two years after the flood.",
    "Three days later it rained.",
    "He saw it in a day or two.",
    "The version is 1.2.3.",
    "The gate opened at 0625 and shut between 0800 and 2000.",
    "It was ten past one.",
    "They stood nine to one.",
    "Mira Odell is 49 now.",
    "Mira, then 21, came.",
    "They heard it in Courtroom 2 of the town hall.",
    "They brought 120 mm mortars.",
    "The vote, 9/11, and 24/7.",
    "A note [3] says so.",
    "1. The ferry.",
    "It fell in the 1990s and the ’90s.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_figure(text: str) -> None:
    assert texts(text) == []


def test_day_of_a_month_without_a_year_is_none() -> None:
    assert read("On Feb. 24 it rained, and on 26 February it snowed. Feb. 24, too.").figures == ()
    assert [figure.text for figure in read("By April some 30 boats had come.").figures] == ["some 30"]


def test_number_beside_them_is_one() -> None:
    assert texts("In 2014, 36 shelters stood there.") == ["36"]
    assert texts("The 36th Brigade had 2000 men.") == ["2000"]
    assert texts("The toll stood at 21.") == ["21"]
    assert texts("Within one day 694 sailors came.") == ["694"]
    assert texts("• Forty-one buses came.") == ["Forty-one"]
    assert texts("The guests, 29 of them, left.") == ["29"]


def test_boilerplate_holds_none() -> None:
    text = (
        "The old ferry with 30 people sank in the evening, and nobody came to help.\n\nRelated posts\n\n20 best boats"
    )
    assert texts(text) == ["30"]
