"""What is done to an archive while it is killed: each deed a few steps, each acknowledged once it is done."""

import hashlib
import json
import re
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.archive.archive import Archive
from bot.archive.file.database import open_database
from bot.archive.file.schema import migrate, migrations
from bot.archive.records import ServerSettings
from bot.archive.thesaurus import Subject, Thesaurus
from bot.archive.upkeep import restore
from bot.exports import pack, read_export
from tests.archive.deeds import TEXTS
from tests.archive.shelf import AUTHORITY, HARBOUR, MILL, PRIVATE, SUBJECTS, document, read_simply

DAMAGED_BYTES = b"no database at all " * 500
OLD_VERSION = 5
"""The last one before there were corrections."""
OTHER_SUBJECTS = Thesaurus((*SUBJECTS.subjects, Subject("sleep", other=("slept", "nobody slept"))))
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+]+")
"""Moments are others whenever something is done."""
_BY_CHANCE = {"state": ("name", {"revision", "servers_revision"})}

Step = Callable[[Path], Awaitable[None]]
BY: dict[str, Any] = {"by": "discord:1", "reason": "a test"}


@dataclass(frozen=True, slots=True)
class Deed:
    """Steps done one after another; `made` says which file must hold what was done, where that is another one."""

    steps: tuple[Step, ...]
    prepare: tuple[Step, ...] = ()
    made: str = "archive.db"
    damaged: bool = False
    """Whether the archive cannot be opened before it is done."""


def in_archive(do: Callable[[Archive], Awaitable[object]]) -> Step:
    """A step that opens the archive, does something with it, and closes it."""

    async def step(folder: Path) -> None:
        async with Archive.open(folder / "archive.db", read=read_simply) as archive:
            await do(archive)

    return step


async def first_build(folder: Path) -> None:
    """Make the archive that most deeds begin with: some sources and corrections."""
    async with Archive.open(folder / "archive.db", read=read_simply) as archive:
        await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS, fingerprint="first")
        await archive.add(PRIVATE)
        await archive.add(document(TEXTS[0], "Locks", guild=7))
        await archive.rename_person("orla-quint", "Orla Q", 7, **BY)
        await archive.set_server(7, ServerSettings(plain=True))


async def old_archive(folder: Path) -> None:
    """Make an archive as an earlier version of the bot had it, with documents in it."""
    async with open_database(folder / "archive.db", seconds=None, wait=1) as database:
        await migrate(database, [step for step in migrations() if step.number <= OLD_VERSION])
        for num, each in enumerate((HARBOUR, MILL), 1):
            await database.run(
                "INSERT INTO sources (num, id, title, language, kind, filename, sha256, added_by, added_at, shipped)"
                " VALUES (?, ?, ?, 'en', 'account', 'a.txt', ?, 'tests', '2031-01-01', 0)",
                (num, each.source_id, each.title, each.sha256),
            )
            await database.run("INSERT INTO documents VALUES (?, ?, ?)", (num, each.original, each.text))
        await database.run("PRAGMA journal_mode = WAL")


async def _copy_to_backup(folder: Path) -> None:
    async with Archive.open(folder / "archive.db", read=read_simply) as archive:
        await archive.backup(folder / "kept.db")


async def _empty(folder: Path) -> None:
    for each in folder.iterdir():  # noqa: ASYNC240
        each.unlink()


def _add(number: int, **more: Any) -> Step:
    return in_archive(lambda archive: archive.add(document(TEXTS[number], f"Text {number}", **more)))


def _undo(archive: Archive) -> Awaitable[object]:
    return archive.undo(7, by="discord:1")


async def _correct_speaker(archive: Archive) -> object:
    start = MILL.text.index("Nobody slept")
    return await archive.set_speaker("mill", start, start + len("Nobody slept,"), None, written="a miller", **BY)


async def _correct_date(archive: Archive) -> object:
    start, day = MILL.text.index("2031-04-01"), date(2031, 4, 3)
    return await archive.set_date("mill", start, start + 10, day, day, None, **BY)


async def _replace_text(archive: Archive) -> object:
    text = MILL.text.replace("“Nobody slept,” said Mx Moll. ", "") + "\nMx Ana Brook came."
    return await archive.replace_source("mill", None, text.encode(), text, **BY)


async def _restore_kept(folder: Path) -> None:
    await restore(folder / "archive.db", folder / "kept.db")


async def _damage(folder: Path) -> None:
    (folder / "archive.db").write_bytes(DAMAGED_BYTES)


