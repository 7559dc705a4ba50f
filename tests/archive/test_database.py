import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.archive.file.database import Database, open_database
from bot.archive.file.faults import DISK_FULL, LOCKED, NOT_WRITABLE
from bot.errors import ArchiveError, QueryTooSlowError

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    async with open_database(path, seconds=0.05, wait=0.05) as opened:
        await opened.run("CREATE TABLE words (word TEXT UNIQUE)")
        yield opened


async def test_an_endless_query_is_given_up(database: Database) -> None:
    with pytest.raises(QueryTooSlowError, match="narrower"):
        await database.rows(ENDLESS)


async def test_the_clock_starts_anew_with_each_query(database: Database) -> None:
    with pytest.raises(QueryTooSlowError):
        await database.rows(ENDLESS)
    assert await database.value("SELECT 1") == 1


async def test_no_limit_where_none_is_set(path: Path) -> None:
    counted = ENDLESS.replace("FROM n)", "FROM n WHERE i < 300000)")
    async with open_database(path, seconds=None, wait=0.05) as unlimited:
        assert await unlimited.value(counted) == 300_000


async def test_a_transaction_is_done_whole(database: Database) -> None:
    async with database.transaction():
        await database.run_many("INSERT INTO words VALUES (?)", [("ash",), ("elm",)])
    assert await database.value("SELECT count(*) FROM words") == 2


async def test_a_transaction_with_an_error_is_not_done_at_all(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        async with database.transaction():
            await database.run("INSERT INTO words VALUES ('ash')")
            await database.run("INSERT INTO words VALUES ('ash')")
    assert await database.value("SELECT count(*) FROM words") == 0
    async with database.transaction():
        await database.run("INSERT INTO words VALUES ('elm')")


async def test_a_task_that_is_cancelled_leaves_no_transaction_open(database: Database) -> None:
    async def begin_and_wait() -> None:
        async with database.transaction():
            await database.run("INSERT INTO words VALUES ('ash')")
            await asyncio.sleep(60)

    for steps in range(12):
        task = asyncio.create_task(begin_and_wait())
        for _ in range(steps):
            await asyncio.sleep(0.0005)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with database.transaction():
            assert await database.value("SELECT count(*) FROM words") == 0


async def test_a_lock_held_elsewhere(database: Database, path: Path) -> None:
    async with open_database(path, seconds=None, wait=0.05) as other, other.transaction():
        with pytest.raises(ArchiveError, match=LOCKED):
            async with database.transaction():
                pytest.fail("the lock is held elsewhere")


async def test_a_reader_cannot_write(database: Database, path: Path) -> None:
    async with open_database(path, seconds=None, wait=0.05, read_only=True) as reader:
        with pytest.raises(ArchiveError, match=NOT_WRITABLE):
            await reader.run("INSERT INTO words VALUES ('oak')")


async def test_a_full_disk(database: Database) -> None:
    pages = await database.value("PRAGMA page_count")
    await database.run(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ArchiveError, match=DISK_FULL):
        await database.run_many("INSERT INTO words VALUES (?)", [(f"{n:0500}",) for n in range(100)])


async def test_closing_twice(path: Path) -> None:
    async with open_database(path, seconds=None, wait=0.05) as opened:
        await opened.raw.close()
