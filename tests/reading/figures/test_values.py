"""What a figure is worth, and how far its words reach."""

from __future__ import annotations

import pytest

from tests.reading.figures.documents import texts, values

SINGLE = [
    ("The harbour held 36 barges.", "36", 36, 36, False),
    ("Roughly 3,000 islanders stayed.", "Roughly 3,000", 3000, 3000, True),
    ("The ferry took twenty-one passengers.", "twenty-one", 21, 21, False),
    ("The ferry took two hundred and fifty passengers.", "two hundred and fifty", 250, 250, False),
    ("It cost the town three thousand two hundred trees.", "three thousand two hundred", 3200, 3200, False),
    ("The mill lost more than 400 sacks.", "more than 400", 400, None, False),
    ("The mill lost at least some 300 sacks.", "at least some 300", 300, None, True),
    ("The dam held for no fewer than six storms.", "no fewer than six", 6, None, False),
    ("The dam broke in less than four hours.", "less than four", None, 4, False),
    ("As many as 12,000 sandbags were laid.", "As many as 12,000", None, 12000, False),
    ("Up to 50 goats drowned.", "Up to 50", None, 50, False),
    ("An estimated 2,000 geese flew.", "An estimated 2,000", 2000, 2000, True),
    ("They walked nearly 90 miles.", "nearly 90", 90, 90, True),
    ("They saw dozens of herons.", "dozens", 24, None, True),
    ("Hundreds of herons came.", "Hundreds", 200, None, True),
    ("Tens of thousands of herons came.", "Tens of thousands", 20_000, None, True),
    ("Several thousand herons came.", "Several thousand", 2000, None, True),
    ("They ate a few hundred eels.", "a few hundred", 200, None, True),
    ("They ate half a dozen eels.", "half a dozen", 6, 6, False),
    ("They ate about a hundred eels.", "about a hundred", 100, 100, True),
    ("They ate two dozen eels.", "two dozen", 24, 24, False),
    ("The harbour cost 1.5 million crowns.", "1.5 million", 1_500_000, 1_500_000, False),
    ("The harbour cost $1.5 million.", "$1.5 million", 1_500_000, 1_500_000, False),
    ("The harbour cost £5m.", "£5m", 5_000_000, 5_000_000, False),
    ("The harbour cost more than €300.", "more than €300", 300, None, False),
    ("The town buried 12\u202f500 sandbags.", "12\u202f500", 12_500, 12_500, False),
    ("The town buried 12 500 sandbags.", "12 500", 12_500, 12_500, False),
    ("The town buried 2.500 sandbags.", "2.500", 2500, 2500, False),
    ("The path is 2.500 kilometres long.", "2.500", 2.5, 2.5, False),
    ("Some 20 or so eels were left.", "Some 20 or so", 20, 20, True),
    ("The town kept 300 or more horses.", "300 or more", 300, None, False),
    ("The town kept 300+ horses.", "300+", 300, None, False),
    ("The barn has two storeys or more.", "two", 2, None, False),
    ("THE TOWN LOST THREE HORSES.", "THREE", 3, 3, False),
]
RANGES = [
    ("Between 20 and 30 boats sank.", "Between 20 and 30", 20, 30),
    ("From 20 to 30 boats sank.", "From 20 to 30", 20, 30),
    ("There were 20 to 30 boats.", "20 to 30", 20, 30),
    ("There were 2,500-3,000 boats.", "2,500-3,000", 2500, 3000),
    ("There were 2,500–3,000 boats.", "2,500–3,000", 2500, 3000),
    ("There were eight or nine boats.", "eight or nine", 8, 9),
    ("There were one or two boats.", "one or two", 1, 2),
    ("There were two to three million eels.", "two to three million", 2_000_000, 3_000_000),
    ("There were 5-6,000 eels.", "5-6,000", 5000, 6000),
    ("They asked for $20 to $30.", "$20 to $30", 20, 30),
]


@pytest.mark.parametrize(("text", "words", "least", "most", "approximate"), SINGLE)
def test_number_with_what_qualifies_it(
    text: str, words: str, least: float | None, most: float | None, approximate: bool
) -> None:
    assert (texts(text), values(text)) == ([words], [(least, most, approximate)])


@pytest.mark.parametrize(("text", "words", "least", "most"), RANGES)
def test_range_is_one_figure(text: str, words: str, least: float, most: float) -> None:
    assert (texts(text), values(text)) == ([words], [(least, most, False)])


def test_change_is_two_figures() -> None:
    assert texts("The number of herons rose from 20 to 30.") == ["20", "30"]


def test_vague_qualifier_holds_for_round_number_joined_to_it() -> None:
    assert values("An estimated 2,000 farmers and 1,000 millers are there.") == [(2000, 2000, True), (1000, 1000, True)]
    assert values("Some 2,000 farmers and 12 millers are there.") == [(2000, 2000, True), (12, 12, False)]
    assert values("More than 2,000 farmers and 1,000 millers are there.") == [(2000, None, False), (1000, 1000, False)]


def test_preposition_is_no_qualifier() -> None:
    assert texts("The fog spread over four parishes.") == ["four"]
    assert texts("They were told about 20 barges.") == ["20"]
    assert texts("The cellars, some more than 20 feet deep, flooded.") == ["more than 20"]
