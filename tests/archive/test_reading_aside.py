"""Long texts are read in another process, which may die, and which is gone when the archive is."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from bot.archive.archive import Archive
from bot.archive.file.faults import WORKER_DIED
from bot.archive.keeping.reading_aside import LONG, open_reading_room
from bot.errors import ArchiveError
from bot.reading.model import Catalogue, Reading
from bot.settings import PROJECT
from tests.archive.shelf import HARBOUR, document, read_simply

PADDING = " and so on" * (LONG // 10 + 1)
OPENS_AND_WAITS = """
import asyncio, sys
from pathlib import Path
from bot.archive.archive import Archive
from tests.archive.test_reading_aside import PADDING, read_by_whom

async def main():
    async with Archive.open(Path(sys.argv[1]), read=read_by_whom) as archive:
        print((await archive.read(PADDING, None)).source.title, flush=True)
        await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


def read_by_whom(text: str, published: date | None) -> Reading:
    """Says in the title which process has read."""
    return Reading(text, Catalogue(title=str(os.getpid())), (), (), (), (), ())


def read_or_die(text: str, published: date | None) -> Reading:
    """Dies as long as there is something in the folder that the text begins with: one thing less each time."""
    for left in Path(text.split()[0]).iterdir():
        left.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return read_by_whom(text, published)


def lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # One that nobody has looked after yet is dead all the same.
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


async def test_a_short_text_is_read_here_and_a_long_one_elsewhere() -> None:
    async with open_reading_room(read_by_whom) as room:
        assert (await room.read("short", None)).source.title == str(os.getpid())
        first, second = [(await room.read(PADDING, None)).source.title for _ in range(2)]
    assert first == second != str(os.getpid())


async def test_a_long_text_is_read_as_a_short_one_would_be() -> None:
    async with open_reading_room(read_simply) as room:
        assert await room.read(HARBOUR.text + PADDING, None) == read_simply(HARBOUR.text + PADDING, None)


async def test_a_reader_that_no_other_process_could_find_reads_here() -> None:
    def made_here(text: str, published: date | None) -> Reading:
        return read_by_whom(text, published)

    async with open_reading_room(made_here) as room:
        assert (await room.read(PADDING, None)).source.title == str(os.getpid())


async def test_a_process_that_died_is_followed_by_another(tmp_path: Path) -> None:
    (tmp_path / "once").touch()
    async with open_reading_room(read_or_die) as room:
        assert (await room.read(f"{tmp_path} {PADDING}", None)).source.title != str(os.getpid())


async def test_a_text_over_which_two_processes_die_gets_a_sentence_and_the_next_is_read(tmp_path: Path) -> None:
    for name in ("once", "twice"):
        (tmp_path / name).touch()
    async with open_reading_room(read_or_die) as room:
        with pytest.raises(ArchiveError, match=WORKER_DIED):
            await room.read(f"{tmp_path} {PADDING}", None)
        assert (await room.read(f"{tmp_path} {PADDING}", None)).text


async def test_a_document_over_which_the_process_dies_leaves_nothing_behind(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deaths"
    folder.mkdir()
    for name in ("once", "twice"):
        (folder / name).touch()
    long = document(f"{folder} {PADDING}")
    async with Archive.open(path, read=read_or_die) as archive:
        with pytest.raises(ArchiveError):
            await archive.add(long)
        assert await archive.owned_sources(None) == []
        assert await archive.check() == []
        assert (await archive.add(long)).id == "an-account"


async def test_an_error_of_the_reader_comes_back_as_it_is() -> None:
    async with open_reading_room(failing_reader) as room:
        with pytest.raises(ZeroDivisionError):
            await room.read(PADDING, None)


def failing_reader(text: str, published: date | None) -> Reading:
    """A reader with a fault."""
    raise ZeroDivisionError


async def test_closing_does_not_wait_for_what_is_being_read() -> None:
    async with open_reading_room(read_for_ever) as room:
        reading = asyncio.create_task(room.read(PADDING, None))
        await asyncio.sleep(0.1)
    with pytest.raises(ArchiveError):
        await reading


def read_for_ever(text: str, published: date | None) -> Reading:
    """Takes a minute at least."""
    time.sleep(60)
    return read_by_whom(text, published)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="Processes are looked at under /proc.")
def test_the_process_ends_with_the_bot_even_where_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "opens.py"
    script.write_text(OPENS_AND_WAITS)
    settings = {**os.environ, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, str(script), str(tmp_path / "archive.db")]
    with subprocess.Popen(command, env=settings, stdout=subprocess.PIPE) as bot:
        assert bot.stdout
        worker = int(bot.stdout.readline())
        assert lives(worker)
        bot.kill()
    deadline = time.monotonic() + 20
    while lives(worker) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not lives(worker)
