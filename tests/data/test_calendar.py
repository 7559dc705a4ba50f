"""The calendar that ships: every point is dated by its sources, and found by each of its names."""

import re
from datetime import date

import pytest

from bot.answers.calls import parse_call
from bot.answers.desk import Desk
from bot.answers.fixed_points import FIXED_POINT
from bot.archive.calendar import FixedPoint, load_calendar
from bot.archive.records import Viewer
from bot.reading import read
from tests.data.shipped import DATA, digests

POINTS = load_calendar(DATA / "calendar.toml").points

each_point = pytest.mark.parametrize("point", POINTS, ids=lambda point: point.name)


def test_there_are_enough_points_from_the_invasion_to_the_return() -> None:
    assert 12 <= len(POINTS) <= 20
    assert POINTS[0].earliest == date(2022, 2, 24)
    assert POINTS[-1].latest >= date(2022, 9, 21)


@each_point
def test_each_source_of_a_point_ships_and_dates_something_to_just_these_days(point: FixedPoint) -> None:
    for source_id in point.sources:
        assert source_id in digests(), f"{source_id} does not ship"
        source = digests()[source_id]
        dates = read(source.text, source.published).dates
        assert (point.earliest, point.latest) in [(found.earliest, found.latest) for found in dates], source_id


@each_point
def test_a_point_has_a_ukrainian_name(point: FixedPoint) -> None:
    assert point.ukrainian
    assert re.search(r"[а-яіїєґ]", point.ukrainian)


@each_point
async def test_a_point_stands_above_its_day_and_is_found_by_every_name(desk: Desk, point: FixedPoint) -> None:
    answer = await desk.ask(parse_call(f"on {point.earliest.isoformat()}"), Viewer())
    shown = {item.label: item.citation.source for item in answer.items if item.section == FIXED_POINT}
    assert answer.items[0].label in shown
    assert shown[point.name] in point.sources
    for name in (point.name, point.ukrainian, *point.other):
        asked = (await desk.ask(parse_call(f"on {name}"), Viewer())).asked
        assert asked is not None
        assert asked.subject.startswith(point.earliest.isoformat()), name
