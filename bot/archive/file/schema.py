"""The migrations: numbered SQL files, each run once, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from bot.archive.file.database import Database
from bot.archive.file.faults import FOREIGN, NEWER
from bot.errors import ArchiveError

APPLICATION_ID = 0x53424F54
"""“SBOT” in the header of the file: tells an archive from any other SQLite file."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step of the schema."""

    number: int
    script: str


def migrations() -> tuple[Migration, ...]:
    """All steps, in order of their numbers (“0001_sources.sql” is number 1)."""
    folder = files("bot.archive").joinpath("migrations")
    scripts = sorted((each for each in folder.iterdir() if each.name.endswith(".sql")), key=lambda each: each.name)
    return tuple(Migration(int(each.name.partition("_")[0]), each.read_text(encoding="utf-8")) for each in scripts)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one at a time; each ends with its line.

    What sqlite3 itself offers for scripts would commit before them.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
    if statement.strip():
        yield statement.strip()


async def migrate(database: Database, steps: Sequence[Migration]) -> None:
    """Bring the file up to the last step. Raises ArchiveError for a newer file and for one of another program.

    Each step is one transaction; of two programs that open an old file at once, one migrates and one finds it done.
    """
    if await _recognised(database, steps[-1].number) == steps[-1].number:
        return
    for step in steps:
        async with database.transaction():
            if await _version(database) < step.number:
                for statement in statements(step.script):
                    await database.run(statement)
                await database.run(f"PRAGMA application_id = {APPLICATION_ID}")
                await database.run(f"PRAGMA user_version = {step.number}")


async def _recognised(database: Database, newest: int) -> int:
    """The version of the file, once it is known for an archive (or for a new, empty file)."""
    version = await _version(database)
    application = await database.value("PRAGMA application_id")
    tables = await database.value("SELECT count(*) FROM sqlite_master")
    if application != APPLICATION_ID and (application or version or tables):
        raise ArchiveError(FOREIGN)
    if version > newest:
        raise ArchiveError(NEWER)
    return version


async def _version(database: Database) -> int:
    return int(await database.value("PRAGMA user_version"))
