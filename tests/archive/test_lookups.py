from datetime import date

import pytest

from bot.archive.archive import Archive
from bot.archive.records import Viewer
from tests.archive.shelf import AUTHORITY, HARBOUR, SUBJECTS, document

EVERYONE = Viewer()
DAYS = document(
    "It was 2031-03-05.\nIt was in 2031-03.\nIt was 2031-03-09, and 2031-03-05 again.\nIt was in 2031-02 and 2031-04.",
    source_id="days",
)


async def written(archive: Archive, earliest: date, latest: date, limit: int = 50, offset: int = 0) -> list[str]:
    return [each.as_written for each in await archive.dates_in(earliest, latest, EVERYONE, limit, offset)]


async def test_a_day_is_found_exactly_first_and_then_in_what_holds_it(archive: Archive) -> None:
    await archive.add(DAYS)
    day = date(2031, 3, 5)
    assert await written(archive, day, day) == ["2031-03-05", "2031-03-05", "2031-03"]
    assert await archive.count_dates_in(day, day, EVERYONE) == 3
    assert [await written(archive, day, day, 1, offset) for offset in range(4)] == [
        ["2031-03-05"],
        ["2031-03-05"],
        ["2031-03"],
        [],
    ]


async def test_a_stretch_finds_itself_then_what_lies_in_it_then_what_reaches_beyond(archive: Archive) -> None:
    await archive.add(DAYS)
    whole = await written(archive, date(2031, 3, 1), date(2031, 3, 28))
    assert whole == ["2031-03", "2031-03-05", "2031-03-05", "2031-03-09"]
    some = await written(archive, date(2031, 3, 8), date(2031, 4, 3))
    assert some == ["2031-03-09", "2031-03", "2031-04"]


async def test_a_date_comes_with_its_sentence_and_reason(archive: Archive) -> None:
    await archive.add(DAYS)
    found = (await archive.dates_in(date(2031, 3, 9), date(2031, 3, 9), EVERYONE, 1))[0]
    assert found.sentence.text == "It was 2031-03-09, and 2031-03-05 again."
    assert found.sentence.text == DAYS.text[found.sentence.place.start : found.sentence.place.end]
    assert found.as_written == DAYS.text[found.place.start : found.place.end]
    assert (found.reason, found.approximate, found.place.passage) == ("as written", False, 3)


async def test_the_nearest_days_are_days_and_no_months(archive: Archive) -> None:
    await archive.add(DAYS)
    assert await archive.nearest_day(date(2031, 3, 7), EVERYONE, before=True) == date(2031, 3, 5)
    assert await archive.nearest_day(date(2031, 3, 5), EVERYONE, before=False) == date(2031, 3, 9)
    assert await archive.nearest_day(date(2031, 3, 9), EVERYONE, before=False) is None


async def test_what_is_published_on_a_day(library: Archive) -> None:
    day = date(2031, 3, 6)
    assert [source.id for source in await library.published_on(day, day, EVERYONE)] == ["harbour"]
    both = await library.published_on(day, date(2031, 4, 30), EVERYONE)
    assert [source.id for source in both] == ["harbour", "mill"]


async def test_what_is_known_of_a_person(library: Archive) -> None:
    assert [each.text for each in await library.descriptions_of("orla-quint", EVERYONE)] == [
        "the harbour pilot",
        "the retired harbour pilot",
    ]
    counts = await library.counts_of("orla-quint", EVERYONE)
    mentions = await library.mentions_of("orla-quint", EVERYONE, 50)
    assert counts.mentions == len(mentions)
    assert [each.text for each in mentions] == ["Orla Quint", "Quint", "Orla Quint", "Quint", "Orla Quint"]
    assert all(each.text in each.passage.text for each in mentions)
    assert [await library.mentions_of("orla-quint", EVERYONE, 1, at) for at in range(5)] == [[m] for m in mentions]


async def test_words_come_verbatim_first(library: Archive) -> None:
    said = await library.quotations_of("orla-quint", EVERYONE, 10)
    assert [(each.text, each.indirect) for each in said] == [
        ("Take us across the bay,", False),
        ("Mx Quint says that the ferries were full.", True),
    ]
    assert all(each.speaker_id == "orla-quint" for each in said)
    assert await library.count_quotations_of("orla-quint", EVERYONE) == 2


async def test_dates_of_a_person_are_those_of_sentences_that_name_them(library: Archive) -> None:
    dates = await library.dates_of("orla-quint", EVERYONE, 10)
    assert [each.as_written for each in dates] == ["2031-03-04", "2031-03-05", "2031-03-05"]
    last = await library.dates_of("orla-quint", EVERYONE, 1, last_first=True)
    assert last[0].place.source.id == "mill"
    assert (await library.counts_of("orla-quint", EVERYONE)).dates == 3
    assert [each.as_written for each in await library.dates_of("teo-quint", EVERYONE, 10)] == ["2031-03"]


