import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.keeping.derive import UnfaithfulReadingError
from bot.archive.keeping.readers import Unread, read_all
from bot.archive.records import Viewer
from bot.errors import DuplicateSourceError, InputError
from bot.reading.model import Quotation, Reading
from tests.archive.shelf import HARBOUR, MILL, document, read_simply

EVERYONE = Viewer()


async def test_a_source_is_kept_with_all_that_is_known_of_it(archive: Archive) -> None:
    record = await archive.add(HARBOUR)
    assert record == await archive.source("harbour", EVERYONE)
    assert (record.title, record.publisher, record.place) == ("The harbour", "The Gull", "Port Ness")
    assert record.contributors == ("Ada Nowak", "Bo Lind")
    assert record.published == date(2031, 3, 6)
    assert (record.kind, record.language, record.rights) == ("account", "en", "CC0-1.0")
    assert (record.added_by, record.guild, record.withdrawn) == ("tests", None, False)
    assert record.passages == 4
    stored = await archive.document("harbour", EVERYONE)
    assert stored is not None
    assert (stored.original, stored.text, stored.source) == (HARBOUR.original, HARBOUR.text, record)


async def test_passages_are_numbered_from_one_and_stand_in_the_text(archive: Archive) -> None:
    await archive.add(HARBOUR)
    passages = await archive.passages("harbour", 1, 99, EVERYONE)
    assert [each.place.passage for each in passages] == [1, 2, 3, 4]
    assert all(each.text == HARBOUR.text[each.place.start : each.place.end] for each in passages)
    second = await archive.passage_at("harbour", passages[1].place.start, EVERYONE)
    assert second == passages[1]
    assert await archive.passage_at("harbour", passages[0].place.end, EVERYONE) is None
    assert await archive.passages("harbour", 2, 3, EVERYONE) == passages[1:3]


async def test_the_same_bytes_come_in_once(archive: Archive) -> None:
    await archive.add(HARBOUR)
    with pytest.raises(DuplicateSourceError, match="The harbour") as refused:
        await archive.add(replace(HARBOUR, source_id=None, title="Another title"))
    assert refused.value.source_id == "harbour"
    assert len(await archive.sources(EVERYONE)) == 1


async def test_two_servers_may_have_the_same_bytes_and_learn_nothing_of_it(archive: Archive) -> None:
    first = await archive.add(document("One text.", guild=7))
    second = await archive.add(document("One text.", guild=8))
    assert first.id != second.id
    with pytest.raises(DuplicateSourceError):
        await archive.add(document("One text.", guild=7))


async def test_a_server_need_not_add_what_everyone_has(archive: Archive) -> None:
    await archive.add(HARBOUR)
    with pytest.raises(DuplicateSourceError):
        await archive.add(replace(HARBOUR, source_id=None, guild=7))


async def test_added_twice_at_once_it_is_there_once(archive: Archive) -> None:
    results = await asyncio.gather(archive.add(HARBOUR), archive.add(HARBOUR), return_exceptions=True)
    assert sorted(type(result).__name__ for result in results) == ["DuplicateSourceError", "SourceRecord"]


async def test_many_at_once_are_all_there(archive: Archive) -> None:
    await asyncio.gather(*(archive.add(document(f"Mx Orla Quint came {n} times.", f"Day {n}")) for n in range(8)))
    assert len(await archive.sources(EVERYONE)) == 8
    assert await archive.check() == []


async def test_an_id_that_is_taken(archive: Archive) -> None:
    await archive.add(HARBOUR)
    with pytest.raises(InputError, match="harbour"):
        await archive.add(replace(MILL, source_id="harbour"))


async def test_a_servers_own_id_neither_takes_one_from_others_nor_tells_of_another(archive: Archive) -> None:
    first = await archive.add(document("One text.", guild=7, source_id="harbour"))
    second = await archive.add(document("Another text.", guild=8, source_id="harbour"))
    shared = await archive.add(HARBOUR)
    assert shared.id == "harbour"
    assert len({first.id, second.id, shared.id}) == 3
    assert first.id.startswith("harbour-")


