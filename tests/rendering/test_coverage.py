"""The coverage as a person sees it on a wide and on a narrow terminal, piped, and as programs read it."""

import io
from datetime import date

import pytest
from rich.console import Console

from bot.answers.coverage import Count, Coverage, HeldDay, PublisherCount
from bot.archive.lookup.coverage import PersonKnown, SubjectKnown
from bot.archive.publishers import Publisher
from bot.rendering.coverage import coverage_to_json, print_coverage

COVERAGE = Coverage(
    all=Count(3, 5),
    digests=4,
    months=(("2022-04", Count(2, 4)), (None, Count(1, 1))),
    publishers=(
        PublisherCount("The Gull", Publisher("The Gull", "Ness", "international organisation", "Russian"), Count(2, 4)),
        PublisherCount("A [red]Diary[/red]\x1b[2J", None, Count(1, 1)),
    ),
    sides=(("Russian", Count(2, 4)), (None, Count(1, 1))),
    first_day=date(2022, 4, 1),
    last_day=date(2022, 4, 5),
    days_held=(
        HeldDay(date(2022, 4, 1), date(2022, 3, 30), date(2022, 4, 2)),
        HeldDay(date(2022, 4, 2), date(2022, 3, 30), date(2022, 4, 2)),
        HeldDay(date(2022, 4, 3), date(2022, 4, 3), date(2022, 4, 3)),
    ),
    days_empty=(date(2022, 4, 5),),
    people=7,
    people_without_description=(PersonKnown("lev", "Lev Tsybenko", 2, described=False),),
    subjects=2,
    subjects_without_quotation=(SubjectKnown("snow", 0, in_passages=True),),
    subjects_without_passage=(),
)


def shown(width: int = 200, *, terminal: bool = True) -> str:
    out = io.StringIO()
    print_coverage(COVERAGE, Console(file=out, force_terminal=terminal, width=width, color_system=None))
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 109, 110, 200])
def test_everything_is_seen_at_any_width(width: int) -> None:
    words = " ".join(shown(width).split())
    for part in (
        "Accounts: 3. Sources: 5, digests among them: 4.",
        "2022-04",
        "international",
        "Ness",
        "The Gull",
        "snow",
    ):
        assert part in words
    assert "…" not in words


def test_what_is_not_ours_works_as_neither_markup_nor_control() -> None:
    assert "A [red]Diary[/red]" in shown()
    assert "\x1b" not in shown()


def test_piped_it_is_lines_of_cells() -> None:
    lines = shown(terminal=False).splitlines()
    assert "The Gull\tNess\tinternational organisation\tRussian\t2\t4" in lines
    assert "not known\t1\t1" in lines
    assert [line for line in lines if line.startswith("A [red]Diary[/red]") and line.endswith("\tnot known\t1\t1")]


def test_days_are_listed_under_the_interval_that_holds_them() -> None:
    lines = shown(terminal=False).splitlines()
    at = lines.index("Days that nothing is dated to exactly, held by an interval: 3 of 5")
    assert lines[at + 1 : at + 3] == ["2022-03-30 to 2022-04-02: 04-01, 04-02", "about 2022-04-03: 04-03"]
    assert "Days that nothing is dated to: 1 of 5" in lines


def test_as_json_what_is_not_known_is_null() -> None:
    data = coverage_to_json(COVERAGE)
    assert (data["accounts"], data["sources"], data["digests"]) == (3, 5, 4)
    assert data["months"] == [
        {"month": "2022-04", "accounts": 2, "sources": 4},
        {"month": None, "accounts": 1, "sources": 1},
    ]
    assert data["publishers"][0]["country"] == "Ness"
    assert (data["publishers"][1]["country"], data["publishers"][1]["side"]) == (None, None)
    assert data["sides"][1] == {"side": None, "accounts": 1, "sources": 1}
    assert data["days"]["held_by_interval"][0] == {
        "day": "2022-04-01",
        "earliest": "2022-03-30",
        "latest": "2022-04-02",
    }
    assert (data["days"]["of"], data["days"]["empty"]) == (5, ["2022-04-05"])
    assert data["people"] == {"of": 7, "without_description": [{"id": "lev", "name": "Lev Tsybenko", "mentions": 2}]}
    assert data["subjects"] == {"of": 2, "without_quotation": ["snow"], "without_passage": []}
