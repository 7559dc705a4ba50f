"""What SQLite reports, said in one sentence that tells what to do."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from bot.errors import ArchiveError, QueryTooSlowError

DAMAGED = "The archive file is damaged; restore a backup with `python -m bot restore FILE`."
NOT_A_DATABASE = (
    "What is named as the archive is not an archive file, or is damaged; "
    "name another with ARCHIVE_PATH, or restore a backup with `python -m bot restore FILE`."
)
FOREIGN = "The archive file belongs to another program; name another file with ARCHIVE_PATH."
NEWER = "The archive file was made by a newer version of this bot; update the bot, or name another file."
LOCKED = "The archive is locked by another program; wait until that has finished, or stop it, and try again."
NOT_WRITABLE = "The archive file cannot be written to; give this user write access to it and to its folder."
CANNOT_OPEN = "The archive file cannot be opened; see that its folder can be read and written to."
NO_FOLDER = "The folder in which the archive should lie does not exist; make it, or name another with ARCHIVE_PATH."
IS_FOLDER = "What is named as the archive is a folder; name a file in it with ARCHIVE_PATH."
DISK_FULL = "There is no room left on the disk for the archive; make room and try again."
DISK_FAULT = "The disk with the archive reports an error; look after the disk, then run `python -m bot check`."
OVERTAKEN = "Documents were added again and again while the archive was being built; build it once that has ended."
NOT_A_BACKUP = "The file to restore from is not a sound archive of this bot; the archive was left as it is."
NEWER_BACKUP = "The file to restore from was made by a newer version of this bot; update the bot, then restore it."
WORKER_DIED = "The reading of this document was broken off, perhaps for want of memory; try again, or a part of it."
TOO_SLOW = "That took longer than a question may; ask for something narrower."

_SENTENCES = {
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: NOT_A_DATABASE,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_READONLY: NOT_WRITABLE,
    sqlite3.SQLITE_PERM: NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR: DISK_FAULT,
}
_NO_ROOM = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
"""What a quota or a limit on the size of files comes to, and a disk that is full when a log's index has to grow.

A disk that is at fault itself is told apart by SQLite.
"""
_PRIMARY = 0xFF
"""SQLite's extended result codes carry the primary one in the lowest byte."""


def code_of(error: sqlite3.Error) -> int | None:
    """SQLite's code for an error; None for those that Python makes itself, which have none."""
    return getattr(error, "sqlite_errorcode", None)


def archive_error(error: sqlite3.Error) -> ArchiveError | None:
    """The error to show for one of SQLite's, or None where it is a fault of ours and should be logged as such."""
    code = code_of(error)
    if code is None:
        # Of those, text that is no UTF-8 is the file's fault.
        return ArchiveError(DAMAGED) if isinstance(error, sqlite3.OperationalError) else None
    if code & _PRIMARY == sqlite3.SQLITE_INTERRUPT:
        return QueryTooSlowError(TOO_SLOW)
    if code in _NO_ROOM:
        return ArchiveError(DISK_FULL)
    sentence = _SENTENCES.get(code & _PRIMARY)
    return ArchiveError(sentence) if sentence else None


def look_before_opening(path: Path) -> None:
    """Raise ArchiveError where it is plain without SQLite that `path` cannot be the archive.

    SQLite itself would open a file that it may not write to, and fail at the first addition.
    """
    try:
        if path.is_dir():
            raise ArchiveError(IS_FOLDER)
        if not path.parent.is_dir():
            raise ArchiveError(NO_FOLDER)
        if path.exists() and not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
            raise ArchiveError(NOT_WRITABLE)
    except OSError:
        raise ArchiveError(CANNOT_OPEN) from None
