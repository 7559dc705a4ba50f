"""The timeline of a person, of a subject, or of everything, and the chart that goes with it."""

from datetime import date

import pytest

from bot.answers.desk import Desk
from bot.answers.language import language_of
from bot.archive.archive import Archive
from bot.archive.calendar import Calendar, FixedPoint
from bot.archive.records import TimelineQuery
from bot.archive.thesaurus import Subject, Thesaurus
from tests.answers.asking import NOBODY, asked, assert_sound, every_page
from tests.answers.library import DAY_ONE, LAST_DAY, SUBJECTS

APRIL_30 = date(2022, 4, 30)
CALENDAR = Calendar(
    (
        FixedPoint("The ferry leaves", date(2022, 4, 12), date(2022, 4, 12), ("last-ferry",), "Відходить паром"),
        FixedPoint("Long after", date(2024, 1, 1), date(2024, 1, 1), ("last-ferry",)),
    )
)


def desk_with(archive: Archive, subjects: Thesaurus = SUBJECTS, last_day: date | None = LAST_DAY) -> Desk:
    return Desk(archive, day_one=DAY_ONE, last_day=last_day, subjects=subjects, calendar=CALENDAR)


async def test_a_person_has_what_is_dated_of_them_in_order_of_time(desk: Desk, archive: Archive) -> None:
    answer = await asked(desk, "timeline Olha Marenko")
    await assert_sound(answer, archive)
    assert (answer.kind, answer.heading) == ("timeline", "Timeline: Olha Marenko")
    dates = [item.date.earliest for item in answer.items if item.date]
    assert len(dates) == len(answer.items)
    assert dates == sorted(dates)
    assert all("Marenko" in item.text for item in answer.items)
    assert {item.section for item in answer.items} == {"April 2022", "May 2022"}


async def test_the_dates_of_a_person_are_those_that_who_has(desk: Desk, archive: Archive) -> None:
    (olha,) = await archive.persons_by_key(["olha marenko"], NOBODY)
    dates = await archive.dates_of(olha.id, NOBODY, 99)
    shown = [item for page in await every_page(desk, "timeline Olha Marenko") for item in page.items]
    assert {(item.text, item.date.earliest) for item in shown if item.date} == {
        (each.sentence.text, each.earliest) for each in dates
    }


@pytest.mark.parametrize("words", ["evacuation", "Evacuations", "stretchers", '"evacuation"'])
async def test_a_subject_is_widened_by_the_thesaurus(desk: Desk, words: str) -> None:
    answer = await asked(desk, f"timeline {words}")
    assert answer.heading == "Timeline: “evacuation”"
    assert any("carried out" in item.text for item in answer.items)
    assert answer.asked
    assert answer.asked.subject == '"evacuation"'


async def test_another_term_says_which_subject_it_is_taken_for(desk: Desk) -> None:
    answer = await asked(desk, "timeline buses")
    assert "“buses” is looked up as the subject “evacuation”." in answer.notes


async def test_words_of_no_subject_are_looked_for_as_they_are(desk: Desk) -> None:
    answer = await asked(desk, "timeline ferry ninety")
    assert [item.citation.source for item in answer.items] == ["last-ferry"]


async def test_everything_where_nothing_is_named(desk: Desk, archive: Archive) -> None:
    pages = await every_page(desk, "timeline")
    found = [item for page in pages for item in page.items]
    assert len(found) == sum(each.hits for each in await archive.timeline_days(TimelineQuery(), NOBODY)) > 5
    assert len(set(found)) == len(found)
    assert all(page.chart == pages[0].chart for page in pages)
    assert [item.date.earliest for item in found if item.date] == sorted(
        item.date.earliest for item in found if item.date
    )


async def test_a_person_and_their_timeline_lead_to_each_other(desk: Desk) -> None:
    person = await asked(desk, "who Olha Marenko")
    timeline = await asked(desk, next(each.ask for each in person.choices if each.label == "Timeline"))
    assert timeline.heading == "Timeline: Olha Marenko"
    back = next(each.ask for each in timeline.choices if each.label == "Who Olha Marenko is")
    assert await asked(desk, back) == person
    undated = await asked(desk, "who Lidiia Oros")
    assert "Timeline" not in [each.label for each in undated.choices]


