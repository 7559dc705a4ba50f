"""Undoing what stands in the audit log. An entry is never removed: undoing is an entry of its own."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import Any

from bot.archive import audit
from bot.archive.correcting import kept
from bot.archive.file.connection import Connections
from bot.archive.file.database import Database
from bot.archive.keeping.altering import NewDocument, set_catalogue, set_document, set_withdrawn
from bot.archive.keeping.change import Change
from bot.archive.keeping.owned import MEANWHILE
from bot.archive.keeping.reading_aside import ReadingRoom
from bot.archive.records import AuditEntry
from bot.errors import DuplicateSourceError, InputError
from bot.reading.model import Reading

NO_ENTRY = "There is no entry with this number in the audit log."
NOTHING_TO_UNDO = "There is nothing to undo."
UNDONE_ALREADY = "This was undone already."
NOT_UNDOABLE = "This is something that cannot be undone."
CHANGED_SINCE = "What this changed was changed again later; undo that first."
WITHDRAWN_SINCE = "This source is withdrawn already."
RESTORED_SINCE = "This source is not withdrawn any more."

VERSION = "SELECT original, text, sha256, filename FROM versions WHERE source = ? AND number = ?"
SAME_BYTES = "SELECT id, title FROM sources WHERE sha256 = :sha256 AND coalesce(guild, 0) = :owner"
SOURCE = """
SELECT sources.*, documents.text FROM sources JOIN documents ON documents.source = sources.num WHERE num = ?
"""
LATER = """
SELECT action, after FROM audit
WHERE owner = :owner AND number > :number AND undone_by IS NULL AND undoable = 1 AND correction IS NULL
    AND source IS :source
"""
MARK_UNDONE = "UPDATE audit SET undone_by = ? WHERE number = ?"


async def undo(
    connections: Connections, reading_room: ReadingRoom, owner: int, number: int | None, *, by: str, reason: str
) -> AuditEntry:
    """Undo an entry of an owner, without a number the last one that can be. Raises InputError, which says why not."""
    async with connections.reading() as database:
        entry = await _entry(database, owner, number)
        unread = await _to_read(database, entry)
    reading = await reading_room.read(*unread) if unread else None
    async with connections.writing() as database:
        entry = await _entry(database, owner, entry["number"])
        if await _to_read(database, entry) != unread:
            raise InputError(MEANWHILE)
        await _undo(database, entry, reading)
        deed = audit.Deed(
            owner,
            by,
            "undo",
            entry["subject"],
            reason,
            source=entry["source"],
            before=json.loads(entry["after"]),
            after={**json.loads(entry["before"]), "undone": entry["number"]},
            undoable=False,
        )
        done = await audit.keep(database, deed)
        await database.run(MARK_UNDONE, (done.number, entry["number"]))
        return done


async def _entry(database: Database, owner: int, number: int | None) -> sqlite3.Row:
    wanted = await database.value(audit.LAST, {"owner": owner}) if number is None else number
    if wanted is None:
        raise InputError(NOTHING_TO_UNDO)
    row = await database.row(audit.ONE, {"owner": owner, "number": wanted})
    if row is None:
        raise InputError(NO_ENTRY)
    if row["undone_by"] is not None:
        raise InputError(UNDONE_ALREADY)
    if not row["undoable"]:
        raise InputError(NOT_UNDOABLE)
    return row


async def _to_read(database: Database, entry: sqlite3.Row) -> tuple[str, date | None] | None:
    """The text, and the day of its publication, that must be read again to undo an entry; None where nothing must."""
    before: dict[str, Any] = json.loads(entry["before"])
    if entry["action"] == "edit" and "published" in before:
        source = await _source(database, entry)
        return source["text"], _day(before["published"])
    if entry["action"] == "replace":
        version, source = await _version(database, entry, before["version"]), await _source(database, entry)
        return version["text"], _day(source["published"])
    return None


async def _undo(database: Database, entry: sqlite3.Row, reading: Reading | None) -> None:
    if entry["correction"] is not None:
        await _undo_correction(database, entry["correction"])
        return
    await _refuse_changed_since(database, entry)
    if entry["action"] == "edit":
        await _undo_edit(database, entry, reading)
    elif entry["action"] == "replace" and reading is not None:
        await _undo_replacing(database, entry, reading)
    else:
        await _undo_withdrawing(database, entry)


async def _refuse_changed_since(database: Database, entry: sqlite3.Row) -> None:
    """Raise InputError where something later, that was not undone, has changed the same."""
    asked = {"owner": entry["owner"], "number": entry["number"], "source": entry["source"]}
    changed = _changed_by(entry)
    for later in await database.rows(LATER, asked):
        if changed & _changed_by(later):
            raise InputError(CHANGED_SINCE)


def _changed_by(entry: sqlite3.Row) -> set[str]:
    """The names of what an entry has changed, so that two that meet are told."""
    if entry["action"] in ("add", "withdraw", "restore"):
        return {"withdrawn"}
    if entry["action"] == "replace":
        return {"text"}
    return set(json.loads(entry["after"]))


async def _undo_correction(database: Database, number: int) -> None:
    """Corrections may be undone in any order: what the others come to is settled anew."""
    correction = await kept.one(database, number)
    await kept.set_undone(database, number)
    change = Change(database)
    await change.touch_correction(correction)
    await change.settle()


async def _undo_edit(database: Database, entry: sqlite3.Row, reading: Reading | None) -> None:
    source = await _source(database, entry)
    await set_catalogue(database, source["num"], json.loads(entry["before"]), reading)


async def _undo_replacing(database: Database, entry: sqlite3.Row, reading: Reading) -> None:
    source = await _source(database, entry)
    version = await _version(database, entry, json.loads(entry["before"])["version"])
    same = await database.row(SAME_BYTES, {"sha256": version["sha256"], "owner": entry["owner"]})
    if same:
        raise DuplicateSourceError(same["id"], same["title"])
    document = NewDocument(version["filename"], version["original"], version["text"], version["sha256"])
    await set_document(database, source["num"], document, reading)


async def _undo_withdrawing(database: Database, entry: sqlite3.Row) -> None:
    """What was added is withdrawn, not removed; what was withdrawn is taken back, and the other way round."""
    source = await _source(database, entry)
    withdrawn = entry["action"] != "withdraw"
    if bool(source["withdrawn"]) == withdrawn:
        raise InputError(WITHDRAWN_SINCE if withdrawn else RESTORED_SINCE)
    await set_withdrawn(database, source["num"], withdrawn)


async def _source(database: Database, entry: sqlite3.Row) -> sqlite3.Row:
    row = await database.row(SOURCE, (entry["source"],))
    assert row is not None
    return row


async def _version(database: Database, entry: sqlite3.Row, number: int) -> sqlite3.Row:
    row = await database.row(VERSION, (entry["source"], number))
    assert row is not None
    return row


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