async def _build_anew(folder: Path) -> None:
    async with Archive.open(folder / "archive.db", read=read_simply) as archive:
        accounts = [replace(HARBOUR, title="The harbour, again"), MILL]
        await archive.build(accounts, AUTHORITY, OTHER_SUBJECTS, fingerprint="second")


async def _export_and_lose(folder: Path) -> None:
    """Hand out what a server has, and begin anew without it."""
    async with Archive.open(folder / "archive.db", read=read_simply) as archive:
        exported = pack(await archive.export_owner(7))
    await _empty(folder)
    (folder / "kept.zip").write_bytes(exported)
    async with Archive.open(folder / "archive.db", read=read_simply) as archive:
        await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS, fingerprint="first")


async def _import_kept(archive: Archive) -> object:
    export = read_export(Path("kept.zip"))
    return await archive.import_owner(export, 7, by="command line")


async def _first_of_all(folder: Path) -> None:
    async with Archive.open(folder / "archive.db", read=read_simply) as archive:
        if await archive.is_new():
            await archive.build([HARBOUR, MILL], AUTHORITY, SUBJECTS, fingerprint="first")


DEEDS = {
    "adding": Deed((_add(1), _add(2, guild=7, published=date(2031, 4, 1)), _add(3, source_id="third"))),
    "correcting": Deed(
        (
            in_archive(lambda archive: archive.describe_person("teo-quint", "a rower", "harbour:4", 7, **BY)),
            in_archive(lambda archive: archive.add_variant("teo-quint", "Theo Quint", 7, **BY)),
            in_archive(_correct_speaker),
            in_archive(_correct_date),
            in_archive(lambda archive: archive.split_person("orla-quint", "mill", None, to_id="teo-quint", **BY)),
            in_archive(lambda archive: archive.merge_persons("teo-quint", "orla-quint", None, **BY)),
        )
    ),
    "withdrawing": Deed(
        (
            in_archive(lambda archive: archive.withdraw("mill", None, **BY)),
            in_archive(lambda archive: archive.restore_source("mill", None, **BY)),
        )
    ),
    "replacing": Deed((in_archive(_replace_text),)),
    "editing": Deed(
        (
            in_archive(lambda archive: archive.edit_source("mill", None, {"published": date(2031, 4, 9)}, **BY)),
            in_archive(lambda archive: archive.edit_source("mill", None, {"title": "Flour"}, **BY)),
        )
    ),
    "undoing": Deed((in_archive(_undo), in_archive(_undo), in_archive(_undo))),
    "reporting": Deed(
        (
            in_archive(lambda archive: archive.report(7, "mill", 0, 5, "Mx Or", "Not so.")),
            in_archive(lambda archive: archive.close_report(1, 7, "done", by="discord:1")),
            in_archive(lambda archive: archive.set_server(7, ServerSettings(), by="discord:1")),
            in_archive(lambda archive: archive.forget("discord:1")),
        )
    ),
    "importing": Deed((in_archive(_import_kept),), (_export_and_lose,)),
    "building": Deed((_build_anew,)),
    "beginning": Deed((_first_of_all,), (_empty,)),
    "making a file": Deed((in_archive(lambda archive: archive.is_new()),), (_empty,)),
    "migrating": Deed((in_archive(lambda archive: archive.is_new()),), (_empty, old_archive)),
    "backing up": Deed((in_archive(lambda archive: archive.backup(Path("backup.db").absolute())),), made="backup.db"),
    "restoring": Deed((_restore_kept,), (_copy_to_backup, _add(1), _add(2))),
    "restoring over a damaged file": Deed((_restore_kept,), (_copy_to_backup, _damage), damaged=True),
}


def held_in(path: Path) -> str:
    """A fingerprint of all that a file holds, but for moments and marks made by chance; "" where there is no file."""
    if not path.exists():
        return ""
    known = hashlib.sha256()
    with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        known.update(f"{version}\n".encode())
        for table in _tables(connection):
            rows = [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]
            known.update(f"{table}\n".encode())
            known.update("\n".join(sorted(_told(table, row) for row in rows)).encode())
    return known.hexdigest()


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    virtual = [row["name"] for row in rows if row["sql"] and row["sql"].startswith("CREATE VIRTUAL")]
    shadows = tuple(f"{name}_" for name in virtual)
    return [row["name"] for row in rows if row["name"] not in virtual and not row["name"].startswith(shadows)]


def _told(table: str, row: dict[str, Any]) -> str:
    column, chance = _BY_CHANCE.get(table, ("", set()))
    if row.get(column) in chance:
        return ""
    return _MOMENT.sub("a moment", json.dumps(row, default=str))
