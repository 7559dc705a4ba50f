"""A reading that is kept comes back as it was."""

import json
import zlib
from dataclasses import replace
from datetime import date

import pytest

from bot.archive.keeping.kept_readings import packed, unpacked
from bot.reading import read
from bot.reading.model import Catalogue, Reading
from tests.archive.deeds import ACCOUNTS, read_with_next_days

SPOKEN = (
    "On April 3, Capt. Ada Nowak, a deputy commander, met her husband, Bo Nowak. “We held,” she said four days later.\n"
    "Nowak said that the bridge had fallen in late April."
)
COUNTED = "Some 40 boats left. “More than 3,000 people came,” said Mx Ada Nowak. On April 3 two of them sank."
READINGS = [
    *(read_with_next_days(each.text, date(2031, 3, 6)) for each in ACCOUNTS),
    read(SPOKEN, date(2031, 5, 1)),
    read(COUNTED, date(2031, 5, 1)),
    read("", None),
]


@pytest.mark.parametrize("reading", READINGS)
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    without = replace(reading, source=Catalogue(), left_out=())
    assert unpacked(packed(reading), reading.text) == without


def test_a_reading_that_was_kept_before_there_were_figures_has_none() -> None:
    reading = read(COUNTED, date(2031, 5, 1))
    assert reading.figures
    kept = json.loads(zlib.decompress(packed(reading)))
    del kept["figures"]
    without = replace(reading, source=Catalogue(), left_out=(), figures=())
    assert unpacked(zlib.compress(json.dumps(kept).encode()), COUNTED) == without
