"""One SQLite connection: rows out, statements in, a time limit, and errors that say what to do."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.archive.file.at_once import AtOnce
from bot.archive.file.faults import archive_error

Values = Sequence[Any] | Mapping[str, Any]
_STEPS_BETWEEN_LOOKS = 200_000
"""Instructions of SQLite's machine between two looks at the clock: some ten milliseconds.

Not fewer: a look waits until the event loop leaves Python to this thread, which takes as long while many ask.
"""
_ROWS_AT_A_TIME = 64
"""Rows that aiosqlite fetches at once where it is asked for one after another, which is never done here."""


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turns SQLite's errors into ArchiveErrors; those that are faults of ours go through as they are."""
    try:
        yield
    except sqlite3.Error as error:
        plain = archive_error(error)
        if plain is None:
            raise
        raise plain from error


class Database:
    """A connection with a time limit on each query. Use as from `open_database`, which closes it.

    `at_once`, where given, is asked first, and what it cannot answer on the spot is left to this connection's thread.
    Queries of one connection run one after another; whoever wants two at once takes two connections.
    """

    def __init__(self, raw: aiosqlite.Connection, seconds: float | None, at_once: AtOnce | None = None) -> None:
        self._raw = raw
        self._seconds = seconds
        self._at_once = at_once
        self._deadline = float("inf")

    async def prepare(self) -> None:
        """Set the connection up: named columns and the look at the clock. Call once."""
        self._raw.row_factory = sqlite3.Row
        if self._seconds is not None:
            await self._raw.set_progress_handler(self._is_late, _STEPS_BETWEEN_LOOKS)

    def _is_late(self) -> int:
        return int(time.monotonic() > self._deadline)

    def _start_clock(self) -> None:
        if self._seconds is not None:
            self._deadline = time.monotonic() + self._seconds

    async def rows(self, sql: str, values: Values = ()) -> list[sqlite3.Row]:
        """All rows of a query. Raises QueryTooSlowError past the time limit, ArchiveError where the file fails."""
        with said_plainly():
            found = self._at_once.rows(sql, values) if self._at_once else None
        return await self._in_thread(sql, values) if found is None else found

    async def _in_thread(self, sql: str, values: Values) -> list[sqlite3.Row]:
        self._start_clock()
        with said_plainly():
            try:
                return list(await self._raw.execute_fetchall(sql, values))
            except UnicodeEncodeError:
                return list(await self._raw.execute_fetchall(sql, _encodable(values)))

    async def row(self, sql: str, values: Values = ()) -> sqlite3.Row | None:
        """The first row of a query, or None. Raises like `rows`."""
        found = await self.rows(sql, values)
        return found[0] if found else None

    async def value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, or None. Raises like `rows`."""
        found = await self.row(sql, values)
        return found[0] if found else None

    async def run(self, sql: str, values: Values = ()) -> None:
        """One statement. Raises like `rows`."""
        await self._in_thread(sql, values)

    async def run_many(self, sql: str, rows: Iterable[Values]) -> None:
        """One statement for each row of values. Raises like `rows`."""
        self._start_clock()
        with said_plainly():
            cursor = await self._raw.executemany(sql, rows)
            await cursor.close()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """What is done inside is done whole, or, after any error, not at all."""
        try:
            await self.run("BEGIN IMMEDIATE")
            yield
            await self.run("COMMIT")
        except BaseException:
            # Queued behind whatever was begun, so that a cancelled task leaves nothing open; a no-op where nothing is.
            await self._raw.rollback()
            raise

    @property
    def raw(self) -> aiosqlite.Connection:
        """The connection itself, for copying whole files."""
        return self._raw


def address_of(path: Path, *, read_only: bool) -> str:
    """The URI under which SQLite opens a file, which is made where missing unless it is only to be read."""
    return path.absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rwc")


def _encodable(values: Values) -> Values:
    """The values with halves of characters replaced, which cannot be put into UTF-8; nothing stored can hold them."""

    def mended(value: Any) -> Any:
        return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value

    if isinstance(values, Mapping):
        return {name: mended(value) for name, value in values.items()}
    return [mended(value) for value in values]


@asynccontextmanager
async def open_database(
    path: Path, *, seconds: float | None, wait: float, read_only: bool = False, at_once: AtOnce | None = None
) -> AsyncIterator[Database]:
    """A connection to the file at `path`, closed at the end whatever happens.

    `seconds` is the time limit of a query (None: none), `wait` how long to wait for another program's lock.
    Raises ArchiveError where the file cannot be opened.
    """
    address = address_of(path, read_only=read_only)
    failures: list[sqlite3.Error] = []

    def connect() -> sqlite3.Connection:
        try:
            return sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
        except sqlite3.Error as error:
            # aiosqlite leaves its thread behind where connecting fails; with any connection it can be closed.
            failures.append(error)
            return sqlite3.connect(":memory:")

    async with aiosqlite.Connection(connect, _ROWS_AT_A_TIME) as raw:
        with said_plainly():
            if failures:
                raise failures[0]
        database = Database(raw, seconds, at_once)
        await database.prepare()
        yield database
