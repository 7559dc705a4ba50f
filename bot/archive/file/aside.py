"""A file beside the archive, for what is made there before it takes the archive's place, or never does."""

from __future__ import annotations

import glob
import secrets
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from bot.archive.file.copying import remove_file
from bot.archive.file.database import Database, address_of, open_database

_WAIT = 0.1
"""Seconds to wait for a lock on a file aside, which nobody else should have."""
_TOKEN_BYTES = 4


@asynccontextmanager
async def open_aside(beside: Path, purpose: str) -> AsyncIterator[Database]:
    """A new database file next to `beside`, named after it and `purpose`, and removed at the end.

    Locked for as long as it is open, so that what a killed program left is told from what another one is at work on,
    and removed. Raises ArchiveError where it cannot be made.
    """
    stem = f"{beside.name}.{purpose}"
    _remove_leftovers(beside.parent, stem)
    path = beside.with_name(f"{stem}-{secrets.token_hex(_TOKEN_BYTES)}")
    try:
        async with open_database(path, seconds=None, wait=_WAIT) as database:
            await database.run("PRAGMA locking_mode = EXCLUSIVE")
            # The lock is taken with the first transaction, and kept.
            await database.run("BEGIN EXCLUSIVE")
            await database.run("COMMIT")
            yield database
    finally:
        remove_file(path)


def _remove_leftovers(folder: Path, stem: str) -> None:
    # Only names as they are made here: eight figures of a token, and nothing behind.
    for left in folder.glob(f"{glob.escape(stem)}-{'[0-9a-f]' * 2 * _TOKEN_BYTES}"):
        if not _in_use(left):
            remove_file(left)


def _in_use(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(address_of(path, read_only=False), uri=True, timeout=0)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        # Any other fault is one of a file that was left half made.
        return (error.sqlite_errorcode & 0xFF) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return False
