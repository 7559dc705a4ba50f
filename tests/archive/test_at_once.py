import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.archive.file.at_once import AtOnce, open_at_once
from bot.archive.file.database import address_of, open_database
from bot.archive.file.faults import NOT_WRITABLE
from bot.errors import ArchiveError, QueryTooSlowError

COUNTING = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT count(*) FROM n"
LONG, ENDLESS = 300_000, 10**12


@pytest.fixture
def other(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program, which has made the file."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE words (word TEXT)")
    connection.execute("INSERT INTO words VALUES ('ash')")
    yield connection
    connection.close()


@pytest.fixture
def at_once(path: Path, other: sqlite3.Connection) -> Iterator[AtOnce]:
    with open_at_once(address_of(path, read_only=True)) as opened:
        yield opened


def test_what_is_quick_is_answered_on_the_spot(at_once: AtOnce) -> None:
    rows = at_once.rows("SELECT word FROM words WHERE word = :word", {"word": "ash"})
    assert rows is not None
    assert [row["word"] for row in rows] == ["ash"]


def test_what_another_program_writes_is_seen(at_once: AtOnce, other: sqlite3.Connection) -> None:
    other.execute("INSERT INTO words VALUES ('elm')")
    rows = at_once.rows("SELECT word FROM words", ())
    assert rows is not None
    assert [row["word"] for row in rows] == ["ash", "elm"]


def test_what_is_long_is_broken_off(at_once: AtOnce) -> None:
    assert at_once.rows(COUNTING, (ENDLESS,)) is None
    assert at_once.rows("SELECT 1", ()) is not None


def test_nobody_waits_for_a_lock(at_once: AtOnce, other: sqlite3.Connection) -> None:
    other.execute("BEGIN EXCLUSIVE")
    assert at_once.rows("SELECT word FROM words", ()) is None
    other.execute("COMMIT")
    assert at_once.rows("SELECT word FROM words", ()) is not None


def test_a_query_that_is_wrong_is_no_reason_to_try_again(at_once: AtOnce) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        at_once.rows("SELECT word FROM phrases", ())


async def test_a_thread_answers_what_is_broken_off(at_once: AtOnce, path: Path) -> None:
    async with open_database(path, seconds=60, wait=1, read_only=True, at_once=at_once) as database:
        assert await database.value(COUNTING, (LONG,)) == LONG


async def test_what_is_too_long_for_a_thread_too_is_given_up(at_once: AtOnce, path: Path) -> None:
    async with open_database(path, seconds=0.05, wait=1, read_only=True, at_once=at_once) as database:
        with pytest.raises(QueryTooSlowError):
            await database.rows(COUNTING, (ENDLESS,))


async def test_nothing_can_be_written_on_the_spot(at_once: AtOnce, path: Path) -> None:
    async with open_database(path, seconds=1, wait=1, read_only=True, at_once=at_once) as database:
        with pytest.raises(ArchiveError, match=NOT_WRITABLE):
            await database.run("INSERT INTO words VALUES ('oak')")


async def test_half_a_character_is_looked_for_as_a_mark_of_one(at_once: AtOnce, path: Path) -> None:
    async with open_database(path, seconds=1, wait=1, read_only=True, at_once=at_once) as database:
        assert await database.rows("SELECT word FROM words WHERE word = ?", ("ash\ud800",)) == []