async def test_ids_are_made_from_titles(archive: Archive) -> None:
    records = [await archive.add(document(f"Text {n}.", "Still water: a day’s “end”!")) for n in range(3)]
    slug = "still-water-a-days-end"
    assert [record.id for record in records] == [slug, f"{slug}-2", f"{slug}-3"]


async def test_a_reading_that_does_not_fit_its_text_is_not_stored(path: Path) -> None:
    def careless(text: str, published: date | None) -> Reading:
        reading = read_simply(text, published)
        wrong = tuple(replace(quotation, text=quotation.text.upper()) for quotation in reading.quotations)
        return replace(reading, quotations=wrong)

    async with Archive.open(path, read=careless) as other:
        with pytest.raises(UnfaithfulReadingError):
            await other.add(HARBOUR)
        assert await other.sources(EVERYONE) == []
        assert await other.persons_by_key(["quint"], EVERYONE) == []
        assert await other.search("bay", EVERYONE, 10) == []


async def test_an_error_half_way_leaves_nothing_behind(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    await archive.add(MILL)
    before = [await archive.sources(EVERYONE), await archive.name_keys(EVERYONE), await archive.check()]

    async def failing(*_: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("bot.archive.keeping.change.count_in", failing)
    with pytest.raises(RuntimeError, match="in the middle"):
        await archive.add(HARBOUR)
    monkeypatch.undo()
    assert [await archive.sources(EVERYONE), await archive.name_keys(EVERYONE), await archive.check()] == before
    assert (await archive.add(HARBOUR)).id == "harbour"


async def test_broken_characters_are_refused_with_a_sentence(archive: Archive) -> None:
    broken = replace(document("x"), text="half a character \ud800")
    with pytest.raises(InputError, match="UTF-8"):
        await archive.add(broken)


async def test_what_stands_in_boilerplate_is_left_out(path: Path) -> None:
    def without_last_passage(text: str, published: date | None) -> Reading:
        reading = read_simply(text, published)
        return replace(reading, passages=reading.passages[:-1])

    text = "Mx Orla Quint came.\n“More of this,” said Mx Ada Ad on 2031-07-07. Mx Ada Ad says that it pays."
    async with Archive.open(path, read=without_last_passage) as other:
        await other.add(document(text))
        assert await other.persons_by_key(["ad"], EVERYONE) == []
        assert [person.name for person in await other.top_persons(EVERYONE, 5)] == ["Orla Quint"]
        assert await other.nearest_day(date(2031, 7, 8), EVERYONE, before=True) is None
        assert await other.check() == []


async def test_many_documents_are_read_in_order() -> None:
    texts = [f"Mx Orla Quint came on 2031-03-{n % 28 + 1:02}." for n in range(60)]

    async def documents() -> AsyncIterator[Unread]:
        for number, text in enumerate(texts):
            yield number, text, None

    read = [each async for each in read_all(read_simply, documents(), len(texts))]
    assert [number for number, _ in read] == list(range(60))
    assert [reading.text for _, reading in read] == texts


@pytest.mark.parametrize("count", [1, 60])
async def test_a_reader_that_fails_says_so(count: int) -> None:
    async def documents() -> AsyncIterator[Unread]:
        for number in range(count):
            yield number, f"Text {number}", None

    with pytest.raises(ZeroDivisionError):
        async for _ in read_all(failing_reader, documents(), count):
            pass


def failing_reader(text: str, published: date | None) -> Reading:
    """A reader with a fault."""
    raise ZeroDivisionError(text)


async def test_every_quotation_handed_out_is_the_stored_text(archive: Archive) -> None:
    for each in (HARBOUR, MILL):
        await archive.add(each)
        record = (await archive.persons_by_key(["quint" if each is HARBOUR else "moll"], EVERYONE))[0]
        for quotation in await archive.quotations_of(record.id, EVERYONE, 10):
            assert quotation.text == each.text[quotation.place.start : quotation.place.end]


def test_quotations_of_the_test_reader_are_faithful() -> None:
    reading = read_simply(HARBOUR.text, None)
    assert all(isinstance(q, Quotation) and q.text == HARBOUR.text[q.start : q.end] for q in reading.quotations)
    assert reading.quotations
