"""The connections to one archive file: one writer, a few readers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bot.archive.file.aside import remove_leftovers
from bot.archive.file.at_once import open_at_once
from bot.archive.file.database import Database, address_of, open_database, said_plainly
from bot.archive.file.faults import look_before_opening
from bot.archive.file.schema import migrate, migrations

READERS = 3
"""Questions answered at the same time; more would only wait for the processor."""
_CACHE_KIB, _THREAD_CACHE_KIB = 32_768, 4_096
"""Memory for pages of the file: for the connection that answers on the spot, and for each one in a thread.

Hardly anything comes to the threads twice, and the system keeps pages, too.
"""


class Connections:
    """One writer behind a lock and a pool of readers that cannot write. Made by `open_connections`."""

    def __init__(self, path: Path, writer: Database, readers: list[Database]) -> None:
        self.path = path
        self._writer = writer
        self._lock = asyncio.Lock()
        # Last in, first out: the reader used last has the warmest cache.
        self._idle: asyncio.LifoQueue[Database] = asyncio.LifoQueue()
        for reader in readers:
            self._idle.put_nowait(reader)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Database]:
        """A reader for one question; waits where all are in use."""
        reader = await self._idle.get()
        try:
            yield reader
        finally:
            self._idle.put_nowait(reader)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Database]:
        """The writer inside a transaction that ends with everything done or, after any error, nothing."""
        async with self._lock, self._writer.transaction():
            yield self._writer

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[Database]:
        """The writer without a transaction, for what SQLite does outside one; nobody else here writes meanwhile."""
        async with self._lock:
            yield self._writer


@asynccontextmanager
async def open_connections(path: Path, seconds: float) -> AsyncIterator[Connections]:
    """The connections to the archive at `path`, which is made where missing and migrated where old.

    `seconds` limits each query of a reader and each wait for a lock. Raises ArchiveError, with a sentence that says
    what to do, where the file cannot be used.
    """
    look_before_opening(path)
    remove_leftovers(path)
    async with AsyncExitStack() as stack:
        # No time limit on the writer: migrating and building may take as long as they need.
        writer = await stack.enter_async_context(open_database(path, seconds=None, wait=seconds))
        await set_up(writer)
        with said_plainly():
            at_once = stack.enter_context(open_at_once(address_of(path, read_only=True), _CACHE_KIB))
        readers = [
            await stack.enter_async_context(
                open_database(path, seconds=seconds, wait=seconds, read_only=True, at_once=at_once)
            )
            for _ in range(READERS)
        ]
        for reader in readers:
            await reader.run(f"PRAGMA cache_size = -{_THREAD_CACHE_KIB}")
        yield Connections(path, writer, readers)


async def set_up(writer: Database) -> None:
    """Make a freshly opened file an archive of this version; raises ArchiveError where it cannot be one."""
    await migrate(writer, migrations())
    if await writer.value("PRAGMA journal_mode") != "wal":
        await writer.run("PRAGMA journal_mode = WAL")
    # FULL: what was acknowledged is on the disk. Additions are rare enough for it.
    await writer.run("PRAGMA synchronous = FULL")
    await writer.run("PRAGMA foreign_keys = ON")
