"""Changes of sources as moderators make them: refused where they are not theirs, made, and written down."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.archive import audit
from bot.archive.correcting.lost import lost_in
from bot.archive.file.connection import Connections
from bot.archive.keeping.adding import refuse_duplicate, refuse_unstorable
from bot.archive.keeping.altering import NewDocument, as_columns, set_catalogue, set_document, set_withdrawn
from bot.archive.keeping.owned import MEANWHILE, own_source, refuse_without_reason
from bot.archive.keeping.reading_aside import ReadingRoom
from bot.archive.records import AuditEntry, Replaced
from bot.errors import InputError

NOTHING_CHANGED = "Nothing would change by this."
WITHDRAWN_ALREADY = "This source is withdrawn already."
NOT_WITHDRAWN = "This source is not withdrawn."
_QUOTED = "SELECT text FROM quotations WHERE source = ? AND kind <> 'indirect' ORDER BY begins"


async def edit_source(
    connections: Connections,
    reading_room: ReadingRoom,
    source_id: str,
    owner: int,
    changes: Mapping[str, Any],
    *,
    by: str,
    reason: str,
) -> AuditEntry:
    """Change catalogue data. A changed day of publication has the text read again. Raises InputError."""
    columns = as_columns(changes)
    async with connections.reading() as database:
        row = await own_source(database, source_id, owner)
    before = {name: row[name] for name, value in columns.items() if row[name] != value}
    after = {name: columns[name] for name in before}
    if not before:
        raise InputError(NOTHING_CHANGED)
    reading = None
    if "published" in after:
        reading = await reading_room.read(row["text"], _day(after["published"]))
    async with connections.writing() as database:
        now = await own_source(database, source_id, owner)
        if now["sha256"] != row["sha256"] or any(now[name] != before[name] for name in before):
            raise InputError(MEANWHILE)
        await set_catalogue(database, row["num"], after, reading)
        deed = audit.Deed(owner, by, "edit", source_id, reason, source=row["num"], before=before, after=after)
        return await audit.keep(database, deed)


async def withdraw(
    connections: Connections, source_id: str, owner: int, withdrawn: bool, *, by: str, reason: str
) -> AuditEntry:
    """Withdraw a source, which needs a reason, or take it back. Raises InputError."""
    reason = refuse_without_reason(reason) if withdrawn else reason
    async with connections.writing() as database:
        row = await own_source(database, source_id, owner)
        if bool(row["withdrawn"]) == withdrawn:
            raise InputError(WITHDRAWN_ALREADY if withdrawn else NOT_WITHDRAWN)
        await set_withdrawn(database, row["num"], withdrawn)
        action = "withdraw" if withdrawn else "restore"
        before, after = {"withdrawn": not withdrawn}, {"withdrawn": withdrawn}
        deed = audit.Deed(owner, by, action, source_id, reason, source=row["num"], before=before, after=after)
        return await audit.keep(database, deed)


async def replace_source(
    connections: Connections,
    reading_room: ReadingRoom,
    source_id: str,
    owner: int,
    original: bytes,
    text: str,
    *,
    filename: str | None,
    by: str,
    reason: str,
) -> Replaced:
    """Put new text under the same id; what it was is kept. Raises InputError, DuplicateSourceError."""
    refuse_unstorable(text)
    sha256 = hashlib.sha256(original).hexdigest()
    async with connections.reading() as database:
        row = await own_source(database, source_id, owner)
        await refuse_duplicate(database, sha256, owner)
    reading = await reading_room.read(text, _day(row["published"]))
    async with connections.writing() as database:
        now = await own_source(database, source_id, owner)
        if (now["sha256"], now["published"]) != (row["sha256"], row["published"]):
            raise InputError(MEANWHILE)
        await refuse_duplicate(database, sha256, owner)
        quoted = [each["text"] for each in await database.rows(_QUOTED, (row["num"],))]
        lost_before = await lost_in(database, row["num"])
        document = NewDocument(filename or row["filename"], original, text, sha256)
        version = await set_document(database, row["num"], document, reading)
        gone = tuple(dict.fromkeys(each for each in quoted if each not in text))
        lost = tuple(number for number in await lost_in(database, row["num"]) if number not in lost_before)
        before = {"sha256": row["sha256"], "filename": row["filename"], "version": version}
        after = {
            "sha256": sha256,
            "filename": document.filename,
            "quotations lost": len(gone),
            "corrections lost": lost,
        }
        deed = audit.Deed(owner, by, "replace", source_id, reason, source=row["num"], before=before, after=after)
        return Replaced(await audit.keep(database, deed), gone, lost)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
