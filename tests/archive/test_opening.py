import asyncio
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.file import faults
from bot.archive.file.schema import APPLICATION_ID, migrations
from bot.archive.records import Viewer
from bot.errors import ArchiveError


async def refusal(path: Path, seconds: float = 0.1) -> str:
    """The sentence with which opening is refused; no thread may outlive it."""
    before = threading.active_count()
    with pytest.raises(ArchiveError) as refused:
        async with Archive.open(path, query_seconds=seconds):
            pass
    for _ in range(100):
        if threading.active_count() <= before:
            break
        await asyncio.sleep(0.01)
    assert threading.active_count() <= before
    return str(refused.value)


async def test_a_missing_file_is_made(path: Path) -> None:
    async with Archive.open(path) as archive:
        assert await archive.sources(Viewer()) == []
    assert await asyncio.to_thread(path.is_file)


async def test_an_empty_file_becomes_an_archive(path: Path) -> None:
    await asyncio.to_thread(path.touch)
    async with Archive.open(path) as archive:
        assert await archive.sources(Viewer()) == []


async def test_a_missing_folder(tmp_path: Path) -> None:
    assert await refusal(tmp_path / "nowhere" / "archive.db") == faults.NO_FOLDER


async def test_a_folder_in_its_place(tmp_path: Path) -> None:
    assert await refusal(tmp_path) == faults.IS_FOLDER


async def test_something_that_is_no_database(path: Path) -> None:
    letter = b"To whom it may concern. " * 100
    await asyncio.to_thread(path.write_bytes, letter)
    assert await refusal(path) == faults.NOT_A_DATABASE
    assert await asyncio.to_thread(path.read_bytes) == letter


async def test_a_database_of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name)")
        other.commit()
    assert await refusal(path) == faults.FOREIGN


async def test_a_file_from_a_newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        newer.execute(f"PRAGMA user_version = {migrations()[-1].number + 1}")
    assert await refusal(path) == faults.NEWER


async def test_a_damaged_file(path: Path) -> None:
    async with Archive.open(path):
        pass
    content = await asyncio.to_thread(path.read_bytes)
    await asyncio.to_thread(path.write_bytes, content[:100] + b"\xff" * (4096 - 100) + content[4096:])
    assert await refusal(path) == faults.DAMAGED


async def test_a_locked_file(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert await refusal(path) == faults.LOCKED


async def test_opening_waits_for_no_writer(path: Path) -> None:
    async with Archive.open(path):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with Archive.open(path, query_seconds=0.1) as archive:
            assert await archive.sources(Viewer()) == []


async def test_a_file_that_may_not_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with Archive.open(path):
        pass
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    assert await refusal(path) == faults.NOT_WRITABLE


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody can make a file")
async def test_a_folder_that_may_not_be_written() -> None:
    assert await refusal(Path("/proc/archive.db")) == faults.CANNOT_OPEN


def test_sentences_show_no_path_and_no_jargon() -> None:
    sentences = [value for name, value in vars(faults).items() if name.isupper() and isinstance(value, str)]
    assert len(sentences) > 10
    for sentence in sentences:
        assert sentence.endswith(".")
        assert "/" not in sentence
        assert "sqlite3" not in sentence.casefold()


def test_faults_of_ours_are_not_translated() -> None:
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(sqlite3.OperationalError) as ours:
        connection.execute("SELECT nothing FROM nowhere")
    assert faults.archive_error(ours.value) is None


async def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert await refusal(tmp_path / ("a" * 300)) == faults.CANNOT_OPEN
