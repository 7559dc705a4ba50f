"""Copying one whole archive file over another, in one transaction on the file that is copied to."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from bot.archive.file.database import Database, address_of, said_plainly
from bot.archive.file.faults import LOCKED
from bot.errors import ArchiveError

_PAGES = 32
"""Pages copied at a time onto a target that may have changed: any archive has more, so that one can still look."""
_ALL_PAGES = -1


class Marks(NamedTuple):
    """By what a change of an archive is told: the marks that it keeps of itself, None where it has none yet."""

    revision: str | None
    servers_revision: str | None


class OvertakenError(Exception):
    """The target was changed since the copy was begun; nothing was copied."""


async def copy_over(source: Database, target: Database, *, unless_changed: tuple[Path, Marks] | None = None) -> None:
    """Make `target` what `source` is. Readers of the target see the old content until all of it is there.

    `unless_changed` is the target's file and the marks that it must still have; otherwise OvertakenError is raised.
    Raises ArchiveError where the target is locked.
    """
    looked = False

    def look(status: int, remaining: int, total: int) -> None:
        nonlocal looked
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            # The connection has waited for the lock already; sqlite3 would try for ever.
            raise ArchiveError(LOCKED)
        # From the first page copied on, the target is locked for everyone else: what is seen now stays so.
        if unless_changed is not None and not looked:
            looked = True
            if _marks(unless_changed[0]) != unless_changed[1]:
                raise OvertakenError

    # In one go a copy is of one moment; piece by piece it would begin anew with every change to its source.
    pages = _PAGES if unless_changed else _ALL_PAGES
    with said_plainly():
        await source.raw.backup(target.raw, pages=pages, progress=look, sleep=0)


def _marks(path: Path) -> Marks:
    with closing(sqlite3.connect(address_of(path, read_only=True), uri=True)) as connection:
        kept = dict(connection.execute("SELECT name, value FROM state"))
    return Marks(*(kept.get(name) for name in Marks._fields))


def remove_file(path: Path) -> None:
    """Remove a database file with what SQLite keeps beside it; what is not there is no matter."""
    for each in (path, *(path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm"))):
        with suppress(FileNotFoundError):
            each.unlink()
