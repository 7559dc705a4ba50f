import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.archive import moderators, servers
from bot.archive.archive import Archive
from bot.archive.file.connection import Connections, open_connections
from bot.archive.file.database import Database, open_database
from bot.archive.file.schema import migrate, migrations
from bot.archive.records import ServerSettings, Viewer
from bot.archive.upkeep import restore
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, SUBJECTS, read_simply

GULLS, TERNS = 7, 9_223_372_036_854_775_807
"""Two servers; the second has the largest id that Discord could give."""
PLAIN = ServerSettings(plain=True)
SPOILER = ServerSettings(graphic="spoiler")


async def test_a_server_that_has_set_nothing_has_the_defaults(archive: Archive) -> None:
    assert await archive.server(GULLS) == ServerSettings(plain=False, graphic="show")
    assert await archive.server(None) == ServerSettings()


async def test_what_a_server_sets_is_that_servers_alone(archive: Archive) -> None:
    await archive.set_server(GULLS, PLAIN)
    await archive.set_server(TERNS, SPOILER)
    assert await archive.server(GULLS) == PLAIN
    assert await archive.server(TERNS) == SPOILER
    assert await archive.server(8) == ServerSettings()
    assert await archive.server(None) == ServerSettings()
    await archive.set_server(GULLS, ServerSettings())
    assert await archive.server(GULLS) == ServerSettings()
    assert await archive.server(TERNS) == SPOILER


async def test_settings_are_there_when_the_archive_is_opened_again(path: Path) -> None:
    async with Archive.open(path, read=read_simply) as archive:
        await archive.set_server(GULLS, ServerSettings(plain=True, graphic="spoiler"))
    async with Archive.open(path, read=read_simply) as archive:
        assert await archive.server(GULLS) == ServerSettings(plain=True, graphic="spoiler")


async def test_nothing_is_held_in_memory(path: Path, archive: Archive) -> None:
    await archive.set_server(GULLS, PLAIN)
    async with Archive.open(path, read=read_simply) as other:
        await other.set_server(GULLS, SPOILER)
    assert await archive.server(GULLS) == SPOILER


@pytest.mark.parametrize("column", ["guild = 0", "plain = 2", "graphic = 'hide'"])
async def test_the_file_takes_no_other_values(path: Path, archive: Archive, column: str) -> None:
    await archive.set_server(GULLS, PLAIN)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE servers SET {column}")


async def test_a_build_keeps_what_servers_have_set(library: Archive) -> None:
    await library.set_server(GULLS, PLAIN)
    await library.build([HARBOUR], AUTHORITY, SUBJECTS)
    assert await library.server(GULLS) == PLAIN
    assert await library.check() == []


async def test_what_is_set_during_a_build_holds_after_it_and_does_not_hold_it_up(library: Archive) -> None:
    await library.set_server(GULLS, PLAIN)
    steps: list[int] = []
    setting: list[asyncio.Task[None]] = []

    def set_meanwhile(done: int, of: int, title: str) -> None:
        steps.append(done)
        for guild in (GULLS, TERNS):
            setting.append(asyncio.ensure_future(library.set_server(guild, SPOILER)))

    await library.build([HARBOUR, MILL], AUTHORITY, SUBJECTS, set_meanwhile)
    await asyncio.gather(*setting)
    assert steps == [1, 2], "the build was begun again"
    assert await library.server(GULLS) == SPOILER
    assert await library.server(TERNS) == SPOILER


async def test_what_another_program_sets_at_the_moment_of_the_switch_is_kept(
    path: Path, library: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    carry_over, carried, steps = moderators.carry_over, list[str | None](), list[int]()

    async def overtaken_once(database: Database, aside: Database) -> str | None:
        mark = await carry_over(database, aside)
        if not carried:
            async with Archive.open(path, read=read_simply) as other:
                await other.set_server(GULLS, SPOILER)
        carried.append(mark)
        return mark

    monkeypatch.setattr(moderators, "carry_over", overtaken_once)
    await library.build([HARBOUR, MILL], AUTHORITY, SUBJECTS, lambda done, of, title: steps.append(done))
    assert len(carried) == 2
    assert steps == [1, 2], "the build was begun again"
    assert await library.server(GULLS) == SPOILER


async def test_settings_are_no_change_of_what_the_archive_holds(library: Archive) -> None:
    keys = await library.name_keys(Viewer(GULLS))
    await library.set_server(GULLS, SPOILER)
    assert await library.name_keys(Viewer(GULLS)) is keys
    assert not await library.needs_build("first")


async def test_a_backup_holds_the_settings_and_brings_them_back(path: Path, library: Archive) -> None:
    await library.set_server(GULLS, PLAIN)
    target = path.with_name("backup.db")
    await library.backup(target)
    await library.set_server(GULLS, SPOILER)
    await restore(path, target)
    assert await library.server(GULLS) == PLAIN


async def test_an_archive_from_before_there_were_settings_is_carried_forward(path: Path) -> None:
    async with open_database(path, seconds=None, wait=0.05) as database:
        await migrate(database, [step for step in migrations() if step.number < 5])
        await database.run("INSERT INTO state (name, value) VALUES ('revision', 'as it was')")
    async with Archive.open(path, read=read_simply) as archive:
        assert await archive.server(GULLS) == ServerSettings()
        await archive.set_server(GULLS, PLAIN)
        assert await archive.server(GULLS) == PLAIN
    async with open_connections(path, 1.0) as connections:
        assert await _revision(connections) == "as it was"


async def _revision(connections: Connections) -> object:
    async with connections.reading() as database:
        return await database.value("SELECT value FROM state WHERE name = 'revision'")


async def test_settings_are_found_by_the_key_of_their_row(path: Path, archive: Archive) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (step,) = connection.execute(f"EXPLAIN QUERY PLAN {servers.FIND}", (GULLS,)).fetchall()
    assert step[-1] == "SEARCH servers USING INTEGER PRIMARY KEY (rowid=?)"
