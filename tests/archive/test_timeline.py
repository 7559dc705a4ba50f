"""What is dated over time: of a person, of passages with certain words, or of everything, and for whom."""

import re
from datetime import date

import pytest

from bot.archive.archive import Archive
from bot.archive.file.database import open_database
from bot.archive.lookup import timeline
from bot.archive.records import TimelineQuery, Viewer, Window
from tests.archive.shelf import document

EVERYONE, OWNER, OTHERS = Viewer(), Viewer(7), Viewer(8)
ALL = TimelineQuery()
MARCH = Window(date(2031, 3, 1), date(2031, 3, 31), 62)
FIRST = document(
    "Mx Olha Marenko left on 2031-03-09, a boat behind her.\nThe boat sank on 2031-03-05, and 2031-03-05 was a Sunday."
    "\nMx Olha Marenko came in 2031-02.",
    source_id="first",
)
SECOND = document("The lamp was lit on 2031-03-05.\nMx Olha Marenko wrote of boats on 2033-01-01.", source_id="second")
OWN = document("Another boat came on 2031-03-07 with Mx Olha Marenko.", source_id="own", guild=7)


@pytest.fixture
async def shelf(archive: Archive) -> Archive:
    for each in (FIRST, SECOND, OWN):
        await archive.add(each)
    return archive


async def days(archive: Archive, query: TimelineQuery, viewer: Viewer = EVERYONE) -> list[tuple[str, int]]:
    return [(each.earliest.isoformat(), each.hits) for each in await archive.timeline_days(query, viewer)]


async def test_everything_in_order_of_time_and_a_sentence_dated_twice_to_a_day_counts_once(shelf: Archive) -> None:
    assert await days(shelf, ALL) == [("2031-02-01", 1), ("2031-03-05", 2), ("2031-03-09", 1), ("2033-01-01", 1)]


async def test_a_person_has_the_dates_of_sentences_that_name_them(shelf: Archive) -> None:
    # Who bears a name in two accounts is two people, as long as no authority record says otherwise.
    first = (await shelf.persons_by_key(["marenko"], EVERYONE))[0]
    assert await days(shelf, TimelineQuery(first.id)) == [("2031-02-01", 1), ("2031-03-09", 1)]


async def test_words_have_the_dates_of_passages_with_one_of_each_group(shelf: Archive) -> None:
    assert await days(shelf, TimelineQuery(words=(("boat",),))) == [
        ("2031-03-05", 1),
        ("2031-03-09", 1),
        ("2033-01-01", 1),
    ]
    assert await days(shelf, TimelineQuery(words=(("boat", "lamp"), ("lit", "sank")))) == [("2031-03-05", 2)]
    assert await days(shelf, TimelineQuery(words=(("boat",), ("lit",)))) == []


@pytest.mark.parametrize("words", ['"', "NEAR(", "a AND", "*", "{}", "\x00"])
async def test_any_words_can_be_looked_for(shelf: Archive, words: str) -> None:
    assert await days(shelf, TimelineQuery(words=((words, "zzz"),))) in ([], await days(shelf, ALL))


async def test_what_is_a_servers_own_is_seen_there_alone(shelf: Archive) -> None:
    own = ("2031-03-07", 1)
    for query in (ALL, TimelineQuery(words=(("boat",),))):
        assert own in await days(shelf, query, OWNER)
        assert own not in await days(shelf, query, OTHERS)
        accounts, of = await shelf.timeline_accounts(query, MARCH, OTHERS, 9)
        assert "own" not in {each.source.id for each in accounts}
        assert of == len(accounts)


async def test_the_accounts_with_most_come_first_and_the_others_are_counted(shelf: Archive) -> None:
    accounts, of = await shelf.timeline_accounts(ALL, MARCH, EVERYONE, 1)
    assert [(each.source.id, [day.earliest.day for day in each.days]) for each in accounts] == [("first", [5, 9])]
    assert of == 2


async def test_what_lies_in_the_window_comes_first_and_pages_hold_each_once(shelf: Archive) -> None:
    pages = [await shelf.timeline_dates(ALL, MARCH, EVERYONE, 2, offset) for offset in (0, 2, 4)]
    assert [each.as_written for page in pages for each in page] == [
        "2031-03-05",
        "2031-03-05",
        "2031-03-09",
        "2031-02",
        "2033-01-01",
    ]


async def test_what_is_wider_than_the_window_takes_lies_outside(shelf: Archive) -> None:
    window = Window(date(2031, 2, 1), date(2031, 3, 31), 27)
    found = await shelf.timeline_dates(ALL, window, EVERYONE, 9)
    assert [each.as_written for each in found][-2:] == ["2031-02", "2033-01-01"]


@pytest.mark.parametrize("query", [TimelineQuery("somebody"), TimelineQuery(words=(("boat",),))])
@pytest.mark.parametrize("sql", [timeline.DAYS, timeline.ACCOUNTS, timeline.DAYS_OF_ACCOUNTS, timeline.DATES])
async def test_one_person_or_subject_is_found_through_indexes(shared_path, sql: str, query: TimelineQuery) -> None:  # type: ignore[no-untyped-def]
    text = timeline._sql(sql, query)
    values = dict.fromkeys(re.findall(r":(\w+)", text), 0) | {"query": '"a"', "sources": "[]"}
    used = {key: values[key] for key in re.findall(r":(\w+)", text)}
    async with open_database(shared_path, seconds=1, wait=1, read_only=True) as database:
        plan = [str(row["detail"]) for row in await database.rows(f"EXPLAIN QUERY PLAN {text}", used)]
    assert plan
    assert not [step for step in plan if re.match(r"SCAN (dates|passages|persons|person_dates)\b", step)], plan