async def test_two_bearers_of_a_name_are_a_choice_and_each_choice_has_its_timeline(desk: Desk) -> None:
    choice = await asked(desk, "timeline Marenko")
    assert choice.kind == "choice"
    headings = [(await asked(desk, each.ask)).heading for each in choice.choices]
    assert headings == ["Timeline: Olha Marenko", "Timeline: Ivan Marenko"]


async def test_a_slip_in_a_name_is_put_right_and_said(desk: Desk) -> None:
    answer = await asked(desk, "timeline Ivan Mareuko")
    assert answer.heading == "Timeline: Ivan Marenko"
    assert any("Ivan Mareuko" in note for note in answer.notes)


async def test_what_is_a_name_and_a_subject_is_told_and_leads_to_the_other(archive: Archive) -> None:
    desk = desk_with(archive, Thesaurus((Subject("Ivan Marenko", ("ferry",)),)))
    name = await asked(desk, "timeline Ivan Marenko")
    assert name.heading == "Timeline: Ivan Marenko"
    assert "“Ivan Marenko” is a subject, too." in name.notes
    other, _ = name.choices
    assert (await asked(desk, other.ask)).heading == "Timeline: “Ivan Marenko”"


async def test_a_subject_that_is_almost_a_name_leads_to_the_name(archive: Archive) -> None:
    desk = desk_with(archive, Thesaurus((Subject("ivan mareuko", ("ferry",)),)))
    subject = await asked(desk, "timeline ivan mareuko")
    assert subject.heading == "Timeline: “ivan mareuko”"
    (other,) = subject.choices
    assert (await asked(desk, other.ask)).heading == "Timeline: Ivan Marenko"


@pytest.mark.parametrize("words", ["volcanoes", '"Olha zeppelin"', "id:nobody", "Lidiia Oros"])
async def test_nothing_dated_is_said_and_no_chart_is_made(desk: Desk, words: str) -> None:
    answer = await asked(desk, f"timeline {words}")
    assert (answer.kind, answer.items, answer.chart) == ("nothing", (), None)
    for choice in answer.choices:
        assert (await asked(desk, choice.ask)).kind not in {"nothing", "error"}


async def test_the_chart_shows_one_row_an_account(archive: Archive) -> None:
    answer = await asked(desk_with(archive), "timeline evacuation")
    assert answer.chart
    assert (answer.chart.first, answer.chart.last) == (DAY_ONE, LAST_DAY)
    rows = {row.title: row for row in answer.chart.rows}
    assert set(rows) == {item.citation.title for item in answer.items}
    (cellar,) = rows["A digest: the harbour guard"].stretches
    assert (cellar.earliest, cellar.certain) == (APRIL_30, True)
    late_april = rows["The Lighthouse Cellar"].stretches[0]
    assert (late_april.earliest.day, late_april.latest.day, late_april.certain) == (21, 30, False)


async def test_the_chart_marks_the_fixed_points_within_its_days(archive: Archive) -> None:
    desk = desk_with(archive)
    chart = (await asked(desk, "timeline")).chart
    assert chart
    assert [(point.day, point.words) for point in chart.points] == [(date(2022, 4, 12), "The ferry leaves")]
    assert chart.said.endswith(" Marked: 12 April: The ferry leaves.")
    ukrainian = (await desk.ask((await asked(desk, "timeline")).asked, NOBODY, language_of("uk"))).chart  # type: ignore[arg-type]
    assert ukrainian
    assert [point.words for point in ukrainian.points] == ["Відходить паром"]
    assert [month.words for month in ukrainian.months] == ["лютий", "березень", "квітень", "травень"]


async def test_the_chart_says_in_words_what_it_shows(desk: Desk) -> None:
    answer = await asked(desk, "timeline evacuation")
    assert answer.chart
    assert answer.chart.said.startswith("Chart. Timeline: “evacuation”, 24 February – 20 May 2022")
    assert "The Example Courier, A digest: the harbour guard: 30 April." in answer.chart.said
    assert "about 21–30 April" in answer.chart.said


async def test_the_first_note_counts_what_the_chart_shows(desk: Desk) -> None:
    answer = await asked(desk, "timeline evacuation")
    assert answer.notes[0] == "24 February – 20 May 2022: 2 dated passages in 2 sources."
