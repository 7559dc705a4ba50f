"""The calendar as a file and as a list of points: which points a day lies in, and which are meant by words."""

from datetime import date
from pathlib import Path

import pytest

from bot.archive.calendar import Calendar, FixedPoint, load_calendar
from bot.errors import SettingsError

POINT = '[[point]]\nname = "The lamp goes out"\nearliest = 2031-03-04\nsource = "harbour"\n'
FLOOD = FixedPoint(
    "The flood", date(2031, 3, 1), date(2031, 3, 3), ("mill",), ukrainian="Повінь", other=("dam breaks", "2031 flood")
)
THAW = FixedPoint("A thaw of the harbour", date(2031, 3, 2), date(2031, 3, 2), ("harbour",))
CALENDAR = Calendar((FLOOD, THAW))


def loaded(folder: Path, content: str) -> Calendar:
    file = folder / "calendar.toml"
    file.write_text(content, encoding="utf-8")
    return load_calendar(file)


def test_points_are_read_with_all_that_they_have_and_stand_by_day(tmp_path: Path) -> None:
    more = (
        '[[point]]\nname = "The flood"\nukrainian = "Повінь"\nother = ["dam breaks"]\n'
        'earliest = 2031-03-01\nlatest = 2031-03-03\nsource = ["mill", "harbour"]\n'
    )
    flood, lamp = loaded(tmp_path, POINT + more).points
    assert flood == FixedPoint(
        "The flood", date(2031, 3, 1), date(2031, 3, 3), ("mill", "harbour"), "Повінь", ("dam breaks",)
    )
    assert (lamp.earliest, lamp.latest, lamp.sources) == (date(2031, 3, 4), date(2031, 3, 4), ("harbour",))


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[[point]]\nearliest = 2031-03-04", "a fixed point: “name”"),
        (POINT.replace("2031-03-04", '"2031-03-04"'), "The lamp goes out.*“earliest” must be a day"),
        (POINT.replace("2031-03-04", "2031-03-04T05:00:00"), "“earliest” must be a day"),
        (POINT.replace("earliest = 2031-03-04\n", ""), "“earliest” must be a day"),
        (POINT + "latest = 3", "“latest” must be a day"),
        (POINT + "latest = 2031-03-03", "“latest” must not lie before"),
        (POINT.replace('source = "harbour"', ""), "“source” must name a source"),
        (POINT.replace('"harbour"', "3"), "“source” must be a list"),
        (POINT + "other = 3", "“other”"),
        (POINT + "ukrainian = ['a']", "“ukrainian”"),
        (POINT + "place = 'harbour'", "“place” is not a key"),
        (POINT + POINT, "“The lamp goes out” and “The lamp goes out” share the name"),
        (POINT + POINT.replace("The lamp goes out", "Fog") + 'other = ["lamps go out", "lamp goes out"]', "share"),
        ("point = 3", "“point” must be a list of tables"),
        ("[[point", "not TOML"),
    ],
)
def test_faults_of_the_calendar_are_named_in_one_sentence(tmp_path: Path, content: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named) as refused:
        loaded(tmp_path, content)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("earliest", "latest", "points"),
    [(1, 1, (FLOOD,)), (2, 2, (FLOOD, THAW)), (1, 3, (FLOOD,)), (3, 4, ()), (4, 4, ())],
)
def test_days_lie_in_the_points_that_hold_all_of_them(
    earliest: int, latest: int, points: tuple[FixedPoint, ...]
) -> None:
    assert CALENDAR.on(date(2031, 3, earliest), date(2031, 3, latest)) == points


@pytest.mark.parametrize("words", ["the flood", "FLOOD", "Floods", "dam breaks", "повінь", "2031 flood"])
def test_a_point_goes_by_each_of_its_names(words: str) -> None:
    assert CALENDAR.named(words) == (FLOOD,)


@pytest.mark.parametrize("words", ["", "flo", "dam", "the", "the flood breaks"])
def test_words_that_are_no_whole_name_name_nothing(words: str) -> None:
    assert CALENDAR.named(words) == ()


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("flo", (FLOOD,)),
        ("break da", (FLOOD,)),
        ("пов", (FLOOD,)),
        ("h th", (THAW,)),
        ("flood breaks", ()),
        ("", ()),
        ("the", ()),
        ("2", ()),
        ("2031", ()),
        ("2031 fl", (FLOOD,)),
    ],
)
def test_beginnings_of_words_of_one_name_lead_to_the_point(words: str, points: tuple[FixedPoint, ...]) -> None:
    assert CALENDAR.beginning(words) == points
