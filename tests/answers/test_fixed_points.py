"""Fixed points of the siege: asked for by name, shown at the top of their day in a source's words, and suggested."""

from datetime import date

import pytest

from bot.answers.calls import parse_call
from bot.answers.desk import Desk
from bot.answers.fixed_points import FIXED_POINT, point_meant
from bot.answers.language import language_of
from bot.archive.archive import Archive
from bot.archive.calendar import Calendar, FixedPoint
from bot.errors import InputError
from tests.answers.asking import NOBODY, asked, assert_sound, every_page
from tests.answers.library import DAY_ONE, LAST_DAY, SUBJECTS

FERRY_DAY, LAMP_DAY = date(2022, 4, 12), date(2022, 5, 3)
CALENDAR = Calendar(
    (
        FixedPoint("The ferry leaves the harbour", FERRY_DAY, FERRY_DAY, ("last-ferry",), "Пором відходить"),
        FixedPoint("The guard comes out", date(2022, 4, 30), date(2022, 4, 30), ("lighthouse", "cellar-digest")),
        FixedPoint("The lamp is lit again", LAMP_DAY, LAMP_DAY, ("lighthouse",), other=("lamp is lit",)),
        FixedPoint("The lamp is sold", date(2022, 5, 4), date(2022, 5, 4), ("lighthouse",)),
    )
)


@pytest.fixture
def desk(archive: Archive) -> Desk:
    return Desk(archive, day_one=DAY_ONE, last_day=LAST_DAY, subjects=SUBJECTS, calendar=CALENDAR)


async def test_a_point_stands_above_its_day_with_the_sentence_that_dates_it(desk: Desk, archive: Archive) -> None:
    answer = await asked(desk, "on 2022-04-12")
    await assert_sound(answer, archive)
    first = answer.items[0]
    assert (first.section, first.label) == (FIXED_POINT, "The ferry leaves the harbour")
    assert "The ferry left the harbour on April 12, 2022" in first.text
    assert (first.citation.source, first.date is not None) == ("last-ferry", True)


async def test_its_sentence_is_not_told_twice(desk: Desk) -> None:
    items = [item for page in await every_page(desk, "on 2022-04-30") for item in page.items]
    assert items[0].citation.source == "lighthouse"
    assert len({item.citation for item in items}) == len(items)
    assert "cellar-digest" in [item.citation.source for item in items]


@pytest.mark.parametrize("words", ["The ferry leaves the harbour", "ferry", "harb leav", "пором"])
async def test_a_day_asked_for_by_what_happened_on_it(desk: Desk, words: str) -> None:
    assert await asked(desk, f"on {words}") == await asked(desk, "on 2022-04-12")


async def test_words_that_mean_two_points_are_no_day(desk: Desk) -> None:
    assert point_meant(CALENDAR, "lamp is") is None
    with pytest.raises(InputError, match="no day that I can read"):
        await asked(desk, "on lamp is")


async def test_a_whole_name_means_its_point_though_another_begins_so_too(desk: Desk) -> None:
    assert (await asked(desk, "on lamp is lit")).asked == parse_call("on 2022-05-03")


async def test_a_point_that_no_source_dates_is_not_shown(desk: Desk) -> None:
    answer = await asked(desk, "on 2022-05-04")
    assert (answer.kind, answer.items) == ("nothing", ())


async def test_points_of_a_longer_stretch_stay_out_of_it(desk: Desk) -> None:
    answers = await every_page(desk, "on April 2022")
    assert FIXED_POINT not in [item.section for answer in answers for item in answer.items]


async def test_in_ukrainian_a_point_has_its_ukrainian_name(desk: Desk) -> None:
    answer = await desk.ask(parse_call("on 2022-04-12"), NOBODY, language_of("uk"))
    assert answer.items[0].label == "Пором відходить"


@pytest.mark.parametrize("typed", ["ferr", "leaves the h", "Пор"])
async def test_a_name_that_is_begun_suggests_the_day(desk: Desk, typed: str) -> None:
    suggested = await desk.suggest("day", typed, NOBODY)
    assert [(each.value, each.label) for each in suggested] == [
        ("2022-04-12", "12 April 2022 · day 48 · The ferry leaves the harbour")
    ]


async def test_a_day_that_is_suggested_says_what_happened_on_it(desk: Desk) -> None:
    labels = [each.label for each in await desk.suggest("day", "12 April", NOBODY)]
    assert labels[0] == "12 April 2022 · day 48 · The ferry leaves the harbour"
    again = await desk.suggest("day", labels[0], NOBODY)
    assert again[0].value == "2022-04-12"


async def test_a_point_of_which_the_archive_has_nothing_is_not_suggested(desk: Desk) -> None:
    assert await desk.suggest("day", "lamp is sold", NOBODY) == []