async def test_the_last_date_is_the_one_that_ends_last(archive: Archive) -> None:
    await archive.add(
        document("Mx Ana Brook left in 2031-05. Mx Ana Brook wrote on 2031-05-03. Mx Brook came 2030-12.")
    )
    last = await archive.dates_of("ana-brook", EVERYONE, 3, last_first=True)
    assert [each.as_written for each in last] == ["2031-05", "2031-05-03", "2030-12"]
    first = await archive.dates_of("ana-brook", EVERYONE, 3)
    assert [each.as_written for each in first] == ["2030-12", "2031-05", "2031-05-03"]


async def test_ties_are_those_read_and_those_recorded_with_their_words(library: Archive) -> None:
    ties = await library.ties_of("orla-quint", EVERYONE)
    assert [(tie.kind, tie.to_id, tie.to_name) for tie in ties] == [
        ("spouse", "teo-quint", "Teo Quint"),
        ("colleague", "teo-quint", "Teo Quint"),
    ]
    assert all(HARBOUR.text[tie.place.start : tie.place.end] == tie.text for tie in ties)
    assert all("Orla Quint" in tie.text and "Teo Quint" in tie.text for tie in ties)


async def test_a_recorded_tie_needs_a_sentence_of_its_source(archive: Archive) -> None:
    text = "Mx Orla Quint came. Mx Teo Quint left."
    await archive.build([document(text, source_id="harbour")], AUTHORITY, SUBJECTS)
    assert await archive.ties_of("orla-quint", EVERYONE) == []


async def test_who_is_named_most(library: Archive) -> None:
    top = await library.top_persons(EVERYONE, 3)
    assert [(person.id, person.mentions) for person in top] == [("orla-quint", 5), ("ines-moll", 2), ("teo-quint", 2)]
    assert [person.sources for person in top] == [2, 1, 1]
    assert [person.id for person in await library.top_persons(EVERYONE, 1)] == ["orla-quint"]


async def test_who_is_named_most_with_what_a_server_has_of_its_own(library: Archive) -> None:
    own = "Mx Teo Quint waited. " * 4
    await library.add(document(own, source_id="own", guild=7))
    for limit in (1, 2, 3):
        named = [person.id for person in await library.top_persons(Viewer(7), limit)]
        assert named == ["teo-quint", "orla-quint", "ines-moll"][:limit]
        assert (await library.top_persons(Viewer(8), limit))[0].id == "orla-quint"


async def test_sources_come_piece_by_piece(library: Archive) -> None:
    await library.add(document("A word.", source_id="own", guild=7))
    for viewer in (EVERYONE, Viewer(7)):
        held = await library.sources(viewer)
        assert (await library.count_sources(viewer)).sources == len(held)
        assert [(await library.sources(viewer, 1, offset))[0] for offset in range(len(held))] == held
        assert await library.sources(viewer, 5, len(held)) == []


async def test_without_a_record_the_first_description_tells_who_it_is(archive: Archive) -> None:
    await archive.add(document("Mx Ana Brook, the lock keeper, came. Mx Ana Brook, the old keeper, left."))
    assert [person.role for person in await archive.persons_by_key(["brook"], EVERYONE)] == ["the lock keeper"]


async def test_the_keys_of_names_follow_the_archive(library: Archive) -> None:
    before = await library.name_keys(EVERYONE)
    assert ("quint", "orla-quint") in before
    assert ("orla quint", "orla-quint") in before
    assert await library.name_keys(EVERYONE) is before
    await library.add(document("Mx Ana Brook came."))
    assert ("ana brook", "ana-brook") in await library.name_keys(EVERYONE)


async def test_nothing_is_known_of_nobody(library: Archive) -> None:
    assert await library.person("nobody", EVERYONE) is None
    assert await library.mentions_of("nobody", EVERYONE, 10) == []
    assert (await library.counts_of("nobody", EVERYONE)).mentions == 0
    assert await library.names_of("nobody", EVERYONE) == []


@pytest.mark.parametrize("page", [10**6, 2**62])
async def test_pages_beyond_the_last_are_empty(library: Archive, page: int) -> None:
    assert await library.mentions_of("orla-quint", EVERYONE, 5, page) == []
    assert await library.search("quint", EVERYONE, 5, page) == []
    assert await library.dates_in(date(2031, 1, 1), date(2031, 12, 31), EVERYONE, 5, page) == []


async def test_the_same_words_of_two_sources_are_shown_once_from_the_first(archive: Archive) -> None:
    for number in (1, 2):
        text = "Mx Ana Brook, the lock keeper, came. Mx Ana Brook is married to Mx Teo Lund."
        await archive.add(document(text + f" {number}", f"Day {number}", source_id=f"day-{number}"))
    described = await archive.descriptions_of("ana-brook", EVERYONE)
    assert [(each.text, each.place.source.id) for each in described] == [("the lock keeper", "day-1")]
    assert [tie.place.source.id for tie in await archive.ties_of("ana-brook", EVERYONE)] == ["day-1"]
    await archive.withdraw("day-1", None, by="tests", reason="a test")
    described = await archive.descriptions_of("ana-brook", EVERYONE)
    assert [each.place.source.id for each in described] == ["day-2"]
