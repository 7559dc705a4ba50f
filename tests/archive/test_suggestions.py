"""What is kept in memory to suggest from: as much as the viewer may see, for as long as it is so."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archive.accession import id_for
from bot.archive.archive import Archive
from bot.archive.directory import Prefixes
from bot.archive.file.connection import open_connections
from bot.archive.lookup.suggestions import OWNERS_KEPT, Kept, Watch
from bot.archive.records import Viewer
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, PRIVATE, SUBJECTS, document, read_simply

SECRET = id_for(PRIVATE, ())
EVERYONE, OWNER, OTHERS = Viewer(), Viewer(7), (Viewer(), Viewer(8))


async def all_listed(archive: Archive, viewer: Viewer) -> dict[str, Any]:
    """Everything that may be suggested to a viewer."""
    persons, sources = await archive.listed_persons(viewer), await archive.listed_sources(viewer)
    return {
        "persons": list(persons.persons),
        "speakers": list(persons.speakers),
        "names": {key: persons.names.exactly(key) for key in persons.names.keys},
        "sounds": {key: persons.sounds.exactly(key) for key in persons.sounds.keys},
        "details": await archive.details_of(persons, [person.id for person in persons.persons], viewer),
        "detail of a secret": await archive.details_of(persons, ["vera-zand", f"vera-zand--{SECRET}"], viewer),
        "intervals": list((await archive.listed_days(viewer)).intervals),
        "days": list((await archive.listed_days(viewer)).days.items()),
        "subjects": dict((await archive.listed_subjects(viewer)).quotations),
        "sources": list(sources.sources),
        "years": list(sources.years),
        "words": list(sources.words.keys),
        "ids": list(sources.ids.keys),
        "titles": list(sources.titles.keys),
    }


@pytest.fixture
async def with_secret(tmp_path: Path) -> AsyncIterator[Archive]:
    async with Archive.open(tmp_path / "secret.db", read=read_simply) as archive:
        await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS)
        await archive.add(PRIVATE)
        yield archive


async def test_persons_are_listed_with_how_much_there_is_of_them(library: Archive) -> None:
    directory = await library.listed_persons(EVERYONE)
    listed = [(person.id, person.mentions, person.quotations) for person in directory.persons]
    assert listed[0] == ("orla-quint", 5, 2)
    assert [mentions for _, mentions, _ in listed] == sorted((each[1] for each in listed), reverse=True)
    speakers = [directory.persons[number].name for number in directory.speakers]
    assert speakers == ["Orla Quint", "Ines Moll"]
    for person in directory.persons:
        counts = await library.counts_of(person.id, EVERYONE)
        assert (person.mentions, person.quotations) == (counts.mentions, counts.quotations)


async def test_a_person_is_told_from_others_by_role_and_source(library: Archive) -> None:
    directory = await library.listed_persons(EVERYONE)
    details = await library.details_of(directory, ["orla-quint", "teo-quint", "nobody"], EVERYONE)
    assert details["orla-quint"].role == "harbour pilot"
    assert (details["teo-quint"].role, details["teo-quint"].title) == (None, "The harbour")
    assert "nobody" not in details


async def test_days_subjects_and_sources_are_listed_with_how_much_they_have(library: Archive) -> None:
    intervals = {(each.earliest, each.latest): each.dates for each in (await library.listed_days(EVERYONE)).intervals}
    assert intervals[date(2031, 3, 5), date(2031, 3, 5)] == 2
    assert intervals[date(2031, 3, 1), date(2031, 3, 28)] == 1
    days = (await library.listed_days(EVERYONE)).days
    assert list(days.items()) == [(date(2031, 3, 5), 2), (date(2031, 3, 4), 1), (date(2031, 4, 1), 1)]
    subjects = (await library.listed_subjects(EVERYONE)).quotations
    assert set(subjects) == {"crossing", "hunger"}
    sources = (await library.listed_sources(EVERYONE)).sources
    assert [(source.id, source.citable) for source in sources] == [("harbour", 8), ("mill", 5)]
    assert (await library.listed_sources(EVERYONE)).years == await library.years(EVERYONE)


@pytest.mark.parametrize("viewer", OTHERS)
async def test_a_servers_source_is_listed_nowhere_else(library: Archive, with_secret: Archive, viewer: Viewer) -> None:
    await all_listed(with_secret, OWNER)
    assert await all_listed(with_secret, viewer) == await all_listed(library, viewer)


async def test_its_own_server_has_it_listed(with_secret: Archive) -> None:
    listed = await all_listed(with_secret, OWNER)
    assert f"vera-zand--{SECRET}" in {person.id for person in listed["persons"]}
    assert "zand" in listed["names"]
    assert SECRET in {source.id for source in listed["sources"]}
    assert date(2031, 5, 5) in {each.earliest for each in listed["intervals"]}
    assert listed["persons"][0].mentions == 6


@pytest.mark.parametrize("viewer", [*OTHERS, OWNER])
async def test_a_withdrawn_source_is_listed_nowhere(library: Archive, with_secret: Archive, viewer: Viewer) -> None:
    before = await all_listed(with_secret, viewer)
    await with_secret.withdraw(SECRET, 7, by="tests", reason="a test")
    assert await all_listed(with_secret, viewer) == await all_listed(library, viewer)
    await with_secret.restore_source(SECRET, 7, by="tests")
    assert await all_listed(with_secret, viewer) == before


async def test_a_shared_source_that_is_withdrawn_goes_from_all_lists(library: Archive) -> None:
    assert "moll" in (await all_listed(library, EVERYONE))["names"]
    await library.withdraw("mill", None, by="tests", reason="a test")
    listed = await all_listed(library, EVERYONE)
    assert "moll" not in listed["names"]
    assert [source.id for source in listed["sources"]] == ["harbour"]
    assert date(2031, 4, 1) not in {each.earliest for each in listed["intervals"]}
    assert "hunger" not in listed["subjects"]


async def test_a_form_of_a_name_that_only_a_servers_source_uses_is_listed_there_alone(
    library: Archive, path: Path
) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        (person,) = file.execute("SELECT num FROM persons WHERE id = 'orla-quint'").fetchone()
        form = file.execute(
            "INSERT INTO name_forms (person, guild, form, kind, mentions) VALUES (?, 7, 'The Gull', 'mentioned', 1)",
            (person,),
        ).lastrowid
        file.execute("INSERT INTO name_keys VALUES ('the gull', 'whole', ?, ?)", (form, person))
    await library.add(PRIVATE)
    assert (await library.listed_persons(OWNER)).names.exactly("the gull")
    assert not (await library.listed_persons(EVERYONE)).names.exactly("the gull")


async def test_lists_are_made_once_until_the_archive_changes(library: Archive) -> None:
    kept = await asyncio.gather(*(library.listed_persons(EVERYONE) for _ in range(20)))
    assert len({id(each) for each in kept}) == 1
    await library.add(document("Mx Zoya Ferry slept.", "A new one"))
    now = await library.listed_persons(EVERYONE)
    assert now is not kept[0]
    assert now.names.exactly("zoya ferry")


async def test_servers_without_sources_of_their_own_share_everyones_lists(with_secret: Archive) -> None:
    shared = await with_secret.listed_persons(EVERYONE)
    for server in range(8, 8 + 3 * OWNERS_KEPT):
        assert await with_secret.listed_persons(Viewer(server)) is shared
    assert await with_secret.listed_persons(OWNER) is not shared


async def test_what_was_read_before_a_change_is_not_kept_after_it(path: Path) -> None:
    made, go_on = threading.Event(), threading.Event()
    results = iter(("old", "new"))

    def slowly(_: Sequence[Sequence[sqlite3.Row]]) -> str:
        result = next(results)
        made.set()
        go_on.wait(10)
        return result

    kept = Kept(Watch(), ("SELECT :guild",), slowly)
    async with Archive.open(path, read=read_simply) as archive, open_connections(path, 5) as connections:
        await archive.add(HARBOUR)
        first = asyncio.create_task(kept.of(connections, 0))
        await asyncio.to_thread(made.wait, 10)
        await archive.add(MILL)
        second = asyncio.create_task(kept.of(connections, 0))
        await asyncio.sleep(0.05)
        go_on.set()
        assert (await first, await second, await kept.of(connections, 0)) == ("old", "new", "new")


KEYS = st.text("abc ", max_size=4)


@given(st.sets(st.tuples(KEYS, st.integers(0, 5))), KEYS, st.integers(1, 3))
def test_prefixes_find_what_a_walk_through_all_keys_finds(
    pairs: set[tuple[str, int]], sought: str, length: int
) -> None:
    index = Prefixes(sorted(pairs))
    assert index.exactly(sought) == {number for key, number in pairs if key == sought}
    assert index.beginning(sought) == {number for key, number in pairs if key.startswith(sought)}
    cut = index.cut_to(length)
    assert sorted(cut) == sorted({key[:length] for key, _ in pairs if " " not in key})
