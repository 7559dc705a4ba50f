"""Looking after the archive file: check, backup, restore."""

from __future__ import annotations

import asyncio
import os
import shutil
from contextlib import suppress
from pathlib import Path

from bot.archive.file.aside import name_aside, open_aside
from bot.archive.file.connection import Connections, set_up
from bot.archive.file.copying import copy_over, remove_file
from bot.archive.file.database import Database, open_database
from bot.archive.file.faults import (
    DAMAGED,
    FOREIGN,
    NEWER,
    NEWER_BACKUP,
    NOT_A_BACKUP,
    NOT_A_DATABASE,
    look_before_opening,
)
from bot.archive.findings import findings_in
from bot.errors import ArchiveError, InputError

_WAIT = 5.0
"""Seconds to wait for another program's lock."""


async def check(connections: Connections) -> list[str]:
    """What is wrong with the archive, one plain sentence each. Nobody can add meanwhile; everybody can ask."""
    try:
        async with connections.alone() as writer:
            return await findings_in(writer)
    except ArchiveError as error:
        return [str(error)]


async def backup(connections: Connections, target: Path) -> None:
    """Write a consistent copy to `target`, there whole or not at all.

    Raises InputError where there is something already, or no folder for it; ArchiveError where copying fails.
    """
    await asyncio.to_thread(_look_at_target, target)
    part = target.with_name(target.name + ".part")
    remove_file(part)
    try:
        async with open_database(part, seconds=None, wait=_WAIT) as copy, connections.reading() as database:
            await copy_over(database, copy)
            await _in_one_file(copy)
        await asyncio.to_thread(os.replace, part, target)
    finally:
        remove_file(part)


async def restore(archive: Path, backup_file: Path) -> None:
    """Put the backup in the place of the archive, in one step; until then the archive stays as it is.

    The bot may run meanwhile. An archive too damaged to be written over is kept beside, under “.damaged”. Raises
    InputError where the backup is missing or no archive, ArchiveError where the archive is locked or not writable.
    """
    if not await asyncio.to_thread(backup_file.is_file):
        raise InputError(f"There is no file {backup_file.name} to restore from.")
    look_before_opening(archive)
    async with open_aside(archive, "restoring") as copy:
        await _copy_checked(backup_file, copy)
        try:
            await _write_over(copy, archive)
        except ArchiveError as error:
            if str(error) not in {DAMAGED, NOT_A_DATABASE}:
                raise
            await _replace_damaged(copy, archive)


def _look_at_target(target: Path) -> None:
    if not target.parent.is_dir():
        raise InputError("The folder for the backup does not exist; make it, or name another.")
    if target.is_dir() or (target.exists() and target.stat().st_size > 0):
        raise InputError(f"There is something called {target.name} already; name another file for the backup.")


async def _copy_checked(backup_file: Path, copy: Database) -> None:
    """Copy the backup, bring the copy to this version, and look whether it is sound.

    Raises InputError where it is not, ArchiveError where copying fails.
    """
    try:
        async with open_database(backup_file, seconds=None, wait=_WAIT, read_only=True) as database:
            await copy_over(database, copy)
        if await copy.value("SELECT count(*) FROM sqlite_master") == 0:
            raise InputError(NOT_A_BACKUP)
        await set_up(copy)
        if await findings_in(copy):
            raise InputError(NOT_A_BACKUP)
        await _in_one_file(copy)
    except ArchiveError as error:
        # Of what else can go wrong (no room, a lock) the backup is innocent.
        plain = {DAMAGED: NOT_A_BACKUP, NOT_A_DATABASE: NOT_A_BACKUP, FOREIGN: NOT_A_BACKUP, NEWER: NEWER_BACKUP}
        if str(error) not in plain:
            raise
        raise InputError(plain[str(error)]) from None


async def _write_over(copy: Database, archive: Path) -> None:
    async with open_database(archive, seconds=None, wait=_WAIT) as target:
        await set_up(target)
        await copy_over(copy, target)


async def _in_one_file(copy: Database) -> None:
    """Leave nothing in a write-ahead log beside the file, so that the file alone is the whole copy."""
    await copy.run("PRAGMA journal_mode = DELETE")


async def _replace_damaged(copy: Database, archive: Path) -> None:
    part = name_aside(archive, "restoring")
    try:
        async with open_database(part, seconds=None, wait=_WAIT) as whole:
            await copy_over(copy, whole)
            await _in_one_file(whole)
        await asyncio.to_thread(_put_in_place, part, archive)
    finally:
        remove_file(part)


def _put_in_place(part: Path, archive: Path) -> None:
    """At every moment there is one archive or the other: where there is none, the next start makes a new one."""
    damaged = archive.with_name(archive.name + ".damaged")
    remove_file(damaged)
    try:
        os.link(archive, damaged)
    except OSError:
        # Some file systems have no links.
        shutil.copyfile(archive, damaged)
    # The log of the damaged file must not be taken for one of the new file; what is in it may still be of use.
    for ending in ("-wal", "-journal"):
        with suppress(FileNotFoundError):
            archive.with_name(archive.name + ending).replace(damaged.with_name(damaged.name + ending))
    with suppress(FileNotFoundError):
        archive.with_name(archive.name + "-shm").unlink()
    part.replace(archive)
