"""What belongs to whom. What is somebody else's is refused with the very sentence of what does not exist."""

from __future__ import annotations

import sqlite3

from bot.archive.file.database import Database
from bot.errors import InputError

NO_SOURCE = "There is no source with this id."
MEANWHILE = "This was changed by somebody else just now; look at it again, then try again."
NO_REASON = "Say why: the reason is kept in the audit log."

OWN_SOURCE = """
SELECT sources.*, documents.text FROM sources JOIN documents ON documents.source = sources.num
WHERE sources.id = :id AND coalesce(sources.guild, 0) = :owner
"""


async def own_source(database: Database, source_id: str, owner: int) -> sqlite3.Row:
    """The catalogue entry and the text of an owner's source, withdrawn or not. Raises InputError for any other."""
    row = await database.row(OWN_SOURCE, {"id": source_id, "owner": owner})
    if row is None:
        raise InputError(NO_SOURCE)
    return row


def refuse_without_reason(reason: str) -> str:
    """The reason without spaces around it. Raises InputError where nothing is left of it."""
    if not reason.strip():
        raise InputError(NO_REASON)
    return reason.strip()
