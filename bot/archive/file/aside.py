"""A file beside the archive, for what is made there before it takes the archive's place, or never does."""

from __future__ import annotations

import glob
import secrets
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Literal, get_args

from bot.archive.file.copying import remove_file
from bot.archive.file.database import Database, address_of, open_database
from bot.archive.file.faults import code_of

_WAIT = 0.1
"""Seconds to wait for a lock on a file aside, which nobody else should have."""
_TOKEN_BYTES = 4
YOUNG = 5.0
"""Seconds for which a file that nobody has locked may be one that is just being made, and not yet locked."""
Purpose = Literal["building", "restoring"]


@asynccontextmanager
async def open_aside(beside: Path, purpose: Purpose) -> AsyncIterator[Database]:
    """A new database file next to `beside`, named after it and `purpose`, and removed at the end.

    Locked for as long as it is open, so that what a killed program left is told from what another one is at work on,
    and removed. Raises ArchiveError where it cannot be made.
    """
    remove_leftovers(beside)
    path = name_aside(beside, purpose)
    try:
        async with open_database(path, seconds=None, wait=_WAIT) as database:
            await database.run("PRAGMA locking_mode = EXCLUSIVE")
            # The lock is taken with the first transaction, and kept.
            await database.run("BEGIN EXCLUSIVE")
            await database.run("COMMIT")
            yield database
    finally:
        remove_file(path)


def name_aside(beside: Path, purpose: Purpose) -> Path:
    """A name that nothing has yet, by which what is left there is known for a leftover."""
    return beside.with_name(f"{beside.name}.{purpose}-{secrets.token_hex(_TOKEN_BYTES)}")


def remove_leftovers(beside: Path) -> None:
    """Remove what killed programs have left of files aside; done whenever the archive is opened."""
    for purpose in get_args(Purpose):
        # Only names as they are made here: eight figures of a token, and nothing behind.
        stem = glob.escape(f"{beside.name}.{purpose}")
        for left in beside.parent.glob(f"{stem}-{'[0-9a-f]' * 2 * _TOKEN_BYTES}"):
            if not _is_young(left) and not _in_use(left):
                remove_file(left)


def _is_young(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime < YOUNG
    except FileNotFoundError:
        return True


def _in_use(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(address_of(path, read_only=False), uri=True, timeout=0)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        # Any other fault is one of a file that was left half made.
        return (code_of(error) or 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return False
